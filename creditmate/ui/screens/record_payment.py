"""Recording a payment: typed at the left, what it is for at the right; Enter records it."""

from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from creditmate.domain.changes import Done
from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.services.ledgers import LedgerFacts
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.page_head import PageHead
from creditmate.ui.kit.panel import Hairline, Upright
from creditmate.ui.kit.screen import Screen
from creditmate.ui.payments.entry_state import Understood, missing, new_payment
from creditmate.ui.payments.entry_words import EntryWords
from creditmate.ui.payments.payment_foot import PaymentFoot
from creditmate.ui.payments.payment_form import PaymentForm
from creditmate.ui.payments.payment_in_hand import SHOWS, PaymentInHand
from creditmate.ui.payments.sheet import Sheet, not_carved
from creditmate.ui.payments.sheet_area import SheetArea
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE
from creditmate.ui.wishes import GoBack, RecordPayment

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecordPaymentScreen(Screen):
    """One payment after another. Whatever is proposed can be seen before Enter records it.

    Pressed before the proposal has come, Enter waits for it; it then records only what fits to
    the penny and nothing else would.
    """

    shows = SHOWS

    def __init__(self, around: Surroundings, facts: LedgerFacts) -> None:
        super().__init__()
        self._around = around
        self._words = EntryWords(around.language, around.locale)
        self.head = PageHead(around.theme, around.language, ())
        self.head.show_name(words(around.language).gettext("Record a payment"))
        self.form = PaymentForm(around)
        self.in_hand = PaymentInHand(around, self.form, self)
        self.area = SheetArea(around, self.sheet, facts.business.currency)
        self.foot = PaymentFoot(around)
        self._enter_waits = self._is_saving = self._goes_back = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        keep_clear(middle, SPACE.s, 0, 0, 0)
        middle.setSpacing(0)
        for part, stretch in ((self.form, 0), (Upright(), 0), (self.area, 1)):
            middle.addWidget(part, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Hairline())
        column.addLayout(middle, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.head.backed.connect(self._go_back)
        self.form.edited.connect(self._on_edited)
        self.form.left.connect(self._on_left)
        self.form.who_picked.connect(self.form.amount.setFocus)
        self.in_hand.shown.connect(self._show)
        self.in_hand.answered.connect(self._on_answered)
        self.area.table.changed.connect(self.in_hand.on_ticked)
        self.area.table.entered.connect(self._record)
        self.foot.record.clicked.connect(self._record)
        self.foot.clear.clicked.connect(self._start_over)

    @property
    def sheet(self) -> Sheet:
        """The items, and what of each is covered."""
        return self.in_hand.sheet

    # ------------------------------------------------------------- a screen's duties
    def take(self, wish: object) -> None:
        """Begin a payment of a customer; what is half typed of another stays if none is named."""
        if not isinstance(wish, RecordPayment):
            return
        self._goes_back = bool(wish.code)
        if wish.code and wish.code != self.form.who.input.code:
            self.in_hand.clear()
            self.form.who.input.choose(wish.code, wish.name or wish.code)

    def begin(self) -> None:
        """Work begins with who paid, or with how much if that is known."""
        known = bool(self.form.who.input.code)
        (self.form.amount if known else self.form.who).setFocus()

    def reload(self) -> None:
        """Something was written: what is open may be another now."""
        self.in_hand.renew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in any field records it; Escape leaves."""
        if event.key() in _ENTER:
            self._record()
        elif event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        self.wanted.emit(GoBack())

    # ------------------------------------------------------------- showing
    def _on_edited(self) -> None:
        self._enter_waits = False

    def _show(self) -> None:
        typed, got = self.in_hand.typed, self.in_hand.got
        self.form.quiet()
        self._echo(got)
        self.area.show_sheet(self._words.why(self.sheet, typed, got, waits=self.in_hand.waits))
        self.foot.say(*self._words.sum(self.sheet, typed, got))

    def _echo(self, got: Understood) -> None:
        today = self._around.program.clock.today
        if got.received is not None and "received" not in got.bad:
            self.form.received.echo(*self._words.day(got.received, today))
        if got.amount is not None:
            self.form.amount.echo(self._words.amount(got.amount))

    def _on_left(self) -> None:
        """One has left a field: now what cannot be read is said."""
        bad = self.in_hand.got.bad
        self.form.refuse({name: self._words.wrong(name, error) for name, error in bad.items()})

    # ------------------------------------------------------------- recording
    def _on_answered(self) -> None:
        """Enter waited for what is proposed: it is meant if there is nothing to look at."""
        if not self._enter_waits:
            return
        self._enter_waits = False
        if self.sheet.is_sure or self.in_hand.typed.deposit_for.strip():
            self._record()
        else:
            self.area.call_attention()

    def _record(self) -> None:
        if self._is_saving:
            return
        if self.in_hand.waits:
            self._enter_waits = True
            return
        typed, got = self.in_hand.typed, self.in_hand.got
        names = missing(typed, got)
        if names:
            self.form.refuse({name: self._words.wrong(name, got.bad.get(name)) for name in names})
            self.form.go_to(names[0])
            return
        if self._does_not_fit(got):
            return
        payment = new_payment(typed, got, self.sheet.shares(got.extras, typed.deposit_for.strip()))
        if payment is not None:
            self._is_saving = True
            work = partial(self._around.program.payments.record, payment)
            said = self._words.recorded(self.sheet, typed, got)
            self._around.desk.ask(work, partial(self._on_recorded, said), self)

    def _does_not_fit(self, got: Understood) -> bool:
        """Say where more is ticked than came, or more came off than is ticked."""
        short = any(left is not None and left.minor < 0 for left in map(self.sheet.left, got.worth))
        first = next(iter(got.worth), "")
        if short:
            self.area.call_attention()
        elif not_carved(self.sheet.covered(first), got.extras):
            self.form.refuse({"extra": self._words.not_carved()})
            self.form.go_to("extra")
        else:
            return False
        return True

    def _on_recorded(self, said: str, future: "Future[Done]") -> None:
        self._is_saving = False
        error = future.exception()
        if isinstance(error, UserError):
            name = self._words.field_of(error)
            self.form.refuse({name: self._words.wrong(name, error)})
            self._go_to(name)
        elif isinstance(error, Exception):
            self._around.desk.failed.emit(error)
        else:
            self._go_on(said, future.result())

    def _go_on(self, said: str, done: Done) -> None:
        """Tell it; the next one begins, or one goes back to where this one was wished for."""
        self.changed.emit(done.touched)
        self.told_undo.emit(said, partial(self._around.program.payments.undo, done.action))
        self.in_hand.clear()
        if self._goes_back:
            self._goes_back = False
            self._go_back()
        else:
            self._go_to("customer")

    def _go_to(self, name: str) -> None:
        """Put the focus into a field, unless one has gone elsewhere since."""
        if self.isVisible():
            self.form.go_to(name)

    def _start_over(self) -> None:
        self.in_hand.clear()
        self.form.who.setFocus()
