"""A table of customers about a day, from which one goes to the customer one is on."""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_with_weekday
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.item_table import ItemTable, Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.totals import Figure, TotalsBar
from creditmate.ui.surroundings import Surroundings

_WIDE, _HIGH = 860, 380


class OfCustomer(Protocol):
    """A row about a customer."""

    @property
    def code(self) -> str:
        """The customer's."""


Row = TypeVar("Row", bound=OfCustomer)


class TodayTableDialog(EditDialog, Generic[Row]):
    """A table that its classes give the columns of; Enter opens the customer.

    Attributes:
        totals: The sums under it, of the classes that have any.
    """

    flexible = 2
    """The column that takes what room there is."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        title: str,
        rows: Sequence[Row],
        chosen: Callable[[str], object],
    ) -> None:
        _ = words(around.language).gettext
        self._chosen, self._today = chosen, around.program.clock.today
        super().__init__(
            around,
            window,
            title,
            _("Open the customer"),
            detail=day_with_weekday(self._today, around.locale),
            leave=_("Close"),
            width=_WIDE,
        )
        self.list: ItemTable[Row] = ItemTable(
            around.theme, around.desk, title, self._columns(), self.flexible
        )
        self.list.table.setMinimumHeight(around.theme.wide(_HIGH))
        self.list.show_items(rows)
        self.list.table.opened.connect(lambda _id: self.on_verb())
        self.put(self.list.table)
        figures = self._figures(rows)
        self.totals = TotalsBar(around.theme, _("Totals")) if figures else None
        if self.totals is not None:
            self.totals.show_figures(figures)
            self.put(self.totals)
        self.list.go_to(lambda _row: True)
        self.open_at(self.list.table)

    def _columns(self) -> tuple[Column[Numbered[Row]], ...]:
        raise NotImplementedError

    def _figures(self, _rows: Sequence[Row]) -> Sequence[Figure]:
        """The sums of what is shown; a class may have none."""
        return ()

    def on_verb(self) -> None:
        """Open the customer one is on."""
        row = self.list.current
        if row is not None:
            self.accept()
            self._chosen(row.code)
