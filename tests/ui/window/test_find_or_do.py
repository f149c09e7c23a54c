"""Find or do: real keys, a real ledger, and where each line leads."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from creditmate.ui.decisions.status_dialog import LimitDialog
from creditmate.ui.invoices.reason_dialog import ReasonDialog
from creditmate.ui.invoices.small_dialog import SmallDialog
from creditmate.ui.kit.menu import actions_of
from creditmate.ui.look import Look
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.screens.invoices import InvoicesScreen
from creditmate.ui.search.popup import SearchPopup
from creditmate.ui.shell.menu_deeds import MENU_DEEDS
from creditmate.ui.theme.theme import Appearance
from creditmate.ui.wishes import OpenCustomer
from tests.ui.window.conftest import Office

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def popup(office: Office) -> SearchPopup:
    """Find or do, opened by its key."""
    office.press(Qt.Key.Key_K, CTRL)
    popup = office.window.shell.search
    assert popup.isVisible()
    assert office.window.focusWidget() is popup.field
    return popup


def texts(popup: SearchPopup) -> list[str]:
    return [line.text for line in popup.results.lines]


def fills(popup: SearchPopup, width: int) -> bool:
    return popup.width() == width


def find(office: Office, popup: SearchPopup, typed: str, expected: str) -> None:
    """Type, and wait until something is found."""
    office.type(typed)
    office.until(lambda: expected in texts(popup))


def test_it_begins_with_what_can_be_done(popup: SearchPopup) -> None:
    assert texts(popup)[:2] == ["Actions", "Go to Today"]
    assert popup.results.current is not None
    assert popup.results.current.text == "Go to Today"


def test_escape_gives_the_focus_back(office: Office, popup: SearchPopup) -> None:
    office.press(Qt.Key.Key_Escape)
    assert not popup.isVisible()
    shown = office.window.screen_shown
    assert shown is not None
    focused = office.window.focusWidget()
    assert focused is not None
    assert shown.isAncestorOf(focused)


def test_it_can_be_opened_with_the_mouse_and_closed_beside_it(office: Office) -> None:
    QTest.mouseClick(office.window.sidebar.finder, Qt.MouseButton.LeftButton)
    popup = office.window.shell.search
    assert popup.isVisible()
    middle = popup.results.rect().center()
    QTest.mouseClick(popup.results.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(8, 4))
    assert popup.isVisible(), "a title is no line"
    assert middle.x() > 0
    QTest.mouseClick(popup, Qt.MouseButton.LeftButton, pos=QPoint(4, popup.height() - 4))
    assert not popup.isVisible()


def test_customers_people_and_deeds_come_in_groups(office: Office, popup: SearchPopup) -> None:
    find(office, popup, "brac", "Brackenford Homes Ltd")
    shown = texts(popup)
    assert shown[:2] == ["Customers", "Brackenford Homes Ltd"]
    groups = [line.text for line in popup.results.lines if line.is_title]
    assert groups[0] == "Customers"
    assert groups[-1] == "Actions"
    assert popup.results.lines[1].end == "BRAC01"


def test_enter_opens_the_first(office: Office, popup: SearchPopup) -> None:
    wished: list[object] = []
    popup.chosen.connect(wished.append)
    find(office, popup, "brackenford", "Brackenford Homes Ltd")
    office.press(Qt.Key.Key_Return)
    assert repr(wished) == "[OpenCustomer(code='BRAC01', tab='')]"
    assert not popup.isVisible()


def test_enter_waits_for_the_answer(office: Office, popup: SearchPopup) -> None:
    wished: list[object] = []
    popup.chosen.connect(wished.append)
    office.type("brackenford")
    office.press(Qt.Key.Key_Return)
    office.until(lambda: wished)
    assert repr(wished) == "[OpenCustomer(code='BRAC01', tab='')]"


def test_up_and_down_skip_titles_and_go_round(office: Office, popup: SearchPopup) -> None:
    find(office, popup, "brac", "Brackenford Homes Ltd")
    lines = [line for line in popup.results.lines if not line.is_title]
    seen = []
    for _ in lines:
        seen.append(popup.results.current)
        office.press(Qt.Key.Key_Down)
    assert seen == lines
    assert popup.results.current == lines[0]
    office.press(Qt.Key.Key_Up)
    assert popup.results.current == lines[-1]
    office.press(Qt.Key.Key_Tab)
    assert popup.results.current == lines[0]
    assert office.window.focusWidget() is popup.field


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("marsh", "People"),
        ("2139", "Invoices and statements"),
        ("cheque", "Words in notes"),
        ("dark", "Actions"),
    ],
)
def test_every_group_can_be_found(
    office: Office, popup: SearchPopup, typed: str, group: str
) -> None:
    find(office, popup, typed, group)


def test_what_is_nowhere_is_said(office: Office, popup: SearchPopup) -> None:
    find(office, popup, "xyzzy", "Nothing found for “xyzzy”")
    office.press(Qt.Key.Key_Down)
    office.press(Qt.Key.Key_Return)
    assert popup.isVisible()


def test_a_deed_is_done(office: Office, popup: SearchPopup) -> None:
    find(office, popup, "dark", "Dark colours")
    office.press(Qt.Key.Key_Return)
    assert office.around.theme.appearance is Appearance.DARK
    assert Look(office.around).appearance is Appearance.DARK


def test_a_place_is_gone_to(office: Office, popup: SearchPopup) -> None:
    find(office, popup, "go cust", "Go to Customers")
    office.press(Qt.Key.Key_Return)
    assert office.window.screens.key == "customers"


def test_letters_only_reach_the_field(office: Office, popup: SearchPopup) -> None:
    place = office.window.screens.key
    office.type("?1 s")
    assert popup.field.text() == "?1 s"
    assert office.window.screens.key == place


def test_nothing_is_found_without_a_ledger(empty_office: Office) -> None:
    empty_office.window.open_ledger(None)
    empty_office.press(Qt.Key.Key_K, CTRL)
    assert not empty_office.window.shell.search.isVisible()


def test_it_fits_the_window_when_that_changes(office: Office, popup: SearchPopup) -> None:
    find(office, popup, "a", "Customers")
    for width, height in ((1024, 700), (1600, 900)):
        office.window.resize(width, height)
        office.until(partial(fills, popup, width))
        card = popup._card.geometry()
        assert popup.rect().contains(card)
        assert abs(card.center().x() - popup.rect().center().x()) <= 1


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("write off", "Write off an invoice…"),
        ("small balances", "Write off small balances…"),
        ("refund", "Give money back…"),
        ("bounced", "Returned by the bank…"),
        ("archive", "Put a customer away"),
        ("breathing space", "Leave in peace…"),
    ],
)
def test_deeds_of_menus_are_found_by_the_words_people_use(
    office: Office, popup: SearchPopup, typed: str, title: str
) -> None:
    find(office, popup, typed, title)


def test_every_deed_of_a_menu_is_offered(office: Office) -> None:
    office.window.fulfil(OpenCustomer("BRAC01"))
    screen = office.window.screen_shown
    assert isinstance(screen, CustomerScreen)
    office.until(lambda: screen.deeds.code)
    menu = QMenu()
    screen.deeds.fill(menu)
    known = {text for deed in MENU_DEEDS for text in deed.texts}
    everywhere = {"New invoice", "New charge note", "Record a payment"}
    shown = {action.text().partition("\t")[0] for action in actions_of(menu)} - {""}
    assert shown <= known | everywhere


def test_small_balances_are_written_off_from_anywhere(office: Office, popup: SearchPopup) -> None:
    find(office, popup, "small balances", "Write off small balances…")
    office.press(Qt.Key.Key_Return)
    office.until(lambda: isinstance(QApplication.activeModalWidget(), SmallDialog))


def test_a_deed_of_the_chosen_customer_is_done_on_their_page(
    office: Office, popup: SearchPopup
) -> None:
    find(office, popup, "credit limit", "Credit limit…")
    lines = [line.text for line in popup.results.lines if not line.is_title]
    office.press(Qt.Key.Key_Down, times=lines.index("Credit limit…"))
    current = popup.results.current
    assert current is not None
    assert current.text == "Credit limit…"
    office.press(Qt.Key.Key_Return)
    office.until(lambda: isinstance(office.window.screen_shown, CustomerScreen))
    office.until(lambda: isinstance(QApplication.activeModalWidget(), LimitDialog))


def test_an_invoice_is_chosen_before_it_is_written_off(office: Office, popup: SearchPopup) -> None:
    find(office, popup, "write off", "Write off an invoice…")
    office.press(Qt.Key.Key_Return)
    screen = office.window.screen_shown
    assert isinstance(screen, InvoicesScreen)
    assert QApplication.activeModalWidget() is None
    assert "choose it" in office.window.telling.toast._text.text()
    office.until(lambda: screen.lists.invoices.hasFocus() and screen.lists.current_invoice)
    office.press(Qt.Key.Key_K, CTRL)
    find(office, popup, "write off", "Write off an invoice…")
    office.press(Qt.Key.Key_Return)
    office.until(lambda: isinstance(QApplication.activeModalWidget(), ReasonDialog))
