"""What tells a finding from the others, and is still the same when the lines above it have changed."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from attrib_lsp.reports.location import portable
from attrib_lsp.reports.origin import LintedDraft


def fingerprints(draft: LintedDraft) -> Iterator[str]:
    """Yield the fingerprint of each finding, in order: of its file (and row), its rule and its sentence.

    Where a rule finds something several times in one sentence, a number keeps them apart.
    """
    seen: Counter[tuple[str, str]] = Counter()
    file = (portable(draft.origin.path), str(draft.origin.id) if draft.origin.id is not None else "")
    for number, finding in enumerate(draft.findings):
        known = (finding.code, draft.passage(number).digest)
        parts = "\0".join((*file, *known, str(seen[known])))
        seen[known] += 1
        yield hashlib.sha256(parts.encode("utf-8", "replace")).hexdigest()[:32]
