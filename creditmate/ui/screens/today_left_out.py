"""Who is not being followed up: why, until when, and about how much; one goes there from here."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.i18n.left_out_words import why_not_words
from creditmate.services.not_contacted import NotContacted
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.item_table import Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.screens.today_table_dialog import TodayTableDialog
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import Ink, Type

_SEPARATOR = " \u00b7 "


class LeftOutDialog(TodayTableDialog[NotContacted]):
    """A table; Enter opens the customer."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        rows: Sequence[NotContacted],
        chosen: Callable[[str], object],
    ) -> None:
        title = words(around.language).gettext("Not being followed up")
        super().__init__(around, window, title, rows, chosen)

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
        said = why_not_words(row.item, self.around.language, self.around.locale, self._today)
        return Cell(said, Ink.MUTED)
