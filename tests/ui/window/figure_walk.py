"""A walk through the figures of a window: which of its tables and panels cut an amount."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QScrollArea, QWidget

from creditmate.ui.kit.paged_model import PagedModel
from creditmate.ui.kit.panel import SidePanel
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.kit.table_header import TableHeader
from creditmate.ui.theme.theme import Theme
from tests.ui.window.walking import named, seen

_SLACK = 1  # pixels by which a width may be rounded
_ROWS = 40  # of a table that are looked at: more are never seen at once


def cut_figures(top: QWidget, theme: Theme) -> list[str]:
    """Figures of tables that are elided or hang over the edge; panels too narrow for theirs."""
    tables = [widget for widget in seen(top) if isinstance(widget, PagedTable)]
    panels = [widget for widget in seen(top) if isinstance(widget, SidePanel)]
    return [
        *(find for table in tables for find in _cut_cells(table, theme)),
        *(find for panel in panels for find in _overhanging(panel)),
    ]


def _cut_cells(table: PagedTable[Any], theme: Theme) -> Iterator[str]:
    model, header = table.model(), table.horizontalHeader()
    assert isinstance(model, PagedModel)
    assert isinstance(header, TableHeader)
    room = table.viewport().width()
    for section, column in enumerate(model.columns):
        left, wide = header.sectionViewportPosition(section), header.sectionSize(section)
        if not column.right or header.isSectionHidden(section):
            continue
        if left < -_SLACK or left + wide > room + _SLACK:
            yield f"{named(table)}: {column.title} at {left}, {wide} wide, in {room}"
        for row in range(max(table.rowAt(0), 0), min(len(model.ids), _ROWS)):
            cells = model.cells_at(row)
            if not cells:  # on its way, or the title of a group
                continue
            cell = cells[section]
            needed = QFontMetrics(theme.font(cell.style)).horizontalAdvance(cell.text)
            if needed > header.room(section):
                yield f"{named(table)}: {cell.text}: {needed} in {header.room(section)}"


def _overhanging(panel: SidePanel) -> Iterator[str]:
    for area in panel.findChildren(QScrollArea):
        inside, room = area.widget(), area.viewport().width()
        if inside is not None and inside.width() > room:
            yield f"{named(panel)}: {inside.width()} in {room}"
