"""MDX: Markdown with parts of programs in it, which are no prose."""
