"""What answers somebody is not our own initiative, and is answered once."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.contact_budget import Limits, Purpose, Touch, refusal, used
from creditmate.domain.contact_purpose import PURPOSES, Occasion, as_it_ended, purpose_now
from creditmate.domain.work_lines import OF_OUR_OWN_ACCORD, Kind

MONDAY = date(2026, 11, 23)
YESTERDAY, TOMORROW = MONDAY - timedelta(days=1), MONDAY + timedelta(days=1)
kinds = st.sampled_from(Kind)
days = st.dates(MONDAY - timedelta(days=40), MONDAY + timedelta(days=40))
occasions = st.builds(Occasion, st.none() | kinds, *[st.none() | days] * 3)


@pytest.mark.parametrize(
    ("occasion", "found"),
    [
        (Occasion(), Purpose.OWN),
        (Occasion(Kind.FOLLOW_UP), Purpose.OWN),
        (Occasion(Kind.PLANNED_CALL), Purpose.OWN),
        (Occasion(Kind.CALL_BACK), Purpose.AGREED),
        (Occasion(Kind.OURS_DUE), Purpose.AGREED),
        (Occasion(Kind.OURS_LATE), Purpose.AGREED),
        (Occasion(Kind.ANSWER_DUE), Purpose.REPLY),
        (Occasion(Kind.INSTALMENT), Purpose.PROMISE),
        (Occasion(Kind.SAID_PAID), Purpose.PROMISE),
        (Occasion(passed_on=YESTERDAY), Purpose.PROMISE),
        (Occasion(passed_on=MONDAY), Purpose.OWN),  # there is time until the evening
        (Occasion(passed_on=YESTERDAY, said_on=YESTERDAY), Purpose.PROMISE),
        (Occasion(passed_on=YESTERDAY, said_on=MONDAY), Purpose.OWN),  # was spoken of already
        (Occasion(reply_until=MONDAY), Purpose.REPLY),
        (Occasion(reply_until=YESTERDAY), Purpose.OWN),
        (Occasion(Kind.FOLLOW_UP, reply_until=MONDAY), Purpose.REPLY),
        (Occasion(Kind.CALL_BACK, YESTERDAY, None, MONDAY), Purpose.AGREED),
    ],
)
def test_why_a_contact_of_ours_was_made(occasion: Occasion, found: Purpose) -> None:
    assert purpose_now(occasion, MONDAY, incoming=False, attempt=False) is found


@given(kinds, st.booleans())
def test_what_today_never_stops_costs_nothing_and_what_costs_today_would_stop(
    kind: Kind, attempt: bool
) -> None:
    assert set(PURPOSES) == set(Kind)
    purpose = purpose_now(Occasion(kind), MONDAY, incoming=False, attempt=attempt)
    known = used([Touch(MONDAY, purpose, "call", reached=not attempt)], MONDAY)
    stopped = refusal(known, Limits(attempts_day=1), TOMORROW) is not None
    costs = bool(known.own_days) or purpose is Purpose.ATTEMPT
    assert costs is (kind in OF_OUR_OWN_ACCORD)
    assert stopped is bool(known.own_days)


@given(occasions, st.booleans())
def test_what_they_begin_is_theirs_whatever_was_waiting(occasion: Occasion, attempt: bool) -> None:
    assert purpose_now(occasion, MONDAY, incoming=True, attempt=attempt) is Purpose.INCOMING


@given(occasions)
def test_an_attempt_is_one_only_where_a_talk_would_have_been_our_own(occasion: Occasion) -> None:
    talk = purpose_now(occasion, MONDAY, incoming=False, attempt=False)
    tried = purpose_now(occasion, MONDAY, incoming=False, attempt=True)
    assert tried is (Purpose.ATTEMPT if talk is Purpose.OWN else talk)
    assert as_it_ended(tried, attempt=False) is talk  # put right: somebody was reached after all


@given(occasions)
def test_only_what_was_waiting_makes_it_anything_else_than_our_own(occasion: Occasion) -> None:
    found = purpose_now(occasion, MONDAY, incoming=False, attempt=False)
    waiting = (occasion.line, occasion.passed_on, occasion.reply_until)
    assert found is Purpose.OWN or any(waiting)


@pytest.mark.parametrize(
    ("purpose", "counts"),
    [
        (Purpose.ATTEMPT, True),
        (Purpose.PROMISE, True),  # a promise that passed is no leave to ring all day
        (Purpose.AGREED, False),
        (Purpose.REPLY, False),
        (Purpose.INCOMING, False),
        (Purpose.OWN, False),
    ],
)
def test_what_they_had_asked_for_is_no_attempt_in_vain(purpose: Purpose, counts: bool) -> None:
    known = used([Touch(MONDAY, purpose, "call", reached=False)], MONDAY)
    assert (known.attempts_week == 1) is counts
