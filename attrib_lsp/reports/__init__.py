"""Write findings for people and for programs: one module a format.

A report is a function from drafts to pieces of text, so that any number of drafts streams through.
"""
