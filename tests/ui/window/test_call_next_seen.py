"""The next step of a call is seen without scrolling, whatever else is unfolded."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from creditmate.domain.call_extras import Besides
from tests.ui.window.conftest import Office
from tests.ui.window.test_call import CallOffice


@pytest.fixture
def call(office: Office) -> Iterator[CallOffice]:
    made = CallOffice(office)
    yield made
    made.screen.in_hand.keeper.end()


def is_whole(widget: QWidget) -> bool:
    """Whether a widget is seen from edge to edge."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def lies_over(one: QWidget, other: QWidget) -> bool:
    def place(part: QWidget) -> QRect:
        return QRect(part.mapTo(part.window(), QPoint(0, 0)), part.size())

    return place(one).intersects(place(other))


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)], ids=str)
@pytest.mark.parametrize("letter", ["D", "L", "A", "I"])
def test_it_is_seen_though_more_is_unfolded(
    call: CallOffice, letter: str, size: tuple[int, int]
) -> None:
    call.window.resize(*size)
    call.ring()
    call.keys.type(letter)
    call.office.until(lambda: call.form.extras.opened)
    opened = call.form.extras.parts[Besides(call.form.extras.opened[0])]
    call.office.until(opened.isVisible)
    call.office.until(lambda: is_whole(call.form.next.day))
    for part in (call.form.next.choice, call.form.next.told, call.form.read_back):
        assert is_whole(part)
    assert not lies_over(call.form.next, call.form)
    if letter != "I":  # there nothing has to be tapped
        assert is_whole(opened.begin())  # nor does it take the room of what is filled in


def test_tab_leads_from_the_notes_to_the_next_step_and_on_to_saving(call: CallOffice) -> None:
    call.ring()
    call.keys.type("P")
    call.form.notes.input.setFocus()
    seen = []
    for _ in range(4):
        call.keys.press(Qt.Key.Key_Tab)
        seen.append(call.window.focusWidget())
    step = call.form.next
    assert seen == [step.choice, step.day, step.at, call.screen.page.discard]
