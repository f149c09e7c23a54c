"""How did it feel? One optional tap each, for our own eyes only."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.call_manner import extra_question
from creditmate.domain.call_script import Situation
from creditmate.domain.feeling import Mood
from creditmate.domain.feeling import Signal as Noticed
from creditmate.i18n.call_words import mood_words, signal_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.script_words import extra_words
from creditmate.ui.kit.chips import Chip, ChipText
from creditmate.ui.kit.end_row import EndRow
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.segments import Segments, SegmentText
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SPACE, Ink, Type

_GLYPHS = {
    Mood.WARM: Glyph.MOOD_WARM,
    Mood.CALM: Glyph.MOOD_CALM,
    Mood.STRAINED: Glyph.MOOD_STRAINED,
    Mood.UPSET: Glyph.MOOD_UPSET,
    Mood.ANGRY: Glyph.MOOD_ANGRY,
}


class FeelRow(QWidget):
    """The mood, and what was noticed; a second tap takes either back."""

    edited = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        _ = words(language).gettext
        moods = [SegmentText(m.value, mood_words(m, language), _GLYPHS[m]) for m in Mood]
        self.moods = Segments(theme, _("How did it feel?"), moods, is_input=True)
        self.signals = {
            each: Chip(theme, ChipText(each.value, signal_words(each, language)))
            for each in Noticed
        }
        self._mood, self._language = "", language
        title = Text(theme, _("How did it feel?"), Type.SMALL_MEDIUM, Ink.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(EndRow(title, _private(theme, _("Never printed for the customer"))))
        column.addWidget(EndRow(self.moods, _row(*self.signals.values())))
        self.question = Paragraph(theme, "", Type.BODY, Ink.ACCENT)
        self.question.setAccessibleName(_("You could ask"))
        self.question.hide()
        column.addWidget(self.question)
        self.moods.chosen.connect(self._on_mood)
        for chip in self.signals.values():
            chip.clicked.connect(self.edited)

    @property
    def mood(self) -> str:
        """The code of the mood; empty if none was tapped."""
        return self._mood

    @property
    def noticed(self) -> tuple[str, ...]:
        """The codes of what was noticed."""
        return tuple(each.value for each, chip in self.signals.items() if chip.isChecked())

    def show_typed(self, mood: str, noticed: tuple[str, ...]) -> None:
        """Show what was tapped before."""
        self._mood = mood
        self.moods.choose(mood)
        for each, chip in self.signals.items():
            chip.setChecked(each.value in noticed)

    def offer_question(self, situation: Situation, noticed: Sequence[str]) -> None:
        """Offer the one question more that is worth asking whoever hesitates."""
        extra = extra_question(situation, [Noticed(code) for code in noticed])
        said = "" if extra is None else extra_words(extra, self._language)
        if said:
            said = words(self._language).gettext("You could ask: {question}").format(question=said)
        self.question.set_text(said, Ink.ACCENT)
        self.question.setVisible(bool(said))

    def _on_mood(self, mood: str) -> None:
        self._mood = "" if mood == self._mood else mood
        self.moods.choose(self._mood)
        self.edited.emit()


def _private(theme: Theme, text: str) -> QWidget:
    glyph = GlyphLabel(theme, Glyph.PRIVATE, Ink.MUTED, ICON.small)
    return _row(glyph, Text(theme, text, Type.SMALL, Ink.MUTED))


def _row(*parts: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.xs)
    for part in parts:
        row.addWidget(part)
    return whole
