"""Two versions of a story, compared."""
