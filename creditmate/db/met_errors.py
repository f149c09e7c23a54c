"""What an error that work on the open ledger ends with means to its user: one place for all of it.

Reading raises the driver's own errors, wherever it is done; here they get their words, so that a
page which a disk has lost is damage in every list and every command, and never a fault of ours.
"""

from creditmate.db.connection import is_open, ledger_path, problem_of
from creditmate.domain.errors import Problem, UserError


def met(error: BaseException) -> BaseException:
    """Return what an error means to whoever has the ledger open; itself, if it is nothing of it.

    What a disk does not give while a ledger is open is damage too: nobody can tell whether it
    will ever be read again, and the way back is the same.
    """
    if not is_open() or (problem := problem_of(error)) is None:
        return error
    if "disk I/O error" in str(error):
        problem = Problem.LEDGER_DAMAGED
    meant = UserError(problem, path=ledger_path(), why=str(error))
    meant.__cause__ = error
    return meant


def is_damage(error: BaseException) -> bool:
    """Whether an error says that the ledger which is open is damaged."""
    return (
        isinstance(error, UserError)
        and error.problem is Problem.LEDGER_DAMAGED
        and is_open()
        and error.facts.get("path") == ledger_path()
    )
