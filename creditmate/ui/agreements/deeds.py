"""What is done about what was agreed, asked or noted: each told with the way back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.dispute_register import DisputeRow
from creditmate.domain.money import totals_by_currency
from creditmate.domain.noted import NotedRow
from creditmate.domain.our_people import StaffRow
from creditmate.domain.promise_register import PromiseRow, Side
from creditmate.i18n.formats import money
from creditmate.services.disputes import Ended
from creditmate.services.plan_lists import PlanRow
from creditmate.ui.agreements.amend_dialog import AmendDialog
from creditmate.ui.agreements.answer_dialog import AnswerDialog
from creditmate.ui.agreements.dialogs import HandOverDialog, PutOffDialog, WithdrawDialog
from creditmate.ui.agreements.lists import Chosen
from creditmate.ui.agreements.query_deeds import QueryDeeds
from creditmate.ui.deeds import Deeds
from creditmate.ui.plans.deeds import PlanDeeds
from creditmate.ui.plans.plan_deed import DEED_WORDS, PlanDeed, deeds_of, first_deed
from creditmate.ui.surroundings import Surroundings

DEED_KEY, LATER_KEY, OVER_KEY, AMEND_KEY, RAISE_KEY = "A", "P", "H", "M", "Q"
PLAN_KEYS = {PlanDeed.PRINT: "P", PlanDeed.REPLACE: "M", PlanDeed.CANCEL: "E"}
"""What is done with a plan besides what it mostly waits for."""


class AgreementDeeds(Deeds):
    """What can be done about a row, by its key and by the button."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(around, over, around.program.agreement_undoing.undo)
        self.queries = QueryDeeds(around, over)
        self.queries.pass_on_to(self)
        self.plans = PlanDeeds(around, over)
        self.plans.pass_on_to(self)

    def first_of(self, chosen: Chosen | None) -> tuple[str, Callable[[], object]] | None:
        """Return the one thing that is mostly done about a row, by name; None where nothing is."""
        if isinstance(chosen, DisputeRow):
            answer = self._("Answer the query…"), partial(self.answer, chosen)
            return answer if chosen.is_open else None
        if isinstance(chosen, NotedRow):
            return self._("It is done"), partial(self.finish, chosen)
        if isinstance(chosen, PlanRow):
            return self._first_of_plan(chosen)
        if chosen is None or not chosen.is_waiting:
            return None
        if chosen.side is Side.OURS:
            return self._("It is done"), partial(self.keep, chosen)
        return self._("Take it back…"), partial(self.withdraw, chosen)

    def _first_of_plan(self, row: PlanRow) -> tuple[str, Callable[[], object]] | None:
        deed = first_deed(row)
        if deed is None:
            return None
        return self._(DEED_WORDS[deed]), partial(self.plans.act, deed, row)

    def by_key(self, chosen: Chosen | None) -> dict[str, Callable[[], object]]:
        """Return what can be done about a row with a letter."""
        found: dict[str, Callable[[], object]] = {}
        first = self.first_of(chosen)
        if first is not None:
            found[DEED_KEY] = first[1]
        if isinstance(chosen, NotedRow):
            found[LATER_KEY] = partial(self.put_off, chosen)
        if isinstance(chosen, PlanRow):
            can = [deed for deed in deeds_of(chosen) if deed in PLAN_KEYS]
            found |= {PLAN_KEYS[deed]: partial(self.plans.act, deed, chosen) for deed in can}
        if isinstance(chosen, DisputeRow) and chosen.is_open:
            found[OVER_KEY] = partial(self.hand_over, chosen)
        if isinstance(chosen, DisputeRow):
            found[AMEND_KEY] = partial(self.amend, chosen)
            found[RAISE_KEY] = partial(self.queries.raise_one, chosen.code)
        return found

    # ------------------------------------------------------------- queries
    def answer(self, row: DisputeRow) -> None:
        """Say how a query came out."""
        dialog = AnswerDialog(self._around, self._over, row, self._answered)
        dialog.open_at(dialog.outcome)

    def hand_over(self, row: DisputeRow) -> None:
        """Say who of us answers a query, and until when."""

        def show(people: Sequence[StaffRow]) -> None:
            dialog = HandOverDialog(self._around, self._over, row, people, self.tell)
            dialog.open_at(dialog.owner)

        self.ask(self._around.program.people.staff, show)

    def amend(self, row: DisputeRow) -> None:
        """Say how much is under query now; one that was answered is opened again."""
        AmendDialog(self._around, self._over, row, self.tell)

    def _answered(self, said: str, ended: Ended) -> None:
        """Tell how much a credit note is to be written for."""
        credits_ = totals_by_currency(item.questioned for item in ended.credit)
        if credits_:
            sums = ", ".join(money(one, self._around.locale, symbol=True) for one in credits_)
            numbers = ", ".join(item.number for item in ended.credit if item.number)
            follows = self._("A credit note of {amount} for {number} is to follow")
            said = f"{said}. {follows.format(amount=sums, number=numbers or '–')}"
        self.tell(said, ended.done)

    # ------------------------------------------------------------- promises
    def withdraw(self, row: PromiseRow) -> None:
        """A promise is taken back."""
        dialog = WithdrawDialog(self._around, self._over, row, self.tell)
        dialog.open_at(dialog.because)

    def keep(self, row: PromiseRow) -> None:
        """What we promised is done."""
        said = self._("Done: {deed}").format(deed=row.deed)
        self.do(said, partial(self._around.program.promise_register.done, row.id))

    # ------------------------------------------------------------- notes
    def finish(self, row: NotedRow) -> None:
        """Something noted was come back to."""
        said = self._("Done: what {name} said").format(name=row.name)
        self.do(said, partial(self._around.program.noted.done, row.id))

    def drop(self, row: NotedRow) -> None:
        """Nothing comes of it."""
        said = self._("Dropped: what {name} said").format(name=row.name)
        self.do(said, partial(self._around.program.noted.drop, row.id))

    def put_off(self, row: NotedRow) -> None:
        """Come back to it on another day."""
        dialog = PutOffDialog(self._around, self._over, row, self.tell)
        dialog.open_at(dialog.day)
