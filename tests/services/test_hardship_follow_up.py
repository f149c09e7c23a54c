"""A help sheet sent to whom we leave in peace: its day to ask again comes to Today all the same."""

from datetime import date, time, timedelta

import pytest

from creditmate.domain.diary import DiaryKind
from creditmate.domain.holds import HoldKind, usual
from creditmate.domain.outcomes import Outcome
from creditmate.domain.work_lines import Kind
from creditmate.services.calls import CallNote, Calls
from creditmate.services.decision_entries import HoldEntry
from creditmate.services.decisions import Decisions
from creditmate.services.diary_items import planned_items
from creditmate.services.help_sheets import HelpSheets
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing

ASK_ON = MONDAY + timedelta(days=14)


def kinds(office: Office, day: date) -> list[Kind]:
    return [row.line.kind for row in office.on(day).today()]


def test_what_was_announced_comes_to_today_and_asks_for_no_money(office: Office) -> None:
    owing(office, "ACME", 50_000)
    HelpSheets(office.gateway, office.clock).send("ACME", "Ann", ASK_ON, in_peace=True)
    assert kinds(office, ASK_ON - timedelta(days=1)) == []
    (row,) = office.on(ASK_ON).today()
    assert (row.line.kind, row.line.amounts) == (Kind.HELP_SHEET, ())


@pytest.mark.parametrize("kind", [HoldKind.INSOLVENT, HoldKind.BREATHING_SPACE])
def test_nobody_is_asked_whom_the_law_leaves_in_peace(office: Office, kind: HoldKind) -> None:
    owing(office, "ACME", 50_000)
    HelpSheets(office.gateway, office.clock).send("ACME", "Ann", ASK_ON)
    entry = HoldEntry(kind, MONDAY, usual(kind, MONDAY).stops, reason="letter")
    Decisions(office.gateway, office.clock).hold("ACME", entry)
    assert kinds(office, ASK_ON) == []


# ------------------------------------------------------------------ the diary
def cannot_pay(office: Office, **more: object) -> None:
    told = {"next_day": ASK_ON, **more}
    note = CallNote("Ann", Outcome.CANNOT_PAY, "flood", **told)  # type: ignore[arg-type]
    office.on(MONDAY).call("ACME", note)


def sent(office: Office, *, in_peace: bool) -> int:
    sheets = HelpSheets(office.gateway, office.clock)
    done = sheets.send("ACME", "Ann", ASK_ON, in_peace=in_peace).done
    assert done.id is not None
    return done.id


def planned(office: Office) -> list[tuple[DiaryKind, date]]:
    items = planned_items(MONDAY, ASK_ON + timedelta(days=40), office.clock.today)
    return [(item.kind, item.set_day) for item in items]


ONE = [(DiaryKind.FOLLOW_UP, ASK_ON)]


@pytest.mark.parametrize("in_peace", [True, False])
def test_the_day_to_ask_again_stands_in_the_diary_once(office: Office, in_peace: bool) -> None:
    """The call has set the same day before the sheet: it is one thing to do, and no try in vain."""
    owing(office, "ACME", 50_000)
    cannot_pay(office)
    contact = sent(office, in_peace=in_peace)
    assert planned(office) == ONE
    Calls(office.gateway, office.clock).undo(contact)
    assert planned(office) == [(DiaryKind.SPEAK_AGAIN, ASK_ON)]


def test_another_day_stands_beside_it_unless_they_are_left_in_peace(office: Office) -> None:
    owing(office, "ACME", 50_000)
    earlier = MONDAY + timedelta(days=3)
    cannot_pay(office, next_day=earlier)
    contact = sent(office, in_peace=False)
    assert planned(office) == [(DiaryKind.SPEAK_AGAIN, earlier), *ONE]
    Calls(office.gateway, office.clock).undo(contact)
    sent(office, in_peace=True)
    assert planned(office) == ONE


def test_what_was_agreed_at_an_hour_or_on_another_day_stands(office: Office) -> None:
    owing(office, "ACME", 50_000)
    cannot_pay(office, next_at=time(10))
    sent(office, in_peace=True)
    assert planned(office) == [(DiaryKind.SPEAK_AGAIN, ASK_ON), *ONE]
