"""Tell the article from the rest of the page that it stands on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from attrib_lsp.text.part import Part
from attrib_lsp.text.pieces import part_of
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import BODY_KINDS, BlockKind

#: What parts a page's title from the name of its site.
_SITE = re.compile(r"\s+\|\s")


def of_the_article(parts: Sequence[tuple[Part, int]], title: Prose | None) -> list[Part]:
    """Return those of a page's ``parts``, each with the number of the article it is in, that belong to the story.

    Of several articles the one counts that has more words than all others together. A heading of the first level above
    it counts where it has none itself; the page's ``title`` where no heading is the headline.
    """
    chosen = _chosen(parts)
    if chosen is None:
        found = [part for part, _ in parts]
    else:
        found = [part for part, article in parts if article == chosen]
        if not any(part.level == 1 for part in found):
            found = [part for part, article in parts if article != chosen and part.level == 1][:1] + found
    if title is None or _headed(found):
        return found
    return [Part(_without_site(title), BlockKind.CROSSHEAD, 1), *found]


def _chosen(parts: Sequence[tuple[Part, int]]) -> int | None:
    """Return the number of the article that is the story; None where no one is by far the longest."""
    words: Counter[int] = Counter()
    for part, article in parts:
        if article and part.kind in BODY_KINDS:
            words[article] += len(part.text)
    if not words:
        return None
    article, length = words.most_common(1)[0]
    return article if 2 * length > words.total() else None


def _headed(parts: Sequence[Part]) -> bool:
    """Say whether a heading is the headline: it is of the first level, or stands above the body."""
    for part in parts:
        if part.level == 1:
            return True
    first = next((part for part in parts if part.level or part.kind in BODY_KINDS), None)
    return first is not None and first.level > 0


def _without_site(title: Prose) -> Prose:
    """Return a page's title without the name of the site behind it."""
    found = _SITE.search(title.text)
    return title if found is None else part_of(title, Span(0, found.start()))
