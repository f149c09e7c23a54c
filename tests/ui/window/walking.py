"""A walk through a window: every control it shows, how it is reached, and what of it is cut off."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QStackedWidget,
    QTabBar,
    QTextEdit,
    QWidget,
)

from creditmate.ui.kit import paint
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.text import Paragraph

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabBar,
)
_MOST = 400  # presses of Tab
_SLACK = 1  # pixels by which a width may be rounded
_FIGURE = re.compile(r"[^\w\s]*[A-Z]{0,3}\s?[\d.,\s]+[^\w\s]*")
"""An amount or a count, with a sign perhaps."""


@dataclass(frozen=True)
class Cut:
    """A text that was shortened with an ellipsis, and who painted it."""

    text: str
    painter: str


def seen(top: QWidget) -> list[QWidget]:
    """Every widget that is shown."""
    return [widget for widget in top.findChildren(QWidget) if widget.isVisible()]


def named(widget: QWidget) -> str:
    """A widget as a report names it: its class and what it is called or says."""
    says = widget.accessibleName() or str(widget.property("text") or widget.objectName())
    return f"{type(widget).__name__} {says!r}"


def controls(top: QWidget) -> list[QWidget]:
    """What can be pressed, chosen or typed into."""
    return [
        widget
        for widget in seen(top)
        if isinstance(widget, CONTROLS) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not _is_part(widget)
    ]


def _is_part(widget: QWidget) -> bool:
    """Whether a widget is Qt's own part of a control: scroll bars, headers, a field's icons."""
    if isinstance(widget, QScrollBar | QHeaderView):
        return True
    if isinstance(widget, QAbstractScrollArea):
        return not isinstance(widget, (QAbstractItemView, QTextEdit, QPlainTextEdit))
    return isinstance(widget.parentWidget(), QLineEdit | QTabBar)


def nameless(top: QWidget) -> list[str]:
    """Controls that a screen reader has nothing to say of."""
    return [
        named(widget)
        for widget in controls(top)
        if widget.isEnabled() and widget.parentWidget() is not None
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


def tabbed(top: QWidget) -> set[QWidget]:
    """What is come to by pressing Tab, starting where the focus is."""
    found: set[QWidget] = set()
    for _ in range(_MOST):
        focused = top.focusWidget()
        if focused in found and len(found) > 1:
            break
        found.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return found


def unreached(top: QWidget, reached: set[QWidget]) -> list[str]:
    """Controls that Tab does not come to, nor the arrow keys of a group that it comes to.

    A group is the widgets of one kind in one parent. What is part of a control that is reached,
    such as its header, and what never takes the focus because a key does the same, are no finds.
    """
    groups = {(type(widget), widget.parentWidget()) for widget in reached}
    return [
        named(widget)
        for widget in controls(top)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget not in reached
        and (type(widget), widget.parentWidget()) not in groups
        and not any(part.isAncestorOf(widget) for part in reached)
        and not any(widget.isAncestorOf(part) for part in reached)
    ]


def clipped(top: QWidget) -> list[str]:
    """Words of labels and paragraphs that have less room than they need; what sticks out."""
    return [*_narrow(top), *_sticking_out(top)]


def _narrow(top: QWidget) -> Iterator[str]:
    for widget in seen(top):
        room = widget.contentsRect()
        if isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
            wide = QFontMetrics(widget.font()).horizontalAdvance(widget.text())
            if wide > room.width() + _SLACK:
                yield f"{named(widget)}: {wide} in {room.width()}"
        elif isinstance(widget, Paragraph) and widget.text():
            high = widget.heightForWidth(widget.width())
            if high > widget.height() + _SLACK:
                yield f"{named(widget)}: {high} high in {widget.height()}"
        elif isinstance(widget, QAbstractButton) and widget.text():
            wide = widget.minimumSizeHint().width()
            if wide > widget.width() + _SLACK:
                yield f"{named(widget)}: {wide} in {widget.width()}"


def _sticking_out(top: QWidget) -> Iterator[str]:
    for widget in seen(top):
        parent = widget.parentWidget()
        if parent is None or widget.isWindow() or _scrolls(parent):
            continue
        if isinstance(parent, QStackedWidget | QAbstractScrollArea):
            continue
        room, place = parent.rect(), widget.geometry()
        if place.left() < room.left() - _SLACK or place.right() > room.right() + _SLACK:
            yield f"{named(widget)}: {place} sticks out of {named(parent)}: {room}"


def _scrolls(widget: QWidget) -> bool:
    return isinstance(widget.parentWidget(), QAbstractScrollArea)


def watch_painting(monkeypatch: pytest.MonkeyPatch) -> list[Cut]:
    """From now on list every line that our own painting shortens, but for the lines of lists.

    Lists give way where their rows are too long; all of it stands in the tool tip. So do names
    of unknown length (``Elided``). Neither may shorten a figure.
    """
    cuts: list[Cut] = []
    real = paint.line_of_text

    def line_of_text(
        painter: QPainter,
        rect: QRect,
        text: str,
        font: QFont,
        *more: Any,  # noqa: ANN401 - passed on
        **named_more: Any,  # noqa: ANN401 - passed on
    ) -> None:
        wide = QFontMetrics(font).horizontalAdvance(text)
        who = _painter_of(sys._getframe(1))
        gives_way = isinstance(who, Elided) or who is None
        if text and wide > rect.width() and (not gives_way or _FIGURE.fullmatch(text)):
            painted_by = "a list" if who is None else named(who)
            cuts.append(Cut(text, f"{painted_by}: {wide} in {rect.width()}"))
        real(painter, rect, text, font, *more, **named_more)

    for module in [*sys.modules.values()]:
        name = getattr(module, "__name__", "")
        if name.startswith("creditmate.ui") and getattr(module, "line_of_text", None) is real:
            monkeypatch.setattr(module, "line_of_text", line_of_text)
    return cuts


def _painter_of(frame: Any) -> QWidget | None:  # noqa: ANN401 - a frame
    """The widget that paints itself; None while a delegate paints the row of a list."""
    while frame is not None:
        who = frame.f_locals.get("self")
        if isinstance(who, QWidget) and frame.f_code.co_name == "paintEvent":
            return None if isinstance(who, QAbstractItemView) else who
        if frame.f_code.co_name == "paint":
            return None
        frame = frame.f_back
    return None
