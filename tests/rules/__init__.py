"""The rules: their shape, and every example in their documentation."""
