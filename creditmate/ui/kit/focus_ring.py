"""The outline round what has the focus, shown once the keyboard is used.

A widget of its own and not a ``QFocusFrame``: that one is a sibling of what it frames and is cut
off by its parent, so every input that fills its layout would show half an outline. It is always a
child of the window: one of the page it is shown on would be destroyed with that page.
"""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from creditmate.ui.kit.paint import box
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SIZES, Ink

_FOLLOWED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


@runtime_checkable
class Outlined(Protocol):
    """A widget of which only a part is outlined, or with corners of its own."""

    def focus_outline(self) -> tuple[QRect, int]:
        """Return the part, in the widget's own coordinates, and the radius of its corners."""


class FocusRing(QWidget):
    """One for each window. Lists show their focus by the current row instead."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._target: QWidget | None = None
        self._is_wanted = False
        self._whole = QRect()
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        theme.changed.connect(self.update)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
            self._on_focus(None, QApplication.focusWidget())

    @property
    def target(self) -> QWidget | None:
        """What it is shown round now."""
        return self._target if self.isVisible() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what has the focus; a key shows the ring, a press hides it."""
        kind = event.type()
        if kind in _FOLLOWED and self._is_wanted:
            self._place()
        elif watched is self._target and kind == QEvent.Type.KeyPress:
            self._show()
            QTimer.singleShot(0, self, self._place)  # the key may choose another part
        elif watched is self._target and kind == QEvent.Type.MouseButtonPress:
            self._leave()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        target = self._target
        if target is None:
            return
        radius = _outline(target)[1] + SIZES.focus + SIZES.focus_gap
        ink = self._theme.colour(Ink.ACCENT)
        box(QPainter(self), self._whole, radius, None, ink, SIZES.focus)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._leave()
        for widget in filter(isValid, self._watched):  # the focus went because one was destroyed
            widget.removeEventFilter(self)
        self._watched, self._target = [], None
        if now is None or not self._window.isAncestorOf(now) or isinstance(now, QAbstractItemView):
            return
        self._target = now
        self._watch(now)
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._show()

    def _watch(self, target: QWidget) -> None:
        """Follow the target and all that can move or clip it."""
        widget: QWidget | None = target
        while widget is not None and widget is not self._window:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()

    def _show(self) -> None:
        self._is_wanted = True
        self._place()
        self.raise_()

    def _leave(self) -> None:
        self._is_wanted = False
        self.hide()

    def _place(self) -> None:
        """Lie round the target; hidden as long as that is, and back with it."""
        target = self._target
        if not self._is_wanted or target is None or not target.isVisible():
            self.hide()
            return
        grown = SIZES.focus + SIZES.focus_gap
        place = self._in_window(target, _outline(target)[0]).adjusted(-grown, -grown, grown, grown)
        seen = place
        for viewport in filter(_scrolls, self._watched):
            seen &= self._in_window(viewport, viewport.rect())
        self._whole = place.translated(-seen.topLeft())
        self.setGeometry(seen)
        self.show()
        self.update()

    def _in_window(self, widget: QWidget, rect: QRect) -> QRect:
        return QRect(widget.mapTo(self._window, rect.topLeft()), rect.size())


def _scrolls(widget: QWidget) -> bool:
    """Whether this is the viewport of a scroll area: what it holds is cut off there."""
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


def _outline(target: QWidget) -> tuple[QRect, int]:
    if isinstance(target, Outlined):
        return target.focus_outline()
    return target.rect(), RADIUS.m
