"""Drafts edited at random: what is remembered of earlier versions changes no answer."""

from __future__ import annotations

import pytest

from benchmarks.fuzz import Replay, Session


@pytest.fixture(scope="module")
def pipeline() -> Replay:
    """Return a pipeline that gives a copy of what it has read before."""
    return Replay()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_found_after_many_edits_is_what_a_new_linter_finds(pipeline: Replay, seed: int) -> None:
    session = Session(pipeline, seed)
    for number in range(1, 71):
        session.step(number)
    assert session.findings > 50
    assert session.previewed > 50
