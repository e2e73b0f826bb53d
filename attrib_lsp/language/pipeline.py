"""The trained pipeline that ships as package data, behind the only door to spaCy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from attrib_lsp.language.values import Entity, EntityLabel, Role, RoleMark, Sentence, Token
from attrib_lsp.text.span import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

#: Where the trained parts lie: "reader" (tags, lemmas, trees, names) and "roles" (sources and cues).
PACKAGE_DATA = Path(__file__).parent / "data"

#: Code points at most in one document given to spaCy; a longer paragraph is read in pieces cut between words.
LONGEST = 20_000


class Piece(NamedTuple):
    """A part of the texts that are read: ``words`` stand at ``offset`` of text number ``text``."""

    text: int
    offset: int
    words: str


class Pipeline:
    """Reads prose into sentences. One thread at a time may use it.

    Loading takes about a second, most of it importing spaCy.
    """

    def __init__(self, data: Path = PACKAGE_DATA) -> None:
        """Load the trained parts from the folder ``data``.

        Raises:
            OSError: the folder holds no pipeline.
        """
        import spacy
        from spacy.util import registry

        # What both parts would load twice takes longer than all the rest: the rules of the tokenizer (the reader takes
        # them from spaCy itself, the roles get documents that have been split) and the strings.
        registry.tokenizers("attrib_lsp.none.v1", func=_no_tokenizer)
        split = {"nlp.tokenizer": {"@tokenizers": "attrib_lsp.none.v1"}}
        vocab = (reader := spacy.load(data / "reader", exclude=["tokenizer"])).vocab
        self._reader = by_numpy(reader)
        self._roles = by_numpy(
            spacy.load(data / "roles", vocab=vocab, exclude=["tokenizer", "vocab"], config=split),
        )

    def read(self, texts: Sequence[str]) -> list[tuple[Sentence, ...]]:
        """Return the sentences of each of ``texts``; spans count in that text."""
        pieces = [piece for number, text in enumerate(texts) for piece in cut(number, text)]
        found: list[list[Sentence]] = [[] for _ in texts]
        with self._reader.memory_zone():
            docs = list(self._reader.pipe([piece.words for piece in pieces]))
            for piece, doc, roles in zip(pieces, docs, self._mark(docs), strict=True):
                found[piece.text].extend(sentences(doc, roles, piece.offset))
        return [tuple(one) for one in found]

    def _mark(self, docs: Sequence[Doc]) -> list[Doc]:
        """Return a copy of each document with sources and cues as its entities."""
        from spacy.tokens import Doc

        copies = [
            Doc(doc.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])
            for doc in docs
        ]
        return list(self._roles.pipe(copies))


def _no_tokenizer() -> Callable[[Language], Callable[[str], Doc]]:
    """Return what makes a tokenizer without rules, for a part that is only given split documents."""
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

    def make(part: Language) -> Callable[[str], Doc]:
        tokenizer: Callable[[str], Doc] = Tokenizer(part.vocab)
        return tokenizer

    return make


def by_numpy(part: Language) -> Language:
    """Let ``part`` multiply matrices by NumPy's BLAS and return it.

    The BLIS that spaCy brings has no kernels for some processors: there it takes half as long again.
    """
    for _, component in part.pipeline:
        for node in component.model.walk():  # type: ignore[attr-defined]
            node.ops.use_blis = False
    return part


def cut(number: int, text: str, longest: int = LONGEST) -> Iterator[Piece]:
    """Yield text ``number`` in pieces of at most ``longest`` code points, cut between words where there are any.

    >>> [piece.words for piece in cut(0, "one two three", 8)]
    ['one two ', 'three']
    """
    start = 0
    while len(text) - start > longest:
        end = text.rfind(" ", start + 1, start + longest) + 1 or start + longest
        yield Piece(number, start, text[start:end])
        start = end
    yield Piece(number, start, text[start:])


def sentences(doc: Doc, roles: Doc, offset: int) -> Iterator[Sentence]:
    """Copy the sentences out of a parsed document whose text stands at ``offset``; white space is no token."""
    text = doc.text
    names, marks = by_sentence(doc, doc.ents), by_sentence(doc, roles.ents)
    for part in doc.sents:
        kept = {token.i: index for index, token in enumerate(one for one in part if not one.is_space)}
        if not kept:
            continue
        tokens = _tokens(part, kept, offset)
        span = tokens[0].span.joined(tokens[-1].span)
        yield Sentence(
            span,
            text[span.start - offset : span.end - offset],
            tokens,
            tuple(_entity(one, text, tokens, place, offset) for one, place in placed(names.get(part.start, ()), kept)),
            tuple(_mark(one, tokens, place) for one, place in placed(marks.get(part.start, ()), kept)),
        )


def by_sentence(doc: Doc, spans: Sequence[DocSpan]) -> Mapping[int, list[DocSpan]]:
    """Return ``spans`` by the first token of the sentence that each begins in; both run in order."""
    found: dict[int, list[DocSpan]] = {}
    starts = iter(sorted(part.start for part in doc.sents))
    start, following = 0, next(starts, 0)
    for span in spans:
        while following is not None and following <= span.start:
            start, following = following, next(starts, len(doc) + 1)
        found.setdefault(start, []).append(span)
    return found


def placed(spans: Sequence[DocSpan], kept: Mapping[int, int]) -> Iterator[tuple[DocSpan, tuple[int, int]]]:
    """Yield each span with its tokens ``(first, end)``, cut to its sentence, those of white space left out."""
    for span in spans:
        inside = [kept[index] for index in range(span.start, span.end) if index in kept]
        if inside:
            yield span, (inside[0], inside[-1] + 1)


def _tokens(part: DocSpan, kept: Mapping[int, int], offset: int) -> tuple[Token, ...]:
    """Copy a sentence's tokens; one whose head was left out hangs from the root."""
    words = [token for token in part if token.i in kept]
    root = next((kept[token.i] for token in words if token.head.i == token.i), 0)
    tokens = []
    for index, token in enumerate(words):
        head = index if index == root else kept.get(token.head.i, root)
        if index == root:
            relation = "root"
        else:
            relation = token.dep_ if head != index else "dep"
            head = head if head != index else root
        start = token.idx + offset
        tokens.append(
            Token(
                index, Span(start, start + len(token)), token.text, token.lemma_, token.pos_, token.tag_, head, relation
            )
        )
    return tuple(tokens)


def _entity(span: DocSpan, text: str, tokens: Sequence[Token], place: tuple[int, int], offset: int) -> Entity:
    """Copy a name."""
    here = tokens[place[0]].span.joined(tokens[place[1] - 1].span)
    words = text[here.start - offset : here.end - offset]
    return Entity(here, *place, cast("EntityLabel", span.label_), words)


def _mark(span: DocSpan, tokens: Sequence[Token], place: tuple[int, int]) -> RoleMark:
    """Copy a source or a cue."""
    here = tokens[place[0]].span.joined(tokens[place[1] - 1].span)
    return RoleMark(here, *place, Role(span.label_.lower()))
