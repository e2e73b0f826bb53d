"""Settings in force: which rules, how grave, with which options."""

from __future__ import annotations

from attrib_lsp.linter.linter import Linter
from attrib_lsp.linter.options import read_rule_options
from attrib_lsp.linter.settings import Policy, Selection, Settings, layered, settings
from attrib_lsp.rules.finding import Severity
from attrib_lsp.rules.registry import find
from attrib_lsp.text.markup import Markup
from attrib_lsp.text.readers import read_story
from attrib_lsp.text.source_text import SourceText

ONE_UNNAMED = """# Dam at risk

An engineer said that the dam was cracked. The engineer said that nobody had looked at it for years.

The engineer said that the repairs would cost two billion. The engineer said that the gates were stuck.
"""
ONE_NAMED = ONE_UNNAMED.replace("An engineer", "The engineer, Olga Renn,").replace("The engineer said", "Ms Renn said")
REVEALED = "# Firm in talks\n\nThe firm's chairman, Ivo Brandt, revealed that the bank wanted to sell the port.\n"


def severities(linter: Linter, text: str, chosen: Settings) -> list[str]:
    """Return what is found in ``text``, each with its severity."""
    story = read_story(SourceText(text), Markup.MARKDOWN)
    return [f"{one.code} {one.severity.name}" for one in linter.check(story, chosen)]


def only(code: str, severity: Severity | None = None, **options: object) -> Settings:
    """Return settings under which one rule is in force, as grave and with the options given."""
    rule = find(code)
    assert rule is not None
    read = {code: read_rule_options(rule, options)} if options else {}
    return settings([code], policy=Policy({} if severity is None else {code: severity}, read))


def test_a_severity_is_that_of_a_rules_usual_findings(linter: Linter) -> None:
    assert severities(linter, ONE_NAMED, only("BAL801")) == ["BAL801 INFO"]
    assert severities(linter, ONE_NAMED, only("BAL801", Severity.WARNING)) == ["BAL801 WARNING"]
    assert severities(linter, ONE_UNNAMED, only("BAL801")) == ["BAL801 WARNING"]
    assert severities(linter, ONE_UNNAMED, only("BAL801", Severity.WARNING)) == ["BAL801 ERROR"]
    assert severities(linter, ONE_UNNAMED, only("BAL801", Severity.HINT)) == ["BAL801 INFO"]


def test_an_option_that_names_a_severity_holds(linter: Linter) -> None:
    chosen = only("BAL801", Severity.WARNING, **{"anonymous-only": "hint"})
    assert severities(linter, ONE_UNNAMED, chosen) == ["BAL801 HINT"]
    assert severities(linter, ONE_NAMED, chosen) == ["BAL801 WARNING"]
    loud = only("ATT501", Severity.INFO, groups={"truth": "error"})
    assert severities(linter, REVEALED, only("ATT501")) == ["ATT501 HINT"]
    assert severities(linter, REVEALED, loud) == ["ATT501 ERROR"]


def test_options_reach_the_rule(linter: Linter) -> None:
    assert severities(linter, ONE_NAMED, only("BAL801", min_words=500)) == []
    assert severities(linter, ONE_NAMED, only("BAL801", min_statements=5)) == []


def test_a_policy_switches_rules_on_and_off() -> None:
    policy = Policy({"UNS104": None, "UNS107": Severity.HINT})
    chosen = settings(policy=policy)
    assert chosen.enabled == Settings.default().enabled - {"UNS104"}
    assert chosen.severities == {"UNS107": Severity.HINT}


def test_a_rule_that_is_off_comes_back_by_its_own_name_only() -> None:
    policy = Policy({"UNS104": None})
    assert settings(["UNS1"], policy=policy).enabled == settings(["UNS1"]).enabled - {"UNS104"}
    assert "UNS104" not in settings(["ALL"], policy=policy).enabled
    assert settings(["UNS104"], policy=policy).enabled == {"UNS104"}
    assert "UNS104" in settings(extend_select=["impersonal-evidential"], policy=policy).enabled
    assert "UNS107" not in settings(ignore=["UNS107"], policy=Policy({"UNS107": Severity.ERROR})).enabled


def test_a_later_selection_wins_over_an_equally_exact_one() -> None:
    files = Selection(("ANO", "UNS107"), ("ANO202", "HED"), ("HED304",))
    assert layered([files, Selection(("ANO202",))]).enabled == {"ANO202", "HED304"}
    family = layered([files, Selection(("ANO",))]).enabled
    assert "ANO201" in family
    assert not family & {"ANO202", "UNS107"}
    assert "ANO202" in layered([files, Selection(extend_select=("ANO202",))]).enabled
    assert "HED304" not in layered([files, Selection(ignore=("HED304",))]).enabled
    assert "HED304" in layered([files, Selection(ignore=("HED",))]).enabled


def test_settings_without_some_rules_hold_none_of_them_however_exactly_they_were_selected() -> None:
    assert settings(["ANO202", "UNS107"]).without(["ANO"]).enabled == {"UNS107"}
