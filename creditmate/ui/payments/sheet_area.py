"""Beside a payment: why these items are ticked, and the items to tick or correct."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.phrase import Phrase, Run
from creditmate.ui.kit.text import Text
from creditmate.ui.payments.sheet import Sheet
from creditmate.ui.payments.sheet_cells import SheetCells
from creditmate.ui.payments.sheet_table import SheetTable
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type


class SheetArea(QWidget):
    """The reason, and the table; a title where nothing else says what it is.

    Attributes:
        table: The items.
    """

    def __init__(
        self, around: Surroundings, sheet: Sheet, currency: str, *, titled: bool = True
    ) -> None:
        super().__init__()
        _ = words(around.language).gettext
        clock = around.program.clock
        cells = SheetCells(sheet, around.language, around.locale, currency, lambda: clock.today)
        self._sheet = sheet
        self.table = SheetTable(around, sheet, cells)
        self.why = Phrase(around.theme, (), Type.BODY)
        head = QVBoxLayout()
        keep_clear(head, SPACE.xl, SPACE.l if titled else 0, SPACE.xl, SPACE.m)
        head.setSpacing(SPACE.xs)
        if titled:
            head.addWidget(Text(around.theme, _("What it pays"), Type.HEADING))
        head.addWidget(self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addStretch()

    def show_sheet(self, why: tuple[str, str]) -> None:
        """Show the sheet again, and why it is so; what speaks against it is in warning."""
        self.table.show_sheet()
        self.table.setVisible(bool(self._sheet.rows))
        said, doubt = why
        runs = (Run(said, Ink.MUTED), Run(doubt, Ink.WARNING))
        self.why.show_runs([run for run in runs if run.text])

    def call_attention(self) -> None:
        """Go into the items: they want to be looked at."""
        self.table.table.setFocus(Qt.FocusReason.OtherFocusReason)
