"""“Loading…” where something is on its way for the first time and takes long."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.patience import PATIENCE
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Ink, Type


class Loading(QWidget):
    """Lies over a place that is still empty, and lets everything through.

    Args:
        theme: Colours and fonts.
        language: Of the word.
        over: The place.
    """

    def __init__(self, theme: Theme, language: str, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.said = words(language).gettext("Loading…")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.xl)
        middle = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Text(theme, self.said, Type.BODY, Ink.MUTED), 0, middle)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._say)
        over.installEventFilter(self)
        self.hide()

    def wait(self) -> None:
        """Something was asked for; it is said if that takes long."""
        self._patience.start()

    def stop(self) -> None:
        """It is there, or will not come."""
        self._patience.stop()
        self.hide()

    def _say(self) -> None:
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.said))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as the place."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)
