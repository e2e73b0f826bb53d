"""Read Universal Dependencies treebanks: words, trees and, where a treebank has them, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from conllu import TokenList, parse_incr

from attrib_lsp.lexicons import words

#: Dependency subtypes that say something about who speaks; every other subtype is cut to its base relation.
KEPT_SUBTYPES = frozenset(
    {
        "nsubj:pass",
        "obl:agent",
        "nmod:poss",
        "acl:relcl",
        "aux:pass",
        "csubj:pass",
        "nsubj:outer",
        "compound:prt",
        "obl:unmarked",
    }
)


GUM_LABELS = {"person": "PERSON", "organization": "ORG", "place": "PLACE", "time": "DATE"}

#: Titles, as the linter knows them, and those of assemblies and armies.
TITLES = words("people", "titles") | {
    "admiral", "emperor", "lieutenant", "madam", "major", "reverend", "sergeant", "speaker", "vice",
}  # fmt: skip

#: Words that a name may hold between its first and its last.
_INSIDE_NAMES = frozenset({"PROPN", "ADP", "DET", "CCONJ", "ADJ", "NUM", "PART"})
#: The longest name, in words.
_LONGEST_NAME = 8
_MARK = re.compile(r"\((\d+)-([a-z]+)-[^()]*(\))?|(\d+)\)")

Mention = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One word of a sentence; ``head`` counts from one, zero is the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    relation: str
    space_after: bool
    entity: str


def relation(label: str) -> str:
    """Return ``label`` with its subtype only where that subtype is one of `KEPT_SUBTYPES`."""
    return label if label in KEPT_SUBTYPES else label.split(":")[0]


def read_paragraphs(path: Path, genre: str = "") -> Iterator[list[list[Row]]]:
    """Yield the paragraphs of a CoNLL-U file, each a list of sentences; only those of ``genre`` if one is given."""
    paragraph: list[list[Row]] = []
    with path.open(encoding="utf-8") as lines:
        for sentence in parse_incr(lines):
            if paragraph and sentence.metadata.keys() & {"newpar", "newpar id", "newdoc", "newdoc id"}:
                yield paragraph
                paragraph = []
            if f"_{genre}_" in sentence.metadata["sent_id"] or not genre:
                paragraph.append(list(rows(sentence)))
    if paragraph:
        yield paragraph


def rows(sentence: TokenList) -> Iterator[Row]:
    """Yield the words of a sentence; those of a contraction ("do", "n't") stand together."""
    contraction_ends, space_behind = 0, True
    for token in sentence:
        misc = token["misc"] or {}
        space = misc.get("SpaceAfter") != "No"
        if isinstance(token["id"], tuple):
            if token["id"][1] == "-":
                contraction_ends, space_behind = token["id"][2], space
            continue
        if token["id"] <= contraction_ends:
            space = space_behind and token["id"] == contraction_ends
        yield Row(
            token["form"], token["lemma"], token["upos"], token["xpos"] or "", token["head"] or 0,
            relation(token["deprel"]), space, misc.get("Entity") or "",
        )  # fmt: skip


def named_mentions(rows: list[Row]) -> list[Mention]:
    """Return GUM's mentions that are names, as (first, end, label) over ``rows``; the outermost of nested ones wins.

    GUM marks every referring phrase; a name here is a mention of a person, body, place or time that, stripped of
    its article, begins and ends in a proper noun (a time: holds a proper noun or a numeral).
    """
    names = [name for mention in mentions(rows) if (name := named(rows, *mention)) is not None]
    chosen: list[Mention] = []
    for name in sorted(names, key=lambda name: (name[0], -name[1])):
        if not chosen or name[0] >= chosen[-1][1]:
            chosen.append(name)
    return chosen


def mentions(rows: list[Row]) -> Iterator[Mention]:
    """Yield all of GUM's mentions, with its own kinds."""
    open_: dict[str, list[tuple[int, str]]] = {}
    for index, row in enumerate(rows):
        for mark in _MARK.finditer(row.entity):
            number, kind, closed, closing = mark.groups()
            if closing and open_.get(closing):
                start, label = open_[closing].pop()
                yield start, index + 1, label
            elif closed:
                yield index, index + 1, kind
            elif not closing:
                open_.setdefault(number, []).append((index, kind))


def named(rows: list[Row], start: int, end: int, kind: str) -> Mention | None:
    """Return the name in a mention, None if it is none.

    It ends before a comma or bracket ("Portland, Oregon"), and is left without articles, titles, a possessive and
    marks around it. An office is no name ("Emperor of the French").
    """
    label = GUM_LABELS.get(kind)
    forms = [row.form.lower() for row in rows[start:end]]
    if label != "DATE":
        end = min([start + place for place, form in enumerate(forms) if place and form in (",", "(")], default=end)
    while start < end and (rows[start].upos in ("DET", "ADP", "PUNCT") or _title(label, rows[start])):
        if _title(label, rows[start]) and start + 1 < end and rows[start + 1].upos == "ADP":
            return None
        start += 1
    while end > start and rows[end - 1].upos in ("PUNCT", "PART"):
        end -= 1
    tags = ["PROPN" if row.xpos in ("NNP", "NNPS") else row.upos for row in rows[start:end]]
    if label is None or not 0 < len(tags) <= _LONGEST_NAME:
        return None
    if label == "DATE":
        fits = "PROPN" in tags or "NUM" in tags
    else:
        fits = tags[0] == tags[-1] == "PROPN" and _INSIDE_NAMES.issuperset(tags)
    return (start, end, label) if fits else None


def _title(label: str | None, row: Row) -> bool:
    """Say whether a word is a title before a person's name, which news does not count to it."""
    return label == "PERSON" and row.form.lower() in TITLES
