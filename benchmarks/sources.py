"""Measure how sources become people: whom pronouns and surnames mean, and of what kind each source is.

usage: python -m benchmarks.sources [SHARED] [SPLIT]

SHARED (default: ``../shared``) holds ``data/attribution/``. Each article is analysed as a row of plain text, and each
annotated source is paired with the statement whose source overlaps it most, the cue deciding between equals. Printed,
and for the split "dev" written to ``benchmarks/sources.json``:

- references: of GUM's sources that are pronouns or surnames, those resolved to the right entity. A surname is one
  capitalised word, titles aside, whose chain holds a longer mention with that word; only names of that chain of more
  than one word count as right. A pronoun counts where its chain holds a mention that is no pronoun. An entity is right
  if its name and such a mention of the chain contain one another, titles, articles and possessives aside. "unfound" are
  those that no statement of ours has as its source, "open" those that we leave unresolved; ``right of found`` leaves
  only the unfound out, ``right of all`` nothing. First persons are counted apart: in letters and speeches they are
  the author, who is no source of a story.
- pronouns of PolNeAR: the same for a sample of he, she, they and it whose antecedents were judged by one reader.
- kinds: against `source_kinds.dev.tsv`. Its labels were given by one reader, before the first answers of the linter
  were seen, to all annotated sources of GUM's dev split, to 90 drawn at random from PolNeAR's, and to the pronouns
  above; a few were left out where the annotation or the reading was in doubt. The wrong answers of the dev split have
  been read once since, and what they showed to be wrong in general was mended. A reference has the kind of whom it
  means; "none" are authors, readers and the like, of whom the linter should make no source.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.phrases import bare_name
from attrib_lsp.attribution.values import Source
from attrib_lsp.linter.linter import Linter
from attrib_lsp.text.readers import read_row
from attrib_lsp.text.source_text import SourceText
from attrib_lsp.text.span import Span
from benchmarks.commands import read_rows

HERE = Path(__file__).parent
CORPORA = ("gum.news", "gum.other")
CLASSES = {
    "he or she": {"he", "she", "him", "her"},
    "they or it": {"they", "them", "it"},
    "relative pronoun": {"who", "which", "that"},
    "first person": {"i", "we", "me", "us"},
}
PRONOUNS = {
    *(word for members in CLASSES.values() for word in members),
    *("you", "his", "hers", "its", "their", "theirs", "my", "mine", "our", "ours", "your", "yours", "this", "these"),
    *("himself", "herself", "themselves", "itself", "myself", "ourselves", "those", "one", "whom", "whose"),
}
HEADLINE_CLASSES = ("he or she", "they or it", "relative pronoun", "surname")

Analyse = Callable[[str], AttributionGraph]
Figures = dict[str, Any]


@dataclass(frozen=True)
class Found:
    """A source of ours in the file: its span, its cue's, and the entity that it was resolved to."""

    span: Span
    cue: Span | None
    source: Source | None


def found_in(graph: AttributionGraph) -> list[Found]:
    """Return the statements of ``graph`` that name a source, in the file's offsets."""
    prose = [block.prose for block in read_blocks(graph.story)]
    return [
        Found(
            prose[one.paragraph].locate(one.attribution.source[0]),
            prose[one.paragraph].locate(one.attribution.cue[0]) if one.attribution.cue else None,
            graph.sources[one.source] if one.source is not None else None,
        )
        for one in graph.statements
        if one.attribution.source
    ]


def matching(found: Iterable[Found], span: Span, cue: Span | None = None) -> Found | None:
    """Return what overlaps ``span`` most; among equals what has ``cue``, else the shortest."""

    def rank(one: Found) -> tuple[int, bool, int]:
        common = min(one.span.end, span.end) - max(one.span.start, span.start)
        return common, cue is not None and one.cue is not None and one.cue.overlaps(cue), -len(one.span)

    return max((one for one in found if one.span.overlaps(span)), key=rank, default=None)


def plain(name: str) -> list[str]:
    """Return the words of a name in lower case without articles, titles and possessives."""
    bare = bare_name(re.sub(r"^(?:the|a|an)\s+", "", name.strip(), flags=re.IGNORECASE))
    return [word for part in bare.lower().split() if (word := re.sub(r"['’]s?$", "", part.strip('.,;:()“”"')))]


def contain(one: str, other: str) -> bool:
    """Say whether the words of one name stand in the other, in order."""
    short, long = sorted((plain(one), plain(other)), key=len)
    return bool(short) and any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def reference_class(words: str, chain: Iterable[str]) -> tuple[str, list[str]] | None:
    """Return the class of an annotated reference and the mentions that would resolve it; None if it is none."""
    lower = words.lower()
    naming = [text for text in chain if text.lower() not in PRONOUNS]
    initials = len(words) > 1 and words.isupper()  # "WHO"
    name = next((name for name, members in CLASSES.items() if lower in members and not initials), None)
    if name is not None:
        return (name, naming) if naming else None
    bare = bare_name(words)
    if " " in bare or not bare[:1].isupper():
        return None
    fuller = [text for text in naming if len(plain(text)) > 1 and plain(words)[0] in plain(text)]
    return ("surname", fuller) if fuller else None


