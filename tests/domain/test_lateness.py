"""How late customers pay, and what is still ahead."""

import csv
from collections import defaultdict
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.lateness import (
    LONGEST,
    NEW_BOOK,
    Book,
    Lateness,
    days_ahead_bound,
    lateness,
    learn_book,
)

BOOK = Book((0, 4, 8))
EARLY = Book((-9, -6, -3))
HISTORY = Path(__file__).parents[3] / "shared" / "data" / "ar-history.csv"
DAYS = st.lists(st.integers(-60, 200), max_size=30)
BOOKS = st.lists(st.integers(-60, 200), min_size=3, max_size=9).map(learn_book)


def test_the_book_is_learnt_as_quartiles_once_there_is_enough() -> None:
    assert learn_book([1, 2]) == NEW_BOOK
    assert learn_book([10, 0, 5, 20, 15]) == Book((5, 10, 15))
    assert learn_book([10, 0, 5, 20, 15]).median == 10


def test_only_the_last_twenty_count() -> None:
    habit = lateness([90] * 10 + list(range(20)), BOOK)
    assert habit.recent == tuple(range(20))


def test_late_counts_only_days_after_the_due_day() -> None:
    habit = Lateness((-3, 0, 1, 7), BOOK)
    assert habit.late_count == 2
    assert habit.known
    assert not Lateness((), BOOK).known


def test_early_is_negative_and_never_turns_into_late() -> None:
    """The famous reversed days: five days early is not five days late."""
    early, late = Lateness((-5,) * 9, BOOK), Lateness((5,) * 9, BOOK)
    assert (early.usual_days, late.usual_days) == (-5, 5)
    assert (early.late_count, late.late_count) == (0, 9)
    assert early.days_ahead(0) < late.days_ahead(0)


def test_the_usual_leans_on_the_book_while_history_is_short() -> None:
    assert Lateness((), BOOK).usual_days == 4
    assert Lateness((30,), BOOK).usual_days == 4
    assert Lateness((30, 30), BOOK).usual_days == 17
    assert Lateness((30, 30, 30), BOOK).usual_days == 30
    assert Lateness((5,), Book((0, 0, 0))).usual_days == 0
    assert Lateness((-3, -2), Book((0, 0, 0))).usual_days == -1
    assert Lateness((3, 4), Book((0, 0, 0))).usual == 1.5
    assert Lateness((3, 4), Book((0, 0, 0))).usual_days == 1


def test_ahead_of_the_due_day_all_late_days_are_ahead() -> None:
    habit = Lateness((10, 10, 10), Book((10, 10, 10)))
    assert habit.days_ahead(-5) == 10
    assert habit.days_ahead(0) == 10
    assert habit.days_ahead(4) == 6


def test_what_is_known_conditions_it() -> None:
    habit = Lateness((0, 0, 0, 0, 40, 40, 40), Book((0, 0, 0)))
    assert habit.days_ahead(-1) == 12
    assert habit.days_ahead(1) == 39


def test_beyond_all_history_it_takes_as_long_again_up_to_a_month() -> None:
    habit = Lateness((0, 0, 0), Book((0, 0, 0)))
    assert habit.days_ahead(12) == 12
    assert habit.days_ahead(80) == 30
    assert habit.days_ahead(0) == 1
    assert Lateness((82,), Book((0, 0, 0))).days_ahead(81) == 15.5


def test_one_far_too_early_to_be_paid_by_habit_has_nothing_ahead() -> None:
    assert Lateness((-20,), EARLY).days_ahead(-1) == 0


@given(DAYS, BOOKS, st.integers(-30, 400), st.booleans())
def test_days_ahead_stay_within_their_bound(
    days: list[int], book: Book, worst_open: int, looked_up: bool
) -> None:
    habit = lateness(days, book)
    worst = max(habit.recent, default=0) if looked_up else None
    bound = days_ahead_bound(worst, worst_open, book)
    for days_late in (worst_open, worst_open - 1, min(worst_open, 0), worst_open - 40):
        assert 0 <= habit.days_ahead(days_late) <= bound <= LONGEST


@given(DAYS, BOOKS)
def test_the_usual_lies_within_what_was_seen(days: list[int], book: Book) -> None:
    habit = lateness(days, book)
    seen = [*habit.recent, book.median]
    assert min(seen) - 0.5 <= habit.usual_days <= max(seen) + 0.5


def _day(text: str) -> date:
    return datetime.strptime(text, "%m/%d/%Y").date()  # noqa: DTZ007 - a day, no moment


@pytest.mark.skipif(not HISTORY.exists(), reason="../shared/data/ar-history.csv is not here")
def test_the_forecast_of_a_real_ledger_has_the_published_error() -> None:
    """data/README.md: the last 20 with the book's median twice added, 978 items: 6.42 days."""
    with HISTORY.open(encoding="utf-8-sig", newline="") as file:
        rows = [
            (_day(r["InvoiceDate"]), _day(r["DueDate"]), _day(r["SettledDate"]), r["customerID"])
            for r in csv.DictReader(file)
        ]
    settling = sorted(rows, key=lambda row: row[2])
    history: dict[str, list[int]] = defaultdict(list)
    everybody: list[int] = []
    errors = []
    for raised, due, settled, customer in sorted(rows, key=lambda row: row[0]):
        while settling[len(everybody)][2] < raised:
            _, its_due, its_settled, its_customer = settling[len(everybody)]
            everybody.append((its_settled - its_due).days)
            history[its_customer].append(everybody[-1])
        if raised >= date(2013, 3, 1):
            habit = lateness(history[customer], learn_book(everybody))
            errors.append(abs((settled - due).days - habit.usual))
    assert len(errors) == 978
    assert sum(errors) / len(errors) == pytest.approx(6.42, abs=0.005)
