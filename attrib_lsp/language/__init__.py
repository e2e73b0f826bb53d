"""Words, trees, names, roles and quotations: the only layer that knows spaCy."""
