"""Drafts in another language than English."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Command, rows

FRENCH = """La maire quitte ses fonctions

La maire a démissionné mardi, selon plusieurs sources. Elle avait été mise en cause pour la vente du port.

« Je ne regrette rien », a-t-elle dit. Le préfet, lui, aurait confirmé la vente.
"""


def test_a_draft_in_another_language_gets_one_notice(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(FRENCH, encoding="utf-8")
    run = command("check", "--output-format", "jsonl", "a.txt")
    (row,) = rows(run)
    assert run.exit_code == 0
    assert [(one["code"], one["severity"], one["start"], one["end"]) for one in row["diagnostics"]] == [
        ("DOC904", "info", 0, 29)
    ]


def test_nobody_is_listed_in_it_and_that_is_said(command: Command, folder: Path) -> None:
    Path("a.txt").write_text(FRENCH, encoding="utf-8")
    run = command("sources", "--output-format", "jsonl", "a.txt")
    assert rows(run) == [{"path": "a.txt", "sources": [], "attributions": []}]
    assert run.stderr == "note: a.txt: this does not read as English, so nobody is looked for in it\n"
