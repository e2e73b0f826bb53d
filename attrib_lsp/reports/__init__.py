"""Write findings for people and for programs: one module a format.

A report is a function from drafts to pieces of text, so that any number of drafts streams through. It yields at least
one piece, maybe an empty one, for each draft before it asks for the next: so several can be written side by side.
"""
