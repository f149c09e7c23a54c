"""Who stands in for whom, from one day to another."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import UserError
from creditmate.domain.our_people import CoverEntry, CoverRow, StaffRow
from creditmate.i18n.catalogue import words
from creditmate.services.people import People
from creditmate.ui.customer_edit.field_book import FieldBook
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.settings.day_field import DayField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE

_STAFF, _BY, _DAYS, _NOTE = "cover.staff", "cover.by", "cover.days", "cover.note"
_FROM, _TO = "cover.from_day", "cover.to_day"


class CoverDialog(EditDialog):
    """``then`` is given what the service answered; ``away`` is who is proposed to be away."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it is made of
        self,
        around: Surroundings,
        window: QWidget,
        people: Sequence[StaffRow],
        row: CoverRow | None,
        away: int | None,
        then: Callable[[Any], object],
    ) -> None:
        _ = words(around.language).gettext
        detail = _("On these days whoever stands in sees the other one's customers too.")
        verb = _("Arrange it") if row is None else _("Save")
        super().__init__(around, window, _("Who stands in"), verb, detail=detail)
        self._row, self._on_saved = row, then
        offers = [(str(one.id), one.name) for one in people]
        self.book = FieldBook(around.theme, self)
        self.from_day = DayField(around, _FROM, _("From"))
        self.to_day = DayField(around, _TO, _("Up to, included"))
        grid = ColumnGrid(2, gap=SPACE.l, row_gap=0)
        grid.add(
            self.book.choice(_STAFF, _("Who is away"), offers),
            self.book.choice(_BY, _("Who stands in"), offers),
            self.from_day,
            self.to_day,
        )
        self.put(grid, self.book.line(_NOTE, _("What to know"), _("Back for the audit on Friday")))
        fields = (_STAFF, self.book.fields[_STAFF]), (_BY, self.book.fields[_BY])
        for name, field in (
            *fields,
            (_DAYS, self.to_day),
            (_FROM, self.from_day),
            (_TO, self.to_day),
        ):
            self.add(name, field)
        self._show(row, people, away)

    def begin(self) -> None:
        """Open at who is away, or at the first day once that is known."""
        known = self._row is None and self.book.input(_STAFF)
        self.open_at(known or self.from_day.input)

    def _show(self, row: CoverRow | None, people: Sequence[StaffRow], away: int | None) -> None:
        if row is not None:
            self.book.show({_STAFF: str(row.staff_id), _BY: str(row.by_staff_id), _NOTE: row.note})
            self.from_day.show_day(row.from_day)
            self.to_day.show_day(row.to_day)
            return
        first = next((one.id for one in people if one.id == away), people[0].id)
        other = next((one.id for one in people if one.id != first), first)
        self.book.show({_STAFF: str(first), _BY: str(other)})

    def on_verb(self) -> None:
        """Save what is typed."""
        held = self.book.values()
        try:
            entry = CoverEntry(
                int(held[_STAFF]),
                int(held[_BY]),
                self.from_day.day(),
                self.to_day.day(),
                held[_NOTE],
            )
        except UserError as error:
            self.clear()
            self.refuse(error)
            return
        people, row = self.around.program.people, self._row
        self.submit(lambda: _save(people, row, entry), self._on_saved)


def _save(people: People, row: CoverRow | None, entry: CoverEntry) -> Any:  # noqa: ANN401
    if row is None:
        return people.add_cover(entry)
    return people.edit_cover(row.id, row.version, entry)
