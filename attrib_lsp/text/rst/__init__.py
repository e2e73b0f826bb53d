"""reStructuredText, as docutils reads it."""
