"""Where the trained comparer doubts the headline, and where it sees nothing wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol, TypeVar

from attrib_lsp.attribution.standing import asks
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.comparing.values import Comparison, Wrong
from attrib_lsp.language.values import Sentence
from attrib_lsp.text.span import Span

#: From which probability on a word is doubted. Chosen on published headlines over their own stories, of which the
#: network had learned from none: each of these is reached in at most five of a thousand.
DOUBTED: Mapping[Wrong, float] = MappingProxyType(
    {Wrong.NAME: 0.97, Wrong.FIGURE: 0.99, Wrong.POLARITY: 0.97, Wrong.CERTAINTY: 0.85}
)
#: The same for a whole headline: it drops who said it, it belongs to another story.
DROPPED, FOREIGN = 0.7, 0.8
#: At what probability another sign is passed over; on the same headlines this undid false alarms and hardly any right
#: ones.
CLEARED: Mapping[Wrong, float] = MappingProxyType({Wrong.NAME: 0.3, Wrong.POLARITY: 0.1, Wrong.CERTAINTY: 0.1})
KEPT = 0.02


class _Placed(Protocol):
    """Something at a span of the headline."""

    @property
    def span(self) -> Span: ...


_Evidence = TypeVar("_Evidence", bound=_Placed)


def doubts(comparison: Comparison | None, way: Wrong) -> Iterator[Span]:
    """Yield the words of a headline that are doubted in one way; neighbours are one."""
    open_: Span | None = None
    for span, probable in comparison.words if comparison is not None else ():
        if probable[way] >= DOUBTED[way]:
            open_ = span if open_ is None else open_.joined(span)
        elif open_ is not None:
            yield open_
            open_ = None
    if open_ is not None:
        yield open_


def borne_out(headline: Paragraph, span: Span, body: Sequence[tuple[int, Paragraph]]) -> bool:
    """Say whether ``span`` is quoted in ``headline`` in words that stand so in ``body``: they are their speaker's."""
    quoted = [one.inner.of(headline.text).casefold() for one in headline.quotations if one.inner.overlaps(span)]
    return any(words in paragraph.text.casefold() for words in quoted for _, paragraph in body)


def weighed(
    found: Iterable[_Evidence],
    doubted: Callable[[Sentence, Span], _Evidence | None],
    headline: Paragraph,
    body: Sequence[tuple[int, Paragraph]],
    comparison: Comparison | None,
    way: Wrong,
) -> Iterator[_Evidence]:
    """Yield what was ``found`` wrong in one way and is not cleared, then what is doubted besides and borne out.

    ``doubted`` returns what is wrong at a doubted span of a sentence of ``headline``, if the story shows it.
    A headline that asks is doubted in nothing.
    """
    kept = [one for one in found if not cleared(comparison, one.span, way)]
    yield from kept
    if asks(headline.text):
        return
    for span in doubts(comparison, way):
        if borne_out(headline, span, body) or any(one.span.overlaps(span) for one in kept):
            continue
        shown = doubted(headline.sentence_at(span.start), span)
        if shown is not None:
            yield shown


def cleared(comparison: Comparison | None, span: Span, way: Wrong, below: float | None = None) -> bool:
    """Say whether no word at ``span`` is at all likely to be wrong in one way: ``below`` a probability, if given."""
    return chance(comparison, span, way, unknown=1.0) < (below or CLEARED[way])


def chance(comparison: Comparison | None, span: Span, *ways: Wrong, unknown: float = 0.0) -> float:
    """Return how likely some word at ``span`` is to be wrong in one of ``ways``: ``unknown`` where nothing is known."""
    words = comparison.words if comparison is not None else ()
    return max((probable[way] for word, probable in words if word.overlaps(span) for way in ways), default=unknown)


def drops_source(comparison: Comparison | None) -> bool:
    """Say whether the headline tells as fact what the story has somebody say."""
    return comparison is not None and comparison.unattributed >= DROPPED


def keeps_source(comparison: Comparison | None) -> bool:
    """Say whether the headline is not at all likely to drop who said it."""
    return comparison is not None and comparison.unattributed < KEPT


def foreign(comparison: Comparison | None) -> bool:
    """Say whether the headline belongs to another story."""
    return comparison is not None and comparison.unrelated >= FOREIGN


def of_same_story(comparison: Comparison | None) -> bool:
    """Say whether the headline is all but sure to belong to this story, however little it shares of its words."""
    return comparison is not None and comparison.unrelated < KEPT
