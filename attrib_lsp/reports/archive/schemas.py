"""The tables that an archive's results are written in: the data dictionary.

Every table has ``file`` and ``row``, which together name a story. Offsets are code points, half-open, in the text of
their field, as in ``check --output-format jsonl`` and ``sources --output-format jsonl``.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

_SPANS = pa.list_(pa.list_(pa.int32()))


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type and what it holds."""

    name: str
    type: pa.DataType
    meaning: str


_PLACE = (
    Column("file", pa.string(), "the input file, as it was named to the command"),
    Column("row", pa.int64(), "the row in it, from 1; in JSON Lines, the line"),
    Column("id", pa.string(), "the row's own identifier, if it has one"),
)

TABLES: dict[str, tuple[Column, ...]] = {
    "stories": (
        *_PLACE,
        Column("publisher", pa.string(), "the publisher, if the row names one"),
        Column("date", pa.date32(), "the day of publication, if the row has a date that can be read"),
        Column("date_given", pa.string(), "the date as the row has it"),
        Column("english", pa.bool_(), "false where the text does not read as English: nothing is looked for in it"),
        Column("words", pa.int32(), "words of the body"),
        Column("findings", pa.int32(), "findings in text and headline"),
        Column("sources", pa.int32(), "sources that speak, each counted once"),
        Column("named", pa.int32(), "of these, named people and organisations"),
        Column("unnamed", pa.int32(), "of these, unnamed people and groups"),
        Column("documents", pa.int32(), "of these, documents"),
        Column("outlets", pa.int32(), "of these, other media"),
        Column("statements", pa.int32(), "what these sources say, counted"),
        Column("unnamed_statements", pa.int32(), "of these, what unnamed sources say"),
    ),
    "findings": (
        *_PLACE,
        Column("code", pa.string(), "the rule's code, such as ANO202"),
        Column("name", pa.string(), "the rule's name"),
        Column("severity", pa.string(), "error, warning, info or hint"),
        Column("message", pa.string(), "what is wrong and what would mend it"),
        Column("field", pa.string(), "text or headline: what start and end count in"),
        Column("start", pa.int32(), "where the words begin that it is about"),
        Column("end", pa.int32(), "where they end"),
        Column("line", pa.int32(), "the line, from 1"),
        Column("column", pa.int32(), "the column, from 1"),
        Column("end_line", pa.int32(), "the line where the words end, from 1"),
        Column("end_column", pa.int32(), "the column right behind them, from 1"),
        Column("words", pa.string(), "the words themselves"),
    ),
    "sources": (
        *_PLACE,
        Column("name", pa.string(), "the fullest form by which the story knows it"),
        Column(
            "kind",
            pa.string(),
            "named-person, named-organisation, unnamed-person, unnamed-group, document or media-outlet",
        ),
        Column("description", pa.string(), "how the story describes it there, if it does"),
        Column("specificity", pa.int8(), "from 0 to 5, how well an unnamed source is described; 5 for a named one"),
        Column("first", pa.list_(pa.int32()), "where it is first mentioned: start and end"),
        Column("field", pa.string(), "text or headline: what first counts in"),
        Column("statements", pa.int32(), "what it says, counted"),
        Column("quotes", pa.int32(), "of these, those with words in quotation marks"),
        Column("via", pa.list_(pa.string()), "the outlets that it spoke through"),
    ),
    "attributions": (
        *_PLACE,
        Column("source", _SPANS, "the words for who says it: starts and ends; none where nobody is given"),
        Column("cue", _SPANS, "the words that tie it to its source, such as said"),
        Column("content", _SPANS, "what is said"),
        Column("type", pa.string(), "direct, mixed or indirect"),
        Column("speaker", pa.string(), "the source's name; none where the reader is not told who speaks"),
        Column("speaker_kind", pa.string(), "the source's kind"),
        Column("field", pa.string(), "text or headline: what the spans count in"),
        Column("cue_words", pa.string(), "the words of the cue"),
    ),
    "rejected": (
        Column("file", pa.string(), "the input file, as it was named to the command"),
        Column("row", pa.int64(), "the row in it, from 1; in JSON Lines, the line"),
        Column("reason", pa.string(), "why no story could be read there"),
    ),
}


def schema(table: str) -> pa.Schema:
    """Return the schema of a table; each field carries what it holds as its description."""
    columns = TABLES[table]
    return pa.schema([pa.field(one.name, one.type, metadata={"description": one.meaning}) for one in columns])
