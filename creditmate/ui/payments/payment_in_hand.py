"""The payment that is being entered: what is typed, what it seems to be for, what was ticked."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from creditmate.domain.changes import Touched
from creditmate.i18n.formats import money
from creditmate.services.allocating import Payer
from creditmate.ui.payments.entry_state import PaymentReader, TypedPayment, Understood
from creditmate.ui.payments.lookup import Key, Looked, key_of, look_up
from creditmate.ui.payments.payment_form import PaymentForm
from creditmate.ui.payments.sheet import Sheet
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings

SHOWS = Touched.INVOICES | Touched.PAYMENTS | Touched.CUSTOMERS | Touched.DISPUTES
_NOTHING: Key = ((), "")


class PaymentInHand(QObject):
    """Asks the ledger whenever who pays or how much is another; the latest answer wins.

    What was ticked by hand stays until then. Without an amount the ticks say how much it is.

    Attributes:
        sheet: The items, and what of each is covered.
    """

    shown = Signal()
    """Something is to be shown anew."""
    answered = Signal()
    """What was asked for has come."""

    def __init__(self, around: Surroundings, form: PaymentForm, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._form = around, form
        self.sheet = Sheet()
        self._asked: Key = _NOTHING
        self._filled = ""
        self._quiet = False
        failed = around.desk.failed.emit
        self._latest: Latest[Looked] = Latest(around.desk, self._on_looked, failed, self)
        form.edited.connect(self._on_edited)

    # ------------------------------------------------------------- what is in it
    @property
    def typed(self) -> TypedPayment:
        """What stands in the form."""
        return self._form.typed

    @property
    def got(self) -> Understood:
        """What it means."""
        return self._reader.understand(self._form.typed)

    @property
    def waits(self) -> bool:
        """Whether the ledger's answer to what is typed is still to come."""
        return self._latest.waiting

    @property
    def _reader(self) -> PaymentReader:
        return PaymentReader(self._around.program.clock.today, self._around.locale)

    def clear(self) -> None:
        """Begin another one."""
        self._quiet = True
        self._form.begin_next()
        self._quiet = False
        self._filled, self._asked = "", _NOTHING
        self._latest.forget()
        self.sheet.clear()
        self._show()

    def renew(self) -> None:
        """Something was written: what is open may be another now."""
        if self.typed.paying and not self.sheet.by_hand:
            self._ask()
        else:
            self._show()

    # ------------------------------------------------------------- asking
    def _on_edited(self) -> None:
        if self._quiet:
            return
        got = self.got
        if not self.typed.paying:
            self._latest.forget()
            self.sheet.clear()
            self._asked = _NOTHING
        elif key_of(got) != self._asked or not self.sheet.by_hand:
            self._ask()
        self._show()

    def _ask(self) -> None:
        typed, program = self.typed, self._around.program
        self._asked = key_of(self.got)
        self._latest.ask(partial(look_up, lambda: program.allocating, self._reader, typed))

    def _on_looked(self, looked: Looked) -> None:
        self._know(looked)
        self._asked = looked.key
        hold = bool(self.typed.deposit_for.strip())
        self.sheet.keep_only(looked.answers)
        for code, answer in looked.answers.items():
            if isinstance(answer, Payer):
                self.sheet.show_items(code, answer.items)
            else:
                self.sheet.take(answer, hold=hold)
        self._show()
        self.answered.emit()

    def _know(self, looked: Looked) -> None:
        """Who was wished for by code alone is known by name now, and by currency."""
        self._form.know_currency(looked.paying[0].currency)
        first = next(iter(looked.answers.values()), None)
        who = self._form.who.input
        if isinstance(first, Payer) and who.text() == who.code:
            who.setText(first.name)

    # ------------------------------------------------------------- ticking
    def on_ticked(self) -> None:
        """Without an amount, what is ticked says how much it is."""
        payer = next(iter(self.got.worth), "")
        amount = self._form.amount.input
        if payer and amount.text() == self._filled:
            asked = self.sheet.asked_for(payer)
            self._filled = money(asked, self._around.locale) if asked else ""
            self._quiet = True
            amount.setText(self._filled)
            self._quiet = False
            got = self.got
            self.sheet.worth[payer] = got.worth.get(payer)
            self._asked = key_of(got)
        self._show()

    def _show(self) -> None:
        self.sheet.counts_up = self.typed.amount == self._filled
        self.shown.emit()
