"""What was agreed with somebody, and what we set ourselves after a talk or an attempt."""

from datetime import date, timedelta

from creditmate.domain.contact_channels import Way
from creditmate.domain.left_out import WhyNot
from creditmate.domain.outcomes import Outcome
from creditmate.domain.work_lines import Kind
from creditmate.domain.work_reasons import ReasonCode
from creditmate.i18n.next_step_words import step_title
from creditmate.services.call_notes import CallNote
from creditmate.services.worklists import DayReading
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office

MONDAY = date(2026, 11, 23)
LATER = MONDAY + timedelta(days=8)


def owing(office: Office) -> None:
    due = MONDAY - timedelta(days=20)
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, "ACME")
        an_invoice(writing, customer, "1", due - timedelta(days=30), 50_000, due=due)


def left_out(day: date) -> list[tuple[str, WhyNot, date | None]]:
    found = DayReading(day).go_on().not_contacted
    return [(row.code, row.why, row.until) for row in found]


def test_who_refused_agreed_to_no_call(office: Office) -> None:
    owing(office)
    office.call("ACME", CallNote("Ann", Outcome.REFUSES, "never", next_day=LATER))
    tomorrow = MONDAY + timedelta(days=1)
    assert left_out(tomorrow) == [("ACME", WhyNot.PLANNED_CALL, LATER)]
    (row,) = office.on(LATER).today()
    assert row.line.kind is Kind.FOLLOW_UP
    codes = [reason.code for reason in row.line.reasons]
    assert ReasonCode.PLANNED_CALL in codes
    assert ReasonCode.CALL_BACK not in codes
    (task,) = office.brief("ACME").tasks
    assert step_title(task, "en") == "Call"


def test_who_cannot_pay_agreed_to_speak_again(office: Office) -> None:
    owing(office)
    office.call("ACME", CallNote("Ann", Outcome.CANNOT_PAY, "no money", next_day=LATER))
    (row,) = office.on(LATER).today()
    assert row.line.kind is Kind.CALL_BACK


def test_the_next_try_is_told_for_the_day_that_has_room(office: Office) -> None:
    owing(office)
    tomorrow = MONDAY + timedelta(days=1)
    for _ in range(2):
        office.call("ACME", CallNote("", Outcome.NO_ANSWER, "", next_day=tomorrow))
    mail = CallNote("Ann", Outcome.ALL_WELL, "Reminder", channel=Way.EMAIL.value)
    office.call("ACME", mail)
    room = date(2026, 11, 30)  # five days on is a Saturday
    today, next_day = left_out(MONDAY), left_out(tomorrow)
    assert [until for *_, until in today] == [room]
    assert [until for *_, until in next_day] == [room]
