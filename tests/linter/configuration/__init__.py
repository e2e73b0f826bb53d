"""Configuration files: which one holds, what stands in it."""
