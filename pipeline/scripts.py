"""Lemmas as scripts, so that a classifier can learn them: see ``attrib_lsp.language.decoding.lemmas``."""

from __future__ import annotations

from itertools import takewhile


def script(form: str, lemma: str) -> str:
    """Return the script that makes ``lemma`` of ``form``; `by_script` applies it.

    >>> [script("was", "be"), script("Running", "run"), script("Paris", "Paris"), script("States", "State")]
    ['3|be', '4|', '=', '^1|']
    """
    lower = form.lower()
    if lemma == lower:
        return "0|"
    if lemma == form:
        return "="
    mark, base = ("", lower) if lemma == lemma.lower() else ("^", form)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(base, lemma, strict=False)))
    return f"{mark}{len(base) - shared}|{lemma[shared:]}"
