"""A help sheet sent to whom we leave in peace: its day to ask again comes to Today all the same."""

from datetime import date, timedelta

import pytest

from creditmate.domain.holds import HoldKind, usual
from creditmate.domain.work_lines import Kind
from creditmate.services.decision_entries import HoldEntry
from creditmate.services.decisions import Decisions
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
