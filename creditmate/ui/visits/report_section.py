"""A section of the report that folds: its head says what it is about, and what is told of it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import EnterPresses
from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SIZES, SPACE, Ground, Ink, Type


class SectionButton(EnterPresses):
    """The head's line: an arrow, the title, and at its end what is told already."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(title)
        self._theme, self._said = theme, ""
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._renew)

    @property
    def said(self) -> str:
        """What is told of it."""
        return self._said

    def say(self, said: str) -> None:
        """Say something else at the end of the line."""
        self._said = said
        self.setAccessibleDescription(said)
        self.update()

    def sizeHint(self) -> QSize:
        """The title, and room for a few words."""
        wide = text_width(self.text(), self._theme.font(Type.BODY_STRONG))
        high = max(SIZES.control, self._theme.line(Type.BODY_STRONG) + SPACE.m)
        return QSize(wide + ICON.button + 4 * SPACE.m, high)

    def minimumSizeHint(self) -> QSize:
        """The title is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line on its ground."""
        painter, theme = QPainter(self), self._theme
        hot = self.underMouse() or self.isDown()
        ground = theme.colour(Ground.HOVER if hot else Ground.SUNKEN)
        box(painter, self.rect(), RADIUS.m, ground)
        lane = Lane(self.rect().adjusted(SPACE.s, 0, -SPACE.m, 0), self.layoutDirection())
        glyph = Glyph.OPEN_UP if self.isChecked() else Glyph.OPEN_DOWN
        at = centred(lane.lead(ICON.button, SPACE.s), ICON.button, ICON.button)
        drawn = theme.pixmap(glyph, Ink.MUTED, ICON.button, self.devicePixelRatioF())
        painter.drawPixmap(at, drawn)
        font = theme.font(Type.BODY_STRONG)
        title = lane.lead(text_width(self.text(), font), SPACE.l)
        line_of_text(painter, title, self.text(), font, theme.colour(Ink.TEXT))
        said, ink = theme.font(Type.SMALL), theme.colour(Ink.MUTED)
        align = Qt.AlignmentFlag.AlignTrailing
        line_of_text(painter, lane.rest(), self._said, said, ink, align)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()


class ReportSection(QWidget):
    """Unfolded by Enter or Space on its head, which then leads on to its first field.

    Attributes:
        head: Its line.
        body: What is folded away.
    """

    folded = Signal()
    """It was folded, or unfolded."""

    def __init__(self, around: Surroundings, title: str, *parts: QWidget | QLayout) -> None:
        super().__init__()
        self._ = words(around.language).gettext
        self.setAccessibleName(title)
        self.head = SectionButton(around.theme, title)
        self.body = QWidget()
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(SPACE.s, SPACE.xs, SPACE.s, SPACE.m)
        inside.setSpacing(SPACE.m)
        for part in parts:
            if isinstance(part, QLayout):
                inside.addLayout(part)
            else:
                inside.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self.head)
        column.addWidget(self.body)
        self.body.hide()
        self.head.clicked.connect(self._on_pressed)

    @property
    def is_open(self) -> bool:
        """Whether it is unfolded."""
        return not self.body.isHidden()

    def unfold(self, opened: bool = True) -> None:
        """Unfold it, or fold it away; what stands in it stays and is saved all the same."""
        self.head.setChecked(opened)
        self.body.setVisible(opened)
        self.folded.emit()

    def say(self, said: str) -> None:
        """Say at its head what is told of it."""
        self.head.say(said)

    def say_count(self, told: int, of: int = 0) -> None:
        """Say how much is told; nothing where nothing is."""
        text = self._("{told} of {all} told") if of else self._("{told} told")
        self.say(text.format(told=told, all=of) if told or of else "")

    def _on_pressed(self) -> None:
        """Whoever unfolds it wants to fill it in."""
        self.unfold(self.head.isChecked())
        if self.is_open:
            self.focusNextChild()
