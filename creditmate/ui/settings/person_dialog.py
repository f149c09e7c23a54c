"""Adding one of our people, or changing what is known of one."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from creditmate.domain.our_people import StaffEntry, StaffRow, initials_of
from creditmate.i18n.catalogue import words
from creditmate.services.people import People
from creditmate.ui.customer_edit.field_book import FieldBook
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE

_FIELD = "staff."
_SIGNATURE_LINES = 3


class PersonDialog(EditDialog):
    """``then`` is given what the service answered."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        row: StaffRow | None,
        then: Callable[[Any], object],
    ) -> None:
        _ = words(around.language).gettext
        title = _("Somebody who works here") if row is None else row.name
        super().__init__(around, window, title, _("Add") if row is None else _("Save"))
        self._row, self._on_saved = row, then
        self.book = FieldBook(around.theme, self)
        line = self.book.line
        top = ColumnGrid(2, gap=SPACE.l, row_gap=0)
        top.add(
            line(_FIELD + "name", _("Name")),
            line(_FIELD + "initials", _("Initials")),
            line(_FIELD + "role", _("Role"), _("Accounts, sales, owner")),
            line(_FIELD + "phone", _("Telephone")),
            line(_FIELD + "email", _("E-mail")),
            line(_FIELD + "os_login", _("Login at the computer")),
        )
        signature = _("Signature, as it stands on a hand-over sheet and under a letter")
        below = self.book.text(_FIELD + "signature", signature, _SIGNATURE_LINES)
        self.put(top, below)
        for name, field in self.book.fields.items():
            self.add(name, field)
        if row is not None:
            self.book.show({_FIELD + n: getattr(row, n) for n in StaffEntry.__slots__})
        self.book.edited.connect(self._on_edited)
        self._on_edited()

    def begin(self) -> None:
        """Open at the name."""
        self.open_at(self.book.input(_FIELD + "name"))

    def _on_edited(self, _name: str = "") -> None:
        """Initials that are left open are made from the name."""
        values = self.book.values()
        initials: Any = self.book.input(_FIELD + "initials")
        initials.setPlaceholderText(initials_of(values[_FIELD + "name"]))

    def on_verb(self) -> None:
        """Save what is typed."""
        values = self.book.values()
        entry = StaffEntry(**{name: values[_FIELD + name] for name in StaffEntry.__slots__})
        people, row = self.around.program.people, self._row
        self.submit(lambda: _save(people, row, entry), self._on_saved)


def _save(people: People, row: StaffRow | None, entry: StaffEntry) -> Any:  # noqa: ANN401
    if row is None:
        return people.add(entry)
    return people.edit(row.id, row.version, entry)
