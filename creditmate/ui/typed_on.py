"""What is still being typed when a page opens by itself: none of it acts there."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

PAUSE = 500
"""Milliseconds in which nothing is typed, after which a letter is meant for what is seen."""
_ASIDE = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ENTER = frozenset({int(Qt.Key.Key_Return), int(Qt.Key.Key_Enter)})


class TypedOn(QObject):
    """Letters, digits and Enter do nothing in a window until one has paused.

    What goes into a field is never held, nor is a key with Ctrl or Alt, nor Tab, the arrows and
    Escape: whoever presses those knows where they are.
    """

    dropped = Signal()
    """A key was dropped: whoever meant it has to press it once more."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._end)

    @property
    def is_active(self) -> bool:
        """Whether letters do nothing yet."""
        return self._pause.isActive()

    def hold(self) -> None:
        """From now on a pause is waited for; a pause that had begun begins anew."""
        application = QApplication.instance()
        if application is not None and not self.is_active:
            application.installEventFilter(self)
        self._pause.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Drop a letter; one that asks whether it is a shortcut is told that it is none."""
        kind = event.type()
        if kind not in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            return False
        if not isinstance(event, QKeyEvent) or not self._is_typed_on(event):
            return False
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        self._pause.start()
        self.dropped.emit()
        return True

    def _is_typed_on(self, event: QKeyEvent) -> bool:
        letter = event.text().isprintable() or event.key() in _ENTER
        if event.modifiers() & _ASIDE or not letter:
            return False
        at = QApplication.focusWidget()
        if not event.text() or (at is not None and at.window() is not self._owner.window()):
            return False
        return at is None or not at.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def _end(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
