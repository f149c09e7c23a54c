"""Until when somebody is not followed up, against the days themselves as they come."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from creditmate.db import connection, ledger_file
from creditmate.domain.claims import SaidPaid
from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.extensions import NewExtension
from creditmate.domain.left_out import WhyNot
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import PlanTerms
from creditmate.services.call_notes import CallNote
from creditmate.services.customers import Customers
from creditmate.services.day_lists import DayLists
from creditmate.services.sample import fill_sample
from creditmate.services.worklists import WorkLists
from tests.builders import SetClock, a_customer, a_gateway, an_invoice
from tests.services.conftest import Office

MONDAY = date(2026, 11, 23)
AHEAD = 40


def days(after: int) -> date:
    return MONDAY + timedelta(days=after)


def pounds(major: int) -> Money:
    return Money(major * 100, "GBP")


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Office]:
    clock = SetClock(MONDAY)
    gateway = a_gateway(clock)

    def fill() -> None:
        with gateway.write("make-sample") as writing:
            fill_sample(writing, MONDAY)

    ledger_file.create(tmp_path / "sample.creditmate", fill)
    yield Office(clock, gateway)
    connection.close()


def first_on_the_list(codes: set[str], after: date) -> dict[str, date]:
    """The first day after one on which each is on the list, as the days come."""
    found = dict[str, date]()
    for ahead in range(1, AHEAD + 1):
        day = after + timedelta(days=ahead)
        for code in {row.code for row in WorkLists().today(day)} & codes - found.keys():
            found[code] = day
    return found


def wrong(day: date) -> dict[str, tuple[str, date | None, date | None]]:
    """Who is back on another day than is told: why, the day told, and the day itself."""
    told = {one.code: one for one in DayLists().left_out(day) if one.rest is None}
    came, last = first_on_the_list(set(told), day), day + timedelta(days=AHEAD)
    return {
        code: (one.why.value, one.until, came.get(code))
        for code, one in told.items()
        if one.until != came.get(code) and (code in came or (one.until or last) < last)
    }


@pytest.mark.parametrize("posted", [True, False])
@pytest.mark.parametrize("later", [0, 1, 5])
def test_everybody_of_the_sample_is_back_on_the_day_that_was_told(
    sample: Office, later: int, posted: bool
) -> None:
    """On the sixth, a Saturday, promises are past; the bank is looked at where it is not posted."""
    if posted:
        sample.on(days(100)).posted(days(100))
    assert DayLists().left_out(days(later))
    assert wrong(days(later)) == {}


def spoke(
    outcome: Outcome, note: str = "", next_day: date | None = None, **more: object
) -> CallNote:
    return CallNote("Ann", outcome, note, next_day, **more)  # type: ignore[arg-type]


SAID = {
    "all": spoke(Outcome.WILL_PAY, "", days(9), promised=pounds(3_905), promised_by=days(4)),
    "part": spoke(Outcome.PART_PAYMENT, "", days(7), promised=pounds(500), promised_by=days(2)),
    "look": spoke(Outcome.WILL_PAY, "", days(5), promised=pounds(3_905), promised_by=days(3)),
    "before": spoke(Outcome.WILL_PAY, "", days(2), promised=pounds(3_905), promised_by=days(9)),
    "sent": spoke(Outcome.PAYMENT_SENT, "", days(7), said_paid=SaidPaid()),
    "sent-part": spoke(Outcome.PAYMENT_SENT, "", days(9), said_paid=SaidPaid(amount=pounds(1_500))),
    "time": spoke(Outcome.ASKS_FOR_TIME, "x", days(12), extension=NewExtension(days(10), "y")),
    "plan": spoke(Outcome.PLAN_AGREED, "x", days(8), plan=PlanTerms(first=days(6), parts=3)),
    "refuses": spoke(Outcome.REFUSES, "x", none_because="will not talk"),
    "refuses-call": spoke(Outcome.REFUSES, "x", days(6)),
    "hard": spoke(Outcome.CANNOT_PAY, "x", days(8)),
    "well": spoke(Outcome.ALL_WELL, "x", days(8)),
    "back": spoke(Outcome.CALL_BACK, "x", days(3)),
    "far": spoke(Outcome.CALL_BACK, "x", days(30)),
    "rang-us": spoke(Outcome.CALL_BACK, "x", days(8), incoming=True),
    "vain": CallNote("", Outcome.NO_ANSWER, "", days(2)),
    "vain-far": CallNote("", Outcome.NO_ANSWER, "", days(9)),
    "letter": CallNote("", Outcome.NO_ANSWER, "x", none_because="written", channel="letter"),
}
AFTER = {
    "well": (1, CallNote("", Outcome.NO_ANSWER, "x", none_because="written", channel="letter")),
    "all": (1, CallNote("", Outcome.NO_ANSWER, "x", none_because="sent", channel="email")),
    "sent-part": (1, spoke(Outcome.ALL_WELL, "x", none_because="y", incoming=True)),
    "part": (1, CallNote("", Outcome.NO_ANSWER, "", days(4))),
}


@pytest.mark.parametrize("posted", [True, False])
@pytest.mark.parametrize("later", [0, 1, 2, 5, 8])
def test_whatever_was_said_they_are_back_on_the_day_that_was_told(
    office: Office, later: int, posted: bool
) -> None:
    items = dict[str, int]()
    with office.gateway.write("test") as writing:
        for code in (*SAID, "query"):
            customer = a_customer(writing, code)
            items[code] = an_invoice(writing, customer, f"{code} 1", days(-48), 390_500)
            an_invoice(writing, customer, f"{code} 2", days(-17), 165_000)
    most = Questioned(items["query"], pounds(3_000))
    asked = NewDispute((most,), DisputeReason.DAMAGED, answer_by=days(9))
    said = {**SAID, "query": spoke(Outcome.DISPUTE, "x", days(9), dispute=asked)}
    for code, note in said.items():
        office.on(MONDAY).call(code, note)
    for code, (after, note) in AFTER.items():
        office.on(days(after)).call(code, note)
    if posted:
        office.on(days(100)).posted(days(100))
    assert wrong(days(later)) == {}


def test_the_brief_says_what_the_list_says_of_holidays_too(sample: Office) -> None:
    """St Andrew's Day is a holiday where Lockhart are, and they would be back on it."""
    refused = CallNote("Ann", Outcome.REFUSES, "no", none_because="will not talk")
    sample.on(MONDAY).call("LOCK01", refused)
    (told,) = (one for one in DayLists().left_out(MONDAY) if one.code == "LOCK01")
    assert told.until == date(2026, 12, 1)
    for day in (MONDAY, date(2026, 11, 30)):
        left = {one.code: one for one in DayLists().left_out(day) if one.rest is None}
        for code, one in left.items():
            brief = Customers().brief(code, day, holidays=True)
            assert brief.left_out is not None, code
            assert (brief.left_out.why, brief.left_out.until) == (one.why, one.until)
    assert left["LOCK01"].until == told.until


def test_a_letter_after_a_talk_leaves_the_agreed_call_the_reason(office: Office) -> None:
    """It is no attempt in which nobody was reached."""
    with office.gateway.write("test") as writing:
        an_invoice(writing, a_customer(writing, "ACME"), "A 1", days(-48), 390_500)
    office.on(MONDAY).call("ACME", SAID["well"])
    office.on(days(1)).call("ACME", SAID["letter"])
    (told,) = DayLists().left_out(days(1))
    assert (told.why, told.until) == (WhyNot.CALL_BACK, days(8))
