"""Giving all customers of one person to another, or to nobody in particular."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from creditmate.domain.our_people import StaffRow
from creditmate.i18n.catalogue import words
from creditmate.ui.customer_edit.field_book import FieldBook
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.surroundings import Surroundings

_TO = "staff.to"


class GiveDialog(EditDialog):
    """``then`` is given what was touched."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        row: StaffRow,
        others: Sequence[StaffRow],
        then: Callable[[Any], object],
    ) -> None:
        catalogue = words(around.language)
        _ = catalogue.gettext
        count = catalogue.ngettext(
            "{count} customer of {name}", "{count} customers of {name}", row.customers
        ).format(count=row.customers, name=row.name)
        super().__init__(around, window, count, _("Give them"))
        self._row, self._on_given = row, then
        self.book = FieldBook(around.theme, self)
        offers = [(str(one.id), one.name) for one in others]
        self.put(self.book.choice(_TO, _("To"), [*offers, ("", _("Nobody in particular"))]))

    def begin(self) -> None:
        """Open at who gets them."""
        self.open_at(self.book.input(_TO))

    def on_verb(self) -> None:
        """Give them."""
        people, row = self.around.program.people, self._row
        to = self.book.values()[_TO]
        self.submit(lambda: people.give_customers(row.id, int(to) if to else None), self._on_given)
