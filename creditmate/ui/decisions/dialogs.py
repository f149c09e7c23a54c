"""Opens the dialogs of decisions about a customer, and tells what was decided."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done, Touched
from creditmate.domain.charge_facts import ChargeFacts
from creditmate.domain.holds import Hold
from creditmate.services.customers import Brief
from creditmate.ui.decisions.hold_dialog import HoldDialog, ReviewDialog
from creditmate.ui.decisions.interest_choice_dialog import InterestChoiceDialog
from creditmate.ui.decisions.status_dialog import LimitDialog, StatusDialog
from creditmate.ui.held_keys import Opening
from creditmate.ui.surroundings import Surroundings

Open = Callable[[Brief], object]


class DecisionDialogs(QObject):
    """Each is opened upon the customer as it is now; what it decides can be undone."""

    changed = Signal(Touched)
    told_undo = Signal(str, object)

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(over)
        self._around, self._over = around, over
        self._open: Open = id
        failed = around.desk.failed.emit
        self._briefs: Opening[Brief] = Opening(around.desk, self._on_brief, failed, self)
        self._charges: Opening[tuple[Brief, ChargeFacts]] = Opening(
            around.desk, self._on_charges, failed, self
        )

    def status(self, code: str) -> None:
        """Decide how to trade."""
        self._ask(code, lambda brief: StatusDialog(self._around, self._over, brief, self._told))

    def limit(self, code: str) -> None:
        """Decide how much may be owed."""
        self._ask(code, lambda brief: LimitDialog(self._around, self._over, brief, self._told))

    def hold(self, code: str) -> None:
        """Leave the customer in peace."""
        self._ask(code, lambda brief: HoldDialog(self._around, self._over, brief, self._told))

    def interest(self, code: str) -> None:
        """Decide on which basis interest is charged."""
        program, today = self._around.program, self._around.program.clock.today
        self._charges.ask(
            lambda: (program.customers.brief(code, today), program.interest.facts(code, today))
        )

    def _on_charges(self, read: tuple[Brief, ChargeFacts]) -> None:
        brief, facts = read
        InterestChoiceDialog(self._around, self._over, brief, facts, self._told_basis)

    def _told_basis(self, said: str, done: Done) -> None:
        self.changed.emit(done.touched)
        self.told_undo.emit(said, partial(self._around.program.interest.undo, done.action))

    def review(self, brief: Brief, hold: Hold) -> None:
        """Look at a hold again."""
        ReviewDialog(self._around, self._over, brief, hold, self._told)

    def _ask(self, code: str, then: Open) -> None:
        self._open = then
        today = self._around.program.clock.today
        self._briefs.ask(partial(self._around.program.customers.brief, code, today))

    def _on_brief(self, brief: Brief) -> None:
        self._open(brief)

    def _told(self, said: str, done: Done) -> None:
        self.changed.emit(done.touched)
        self.told_undo.emit(said, partial(self._around.program.decisions.undo, done.action))
