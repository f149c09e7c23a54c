"""Help sheets by keyboard: looked through, edited, for another country, offered in a call."""

from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QTextEdit, QWidget

from creditmate.db.connection import execute
from creditmate.domain.help_sheets import SHIPPED, HelpSheet
from creditmate.domain.outcomes import Outcome
from creditmate.ui.contacts.help_sheet_dialog import HelpSheetDialog
from creditmate.ui.settings.help_sheets_page import HelpSheetsPage
from creditmate.ui.wishes import OpenSettings
from tests.ui.window.conftest import Office
from tests.ui.window.test_call import CallOffice
from tests.ui.window.test_settings import asked, dialog, page_of, put, screen_of, undo

CTRL = Qt.KeyboardModifier.ControlModifier
COUNTRIES = ["AU", "GB", "IE", "NZ", "US"]


@pytest.fixture
def page(office: Office) -> HelpSheetsPage:
    found = page_of(office, "help_sheets", HelpSheetsPage)
    office.until(lambda: found.known is not None)
    return found


def kept(office: Office, country: str) -> HelpSheet:
    return asked(office, partial(office.around.program.help_sheets.of, country))


def listed(page: HelpSheetsPage) -> list[str]:
    return [sheet.country for sheet in page.sheets.list.items]


def said_of(page: HelpSheetsPage, country: str) -> str:
    """What is read out of a country's row."""
    table = page.sheets.list.table
    row = listed(page).index(country)
    return str(table.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def opened(office: Office, page: HelpSheetsPage, country: str) -> QWidget:
    page.sheets.list.go_to(lambda sheet: sheet.country == country)
    page.sheets.list.table.setFocus()
    office.press(Qt.Key.Key_Return)
    return dialog(office)


def wording(shown: QWidget) -> QTextEdit:
    (found,) = shown.findChildren(QTextEdit)
    return found


def test_a_sheet_is_read_edited_and_taken_back(office: Office, page: HelpSheetsPage) -> None:
    assert listed(page) == COUNTRIES
    assert said_of(page, "GB") == "United Kingdom, Check before sending"
    shown = opened(office, page, "GB")
    typed = wording(shown)
    office.until(typed.hasFocus)
    assert typed.toPlainText() == SHIPPED["GB"].wording
    QTest.keyClick(typed, Qt.Key.Key_End, CTRL)
    QTest.keyClick(typed, Qt.Key.Key_Return)  # another line of it, nothing is saved
    QTest.keyClicks(typed, "Ring us: 01632 960 100")
    put(shown, "Title", "Help nearby")
    assert kept(office, "GB") == SHIPPED["GB"]
    QTest.keyClick(typed, Qt.Key.Key_Return, CTRL)
    office.until(lambda: not kept(office, "GB").is_as_shipped)
    found = kept(office, "GB")
    assert found.title == "Help nearby"
    assert found.wording == SHIPPED["GB"].wording + "\nRing us: 01632 960 100"
    office.until(lambda: said_of(page, "GB") == "United Kingdom")
    assert "Check before sending" in said_of(page, "IE")
    undo(office)
    office.until(lambda: "Check before sending" in said_of(page, "GB"))
    assert kept(office, "GB") == SHIPPED["GB"]


def test_saved_as_it_is_it_counts_as_looked_through(office: Office, page: HelpSheetsPage) -> None:
    shown = opened(office, page, "IE")
    assert "counts as looked through" in shown.accessibleDescription()
    QTest.keyClick(wording(shown), Qt.Key.Key_Return, CTRL)
    office.until(lambda: said_of(page, "IE") == "Ireland")
    assert kept(office, "IE").wording == SHIPPED["IE"].wording
    shown = opened(office, page, "IE")
    assert "counts as looked through" not in shown.accessibleDescription()
    put(shown, "Title", "Another")
    QTest.keyClick(shown, Qt.Key.Key_Return)
    office.until(lambda: page.sheets.list.items[2].title == "Another")
    undo(office)  # as it was once it was looked through, not as it was shipped
    office.until(lambda: kept(office, "IE").title == SHIPPED["IE"].title)
    assert not kept(office, "IE").is_as_shipped


def test_another_country_gets_one_and_is_offered_no_second(
    office: Office, page: HelpSheetsPage
) -> None:
    office.press(Qt.Key.Key_N)
    shown = dialog(office)
    (country,) = shown.findChildren(QComboBox)
    office.until(country.hasFocus)
    assert all(country.findData(known) < 0 for known in COUNTRIES)
    put(shown, "Title", "Hilfe")
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    office.until(lambda: "fill this in" in country.accessibleDescription())
    office.until(country.hasFocus)
    QTest.keyClicks(country, "germ")
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    office.until(lambda: "fill this in" in wording(shown).accessibleDescription())
    office.until(wording(shown).hasFocus)
    QTest.keyClicks(wording(shown), "Schuldnerberatung")
    QTest.keyClick(wording(shown), Qt.Key.Key_Return, CTRL)
    office.until(lambda: listed(page) == ["AU", "DE", "GB", "IE", "NZ", "US"])
    assert said_of(page, "DE") == "Germany"
    assert (kept(office, "DE").title, kept(office, "DE").wording) == ("Hilfe", "Schuldnerberatung")
    undo(office)
    office.until(lambda: listed(page) == COUNTRIES)


def test_what_somebody_else_saved_meanwhile_is_not_run_over(
    office: Office, page: HelpSheetsPage
) -> None:
    shown = opened(office, page, "US")
    theirs = HelpSheet("US", "Theirs", "Ring them")
    asked(office, lambda: office.around.program.help_sheets.edit(theirs))
    put(shown, "Title", "Mine")
    QTest.keyClick(shown, Qt.Key.Key_Return)
    office.until(lambda: any("meanwhile" in words for words in _said(shown)))
    assert kept(office, "US").title == "Theirs"
    (title,) = shown.findChildren(QLineEdit)
    assert title.text() == "Mine"


def test_before_the_list_is_there_no_country_is_added(office: Office) -> None:
    told: list[str] = []
    gate = Event()
    office.around.desk.ask(partial(gate.wait, 9), lambda _: None)  # the machine is busy
    office.window.fulfil(OpenSettings("help_sheets"))
    page = screen_of(office).page
    assert isinstance(page, HelpSheetsPage)
    page.told.connect(told.append)
    page.setFocus()
    office.press(Qt.Key.Key_N)
    assert told == ["This is still loading."]
    gate.set()
    office.until(lambda: listed(page) == COUNTRIES)
    office.press(Qt.Key.Key_N)
    dialog(office)


def test_a_call_in_which_they_cannot_pay_offers_to_send_it(office: Office) -> None:
    call = CallOffice(office)
    call.ring()
    offer = call.screen.page.help
    assert not offer.isVisible()
    call.keys.type("x")
    assert not offer.isVisible()
    call.form.outcomes.grid.setFocus()
    call.keys.type("h")
    office.until(offer.isVisible)
    call.form.notes.input.setFocus()
    call.keys.type("Two of their customers have stopped")
    call.form.next.day.setFocus(Qt.FocusReason.TabFocusReason)
    call.keys.type("+14")
    call.keys.press(Qt.Key.Key_H, CTRL)
    shown = dialog(office)
    assert isinstance(shown, HelpSheetDialog)
    assert call.brief().customer.name in shown.windowTitle()
    sql = "SELECT outcome FROM interaction ORDER BY id DESC LIMIT 1"
    assert asked(office, lambda: execute(sql).fetchone()) == (Outcome.CANNOT_PAY.value,)
    call.window.screens.end()


def _said(shown: QWidget) -> list[str]:
    return [str(w.words) for w in shown.findChildren(QWidget) if hasattr(w, "words")]
