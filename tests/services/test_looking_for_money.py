"""The day set for looking for promised money stands on Today, within the grace too."""

from dataclasses import replace
from datetime import date

from creditmate.db.candidate_marks import agreed_by
from creditmate.domain.money import Money
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.worklist import Channel, Kind
from creditmate.services.worklists import DayReading
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, GRACE_END, owing, pays, will_pay

DAY_AFTER = date(2026, 11, 30)
"""The working day behind the promise's own, within the grace."""


def promised(office: Office, look: date, minor: int = 50_000) -> int:
    entry = owing(office, "ACME", 50_000)
    office.call("ACME", replace(will_pay(minor), next_day=look))
    return entry


def test_from_that_day_on_the_bank_is_looked_at(office: Office) -> None:
    promised(office, DAY_AFTER)
    assert office.on(FRIDAY).codes() == []
    for day in (DAY_AFTER, GRACE_END):
        office.on(day).posted(day)
        (row,) = office.today()
        assert (row.line.kind, row.line.channel) == (Kind.CHECK_MONEY, Channel.BANK)
        assert row.line.amounts == (Money(50_000, "GBP"),)
        first = row.line.reasons[0]
        assert (first.code, first.day) == (ReasonCode.CHECK_BANK, FRIDAY)
        assert DayReading(day).go_on().not_contacted == ()
        assert agreed_by(day) == {1}  # read before those who only owe


def test_nothing_is_to_look_for_when_it_came(office: Office) -> None:
    entry = promised(office, DAY_AFTER)
    office.on(DAY_AFTER)
    pays(office, entry, DAY_AFTER, 50_000)
    assert office.codes() == []


def test_a_day_behind_the_grace_is_the_promises_own_business(office: Office) -> None:
    promised(office, date(2026, 12, 7))
    office.on(GRACE_END).posted(GRACE_END)
    assert office.codes() == []


def test_who_owes_more_besides_is_rung_about_that_and_the_bank_is_told(office: Office) -> None:
    promised(office, DAY_AFTER, minor=10_000)
    office.on(DAY_AFTER).posted(DAY_AFTER)
    (row,) = office.today()
    assert row.line.kind is Kind.FOLLOW_UP
    assert row.line.amounts == (Money(40_000, "GBP"),)
    assert ReasonCode.CHECK_BANK in [reason.code for reason in row.line.reasons]
