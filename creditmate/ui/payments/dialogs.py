"""Small decisions about a payment: returned by the bank, given back, typed wrong."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.payment_list import PaymentRow
from creditmate.domain.proposals import UnmatchedCredit
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table, money
from creditmate.i18n.parsing import Towards
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.typed_fields import DayField, MoneyField
from creditmate.ui.surroundings import Surroundings

Told = Callable[[str, Done], object]
"""Given what is told of a deed, and the deed."""


def payment_name(row: PaymentRow, around: Surroundings) -> str:
    """Return a payment as one speaks of it: ``£1,212.00 from Brackenford, Fri 20 Nov``."""
    text = words(around.language).gettext("{amount} from {name}, {day}")
    return text.format(
        amount=money(row.amount, around.locale, symbol=True),
        name=", ".join(row.names) or row.payer,
        day=day_in_table(row.day, around.locale, around.program.clock.today),
    )


class BounceDialog(EditDialog):
    """On which day the bank took a payment back."""

    def __init__(self, around: Surroundings, window: QWidget, row: PaymentRow, then: Told) -> None:
        _ = words(around.language).gettext
        detail = _(
            "{payment}. What it paid is open again from that day, with its own due days."
        ).format(payment=payment_name(row, around))
        super().__init__(
            around, window, _("Returned by the bank"), _("It was returned"), detail=detail
        )
        self._row, self._then_tell = row, then
        self.day = DayField(around, _("On which day"), Towards.PAST)
        self.day.show_day(around.program.clock.today)
        self.put(self.day)
        self.add("on", self.day)

    def on_verb(self) -> None:
        """Record it."""
        day, is_read = self.day.read_or_refuse()
        if is_read:
            on = day or self.around.program.clock.today
            said = (
                words(self.around.language)
                .gettext("Returned: {payment}")
                .format(payment=payment_name(self._row, self.around))
            )
            work = partial(self.around.program.payments.bounce, self._row.id, on)
            self.submit(work, partial(self._then_tell, said))


class VoidDialog(EditDialog):
    """Why a payment was typed wrong and never was."""

    def __init__(self, around: Surroundings, window: QWidget, row: PaymentRow, then: Told) -> None:
        _ = words(around.language).gettext
        detail = _(
            "{payment}. It never was: what it paid is open again. The record keeps it, with your"
            " reason."
        ).format(payment=payment_name(row, around))
        super().__init__(
            around,
            window,
            _("This payment was typed wrong"),
            _("Remove the payment"),
            detail=detail,
        )
        self._row, self._then_tell = row, then
        label = _("What was wrong")
        self.because = Field(around.theme, label, LineInput(around.theme, label))
        self.put(self.because)
        self.add("because", self.because)

    def on_verb(self) -> None:
        """Remove it."""
        said = (
            words(self.around.language)
            .gettext("Removed: {payment}")
            .format(payment=payment_name(self._row, self.around))
        )
        because = self.because.input.text()
        work = partial(self.around.program.payments.void, self._row.id, because)
        self.submit(work, partial(self._then_tell, said))


class RefundDialog(EditDialog):
    """How much of what is not matched was given back, and when."""

    def __init__(
        self, around: Surroundings, window: QWidget, credit: UnmatchedCredit, then: Told
    ) -> None:
        _ = words(around.language).gettext
        title = _("Give money back to {name}").format(name=credit.name)
        super().__init__(around, window, title, _("Record the refund"))
        self._credit, self._then_tell = credit, then
        self.amount = MoneyField(around, _("Amount"), credit.open.currency)
        self.amount.show_amount(credit.open)
        self.day = DayField(around, _("On which day"), Towards.PAST)
        self.day.show_day(around.program.clock.today)
        self.put(self.amount, self.day)
        self.add("amount", self.amount)
        self.add("on", self.day)

    def on_verb(self) -> None:
        """Record it."""
        amount, amount_read = self.amount.read_or_refuse()
        day, day_read = self.day.read_or_refuse()
        if not (amount_read and day_read):
            return
        credit, program = self._credit, self.around.program
        paid = amount or credit.open
        said = (
            words(self.around.language)
            .gettext("{amount} given back to {name}")
            .format(amount=money(paid, self.around.locale, symbol=True), name=credit.name)
        )
        on = day or program.clock.today
        work = partial(program.payments.refund, credit.code, paid, on, credit=credit.entry_id)
        self.submit(work, partial(self._then_tell, said))
