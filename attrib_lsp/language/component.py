"""The spaCy component that reads: tags, lemmas, sentences, trees, names, attributions, in one pass over a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
from spacy.attrs import DEP, HEAD, IDX, LEMMA, ORTH, POS, SPACY, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from attrib_lsp.language.arrays import Floats
from attrib_lsp.language.decoding.analysis import Analysis, Decoder
from attrib_lsp.language.decoding.links import Marked
from attrib_lsp.language.decoding.sequences import Run
from attrib_lsp.language.model import WIDTH, Model
from attrib_lsp.language.values import ATTRIBUTIONS

FACTORY = "attrib_lsp_reader"
#: Pieces in one passage at most; the encoder knows 512 places.
LONGEST = 380
#: From this many pieces on, a passage that has to end ends behind the next sentence's mark.
LONG = 240
#: Documents read together.
TOGETHER = 32
_ENDS = frozenset('.!?…"”')


class Word(NamedTuple):
    """A token of a document: its number there, where it begins in the text, whether white space follows."""

    number: int
    place: int
    text: str
    spaced: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """The tokens of a document that are read at once; those of white space are left out.

    ``tokens`` are their numbers in the document, ``places`` where they begin in its text.
    """

    doc: int
    tokens: list[int]
    places: list[int]
    words: list[str]
    spaces: list[bool]
    starts: list[int] | None


class Read(NamedTuple):
    """A passage with what was read in it; ``vectors`` are its words'."""

    passage: Passage
    analysis: Analysis
    vectors: Floats


