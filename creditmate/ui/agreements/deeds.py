"""What is done about what was agreed, asked or noted: each told with the way back."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done, Touched
from creditmate.domain.dispute_register import DisputeRow
from creditmate.domain.money import totals_by_currency
from creditmate.domain.noted import NotedRow
from creditmate.domain.our_people import StaffRow
from creditmate.domain.promise_register import PromiseRow, Side
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.services.disputes import Ended
from creditmate.services.plan_lists import PlanRow
from creditmate.ui.agreements.answer_dialog import AnswerDialog
from creditmate.ui.agreements.dialogs import HandOverDialog, PutOffDialog, WithdrawDialog
from creditmate.ui.agreements.lists import Chosen
from creditmate.ui.surroundings import Surroundings

DEED_KEY, LATER_KEY, OVER_KEY = "A", "P", "H"


class AgreementDeeds(QObject):
    """Deeds that need no answer are done at once; the others ask in a dialog over the window."""

    done = Signal(Touched)
    told_undo = Signal(str, object)

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        super().__init__(window)
        self._around, self._window = around, window
        self._ = words(around.language).gettext
        self._is_busy = False

    def first_of(self, chosen: Chosen | None) -> tuple[str, Callable[[], object]] | None:
        """Return the one thing that is mostly done about a row, by name; None where nothing is."""
        if isinstance(chosen, DisputeRow):
            answer = self._("Answer the query…"), partial(self.answer, chosen)
            return answer if chosen.is_open else None
        if isinstance(chosen, NotedRow):
            return self._("It is done"), partial(self.finish, chosen)
        if isinstance(chosen, PlanRow) or chosen is None or not chosen.is_waiting:
            return None
        if chosen.side is Side.OURS:
            return self._("It is done"), partial(self.keep, chosen)
        return self._("Take it back…"), partial(self.withdraw, chosen)

    def by_key(self, chosen: Chosen | None) -> dict[str, Callable[[], object]]:
        """Return what can be done about a row with a letter."""
        found: dict[str, Callable[[], object]] = {}
        first = self.first_of(chosen)
        if first is not None:
            found[DEED_KEY] = first[1]
        if isinstance(chosen, NotedRow):
            found[LATER_KEY] = partial(self.put_off, chosen)
        if isinstance(chosen, DisputeRow) and chosen.is_open:
            found[OVER_KEY] = partial(self.hand_over, chosen)
        return found

    # ------------------------------------------------------------- queries
    def answer(self, row: DisputeRow) -> None:
        """Say how a query came out."""
        dialog = AnswerDialog(self._around, self._window, row, self._answered)
        dialog.open_at(dialog.outcome)

    def hand_over(self, row: DisputeRow) -> None:
        """Say who of us answers a query, and until when."""

        def show(people: Sequence[StaffRow]) -> None:
            dialog = HandOverDialog(self._around, self._window, row, people, self._tell)
            dialog.open_at(dialog.owner)

        self._ask(self._around.program.people.staff, show)

    def _answered(self, said: str, ended: Ended) -> None:
        """Tell how much a credit note is to be written for."""
        credits_ = totals_by_currency(item.questioned for item in ended.credit)
        if credits_:
            sums = ", ".join(money(one, self._around.locale, symbol=True) for one in credits_)
            numbers = ", ".join(item.number for item in ended.credit if item.number)
            follows = self._("A credit note of {amount} for {number} is to follow")
            said = f"{said}. {follows.format(amount=sums, number=numbers or '–')}"
        self._tell(said, ended.done)

    # ------------------------------------------------------------- promises
    def withdraw(self, row: PromiseRow) -> None:
        """A promise is taken back."""
        dialog = WithdrawDialog(self._around, self._window, row, self._tell)
        dialog.open_at(dialog.because)

    def keep(self, row: PromiseRow) -> None:
        """What we promised is done."""
        said = self._("Done: {deed}").format(deed=row.deed)
        self._do(said, partial(self._around.program.promise_register.done, row.id))

    # ------------------------------------------------------------- notes
    def finish(self, row: NotedRow) -> None:
        """Something noted was come back to."""
        said = self._("Done: what {name} said").format(name=row.name)
        self._do(said, partial(self._around.program.noted.done, row.id))

    def drop(self, row: NotedRow) -> None:
        """Nothing comes of it."""
        said = self._("Dropped: what {name} said").format(name=row.name)
        self._do(said, partial(self._around.program.noted.drop, row.id))

    def put_off(self, row: NotedRow) -> None:
        """Come back to it on another day."""
        dialog = PutOffDialog(self._around, self._window, row, self._tell)
        dialog.open_at(dialog.day)

    # ------------------------------------------------------------- doing
    def _do(self, said: str, work: Callable[[], Done]) -> None:
        if not self._is_busy:
            self._is_busy = True
            self._around.desk.ask(work, partial(self._on_done, said), self)

    def _ask(self, work: Callable[[], object], then: Callable[..., object]) -> None:
        def answer(future: "Future[object]") -> None:
            error = future.exception()
            if isinstance(error, Exception):
                self._around.desk.failed.emit(error)
            else:
                then(future.result())

        self._around.desk.ask(work, answer, self)

    def _on_done(self, said: str, future: "Future[Done]") -> None:
        self._is_busy = False
        error = future.exception()
        if isinstance(error, Exception):
            self._around.desk.failed.emit(error)
        else:
            self._tell(said, future.result())

    def _tell(self, said: str, done: Done) -> None:
        self.done.emit(done.touched)
        undoing = self._around.program.agreement_undoing
        self.told_undo.emit(said, partial(undoing.undo, done.action))
