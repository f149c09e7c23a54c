"""The proof of plans and more time finds what does not agree: each rule is broken once."""

from datetime import date
from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.connection import execute
from creditmate.db.proof.plans import prove_plans
from creditmate.domain.extensions import NewExtension
from creditmate.domain.plan_terms import PlanTerms
from creditmate.services.extensions import Extensions
from creditmate.services.plans import Plans
from tests.builders import SetClock, a_customer, an_invoice, make_ledger

TODAY = date(2026, 12, 3)
RULES = [
    ("plan-parts-add-up", "instalment", "amount_minor = amount_minor + 1"),
    ("plan-items-add-up", "plan_item", "amount_minor = amount_minor - 1"),
    ("plan-parts-without-a-gap", "instalment", "place = 9"),
    ("plan-parts-in-order", "instalment", "due_day = '2026-12-01'"),
    ("plan-pays-its-customers-items", "plan_item", "entry_id = 4"),
    ("plan-number-once", "plan", "number = 'p-2612-001'"),
    ("plan-replaced-by-a-later-one", "plan_event", "by_plan_id = plan_id"),
    ("time-given-for-its-customers-items", "extension_item", "entry_id = 4"),
    ("time-given-for-something", "extension_item", "extension_id = 1"),
]


@pytest.fixture(autouse=True)
def _ledger(tmp_path: Path) -> None:
    """Two plans, the second in place of the first, and time given twice; entry 4 is another's."""
    clock = SetClock(today=TODAY)
    gateway = make_ledger(tmp_path / "books.creditmate", clock)
    with gateway.write("test") as writing:
        acme, other = a_customer(writing, "ACME"), a_customer(writing, "BIRCH")
        for number in ("1", "2", "3"):
            an_invoice(writing, acme, number, date(2026, 9, 1), 30_000)
        an_invoice(writing, other, "4", date(2026, 9, 1), 30_000)
    plans, extensions = Plans(gateway, clock), Extensions(gateway, clock)
    terms = PlanTerms(first=date(2026, 12, 18), parts=3, entries=(1,))
    first = plans.agree("ACME", terms)
    plans.agree("ACME", PlanTerms(first=date(2026, 12, 18), parts=2, replaces=first.id))
    for entry in (2, 3):
        extensions.give("ACME", NewExtension(date(2026, 12, 20), "ill", (entry,)))


@pytest.mark.parametrize(("rule", "table", "broken"), RULES)
def test_each_rule_finds_its_fault(rule: str, table: str, broken: str) -> None:
    assert list(prove_plans()) == []
    execute(f"DROP TRIGGER {table}_update")
    execute("PRAGMA foreign_keys = OFF")
    (id_,) = execute(f"SELECT max(id) FROM {table}").fetchone()
    execute(f"UPDATE {table} SET {broken} WHERE id = {id_}")
    found = {finding.rule for finding in prove_plans()}
    connection.close()
    assert rule in found
