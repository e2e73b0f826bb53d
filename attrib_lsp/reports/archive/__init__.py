"""What is found in an archive: tables of Arrow's for programs, a summary page for people.

Imported only by the command that reads archives: pyarrow and matplotlib are large, and an optional extra.
"""
