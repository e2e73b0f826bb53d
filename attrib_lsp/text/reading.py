"""What a markup's reader makes of a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from attrib_lsp.text.part import Part
from attrib_lsp.text.pragma import Pragma


@dataclass(frozen=True)
class Reading:
    """The ``parts`` of a draft in reading order.

    ``pragmas`` are those that stand apart from any part; ``metadata`` is what the markup itself says of the draft
    (its ``lang`` and ``kind``). Its text proper begins at ``begin``: above it nothing can be put; None where that is
    the end of its front matter.
    """

    parts: list[Part]
    pragmas: list[Pragma] = field(default_factory=list)
    metadata: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    begin: int | None = None
