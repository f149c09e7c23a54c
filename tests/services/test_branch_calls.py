"""A call agreed with a branch: the branch waits for it, and nobody else of its group does."""

from datetime import date, timedelta

import pytest

from creditmate.domain.contact_steps import Step
from creditmate.domain.extensions import NewExtension
from creditmate.domain.left_out import WhyNot
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.services.call_notes import CallNote
from creditmate.services.day_lists import DayLists
from creditmate.services.groups import Groups
from creditmate.services.not_contacted import NotContacted
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office

MONDAY = date(2026, 11, 23)
FREE = MONDAY + timedelta(days=7)
CALL = MONDAY + timedelta(days=12)
LATE = MONDAY - timedelta(days=40)
OWN, BRANCH = Money(89_856, "GBP"), Money(44_922, "GBP")


@pytest.fixture
def group(office: Office) -> Office:
    """A head office that has 898.56 late, and its branch with 449.22."""
    with office.gateway.write("test") as writing:
        an_invoice(writing, a_customer(writing, "HEAD"), "H1", LATE, OWN.minor)
        an_invoice(writing, a_customer(writing, "BRANCH"), "B1", LATE, BRANCH.minor)
    office.on(MONDAY)
    Groups(office.gateway).join("BRANCH", "HEAD")
    return office


def told(day: date) -> NotContacted:
    (found,) = DayLists().left_out(day)
    return found


TIME = NewExtension(CALL - timedelta(days=1), "y")
WITH_TIME = CallNote("Bea", Outcome.ASKS_FOR_TIME, "x", CALL, extension=TIME)
WELL = CallNote("Bea", Outcome.ALL_WELL, "x", CALL)


@pytest.mark.parametrize("note", [WITH_TIME, WELL])
def test_the_head_office_is_asked_for_its_own_as_soon_as_there_is_room(
    group: Office, note: CallNote
) -> None:
    group.call("BRANCH", note)
    tomorrow = told(MONDAY + timedelta(days=1))
    assert tomorrow.until == FREE
    assert group.on(FREE - timedelta(days=1)).codes() == []
    (row,) = group.on(FREE).today()
    assert (row.code, row.line.amounts, row.branches) == ("HEAD", (OWN,), ())
    group.call("HEAD", CallNote("Vik", Outcome.ALL_WELL, "x", none_because="y"))
    assert group.on(CALL - timedelta(days=1)).codes() == []
    (row,) = group.on(CALL).today()
    assert row.with_code == "BRANCH"


def test_where_the_branch_alone_owes_the_group_waits_for_the_call(office: Office) -> None:
    with office.gateway.write("test") as writing:
        a_customer(writing, "HEAD")
        an_invoice(writing, a_customer(writing, "BRANCH"), "B1", LATE, BRANCH.minor)
    office.on(MONDAY)
    Groups(office.gateway).join("BRANCH", "HEAD")
    office.call("BRANCH", WELL)
    found = told(FREE)
    assert (found.why, found.until, found.branches) == (WhyNot.CALL_BACK, CALL, ("Branch Ltd",))
    assert office.on(FREE).codes() == []


def test_a_call_agreed_with_the_head_office_is_the_whole_group_s(group: Office) -> None:
    group.call("HEAD", WELL)
    assert group.on(FREE).codes() == []
    found = told(FREE)
    assert (found.why, found.until) == (WhyNot.CALL_BACK, CALL)


def test_the_branch_s_own_page_still_waits_for_its_call(group: Office) -> None:
    group.call("BRANCH", WELL)
    group.on(FREE)
    brief = group.brief("BRANCH")
    assert brief.line is None
    assert group.brief("HEAD").line is not None


def test_a_talk_with_a_branch_that_owes_nothing_late_takes_no_step_of_the_group(
    group: Office,
) -> None:
    """The group has one budget, but nobody has heard of the reminder yet."""
    with group.gateway.write("test") as writing:
        an_invoice(writing, a_customer(writing, "THIRD"), "T1", MONDAY, 10_000)
    Groups(group.gateway).join("THIRD", "HEAD")
    (row,) = group.today()
    assert row.line.step is Step.CALL_1
    promise = CallNote(
        "Deb", Outcome.WILL_PAY, "", CALL, promised=Money(10_000, "GBP"), promised_by=CALL
    )
    group.call("THIRD", promise)
    tomorrow = told(MONDAY + timedelta(days=1))
    assert (tomorrow.why, tomorrow.until) == (WhyNot.TOO_SOON, FREE)
    (row,) = group.on(FREE).today()
    assert row.line.step is Step.CALL_1
    assert row.line.amounts == (OWN + BRANCH,)
