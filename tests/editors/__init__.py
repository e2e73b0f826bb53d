"""End to end in the real editors; each test is skipped with a word on how to have it run."""
