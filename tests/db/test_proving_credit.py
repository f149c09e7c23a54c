"""The proof of credit checks finds a limit that is another customer's."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.connection import execute
from creditmate.db.proof import prove_all
from creditmate.db.proof.credit import prove_credit
from creditmate.domain.credit_checks import Check
from creditmate.domain.money import Money
from creditmate.domain.our_people import StaffEntry
from creditmate.services.credit_checks import CheckEntry, CreditChecks
from creditmate.services.people import People
from tests.builders import SetClock, a_customer, make_ledger


@pytest.fixture
def checks(tmp_path: Path) -> Iterator[CreditChecks]:
    clock = SetClock()
    clock.today = date(2026, 11, 23)
    gateway = make_ledger(tmp_path / "credit.creditmate", clock)
    with gateway.write("customers") as writing:
        a_customer(writing, "ACME")
        a_customer(writing, "BIRCH")
    People(gateway, clock, "ellen").add(StaffEntry("Ellen Rook", "ER"))
    yield CreditChecks(gateway, clock)
    connection.close()


DECIDED = CheckEntry(Check.LIMIT, staff=1, limit=Money(500_00, "GBP"))


def test_a_check_that_decides_anothers_limit_is_found(checks: CreditChecks) -> None:
    for code in ("ACME", "BIRCH"):
        checks.record(code, CheckEntry(Check.REVIEW))
        checks.record(code, DECIDED)
    assert list(prove_credit()) == []
    execute("DROP TRIGGER credit_check_update")
    limits = "(SELECT max(id) FROM credit_limit)"
    execute(
        "UPDATE credit_check SET credit_limit_id = " + limits + " WHERE credit_limit_id IS NOT NULL"
    )
    (found,) = prove_credit()
    (first,) = execute(
        "SELECT min(id) FROM credit_check WHERE credit_limit_id IS NOT NULL"
    ).fetchone()
    assert (found.rule, found.row_id) == ("check-of-its-customers-limit", first)
    assert found in prove_all()


def test_a_check_that_was_taken_back_says_nothing(checks: CreditChecks) -> None:
    done = checks.record("ACME", DECIDED)
    checks.undo(done.action)
    execute("DROP TRIGGER credit_limit_update")
    execute("UPDATE credit_limit SET customer_id = 2")
    assert list(prove_credit()) == []
