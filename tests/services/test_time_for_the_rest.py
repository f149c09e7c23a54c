"""A part by Friday and time for the rest: the part is promised, and missed if it does not come."""

from datetime import date, timedelta

import pytest

from creditmate.domain.errors import UserError
from creditmate.domain.extensions import NewExtension
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.promises import PromiseState
from creditmate.domain.work_lines import Kind
from creditmate.domain.work_reasons import ReasonCode
from creditmate.i18n.plan_problems import plan_problem
from creditmate.services.call_notes import CallNote
from creditmate.services.extensions import Extensions
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office

MONDAY = date(2026, 11, 23)
FRIDAY, AFTER = date(2026, 11, 27), date(2026, 12, 2)
LATER = date(2026, 12, 15)
WHOLE, PART = Money(390_500, "GBP"), Money(100_000, "GBP")
REST = WHOLE - PART


@pytest.fixture
def invoice(office: Office) -> int:
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, "ACME")
        entry = an_invoice(writing, customer, "A1", MONDAY - timedelta(days=60), WHOLE.minor)
    office.on(MONDAY)
    return entry


def _promise(office: Office, minor: Money = PART, extension: NewExtension | None = None) -> None:
    note = CallNote(
        "Ann", Outcome.PART_PAYMENT, "", FRIDAY + timedelta(days=3), promised=minor,
        promised_by=FRIDAY, extension=extension,
    )  # fmt: skip
    office.call("ACME", note)


def _give(office: Office, *entries: int) -> int:
    new = NewExtension(LATER, "the rest when they are paid", entries)
    given = Extensions(office.gateway, office.clock)
    return given.promises_ended(given.give("ACME", new).action)


@pytest.mark.parametrize("way", ["in_one_call", "about_it", "after_it"])
def test_the_part_is_missed_when_its_day_has_passed(office: Office, invoice: int, way: str) -> None:
    about = (invoice,) if way == "about_it" else ()
    if way == "after_it":
        _promise(office)
        assert _give(office) == 0
    else:
        _promise(office, extension=NewExtension(LATER, "the rest", about))
    brief = office.brief("ACME")
    assert [one.state for one in brief.standings] == [PromiseState.OPEN]
    (account,) = brief.accounts
    assert account.pay_now.due == Money(0, "GBP")
    (longer,) = brief.before.around.longer
    assert longer.amount == REST
    assert office.codes() == []
    assert brief.left_out is not None
    assert brief.left_out.until == FRIDAY + timedelta(days=3), "the day set to look for it"
    office.on(AFTER).posted(AFTER)
    (row,) = office.today()
    assert row.line.kind is Kind.PROMISE_NOT_KEPT
    assert row.line.amounts == (PART,)
    assert row.line.reasons[0].code is ReasonCode.PROMISE_BROKEN
    assert row.line.reasons[0].amount == PART


def test_a_new_day_for_the_part_is_no_second_part(office: Office, invoice: int) -> None:
    _promise(office, extension=NewExtension(LATER, "the rest"))
    office.on(AFTER).posted(AFTER)
    again = CallNote(
        "Ann", Outcome.WILL_PAY, "", AFTER + timedelta(days=6), promised=PART,
        promised_by=AFTER + timedelta(days=2),
    )  # fmt: skip
    office.call("ACME", again)
    (account,) = office.brief("ACME").accounts
    assert account.pay_now.due == Money(0, "GBP")
    assert office.brief("ACME").before.around.longer[0].amount == REST


def test_time_for_all_that_was_promised_takes_the_promises_place(
    office: Office, invoice: int
) -> None:
    _promise(office, WHOLE)
    assert _give(office) == 1
    assert office.brief("ACME").before.around.longer[0].amount == WHOLE


def test_time_after_its_day_takes_the_place_of_a_part(office: Office, invoice: int) -> None:
    _promise(office)
    office.on(FRIDAY + timedelta(days=3)).posted(FRIDAY)
    assert _give(office) == 1
    assert office.brief("ACME").before.around.longer[0].amount == WHOLE
    office.on(AFTER).posted(AFTER)
    assert office.codes() == []


def test_no_more_time_is_given_for_a_part_of_a_plan(office: Office, invoice: int) -> None:
    with office.gateway.write("test") as writing:
        an_invoice(writing, 1, "A2", MONDAY - timedelta(days=2), 10_000)
    plan = PlanTerms(first=FRIDAY, parts=3, by_whom="Ann", entries=(invoice,))
    note = CallNote("Ann", Outcome.PLAN_AGREED, "", none_because="-", plan=plan)
    office.call("ACME", note)
    for about in ((), (invoice,)):
        with pytest.raises(UserError) as refused:
            _give(office.on(AFTER), *about)
        assert refused.value.facts["why"] == "part-of-plan"
        assert "as a promise" in plan_problem(refused.value, "en_GB", "en_GB")
