"""How a visit stands: agenda, confirmation and moves, and what ends it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.visit_standing import (
    day_known,
    standing,
    standing_of,
    was_told_to_them,
)
from creditmate.domain.visits import (
    OPEN_STATES,
    VisitChange,
    VisitEvent,
    VisitEventKind,
    VisitState,
)
from tests.domain.test_visit_plan import a_file

K = VisitEventKind
DAY = date(2026, 11, 26)
BEFORE = date(2026, 11, 23)


def happened(*kinds: VisitEventKind, day: date = BEFORE) -> list[VisitEvent]:
    return [VisitEvent(kind, day) for kind in kinds]


def test_one_just_planned_needs_everything() -> None:
    found = standing_of(a_file(), BEFORE)
    assert found.state is VisitState.PLANNED
    assert found.is_open
    assert found.needs_agenda
    assert found.needs_confirming
    assert found.moves == 0


def test_an_agenda_sent_and_confirmed_is_ready() -> None:
    found = standing(happened(K.AGENDA_SENT, K.CONFIRMED, K.RECONFIRMED), DAY, BEFORE)
    assert not found.needs_agenda
    assert not found.needs_confirming
    assert found.reconfirmed is not None


def test_confirmed_by_telephone_only_is_confirmed_too() -> None:
    found = standing(happened(K.RECONFIRMED), DAY, BEFORE)
    assert found.confirmed is found.reconfirmed


@pytest.mark.parametrize("kind", K)
def test_they_know_of_it_by_an_agenda_or_by_their_own_word(kind: VisitEventKind) -> None:
    told = kind in {K.AGENDA_SENT, K.CONFIRMED, K.RECONFIRMED}
    assert was_told_to_them(happened(kind), BEFORE) is told
    assert was_told_to_them(happened(kind, K.MOVED), BEFORE) is told
    assert not was_told_to_them(happened(kind), BEFORE - timedelta(days=1))


def test_moved_after_the_agenda_was_sent_a_new_one_replaces_it() -> None:
    sent = happened(K.AGENDA_SENT, K.CONFIRMED)
    moved = standing([*sent, *happened(K.MOVED)], DAY, BEFORE)
    assert moved.agenda_outdated
    assert moved.needs_agenda
    assert moved.needs_confirming
    assert moved.moves == 1
    again = standing([*sent, *happened(K.MOVED, K.AGENDA_SENT)], DAY, BEFORE)
    assert not again.agenda_outdated
    assert again.moves == 1


@pytest.mark.parametrize("change", VisitChange)
def test_changed_where_it_is_a_new_agenda_replaces_it_and_it_stays_as_it_was(
    change: VisitChange,
) -> None:
    changed = VisitEvent(K.MOVED, BEFORE, way=change.value, from_day=DAY, to_day=DAY)
    assert changed.change is change
    found = standing([*happened(K.AGENDA_SENT, K.CONFIRMED), changed], DAY, BEFORE)
    assert (found.agenda_outdated, found.moves) == (True, 1)
    assert found.needs_confirming == (change is VisitChange.PLACE)
    vain = standing([*happened(K.NOBODY), changed], DAY, BEFORE)
    assert vain.state is VisitState.TO_REBOOK


def test_only_a_move_can_be_a_change() -> None:
    assert VisitEvent(K.MOVED, BEFORE).change is None
    assert VisitEvent(K.CONFIRMED, BEFORE, way="place").change is None


def test_a_move_before_the_agenda_outdates_nothing() -> None:
    found = standing(happened(K.MOVED, K.AGENDA_SENT), DAY, BEFORE)
    assert (found.agenda_outdated, found.moves) == (False, 0)


@pytest.mark.parametrize(
    ("last", "state"),
    [
        (K.REPORTED, VisitState.REPORTED),
        (K.CANCELLED, VisitState.CANCELLED),
        (K.REFUSED, VisitState.REFUSED),
        (K.NOBODY, VisitState.TO_REBOOK),
        (K.DEPUTY, VisitState.TO_REBOOK),
        (K.HELD, VisitState.TO_REPORT),
    ],
)
def test_what_happened_last_tells(last: VisitEventKind, state: VisitState) -> None:
    found = standing(happened(K.AGENDA_SENT, last), DAY, BEFORE)
    assert found.state is state
    assert found.is_open == (state in OPEN_STATES)
    assert not found.needs_agenda
    assert not found.needs_confirming


def test_nobody_there_and_booked_again_is_planned_again() -> None:
    assert standing(happened(K.NOBODY, K.MOVED), DAY, BEFORE).state is VisitState.PLANNED


def test_its_day_passed_it_is_to_be_reported_from_the_next_day_on() -> None:
    assert standing([], DAY, DAY).state is VisitState.PLANNED
    assert standing([], DAY, DAY + timedelta(days=1)).state is VisitState.TO_REPORT


@given(
    kinds=st.lists(st.sampled_from(VisitEventKind), max_size=8),
    later=st.lists(st.sampled_from(VisitEventKind), max_size=4),
)
def test_what_is_dated_later_is_not_known(
    kinds: list[VisitEventKind], later: list[VisitEventKind]
) -> None:
    known = happened(*kinds)
    after = happened(*later, day=BEFORE + timedelta(days=1))
    assert standing([*known, *after], DAY, BEFORE) == standing(known, DAY, BEFORE)


def test_they_expect_it_on_the_day_of_which_they_heard_last() -> None:
    file, later = a_file(), date(2026, 12, 10)
    first = file.visit.day
    moved = VisitEvent(VisitEventKind.MOVED, first, id=2, from_day=first, to_day=later)
    words = VisitEvent(
        VisitEventKind.MOVED, first, id=3, way=VisitChange.WORDS.value, from_day=later,
        to_day=later,
    )  # fmt: skip
    sent = VisitEvent(VisitEventKind.AGENDA_SENT, first, id=1)
    agreed = VisitEvent(VisitEventKind.CONFIRMED, first, id=4)
    now = replace(file.visit, day=later)

    def expected(*events: VisitEvent) -> date:
        return day_known(replace(file, visit=now, events=events))

    assert expected(sent, moved) == expected(sent, moved, words) == first
    assert expected(sent, moved, words, agreed) == expected(moved, sent) == later
    assert expected(moved) == expected() == later  # nobody told them anything
