"""What the day brought, beside the words that nothing is left of it."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from creditmate.domain.day_result import DayResult
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.i18n.work_words import promised_words, result_words
from creditmate.services.worklists import WorkDay
from creditmate.ui.kit.panel import Hairline, SidePanel
from creditmate.ui.kit.text import Text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type


class TodayResult(SidePanel):
    """One large figure, smaller ones for further currencies, and a few lines under them."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(words(around.language).gettext("Your day"))
        self._theme = around.theme
        self._language, self._locale = around.language, around.locale
        self._page = QWidget()
        self.body.addWidget(self._page)

    def become_small(self, *, is_small: bool) -> None:
        """Be as wide as the panel whose place it takes."""
        self.setFixedWidth(SIZES.panel_small if is_small else SIZES.panel)

    def show_result(self, day: WorkDay, result: DayResult) -> None:
        """Show what the day brought."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        title = words(self._language).gettext("Your day")
        column.addWidget(Text(self._theme, title, Type.HEADING))
        for place, amount in enumerate(result.amounts):
            figure = money(amount, self._locale, symbol=True)
            style = Type.TITLE if place else Type.DISPLAY
            column.addWidget(Text(self._theme, figure, style))
        if result.amounts:
            said = promised_words(result, self._language, self._locale)
            column.addWidget(Text(self._theme, said, Type.SMALL, Ink.MUTED))
        column.addSpacing(SPACE.s)
        for label, said in result_words(result, self._language, self._locale, day.as_at):
            column.addWidget(Hairline())
            column.addLayout(self._line(label, said))
        column.addWidget(Hairline())
        self.body.replaceWidget(self._page, page)
        self._page.deleteLater()
        self._page = page

    def _line(self, label: str, said: str) -> QLayout:
        row = QHBoxLayout()
        row.addWidget(Text(self._theme, label, Type.BODY, Ink.MUTED))
        row.addStretch(1)
        row.addWidget(Text(self._theme, said, Type.BODY_STRONG))
        return row
