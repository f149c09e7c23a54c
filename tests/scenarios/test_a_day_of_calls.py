"""A day's work of forty lines in the window, by keys alone, each of them counted."""

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from creditmate.domain.day_plan import Sort
from creditmate.services.program import Program
from creditmate.ui.call.call_page import CallPage
from creditmate.ui.screens.call import CallScreen
from creditmate.ui.screens.today import TodayScreen
from creditmate.ui.theme.theme import Theme
from tests.cli.books import write_books
from tests.cli.conftest import Run, run
from tests.ui.conftest import theme
from tests.ui.window.conftest import Office, _collected_here, _home, make_office, program

__all__ = ["_collected_here", "_home", "program", "run", "theme"]

MONDAY = "2026-11-23"
LINES = 40
MOST = 40
"""Keystrokes that recording a call may take besides the note, in the middle of the day's calls."""
NOTE = "Their run is on Thursdays."
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Typist:
    """Types what is said, counting the keys; notes are told apart."""

    def __init__(self, office: Office) -> None:
        self._office, self.count = office, 0

    def type(self, text: str) -> None:
        self.count += len(text)
        QTest.keyClicks(self._at(), text)

    def note(self, page: CallPage, text: str) -> None:
        """Go to the notes, which costs keys, and type them, which is free."""
        self.go_to(page.form.notes.input)
        QTest.keyClicks(self._at(), text)

    def go_to(self, wanted: QWidget) -> None:
        """Press Tab until one is there."""
        for _ in range(LINES):
            if self._at() is wanted:
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab does not lead to {wanted.objectName() or type(wanted).__name__}")

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.count += 1
        QTest.keyClick(self._at(), key, modifiers)

    def _at(self) -> QWidget:
        return QApplication.focusWidget() or self._office.window


@pytest.fixture
def books(run: Run, tmp_path: Path) -> Path:
    """A ledger in which forty customers are late, imported this morning."""
    ledger = tmp_path / "books.creditmate"
    at = ("--ledger", ledger, "--on", MONDAY)
    assert run("new", ledger, "--no-password", "--name", "Kestrel Lane", "--on", MONDAY).status == 0
    rows = [
        f"Customer {place:02},{place:04},01/10/2026,31/10/2026,{1000 + 25 * place}.00,,No"
        for place in range(1, LINES + 1)
    ]
    imported = run("import", write_books(tmp_path, *rows), "--currency", "GBP", *at)
    assert imported.status == 0, imported.err
    many = run("policy", "--set", f"calls_per_day={LINES}", *at)
    assert many.status == 0, many.err
    return ledger


@pytest.fixture
def office(qtbot: QtBot, books: Path, program: Program, theme: Theme) -> Iterator[Office]:
    made = make_office(qtbot, program, theme, place="today")
    made.window.open_ledger(books)
    made.until(lambda: isinstance(made.window.screen_shown, TodayScreen))
    made.come_to_the_front()
    yield made
    made.window.stop()


def they_pay_on_friday(typist: Typist, page: CallPage) -> None:
    typist.type("p")
    typist.type("fri")
    whom(typist, page)
    typist.note(page, NOTE)
    typist.press(Qt.Key.Key_Return, CONTROL)


def nobody_answers(typist: Typist, page: CallPage) -> None:
    typist.type("n")


def they_ask_to_be_rung_again(typist: Typist, page: CallPage) -> None:
    typist.type("b")
    whom(typist, page)
    typist.note(page, NOTE)
    in_three_days(typist, page)
    typist.press(Qt.Key.Key_Return, CONTROL)


def they_have_paid(typist: Typist, page: CallPage) -> None:
    typist.type("s")
    typist.type("fri")
    whom(typist, page)
    typist.press(Qt.Key.Key_Return, CONTROL)


def it_waits_for_approval(typist: Typist, page: CallPage) -> None:
    typist.type("w")
    whom(typist, page)
    typist.note(page, NOTE)
    in_three_days(typist, page)
    typist.press(Qt.Key.Key_Return, CONTROL)


def in_three_days(typist: Typist, page: CallPage) -> None:
    typist.go_to(page.form.next.day)
    typist.type("+3")


def whom(typist: Typist, page: CallPage) -> None:
    """Say to whom one spoke, where nobody is known yet."""
    if page.head.name.strip():
        return
    for _ in range(LINES):
        if (
            page.head.with_whom.hasFocus()
            or QApplication.focusWidget() is page.head.with_whom.lineEdit()
        ):
            break
        typist.press(Qt.Key.Key_Backtab)
    typist.type("Ann Lee")


TALKS: tuple[Callable[[Typist, CallPage], None], ...] = (
    they_pay_on_friday, nobody_answers, they_ask_to_be_rung_again, they_have_paid,
    it_waits_for_approval,
)  # fmt: skip


def ready(office: Office, typist: Typist, before: str) -> CallPage:
    """Wait for the next call's form, opened by one key from Today where it is not there already."""

    def is_next() -> bool:
        shown = office.window.screen_shown
        if isinstance(shown, CallScreen):
            at = QApplication.focusWidget()
            is_there = shown.in_hand.code not in {"", before} and not shown.typed_on.is_active
            return is_there and at is shown.page.form.outcomes.grid
        return isinstance(shown, TodayScreen) and QApplication.focusWidget() is shown.left.list

    office.until(is_next)
    today = office.window.screen_shown
    if isinstance(today, TodayScreen):
        office.until(lambda: today.state.code not in {"", before})
        typist.press(Qt.Key.Key_Return)
        office.until(lambda: office.window.screen_shown is not today and is_next())
    call = office.window.screen_shown
    assert isinstance(call, CallScreen)
    return call.page


def code_of(office: Office) -> str:
    shown = office.window.screen_shown
    assert isinstance(shown, CallScreen)
    return shown.in_hand.code


@pytest.mark.timeout(300)
def test_forty_lines_are_worked_off_by_keys(office: Office) -> None:
    today = office.window.screen_shown
    assert isinstance(today, TodayScreen)
    office.until(lambda: today.state.counts[Sort.ALL] == LINES)
    office.until(lambda: QApplication.focusWidget() is today.left.list)
    spent, called = list[int](), [""]
    for place in range(LINES):
        typist = Typist(office)
        page = ready(office, typist, called[-1])
        called.append(code_of(office))
        TALKS[place % len(TALKS)](typist, page)
        spent.append(typist.count)
    office.until(lambda: office.window.screen_shown is today)
    office.until(lambda: today.state.is_all_done)
    assert len(set(called)) == LINES + 1  # each of them once
    assert median(spent) <= MOST, spent
