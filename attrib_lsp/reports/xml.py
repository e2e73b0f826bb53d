"""XML: attributes and text that hold no more than XML may, whatever a draft holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from attrib_lsp.reports.printable import printable

#: The first line of a document.
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'

_NO_CHARACTERS = re.compile("[\ufffe\uffff]")


def legal(text: str) -> str:
    r"""Return ``text`` on one line, its control characters as pictures, without what XML 1.0 has no room for.

    >>> legal("a\x00b\uffff")
    'a␀b\ufffd'
    """
    return _NO_CHARACTERS.sub("\ufffd", printable(text))


def element(name: str, attributes: Mapping[str, str | int], text: str | None = None) -> str:
    """Return an element, with ``text`` in it if there is any.

    >>> element("error", {"line": 3, "message": "Who “says” so & when?"})
    '<error line="3" message="Who “says” so &amp; when?"/>'
    """
    begun = opening(name, attributes)
    return f"{begun[:-1]}/>" if text is None else f"{begun}{escape(legal(text))}</{name}>"


def opening(name: str, attributes: Mapping[str, str | int]) -> str:
    """Return an element's opening tag."""
    return f"<{name}{''.join(f' {key}={quoteattr(legal(str(value)))}' for key, value in attributes.items())}>"
