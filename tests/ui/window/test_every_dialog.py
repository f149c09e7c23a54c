"""Every dialog of the call diary and of visits: named, reached by keys, and left by Escape."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget
from pytestqt.exceptions import TimeoutError as TooLate

from creditmate.ui.agreements.list_state import Show
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.menu import do_from
from creditmate.ui.screens.agreements import AgreementsScreen
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.screens.today import TodayScreen
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.wishes import OpenPlace, OpenVisit
from tests.ui.window.conftest import Office
from tests.ui.window.test_call import CallOffice
from tests.ui.window.test_customer_deeds import opened
from tests.ui.window.visiting import page_of
from tests.ui.window.walking import nameless, tabbed, unreached

CTRL = Qt.KeyboardModifier.ControlModifier
CODE = "BRAC01"
SOON = 10_000
"""Milliseconds after which it is a fault that nothing came."""


@pytest.fixture(autouse=True)
def _no_dialog_stays(qapp: QApplication) -> Iterator[None]:
    """A dialog that a failure has left open would take the keys of the next test."""
    yield
    while (left := QApplication.activeModalWidget()) is not None:
        left.close()
        qapp.processEvents()


def the_dialog(office: Office) -> QDialog:
    """The dialog that has opened, once the next key goes to it."""
    opens: Callable[[], bool] = lambda: isinstance(  # noqa: E731 - asked again
        QApplication.activeModalWidget(), QDialog
    )
    office.qtbot.waitUntil(opens, timeout=SOON)
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    office.until(lambda: found.isActiveWindow() and found.focusWidget() is not None)
    return found


def faults(found: QDialog) -> list[str]:
    """What keeps a dialog from being done by keys."""
    title, first = found.windowTitle(), found.focusWidget()
    said = [f"nameless: {one}" for one in nameless(found)]
    if not title or not found.accessibleName():
        said.append("no title")
    if not first.isVisible() or not first.isEnabled():
        said.append("the focus is nowhere")
    if isinstance(found, EditDialog):
        said += _of_verb(found, first)
    letters = [
        QKeySequence.mnemonic(button.text()).toString()
        for button in found.findChildren(QAbstractButton)
        if button.isVisible()
    ]
    told = [letter for letter in letters if letter]
    if len(told) != len(set(told)):
        said.append(f"letters twice: {told}")
    said += [f"not reached: {one}" for one in unreached(found, tabbed(found))]
    return [f"{title}: {one}" for one in said]


def _of_verb(found: EditDialog, first: QWidget) -> Iterator[str]:
    if not found.verb.isVisible():
        yield "no verb"
    if first is found.cancel:
        yield "begins at the way out"
    inputs = [one for one in found.findChildren(LineInput) if one.isVisible() and one.isEnabled()]
    typed = [one for one in inputs if not one.text()]  # what is filled in may stay as it is
    if typed and first in {found.verb, found.cancel}:
        yield "begins behind what is to be typed"


def from_menu(screen: CustomerScreen, text: str) -> None:
    """Choose something in the menu of a customer's page, whatever key does the same."""
    menu = QMenu()
    screen.deeds.fill(menu)
    assert do_from(menu, (text,)) == "", text


def walk(office: Office, ways: Sequence[tuple[str, Callable[[], object]]]) -> None:
    """Open each, look at it, and leave it by Escape."""
    wrong: list[str] = []
    for name, way in ways:
        way()
        try:
            found = the_dialog(office)
        except TooLate:
            wrong.append(f"{name}: nothing opens")
            continue
        wrong += [f"{name}: {one}" for one in faults(found)]
        QTest.keyClick(found.focusWidget() or found, Qt.Key.Key_Escape)
        try:
            office.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=SOON)
        except TooLate:
            wrong.append(f"{name}: Escape does not leave it")
            found.reject()
        office.until(lambda: QApplication.activeModalWidget() is None)
        office.come_to_the_front()
    assert wrong == []


def test_of_a_customer(office: Office) -> None:
    screen = opened(office, CODE)
    texts = (
        "Payment plan…",
        "More time…",
        "Raise a query…",
        "Log an e-mail, letter…",
        "Confirm in writing…",
        "Already at a step…",
        "Help sheet…",
        "Leave in peace…",
        "Status…",
        "Contact history…",
        "Place on the map…",
        "Plan a visit…",
    )
    walk(office, [(text, partial(from_menu, screen, text)) for text in texts])


