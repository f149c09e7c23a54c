"""Several allocations at once: each on its day, none of more than there is."""

from datetime import date, timedelta

import pytest

from creditmate.domain.allocation import AllocatedEntry, Movement
from creditmate.domain.allocation_plan import Setting, TooMuch, planned
from creditmate.domain.money import Money

START = date(2026, 1, 1)


def day(number: int) -> date:
    return START + timedelta(days=number)


def pounds(minor: int) -> Money:
    return Money(minor, "GBP")


def test_each_is_counted_from_the_later_day_and_uses_up_what_it_takes() -> None:
    entries = {
        1: AllocatedEntry(day(5), pounds(-100)),
        2: AllocatedEntry(day(0), pounds(60)),
        3: AllocatedEntry(day(9), pounds(60)),
    }
    made = planned(entries, [Setting(1, 2, pounds(60)), Setting(1, 3, pounds(40))])
    assert made == [(1, 2, 60, day(5)), (1, 3, 40, day(9))]


def test_more_than_is_open_names_the_entry_and_what_is_left_of_it() -> None:
    entries = {
        1: AllocatedEntry(day(5), pounds(-100)),
        2: AllocatedEntry(day(0), pounds(60), (Movement(day(3), 20),)),
    }
    with pytest.raises(TooMuch) as found:
        planned(entries, [Setting(1, 2, pounds(30)), Setting(1, 2, pounds(20))])
    assert (found.value.entry, found.value.left) == (2, pounds(10))


def test_what_was_open_once_is_used_from_the_day_it_is_open_again() -> None:
    """Paid on day 3, bounced on day 8: money of day 5 pays it from day 8 on."""
    entries = {
        1: AllocatedEntry(day(5), pounds(-50)),
        2: AllocatedEntry(day(0), pounds(50), (Movement(day(3), 50), Movement(day(8), -50))),
    }
    assert planned(entries, [Setting(1, 2, pounds(50))]) == [(1, 2, 50, day(8))]
