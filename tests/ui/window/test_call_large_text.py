"""During a call figures, days and the number to dial are whole, however large the letters are."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.paint import text_width
from creditmate.ui.theme.theme import Appearance
from creditmate.ui.theme.tokens import SPACE, Type
from tests.ui.window.conftest import Office
from tests.ui.window.test_call import CallOffice
from tests.ui.window.test_call_next_seen import is_whole

SIZES = [(1280, 800, 1.0), (1280, 800, 1.3), (1024, 700, 1.3), (1280, 800, 2.0)]


@pytest.fixture(params=SIZES, ids=str)
def call(office: Office, request: pytest.FixtureRequest) -> Iterator[CallOffice]:
    width, height, scale = request.param
    office.window.resize(width, height)
    office.around.theme.choose(Appearance.LIGHT, scale)
    made = CallOffice(office)
    yield made
    made.screen.in_hand.keeper.end()


def cut(call: CallOffice, field: LineInput) -> bool:
    """Whether a field is narrower than what stands in it."""
    font = call.office.around.theme.font(Type.BODY)
    return field.width() < text_width(field.text(), font) + 2 * SPACE.s


def place(part: QWidget) -> QRect:
    return QRect(part.mapTo(part.window(), QPoint(0, 0)), part.size())


def test_what_is_promised_and_the_next_step(call: CallOffice) -> None:
    call.ring()
    call.keys.type("p")
    theirs, step = call.form.agreed.theirs, call.form.next
    theirs.what.setText("1,256,274.40")
    theirs.by.setText("27 Nov 2026")
    call.office.until(step.day.text)
    fields = (theirs.what, theirs.by, step.day)
    call.office.until(lambda: not any(cut(call, field) for field in fields))
    row = (step.choice, step.day, step.at)
    pairs = [(one, other) for one in row for other in row if one is not other]
    call.office.until(lambda: not any(place(a).intersects(place(b)) for a, b in pairs))
    page = call.screen.page
    parts = (*row, page.save, page.save_next)
    call.office.until(lambda: all(is_whole(part) for part in parts))


def test_what_is_said_to_be_paid(call: CallOffice) -> None:
    call.ring()
    call.keys.type("s")
    said = call.form.agreed.said
    said.amount.setText("1,256,274.40")
    said.day.setText("20 Nov 2026")
    call.office.until(lambda: not any(cut(call, field) for field in (said.amount, said.day)))


def test_whom_one_speaks_with_and_the_number(call: CallOffice) -> None:
    call.ring()
    head = call.screen.page.head
    assert head.phone.text()
    call.office.until(lambda: head.phone.width() >= head.phone.sizeHint().width())
    parts = (head.phone, head.pill, head.turn, head.with_whom)
    call.office.until(lambda: all(is_whole(part) for part in parts))
    line = head.with_whom.lineEdit()
    assert line is not None
    assert line.cursorPosition() == 0
