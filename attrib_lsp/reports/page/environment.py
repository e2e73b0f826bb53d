"""How a page is put together: templates that escape, styles and scripts inline, and a policy that allows only those."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

import attrib_lsp
from attrib_lsp.reports.printable import printable
from attrib_lsp.text.own_pages import GENERATOR

#: What every page has: the look, and the switch from light to dark.
STYLE, SCRIPT = "style.css", "theme.js"


@cache
def environment() -> Environment:
    """Return the environment of all pages: what is put into a template is escaped, and what is missing is an error."""
    made = Environment(
        loader=PackageLoader("attrib_lsp.reports.page", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.filters.update(upper_first=lambda text: text[:1].upper() + text[1:], lower_first=_lower_first)
    made.globals.update(version=attrib_lsp.__version__, generator=GENERATOR)
    return made


def render(template: str, *, styles: Sequence[str] = (), scripts: Sequence[str] = (), **values: object) -> str:
    """Return a page: ``template`` filled in with ``values``.

    ``styles`` and ``scripts`` name further files of this package; they go inline behind those that every page has. The
    policy holds their digests, so neither a ``style`` attribute nor any other script works in a page.
    """
    css = [inline(name) for name in (STYLE, *styles)]
    code = [inline(name) for name in (SCRIPT, *scripts)]
    return environment().get_template(template).render(styles=css, scripts=code, policy=policy(css, code), **values)


@cache
def inline(name: str) -> Markup:
    """Return a file of this package as it stands in a ``style`` or ``script`` element.

    Raises:
        ValueError: it would end its element early.
    """
    text = files("attrib_lsp.reports.page").joinpath(name).read_text("utf-8").strip()
    if "</" in text:
        raise ValueError(f"{name}: “</” would end its element")
    return Markup(f"\n{text}\n")


def policy(styles: Sequence[str], scripts: Sequence[str]) -> str:
    """Return the Content-Security-Policy of a page with these inline styles and scripts, and nothing else.

    >>> policy(["a"], []).split("; ")[1]
    "style-src 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='"
    """
    rules = (
        "default-src 'none'",
        f"style-src {_digests(styles)}",
        f"script-src {_digests(scripts)}",
        "img-src data:",  # an empty icon, so that browsers ask nobody for one
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def _digests(texts: Sequence[str]) -> str:
    """Return the sources that allow ``texts`` as they are."""
    sums = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in sums) or "'none'"


def _shown(value: object) -> object:
    """Return what goes into a page: of words, nothing that steers a screen or turns the direction of writing."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _lower_first(text: str) -> str:
    """Return ``text`` with a small first letter, unless its first word is written in capitals."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
