"""The proof of visits finds what does not agree: each rule is broken once."""

from datetime import date, time
from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.connection import execute
from creditmate.db.proof.visits import prove_visits
from creditmate.domain.visit_plan import PlanIssue, VisitPlan
from creditmate.domain.visits import IssueKind
from creditmate.services.visits import Visits
from tests.builders import SetClock, a_customer, an_invoice, make_ledger

TODAY = date(2026, 11, 23)
RULES = [
    ("visit-has-its-next-step", "UPDATE task SET about = '' WHERE id = 1"),
    ("visit-has-its-next-step", "UPDATE task SET archived_day = '2026-11-24' WHERE id = 1"),
    ("visit-steps-are-its-customers", "UPDATE task SET customer_id = 2 WHERE id = 3"),
    ("visit-issue-about-its-customers-items", "UPDATE visit_issue_item SET entry_id = 2"),
    ("visit-agenda-about-its-own-issues", "UPDATE visit_slot SET visit_id = 2"),
    ("visit-ended-is-told-why", "UPDATE visit SET ended_day = '2026-11-24' WHERE id = 1"),
    ("visit-ended-is-told-why", "UPDATE visit SET ended_day = NULL WHERE id = 2"),
]


@pytest.fixture(autouse=True)
def _ledger(tmp_path: Path) -> None:
    """Two visits to one customer, the second cancelled; the second entry is another's."""
    clock = SetClock(today=TODAY)
    gateway = make_ledger(tmp_path / "books.creditmate", clock)
    with gateway.write("test") as writing:
        for code in ("ACME", "BIRCH"):
            an_invoice(writing, a_customer(writing, code), code, date(2026, 9, 1), 30_000)
    visits = Visits(gateway, clock)
    issues = (PlanIssue("Overdue", kind=IssueKind.ACCOUNT, entries=(1,)), PlanIssue("Orders"))
    plan = VisitPlan(date(2026, 12, 3), time(10), "To talk.", issues=issues)
    visits.plan("ACME", plan)
    visits.cancel(str(visits.plan("ACME", plan).id), "they paid")


@pytest.mark.parametrize(("rule", "breaking"), RULES)
def test_each_rule_finds_its_fault(rule: str, breaking: str) -> None:
    assert list(prove_visits()) == []
    execute("PRAGMA foreign_keys = OFF")
    execute(breaking)
    found = {finding.rule for finding in prove_visits()}
    connection.close()
    assert rule in found


def test_a_question_of_somebody_else_is_found() -> None:
    execute("PRAGMA foreign_keys = OFF")
    execute(
        "INSERT INTO dispute (id, action_id, customer_id, raised_day, day_presumed, reason,"
        " by_whom, note) VALUES (1, 1, 2, '2026-10-01', 0, 'price', '', '')"
    )
    execute("UPDATE visit_issue SET dispute_id = 1 WHERE id = 1")
    found = {finding.rule for finding in prove_visits()}
    connection.close()
    assert "visit-issue-about-its-customers-questions" in found
