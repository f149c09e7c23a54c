"""What answers somebody is not our own initiative, and is answered once."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.contact_budget import Purpose
from creditmate.domain.contact_purpose import Occasion, purpose_now

MONDAY = date(2026, 11, 23)
YESTERDAY, TOMORROW = MONDAY - timedelta(days=1), MONDAY + timedelta(days=1)
days = st.dates(MONDAY - timedelta(days=40), MONDAY + timedelta(days=40))
occasions = st.builds(Occasion, *[st.none() | days] * 4)


@pytest.mark.parametrize(
    ("occasion", "found"),
    [
        (Occasion(), Purpose.OWN),
        (Occasion(agreed_for=MONDAY), Purpose.AGREED),
        (Occasion(agreed_for=YESTERDAY), Purpose.AGREED),
        (Occasion(agreed_for=TOMORROW), Purpose.OWN),
        (Occasion(passed_on=YESTERDAY), Purpose.PROMISE),
        (Occasion(passed_on=MONDAY), Purpose.OWN),  # there is time until the evening
        (Occasion(passed_on=YESTERDAY, said_on=YESTERDAY), Purpose.PROMISE),
        (Occasion(passed_on=YESTERDAY, said_on=MONDAY), Purpose.OWN),  # was spoken of already
        (Occasion(reply_until=MONDAY), Purpose.REPLY),
        (Occasion(reply_until=YESTERDAY), Purpose.OWN),
        (Occasion(MONDAY, YESTERDAY, None, MONDAY), Purpose.AGREED),
    ],
)
def test_why_a_contact_of_ours_was_made(occasion: Occasion, found: Purpose) -> None:
    assert purpose_now(occasion, MONDAY, incoming=False, attempt=False) is found


@given(occasions, st.booleans())
def test_what_they_begin_is_theirs_and_an_attempt_is_one_whatever_was_waiting(
    occasion: Occasion, attempt: bool
) -> None:
    assert purpose_now(occasion, MONDAY, incoming=True, attempt=attempt) is Purpose.INCOMING
    assert purpose_now(occasion, MONDAY, incoming=False, attempt=True) is Purpose.ATTEMPT


@given(occasions)
def test_only_what_was_waiting_makes_it_anything_else_than_our_own(occasion: Occasion) -> None:
    found = purpose_now(occasion, MONDAY, incoming=False, attempt=False)
    waiting = (occasion.agreed_for, occasion.passed_on, occasion.reply_until)
    assert found is Purpose.OWN or any(waiting)
