"""What is told in passing lies over nothing that is read during a call."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from creditmate.ui.theme.theme import Appearance
from creditmate.ui.theme.tokens import SPACE
from tests.ui.window.conftest import Office
from tests.ui.window.test_call import CallOffice
from tests.ui.window.test_every_widget import settle

SHORT = "Call with Brackenford Homes Ltd recorded"
LONG = f"{SHORT}. Next try Tue 24 Nov, 14:00. To be tried again then: Call: ask about lintels."


@pytest.fixture
def call(office: Office) -> Iterator[CallOffice]:
    made = CallOffice(office)
    yield made
    made.screen.in_hand.keeper.end()


def place(part: QWidget) -> QRect:
    """Where something is in the window."""
    return QRect(part.mapTo(part.window(), QPoint(0, 0)), part.size())


def card(call: CallOffice) -> QRect:
    """The message without its shadow."""
    return call.window.telling.toast.geometry().adjusted(SPACE.l, SPACE.l, -SPACE.l, -SPACE.l)


def read(call: CallOffice) -> list[QRect]:
    """What is read while one talks: the form, what closes it, the brief."""
    page = call.screen.page
    brief = page.brief.visibleRegion().boundingRect()
    seen = QRect(page.brief.mapTo(call.window, brief.topLeft()), brief.size())
    parts = (page.form.viewport(), page.form.next, page.form.read_back, page.save, page.save_next)
    return [seen, *map(place, parts)]


@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)], ids=str)
def test_it_covers_nothing_that_is_read_or_pressed(
    call: CallOffice, size: tuple[int, int], text: str
) -> None:
    call.window.resize(*size)
    call.ring()
    call.keys.type("p")
    call.office.until(call.form.agreed.theirs.by.hasFocus)
    call.office.until(call.form.next.told.text)
    settle(call.office)
    before = call.form.height()
    call.screen.told_undo.emit(text, lambda: None)
    call.office.until(call.window.telling.toast.isVisible)
    call.office.until(lambda: not any(card(call).intersects(part) for part in read(call)))
    by = call.form.agreed.theirs.by
    call.office.until(lambda: by.visibleRegion().boundingRect() == by.rect())  # typed in meanwhile
    assert call.window.rect().contains(card(call))
    call.window.telling.toast.hide()
    call.office.until(lambda: call.form.height() == before)  # and takes its room back


def test_a_field_that_one_tabbed_to_stays_in_sight(call: CallOffice) -> None:
    call.window.resize(1024, 700)
    call.ring()
    call.keys.type("p")
    call.form.notes.input.setFocus()
    for _ in range(2):
        call.keys.press(Qt.Key.Key_Backtab)
    focus = call.window.focusWidget()
    assert focus is not None
    assert call.form.isAncestorOf(focus)
    call.office.until(lambda: focus.visibleRegion().boundingRect() == focus.rect())
    call.screen.told_undo.emit(LONG, lambda: None)
    call.office.until(call.window.telling.toast.isVisible)
    call.office.until(lambda: not any(card(call).intersects(part) for part in read(call)))
    call.office.until(lambda: focus.visibleRegion().boundingRect() == focus.rect())


def test_with_large_text_in_the_smallest_window_it_is_neither_cut_nor_over_anything(
    call: CallOffice,
) -> None:
    call.window.resize(1024, 700)
    call.office.around.theme.choose(Appearance.LIGHT, 1.3)
    call.ring()
    call.keys.type("p")
    call.screen.told_undo.emit(LONG, lambda: None)
    call.office.until(call.window.telling.toast.isVisible)
    call.office.until(lambda: not any(card(call).intersects(part) for part in read(call)))
    assert call.window.rect().contains(card(call))
    text = call.window.telling.toast._text
    assert text.heightForWidth(text.width()) <= text.height()
