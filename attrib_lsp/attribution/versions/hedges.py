"""Words that hold back, lost: what may be has become what will be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.certainty import FLAT, beside, certainty
from attrib_lsp.attribution.claims import Line
from attrib_lsp.attribution.keys import key
from attrib_lsp.attribution.standing import asks, negated
from attrib_lsp.attribution.values import Place
from attrib_lsp.attribution.versions.change import Change, ChangeKind
from attrib_lsp.attribution.versions.passages import Passage, Versions
from attrib_lsp.attribution.versions.version import Version
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon, words
from attrib_lsp.text.span import Span

#: The highest rank of a word that holds back, and the lowest of one that does not.
HELD_BACK, SURE = 3, 4
#: The rank of what may be: auxiliaries above it ("would") only say when.
_POSSIBLE = 2
_LED = ("xcomp", "ccomp", "csubj", "acl", "advcl")


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that holds back what ``told`` tells, how far (``rank``, see `certainty`), and where."""

    line: Line
    token: Token
    told: Token
    rank: int

    @property
    def beside(self) -> bool:
        """Whether it is an auxiliary or an adverb: then what governs both is no matter."""
        return self.token.relation in ("aux", "advmod")


def certainty_raised(both: Versions) -> Iterator[Change]:
    """Yield the words that held something back which is told more surely now."""
    for passage in (*both.front, *both.changed):
        seen: set[str] = set()
        before, after = hedges(both.old, passage.old), hedges(both.new, passage.new)
        for hedge in before:
            told = _surer(both, passage, hedge, before, after)
            if told is None or key(hedge.told.lemma) in seen:
                continue
            seen.add(key(hedge.told.lemma))
            line, token = told
            yield Change(
                ChangeKind.CERTAINTY_RAISED,
                Place(hedge.line.paragraph, _with(both.old.sentence(hedge.line), hedge.token, hedge.told)),
                Place(line.paragraph, _auxiliaries(both.new.sentence(line), token)),
                before=hedge.token.text,
                after=_auxiliaries(both.new.sentence(line), token).of(both.new.paragraph(line).text),
            )


def hedges(version: Version, lines: tuple[Line, ...]) -> tuple[Hedge, ...]:
    """Return the words that hold back in some lines, in reading order."""
    return tuple(hedge for line in lines for hedge in _hedges(line, version.sentence(line)))


def _hedges(line: Line, sentence: Sentence) -> Iterator[Hedge]:
    """Yield the words of a sentence that hold something back."""
    table = lexicon("certainty")
    for token in sentence.tokens:
        text, lemma, head = token.text.lower(), token.lemma.lower(), sentence.head(token)
        if token.relation == "aux" and table["auxiliaries"].get(text, FLAT) <= _POSSIBLE and text != "can":
            if text != "could" or not negated(sentence, head):  # who "could not" was unable
                yield Hedge(line, token, head, table["auxiliaries"][text])
        elif token.relation == "advmod" and text in table["adverbs"]:
            yield Hedge(line, token, head, table["adverbs"][text])
        elif token.relation == "amod" and lemma in words("versions", "doubting_adjectives"):
            yield Hedge(line, token, head, 1)
        elif table["governing"].get(lemma, FLAT) <= HELD_BACK:
            led = sentence.child(token, *_LED[:4])
            if led is not None and led.index > token.index:
                yield Hedge(line, token, led, table["governing"][lemma])


def _surer(
    both: Versions, passage: Passage, hedge: Hedge, before: tuple[Hedge, ...], after: tuple[Hedge, ...]
) -> tuple[Line, Token] | None:
    """Return the word by which the new version tells surely what a hedge held back; None where it does not."""
    if len(after) >= len(before) and any(one.rank <= HELD_BACK for one in after):
        rest = [key(one.told.lemma) for one in after]
        if key(hedge.told.lemma) in rest or not _strictly(hedge, before, after):
            return None
    wanted = key(hedge.told.lemma)
    if _spelled(both.new, passage.new, hedge) >= _spelled(both.old, passage.old, hedge):
        return None
    if any(key(one.told.lemma) == wanted for one in after):
        return None
    noun = hedge.token.relation == "amod"
    for line in passage.new:
        sentence = both.new.sentence(line)
        for token in sentence.tokens:
            if key(token.lemma) != wanted or token.pos in ("PROPN", "PUNCT"):
                continue
            if noun:
                return None if _doubted(sentence) else (line, token)
            rank = beside(sentence, token) if hedge.beside else certainty(sentence, token)
            if rank >= SURE and rank > hedge.rank and not asks(sentence.text):
                return line, token
    return None


def _spelled(version: Version, lines: tuple[Line, ...], hedge: Hedge) -> int:
    """Return how often some lines have the word of a hedge."""
    texts = (token.text.lower() for line in lines for token in version.sentence(line).tokens)
    return sum(text == hedge.token.text.lower() for text in texts)


def _strictly(hedge: Hedge, before: tuple[Hedge, ...], after: tuple[Hedge, ...]) -> bool:
    """Say whether every word that holds back in the new version has its own in the old one, other than ``hedge``."""
    mine = [key(one.told.lemma) for one in before if one is not hedge]
    return all(key(one.told.lemma) in mine for one in after)


def _doubted(sentence: Sentence) -> bool:
    """Say whether a sentence says in any other way that something is only alleged."""
    return sentence.holds(words("versions", "doubting_adjectives") | words("accusing", "accuse")) or sentence.holds(
        frozenset(lexicon("certainty")["adverbs"])
    )


def _with(sentence: Sentence, one: Token, other: Token) -> Span:
    """Return the span of two words; of the first alone where they stand far apart."""
    return one.span.joined(other.span) if abs(one.index - other.index) <= 6 else one.span


def _auxiliaries(sentence: Sentence, token: Token) -> Span:
    """Return the span of a word with its auxiliaries right before it."""
    span = token.span
    for child in sentence.children(token, "aux", "aux:pass", "mark"):
        if 0 < token.index - child.index <= 2:
            span = span.joined(child.span)
    return span
