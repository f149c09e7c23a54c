"""Papers as they were issued; opening one shows exactly what was sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.rows import PaperRow
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table, money, number
from creditmate.services.customer_pages import CustomerPage
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.paged_model import Column, PagedModel
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink, Type


@dataclass(frozen=True, slots=True)
class PaperCells:
    """Makes the cells of a paper, for a language, a locale and a day."""

    language: str
    locale: str
    as_at: date

    def columns(self) -> tuple[Column[PaperRow], ...]:
        """Return the columns; the order is the list's own."""
        _ = words(self.language).gettext
        return (
            Column("number", _("Paper"), self._number, 240, sortable=False),
            Column("day", _("As at"), self._day, 160, sortable=False),
            Column("total", _("Balance"), self._total, 120, True, False),
            Column("pages", _("Pages"), self._pages, 88, True, False),
        )

    def _number(self, row: PaperRow) -> Cell:
        said = words(self.language).gettext("Statement {number}").format(number=row.number)
        return Cell(said, style=Type.BODY_MEDIUM, glyph=Glyph.STATEMENT)

    def _day(self, row: PaperRow) -> Cell:
        return Cell(day_in_table(row.as_at, self.locale, self.as_at), Ink.MUTED)

    def _total(self, row: PaperRow) -> Cell:
        return Cell(money(row.total, self.locale, symbol=True), style=Type.BODY_STRONG)

    def _pages(self, row: PaperRow) -> Cell:
        return Cell(number(row.pages, self.locale), Ink.MUTED)


class DocumentsTab(QWidget):
    """The table of papers; Enter or a double click opens one."""

    opened = Signal(object)
    """The ``PaperRow`` to be shown."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._papers: dict[int, PaperRow] = {}
        cells = PaperCells(around.language, around.locale, around.program.clock.today)
        failed = around.desk.failed.emit
        self.model: PagedModel[PaperRow] = PagedModel(
            cells.columns(), self._rows, around.desk, failed, self
        )
        name = words(around.language).gettext("Documents")
        self.table: PagedTable[PaperRow] = PagedTable(self.model, around.theme, name)
        self.table.opened.connect(self._on_opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.s, 0, 0)
        column.addWidget(self.table)

    def show_page(self, page: CustomerPage) -> None:
        """Show what was issued to a customer."""
        self._papers = {paper.id: paper for paper in page.papers}
        self.table.show_list([paper.id for paper in page.papers], page.papers)

    def _rows(self, ids: Sequence[int]) -> list[PaperRow]:
        papers = self._papers
        return [papers[id_] for id_ in ids if id_ in papers]

    def _on_opened(self, id_: int) -> None:
        self.opened.emit(self._papers[id_])
