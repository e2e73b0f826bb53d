"""Sources, cues, contents, and everything that more than one rule needs to know of them."""
