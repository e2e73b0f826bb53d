"""What is wrong with how a check ended."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from attrib_lsp.text.prose import Prose
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Story

#: What a terminal obeys, and what turns the order of a line round.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_TOLD = re.compile(r"(error|note|warning): \S")


def wrong_in(status: int | None, out: str, error: str, report: str) -> Iterator[str]:
    """Yield what is wrong with what a check wrote: rows to ``out``, a report for people, and errors."""
    if status not in (0, 1, 2):
        yield f"exit status {status}"
    for name, text in (("rows", out), ("errors", error), ("report", report)):
        if "Traceback" in text:
            yield f"traceback in {name}: {text[-300:]!r}"
        found = _OBEYED.search(text)
        if found:
            yield f"{found[0]!r} in {name}: {text[max(0, found.start() - 40) : found.end() + 20]!r}"
    if "this is a fault" in error:
        yield error.strip()[-400:]
    lines = error.splitlines()
    if status == 2 and not any(line.startswith("error: ") for line in lines):
        yield f"no error told: {error!r}"
    for line in lines:
        if not _TOLD.match(line) or len(line) > 500:
            yield f"not one clear line: {line[:200]!r} ({len(line)})"


def spans_wrong(out: str) -> Iterator[str]:
    """Yield what is wrong with the places in the rows that were written."""
    for line in out.splitlines():
        for one in json.loads(line)["diagnostics"]:
            places = [one, *one["related"], *(edit for fix in one["fixes"] for edit in fix["edits"])]
            for place in places:
                if not 0 <= place["start"] <= place["end"]:
                    yield f"a place that is none: {place}"


def words_wrong(stories: list[Story], told: list[tuple[Prose, Span, Span]]) -> Iterator[str]:
    """Yield findings whose place in the file does not give back their words."""
    texts = {id(block.prose): story.sources for story in stories for block in story.read}
    for prose, span, place in told:
        sources = texts.get(id(prose)) or (stories[-1].sources if stories else None)
        if sources is None:
            yield "a finding in no story"
            continue
        text = sources[prose.field].text
        if not 0 <= place.start <= place.end <= len(text):
            yield f"{place} is not in the file"
        for piece in prose.pieces:
            start, end = max(piece.prose, span.start), min(piece.prose + piece.length, span.end)
            if start >= end:
                continue
            begin = piece.file if piece.written else piece.file + start - piece.prose
            stop = piece.end if piece.written else begin + end - start
            if not place.start <= begin <= stop <= place.end:
                yield f"words at {begin} to {stop} are not in {place}"
            elif not piece.written and text[begin:stop] != prose.text[start:end]:
                yield f"{prose.text[start:end]!r} in the prose is {text[begin:stop]!r} in the file"
