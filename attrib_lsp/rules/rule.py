"""What a rule is: one annotated function whose module's docstring is its documentation."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any, get_type_hints

from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.rules.documentation import Documentation, parse
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.pragma_use import PragmaUse
from attrib_lsp.text.story import Story


class Scope(Enum):
    """What a rule looks at. A paragraph rule sees body paragraphs only, and is cached with each.

    A rule about pragmas sees what they do to the findings of all others.
    """

    PARAGRAPH = Paragraph
    GRAPH = AttributionGraph
    STORY = Story
    PRAGMAS = PragmaUse


@dataclass(frozen=True)
class Rule:
    """A rule as the registry knows it.

    ``options`` is the frozen dataclass of its options, None without any. ``supersedes`` names the codes that stay
    silent where this rule's span overlaps theirs.
    """

    code: str
    name: str
    severity: Severity
    scope: Scope
    check: Callable[..., Iterable[Finding]]
    options: type[Any] | None = None
    supersedes: frozenset[str] = frozenset()
    default: bool = True

    @cached_property
    def documentation(self) -> Documentation:
        """The parsed docstring of the rule's module."""
        return parse(sys.modules[self.check.__module__].__doc__ or "")

    @property
    def family(self) -> str:
        """The first letters of the code: "ANO" for ANO202."""
        return self.code.rstrip("0123456789")

    def __call__(
        self, subject: Paragraph | AttributionGraph | Story | PragmaUse, options: object = None
    ) -> Iterable[Finding]:
        """Run the rule over ``subject`` (of its scope's type), with its default options unless some are given."""
        if self.options is None:
            return self.check(subject)
        return self.check(subject, self.options() if options is None else options)


def rule(
    code: str, severity: Severity, *, supersedes: Iterable[str] = (), default: bool = True
) -> Callable[[Callable[..., Iterable[Finding]]], Rule]:
    """Make a rule of an annotated function.

    The function's name gives the rule's, the type of its first parameter its scope, that of a second parameter its
    options.

    Raises:
        TypeError: the first parameter has no type that is a scope, or the options are no frozen dataclass.
    """

    def register(check: Callable[..., Iterable[Finding]]) -> Rule:
        types = [kind for name, kind in get_type_hints(check).items() if name != "return"]
        try:
            scope = Scope(types[0])
        except (IndexError, ValueError):
            raise TypeError(f"{check.__qualname__}: the first parameter must be one of the scopes") from None
        options: type[Any] | None = types[1] if len(types) > 1 else None
        if not (options is None or dataclasses.is_dataclass(options)):
            raise TypeError(f"{check.__qualname__}: the second parameter must be a dataclass of options")
        return Rule(
            code, check.__name__.replace("_", "-"), severity, scope, check, options, frozenset(supersedes), default
        )

    return register
