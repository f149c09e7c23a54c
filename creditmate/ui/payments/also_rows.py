"""For whom else a receipt is: further customers with their parts of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.payments.entry_state import Paying
from creditmate.ui.search.customer_input import CustomerInput
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE


class AlsoRow(QWidget):
    """A customer, and how much of the receipt is for them."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        _ = words(around.language).gettext
        who = CustomerInput(around, _("Also for"))
        self.who = Field(around.theme, _("Also for"), who, echoes=False)
        amount = LineInput(around.theme, _("Their part of it"), amount=True)
        self.amount = Field(around.theme, _("Their part of it"), amount, echoes=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(self.who, 3)
        row.addWidget(self.amount, 2)


class AlsoRows(QWidget):
    """Begins with none; one more is asked for."""

    edited = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        _ = words(around.language).gettext
        self.rows: list[AlsoRow] = []
        self.more = Button(around.theme, _("For another customer as well"), Kind.LINK)
        self.more.clicked.connect(self._on_more)
        line = QHBoxLayout()
        line.addWidget(self.more)
        line.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.l)
        self._column.addLayout(line)

    @property
    def paying(self) -> tuple[Paying, ...]:
        """Those who are chosen, with their parts as typed."""
        return tuple(
            Paying(row.who.input.code, row.who.input.text(), "", row.amount.input.text())
            for row in self.rows
            if row.who.input.code
        )

    def field(self, place: int) -> AlsoRow | None:
        """The row of the one at a place among those who are chosen."""
        chosen = [row for row in self.rows if row.who.input.code]
        return chosen[place] if place < len(chosen) else None

    def clear(self) -> None:
        """Nobody else any more."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows.clear()

    def quiet(self) -> None:
        """Say nothing is wrong."""
        for row in self.rows:
            row.who.clear()
            row.amount.clear()

    def _on_more(self) -> None:
        row = AlsoRow(self._around)
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        QWidget.setTabOrder(row.who.input, row.amount.input)
        QWidget.setTabOrder(row.amount.input, self.more)
        row.who.input.picked.connect(self.edited)
        row.amount.input.textChanged.connect(self.edited)
        row.who.setFocus()
