"""Run the rules over a draft: analysis with its cache, settings, precedence."""
