"""Tell where a story identifies its sources: the place that a reader looks for who meets a surname or a pronoun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib_lsp.attribution.phrases import strip_article
from attrib_lsp.attribution.values import Mention, Place, Source
from attrib_lsp.lexicons import words


def identified(source: Source, mentions: Sequence[Mention], front: frozenset[int]) -> Place:
    """Return where ``source``, one of whose ``mentions`` each is, is first called all that the story calls it.

    Where its name stands with a word on who it is goes before where it stands alone. A headline and a deck (the
    paragraphs numbered in ``front``) only announce: they count where the text below them never says it in full.
    """
    below = [one for one in mentions if one.place.paragraph not in front]
    above = [one for one in mentions if one.place.paragraph in front]
    name = _told(source.name)
    for tier in (below, above):
        full = [one for one in tier if name <= _told(one.text)]
        described = (one for one in full if _told(one.text) - name - words("people", "courtesy"))
        found = next(described, full[0] if full else None)
        if found is not None:
            return found.place
    return (below or above)[0].place


def _told(name: str) -> frozenset[str]:
    """Return the words of a name in lower case."""
    return frozenset(re.sub(r"[’']s\b|[,;:]", "", strip_article(name).lower()).split())
