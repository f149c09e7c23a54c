"""The proof of interest finds what does not agree: each rule is broken once."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from creditmate.db.connection import execute
from creditmate.db.proof.interest import prove_interest
from creditmate.domain.reference_rates import Series
from creditmate.services.reference_rates import ReferenceRateTable
from tests.services.interest_desk import InterestDesk, an_interest_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[InterestDesk]:
    with an_interest_desk(tmp_path / "desk.creditmate") as found:
        yield found


@pytest.mark.parametrize(
    ("rule", "table", "broken", "back"),
    [
        ("interest-is-about-its-customers-item", "interest_event", "customer_id = 2",
         "customer_id = 1"),
        ("interest-is-about-its-customers-item", "interest_event", "until_day = '2026-06-30'",
         "until_day = '2026-11-23'"),
        ("interest-charged-on-a-charge-note", "document", "kind = 'invoice'",
         "kind = 'charge_note'"),
        ("interest-within-its-charge-note", "interest_event", "fixed_minor = fixed_minor + 1",
         "fixed_minor = fixed_minor - 1"),
        ("reference-rate-of-a-half-year", "reference_rate", "from_day = '2026-07-02'",
         "from_day = '2026-07-01'"),
    ],
)  # fmt: skip
def test_each_rule_finds_its_fault(
    desk: InterestDesk, rule: str, table: str, broken: str, back: str
) -> None:
    desk.charge(desk.late())
    rates = ReferenceRateTable(desk.desk.gateway, desk.desk.clock)
    rates.enter(Series.BANK_OF_ENGLAND, date(2026, 7, 1), Decimal(4), "Bank of England")
    assert list(prove_interest()) == []
    (trigger,) = execute(
        "SELECT sql FROM sqlite_schema WHERE name = ?", (f"{table}_update",)
    ).fetchone()
    execute(f"DROP TRIGGER {table}_update")
    (id_,) = execute(f"SELECT max(id) FROM {table}").fetchone()
    execute(f"UPDATE {table} SET {broken} WHERE id = {id_}")
    assert rule in {finding.rule for finding in prove_interest()}
    execute(f"UPDATE {table} SET {back} WHERE id = {id_}")
    execute(trigger)


def test_a_note_that_was_cancelled_leaves_nothing_decided(desk: InterestDesk) -> None:
    desk.charge(desk.late())
    (event,) = desk.one().events
    desk.desk.cancelling.cancel("CH-0001", "wrong")
    assert list(prove_interest()) == []
    execute("DROP TRIGGER interest_event_update")
    execute("DROP TRIGGER interest_event_void_once")
    (voided,) = execute("SELECT void_action_id FROM interest_event").fetchone()
    execute("UPDATE interest_event SET void_action_id = NULL")
    assert {finding.row_id for finding in prove_interest()} == {event.id}
    execute("UPDATE interest_event SET void_action_id = ?", (voided,))


def test_a_half_year_has_one_rate(desk: InterestDesk) -> None:
    rates = ReferenceRateTable(desk.desk.gateway, desk.desk.clock)
    for percent in ("4", "4.25"):
        rates.enter(Series.BANK_OF_ENGLAND, date(2026, 7, 1), Decimal(percent))
    assert list(prove_interest()) == []
    execute("DROP TRIGGER reference_rate_update")
    execute("DROP TRIGGER reference_rate_void_once")
    execute("UPDATE reference_rate SET void_action_id = NULL")
    assert [finding.rule for finding in prove_interest()] == ["reference-rate-once-for-a-half-year"]
    execute("UPDATE reference_rate SET void_action_id = (SELECT max(id) FROM action) WHERE id = 1")
