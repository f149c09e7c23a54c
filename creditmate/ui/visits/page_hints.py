"""What to think of before a visit: what is missing, and what is against its hour."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.i18n.visit_words import time_warning_words, visit_hint_words
from creditmate.services.visits import VisitPage
from creditmate.ui.kit.emptying import empty
from creditmate.ui.kit.field import MessageLine
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink

_MOST = 3
"""Lines that are read; the gravest come first."""


class PageHints(QWidget):
    """Nothing of it stops anybody; it takes no room where there is nothing to think of.

    Attributes:
        lines: What is said.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self.lines = around, list[str]()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xs)

    def show_page(self, page: VisitPage) -> None:
        """Say what is to be thought of before this visit."""
        language, locale = self._around.language, self._around.locale
        today = self._around.program.clock.today
        said = [time_warning_words(one, language, locale, today) for one in page.times]
        said += [visit_hint_words(one, language, locale) for one in page.hints]
        self.lines = said[:_MOST]
        empty(self._column)
        for text in self.lines:
            line = MessageLine(self._around.theme)
            line.say(Glyph.ALERT, Ink.WARNING, text, "")
            self._column.addWidget(line)
        self.setAccessibleName(" ".join(self.lines))
        self.setVisible(bool(self.lines))
