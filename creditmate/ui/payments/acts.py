"""What is done about payments that are here: each told with the way back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.payment_list import PaymentDetail, PaymentRow
from creditmate.domain.proposals import Match, UnmatchedCredit
from creditmate.i18n.formats import money
from creditmate.services.claims import Candidate, ClaimRow
from creditmate.ui.deeds import Deeds
from creditmate.ui.payments.allocate_dialog import AllocateDialog, matched_words
from creditmate.ui.payments.dialogs import BounceDialog, RefundDialog, VoidDialog
from creditmate.ui.payments.find_dialog import FindDialog
from creditmate.ui.payments.sheet import Sheet
from creditmate.ui.surroundings import Surroundings


class PaymentActs(Deeds):
    """What can be done about a payment, and about what is said to be paid."""

    def __init__(self, around: Surroundings, over: QWidget, currency: str) -> None:
        super().__init__(around, over, around.program.payments.undo)
        self._currency = currency

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
            self.do(said, partial(self._around.program.allocating.apply, settings))

    def match_by_hand(self, match: Match) -> None:
        """Let it be ticked what money is for."""
        dialog = AllocateDialog(self._around, self._over, match, self.tell, self._currency)
        dialog.open_at(dialog.area.table)

    def match_receipt(self, row: PaymentRow) -> None:
        """Let it be ticked what the rest of a receipt is for."""
        self._with_match(row, self.match_by_hand)

    def take_off(self, allocation: int) -> None:
        """Take an item off a payment: it is open again."""
        work = partial(self._around.program.allocating.take_back, [allocation])
        self.do(self._("Taken off: it is open again"), work)

    # ------------------------------------------------------------- the payment itself
    def bounce(self, row: PaymentRow) -> None:
        """The bank took it back."""
        dialog = BounceDialog(self._around, self._over, row, self.tell)
        dialog.open_at(dialog.day)

    def void(self, row: PaymentRow) -> None:
        """It was typed wrong."""
        dialog = VoidDialog(self._around, self._over, row, self.tell)
        dialog.open_at(dialog.because)

    def refund(self, credit: UnmatchedCredit) -> None:
        """Give back what is not matched of a credit."""
        dialog = RefundDialog(self._around, self._over, credit, self.tell)
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
            self.do(said, partial(self._around.program.payments.release, held[0].deposit_id, today))

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

        self.ask(found, open_first)

    # ------------------------------------------------------------- what is said to be paid
    def look_for(self, row: ClaimRow) -> None:
        """Look for it among what came and is not matched."""

        def show(candidates: Sequence[Candidate]) -> None:
            dialog = FindDialog(self._around, self._over, row, candidates, self.tell)
            dialog.open_at(dialog.list.table if candidates else dialog.cancel)

        claims, claim = self._around.program.claims, row.standing.claim.id
        self.ask(lambda: claims.candidates(claim), show)

    def not_found(self, row: ClaimRow) -> None:
        """The bank was looked through, and it is not there."""
        said = self._("Not found: what {name} said to be paid is asked for again")
        claims, claim = self._around.program.claims, row.standing.claim.id
        self.do(said.format(name=row.name), lambda: claims.not_found(claim))

    def withdraw(self, row: ClaimRow) -> None:
        """They take it back: it was not paid."""
        said = self._("Taken back: {name} has not paid yet").format(name=row.name)
        claims, claim = self._around.program.claims, row.standing.claim.id
        self.do(said, lambda: claims.withdraw(claim))
