"""Room for figures: columns of a table widen, as an amount that is cut reads as another one."""

from typing import Any

from PySide6.QtWidgets import QTableView

from creditmate.ui.kit.paged_model import PagedModel
from creditmate.ui.kit.paint import text_width
from creditmate.ui.kit.table_header import TableHeader
from creditmate.ui.kit.text_fit import surely_fits
from creditmate.ui.theme.theme import Theme


def widen_for_figures(
    table: QTableView, model: PagedModel[Any], header: TableHeader, theme: Theme
) -> bool:
    """Widen the columns of figures for the rows that are seen; tell whether any was."""
    figures = [  # one that is left out keeps its width for when there is room again
        section
        for section, column in enumerate(model.columns)
        if column.right and not header.isSectionHidden(section)
    ]
    last = table.rowAt(table.viewport().height() - 1)
    seen = range(max(table.rowAt(0), 0), (last if last >= 0 else len(model.ids) - 1) + 1)
    widened = False
    for cells in filter(None, map(model.cells_at, seen)):
        for section in figures:
            cell, room = cells[section], header.room(section)
            font = theme.font(cell.style)
            if surely_fits(cell.text, font, room):
                continue
            needed = text_width(cell.text, font)
            if needed > room:
                header.resizeSection(section, header.sectionSize(section) + needed - room)
                widened = True
    return widened
