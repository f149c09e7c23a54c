"""What to think of about whoever is to be visited, before anything is planned."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.visit_hints import VisitHint
from creditmate.i18n.visit_words import visit_hint_words
from creditmate.ui.kit.emptying import empty
from creditmate.ui.kit.field import MessageLine
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink


class HostLines(QWidget):
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
        self.hide()

    def show_hints(self, hints: Sequence[VisitHint]) -> None:
        """Say what speaks against a visit to somebody."""
        empty(self._column)
        language, locale = self._around.language, self._around.locale
        self.lines = [visit_hint_words(one, language, locale) for one in hints]
        for text in self.lines:
            line = MessageLine(self._around.theme)
            line.say(Glyph.ALERT, Ink.WARNING, text, "")
            self._column.addWidget(line)
        self.setAccessibleName(" ".join(self.lines))
        self.setVisible(bool(self.lines))
