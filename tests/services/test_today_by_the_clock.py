"""Call-backs on Today by our clock: where clocks change on other days, and over midnight."""

from datetime import date, datetime, time

import pytest

from creditmate.db.models import Customer
from creditmate.domain.outcomes import Outcome
from creditmate.domain.work_lines import Kind
from creditmate.services.call_notes import CallNote
from creditmate.services.worklists import WorkLists
from tests.builders import a_customer
from tests.services.conftest import Office

NEW_YORK, TOKYO = "America/New_York", "Asia/Tokyo"


def there(office: Office, zone: str) -> None:
    with office.gateway.write("test") as writing:
        made = a_customer(writing)
        writing.edit(Customer, made, 1, zone=zone)


@pytest.mark.parametrize(("day", "at", "zone", "ours"), [
    # five hours apart in winter, four while they have summer time and we have not
    (date(2026, 3, 6), time(9), NEW_YORK, "2026-03-06T14:00"),
    (date(2026, 3, 9), time(9), NEW_YORK, "2026-03-09T13:00"),
    (date(2026, 3, 27), time(9), NEW_YORK, "2026-03-27T13:00"),
    (date(2026, 3, 30), time(9), NEW_YORK, "2026-03-30T14:00"),
    (date(2026, 10, 26), time(9), NEW_YORK, "2026-10-26T13:00"),
    # their morning is our evening before; in summer it is just past our midnight
    (date(2026, 12, 1), time(8, 30), TOKYO, "2026-11-30T23:30"),
    (date(2026, 6, 9), time(8, 30), TOKYO, "2026-06-09T00:30"),
])  # fmt: skip
def test_an_hour_that_was_agreed_is_theirs_and_stands_at_ours(
    office: Office, day: date, at: time, zone: str, ours: str
) -> None:
    shown = datetime.fromisoformat(ours)
    on = shown.date()
    there(office, zone)
    office.on(date(2026, 3, 2) if day.month < 6 else date(2026, 6, 1))
    office.call("ACME", CallNote("Ann", Outcome.CALL_BACK, "x", next_day=day, next_at=at))
    before = WorkLists().reading(office.on(on.replace(day=on.day - 1)).clock.today).go_on()
    assert before.rows == ()
    (row,) = WorkLists().reading(office.on(on).clock.today).go_on().rows
    assert (row.line.kind, row.line.when, row.line.at) == (Kind.CALL_BACK, on, shown.time())
    assert row.line.reasons[0].their_at == at
