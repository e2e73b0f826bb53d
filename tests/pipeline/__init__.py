"""The readers: from a draft's text to its story."""
