"""What the sheet of open items says: a row per item, and the titles between payers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from creditmate.domain.money import Money
from creditmate.i18n.brief_words import age_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table, days_to_measure, money
from creditmate.i18n.labels import entry_label
from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.tag import Tone
from creditmate.ui.payments.sheet import Sheet, SheetRow
from creditmate.ui.theme.tokens import Ink, Type

NOTHING = "–"
_LONG = (100, -10)
"""Days late whose words must fit."""
PAYS = 3
"""The place of the column that is typed into."""


@dataclass(frozen=True, slots=True)
class SheetCells:
    """Makes the cells of a sheet as it is when they are made: rows that are kept may be older.

    ``currency`` is the book's own, which needs no sign.
    """

    sheet: Sheet
    language: str
    locale: str
    currency: str
    today: Callable[[], date]

    def columns(self) -> tuple[Column[SheetRow], ...]:
        """Return the columns."""
        _ = words(self.language).gettext
        days = days_to_measure(self.locale)
        ages = tuple(age_words(days, self.language, self.locale) for days in _LONG)
        return (
            Column("item", _("Open item"), self._item, 152, sortable=False),
            Column("due", _("Due"), self._due, 96, sortable=False, fits=days, yields=True),
            Column("open", _("Open"), self._open, 96, right=True, sortable=False),
            Column("pays", _("Pays"), self._pays, 112, right=True, sortable=False),
            Column("age", _("Age"), self._age, 120, False, False, True, ages),
        )

    def _item(self, kept: SheetRow) -> Cell:
        row = self._now(kept)
        _, item = words(self.language).gettext, row.item
        name = item.number or entry_label(item.kind, "", self.language)
        tag = None
        if row.discount:
            tag = CellTag(
                _("less {amount}").format(amount=self._money(row.discount)), Tone.POSITIVE
            )
        elif item.disputed:
            said = _("To be credited") if item.to_credit else _("Under query")
            tag = CellTag(said, Tone.WARNING)
        spoken = f"{name}, {tag.text}" if tag else ""
        return Cell(name, style=Type.BODY_MEDIUM, tag=tag, spoken=spoken)

    def _due(self, row: SheetRow) -> Cell:
        return Cell(day_in_table(row.item.due_day, self.locale, self.today()), Ink.MUTED)

    def _age(self, row: SheetRow) -> Cell:
        late = (self.today() - row.item.due_day).days
        ink = Ink.DANGER if late > 0 else Ink.MUTED
        return Cell(age_words(late, self.language, self.locale), ink)

    def _open(self, kept: SheetRow) -> Cell:
        return Cell(self._money(self._now(kept).item.open))

    def _pays(self, kept: SheetRow) -> Cell:
        row = self._now(kept)
        paid = row.covered - row.discount
        if not paid:
            return Cell(NOTHING, Ink.MUTED)
        return Cell(self._money(paid), style=Type.BODY_STRONG)

    def _now(self, row: SheetRow) -> SheetRow:
        return self.sheet.row(row.id) or row

    def _money(self, found: Money) -> str:
        return money(found, self.locale, symbol=found.currency != self.currency)
