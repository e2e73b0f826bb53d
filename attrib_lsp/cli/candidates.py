"""The headlines that a desk chooses between: from the command line, a file, or standard input."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from attrib_lsp.cli.errors import Problem, RunError, reason
from attrib_lsp.cli.files import STDIN
from attrib_lsp.text.decoding import UndecodableError, decode
from attrib_lsp.text.retitled import one_line

_NUMBER = re.compile(r"\s*\d+[.)]\s+(?=\S)")


def candidates(given: Iterable[str], file: str | None) -> tuple[str, ...]:
    """Return the headlines ``given``, then those in the lines of ``file`` ("-" is standard input), each once.

    Raises:
        RunError: one that was given holds no words, or the file cannot be read.
    """
    found = []
    for one in given:
        line = one_line(one)
        if not line:
            raise RunError(f"{one!r} is no headline: there are no words in it")
        found.append(line)
    if file is not None:
        found += [line for one in unnumbered(_text(file).splitlines()) if (line := one_line(one))]
    return tuple(dict.fromkeys(found))


def unnumbered(lines: Iterable[str]) -> list[str]:
    """Return ``lines`` without empty ones, and without their numbers if they are a numbered list.

    >>> unnumbered(["1. Ferry runs", "", "2. Ferry runs again"]), unnumbered(["3. Liga: Jena lose", "Jena lose"])
    (['Ferry runs', 'Ferry runs again'], ['3. Liga: Jena lose', 'Jena lose'])
    """
    full = [line for line in lines if line.strip()]
    if all(_NUMBER.match(line) for line in full):
        return [_NUMBER.sub("", line, count=1) for line in full]
    return full


def _text(file: str) -> str:
    """Return the text of ``file``."""
    try:
        return decode(sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes())
    except OSError as error:
        raise RunError(f"{file}: the headlines cannot be read: {reason(error)}") from None
    except UndecodableError as error:
        raise RunError(str(Problem(file, str(error), error.line))) from None
