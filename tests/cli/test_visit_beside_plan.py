"""Promised beside a plan: more than the plan leaves is doubted, as more than is owed is."""

from datetime import date, time
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_visit_report_added import BASE, plain
from tests.cli.test_visit_reports import ledger, said
from tests.cli.visit_plans import an_hour, planned

__all__ = ["ledger"]

DAY = date(2026, 11, 23)


@pytest.fixture
def visit(ledger: Path) -> str:
    """A visit to Brindle Row, who owe £3,813.70, of which a part is under query."""
    return planned(ledger, DAY, "BRIN01", an_hour(DAY, time(9)))


def report(run: Run, ledger: Path, visit: str, *more: str) -> tuple[str, list[str]]:
    told = run("visit", "report", visit, *more, "--json", "--ledger", ledger, "--on", DAY)
    doubts = said(told)["doubts"]
    return plain("\n".join(doubts)), doubts


def test_what_a_plan_leaves_is_less_than_what_is_owed(
    run: Run, ledger: Path, visit: str
) -> None:  # fmt: skip
    text, doubts = report(run, ledger, visit, *BASE, "--plan", "3", "--plan-first", "2026-12-01")
    assert doubts == [], "of a plan alone there is no doubt"
    text, doubts = report(run, ledger, visit, "--add", "--they-pay", "200;2026-11-27")
    assert len(doubts) == 1
    assert "£200.00 is promised beside a plan that leaves £0.00" in text
    assert "Is it meant besides?" in text


def test_what_is_within_what_the_plan_leaves_is_not_doubted(
    run: Run, ledger: Path, visit: str
) -> None:  # fmt: skip
    agreed = run(
        "plan", "BRIN01", "--total", "--amount", "3000", "--parts", "3", "--first", "2026-12-01",
        "--ledger", ledger, "--on", DAY,
    )  # fmt: skip
    assert agreed.status == 0, agreed.err
    _, doubts = report(run, ledger, visit, *BASE, "--they-pay", "200;2026-11-27")
    assert doubts == []
    text, doubts = report(run, ledger, visit, "--add", "--they-pay", "300;2026-11-28")
    assert len(doubts) == 1, "both together"
    assert "£500.00 is promised beside a plan that leaves £427.30" in text
