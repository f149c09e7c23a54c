"""Where the mood of the last talks goes: a word and a small line."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.domain.mood_trend import BEST
from creditmate.ui.brief.brief_words import BriefWords
from creditmate.ui.kit.mood_line import MoodLine
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Ink, Type


def mood_trend(theme: Theme, says: BriefWords) -> QWidget | None:
    """Return the trend as a widget; None where no mood was ever noted."""
    said, heights = says.mood()
    if not heights:
        return None
    mood = QWidget()
    row = QHBoxLayout(mood)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.s)
    row.addWidget(Text(theme, said, Type.SMALL, Ink.MUTED))
    row.addWidget(MoodLine(theme, heights, BEST, said))
    return mood
