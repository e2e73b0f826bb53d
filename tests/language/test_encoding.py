"""Words become pieces and shapes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from attrib_lsp.language.encoding.shapes import SHAPES, quoted, shapes
from attrib_lsp.language.encoding.wordpiece import MOST_PIECES, WordPieces, runs

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "say", "##ing", "s", "##ay", "'", '"', "cafe", "ab"]


@pytest.fixture
def pieces(tmp_path: Path) -> WordPieces:
    path = tmp_path / "pieces.txt"
    path.write_text("\n".join(VOCABULARY) + "\n", encoding="utf-8")
    return WordPieces(path)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Saying", ["say", "##ing"]),
        ("Café’s", ["cafe", "'", "s"]),
        ("“", ['"']),
        ("zebra", ["[UNK]"]),
        ("abz", ["[UNK]"]),  # a known beginning does not save an unknown end
        ("\u200b", ["[UNK]"]),  # nothing to see, but still a word
        ("a" * 200, ["[UNK]"]),
    ],
)
def test_the_longest_known_piece_comes_first(pieces: WordPieces, word: str, expected: list[str]) -> None:
    assert [VOCABULARY[number] for number in pieces.of(word)] == expected


def test_a_word_without_end_has_a_bounded_number_of_pieces(pieces: WordPieces) -> None:
    assert len(pieces.of("'," * 5_000)) == MOST_PIECES


def test_marks_and_ideographs_stand_alone() -> None:
    assert list(runs("don’t—stop中文!")) == ["don", "'", "t", "—", "stop", "中", "文", "!"]


def test_a_missing_vocabulary_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        WordPieces(tmp_path / "nowhere.txt")


def test_a_quotation_that_nobody_closes_gives_way_to_the_next() -> None:
    words = ['"', "Yes", ",", "he", "said", ".", '"', "No"]
    spaces = [False, False, True, True, False, True, False, False]
    assert quoted(words, spaces) == [True] * 8


def test_a_closing_mark_without_an_opening_one_closes_nothing_more() -> None:
    assert quoted(["never", "”", "he", "said"], [False, True, True, False]) == [False, True, False, False]


def test_every_shape_has_its_place() -> None:
    words = [",", "said", "Paris", "A", "NATO", "iPhone", "2016", "9th"]
    outside = shapes(words, [True] * 8)
    inside = shapes(['"', *words], [False, *[True] * 8])[1:]
    assert len({*outside, *inside}) == 16
    assert 0 not in {*outside, *inside}
    assert max(*outside, *inside) < SHAPES


def test_nothing_is_told_to_anybody(tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    environment.pop("ORT_DISABLE_TELEMETRY", None)
    code = "from attrib_lsp.language.model import session; from attrib_lsp.language.pipeline import PACKAGE_DATA; "
    code += "session(PACKAGE_DATA / 'attrib_lsp_comparer' / 'model.onnx')"
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    assert not list(tmp_path.iterdir())
