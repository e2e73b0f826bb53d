"""Long documents get two answers: one at once, one when typing pauses."""

from __future__ import annotations

import asyncio
import threading

import pytest

from attrib_lsp.linter.linter import Linter, SupersededError
from attrib_lsp.server.analyses import Analyses
from attrib_lsp.server.client import Client
from attrib_lsp.server.documents import LONG, Documents, Snapshot
from attrib_lsp.server.worker import Turn, Worker
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText
from tests.server.drafts import HIDDEN, STORY, many_paragraphs
from tests.server.editor import Editor

pytestmark = pytest.mark.asyncio(loop_scope="session")

BOOK = f"{STORY}\n{many_paragraphs(LONG // 160)}\n\nIt is understood that book {{}} ends here.\n"


async def test_a_long_document_is_previewed_then_looked_at_as_a_whole(pulling: Editor) -> None:
    uri = pulling.open(BOOK.format(1))
    assert await pulling.squiggles(uri) == [HIDDEN, HIDDEN]
    asked = pulling.diagnostic_refresh_count
    pulling.edit(uri, "The council voted", "😀 It is understood that it rained.\n\nThe council voted")
    assert await pulling.squiggles(uri) == [
        HIDDEN,
        HIDDEN,
    ]  # the old ones, on their words; of the new one is no word yet
    await pulling.until(lambda: pulling.diagnostic_refresh_count > asked)
    assert await pulling.squiggles(uri) == [HIDDEN, HIDDEN, HIDDEN]
    again = pulling.open(pulling.documents[uri].text)
    assert await pulling.reported(uri) == await pulling.reported(again)
    pulling.edit(uri, "It is understood that it rained.", "It is understood it rained.")
    assert await pulling.squiggles(uri) == [HIDDEN, HIDDEN]
    pulling.close(uri)
    pulling.close(again)


async def test_both_answers_are_pushed_to_a_client_that_does_not_ask(pushing: Editor) -> None:
    uri = pushing.open(BOOK.format(2))
    assert await pushing.squiggles(uri) == [HIDDEN, HIDDEN]
    pushing.edit(uri, "The council voted", "It is understood that it rained.\n\nThe council voted")
    assert await pushing.squiggles(uri) == [HIDDEN, HIDDEN]
    version = pushing.documents[uri].version

    def answers() -> int:
        return sum(one.uri == uri and one.version == version for one in pushing.published)

    await pushing.until(lambda: answers() == 2)
    assert await pushing.squiggles(uri) == [HIDDEN, HIDDEN, HIDDEN]
    pushing.close(uri)


def fail(snapshot: Snapshot, error: Exception) -> None:
    """Fail: an analysis broke down."""
    raise error


async def begin() -> None:
    """Let an analysis begin."""


async def test_who_cannot_be_told_again_gets_the_whole(linter: Linter) -> None:
    documents = Documents()
    analyses = Analyses(documents, Worker(linter), fail, done=lambda found, seconds: None, ready=begin)
    able, unable = Client(pulls=True, refreshes=True), Client(pulls=True)
    first = documents.open("file:///book.md", "markdown", 1, BOOK.format(3))
    assert not (await analyses.at_once(first, able)).preliminary  # there is nothing yet to go by
    second = documents.open("file:///book.md", "markdown", 2, f"Well.\n\n{BOOK.format(3)}")
    analyses.supersede(second.uri)
    told = await analyses.at_once(second, able)
    assert told.preliminary
    assert told.result_id == (await analyses.at_once(second, able)).result_id
    assert not (await analyses.at_once(second, unable)).preliminary
    assert not (await analyses.at_once(second, able)).preliminary  # by now the whole is known
    analyses.drop(second.uri)
    assert not (await analyses.at_once(second, able)).preliminary  # other settings, say


async def test_urgent_work_is_done_in_the_middle_of_an_analysis(linter: Linter) -> None:
    worker, client, done = Worker(linter), Client(), []
    snapshot = Documents().open("file:///book.md", "markdown", 1, many_paragraphs(40))
    begun = threading.Event()

    def dropped() -> bool:
        begun.set()
        return False

    async def analyse() -> None:
        await worker.run(worker.analyse, snapshot, client, Turn(dropped, lambda: False))
        done.append("analysis")

    analysis = asyncio.create_task(analyse())
    await asyncio.to_thread(begun.wait)
    await worker.run_first(done.append, "urgent")
    await analysis
    assert done == ["urgent", "analysis"]


async def test_urgent_work_that_fails_harms_nobody_else(linter: Linter) -> None:
    worker = Worker(linter)
    with pytest.raises(ZeroDivisionError):
        await worker.run_first(lambda: 1 / 0)
    assert await worker.run_first(lambda: 1) == 1


async def test_an_analysis_can_be_stopped_when_all_is_read(linter: Linter) -> None:
    story = read_story(SourceText(many_paragraphs(8)), Markup.PLAIN)
    pulses = []
    graph = linter.analyse(story, pulse=lambda: pulses.append("graph"))
    linter.lint(graph, pulse=lambda: pulses.append("rules"))
    assert pulses.count("graph") >= 10
    assert pulses.count("rules") >= 74

    def stop() -> None:
        raise SupersededError

    with pytest.raises(SupersededError):
        linter.analyse(story, pulse=stop)
    with pytest.raises(SupersededError):
        linter.lint(graph, pulse=stop)
