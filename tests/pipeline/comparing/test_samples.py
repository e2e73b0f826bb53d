"""Samples: what is marked as wrong where, which stories are kept out, and what is stored."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import numpy as np
import pytest

from attrib_lsp.language.comparing.values import Wrong
from attrib_lsp.linter.linter import Linter
from pipeline.comparing.making import answered, made, tried
from pipeline.comparing.mutations import MUTATIONS
from pipeline.comparing.mutations.certainty import modal
from pipeline.comparing.mutations.values import Change
from pipeline.comparing.published import Case, Published, half, part, published
from pipeline.comparing.reading import ReadStory, stock_of
from pipeline.comparing.reading import read as read_stories
from pipeline.comparing.samples import Compared, Origin
from pipeline.comparing.store import Store, write
from pipeline.worth import Part

BODY = (
    "The Velmouth mill may close in June, its owner Nadia Okoro said on Tuesday. She did not say why the old mill "
    "would have to close, or what would become of its 250 workers and of the river.\n\nThe town hopes to buy it."
)
STORY = Published("story", "Velmouth mill may close in June", BODY, Part.TRAINING)
TEST = STORY._replace(part=Part.TEST, tests=(Case("Velmouth mill closes", "certainty: closes", ("certainty",)),))


def story_of(linter: Linter, one: Published) -> ReadStory:
    (found,) = read_stories(linter.pipeline, [one])
    return found


@pytest.fixture(scope="module")
def samples(linter: Linter) -> Compared:
    story = story_of(linter, STORY)
    (found,) = made(linter.pipeline, [story], stock_of([story]))
    return found


def test_the_changed_word_is_wrong_and_no_other(samples: Compared) -> None:
    changed = [one for one in samples.samples if one.origin is Origin.MUTATED and one.kind.startswith("modal")]
    assert changed
    for one in changed:
        wrong = [key for key, value in zip(one.text.words.spellings, one.wrong, strict=True) if value]
        assert wrong in (["will"], ["closes"])
        assert set(one.wrong) == {0, Wrong.CERTAINTY.value}


def test_right_headlines_have_nothing_wrong(samples: Compared) -> None:
    right = (Origin.PUBLISHED, Origin.CONTROL, Origin.AGREEING)
    assert not any(one.wrong.any() for one in samples.samples if one.origin in right)
    assert samples.samples[0].origin is Origin.PUBLISHED


def test_meetings_and_states_are_those_of_the_words(samples: Compared) -> None:
    for one in samples.samples:
        story = samples.stories[one.story]
        assert one.codes.shape == (len(one.text.words.keys), len(story.words.keys))
        assert len(one.text.vectors) == len(one.text.words.keys) == len(one.wrong)
    first = samples.samples[0]
    same = (first.codes & 1).any(1)
    assert [word for word, meets in zip(first.text.words.keys, same, strict=True) if meets] == first.text.words.keys


def test_a_story_is_changed_to_agree_with_a_mutation(linter: Linter) -> None:
    story = story_of(linter, STORY)
    change = next(
        one
        for seed in range(9)
        if (one := modal(story.headline, story.story, stock_of([story]), random.Random(seed))) and one.story
    )
    answer = answered(story, [Change("swapped", ()), change], random.Random(1))
    assert answer is not None
    paragraphs, (agreeing, differing) = answer
    assert paragraphs[0] is not None
    assert paragraphs[0].startswith("The Velmouth mill will close in June")
    assert paragraphs[1] is None
    assert (agreeing.text, list(agreeing.marks)) == ("Velmouth mill will close in June", [])
    assert differing.text == STORY.headline
    assert [differing.text[span.start : span.end] for span, _ in differing.marks] == ["may"]


def test_no_mutation_leaves_a_headline_as_it_was(linter: Linter) -> None:
    story = story_of(linter, STORY)
    stock = stock_of([story])
    for seed in range(20):
        for change in tried(MUTATIONS, story.headline, story.story, stock, random.Random(seed)):
            assert any(edit.new != STORY.headline[edit.start : edit.end] for edit in change.edits)


def test_stories_of_the_test_get_its_headlines_only(linter: Linter) -> None:
    story = story_of(linter, TEST)
    (found,) = made(linter.pipeline, [story], stock_of([story]))
    assert [one.origin for one in found.samples] == [Origin.PUBLISHED, Origin.TEST]
    assert found.samples[1].expected == ("certainty",)


def test_the_parts_do_not_overlap() -> None:
    keys = [f"story-{number}" for number in range(400)]
    assert {part(key, tested=True) for key in keys if half(key) == 1} == {Part.TEST}
    assert {part(key, tested=True) for key in keys if half(key) == 0} == {Part.TRAINING}
    assert {part(key, tested=False) for key in keys} == {Part.TRAINING, Part.CHOICE}


def test_each_story_is_read_once_and_the_test_comes_first(tmp_path: Path) -> None:
    tested = next(name for name in map(str, range(99)) if half(name) == 1)
    rows = {
        "headline/mutations.jsonl": [
            {"base_id": tested, "original": "Mill may close", "headline": "Mill closes", "type": "certainty",
             "subtype": "modal", "expected_rule": ["HED303"], "should_fire": True},
            {"base_id": tested, "original": "Mill may close", "headline": "Mill could close", "type": "control",
             "subtype": "synonym", "expected_rule": None, "should_fire": False},
        ],
        "articles/articles.jsonl": [
            {"id": tested, "headline": "Mill may close", "body": BODY},
            {"id": "copy", "headline": "Mill to close", "body": BODY},
            {"id": "short", "headline": "Mill to close", "body": "It may."},
            {"id": "other", "headline": "Ferry sinks", "body": "The ferry sank. " * 20},
        ],
        "attribution/polnear.train.jsonl": [
            {"id": "one", "headline": [0, 12], "text": "Mayor quits. " + "The mayor has quit. " * 20}
        ],
    }  # fmt: skip
    for name, found in rows.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(map(json.dumps, found)), encoding="utf-8")
    with gzip.open(tmp_path / "headline" / "pairs.jsonl.gz", "wt") as file:
        file.write("")
    first, *others = published(tmp_path)
    assert (first.key, first.part) == (tested, Part.TEST)
    assert [(one.headline, one.expected) for one in first.tests] == [
        ("Mill closes", ("certainty",)),
        ("Mill could close", None),
    ]
    assert [(one.key, one.headline) for one in others] == [("other", "Ferry sinks"), ("polnear-one", "Mayor quits")]


def test_a_store_keeps_its_values_and_is_not_written_twice(tmp_path: Path) -> None:
    first = write(tmp_path / "values", ["one", "two"])
    again: Store[str] = write(tmp_path / "values", ["three"])
    assert (list(first), list(again), again[1], len(again)) == (["one", "two"], ["one", "two"], "two", 2)


def test_a_store_that_was_not_finished_is_written_again(tmp_path: Path) -> None:
    (tmp_path / "values").write_bytes(b"half of it")
    with pytest.raises(OSError):
        Store(tmp_path / "values")
    assert list(write(tmp_path / "values", [np.float32(1.5)])) == [1.5]
