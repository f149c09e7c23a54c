"""A sentence of which some words stand out: one word of a line is coloured, never the line."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextCharFormat, QTextLayout

from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import Ink, Type


class Run(NamedTuple):
    """Words in one colour."""

    text: str
    ink: Ink = Ink.TEXT


def plain(runs: Sequence[Run]) -> str:
    """Return the words of all runs, as they are read out."""
    return " ".join(run.text for run in runs)


class Phrase(Paragraph):
    """Runs of words with a blank between, wrapping as one paragraph."""

    def __init__(self, theme: Theme, runs: Sequence[Run], style: Type = Type.SMALL) -> None:
        self._runs = tuple(runs)
        super().__init__(theme, plain(runs), style)

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show other words."""
        self._runs = tuple(runs)
        self.set_text(plain(runs))

    def _formats(self) -> list[QTextLayout.FormatRange]:
        found, start = [], 0
        for run in self._runs:
            part = QTextLayout.FormatRange()
            part.start, part.length = start, _units(run.text)
            part.format = QTextCharFormat()
            part.format.setForeground(self._theme.colour(run.ink))
            found.append(part)
            start += part.length + 1
        return found


def _units(text: str) -> int:
    """The length as Qt counts it: letters beyond the basic plane count twice."""
    return len(text.encode("utf-16-le")) // 2
