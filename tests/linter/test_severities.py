"""How a severity from the settings and a finding's own combine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from attrib_lsp.linter.errors import SeverityError
from attrib_lsp.linter.severities import read_severity, read_severity_or_off, severity_of
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Story

HINT, INFO, WARNING, ERROR = Severity


@rule("XXX001", WARNING)
def a_rule(story: Story) -> Iterator[Finding]:
    """Find nothing."""
    yield from ()


def graded(own: Severity | None, configured: Severity | None, *, exact: bool = False) -> Severity:
    """Return how grave a finding of a warning's rule is."""
    return severity_of(a_rule, Finding(Span(0, 1), "", severity=own, exact=exact), configured)


@pytest.mark.parametrize("own", [HINT, INFO, WARNING, ERROR])
def test_without_a_setting_a_finding_is_as_grave_as_its_rule_says(own: Severity) -> None:
    assert graded(None, None) is WARNING
    assert graded(own, None) is own


@pytest.mark.parametrize(
    ("own", "configured", "severity"),
    [
        (None, ERROR, ERROR),
        (None, HINT, HINT),
        (ERROR, WARNING, ERROR),
        (ERROR, ERROR, ERROR),
        (ERROR, INFO, WARNING),
        (ERROR, HINT, INFO),
        (HINT, ERROR, INFO),
        (HINT, INFO, HINT),
    ],
)
def test_a_graver_or_milder_case_stays_so_by_as_many_steps(
    own: Severity | None, configured: Severity, severity: Severity
) -> None:
    assert graded(own, configured) is severity


def test_the_order_of_findings_is_kept() -> None:
    for configured in Severity:
        ordered = [graded(own, configured) for own in Severity]
        assert ordered == sorted(ordered)


def test_a_severity_that_the_user_named_for_the_case_holds() -> None:
    assert graded(INFO, ERROR, exact=True) is INFO


def test_severities_are_read_by_name() -> None:
    assert [read_severity(name) for name in ("hint", "info", "Warning", "ERROR")] == [HINT, INFO, WARNING, ERROR]
    assert read_severity_or_off("off") is read_severity_or_off(False) is None
    assert read_severity_or_off("info") is INFO


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("warn", "there is no severity 'warn'; did you mean warning?"),
        ("of", "there is no severity 'of'; did you mean off?"),
        (3, "there is no severity 3; error, warning, info, hint, off"),
        (True, "there is no severity True; error, warning, info, hint, off"),
    ],
)
def test_what_is_no_severity_is_told(name: object, error: str) -> None:
    with pytest.raises(SeverityError) as told:
        read_severity_or_off(name)
    assert str(told.value) == error
