"""Who is not being followed up: why, until when, and about how much; one goes there from here."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_with_weekday, money
from creditmate.i18n.left_out_words import why_not_words
from creditmate.services.not_contacted import NotContacted
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.item_table import ItemTable, Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import Ink, Type

_WIDE, _HIGH = 760, 380
_SEPARATOR = " \u00b7 "


class LeftOutDialog(EditDialog):
    """A table; Enter opens the customer."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        rows: Sequence[NotContacted],
        chosen: Callable[[str], object],
    ) -> None:
        _ = words(around.language).gettext
        self._chosen, self._as_at = chosen, around.program.clock.today
        title = _("Not being followed up")
        detail = day_with_weekday(self._as_at, around.locale)
        super().__init__(
            around,
            window,
            title,
            _("Open the customer"),
            detail=detail,
            leave=_("Close"),
            width=_WIDE,
        )
        self.list: ItemTable[NotContacted] = ItemTable(
            around.theme, around.desk, title, self._columns(), 2
        )
        self.list.table.setMinimumHeight(around.theme.wide(_HIGH))
        self.list.show_items(rows)
        self.list.table.opened.connect(lambda _id: self.on_verb())
        self.put(self.list.table)
        self.list.go_to(lambda _row: True)
        self.open_at(self.list.table)

    def _columns(self) -> tuple[Column[Numbered[NotContacted]], ...]:
        _ = words(self.around.language).gettext
        return (
            Column("name", _("Customer"), self._name, 220, sortable=False),
            Column("amount", _("Amount"), self._amount, 130, right=True, sortable=False),
            Column("why", _("Why"), self._why, 320, sortable=False),
        )

    def _name(self, row: Numbered[NotContacted]) -> Cell:
        return Cell(row.item.name, style=Type.BODY_MEDIUM)

    def _amount(self, row: Numbered[NotContacted]) -> Cell:
        sums = (money(one, self.around.locale, symbol=True) for one in row.item.amounts)
        return Cell(_SEPARATOR.join(sums) or "\u2013")

    def _why(self, row: Numbered[NotContacted]) -> Cell:
        said = why_not_words(row.item, self.around.language, self.around.locale, self._as_at)
        return Cell(said, Ink.MUTED)

    def on_verb(self) -> None:
        """Open the customer one is on."""
        row = self.list.current
        if row is not None:
            self.accept()
            self._chosen(row.code)
