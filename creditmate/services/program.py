"""Every use-case together, and the thread they run on.

A use-case is loaded and built when it is first asked for: the window is painted before the
database's modules are loaded, and what nobody opens is never loaded (``docs/decisions/0006``).
"""

from collections.abc import Callable
from concurrent.futures import Future
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from creditmate.db.database_thread import DatabaseThread
from creditmate.domain.errors import UserError
from creditmate.domain.ports import Clock
from creditmate.domain.progress import Progress, silent
from creditmate.services.program_customers import CustomerUseCases
from creditmate.services.program_money import MoneyUseCases
from creditmate.services.program_office import OfficeUseCases
from creditmate.services.program_safety import SafetyUseCases

if TYPE_CHECKING:
    from creditmate.db.backup import Backup
    from creditmate.domain.data_key import DataKey
    from creditmate.services.call_drafts import CallDrafts
    from creditmate.services.call_sheet_papers import CallSheetPapers
    from creditmate.services.call_sheets import CallSheets
    from creditmate.services.calls import Calls
    from creditmate.services.day_lists import DayLists
    from creditmate.services.diary import Diary
    from creditmate.services.importing import Importing
    from creditmate.services.ledgers import Ledgers
    from creditmate.services.moving import Moving
    from creditmate.services.protection import Protection
    from creditmate.services.receivables import Receivables
    from creditmate.services.recovery_sheets import RecoverySheets
    from creditmate.services.restoring import Restoring
    from creditmate.services.search import Search
    from creditmate.services.snoozes import Snoozes
    from creditmate.services.statement_lists import StatementLists
    from creditmate.services.statements import Statements
    from creditmate.services.worklists import WorkLists

Answer = TypeVar("Answer")


