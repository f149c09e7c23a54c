"""What was done today: each contact with its hour, whom it was with, and what came of it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from creditmate.domain.day_result import DoneContact
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import words
from creditmate.i18n.conversation_words import outcome_words
from creditmate.i18n.formats import day_in_table, hour
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.item_table import Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.screens.today_table_dialog import TodayTableDialog
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import Ink, Type


class DoneDialog(TodayTableDialog[DoneContact]):
    """A table, tries in vain among its rows; Enter opens the customer."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        rows: Sequence[DoneContact],
        chosen: Callable[[str], object],
    ) -> None:
        title = words(around.language).gettext("Done today")
        super().__init__(around, window, title, rows, chosen)

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
