"""Accept a finding: add it to the baseline that the configuration of its document names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lsprotocol import types

from attrib_lsp.linter.baseline import Baseline, BaselineError, Known, file_name, parse_baseline
from attrib_lsp.linter.configuration.switching import FileEdit
from attrib_lsp.linter.passages import Passages
from attrib_lsp.server.actions.offers import QUICK_FIX
from attrib_lsp.server.actions.switching import FileText, file_edit
from attrib_lsp.server.client import Client
from attrib_lsp.server.diagnostics import to_diagnostic
from attrib_lsp.server.worker import Outcome
from attrib_lsp.text.span import Span


def baseline_of(outcome: Outcome) -> Path | None:
    """Return the baseline that findings of a document may be added to.

    One outside of the configuration's folder is none: whoever sends a configuration along has nothing overwritten.
    """
    held = outcome.settled
    if held is None or held.file is None or held.accepted.file is None:
        return None
    return held.accepted.file if held.accepted.file.is_relative_to(held.file.parent) else None


def acceptances(
    outcome: Outcome, numbers: Iterable[int], draft: Path, held: FileText, client: Client
) -> list[types.CodeAction]:
    """Return the actions that add findings of ``outcome``, by number, to the baseline ``held``, alike ones once.

    There is none where the file holds something else, or would have to be made for a client that cannot.
    """
    if outcome.graph is None or (held.text is None and not client.creates):
        return []
    try:
        baseline = Baseline() if held.text is None else parse_baseline(held.text)
    except BaselineError:
        return []
    passages, name = Passages.of(outcome.graph), file_name(held.file, draft)
    found: dict[Known, types.CodeAction] = {}
    for one in (outcome.findings[number] for number in numbers):
        known = (one.code, passages.around(one).digest)
        if known not in found:
            text = held.text or ""
            edit = FileEdit(Span(0, len(text)), baseline.accepting(name, known).written())
            found[known] = types.CodeAction(
                f"Accept this “{one.name}” in {held.file.name}",
                kind=QUICK_FIX,
                diagnostics=[to_diagnostic(one, outcome.snapshot, client)],
                edit=file_edit(held, edit, client),
            )
    return list(found.values())
