"""LaTeX, as far as drafts are written in it."""
