"""Findings that were accepted: how many of a rule in a sentence of a file, wherever in it the sentence stands.

The file is JSON: ``{"version": 1, "files": {path: {rule: {digest: count}}}}``, everything sorted, so that it changes no
more than the findings do. Paths count from its folder.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from attrib_lsp.linter.configuration.globs import absolute
from attrib_lsp.linter.errors import SettingsError

#: What a baseline is called unless somebody says otherwise.
NAME = ".attrib-lsp-baseline.json"
VERSION = 1
#: Bytes of the largest that is read: some million findings.
LARGEST = 100_000_000

#: A rule's code, and the digest of a sentence.
Known = tuple[str, str]


class BaselineError(SettingsError):
    """A baseline that cannot be read."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was accepted, by the names of files."""

    files: Mapping[str, Counter[Known]] = field(default_factory=dict)

    def written(self) -> str:
        """Return it as its file has it."""
        files: dict[str, dict[str, dict[str, int]]] = {}
        for name in sorted(self.files):
            for (code, digest), count in sorted(self.files[name].items()):
                files.setdefault(name, {}).setdefault(code, {})[digest] = count
        return json.dumps({"version": VERSION, "files": files}, indent=2, ensure_ascii=False) + "\n"

    def accepting(self, name: str, known: Known) -> Baseline:
        """Return this with one finding more in the file called ``name``."""
        return Baseline({**self.files, name: self.files.get(name, Counter()) + Counter([known])})


def file_name(baseline: Path, draft: str | Path) -> str:
    """Return what the baseline at that path calls a draft."""
    try:
        return PurePath(os.path.relpath(absolute(draft), absolute(baseline).parent)).as_posix()
    except ValueError:  # another drive
        return absolute(draft).as_posix()


def fresh(known: Counter[Known], keys: Iterable[Known]) -> list[int]:
    """Return the numbers of those of ``keys`` that are not ``known``; what is known twice hides two, the first ones.

    >>> fresh(Counter({("ANO202", "ab"): 1}), [("ANO202", "ab"), ("HED301", "ab"), ("ANO202", "ab")])
    [1, 2]
    """
    left, shown = Counter(known), []
    for number, key in enumerate(keys):
        if left[key] > 0:
            left[key] -= 1
        else:
            shown.append(number)
    return shown


def read_baseline(path: Path) -> Baseline:
    """Return the baseline at ``path``.

    Raises:
        BaselineError: there is none, or it is none that we have written.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise BaselineError(f"too large for a baseline: {LARGEST:,} bytes are the most")
        text = raw.decode("utf-8-sig")
    except BaselineError:
        raise
    except FileNotFoundError:
        raise BaselineError("there is no such file; `attrib-lsp baseline` writes it") from None
    except OSError as error:
        why = error.strerror or str(error)
        raise BaselineError(f"cannot be read: {why[:1].lower()}{why[1:]}") from None
    except UnicodeDecodeError:
        raise BaselineError("this is no baseline: it is not UTF-8; `attrib-lsp baseline` writes it anew") from None
    return parse_baseline(text)


def parse_baseline(text: str) -> Baseline:
    """Return the baseline that is written as ``text``.

    Raises:
        BaselineError: it is none that we have written.
    """
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        raise BaselineError("this is no baseline: it is not JSON; `attrib-lsp baseline` writes it anew") from None
    if isinstance(held, dict) and held.get("version") not in (None, VERSION):
        raise BaselineError("this was written by another version of attrib-lsp; `attrib-lsp baseline` writes it anew")
    try:
        return Baseline({name: Counter(dict(_entries(rules))) for name, rules in held["files"].items()})
    except (TypeError, KeyError, AttributeError, ValueError):
        raise BaselineError("this is no baseline of ours; `attrib-lsp baseline` writes it anew") from None


def _entries(rules: Mapping[str, Mapping[str, int]]) -> Iterable[tuple[Known, int]]:
    """Yield what is held for one file."""
    for code, digests in rules.items():
        for digest, count in digests.items():
            if not isinstance(count, int) or count < 1:
                raise ValueError(count)
            yield (code, digest), count
