"""How long a story is to read, and how long one may be."""

from __future__ import annotations

import re

from attrib_lsp.text.markup import Markup
from attrib_lsp.text.story import Story

#: Words of the longest story that is checked unless somebody asks for more: the longest that newspapers and magazines
#: print, and some ten seconds' work.
MOST_WORDS = 25_000
#: Characters of a file for each word that its story may have: what tables, code and links take up, too; and in HTML,
#: where most of a page as it is saved may be scripts and styles.
CHARACTERS, CHARACTERS_OF_HTML = 14, 80
#: Of words and marks, each counted, there are a fifth more than words in plain English copy.
_MARKED = 0.8

_WORD_OR_MARK = re.compile(r"[^\W_]+|[^\w\s]|_")


def words_in(story: Story) -> int:
    """Return how many words of ``story`` are read for sources.

    They count as in a word processor; where far more marks stand among them than in prose, four fifths of both count.
    """
    return sum(_words(block.prose.text) for block in story.read)


def _words(text: str) -> int:
    """Return how many words ``text`` has.

    >>> _words("The bridge leaks, she told the council."), _words("a,b,c,d,e,f")
    (7, 8)
    """
    return max(len(text.split()), int(_MARKED * sum(1 for _ in _WORD_OR_MARK.finditer(text))))


def most_characters(markup: Markup, most_words: int) -> int:
    """Return how many characters a file may have whose story may have ``most_words``."""
    return most_words * (CHARACTERS_OF_HTML if markup is Markup.HTML else CHARACTERS)
