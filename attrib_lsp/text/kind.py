"""What kind of piece a draft's front matter says that it is (``kind: feature``)."""

from __future__ import annotations

from collections.abc import Mapping

from attrib_lsp.lexicons import words


def kind_of(metadata: Mapping[str, object]) -> str:
    """Return the kind that front matter gives, in lower case; nothing where it gives none.

    >>> kind_of({"kind": " Op-Ed "}), kind_of({})
    ('op-ed', '')
    """
    return str(metadata.get("kind") or "").strip().lower()


def is_called(metadata: Mapping[str, object], group: str) -> bool:
    """Say whether front matter gives a kind of that group ("opinion", "science"; see ``lexicons/kinds.toml``).

    >>> is_called({"kind": "Column"}, "opinion"), is_called({"kind": "column"}, "science")
    (True, False)
    """
    return kind_of(metadata) in words("kinds", group)
