"""The tables of an import: lists that are in memory, shown as those of the ledger are."""

from collections.abc import Callable

from creditmate.domain.importing import CellProblem, Difference, InvoiceRecord
from creditmate.i18n.catalogue import words
from creditmate.i18n.difference_words import difference_parts
from creditmate.i18n.formats import day_short, money, number
from creditmate.i18n.import_words import reason_words
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.item_table import ItemTable, Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import Ink, Type

_NARROW, _MIDDLE, _WIDE = 64, 112, 232


class ImportTables:
    """Makes the tables of an import in one language."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._language, self._locale = around.language, around.locale
        self._words = words(around.language)

    # ------------------------------------------------------------- what is wrong or odd
    def problems(self, name: str) -> ItemTable[CellProblem]:
        """Row, column, found, expected."""
        return ItemTable(
            self._around.theme,
            self._around.desk,
            name,
            [
                self._column("row", 0, self._problem_row, _NARROW),
                self._column("column", 1, self._problem_column, _MIDDLE),
                self._column("found", 2, self._problem_found, _MIDDLE),
                self._column("expected", 3, self._problem_expected, _WIDE),
            ],
            flexible=3,
        )

    def problem_titles(self) -> tuple[str, str, str, str]:
        """Return the titles of the list of problems."""
        _ = self._words.gettext
        return _("Row"), _("Column"), _("Found"), _("Expected")

    def problem_texts(self, problem: CellProblem) -> tuple[str, str, str, str]:
        """Return a problem as it stands in the list."""
        _ = self._words.gettext
        return (
            "" if problem.row is None else number(problem.row, self._locale),
            problem.column or "",
            problem.value or (_("(empty)") if problem.column else ""),
            reason_words(problem, self._language, self._locale),
        )

    def _column(
        self,
        key: str,
        place: int,
        cell: Callable[[Numbered[CellProblem]], Cell],
        width: int,
    ) -> Column[Numbered[CellProblem]]:
        return Column(key, self.problem_titles()[place], cell, width, sortable=False)

    def _problem_row(self, row: Numbered[CellProblem]) -> Cell:
        return Cell(self.problem_texts(row.item)[0], style=Type.BODY_STRONG)

    def _problem_column(self, row: Numbered[CellProblem]) -> Cell:
        return Cell(self.problem_texts(row.item)[1])

    def _problem_found(self, row: Numbered[CellProblem]) -> Cell:
        return Cell(self.problem_texts(row.item)[2], Ink.DANGER, Type.BODY_MEDIUM)

    def _problem_expected(self, row: Numbered[CellProblem]) -> Cell:
        return Cell(self.problem_texts(row.item)[3])

    # ------------------------------------------------------------- what comes in
    def records(self, name: str) -> ItemTable[InvoiceRecord]:
        """Customer, number, dates, amounts."""
        _, locale = self._words.gettext, self._locale

        def text(say: Callable[[InvoiceRecord], str]) -> Callable[[Numbered[InvoiceRecord]], Cell]:
            return lambda row: Cell(say(row.item))

        def day(record: InvoiceRecord) -> str:
            return day_short(record.day, locale)

        def due(record: InvoiceRecord) -> str:
            return "–" if record.due_day is None else day_short(record.due_day, locale)

        def amount(record: InvoiceRecord) -> str:
            return money(record.amount, locale, symbol=True)

        def left(record: InvoiceRecord) -> str:
            rest = record.amount - record.settled
            return money(rest, locale, symbol=True) if rest.minor else "–"

        return ItemTable(
            self._around.theme,
            self._around.desk,
            name,
            [
                Column(
                    "name",
                    _("Customer"),
                    lambda row: Cell(row.item.customer_name, style=Type.BODY_MEDIUM),
                    _WIDE,
                    sortable=False,
                ),
                Column("code", _("Code"), text(_code), _MIDDLE, sortable=False, optional=True),
                Column("number", _("Number"), text(_number), _MIDDLE, sortable=False),
                Column("day", _("Date"), text(day), _MIDDLE, sortable=False),
                Column("due", _("Due"), text(due), _MIDDLE, sortable=False),
                Column("amount", _("Amount"), text(amount), _MIDDLE, right=True, sortable=False),
                Column("open", _("Open"), text(left), _MIDDLE, right=True, sortable=False),
            ],
            flexible=0,
        )

    # ------------------------------------------------------------- what disagrees
    def differences(self, name: str) -> ItemTable[Difference]:
        """Row, number, what differs, how the ledger has it, how the file."""
        _ = self._words.gettext

        def part(place: int) -> Callable[[Numbered[Difference]], Cell]:
            def cell(row: Numbered[Difference]) -> Cell:
                return Cell(difference_parts(row.item, self._language, self._locale)[place])

            return cell

        def row_number(row: Numbered[Difference]) -> Cell:
            return Cell(number(row.item.row, self._locale), style=Type.BODY_STRONG)

        return ItemTable(
            self._around.theme,
            self._around.desk,
            name,
            [
                Column("row", _("Row"), row_number, _NARROW, sortable=False),
                Column(
                    "number", _("Number"), lambda row: Cell(row.item.number), _WIDE, sortable=False
                ),
                Column("field", _("What"), part(0), _MIDDLE, sortable=False),
                Column("ledger", _("In the ledger"), part(1), _WIDE, sortable=False),
                Column("file", _("In the file"), part(2), _WIDE, sortable=False),
            ],
            flexible=1,
        )


def _code(record: InvoiceRecord) -> str:
    return record.customer_code


def _number(record: InvoiceRecord) -> str:
    return record.number
