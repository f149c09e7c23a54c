"""More time for a head office is for its branches too, unless items are named."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from creditmate.db.proof import prove_all
from creditmate.domain.extensions import ExtensionState, NewExtension
from creditmate.domain.left_out import WhyNot
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import PromiseState
from creditmate.services.call_notes import CallNote
from creditmate.services.calls import Calls
from creditmate.services.confirmation_facts import addressed, agreed
from creditmate.services.contact_again import require_contact
from creditmate.services.customers import Customers
from creditmate.services.day_lists import DayLists
from creditmate.services.extensions import Extensions
from creditmate.services.groups import Groups
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office

MONDAY = date(2026, 11, 23)
TO, CALL = date(2026, 12, 15), date(2026, 12, 16)
LATE = MONDAY - timedelta(days=40)
OWN, BRANCH = Money(89_856, "GBP"), Money(44_922, "GBP")
TIME = NewExtension(TO, "their bank is slow")


@pytest.fixture
def group(office: Office) -> Iterator[Office]:
    """A head office and a branch with something late each, and a branch with nothing late."""
    with office.gateway.write("test") as writing:
        an_invoice(writing, a_customer(writing, "HEAD"), "H1", LATE, OWN.minor)
        an_invoice(writing, a_customer(writing, "BRANCH"), "B1", LATE, BRANCH.minor)
        an_invoice(writing, a_customer(writing, "THIRD"), "T1", MONDAY, 10_000)
    office.on(MONDAY)
    for branch in ("BRANCH", "THIRD"):
        Groups(office.gateway).join(branch, "HEAD")
    yield office
    assert prove_all() == []


def asks_for_time(office: Office, code: str = "HEAD", time: NewExtension = TIME) -> int:
    note = CallNote("Vik", Outcome.ASKS_FOR_TIME, "x", CALL, extension=time)
    return Calls(office.gateway, office.clock).record(code, note).id


def due(office: Office, code: str) -> Money:
    (account,) = office.brief(code).accounts
    return account.pay_now.due


def times(office: Office, code: str) -> list[tuple[ExtensionState, tuple[str, ...]]]:
    rows = Extensions(office.gateway, office.clock).of_customer(code, office.clock.today)
    return [(row.standing.state, tuple(item.number for item in row.items)) for row in rows]


def test_the_whole_group_is_left_in_peace_and_comes_back_together(group: Office) -> None:
    asks_for_time(group)
    assert times(group, "HEAD") == [(ExtensionState.RUNNING, ("H1",))]
    assert times(group, "BRANCH") == [(ExtensionState.RUNNING, ("B1",))]
    assert times(group, "THIRD") == []
    assert due(group, "HEAD") == due(group, "BRANCH") == Money(0, "GBP")
    (told,) = DayLists().left_out(MONDAY + timedelta(days=8))
    assert (told.code, told.why, told.until) == ("HEAD", WhyNot.MORE_TIME, CALL)
    assert told.amounts == (OWN + BRANCH,)
    (row,) = group.on(CALL).today()
    assert row.code == "HEAD"


def test_the_letter_names_what_of_each_of_them_has_time(group: Office) -> None:
    talk = asks_for_time(group)
    stored = require_contact(talk)
    customer = Customers().brief("HEAD", MONDAY).customer
    told = agreed(stored, addressed(customer, stored), MONDAY)
    assert [(one.numbers, one.amounts) for one in told.more_time] == [
        (("H1",), (OWN,)), (("B1",), (BRANCH,))
    ]  # fmt: skip


def test_what_is_promised_in_the_same_talk_is_taken_off_once(group: Office) -> None:
    part = Money(10_000, "GBP")
    note = CallNote(
        "Vik", Outcome.PART_PAYMENT, "", CALL, extension=TIME,
        promised=part, promised_by=MONDAY + timedelta(days=2),
    )  # fmt: skip
    stored = require_contact(Calls(group.gateway, group.clock).record("HEAD", note).id)
    customer = Customers().brief("HEAD", MONDAY).customer
    told = agreed(stored, addressed(customer, stored), MONDAY)
    assert [one.amounts for one in told.more_time] == [(OWN - part,), (BRANCH,)]


def test_named_items_are_those_and_no_others(group: Office) -> None:
    (item,) = (row.id for row in group.brief("HEAD").entries)
    asks_for_time(group, time=NewExtension(TO, "y", (item,)))
    assert times(group, "BRANCH") == []
    assert due(group, "BRANCH") == BRANCH


def test_a_branch_asks_for_itself(group: Office) -> None:
    asks_for_time(group, "BRANCH")
    assert times(group, "HEAD") == []
    assert due(group, "HEAD") == OWN


def test_only_the_branch_is_late(office: Office) -> None:
    with office.gateway.write("test") as writing:
        an_invoice(writing, a_customer(writing, "HEAD"), "H1", MONDAY, OWN.minor)
        an_invoice(writing, a_customer(writing, "BRANCH"), "B1", LATE, BRANCH.minor)
    office.on(MONDAY)
    Groups(office.gateway).join("BRANCH", "HEAD")
    asks_for_time(office)
    assert (times(office, "HEAD"), len(times(office, "BRANCH"))) == ([], 1)


def test_the_time_takes_the_place_of_what_the_head_office_promised_for_all(group: Office) -> None:
    both = OWN + BRANCH
    promise = CallNote(
        "Vik", Outcome.WILL_PAY, "", MONDAY + timedelta(days=7),
        promised=both, promised_by=MONDAY + timedelta(days=4),
    )  # fmt: skip
    group.call("HEAD", promise)
    group.on(MONDAY + timedelta(days=1))
    asks_for_time(group)
    assert [one.state for one in group.brief("HEAD").standings] == [PromiseState.WITHDRAWN]
    assert [one.state for one in group.brief("BRANCH").standings] == []


def test_undone_it_never_was(group: Office) -> None:
    given = Extensions(group.gateway, group.clock)
    done = given.give("HEAD", TIME)
    assert len(times(group, "HEAD")) == len(times(group, "BRANCH")) == 1
    given.undo(done.action)
    assert times(group, "HEAD") == times(group, "BRANCH") == []
