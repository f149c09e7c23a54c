"""How much of an entry is in dispute as at a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.disputes import (
    DisputeEvent,
    DisputeEventKind,
    DisputeItem,
    DisputeReason,
    disputed_amount,
)

RAISED = date(2026, 3, 10)
DAY = timedelta(1)
ENDS = [kind for kind in DisputeEventKind if kind is not DisputeEventKind.AMENDED]


def _amount(
    items: list[DisputeItem], events: list[DisputeEvent], as_at: date, open_minor: int = 1000
) -> int:
    return disputed_amount(7, open_minor, items, events, as_at)


def test_the_reasons_are_the_field_s() -> None:
    assert len(DisputeReason) == 18
    assert DisputeReason("missing_papers") is DisputeReason.MISSING_PAPERS


def test_it_counts_from_the_day_it_is_raised() -> None:
    items = [DisputeItem(1, 7, RAISED, 300)]
    assert _amount(items, [], RAISED - DAY) == 0
    assert _amount(items, [], RAISED) == 300


def test_no_amount_means_all_and_it_never_exceeds_what_is_open() -> None:
    assert _amount([DisputeItem(1, 7, RAISED)], [], RAISED) == 1000
    assert _amount([DisputeItem(1, 7, RAISED, 300)], [], RAISED, open_minor=200) == 200
    both = [DisputeItem(1, 7, RAISED, 700), DisputeItem(2, 7, RAISED, 600)]
    assert _amount(both, [], RAISED) == 1000


def test_other_entries_and_other_disputes_do_not_matter() -> None:
    items = [DisputeItem(1, 7, RAISED, 300), DisputeItem(1, 8, RAISED, 500)]
    events = [
        DisputeEvent(1, 2, RAISED, DisputeEventKind.REJECTED),
        DisputeEvent(2, 1, RAISED, DisputeEventKind.REJECTED, entry=8),
    ]
    assert _amount(items, events, RAISED) == 300


@pytest.mark.parametrize("kind", ENDS)
def test_every_ending_frees_it_from_its_day_on(kind: DisputeEventKind) -> None:
    items = [DisputeItem(1, 7, RAISED, 300)]
    events = [DisputeEvent(1, 1, RAISED + 5 * DAY, kind)]
    assert _amount(items, events, RAISED + 4 * DAY) == 300
    assert _amount(items, events, RAISED + 5 * DAY) == 0


def test_amendments_follow_each_other_by_day_then_by_id() -> None:
    items = [DisputeItem(1, 7, RAISED, 300)]
    amended = DisputeEventKind.AMENDED
    events = [
        DisputeEvent(9, 1, RAISED + DAY, amended, minor=50),
        DisputeEvent(8, 1, RAISED + DAY, amended, entry=7, minor=120),
        DisputeEvent(3, 1, RAISED + 2 * DAY, amended),
    ]
    assert _amount(items, events, RAISED + DAY) == 50
    assert _amount(items, events, RAISED + 2 * DAY) == 1000


@given(
    st.lists(st.builds(DisputeItem, st.integers(1, 3), st.integers(7, 8), st.just(RAISED),
                       st.none() | st.integers(0, 2000))),
    st.integers(0, 1500),
)  # fmt: skip
def test_it_lies_between_nothing_and_what_is_open(items: list[DisputeItem], opened: int) -> None:
    assert 0 <= _amount(items, [], RAISED, opened) <= opened
