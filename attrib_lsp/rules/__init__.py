"""The editorial rules: one small pure function each, in a file named after it."""
