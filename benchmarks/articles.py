"""The published articles under an open licence: real copy to lint that the rules were not written for."""

from __future__ import annotations

from pathlib import Path

from benchmarks.commands import Row, read_rows


def open_articles(shared: Path) -> list[Row]:
    """Return the articles as the command takes them: rows of ``id``, ``headline`` and ``text``."""
    rows = read_rows(shared / "data" / "articles" / "articles.jsonl")
    return [
        {"id": row["id"], "headline": row["headline"], "text": row["body"]} for row in rows if row["tier"] == "open"
    ]


def words(articles: list[Row]) -> int:
    """Return how many words the bodies hold."""
    return sum(len(row["text"].split()) for row in articles)
