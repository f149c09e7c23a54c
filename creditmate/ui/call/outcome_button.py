"""One outcome to choose from: the cap of its letter, and its name."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton

from creditmate.domain.outcomes import Outcome
from creditmate.ui.kit.key_cap import cap_size, paint_key_cap
from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SIZES, SPACE, Ground, Ink, Type


class OutcomeButton(QToolButton):
    """Chosen by click here, by letter and arrows in the grid, which has the focus."""

    def __init__(self, theme: Theme, outcome: Outcome, title: str) -> None:
        super().__init__()
        self._theme, self.outcome, self._title = theme, outcome, title
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{outcome.key} {title}")
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._renew)

    def sizeHint(self) -> QSize:
        """As wide as when it is chosen, so that choosing moves nothing."""
        words = text_width(self._title, self._theme.font(Type.BODY_MEDIUM))
        width = 2 * SPACE.s + self._cap() + words + SPACE.xs
        return QSize(width, max(SIZES.target, self._theme.line(Type.BODY) + SPACE.s))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap and the name; the chosen one on a soft ground, its cap filled."""
        painter, theme, on = QPainter(self), self._theme, self.isChecked()
        if on:
            border = QColor(theme.colours.accent)
            box(painter, self.rect(), RADIUS.m, theme.colour(Ground.ACCENT_SOFT), border)
        elif self.underMouse():
            box(painter, self.rect(), RADIUS.m, theme.colour(Ground.HOVER))
        lane = Lane(self.rect(), self.layoutDirection())
        lane.lead(0)
        cap = self._cap()
        self._paint_cap(painter, centred(lane.lead(cap), cap, cap))
        font = theme.font(Type.BODY_MEDIUM if on else Type.BODY)
        ink = theme.colour(Ink.ACCENT if on else Ink.TEXT)
        line_of_text(painter, lane.rest(), self._title, font, ink)

    def _paint_cap(self, painter: QPainter, place: QRect) -> None:
        theme, letter = self._theme, self.outcome.key
        if not self.isChecked():
            paint_key_cap(painter, place, theme, letter)
            return
        box(painter, place, RADIUS.s, theme.colour(Ground.ACCENT))
        ink, middle = theme.colour(Ink.ON_ACCENT), Qt.AlignmentFlag.AlignHCenter
        line_of_text(painter, place, letter, theme.font(Type.SMALL_STRONG), ink, middle)

    def _cap(self) -> int:
        """All caps are square and of one size, so that the names stand in line."""
        return max(SIZES.letter_cap, cap_size(self._theme, self.outcome.key).height())

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