class Program(CustomerUseCases, MoneyUseCases, OfficeUseCases, SafetyUseCases):
    """Every use-case, each built once, and the thread they run on.

    Any thread may ask for a use-case; its methods are for the database thread.

    Args:
        clock: Tells the day to act on, and the moment.
        user: Who is at the computer, for the record.
        version: Of the program, for the record.

    Attributes:
        clock: The same.
        damage_met: Told, on the database thread, whenever work meets damage of the open ledger.
    """

    def __init__(self, clock: Clock, user: str, version: str) -> None:
        super().__init__(clock, user, version)
        self.damage_met: Callable[[UserError], object] = _nobody_told
        self._thread = DatabaseThread(self._met)

    # ------------------------------------------------------------- the thread
    def ask(self, work: Callable[[], Answer]) -> Answer:
        """Do ``work`` on the database thread and wait for its answer."""
        return self.later(work).result()

    def later(self, work: Callable[[], Answer]) -> "Future[Answer]":
        """Do ``work`` on the database thread when its turn comes; nobody waits.

        Cancelling the future takes the work back while it has not begun.

        Raises:
            RuntimeError: The program has been stopped.
        """
        return self._thread.ask(work)

    def _met(self, error: BaseException) -> BaseException:
        """Return what an error on the database thread means to the user."""
        if "ledgers" not in vars(self):  # nobody has opened one: it is not about a ledger
            return error
        from creditmate.db.met_errors import is_damage, met

        meant = met(error)
        if isinstance(meant, UserError) and is_damage(meant):
            self.damage_met(meant)
        return meant

    @property
    def works(self) -> bool:
        """Whether the database thread is there; a bug of ours may have ended it."""
        return self._thread.works

    @property
    def is_awaited(self) -> bool:
        """Whether somebody waits for the database thread; any thread may ask."""
        return self._thread.is_awaited

    def hold(self) -> "Future[None]":
        """Close the ledger once all that was asked is done; what is asked later waits.

        So a ledger is locked while its screens stay: whatever they ask is answered once it is
        open again. Told when it is closed.
        """
        return self._thread.hold(self._close)

    @property
    def is_held(self) -> bool:
        """Whether the ledger is locked, so that nothing is answered."""
        return self._thread.is_held

    def open_again(self, path: Path, key: "DataKey") -> None:
        """Open the ledger that ``hold`` has closed, and do what was asked meanwhile.

        For any thread but the window's and the database's.

        Raises:
            UserError: As ``Ledgers.open``; it stays closed, and what was asked waits.
        """
        self._thread.ask_though_held(lambda: self.ledgers.open(path, key)).result()
        self._thread.go_on()

    def give_up_held(self) -> None:
        """Never answer what waits for a ledger that is locked, before the program ends."""
        self._thread.give_up_held()

    def stop(self) -> None:
        """Close the ledger and end the thread."""
        self._thread.stop(self._close)

    def _close(self) -> None:
        if "ledgers" in vars(self):  # else nobody has asked for them, and none is open
            self.ledgers.close()

    def cards_masked(self) -> int:
        """Return how many card numbers were masked since this was last asked, to tell the user.

        For the database thread.
        """
        return self._gateway.take_cards_masked() if "_gateway" in vars(self) else 0

    # ------------------------------------------------------------- the use-cases
    @cached_property
    def ledgers(self) -> "Ledgers":
        """Making, opening and closing ledgers."""
        from creditmate.services.ledgers import Ledgers

        return Ledgers(self._gateway, self.clock, self._back_up, self.people)

    @cached_property
    def moving(self) -> "Moving":
        """Moving a ledger from where it must not lie."""
        from creditmate.services.moving import Moving

        return Moving(self.ledgers)

    @cached_property
    def protection(self) -> "Protection":
        """Protecting a ledger, its passwords and its key."""
        from creditmate.services.protection import Protection

        return Protection(self.ledgers, self._gateway, self.clock, self.backups)

    @cached_property
    def recovery_sheets(self) -> "RecoverySheets":
        """What opens the ledger when passwords are forgotten."""
        from creditmate.services.recovery_sheets import RecoverySheets

        return RecoverySheets(self.clock)

    def back_up_beside_work(self, reason: str, progress: Progress = silent) -> "Backup":
        """Back the ledger up while it is worked with; for any thread but the database's.

        Between two steps of the copy whatever is asked is done; proving and packing take place on
        the calling thread.

        Args:
            reason: Why, kept in the backup's manifest.
            progress: Told the pages copied, on the database thread; may cancel.

        Raises:
            Cancelled: The ledger was closed meanwhile, or ``progress`` said so; nothing is left.
            UserError: As ``Backups.back_up``.
        """
        backups, give_way = self.backups, self._thread.give_way
        begun = self.ask(lambda: backups.begin(reason, progress=progress, give_way=give_way))
        return backups.finish(begun)

    @cached_property
    def restoring(self) -> "Restoring":
        """A backup becomes the ledger."""
        from creditmate.services.restoring import Restoring

        return Restoring(self.ledgers, self._gateway, self.clock, self._back_up)

    @cached_property
    def importing(self) -> "Importing":
        """Invoices from a file."""
        from creditmate.services.importing import Importing

        return Importing(self._gateway, self.clock, self._back_up)

    @cached_property
    def receivables(self) -> "Receivables":
        """What is owed, by age."""
        from creditmate.services.receivables import Receivables

        return Receivables()

    @cached_property
    def worklists(self) -> "WorkLists":
        """Whom to contact on a day."""
        from creditmate.services.worklists import WorkLists

        return WorkLists(self._gateway)

    @cached_property
    def day_lists(self) -> "DayLists":
        """The day's list, narrowed and capped."""
        from creditmate.services.day_lists import DayLists

        return DayLists()

    @cached_property
    def snoozes(self) -> "Snoozes":
        """Lines put off, and steps that customers are said to be at."""
        from creditmate.services.snoozes import Snoozes

        return Snoozes(self._gateway, self.clock)

    @cached_property
    def calls(self) -> "Calls":
        """Recording a call, and taking it back."""
        from creditmate.services.calls import Calls

        return Calls(self._gateway, self.clock)

    @cached_property
    def call_drafts(self) -> "CallDrafts":
        """Call forms that are being filled in."""
        from creditmate.services.call_drafts import CallDrafts

        return CallDrafts(self.clock)

    @cached_property
    def call_sheets(self) -> "CallSheets":
        """What is at hand during a call."""
        from creditmate.services.call_sheets import CallSheets

        return CallSheets(self.customers, self.call_drafts, self.clock)

    @cached_property
    def diary(self) -> "Diary":
        """What is planned, day by day."""
        from creditmate.services.diary import Diary

        return Diary(self._gateway, self.clock)

    @cached_property
    def call_sheet_papers(self) -> "CallSheetPapers":
        """The day's list on paper."""
        from creditmate.services.call_sheet_papers import CallSheetPapers

        return CallSheetPapers(self.worklists, self._gateway, self.clock)

    @cached_property
    def search(self) -> "Search":
        """Finding anything by words."""
        from creditmate.services.search import Search

        return Search()

    @cached_property
    def statements(self) -> "Statements":
        """Issuing statements."""
        from creditmate.services.statements import Statements

        return Statements(self._gateway)

    @cached_property
    def statement_lists(self) -> "StatementLists":
        """Who gets a statement, and what was sent."""
        from creditmate.services.statement_lists import StatementLists

        return StatementLists(self.statements)


def _nobody_told(_error: UserError) -> None:
    """Where nobody has a line for it, whoever asked is told."""
