"""How much money waits to be looked at, said in the sidebar before anybody is contacted."""

from PySide6.QtCore import QObject, Signal

from creditmate.domain.changes import Touched
from creditmate.services.program import Program
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings

_CHANGED_BY = Touched.PAYMENTS | Touched.INVOICES | Touched.PROMISES | Touched.CUSTOMERS


class WaitingCount(QObject):
    """Counts what is not matched and what is said to be paid, again whenever it may differ."""

    counted = Signal(str)
    """As it is written; empty for nothing."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._program, self._locale = around.program, around.locale
        self._is_open = False
        failed = around.desk.failed.emit
        self._asked: Latest[int] = Latest(around.desk, self._tell, failed, self)

    def begin(self) -> None:
        """A ledger is open, and its first place has asked for what it shows."""
        if not self._is_open:
            self._is_open = True
            self.ask()

    def end(self) -> None:
        """No ledger is open any more."""
        self._is_open = False
        self._asked.forget()

    def ask(self) -> None:
        """Count in the ledger that is open, if one is."""
        if self._is_open:
            self._asked.ask_when_calm(self._waiting)

    def catch_up(self, touched: Touched) -> None:
        """Something was written."""
        if touched & _CHANGED_BY:
            self.ask()

    def _waiting(self) -> int:
        return waiting_money(self._program)

    def _tell(self, count: int) -> None:
        from creditmate.i18n.formats import number  # noqa: PLC0415 - see docs/decisions/0006

        self.counted.emit(number(count, self._locale) if count else "")


def waiting_money(program: Program) -> int:
    """Return how many credits and claims want to be looked at; for the database thread."""
    today = program.clock.today
    return program.payment_lists.unallocated(today) + len(program.claims.open(today))
