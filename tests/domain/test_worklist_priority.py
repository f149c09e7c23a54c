"""What a call is worth, its points, and the bound that lets a query skip the rest."""

from datetime import date, timedelta

import pytest

from creditmate.domain.lateness import Book
from creditmate.domain.money import Money
from creditmate.domain.priority import (
    PROMISE_POINTS,
    Contact,
    Part,
    ScorePart,
    Stake,
    score,
    score_parts,
    spoken_factor,
    talked_over,
    wait_factor,
)
from creditmate.domain.top_lines import Aggregate, points_bound

TODAY = date(2026, 11, 23)
DAY = timedelta(1)
BOOK = Book((0, 5, 10))


def _stake(minor: int, days: float, wait: float = 1.0, spoken: float = 1.0) -> Stake:
    return Stake(Money(minor, "GBP"), days, wait, spoken)


def test_points_are_ten_times_the_logarithm_and_add_up() -> None:
    parts = score_parts([_stake(100_000, 10, 0.5, 0.1)], promise_not_kept=True)
    assert parts == (
        Part(ScorePart.PROMISE_NOT_KEPT, 40.0),
        Part(ScorePart.SUM, 30.0),
        Part(ScorePart.DAYS_AHEAD, 10.0),
        Part(ScorePart.CAN_WAIT, -3.0),
        Part(ScorePart.SPOKEN, -10.0),
    )
    assert score(parts) == 67.0


def test_several_items_are_weighed_by_their_money() -> None:
    parts = score_parts([_stake(90_000, 10), _stake(10_000, 110)], promise_not_kept=False)
    assert parts == (Part(ScorePart.SUM, 30.0), Part(ScorePart.DAYS_AHEAD, 13.0))


def test_currencies_count_at_par_in_major_units() -> None:
    yen = [Stake(Money(1000, "JPY"), 10, 1, 1)]
    assert score_parts(yen, False) == score_parts([_stake(100_000, 10)], False)


def test_tiny_sums_and_days_have_a_floor() -> None:
    assert score_parts([], promise_not_kept=False) == ()
    assert score_parts([_stake(5, 1)], False) == ()
    assert score_parts([_stake(100, 0)], False) == (Part(ScorePart.DAYS_AHEAD, -10.0),)


def test_what_is_not_yet_due_can_wait() -> None:
    assert wait_factor(3) == wait_factor(0) == 1
    assert wait_factor(-7) == pytest.approx(0.5)


@pytest.mark.parametrize(("ago", "reached", "covered", "factor"), [
    (0, True, False, 0.1), (1, True, False, 0.1), (2, True, False, 1), (2, True, True, 0.1),
    (14, True, True, 0.1), (22, True, True, 0.5), (30, True, True, 1), (90, True, True, 1),
    (0, False, False, 0.1), (1, False, False, 1),
])  # fmt: skip
def test_a_talk_uses_a_call_up_for_a_while(
    ago: int, reached: bool, covered: bool, factor: float
) -> None:
    contact = Contact(TODAY - ago * DAY, reached)
    assert spoken_factor(contact, covered, TODAY) == pytest.approx(factor)
    assert spoken_factor(None, covered, TODAY) == 1


def test_a_talk_covers_what_was_there_and_nearly_due() -> None:
    contact, raised = Contact(TODAY), TODAY - 30 * DAY
    assert talked_over(contact, raised, TODAY + 7 * DAY)
    assert not talked_over(contact, raised, TODAY + 8 * DAY)
    assert talked_over(contact, TODAY, TODAY)
    assert not talked_over(contact, TODAY + DAY, TODAY + DAY)
    assert not talked_over(Contact(TODAY, reached=False), raised, TODAY)
    assert not talked_over(None, raised, TODAY)


def test_the_bound_uses_what_is_known() -> None:
    owed = (Money(100_000, "GBP"),)
    due = TODAY - 3 * DAY
    assert points_bound(Aggregate(1, owed, due, 10), BOOK, TODAY) == 40.0
    assert points_bound(Aggregate(1, owed, due, 1), Book((0, 0, 0)), TODAY) == 34.8
    assert points_bound(Aggregate(1, owed, due), BOOK, TODAY) == 49.5
    missed = Aggregate(1, (), TODAY, 10, missed=owed)
    assert points_bound(missed, BOOK, TODAY) == PROMISE_POINTS + 40.0
