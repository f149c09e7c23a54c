"""How much is under query from now on: of an open query, or of one that is opened again."""

from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.dispute_register import DisputeRow
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.ui.decisions.told import Told
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.typed_dialog import TypedDialog
from creditmate.ui.kit.typed_fields import MoneyField
from creditmate.ui.surroundings import Surroundings


class AmendDialog(TypedDialog):
    """An answered query is opened again; the day it was first raised stays."""

    def __init__(self, around: Surroundings, window: QWidget, row: DisputeRow, told: Told) -> None:
        _ = words(around.language).gettext
        self._row, self._told = row, told
        amount = money(row.questioned, around.locale, symbol=True)
        if row.is_open:
            title, verb = _("Another amount is under query"), _("Change it")
            detail = _("{name}: {amount} under query.").format(name=row.name, amount=amount)
        else:
            title, verb = _("Open a query again"), _("Open it")
            detail = _("{name}: {amount} was under query.").format(name=row.name, amount=amount)
        super().__init__(around, window, title, verb, detail=detail)
        currency = row.questioned.currency
        self.amount = MoneyField(around, _("How much is under query"), currency)
        self.amount.show_amount(row.questioned)
        self.amount.input.selectAll()
        self.note = Field(around.theme, _("Why"), LineInput(around.theme, ""), echoes=False)
        self.add("dispute.amount", self.amount)
        self.add("dispute.note", self.note)
        self.put(self.amount, self.note)
        self.open_at(self.amount)

    def on_verb(self) -> None:
        """Put it down."""
        self.clear()
        amount, is_read = self.amount.read_or_refuse()
        if not is_read:
            return
        _, disputes = words(self.around.language).gettext, self.around.program.disputes
        said = _("Changed: the query of {name}") if self._row.is_open else _("Open again: {name}")
        deed = disputes.amend if self._row.is_open else disputes.reopen
        work = partial(deed, self._row.id, amount, self.note.input.text())
        self.submit(work, partial(self._told, said.format(name=self._row.name)))