def verdict(one: Found | None, answers: Iterable[str]) -> str:
    """Return how a reference fared: "unfound", "open", "right" or "wrong"."""
    if one is None:
        return "unfound"
    if one.source is None:
        return "open"
    return "right" if any(contain(one.source.name, answer) for answer in answers) else "wrong"


def shares(counts: Counter[str]) -> Figures:
    """Return counts of verdicts with the shares of the right ones."""
    found = counts["right"] + counts["wrong"] + counts["open"]
    return {
        **{name: counts[name] for name in ("right", "wrong", "open", "unfound")},
        "right of found": percent(counts["right"], found),
        "right of all": percent(counts["right"], counts.total()),
    }


def percent(part: int, whole: int) -> float:
    """Return ``part`` of ``whole`` in per cent."""
    return round(100 * part / whole, 1) if whole else 0.0


def references(rows: Iterable[dict[str, Any]], analyse: Analyse, note: Callable[..., None]) -> Figures:
    """Count how the pronouns and surnames of GUM's ``rows`` fared, by class."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        text = row["text"]
        found = found_in(analyse(text))
        for one in row["attributions"]:
            if not one["source"] or one["source_entity"] is None:
                continue
            span = Span(one["source"][0][0], one["source"][-1][1])
            chain = [text[start:end] for start, end in one["source_entity"]["mentions"]]
            classed = reference_class(span.of(text), chain)
            if classed is None:
                continue
            match = matching(found, span, Span(*one["cue"][0]) if one["cue"] else None)
            counts[classed[0]][verdict(match, classed[1])] += 1
            note(row["id"], span, classed, match, verdict(match, classed[1]))
    together = sum((counts[name] for name in HEADLINE_CLASSES), Counter[str]())
    return {"pronouns and surnames": shares(together), **{name: shares(one) for name, one in sorted(counts.items())}}


def judged(texts: dict[str, str], analyse: Analyse, note: Callable[..., None]) -> Figures:
    """Count right kinds, and right antecedents where they were judged, over the labelled sources."""
    antecedents: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    found: dict[str, list[Found]] = {}
    for line in (HERE / "source_kinds.dev.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        article, start, end, kind, first, last = line.split("\t")
        if article not in found:
            found[article] = found_in(analyse(texts[article]))
        span = Span(int(start), int(end))
        match = matching(found[article], span)
        answer = "unfound" if match is None else "none" if match.source is None else match.source.kind.value
        result = "unfound" if match is None else "right" if answer == kind else "wrong"
        kinds[result] += 1
        by_kind[kind][answer] += 1
        note(article, span, ("kind", [kind, answer]), match, result)
        if first:
            means = texts[article][int(first) : int(last)]
            fared = verdict(match, [means])
            antecedents[fared] += 1
            note(article, span, ("antecedent", [means]), match, fared)
    return {
        "pronouns of PolNeAR": shares(antecedents),
        "kinds": {
            **{name: kinds[name] for name in ("right", "wrong", "unfound")},
            "right of found": percent(kinds["right"], kinds["right"] + kinds["wrong"]),
            "by kind": {kind: dict(answers.most_common()) for kind, answers in sorted(by_kind.items())},
        },
    }


def ignore(*_: object) -> None:
    """Take no note of a single case."""


def measure(data: Path, split: str, analyse: Analyse, note: Callable[..., None] = ignore) -> Figures:
    """Return all figures of a split; kinds were judged for "dev" only."""
    rows = [row for name in CORPORA for row in read_rows(data / f"{name}.{split}.jsonl")]
    figures: Figures = {"references": references(rows, analyse, note)}
    if split == "dev":
        texts = {row["id"]: row["text"] for row in (*rows, *read_rows(data / "polnear.dev.jsonl"))}
        figures |= judged(texts, analyse, note)
    return figures


def main(shared: Path, split: str) -> None:
    """Measure with the pipeline that ships, print the figures, and keep those of the dev split."""
    data = shared / "data" / "attribution"
    if not data.is_dir():
        sys.exit(f"{shared} holds no data/attribution: the benchmark of sources needs the dev sets, and is skipped")
    linter = Linter()
    figures = measure(data, split, lambda text: linter.analyse(read_row(SourceText(text))))
    written = json.dumps(figures, indent=1)
    print(written)
    if split == "dev":
        (HERE / "sources.json").write_text(written + "\n", encoding="utf-8")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(
        Path(arguments[0]) if arguments else HERE.parent.parent / "shared",
        arguments[1] if len(arguments) > 1 else "dev",
    )
