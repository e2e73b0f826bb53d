"""Which language a draft is in, by sentences in many languages that spaCy brings along."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
import spacy.lang

from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_row, read_story
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.tongue import is_foreign

#: No language, English and its like, and four sentences of a language that shows too few signs in so little text.
PASSED_OVER = {"xx", "en", "eu", "lg", "tn"}


def languages() -> list[str]:
    """Return the languages of which there are sentences."""
    found = []
    for module in pkgutil.iter_modules(spacy.lang.__path__):
        try:
            importlib.import_module(f"spacy.lang.{module.name}.examples")
        except ImportError:
            continue
        found.append(module.name)
    return found


def sentences(language: str) -> list[str]:
    """Return sentences of a language."""
    return list(importlib.import_module(f"spacy.lang.{language}.examples").sentences)


@pytest.mark.parametrize("language", sorted(set(languages()) - PASSED_OVER))
def test_other_languages_are_told(language: str) -> None:
    assert is_foreign(sentences(language))


@pytest.mark.parametrize("language", sorted(set(languages()) - PASSED_OVER))
def test_a_story_may_quote_at_length(language: str) -> None:
    told = "The mayor resigned on Tuesday, a spokesman for the city said. She had been accused of selling the port."
    quoted = " ".join(sentences(language)).replace('"', "").replace("“", "").replace("”", "")
    assert not is_foreign([told, f"“{quoted}”, she wrote in a letter that was seen by the Herald."])


def test_english_is_english() -> None:
    assert not is_foreign(sentences("en"))
    assert all(not is_foreign([sentence]) for sentence in sentences("en"))


@pytest.mark.parametrize(
    "text",
    ["", "Oslo", "Müller 3, Østergård 4, Šťastný 2", "déjà vu", "12 34 56", "Café", "Réunion à Zürich", "el niño"],
)
def test_too_little_to_tell_is_english(text: str) -> None:
    assert not is_foreign([text])


FRENCH = "La maire quitte ses fonctions\n\nLa maire a démissionné mardi, selon la ville, qui ne dit pas pourquoi.\n"


def test_a_foreign_draft_has_no_parts() -> None:
    story = read_story(SourceText(FRENCH), Markup.PLAIN)
    assert story.foreign is not None
    assert story.foreign.text == "La maire quitte ses fonctions"
    assert (story.headline, story.deck, story.body, story.debris) == (None, None, (), ())


def test_front_matter_has_the_last_word() -> None:
    def foreign(lang: str, text: str) -> bool:
        return read_story(SourceText(f"---\n{lang}\n---\n\n{text}"), Markup.MARKDOWN).foreign is not None

    assert not foreign("lang: en", FRENCH)
    assert not foreign("language: English", FRENCH)
    assert foreign("kind: news", FRENCH)
    assert foreign("lang: de", "The mayor resigned on Tuesday.")


def test_a_row_is_told_by_its_text() -> None:
    headline, _, body = FRENCH.partition("\n\n")
    row = read_row(SourceText(body), SourceText(headline))
    assert row.foreign is not None
    assert row.foreign.field == "headline"
    assert read_row(SourceText("The mayor resigned, they said."), SourceText(headline)).foreign is None
