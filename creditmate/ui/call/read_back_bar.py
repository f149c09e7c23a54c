"""The sentence that is read back to the customer, written anew as the form is filled in."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.paint import box
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SPACE, Ground, Ink, Type

_LINES = 2  # kept, so that a longer sentence moves nothing


class ReadBackBar(QWidget):
    """Says what will stand there while nothing is agreed."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        _ = words(language).gettext
        self._none_words = _("What you agree appears here, to be read back in one sentence.")
        self.setAccessibleName(_("Read this back"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.sentence = Paragraph(theme, self._none_words, Type.BODY, Ink.MUTED)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        row.setSpacing(SPACE.m)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(GlyphLabel(theme, Glyph.QUOTE, Ink.ACCENT), 0, top)
        row.addWidget(self.sentence, 1)
        theme.changed.connect(self.update)

    def show_sentence(self, sentence: str) -> None:
        """Show another sentence; empty says that nothing is agreed yet."""
        if sentence:
            self.sentence.set_text(sentence, Ink.TEXT)
        else:
            self.sentence.set_text(self._none_words, Ink.MUTED)
        self.setAccessibleDescription(sentence)

    def minimumSizeHint(self) -> QSize:
        """Two lines, or as many as the sentence has."""
        lines = _LINES * self._theme.line(Type.BODY)
        height = max(lines, self.sentence.minimumHeight()) + 2 * SPACE.s
        return QSize(0, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        box(QPainter(self), self.rect(), RADIUS.m, self._theme.colour(Ground.SUNKEN))
