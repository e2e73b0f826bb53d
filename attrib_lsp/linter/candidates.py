"""Headlines to choose from, each linted above the same story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.located import LocatedFinding
from attrib_lsp.linter.settings import Settings
from attrib_lsp.rules.registry import all_rules
from attrib_lsp.text.retitled import one_line, retitled
from attrib_lsp.text.story import Story

#: What to select for the rules that look at headlines: a family, and one that looks at the body, too.
SELECTED = ("HED", "ALL603")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A headline as one line, the story ``under`` it, and what was found in it; ``own`` if it is the story's own."""

    text: str
    under: Story
    findings: tuple[LocatedFinding, ...]
    own: bool = False


def own_headline(story: Story) -> str | None:
    """Return the headline that ``story`` came with; None without one."""
    return None if story.headline is None else story.headline.prose.text


def candidates_for(story: Story, given: Iterable[str]) -> tuple[str, ...]:
    """Return the headlines to compare: the story's own, then those ``given`` as one line, each once, none empty."""
    own = own_headline(story)
    lines = (line for one in given if (line := one_line(one)))
    return tuple(dict.fromkeys((*(() if own is None else (own,)), *lines)))


def on_headlines(settings: Settings) -> Settings:
    """Return ``settings`` with the rules on headlines only; where none of these is in force, with all of them."""
    looking = frozenset(rule.code for rule in all_rules() if rule.code.startswith(SELECTED))
    return replace(settings, enabled=settings.enabled & looking or looking)


def lint_under(linter: Linter, story: Story, text: str, settings: Settings) -> Candidate:
    """Return what the rules in force find in the headline ``text``, which is one line, above ``story``."""
    under = retitled(story, text)
    found = tuple(one for one in linter.check(under, settings) if one.field == "headline")
    return Candidate(text, under, found, text == own_headline(story))
