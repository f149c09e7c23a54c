"""Long work at the end of the status line: what is done, how far, and the way to stop it."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QStyle, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.paint import box
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SIZES, SPACE, Ink, Type


class Bar(QProgressBar):
    """A thin bar; read out as a progress bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As the design has it."""
        return QSize(SIZES.progress_bar, SIZES.progress_thickness)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is done on the line of what there is."""
        painter, whole = QPainter(self), self.rect()
        radius = whole.height() / 2
        box(painter, whole, radius, QColor(self._theme.colours.line))
        span = max(self.maximum() - self.minimum(), 1)
        done = QRect(whole)
        done.setWidth(whole.width() * (self.value() - self.minimum()) // span)
        shown = QStyle.visualRect(self.layoutDirection(), whole, done)
        if done.width():
            box(painter, shown, radius, QColor(self._theme.colours.accent))


class ProgressLine(QWidget):
    """Name and count, bar, Cancel. Hidden while nothing runs."""

    cancelled = Signal()
    """The user wants it to stop; it stops at its next report."""
    left = Signal()
    """Cancel cannot be pressed any more; it had the focus, which has to go somewhere."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._words = words(language)
        _ = self._words.gettext
        self._icon = GlyphLabel(theme, Glyph.PLAY, size=ICON.small)
        self._text = Text(theme, "", Type.SMALL, Ink.MUTED)
        self._bar = Bar(theme)
        self._cancel = Button(theme, _("Cancel"), Kind.LINK)
        self._cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        for part in (self._icon, self._text, self._bar, self._cancel):
            row.addWidget(part)
        self.hide()

    def begin(self, glyph: Glyph, name: str) -> None:
        """Show that something has begun."""
        self._icon.show_as(glyph, Ink.MUTED)
        self._text.setText(name)
        self._bar.setAccessibleName(name)
        self._bar.reset()
        self._cancel.setEnabled(True)
        self.show()

    def report(self, said: str, done: int, total: int) -> None:
        """Show how far it is; ``said`` is name and numbers in the user's words."""
        self._text.setText(said)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)

    def end(self) -> None:
        """Hide; the result is told by a toast."""
        self._give_focus_away()
        self.hide()

    def _give_focus_away(self) -> None:
        if self.window().focusWidget() is self._cancel:  # also while another window is active
            self.left.emit()

    def _on_cancel(self) -> None:
        self._give_focus_away()
        self._cancel.setEnabled(False)
        self._text.setText(self._words.gettext("Stopping"))
        self.cancelled.emit()
