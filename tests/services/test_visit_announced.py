"""Between the agenda and the report of a visit nobody is sent what would take it back."""

from datetime import timedelta

import pytest

from creditmate.domain.contact_steps import Step
from creditmate.domain.visits import VisitEventKind
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.worklist import Kind, Line
from creditmate.i18n.opening import goal_words, opening_words
from creditmate.services.not_contacted import NotContacted, WhyNot
from creditmate.services.snoozes import Snoozes
from creditmate.services.visit_report_notes import NotMet
from creditmate.services.visit_reports import VisitReports
from creditmate.services.visits import ConfirmedHow
from creditmate.services.worklists import WorkLists
from tests.services.conftest import Office
from tests.services.test_calls_and_today import owing, will_pay
from tests.services.test_visits import MONDAY, VISIT, planned, visits

DAY = timedelta(days=1)


@pytest.fixture
def acme(office: Office) -> Office:
    """Fifty days late, and warned that the account is closed: a letter before action is next."""
    owing(office, "ACME", 1_124_075, days_late=50)
    office.on(MONDAY - 20 * DAY)
    Snoozes(office.gateway, office.clock).at_step("ACME", Step.FINAL, "Told by the old program")
    office.on(MONDAY)
    return office


def line(office: Office) -> Line | None:
    return next((row.line for row in office.today() if row.code == "ACME"), None)


def left_out(office: Office) -> NotContacted | None:
    day = WorkLists().reading(office.clock.today).go_on()
    return next((one for one in day.not_contacted if one.code == "ACME"), None)


def announced(office: Office) -> str:
    named = str(planned(office).id)
    visits(office).agenda_sent(named, "email")
    return named


def test_before_the_agenda_the_letter_is_proposed_as_ever(acme: Office) -> None:
    planned(acme)
    found = line(acme)
    assert found is not None
    assert (found.kind, found.step) == (Kind.FOLLOW_UP, Step.LETTER_BEFORE)


def test_from_the_agenda_on_it_is_not_and_the_list_says_until_when(acme: Office) -> None:
    named = announced(acme)
    assert line(acme) is None
    out = left_out(acme)
    assert out is not None
    assert out.why is WhyNot.VISIT
    assert out.until is not None
    assert out.until < VISIT, "they are asked before whether it holds"
    acme.on(out.until)
    (row,) = acme.today()
    assert row.line.kind is Kind.VISIT
    acme.on(MONDAY)
    visits(acme).confirm(named, ConfirmedHow("email", "Ruth"))
    out = left_out(acme)
    assert out is not None
    assert out.why is WhyNot.VISIT_CONFIRMED


def test_the_brief_speaks_of_the_visit_and_of_no_letter(acme: Office) -> None:
    announced(acme)
    brief = acme.brief("ACME")
    assert brief.line is not None
    assert brief.line.step is None
    assert brief.line.reasons[0].code is ReasonCode.VISIT_AHEAD
    assert brief.line.reasons[0].day == VISIT
    said = opening_words(brief.line, "Ruth Okafor", "en", "en_GB")
    aim = goal_words(brief.line, "en", "en_GB")
    assert "letter" not in said + aim
    for words in (said, aim):
        assert "Thursday 3 December" in words.replace("\xa0", " ")


def test_after_the_day_the_report_is_what_there_is_to_do_until_it_is_told(acme: Office) -> None:
    announced(acme)
    for later in (1, 5):
        acme.on(VISIT + later * DAY)
        found = line(acme)
        assert found is not None
        assert (found.kind, found.step, found.ours_alone) == (Kind.VISIT, None, True)


def test_nobody_met_there_and_they_are_followed_up_again(acme: Office) -> None:
    named = announced(acme)
    acme.on(VISIT)
    VisitReports(acme.gateway, acme.clock).not_met(named, NotMet(VisitEventKind.NOBODY))
    acme.on(VISIT + 8 * DAY)
    found = line(acme)
    assert found is not None
    assert found.kind is Kind.FOLLOW_UP


def test_called_off_the_letter_is_next_again(acme: Office) -> None:
    named = announced(acme)
    visits(acme).cancel(named, "they are away")
    found = line(acme)
    assert found is not None
    assert found.step is Step.LETTER_BEFORE


def test_a_promise_whose_day_passed_stands_and_names_the_visit(acme: Office) -> None:
    announced(acme)
    acme.call("ACME", will_pay(50_000, MONDAY + DAY))
    acme.on(MONDAY + 4 * DAY)
    acme.posted(MONDAY + 4 * DAY)
    found = line(acme)
    assert found is not None
    assert found.kind is Kind.PROMISE_NOT_KEPT
    assert ReasonCode.VISIT_AHEAD in [reason.code for reason in found.reasons]


def test_two_months_ahead_only_what_goes_further_than_a_friendly_word_waits(
    office: Office,
) -> None:
    owing(office, "ACME", 1_124_075, days_late=2)
    office.on(MONDAY)
    named = announced(office)
    assert line(office) is None
    visits(office).move(named, MONDAY + 60 * DAY, None, "")
    visits(office).agenda_sent(named, "email")
    found = line(office)
    assert found is not None
    assert (found.kind, found.step) == (Kind.FOLLOW_UP, Step.CALL_1)
