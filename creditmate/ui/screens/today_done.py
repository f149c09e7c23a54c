"""What was done today: each contact with its hour, whom it was with, and what came of it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from creditmate.domain.day_result import DoneContact
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import words
from creditmate.i18n.conversation_words import outcome_words
from creditmate.i18n.formats import day_in_table, day_with_weekday, hour
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.item_table import ItemTable, Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import Ink, Type

_WIDE, _HIGH = 760, 380


class DoneDialog(EditDialog):
    """A table, tries in vain among its rows; Enter opens the customer."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        rows: Sequence[DoneContact],
        chosen: Callable[[str], object],
    ) -> None:
        _ = words(around.language).gettext
        self._chosen, self._today = chosen, around.program.clock.today
        title = _("Done today")
        super().__init__(
            around,
            window,
            title,
            _("Open the customer"),
            detail=day_with_weekday(self._today, around.locale),
            leave=_("Close"),
            width=_WIDE,
        )
        self.list: ItemTable[DoneContact] = ItemTable(
            around.theme, around.desk, title, self._columns(), 2
        )
        self.list.table.setMinimumHeight(around.theme.wide(_HIGH))
        self.list.show_items(rows)
        self.list.table.opened.connect(lambda _id: self.on_verb())
        self.put(self.list.table)
        self.list.go_to(lambda _row: True)
        self.open_at(self.list.table)

    def _columns(self) -> tuple[Column[Numbered[DoneContact]], ...]:
        _ = words(self.around.language).gettext
        return (
            Column("at", _("Hour"), self._at, 70, sortable=False),
            Column("name", _("Customer"), self._name, 210, sortable=False),
            Column("came", _("What came of it"), self._came, 270, sortable=False),
            Column("next", _("Next"), self._next, 120, sortable=False),
        )

    def _at(self, row: Numbered[DoneContact]) -> Cell:
        return Cell(hour(row.item.at, self.around.locale), Ink.MUTED)

    def _name(self, row: Numbered[DoneContact]) -> Cell:
        return Cell(row.item.name, style=Type.BODY_MEDIUM)

    def _came(self, row: Numbered[DoneContact]) -> Cell:
        came = capital(outcome_words(row.item.outcome.value, self.around.language))
        return Cell(", ".join(filter(None, (came, row.item.person))))

    def _next(self, row: Numbered[DoneContact]) -> Cell:
        day = row.item.next_day
        said = "" if day is None else day_in_table(day, self.around.locale, self._today)
        return Cell(said or "\u2013", Ink.MUTED)

    def on_verb(self) -> None:
        """Open the customer one is on."""
        row = self.list.current
        if row is not None:
            self.accept()
            self._chosen(row.code)
