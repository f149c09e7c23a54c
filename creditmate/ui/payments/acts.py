"""What is done about payments that are here: each told with the way back."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done, Touched
from creditmate.domain.payment_list import PaymentDetail, PaymentRow
from creditmate.domain.proposals import Match, UnmatchedCredit
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.services.claims import Candidate, ClaimRow
from creditmate.ui.payments.allocate_dialog import AllocateDialog, matched_words
from creditmate.ui.payments.dialogs import BounceDialog, RefundDialog, VoidDialog
from creditmate.ui.payments.find_dialog import FindDialog
from creditmate.ui.payments.sheet import Sheet
from creditmate.ui.surroundings import Surroundings


class PaymentActs(QObject):
    """Deeds that need no answer are done at once; the others ask in a dialog over the window."""

    done = Signal(Touched)
    told_undo = Signal(str, object)

    def __init__(self, around: Surroundings, window: QWidget, currency: str) -> None:
        super().__init__(window)
        self._around, self._window, self._currency = around, window, currency
        self._ = words(around.language).gettext
        self._is_busy = False

    # ------------------------------------------------------------- matching
    def take(self, match: Match) -> None:
        """Take what is proposed for money that is not matched."""
        if match.proposal is None:
            return
        sheet = Sheet()
        sheet.take(match.proposal)
        settings = sheet.settings(match.credit.entry_id, match.credit.code)
        if settings:
            said = matched_words(match, len(settings), self._around)
            self._do(said, partial(self._around.program.allocating.apply, settings))

    def match_by_hand(self, match: Match) -> None:
        """Let it be ticked what money is for."""
        dialog = AllocateDialog(self._around, self._window, match, self._tell, self._currency)
        dialog.open_at(dialog.area.table)

    def match_receipt(self, row: PaymentRow) -> None:
        """Let it be ticked what the rest of a receipt is for."""
        self._with_match(row, self.match_by_hand)

    def take_off(self, allocation: int) -> None:
        """Take an item off a payment: it is open again."""
        work = partial(self._around.program.allocating.take_back, [allocation])
        self._do(self._("Taken off: it is open again"), work)

    # ------------------------------------------------------------- the payment itself
    def bounce(self, row: PaymentRow) -> None:
        """The bank took it back."""
        dialog = BounceDialog(self._around, self._window, row, self._tell)
        dialog.open_at(dialog.day)

    def void(self, row: PaymentRow) -> None:
        """It was typed wrong."""
        dialog = VoidDialog(self._around, self._window, row, self._tell)
        dialog.open_at(dialog.because)

    def refund(self, credit: UnmatchedCredit) -> None:
        """Give back what is not matched of a credit."""
        dialog = RefundDialog(self._around, self._window, credit, self._tell)
        dialog.open_at(dialog.amount)

    def refund_receipt(self, row: PaymentRow) -> None:
        """Give back what is not matched of a receipt."""
        self._with_match(row, lambda match: self.refund(match.credit))

    def release(self, detail: PaymentDetail) -> None:
        """Let a deposit be used from today on."""
        today = self._around.program.clock.today
        held = [one for one in detail.entries if one.deposit_id and one.released_day is None]
        if held and held[0].deposit_id is not None:
            amount = money(held[0].open, self._around.locale, symbol=True)
            said = self._("{amount} held for “{job}” may be used now").format(
                amount=amount, job=held[0].deposit_for
            )
            self._do(
                said, partial(self._around.program.payments.release, held[0].deposit_id, today)
            )

    def _with_match(self, row: PaymentRow, then: Callable[[Match], object]) -> None:
        def found() -> list[Match]:
            allocating = self._around.program.allocating
            return [
                match
                for code in row.codes
                for match in allocating.worksheet(code)
                if match.credit.receipt_id == row.id
            ]

        def open_first(matches: Sequence[Match]) -> None:
            if matches:
                then(matches[0])

        self._ask(found, open_first)

    # ------------------------------------------------------------- what is said to be paid
    def look_for(self, row: ClaimRow) -> None:
        """Look for it among what came and is not matched."""

        def show(candidates: Sequence[Candidate]) -> None:
            dialog = FindDialog(self._around, self._window, row, candidates, self._tell)
            dialog.open_at(dialog.list.table if candidates else dialog.cancel)

        claims, claim = self._around.program.claims, row.standing.claim.id
        self._ask(lambda: claims.candidates(claim), show)

    def not_found(self, row: ClaimRow) -> None:
        """The bank was looked through, and it is not there."""
        said = self._("Not found: what {name} said to be paid is asked for again")
        claims, claim = self._around.program.claims, row.standing.claim.id
        self._do(said.format(name=row.name), lambda: claims.not_found(claim))

    def withdraw(self, row: ClaimRow) -> None:
        """They take it back: it was not paid."""
        said = self._("Taken back: {name} has not paid yet").format(name=row.name)
        claims, claim = self._around.program.claims, row.standing.claim.id
        self._do(said, lambda: claims.withdraw(claim))

    # ------------------------------------------------------------- doing
    def _do(self, said: str, work: Callable[[], Done]) -> None:
        if not self._is_busy:
            self._is_busy = True
            self._around.desk.ask(work, partial(self._on_done, said), self)

    def _on_done(self, said: str, future: "Future[Done]") -> None:
        self._is_busy = False
        error = future.exception()
        if isinstance(error, Exception):
            self._around.desk.failed.emit(error)
        else:
            self._tell(said, future.result())

    def _tell(self, said: str, done: Done) -> None:
        self.done.emit(done.touched)
        self.told_undo.emit(said, partial(self._around.program.payments.undo, done.action))

    def _ask(self, work: Callable[[], object], then: Callable[..., object]) -> None:
        def answer(future: "Future[object]") -> None:
            error = future.exception()
            if isinstance(error, Exception):
                self._around.desk.failed.emit(error)
            else:
                then(future.result())

        self._around.desk.ask(work, answer, self)
