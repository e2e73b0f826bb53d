"""Tell where a story identifies its sources: the place that a reader looks for who meets a surname or a pronoun."""

from __future__ import annotations

from collections.abc import Sequence

from attrib_lsp.attribution.phrases import strip_article
from attrib_lsp.attribution.values import Mention, Place, Source


def identified(source: Source, mentions: Sequence[Mention], front: frozenset[int]) -> Place:
    """Return where ``source``, one of whose ``mentions`` each is, is first called all that the story calls it.

    A headline and a deck (the paragraphs numbered in ``front``) only announce: they count where the text below them
    never says it in full.
    """
    below = [one for one in mentions if one.place.paragraph not in front]
    above = [one for one in mentions if one.place.paragraph in front]
    for one in (*below, *above):
        if _told(source.name) <= _told(one.text):
            return one.place
    return (below or above)[0].place


def _told(name: str) -> frozenset[str]:
    """Return the words of a name in lower case."""
    return frozenset(strip_article(name).lower().replace("’s", "").replace("'s", "").replace(",", "").split())
