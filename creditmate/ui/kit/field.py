"""A labelled input: below it what was understood, or what is wrong, in a line kept for it."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.inputs import mark_faulty
from creditmate.ui.kit.phrase import Phrase, Run
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SPACE, Ink, Type

Input = TypeVar("Input", bound=QWidget)


class Field(QWidget, Generic[Input]):
    """A label above an input, and a line below that is reserved so that nothing jumps.

    Args:
        theme: Colours and fonts.
        label: What it is called.
        widget: What is typed into or chosen from.
        echoes: Whether anything is said below in the course of typing. Where only a refusal can
            be, no line is reserved for it.
        wraps: The label is in somebody's own words, of any length.

    Attributes:
        input: The widget that is typed into or chosen from.
        is_faulty: Whether what stands in it is said to be wrong.
    """

    def __init__(
        self, theme: Theme, label: str, widget: Input, *, echoes: bool = True, wraps: bool = False
    ) -> None:
        super().__init__()
        self.input, self._echoes, self.is_faulty = widget, echoes, False
        title = self._title = _title(theme, label, widget, wraps=wraps)
        self._message = MessageLine(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        for part in (title, widget, self._message):
            column.addWidget(part)
        column.addStretch()
        self._message.setVisible(echoes)  # not before it stands in here: it would be a window
        self.setFocusProxy(widget)
        widget.setAccessibleName(label.replace("&", ""))

    def rename(self, label: str) -> None:
        """Be called something else: what is asked for depends on what was chosen before."""
        if isinstance(self._title, Text):
            self._title.setText(label)
        else:
            self._title.set_text(label)
            self._title.setAccessibleName("")
        self.input.setAccessibleName(label.replace("&", ""))

    def echo(self, understood: str, rest: str = "") -> None:
        """Say below what was understood, and perhaps what follows from it."""
        self._say(Glyph.CHECK, Ink.POSITIVE, understood, rest)
        self._tell(" ".join(filter(None, (understood, rest))), faulty=False)

    def refuse(self, problem: str) -> None:
        """Say below what is wrong; what was typed stays."""
        self._say(Glyph.ALERT, Ink.DANGER, problem, "")
        self._tell(problem, faulty=True)

    def warn(self, doubt: str) -> None:
        """Say below what looks odd; it may stand."""
        self._say(Glyph.ALERT, Ink.WARNING, doubt, "")
        self._tell(doubt, faulty=False)

    def note(self, text: str) -> None:
        """Say below what a choice means."""
        self._say(None, Ink.MUTED, "", text)
        self._tell(text, faulty=False)

    def clear(self) -> None:
        """Say nothing; a line that is reserved stays so."""
        self._say(None, Ink.MUTED, "", "")
        self._tell("", faulty=False)

    def _say(self, glyph: Glyph | None, ink: Ink, words: str, rest: str) -> None:
        self._message.say(glyph, ink, words, rest)
        self._message.setVisible(self._echoes or bool(words or rest))

    def _tell(self, words: str, *, faulty: bool) -> None:
        self.is_faulty = faulty
        mark_faulty(self.input, faulty)
        self.input.setAccessibleDescription(words)


def _title(theme: Theme, label: str, widget: QWidget, *, wraps: bool) -> Text | Paragraph:
    if wraps:
        words = Paragraph(theme, label, Type.SMALL_MEDIUM, Ink.MUTED)
        words.setAccessibleName("")  # the input is called so
        return words
    title = Text(theme, label, Type.SMALL_MEDIUM, Ink.MUTED)
    title.setBuddy(widget)
    return title


class MessageLine(QWidget):
    """An icon and words; as high as a line even when there is nothing to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._icon = GlyphLabel(theme, Glyph.CHECK, size=ICON.small)
        self._words = Phrase(theme, ())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xs)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.say(None, Ink.MUTED, "", "")

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, glyph: Glyph | None, ink: Ink, words: str, rest: str) -> None:
        """Show other words, or none; ``rest`` follows from them, and is written more faintly."""
        self._icon.setVisible(glyph is not None)
        if glyph is not None:
            self._icon.show_as(glyph, ink)
        runs = (Run(words, ink), Run(rest, Ink.MUTED))
        self._words.show_runs([run for run in runs if run.text])
