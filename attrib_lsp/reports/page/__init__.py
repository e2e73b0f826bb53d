"""Pages for people: self-contained HTML files that open from disk, print well, and load nothing from anywhere.

Jinja puts a draft's words into the templates beside this file and escapes every one of them; `environment.render` adds
the styles and scripts, and a policy that lets a browser run nothing else. Imported only by what writes a page.
"""
