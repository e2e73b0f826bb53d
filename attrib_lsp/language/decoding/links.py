"""Join sources and contents to their cues.

As the annotation has it (PolNeAR; Newell, Margolin and Ruths, 2018): an attribution has one cue, at most one source,
which it may share, and at least one content, which it does not share.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attrib_lsp.language.arrays import Floats
from attrib_lsp.language.decoding.sequences import Run


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution: its cue (None where it stands in another paragraph), its source or None, its contents."""

    cue: Run | None
    source: Run | None
    contents: tuple[Run, ...]


def linked(roles: Sequence[Run], sources: Floats, contents: Floats) -> list[Marked]:
    """Return the attributions among ``roles``, in the order of their cues; those without cue come last.

    ``sources[c, s]`` and ``contents[f, c]`` score first words against each other, counted from 1; 0 is none.
    """
    cues, candidates, fragments = (
        [run for run in roles if run.label == label] for label in ("CUE", "SOURCE", "CONTENT")
    )
    carried: dict[int, list[Run]] = {}
    places = [0, *(cue.first + 1 for cue in cues)]
    for fragment in fragments:
        carried.setdefault(int(contents[fragment.first + 1, places].argmax()), []).append(fragment)
    found = [
        Marked(cue, _source(cue, candidates, sources), tuple(carried.get(number, ())))
        for number, cue in enumerate(cues, start=1)
    ]
    return [*found, *(Marked(None, None, (fragment,)) for fragment in carried.get(0, ()))]


def _source(cue: Run, candidates: Sequence[Run], sources: Floats) -> Run | None:
    """Return the best source of a cue, None where none scores best."""
    best = int(sources[cue.first + 1, [0, *(one.first + 1 for one in candidates)]].argmax())
    return candidates[best - 1] if best else None
