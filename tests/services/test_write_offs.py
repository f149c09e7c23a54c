"""Writing off in bulk: what is said to be paid is left to a person."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from creditmate.domain.claims import SaidPaid
from creditmate.domain.invoice_warnings import LeaveOut
from creditmate.domain.money import Money
from creditmate.services.claims import Claims
from tests.services.invoice_desk import TODAY, Desk, a_desk, a_line

LATER = date(2027, 2, 1)
LIMIT = Money(500, "GBP")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path / "desk.creditmate") as found:
        for price in ("1", "2"):
            found.issue(a_line(price=price, tax="Z"))
        found.clock.today = LATER
        yield found


def reasons(desk: Desk, as_at: date = LATER) -> dict[str, LeaveOut | None]:
    return {line.number: line.reason for line in desk.write_offs.preview(LIMIT, as_at)}


def test_what_is_said_to_be_paid_is_left_out_until_it_is_taken_back(desk: Desk) -> None:
    claims = Claims(desk.gateway, desk.clock)
    assert set(reasons(desk).values()) == {None}
    claim = claims.make("ACME", SaidPaid()).id
    assert set(reasons(desk).values()) == {LeaveOut.SAID_PAID}
    desk.clock.today = LATER + timedelta(days=1)
    desk.issue(a_line(price="3", tax="Z"), day=TODAY)  # nobody spoke of this one
    claims.not_found(claim)  # the money is looked for still
    assert reasons(desk, desk.clock.today) == {
        "INV-0001": LeaveOut.SAID_PAID, "INV-0002": LeaveOut.SAID_PAID, "INV-0003": None,
    }  # fmt: skip
    claims.withdraw(claim)
    assert set(reasons(desk, desk.clock.today).values()) == {None}
