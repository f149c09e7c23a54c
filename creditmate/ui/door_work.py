"""What the window's door has done on the database's thread; knows no toolkit."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from creditmate.domain.errors import Cancelled, Problem, UserError

if TYPE_CHECKING:
    from creditmate.domain.data_key import DataKey
    from creditmate.services.call_drafts import CallDraft
    from creditmate.services.ledgers import LedgerFacts, Ledgers
    from creditmate.services.program import Program


class Opened(NamedTuple):
    """The ledger that is open now, and why it is not the one that was asked for, if it is not."""

    path: Path
    facts: "LedgerFacts"
    unfinished: "tuple[CallDraft, ...]"
    refused: UserError | None


def opened(
    program: "Program", path: Path, before: Path | None, key: "DataKey | None"
) -> Opened | None:
    """Open a ledger on the database thread; None: it is shut until its key is known.

    The one that was open before is opened again, with its own key, where this one cannot be.

    Raises:
        UserError: As ``Ledgers.open``; none is open then.
    """
    ledgers, refused = program.ledgers, None
    left = None if before is None else ledgers.key_of(before)
    key = key or ledgers.key_of(path)  # the window was made anew over the ledger that is open
    ledgers.close()
    try:
        if key is None and ledgers.needs_key(path):
            return None
        ledgers.open(path, key)
    except UserError as error:
        if before is None:
            raise
        path, refused = before, error
        _open_again(ledgers, before, left, error)
    return _shown(program, path, refused)


def exchanged(program: "Program", work: Callable[[], object]) -> Opened:
    """Do ``work`` on the database thread and tell which ledger is open after it.

    Raises:
        UserError: Why none is.
        Cancelled: None is, since ``work`` was stopped before.
    """
    refused = None
    try:
        work()
    except UserError as error:
        refused = error
    except Cancelled:
        if program.ledgers.path is None:
            raise
    path = program.ledgers.path
    if path is None:
        raise refused or UserError(Problem.NO_LEDGER_CHOSEN)
    return _shown(program, path, refused)


def _shown(program: "Program", path: Path, refused: UserError | None) -> Opened:
    """Read what is shown first; a ledger of which even that cannot be read is shut again."""
    with program.ledgers.or_shut(path):
        facts = program.ledgers.facts()
        return Opened(path, facts, program.call_drafts.unfinished(), refused)


def _open_again(ledgers: "Ledgers", path: Path, key: "DataKey | None", refused: UserError) -> None:
    """Open the ledger from before; where it is gone too, tell why the other was not opened."""
    try:
        ledgers.open(path, key)
    except UserError:
        raise refused from None
