"""Quotations in the headline that the story does not have in these words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from attrib_lsp.attribution.figures import figures
from attrib_lsp.attribution.keys import key, stem
from attrib_lsp.attribution.turned_words import denying, turned_run, turns, without_denial
from attrib_lsp.attribution.values import Paragraph, Place
from attrib_lsp.attribution.vocabulary import Vocabulary, placed, words_in
from attrib_lsp.language.values import Quotation
from attrib_lsp.lexicons import lexicon
from attrib_lsp.lexicons.common import is_function_word
from attrib_lsp.text.span import Span

#: Words at most that the headline may have left out for the story's words still to be meant.
_LEFT_OUT = 3
#: Words that two sentences may have side by side by chance.
_FEW = 3
#: Words from which a quotation in double marks is somebody's very words.
_SENTENCE = 4
_ARTICLES = ("a", "an", "that", "the")
_JOINING = frozenset({"and", "or", "nor"})
_DOUBLE = '"“”„«»'


class Slip(Enum):
    """How a headline's quotation differs from the story."""

    CHANGED = "one word is another"
    LEFT_OUT = "words are left out"
    ADDED = "some words are in a quotation of the story, others nowhere"
    PARAPHRASED = "the story has it in other words"


@dataclass(frozen=True, slots=True)
class Misquotation:
    """A quotation at ``span`` (within its marks) of the headline; ``place`` holds the story's words for it, if any.

    ``loose`` is set where those are two words that the story does not quote: they may only be like it.
    """

    span: Span
    slip: Slip
    place: Place | None = None
    double: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the story and where it stands."""

    plain: str
    paragraph: int
    span: Span


def misquotations(headline: Paragraph, story: Vocabulary) -> Iterator[Misquotation]:
    """Yield the quotations of ``headline`` that ``story`` does not have word for word."""
    for quotation in headline.quotations:
        wanted = [word for word, _ in words_in(quotation.inner.of(headline.text))]
        if not wanted or _verbatim(wanted, story):
            continue
        double = headline.text[quotation.inner.start - 1] in _DOUBLE
        yield _slip(quotation, wanted, story, double=double)


def _verbatim(wanted: Sequence[str], story: Vocabulary) -> bool:
    """Say whether the story has the words, but for articles and "that", which headlines leave out.

    A number may be in letters on one side and in digits on the other.
    """
    bare = [_in_full(word) for word in wanted if word not in _ARTICLES]
    return f" {' '.join(bare or wanted)} " in _without_articles(story)


@lru_cache(maxsize=8)
def _without_articles(story: Vocabulary) -> str:
    """Return the words of ``story`` without its articles, one blank between two and one at either end."""
    return f" {' '.join(_in_full(word) for word in story.text.split() if word not in _ARTICLES)} "


@lru_cache(maxsize=1 << 13)
def _in_full(word: str) -> str:
    """Return a number in letters as it is written in digits, a contraction in full, any other word as it is.

    >>> _in_full("two"), _in_full("second"), _in_full("i'd"), _in_full("won't"), _in_full("twofold")
    ('2', '2nd', 'i would', 'will not', 'twofold')
    """
    contractions = lexicon("quotations")["contractions"]
    if word in contractions:
        return str(contractions[word])
    for ending, full in lexicon("quotations")["contracted_endings"].items():
        if word.endswith(ending):
            return f"{word.removesuffix(ending)} {full}"
    measures = lexicon("measures")
    if word in measures["number_words"]:
        return str(measures["number_words"][word])
    rank = measures["ordinal_words"].get(word)
    return word if rank is None else f"{rank}{_ending(rank)}"


def _ending(rank: int) -> str:
    """Return the ending of an ordinal in digits."""
    return "th" if rank % 100 // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")


def _slip(quotation: Quotation, wanted: Sequence[str], story: Vocabulary, *, double: bool) -> Misquotation:
    """Return how a quotation of the words ``wanted`` differs from what the story has."""
    told = _words(story)
    gap = _with_gap(wanted, told, story)
    if gap is not None:
        return Misquotation(quotation.inner, Slip.LEFT_OUT, gap, double)
    changed = _with_another_word(wanted, told, story) or _with_denial_turned(wanted, story)
    if changed is not None:
        loose = len(wanted) <= 2 and not _quoted(changed, story)
        return Misquotation(quotation.inner, Slip.CHANGED, changed, double, loose)
    added = _partly_quoted(wanted, story)
    if added is not None:
        return Misquotation(quotation.inner, Slip.ADDED, added, double)
    return Misquotation(quotation.inner, Slip.PARAPHRASED, None, double)


@lru_cache(maxsize=8)
def _words(story: Vocabulary) -> tuple[_Word, ...]:
    """Return the words of ``story`` in order."""
    return tuple(
        _Word(word, number, span) for number, paragraph in story.paragraphs for word, span in placed(paragraph)
    )


def _with_gap(wanted: Sequence[str], told: Sequence[_Word], story: Vocabulary) -> Place | None:
    """Return where the story has all the words in order with a few others between them, in one paragraph."""
    if len(wanted) < 2:
        return None
    for start, first in enumerate(told):
        if first.plain != wanted[0]:
            continue
        at, matched = start, 1
        while matched < len(wanted) and at + 1 < len(told) and at - start < len(wanted) - 1 + _LEFT_OUT:
            at += 1
            matched += told[at].plain == wanted[matched]
        if matched == len(wanted) and told[at].paragraph == first.paragraph:
            place = Place(first.paragraph, first.span.joined(told[at].span))
            if len(wanted) > 2 or at == start + 2 or _quoted(place, story):
                return place
    return None


def _with_another_word(wanted: Sequence[str], told: Sequence[_Word], story: Vocabulary) -> Place | None:
    """Return where the story has the words but for one, which stands nowhere in it, in none of its forms.

    Where that one turns the sense ("will" for "may", a "not" on one side), it may stand elsewhere.
    """
    size = len(wanted)
    if size < 2:
        return None
    for start in range(len(told) - size + 1):
        window = told[start : start + size]
        other = [place for place in range(size) if window[place].plain != wanted[place]]
        if len(other) != 1 or window[0].paragraph != window[-1].paragraph:
            continue
        odd = wanted[other[0]]
        place = Place(window[0].paragraph, window[0].span.joined(window[-1].span))
        if size >= _FEW and _turned(odd, window[other[0]].plain) and _in_one_sentence(place, story):
            return place
        if _known(odd, story) or is_function_word(odd) or _same_number(odd, window[other[0]].plain):
            continue
        if _only_met(window, wanted, other[0], place, story):
            continue
        return place
    return None


def _with_denial_turned(wanted: Sequence[str], story: Vocabulary) -> Place | None:
    """Return where the story quotes the words with more, or with less, of "not" and the like among them."""
    bare = without_denial(wanted)
    if len(bare) < _FEW or bare[0] not in story.words:
        return None
    for number, paragraph in story.paragraphs:
        for quotation in paragraph.quotations:
            said = list(words_in(quotation.inner.of(paragraph.text)))
            if len(said) >= len(bare) and (found := turned_run(wanted, bare, [word for word, _ in said])) is not None:
                start = quotation.inner.start
                return Place(number, Span(start + said[found[0]][1].start, start + said[found[1]][1].end))
    return None


def _turned(odd: str, told: str) -> bool:
    """Say whether a small word of the headline turns the sense of the small one that the story has in its place."""
    return turns(odd, told) and all(is_function_word(word) or denying(word) for word in (odd, told))


def _in_one_sentence(place: Place, story: Vocabulary) -> bool:
    """Say whether words of the story at ``place`` are of one sentence."""
    return any(one.span.covers(place.span) for one in dict(story.paragraphs)[place.paragraph].sentences)


def _only_met(window: Sequence[_Word], wanted: Sequence[str], odd: int, place: Place, story: Vocabulary) -> bool:
    """Say whether words of the story at ``place`` are hardly those that a headline quotes with another word.

    So it is where a few of them are of two sentences; where a phrase ends before the word that differs ("four years
    before" the headline's "four years off"); of two words that are not quoted there where one is a name ("US soldier"
    for "child soldier"); and where names are all that the two have in common ("mourn Ada Bell", "blame Ada Bell").
    """
    if odd in (0, len(window) - 1) and is_function_word(window[odd].plain):
        return True
    if len(window) <= _FEW and not _in_one_sentence(place, story):
        return True
    if len(window) == 2 and is_function_word(wanted[1 - odd]):
        return True
    names = [story.written(Place(place.paragraph, word.span))[0].isupper() for word in window]
    met = all(name for at, name in enumerate(names) if at != odd) or (len(window) == 2 and names[odd])
    return met and not _quoted(place, story)


def _quoted(place: Place, story: Vocabulary) -> bool:
    """Say whether the story has quotation marks around what is at ``place``."""
    return any(one.inner.covers(place.span) for one in dict(story.paragraphs)[place.paragraph].quotations)


def _same_number(one: str, other: str) -> bool:
    """Say whether two words are the same number, one in letters, one in digits."""
    first, second = ([figure.value for figure in figures(word)] for word in (one, other))
    return bool(first) and first == second


def _partly_quoted(wanted: Sequence[str], story: Vocabulary) -> Place | None:
    """Return the story's quotation that has one of the content words, if another one stands nowhere in the story."""
    content = [word for word in wanted if not is_function_word(word)]
    if _JOINING.isdisjoint(wanted) or len(content) < 2 or all(_known(word, story) for word in content):
        return None
    for number, paragraph in story.paragraphs:
        for quotation in paragraph.quotations:
            inside = {word for word, _ in words_in(quotation.inner.of(paragraph.text))}
            if not inside.isdisjoint(content):
                return Place(number, quotation.inner)
    return None


def _known(word: str, story: Vocabulary) -> bool:
    """Say whether the story has ``word`` in any form."""
    return word in story.words or stem(word) in story.stems or key(word) in story.keys


def severe(found: Misquotation, words: int) -> bool:
    """Say whether a quotation cannot pass for a claim quote: it is nearly right, or long and in double marks."""
    return found.slip is not Slip.PARAPHRASED or (found.double and words >= _SENTENCE)
