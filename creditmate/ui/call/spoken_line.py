"""That somebody was spoken with today already, said quietly: the call may be made all the same."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.spoken_today import SpokenToday
from creditmate.i18n.spoken_words import spoken_today_words
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Ink, Type


class SpokenLine(QWidget):
    """One line above the form; hidden on most days."""

    def __init__(self, theme: Theme, language: str, locale: str) -> None:
        super().__init__()
        self._language, self._locale = language, locale
        self._told = Paragraph(theme, "", Type.SMALL, Ink.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.s, 0, 0)
        column.addWidget(self._told)
        self.show_spoken(None)

    def show_spoken(self, spoken: SpokenToday | None) -> None:
        """Say when, and by whom of us; nothing where nobody was."""
        said = "" if spoken is None else spoken_today_words(spoken, self._language, self._locale)
        self._told.set_text(said, Ink.MUTED)
        self.setAccessibleName(said)
        self.setVisible(bool(said))
