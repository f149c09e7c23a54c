"""Buttons and sums say what they are about, also where it is one, or none."""

from creditmate.ui.screens.payments import PaymentsScreen
from creditmate.ui.screens.statements import StatementsScreen
from creditmate.ui.wishes import OpenStatements
from tests.ui.window.conftest import Office


def test_one_statement_is_not_all_of_them(office: Office) -> None:
    office.window.fulfil(OpenStatements(("BRAC01",)))
    screen = office.window.screen_shown
    assert isinstance(screen, StatementsScreen)
    office.until(lambda: screen.foot.print.text() == "Print")
    assert screen.foot.save.text() == "Save…"


def test_nothing_is_called_totals_where_the_list_has_none(office: Office) -> None:
    office.window.go_to("payments")
    screen = office.window.screen_shown
    assert isinstance(screen, PaymentsScreen)
    office.until(lambda: screen.totals.figures)
    assert screen.totals.figures[0].lines == ("All",)
