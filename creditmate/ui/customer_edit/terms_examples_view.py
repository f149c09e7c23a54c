"""What payment terms come to, below where they are chosen."""

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.terms_examples import TermsExamples
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type

_NEVER_CROWDED = (QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
"""However long a form is, the lines keep their height."""


class TermsExamplesView(QWidget):
    """A line for each invoice tried, and sentences below; nothing while terms are not known."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme, self._ = around.theme, words(around.language).gettext
        self._shown: TermsExamples | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xs)
        self._inside: QWidget | None = None
        self.setSizePolicy(*_NEVER_CROWDED)
        self.hide()

    def show_examples(self, examples: TermsExamples | None) -> None:
        """Show others, or none."""
        if examples == self._shown:
            return
        self._shown = examples
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = None
        if examples is not None:
            self._inside = self._made(examples)
            self._column.addWidget(self._inside)
        self.setVisible(examples is not None)
        self.setAccessibleName(_spoken(examples))

    def _made(self, examples: TermsExamples) -> QWidget:
        made, table = QWidget(), QGridLayout()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        made.setSizePolicy(*_NEVER_CROWDED)
        table.setHorizontalSpacing(SPACE.l)
        table.setVerticalSpacing(0)
        table.setColumnStretch(2, 1)
        for place, title in enumerate((self._("An invoice of"), self._("is due"))):
            table.addWidget(Text(self._theme, title, Type.SMALL_MEDIUM, Ink.MUTED), 0, place)
        for line, row in enumerate(examples.rows, start=1):
            table.addWidget(Text(self._theme, row.invoiced, Type.SMALL), line, 0)
            table.addWidget(Text(self._theme, row.due, Type.SMALL), line, 1)
            table.addWidget(Elided(self._theme, row.discount, Type.SMALL, Ink.MUTED), line, 2)
        for line in range(table.rowCount()):
            table.setRowMinimumHeight(line, self._theme.line(Type.SMALL) + SPACE.xs)
        column.addLayout(table)
        for note in examples.notes:
            column.addWidget(Paragraph(self._theme, note, Type.SMALL, Ink.MUTED))
        return made


def _spoken(examples: TermsExamples | None) -> str:
    """Everything as one text, for whoever listens."""
    if examples is None:
        return ""
    rows = ("; ".join(filter(None, (r.invoiced, r.due, r.discount))) for r in examples.rows)
    return ". ".join([*rows, *examples.notes])
