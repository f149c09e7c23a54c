"""Papers of the diary by keyboard: looked at, saved, printed; facts only at one tick."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from creditmate.documents.page import PageSize
from creditmate.documents.read_back import page_texts
from creditmate.domain.story import Topic
from creditmate.ui.customer.story_panel import StoryPanel
from creditmate.ui.papers import paper_dialog
from creditmate.ui.papers.history_dialog import HistoryDialog
from creditmate.ui.papers.paper_dialog import PaperDialog
from creditmate.ui.screens.today import TodayScreen
from creditmate.ui.screens.today_acts import LineMenu
from tests.ui.window.conftest import Office
from tests.ui.window.test_customer_deeds import choose, dialog, opened, press

CTRL = Qt.KeyboardModifier.ControlModifier


def save(office: Office, found: PaperDialog, path: Path, patch: pytest.MonkeyPatch) -> str:
    """Ctrl+S, and a file in the system's dialog."""
    patch.setattr(paper_dialog, "ask_new_file", lambda *asked: asked[-1](path))
    QTest.keyClick(found.focusWidget(), Qt.Key.Key_S, CTRL)
    office.until(path.exists)
    office.until(lambda: QApplication.activeModalWidget() is None)
    office.until(lambda: path.read_bytes().endswith(b"%%EOF\n"))
    return "\n".join(page_texts(path.read_bytes()))


def test_a_history_is_looked_at_and_saved(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = opened(office, "BRIN01")
    choose(screen, "Contact history…")
    found = dialog(office, HistoryDialog)
    office.until(lambda: found.preview.view.pages == 4)
    said = save(office, found, tmp_path / "history.pdf", monkeypatch)
    assert "INTERNAL" in said
    assert "Cash is short" in said


def test_one_tick_leaves_facts_alone(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = opened(office, "BRIN01")
    choose(screen, "Contact history…")
    found = dialog(office, HistoryDialog)
    office.until(lambda: found.preview.view.pages)
    found.facts_only.setFocus()
    press(found, Qt.Key.Key_Space)
    assert found.facts_only.isChecked()
    said = save(office, found, tmp_path / "facts.pdf", monkeypatch)
    assert "INTERNAL" not in said
    assert "Cash is short" not in said
    assert "Ruth Okafor" in said


def test_ctrl_p_on_today_prints_the_days_sheet(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[PageSize] = []
    printed: list[bytes] = []

    def at_once(*parts: object) -> None:
        _over, _title, size, then = parts
        asked.append(size)  # type: ignore[arg-type]  # as the dialog is asked
        then(QPrinter())  # type: ignore[operator]  # as above

    monkeypatch.setattr(paper_dialog, "ask_printer", at_once)
    monkeypatch.setattr(paper_dialog, "print_pdf", lambda _printer, pdf: printed.append(pdf))
    office.window.go_to("today")
    screen = office.window.screen_shown
    assert isinstance(screen, TodayScreen)
    office.until(lambda: screen.state.is_known and screen.state.later)
    screen.begin()
    office.press(Qt.Key.Key_P, CTRL)
    found = dialog(office, PaperDialog)
    office.until(lambda: found.preview.view.pages > 1)
    press(found, Qt.Key.Key_Return)
    office.until(lambda: printed)
    assert asked == [PageSize.A4]
    said = "\n".join(page_texts(printed[0]))
    assert "Call sheet" in said
    shown = [row.name for row in screen.state.rows]
    assert [name for name in shown if name not in said] == []
    assert screen.state.day is not None
    assert [row.name for row in screen.state.day.rows if row.name in said] == shown


def test_escape_leaves_a_paper_unprinted(office: Office) -> None:
    screen = opened(office, "BRIN01")
    choose(screen, "Contact history…")
    press(dialog(office, HistoryDialog), Qt.Key.Key_Escape)
    office.until(lambda: QApplication.activeModalWidget() is None)


def test_the_menu_of_a_line_offers_the_sheet(office: Office) -> None:
    office.window.go_to("today")
    screen = office.window.screen_shown
    assert isinstance(screen, TodayScreen)
    office.until(lambda: screen.state.row)
    menu = screen.menu
    assert isinstance(menu, LineMenu)
    row = screen.state.row
    assert row is not None
    menu.open(row, screen.mapToGlobal(screen.rect().center()))
    shown = QApplication.activePopupWidget()
    assert shown is not None
    texts = [action.text() for action in shown.actions()]
    shown.close()
    assert "Print the call sheet…\tCtrl+P" in texts


def test_the_storys_menu_prints_what_it_is_narrowed_to(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = opened(office, "BRIN01")
    story = screen.area.story
    office.until(story.model.rowCount)
    story.chips.choose(Topic.MONEY)
    story._on_chip(Topic.MONEY)
    office.until(lambda: _topic(story) is Topic.MONEY)
    story.view.setFocus()
    story.view.setCurrentIndex(story.model.index(0, 0))
    at = QPoint(5, 5)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, story.mapToGlobal(at))
    QApplication.sendEvent(story.view.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Up)  # the last is what is wanted
    QTest.keyClick(menu, Qt.Key.Key_Return)
    found = dialog(office, HistoryDialog)
    office.until(lambda: found.preview.view.pages)
    said = save(office, found, tmp_path / "money.pdf", monkeypatch)
    assert "Only: Money" in said
    assert "Payment received" in said
    assert "Cash is short" not in said


def _topic(story: StoryPanel) -> Topic | None:
    listing = story.model.listing
    return None if listing is None else listing.wanted.topic