class Reader:
    """Reads documents. Everything it needs is loaded from disk.

    Sentence boundaries that a document brings are kept.
    """

    def __init__(self, vocab: Vocab, name: str = FACTORY) -> None:
        """Make an empty component: `from_disk` brings the model."""
        self.vocab, self.name = vocab, name
        self._folder: Path | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        annotate(doc, self._read([doc])[0])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = TOGETHER) -> Iterator[Doc]:
        """Annotate a stream of documents, some of them at a time."""
        documents = iter(stream)
        while batch := list(islice(documents, batch_size)):
            for doc, read in zip(batch, self._read(batch), strict=True):
                annotate(doc, read)
            yield from batch

    def read(self, stream: Iterable[Doc]) -> Iterator[list[Read]]:
        """Yield what is read in each of a stream of documents, some of them at a time; nothing is written into them."""
        documents = iter(stream)
        while batch := list(islice(documents, TOGETHER)):
            yield from self._read(batch)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> Reader:
        """Load the model, its labels and its weights.

        Raises:
            OSError: a file is missing.
        """
        self._folder = folder = Path(path)
        self._model = Model(folder / "model.onnx", folder / "pieces.txt")
        self._decoder = Decoder(folder / "labels.json", folder / "weights.npz", folder / "lemmas.json")
        return self

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Copy what was loaded to ``path``."""
        if self._folder is None:
            raise ValueError("a reader that was never loaded cannot be written")
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for file in self._folder.iterdir():
            (folder / file.name).write_bytes(file.read_bytes())

    def _read(self, docs: Sequence[Doc]) -> list[list[Read]]:
        """Return the passages of each of ``docs`` with what is read in them."""
        passages = [passage for number, doc in enumerate(docs) for passage in self._passages(number, doc)]
        encoded = [self._model.passage(passage.words, passage.spaces) for passage in passages]
        scores = [self._model.run(one) for one in encoded]
        analyses = self._decoder.decode(
            scores, [passage.words for passage in passages], [passage.starts for passage in passages]
        )
        by_doc: list[list[Read]] = [[] for _ in docs]
        for passage, score, analysis in zip(passages, scores, analyses, strict=True):
            by_doc[passage.doc].append(Read(passage, analysis, score.vectors[1:]))
        return by_doc

    def _passages(self, number: int, doc: Doc) -> Iterator[Passage]:
        """Yield the passages of a document: all of it, or parts that fit the encoder."""
        words = _words(doc)
        counts = [self._model.length(word.text) for word in words]
        if words and sum(counts) <= LONG:
            yield _passage(number, doc, words)
            return
        part: list[Word] = []
        pieces = 0
        for word, count in zip(words, counts, strict=True):
            full = pieces + count > LONGEST or (pieces > LONG and part[-1].text in _ENDS and word.text not in _ENDS)
            if part and full:
                yield _passage(number, doc, part)
                part, pieces = [], 0
            part.append(word)
            pieces += count
        if part:
            yield _passage(number, doc, part)


def _words(doc: Doc) -> list[Word]:
    """Return the tokens of a document that are not white space."""
    found: list[Word] = []
    strings = doc.vocab.strings
    for number, (orth, place, space) in enumerate(doc.to_array([ORTH, IDX, SPACY]).tolist()):  # Token objects are slow
        text = strings[orth]
        if not text.isspace():
            found.append(Word(number, place, text, bool(space)))
        elif found:
            found[-1] = found[-1]._replace(spaced=True)
    return found


def _passage(number: int, doc: Doc, part: Sequence[Word]) -> Passage:
    """Return a passage, with the sentences that the document brings if it does."""
    tokens, places, words, spaces = (list(column) for column in zip(*part, strict=True))
    starts = None
    if doc.has_annotation("SENT_START"):
        starts = [place for place, token in enumerate(tokens) if not place or doc[token].is_sent_start]
    return Passage(number, tokens, places, words, spaces, starts)


def annotate(doc: Doc, read: Sequence[Read]) -> None:
    """Write analyses into their document. White space hangs from the token before it, as spaCy has it.

    The words' vectors go into ``doc.tensor``, at half precision; those of white space are nothing.
    """
    strings = doc.vocab.strings
    columns = np.zeros((len(doc), 5), np.uint64)
    columns[:, 0], columns[:, 1], columns[:, 4] = strings.add("_SP"), strings.add("SPACE"), strings.add("dep")
    heads = np.maximum(np.arange(len(doc)) - 1, 0)
    doc.tensor = np.zeros((len(doc), WIDTH), np.float16)
    for passage, one, vectors in read:
        doc.tensor[passage.tokens] = vectors
        for place, token in enumerate(passage.tokens):
            columns[token, 0] = strings.add(one.tags[place])
            columns[token, 1] = strings.add(one.pos[place])
            columns[token, 2] = strings.add(one.lemmas[place])
            columns[token, 4] = strings.add("ROOT" if one.heads[place] == place else one.relations[place])
            heads[token] = passage.tokens[one.heads[place]]
    columns[:, 3] = (heads - np.arange(len(doc))).astype(np.int64).view(np.uint64)
    doc.from_array([TAG, POS, LEMMA, HEAD, DEP], columns)  # type: ignore[arg-type]
    doc.set_ents([_span(doc, passage, run) for passage, one, _ in read for run in one.names], default="outside")
    marked = [(passage, attribution) for passage, one, _ in read for attribution in one.attributions]
    doc.spans[ATTRIBUTIONS] = list(
        chain.from_iterable(_parts(doc, passage, one, number) for number, (passage, one) in enumerate(marked, start=1))
    )


def _span(doc: Doc, passage: Passage, run: Run, number: int = 0) -> Span:
    """Return a run of a passage's words as a span of its document."""
    return Span(doc, passage.tokens[run.first], passage.tokens[run.end - 1] + 1, label=run.label, span_id=number)


def _parts(doc: Doc, passage: Passage, one: Marked, number: int) -> Iterator[Span]:
    """Yield the parts of an attribution: source, cue, contents."""
    for run in (one.source, one.cue, *one.contents):
        if run is not None:
            yield _span(doc, passage, run, number)


@Language.factory(FACTORY)
def make_reader(nlp: Language, name: str) -> Reader:
    """Make the component for a pipeline."""
    return Reader(nlp.vocab, name)
