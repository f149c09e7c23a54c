"""The brief of somebody who is not on Today says so, with the reason that is told there."""

from datetime import date, timedelta

import pytest

from creditmate.domain.left_out import WhyNot
from creditmate.domain.outcomes import Outcome
from creditmate.services.call_notes import CallNote
from creditmate.services.day_lists import DayLists
from creditmate.services.groups import Groups
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office

MONDAY = date(2026, 11, 23)


@pytest.fixture
def refused(office: Office) -> Office:
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, "ACME")
        an_invoice(writing, customer, "A1", MONDAY - timedelta(days=40), 90_000)
    office.on(MONDAY)
    office.call("ACME", CallNote("Ann", Outcome.REFUSES, "no", None, none_because="will not talk"))
    return office


def test_who_was_spoken_with_today_is_left_out_for_that(refused: Office) -> None:
    (told,) = DayLists().left_out(MONDAY)
    assert told.why is WhyNot.TOO_SOON
    assert told.until is not None
    brief = refused.on(MONDAY).brief("ACME")
    assert brief.line is not None  # what is open there is told all the same
    assert brief.left_out is not None
    assert (brief.left_out.why, brief.left_out.until) == (told.why, told.until)


def test_who_is_on_the_list_is_left_out_of_nothing(office: Office) -> None:
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, "ACME")
        an_invoice(writing, customer, "A1", MONDAY - timedelta(days=40), 90_000)
    brief = office.on(MONDAY).brief("ACME")
    assert brief.line is not None
    assert brief.left_out is None


def test_a_branch_is_left_out_with_its_group(refused: Office) -> None:
    with refused.gateway.write("test") as writing:
        branch = a_customer(writing, "BRANCH")
        an_invoice(writing, branch, "B1", MONDAY - timedelta(days=40), 90_000)
    refused.on(MONDAY)
    assert refused.brief("BRANCH").left_out is None
    Groups(refused.gateway).join("BRANCH", "ACME")
    left_out = refused.brief("BRANCH").left_out
    assert left_out is not None
    assert left_out.why is WhyNot.TOO_SOON
