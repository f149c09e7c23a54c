"""Credit limits to look at again: one quiet line on Today, and what the customer's page says."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from creditmate.bootstrap import build
from creditmate.domain.credit_checks import Check
from creditmate.domain.money import Money
from creditmate.services.credit_checks import CheckEntry
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.screens.today import TodayScreen
from creditmate.ui.wishes import OpenCustomer
from tests.ui.window.conftest import TODAY, Office

CODE = "BRIN01"


@pytest.fixture
def reviewed(ledger: Path) -> None:
    """A year ago somebody decided a limit, to be looked at again today."""
    program = build(TODAY - timedelta(days=365))
    program.ask(lambda: program.ledgers.open(ledger))
    staff = program.ask(program.people.staff)[0]
    entry = CheckEntry(
        Check.LIMIT, staff=staff.id, review_day=TODAY, limit=Money(750_000, "GBP"), note="as asked"
    )
    program.ask(lambda: program.credit_checks.record(CODE, entry))
    program.stop()


def test_one_line_says_how_many_and_leads_there(reviewed: None, office: Office) -> None:
    office.window.go_to("today")
    screen = office.window.screen_shown
    assert isinstance(screen, TodayScreen)
    line = screen.left.foot.reviews
    office.until(line.isVisible)
    assert line.text().endswith("to look at again")
    line.setFocus()
    office.press(Qt.Key.Key_Return)
    office.until(lambda: line.findChild(QMenu))
    menu = line.findChild(QMenu)
    assert menu is not None
    wanted = next(a for a in menu.actions() if "Brindle" in a.text())
    assert "£7,500.00" in wanted.text()
    wanted.trigger()
    office.until(lambda: isinstance(office.window.screen_shown, CustomerScreen))


def test_nobody_to_look_at_leaves_no_line(office: Office) -> None:
    office.window.go_to("today")
    screen = office.window.screen_shown
    assert isinstance(screen, TodayScreen)
    office.until(lambda: screen.state.is_known)
    line = screen.left.foot.reviews
    office.until(line.text)
    due = office.around.program.ask(lambda: office.around.program.credit_checks.reviews_due(TODAY))
    assert line.isVisible() is bool(due)


def test_the_page_says_who_decided_and_when_to_look_again(reviewed: None, office: Office) -> None:
    office.window.fulfil(OpenCustomer(CODE))
    office.until(lambda: isinstance(office.window.screen_shown, CustomerScreen))
    screen = office.window.screen_shown
    assert isinstance(screen, CustomerScreen)

    def said() -> str:
        parts = screen.area.details.findChildren(QWidget)
        return " ".join(part.accessibleName() for part in parts)

    office.until(lambda: "limit decided by" in said())
    assert "look at it again since" in said()
    assert "Exposure" in said()
