"""Published articles: real copy to lint. Those under an open licence may be pointed at in detail."""

from __future__ import annotations

from pathlib import Path

from benchmarks.commands import Row, read_rows


def open_articles(shared: Path) -> list[Row]:
    """Return the articles under an open licence as the command takes them: rows of ``id``, ``headline``, ``text``."""
    return [_draft(row) for row in _rows(shared) if row["tier"] == "open"]


def all_articles(shared: Path) -> list[Row]:
    """Return all articles as the command takes them."""
    return [_draft(row) for row in _rows(shared)]


def words(articles: list[Row]) -> int:
    """Return how many words the bodies hold."""
    return sum(len(row["text"].split()) for row in articles)


def _rows(shared: Path) -> list[Row]:
    """Return the articles as they are kept."""
    return read_rows(shared / "data" / "articles" / "articles.jsonl")


def _draft(row: Row) -> Row:
    """Return an article as a draft."""
    return {"id": row["id"], "headline": row["headline"], "text": row["body"]}
