"""The open items of a customer, each with a box to tick: what a plan or more time is about."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.rows import OpenEntryRow
from creditmate.i18n.brief_words import age_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.i18n.labels import entry_label
from creditmate.services.customers import Brief
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE

_DOT = " · "


class ItemTicks(QWidget):
    """Ticked are those overdue, or all where none is; the oldest first.

    Attributes:
        rows: The boxes, by entry.
    """

    changed = Signal()

    def __init__(self, around: Surroundings, brief: Brief) -> None:
        super().__init__()
        self._around = around
        debits = sorted(
            (row for row in brief.entries if row.due_day is not None),
            key=lambda row: (row.due_day or brief.as_at, row.id),
        )
        self._currencies = {row.id: row.open.currency for row in debits}
        overdue = [row for row in debits if (row.due_day or brief.as_at) < brief.as_at]
        ticked = {row.id for row in overdue or debits}
        self.rows = {row.id: CheckRow(around.theme, self._said(row, brief.as_at)) for row in debits}
        self.setAccessibleName(words(around.language).gettext("Invoices"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        for id_, row in self.rows.items():
            row.setChecked(id_ in ticked)
            row.toggled.connect(self.changed)
            column.addWidget(row)
        if self.rows:
            self.setFocusProxy(next(iter(self.rows.values())))

    @property
    def chosen(self) -> tuple[int, ...]:
        """The entries that are ticked."""
        return tuple(id_ for id_, row in self.rows.items() if row.isChecked())

    @property
    def currency(self) -> str | None:
        """The currency of what is ticked first; None where nothing is."""
        return next((self._currencies[id_] for id_ in self.chosen), None)

    def tick(self, entries: Collection[int]) -> None:
        """Tick these and no others."""
        for id_, row in self.rows.items():
            row.setChecked(id_ in entries)

    def _said(self, row: OpenEntryRow, as_at: date) -> str:
        language, locale = self._around.language, self._around.locale
        late = (as_at - (row.due_day or as_at)).days
        name = row.number or entry_label(row.kind, "", language)
        age = age_words(late, language, locale)
        return _DOT.join((name, age, money(row.open, locale, symbol=True)))