@pytest.mark.parametrize(
    ("show", "keys"),
    [
        (Show.PROMISES, ""),
        (Show.PLANS, "me"),
        (Show.QUERIES, "ahmq"),
        (Show.NOTED, "p"),
    ],
)
def test_of_agreements(office: Office, show: Show, keys: str) -> None:
    office.window.fulfil(OpenPlace("agreements"))
    screen = office.window.screen_shown
    assert isinstance(screen, AgreementsScreen)
    office.until(lambda: not screen.is_asking)
    screen.turn_to(show)
    office.until(lambda: not screen.is_asking and screen.lists.chosen)
    screen.begin()
    ways: list[tuple[str, Callable[[], object]]] = [
        (key, partial(office.type, key)) for key in keys
    ]
    if show is Show.QUERIES:
        ways.append(("whose", screen.raising.click))
    if show is Show.PROMISES:
        row = next(one for one in screen.lists.promises.items if one.money is not None)
        ways.append(("take back", partial(screen.deeds.withdraw, row)))
    walk(office, ways)


def test_of_today_and_they_called(office: Office) -> None:
    office.window.fulfil(OpenPlace("today"))
    screen = office.window.screen_shown
    assert isinstance(screen, TodayScreen)
    office.until(lambda: screen.state.day is not None and screen.state.day.is_whole)
    screen.begin()

    def put_off() -> None:
        screen.left.list.go_to("ASHL01")
        screen._on_line("ASHL01")
        office.type("z")

    walk(
        office,
        [
            ("put off", put_off),
            ("add", partial(office.type, "n")),
            ("left out", lambda: screen.dialogs.left_out(screen.state.day)),
            ("call sheet", partial(office.press, Qt.Key.Key_P, CTRL)),
            ("they called", partial(office.press, Qt.Key.Key_I, CTRL)),
        ],
    )


def test_of_the_diary_and_of_planning_a_visit(office: Office) -> None:
    for place in ("diary", "visits"):
        office.window.fulfil(OpenPlace(place))
        screen = office.window.screen_shown
        assert screen is not None
        office.until(lambda: not getattr(screen, "is_asking", False))  # noqa: B023 - asked at once
        screen.begin()
        walk(office, [(f"new in {place}", partial(office.type, "n"))])


def test_of_a_visit_to_come(office: Office) -> None:
    screen = page_of(office, "V-2611-001")
    screen.begin()
    walk(office, [(key, partial(office.type, key)) for key in "maps"])


def of_the_visit(screen: VisitScreen, text: str) -> None:
    """Choose something in the menu of a visit's page, as the menu offers it."""
    read, menu = screen._read, QMenu()
    assert read is not None
    screen._menu.fill(menu, read)
    assert do_from(menu, (text,)) == "", text


@pytest.mark.parametrize(
    ("number", "texts"),
    [
        (
            "V-2611-001",
            (
                "Move the visit…",
                "Place and way…",
                "Place on the map…",
                "For us only…",
                "Cancel the visit…",
                "Print or e-mail the agenda…",
                "Print the visit pack…",
                "Print the route sheet of the day…",
                "Plan another visit…",
            ),
        ),
        ("V-2611-002", ("Write the report…", "Only a deputy there…")),
        ("V-2608-001", ("Add to the report…", "Print or e-mail the letter of thanks…")),
    ],
    ids=["to come", "over", "reported"],
)
def test_of_the_menu_of_a_visit(office: Office, number: str, texts: Sequence[str]) -> None:
    office.window.fulfil(OpenVisit(number))
    screen = office.window.screen_shown
    assert isinstance(screen, VisitScreen)
    office.until(lambda: screen._read is not None and not screen.is_asking)
    walk(office, [(text, partial(of_the_visit, screen, text)) for text in texts])


def test_of_a_call(office: Office) -> None:
    call = CallOffice(office)
    call.open(CODE)
    head = call.screen.page.head
    walk(office, [("their details", head.details.click), ("how they pay", head.paying.click)])


def test_of_what_was_done_today(office: Office) -> None:
    call = CallOffice(office)
    call.open(CODE)
    call.keys.type("N")
    call.until_left()
    office.window.fulfil(OpenPlace("today"))
    screen = office.window.screen_shown
    assert isinstance(screen, TodayScreen)
    office.until(screen.left.foot.done.isVisible)
    walk(office, [("done today", screen.left.foot.done.click)])
