"""A table of every invoice in the book, against a Python model of constant data in Qt's own view.

Both in memory, at the same size, for the same steps; each step is timed on the wall until what is
seen is painted with its rows, also those that come from the database thread.
"""

import os
import random
import tempfile
import time
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QEventLoop, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView

from bench.measure import Goal, Line, Timings
from creditmate.bootstrap import build
from creditmate.db.connection import execute
from creditmate.services.program import Program
from creditmate.system.computer import kept_apart
from creditmate.ui.app import make_application
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.paged_model import Column, PagedModel
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.queries import Desk
from creditmate.ui.theme.theme import Appearance, Theme

SIZE = (1000, 800)
PAGES, JUMPS = 20, 20
_TITLES = ("Invoice", "Customer", "Day", "Due", "Amount", "Open")
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ROOT = QModelIndex()


class InvoiceRow(NamedTuple):
    """What a line shows."""

    id: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A table with so many rows, and how to see it filled anew."""

    view: QTableView
    rows: int
    fill: Callable[[], object]
    coming: Callable[[int], bool]


class Constant(QAbstractTableModel):
    """The same texts in every row: what Python costs at least."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows
        self._texts = ("123-4", "Customer 1 Ltd", "2026-11-23", "2026-12-23", "1,234.56", "0.00")

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802
        """Under the root as many as wanted."""
        return self._rows

    def columnCount(self, _parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802
        """As many as ours has."""
        return len(_TITLES)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's variant
        """The column's text."""
        return self._texts[index.column()] if role == _DISPLAY else None


def table_lines(book: Path, rounds: int) -> list[Line]:
    """Time the first screen, paging and jumping."""
    with tempfile.TemporaryDirectory() as home, kept_apart(Path(home)):
        return _lines(book, rounds)


def _lines(book: Path, rounds: int) -> list[Line]:
    application = make_application("en_GB", "en_GB")
    program, theme = build(), Theme(Appearance.LIGHT)
    theme.dress()
    try:
        program.ask(lambda: program.ledgers.open(book))
        ids = program.ask(_all_invoices)
        tables = {"ours": _ours(program, theme, ids), "constant": _constant(len(ids))}
        times = _timed(tables, rounds)
    finally:
        program.stop()
    application.setStyleSheet("")
    note = "of a Python model of constant data in a plain QTableView, wall time, offscreen"

    def line(step: str, what: str, goal: Goal) -> Line:
        found = times[step]
        return Line(what, found.ratios("ours", "constant"), found.median("ours"), note, goal)

    return [
        line("first", f"{len(ids):,} rows: first screen", Goal(1.3, 1)),
        line("page", "a page down", Goal(0.8, 0.5)),
        line("jump", "a jump to anywhere", Goal(4, 2)),
    ]


def _all_invoices() -> "array[int]":
    found = execute("SELECT id FROM entry WHERE due_day IS NOT NULL ORDER BY id")
    return array("q", (id_ for (id_,) in found))


def _ours(program: Program, theme: Theme, ids: Sequence[int]) -> Shown:
    def fetch(wanted: Sequence[int]) -> list[InvoiceRow]:
        marks = ", ".join("?" * len(wanted))
        rows = execute(
            "SELECT entry.id, number, name, entry.day, due_day, amount_minor, open_minor "
            "FROM entry JOIN document ON document.id = document_id "
            f"JOIN customer ON customer.id = entry.customer_id WHERE entry.id IN ({marks})",
            tuple(wanted),
        )
        return [InvoiceRow(row[0], tuple(map(str, row[1:]))) for row in rows]

    def column(place: int, title: str) -> Column[InvoiceRow]:
        return Column(title, title, lambda row: Cell(row.texts[place]), 150)

    desk = Desk(program)
    columns = [column(place, title) for place, title in enumerate(_TITLES)]
    model: PagedModel[InvoiceRow] = PagedModel(columns, fetch, desk, _raise)
    table = PagedTable(model, theme, "Invoices")
    return Shown(table, len(ids), lambda: model.show_ids(ids), model.is_coming)


def _raise(error: Exception) -> None:
    raise error


def _constant(rows: int) -> Shown:
    view = QTableView()
    view.verticalHeader().hide()
    return Shown(view, rows, lambda: view.setModel(Constant(rows)), lambda _position: False)


def _timed(tables: dict[str, Shown], rounds: int) -> dict[str, Timings]:
    seconds: dict[str, dict[str, list[float]]] = {
        step: {name: [] for name in tables} for step in ("first", "page", "jump")
    }
    for table in tables.values():
        table.view.resize(*SIZE)
    for turn in range(rounds + 1):
        for name, table in tables.items():
            taken = _steps(table, random.Random(turn))
            for step, spent in taken.items() if turn else ():  # the first time is not counted
                seconds[step][name].append(spent)
    return {step: Timings(found) for step, found in seconds.items()}


def _steps(table: Shown, dice: random.Random) -> dict[str, float]:
    bar = table.view.verticalScrollBar()

    def first() -> None:
        table.fill()
        table.view.show()

    taken = {"first": _until_painted(table, first)}
    page = [
        _until_painted(table, lambda: bar.setValue(bar.value() + bar.pageStep()))
        for _ in range(PAGES)
    ]
    jump = [
        _until_painted(table, lambda: bar.setValue(dice.randrange(bar.maximum())))
        for _ in range(JUMPS)
    ]
    table.view.hide()
    return {**taken, "page": sum(page) / PAGES, "jump": sum(jump) / JUMPS}


def _until_painted(table: Shown, step: Callable[[], object]) -> float:
    """Return the seconds until what ``step`` leads to is seen."""
    loop = QEventLoop()
    start = time.perf_counter()
    step()
    table.view.model().dataChanged.connect(loop.quit)
    table.view.grab()
    while any(table.coming(position) for position in _seen(table)):
        loop.exec()  # until the next page of rows has come
        table.view.grab()
    return time.perf_counter() - start


def _seen(table: Shown) -> range:
    height = table.view.viewport().height()
    first, last = table.view.rowAt(0), table.view.rowAt(height - 1)
    return range(max(first, 0), (table.rows if last < 0 else last + 1))
