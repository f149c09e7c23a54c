"""How interest on an invoice comes about: ground, worked lines, what was decided, what to know."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.interest_claim import LateInterest
from creditmate.i18n.catalogue import words
from creditmate.ui.invoices.interest_state import InterestWords
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.emptying import empty
from creditmate.ui.kit.panel import Hairline
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type


class InterestWorking(QWidget):
    """Filled anew for each day that is asked about.

    Args:
        around: Of the window.
        says: Makes the lines.
        between: Stands between the working and the remarks, and stays.
        take_back: Takes back what an action decided.
    """

    def __init__(
        self,
        around: Surroundings,
        says: InterestWords,
        between: Sequence[QWidget],
        take_back: Callable[[int], object],
    ) -> None:
        super().__init__()
        self._around, self._says, self._take_back = around, says, take_back
        self._above, self._below = _column(), _column()
        column = _column()
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._above)
        for part in between:
            column.addWidget(part)
        column.addLayout(self._below)
        self.setLayout(column)

    def show_found(self, found: Sequence[LateInterest]) -> None:
        """Show what came up; nothing where nothing did."""
        empty(self._above)
        empty(self._below)
        if not found:
            return
        theme = self._around.theme
        ground = self._says.ground(found)
        self._above.addWidget(Paragraph(theme, ground, Type.BODY, Ink.MUTED))
        for part in (*self._working(found), *self._past(found)):
            self._above.addWidget(part)
        for remark in self._says.remarks(found):
            self._below.addWidget(Paragraph(theme, remark, Type.SMALL, Ink.MUTED))

    def _working(self, found: Sequence[LateInterest]) -> Iterable[QWidget]:
        """Lines with their amounts on one edge; the last one stands out below a rule."""
        theme = self._around.theme
        for line in self._says.working(found):
            style = Type.HEADING if line.whole else Type.BODY
            if line.whole:
                yield Hairline()
            said = Paragraph(theme, line.text, style)
            said.setAccessibleName(f"{line.text} {line.amount}".strip())
            yield _row(said, Text(theme, line.amount, style))

    def _past(self, found: Sequence[LateInterest]) -> Iterable[QWidget]:
        """What was decided before; what was given up can be taken back."""
        _, theme = words(self._around.language).gettext, self._around.theme
        for line in self._says.past(found):
            back = Button(theme, _("Take back"), Kind.LINK)
            row = _row(Paragraph(theme, line.text, Type.BODY, Ink.MUTED), back)
            back.setVisible(line.action is not None)
            if line.action is not None:
                back.clicked.connect(partial(self._take_back, line.action))
            yield row


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE.s)
    return column


def _row(first: QWidget, last: QWidget) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.l)
    row.addWidget(first, 1)
    row.addWidget(last, 0, Qt.AlignmentFlag.AlignTop)
    return held
