"""The pipeline that ships, as a spaCy pipeline and behind its door."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from attrib_lsp.language.component import FACTORY, Reader
from attrib_lsp.language.pipeline import PACKAGE_DATA, Pipeline, cut
from attrib_lsp.language.values import ATTRIBUTIONS
from attrib_lsp.linter.linter import Linter

TEXT = "The bridge is safe, the minister, Ada Kent, said on Monday. According to a report, it had cracked in May."
ODD = [
    "",
    "   ",
    "\u00a0\u200b",
    "😀 😀",
    "!" * 900,
    "a " * 3000,
    "x" * 5000,
    "مرحبا بالعالم",
    "One.  Two\u00a0three.\tFour",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(PACKAGE_DATA)


@pytest.fixture(scope="module")
def pipeline(linter: Linter) -> Pipeline:
    return linter.pipeline


def test_spacy_opens_it_without_being_told_of_us() -> None:
    script = f"import spacy; print(spacy.load({str(PACKAGE_DATA)!r})('She said no.')[1].lemma_)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ran.stdout == "say\n", ran.stderr


def test_spacy_is_imported_without_its_commands_which_are_there_when_asked_for() -> None:
    script = (
        "import sys; from attrib_lsp.language.spacy_alone import import_spacy; one = import_spacy();"
        "assert 'spacy.cli' not in sys.modules; import spacy; assert spacy is one;"
        "assert spacy.info(silent=True)['spacy_version'] == spacy.__version__;"
        "from spacy.cli import download; assert callable(download)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert not ran.returncode, ran.stderr


def test_a_document_gets_all_of_it(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [sentence.text for sentence in doc.sents] == [TEXT[:59], TEXT[60:]]
    said = next(token for token in doc if token.text == "said")
    assert (said.tag_, said.pos_, said.lemma_, said.dep_) == ("VBD", "VERB", "say", "ROOT")
    assert "Ada Kent" in {entity.text for entity in doc.ents if entity.label_ == "PERSON"}
    parts = [(span.id, span.label_, span.text) for span in doc.spans[ATTRIBUTIONS]]
    assert (1, "CUE", "said") in parts
    assert (1, "CONTENT", "The bridge is safe") in parts
    assert {number for number, role, text in parts if text == "According to"} == {2}


@pytest.mark.parametrize("text", [one for one in (TEXT, *ODD) if len(list(cut(0, one))) == 1])
def test_the_shorter_way_hands_over_what_a_document_would_hold(nlp: Language, pipeline: Pipeline, text: str) -> None:
    doc = nlp(text)
    (parse,) = pipeline.read([text])
    words = [token for token in doc if not token.is_space]
    read = [(token.text, token.lemma, token.pos, token.tag) for one in parse.sentences for token in one.tokens]
    assert read == [(token.text, token.lemma_, token.pos_, token.tag_) for token in words]
    heads = [one.tokens[token.head].span.start for one in parse.sentences for token in one.tokens]
    assert heads == [token.head.idx for token in words]
    names = [(entity.text, entity.label) for one in parse.sentences for entity in one.entities]
    assert names == [(entity.text, entity.label_) for entity in doc.ents]
    spans = [span for one in parse.attributions for span in (one.source, one.cue, *one.contents) if span is not None]
    assert [span.of(text) for span in spans] == [span.text for span in doc.spans[ATTRIBUTIONS]]
    assert parse.vectors is not None
    assert (parse.vectors == doc.tensor[[token.i for token in words]]).all()


def test_one_document_is_read_like_many(nlp: Language) -> None:
    texts = [TEXT, "He denied it.", "Prices rose, the office says. They may fall."]
    together = [doc.to_json() for doc in nlp.pipe(texts)]
    assert together == [nlp(text).to_json() for text in texts]


def test_what_it_was_loaded_from_can_be_written_and_loaded_again(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "copy")
    assert spacy.load(tmp_path / "copy")(TEXT).to_json() == nlp(TEXT).to_json()


def test_an_empty_reader_is_not_written(nlp: Language, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="never loaded"):
        Reader(nlp.vocab).to_disk(tmp_path / "copy")


def test_sentences_that_a_document_brings_are_kept(nlp: Language) -> None:
    words = ["We", "said", "no", "and", "left"]
    doc = Doc(nlp.vocab, words=words, sent_starts=[True, False, False, True, False])
    reader = nlp.get_pipe(FACTORY)
    assert isinstance(reader, Reader)
    assert [sentence.text for sentence in reader(doc).sents] == ["We said no", "and left"]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_read_whole(pipeline: Pipeline, text: str) -> None:
    (parse,) = pipeline.read([text])
    tokens = [token for sentence in parse.sentences for token in sentence.tokens]
    assert "".join(token.text for token in tokens) == "".join(text.split()).replace("\u00a0", "")
    assert all(text[token.span.start : token.span.end] == token.text for token in tokens)
    for sentence in parse.sentences:
        assert sum(token.head == token.index for token in sentence.tokens) == 1


def test_a_long_paragraph_is_read_in_passages_that_end_with_sentences(pipeline: Pipeline) -> None:
    text = " ".join(f"The mayor said that bridge number {number} was safe." for number in range(200))
    (parse,) = pipeline.read([text])
    assert len(parse.sentences) == 200
    assert len(parse.attributions) == 200
    for one in parse.attributions:
        assert one.cue is not None
        assert text[one.cue.start : one.cue.end] == "said"
