"""The head of the Statements place: what, whom, as at which day, and what was sent before."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_echoed, month_name, number
from creditmate.i18n.problems import problem_words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.day_input import DayInput
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.filter_input import FilterInput
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.text import Text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SIZES, SPACE, Ink, Type


class StatementHead(QWidget):
    """Title, filter, day and the way to what was sent; what was understood stands below the day."""

    sent_asked = Signal()
    """What was sent before is to be shown, or no longer."""
    everybody_asked = Signal()
    """The choice is to concern everybody again."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._is_few = around, False
        theme, today = around.theme, around.program.clock.today
        _ = self._ = words(around.language).gettext
        self.setFixedHeight(SIZES.page_head)
        self.filter = FilterInput(theme, _("Type to filter this list"))
        self.day = DayInput(theme, _("As at"), around.locale, today, today)
        self.sent = Button(theme, _("Sent before"), glyph=Glyph.SENT_BEFORE)
        self.everybody = Button(theme, _("Show everybody"), Kind.LINK)
        self._title = Text(theme, self._("Statements"), Type.TITLE)
        self._as_at = Text(theme, _("As at"), Type.BODY, Ink.MUTED)
        self._run = Elided(theme, "", Type.BODY, Ink.MUTED)
        self._below = _Below(theme, self)
        self._lay_out()
        theme.changed.connect(self._give_way)
        self.filter.textChanged.connect(self._give_way)
        self.sent.clicked.connect(self.sent_asked)
        self.everybody.clicked.connect(self.everybody_asked)
        self.day.understood.connect(self._on_understood)
        self.day.refused.connect(self._on_refused)
        self.day.settled.connect(self._on_settled)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(self._title)
        row.addWidget(self._run, 1)
        for part in (self.everybody, self.filter, self._as_at, self.day, self.sent):
            row.addWidget(part)

    def show_choice(self, day: date, only: int) -> None:
        """Say what the run is: the month's, or that of a few customers."""
        if only:
            text = words(self._around.language).ngettext(
                "{count} customer chosen", "{count} customers chosen", only
            )
            said = text.format(count=number(only, self._around.locale))
        else:
            month = month_name(day, self._around.locale)
            said = self._("{month} run").format(month=month)
        self._run.show_text(said)
        self._is_few = bool(only)
        self._choose(showing_sent=False)

    def show_sent(self) -> None:
        """Say that these are the statements sent before."""
        self._run.show_text(self._("Exactly as they were issued"))
        self._is_few = False
        self._choose(showing_sent=True)

    def _choose(self, *, showing_sent: bool) -> None:
        self.sent.rename(self._("Back to choosing") if showing_sent else self._("Sent before"))
        self.day.setVisible(not showing_sent)
        self._give_way()

    def _give_way(self) -> None:
        """Where there is no room for all, the day's label goes first, then an empty filter."""
        dated = not self.day.isHidden()
        kept: list[QWidget] = [self._title, self.sent, *([self.day] if dated else [])]
        ways: list[tuple[QWidget, bool]] = [(self.everybody, self._is_few), (self.filter, True)]
        if self.filter.text():
            ways.reverse()
        for part, wanted in (*ways, (self._as_at, dated)):
            fits = wanted and self._needed([*kept, part]) <= self.width()
            part.setVisible(fits)
            if fits:
                kept.append(part)

    def _needed(self, parts: Sequence[QWidget]) -> int:
        """How wide the head must be for these; what run it is has what they leave."""
        widths = [max(part.minimumSizeHint().width(), part.minimumWidth()) for part in parts]
        return 2 * SPACE.xl + sum(widths) + SPACE.m * len(widths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the message below the day."""
        super().resizeEvent(event)
        self._give_way()
        self._place_below()

    def _on_understood(self, day: date) -> None:
        self._below.say(Glyph.CHECK, Ink.POSITIVE, day_echoed(day, self._around.locale))
        self._place_below()

    def _on_refused(self, error: UserError) -> None:
        said = problem_words(error, self._around.language, self._around.locale)
        self._below.say(Glyph.ALERT, Ink.DANGER, said)
        self.day.setAccessibleDescription(said)
        self._place_below()

    def _on_settled(self) -> None:
        self._below.hide()
        self.day.setAccessibleDescription("")

    def _place_below(self) -> None:
        """Below the day; what is longer goes on towards the title, where there is room."""
        size = self._below.sizeHint()
        top = (SIZES.page_head + SIZES.control) // 2
        rightmost = self.width() - SPACE.xl - size.width()
        leftwards = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.day.geometry().right() - size.width() if leftwards else self.day.x()
        self._below.setGeometry(
            max(min(left, rightmost), SPACE.xl), top, size.width(), self.height() - top
        )


class _Below(QWidget):
    """An icon and words right below an input; gone when there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = GlyphLabel(theme, Glyph.CHECK, size=ICON.small)
        self._text = Text(theme, "", Type.SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xs)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        self.hide()

    def say(self, glyph: Glyph, ink: Ink, said: str) -> None:
        """Show words."""
        self._icon.show_as(glyph, ink)
        self._text.setText(said)
        self._text.set_ink(ink)
        self.show()
        self.raise_()
