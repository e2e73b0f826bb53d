"""The pages of the site that are made from the rules and the presets, in Markdown, by path."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from attrib_lsp.linter.options import written_options
from attrib_lsp.linter.presets import Preset, preset, preset_names
from attrib_lsp.linter.settings import settings
from attrib_lsp.reports.rule_pages import families, standing
from attrib_lsp.rules.registry import all_rules, find
from attrib_lsp.rules.rule import Rule

_FENCE = re.compile(r"^```(?:text)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXAMPLES = {"Flagged": "What is underlined is flagged.", "Clean": "Nothing in these is flagged."}

_LIST_OPENING = """# Rules

What attrib-lsp looks for in a story. A rule is chosen by its code or its name, a family by its letters:
`attrib-lsp check --select ANO202`, `--ignore vague-anonymous-source`, `--select HED`.
"""

_PRESETS_OPENING = """# House presets

A preset raises, lowers and switches rules as the published standards of a house ask for, and sets options of theirs; it
never invents a rule. Presets are our readings of what is published. They are not the houses' own, and no house has
endorsed them.

```sh
attrib-lsp check --preset ap-like story.txt
attrib-lsp rules --preset ap-like
```

`--select` and `--ignore` go on working: a rule that a preset switches off comes back where you select it by its own
name.

In the tables, only what differs from the rules' own defaults is shown.
"""


def pages() -> dict[str, str]:
    """Return every made page by its path."""
    made = {"rules/index.md": rule_list(all_rules()), "presets.md": preset_page()}
    return made | {path_of(rule): rule_page(rule) for rule in all_rules()}


def path_of(rule: Rule) -> str:
    """Return the path of a rule's page."""
    return f"rules/{rule.name}.md"


def navigation() -> list[tuple[str, str | list[tuple[str, str]]]]:
    """Return the titles and paths of all pages in reading order; a section holds a list of its own."""
    rules = [("Rules", "rules/index.md"), *((f"{rule.code} {rule.name}", path_of(rule)) for rule in all_rules())]
    guides = [
        ("For writers in VS Code", "vscode.md"),
        ("For writers in Neovim", "neovim.md"),
        ("For the desk", "desk.md"),
        ("For archives", "archive.md"),
    ]
    return [
        ("Home", "index.md"),
        ("Getting started", "getting-started.md"),
        ("Guides", guides),
        ("Rules", rules),
        ("On the command line", "command-line.md"),
        ("Configuration", "configuration.md"),
        ("House presets", "presets.md"),
        ("What an edit did", "diff.md"),
        ("In pipelines", "pipelines.md"),
        ("How it works", "how-it-works.md"),
    ]


def rule_list(rules: Iterable[Rule]) -> str:
    """Return the page that lists all rules by family."""
    parts = [_LIST_OPENING]
    for title, members in families(rules):
        parts.append(f"## {title}\n")
        parts.append(table(("code", "name", "severity", "flags"), (_row(rule) for rule in members)))
    return "\n".join(parts)


def _row(rule: Rule) -> tuple[str, ...]:
    """Return a rule's row in the list."""
    link = f"{rule.name}.md"
    return f"[{rule.code}]({link})", f"[{rule.name}]({link})", standing(rule), rule.documentation.summary


def rule_page(rule: Rule) -> str:
    """Return the page of a rule."""
    sections = rule.documentation.sections
    parts = [f"# {rule.code} {rule.name}", rule.documentation.summary, f"*Severity: {standing(rule)}.*"]
    for title, body in sections.items():
        opening = [_EXAMPLES[title]] if title in _EXAMPLES else []
        parts += [f"## {title}", *opening, _FENCE.sub(_draft, body) if title in _EXAMPLES else body]
    if rule.supersedes:
        parts += ["## Precedence", f"On the same words, this is reported and not {_links(rule.supersedes)}."]
    held = [(title, said) for title, said in _held(rule)]
    if held:
        parts += ["## In house presets", table(("preset", "says"), held)]
    return "\n\n".join(parts).rstrip() + "\n"


def _draft(fence: re.Match[str]) -> str:
    """Return an example as HTML in which what is flagged is marked."""
    marked = html.escape(fence[1].rstrip("\n"), quote=False).replace("⟦", "<mark>").replace("⟧", "</mark>")
    return f'<pre class="draft"><code>{marked}</code></pre>'


def _links(codes: Iterable[str]) -> str:
    """Return links to rules by code; a rule that is not written yet is named."""
    rules = [(code, find(code)) for code in sorted(codes)]
    return ", ".join(f"[{code}]({rule.name}.md)" if rule else code for code, rule in rules)


def _held(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield the presets that hold a rule otherwise than it is by itself, and what they say."""
    for house in map(preset, preset_names()):
        said = _said(house, rule)
        if said:
            yield f"[{house.title}](../presets.md#{house.name})", said


def _said(house: Preset, rule: Rule) -> str:
    """Return what a preset changes of a rule: its severity, its options."""
    held = settings(policy=house.policy).held(rule)
    severity = (standing(held) if held.default else "off") if standing(held) != standing(rule) else ""
    options = written_options(house.policy.options.get(rule.code))
    return "; ".join(filter(None, (severity, *(f"`{name} = {value}`" for name, value in options))))


def preset_page() -> str:
    """Return the page of all presets."""
    parts = [_PRESETS_OPENING]
    for house in map(preset, preset_names()):
        parts.append(f"## {house.title} {{#{house.name}}}\n\n`--preset {house.name}`\n\n{house.about}\n")
        rows = (
            (f"[{rule.code} {rule.name}]({path_of(rule)})", standing(rule), _said(house, rule)) for rule in all_rules()
        )
        parts.append(table(("rule", "by itself", "here"), (row for row in rows if row[2])))
    return "\n".join(parts)


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a Markdown table."""
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)
