"""An older ledger is brought up to date: backed up first, and all of it or nothing."""

from collections.abc import Callable, Sequence
from pathlib import Path

import peewee
from sqlcipher3 import dbapi2 as driver

from creditmate.db.connection import execute, problem_of, transaction
from creditmate.db.manifest import Manifest, manifest
from creditmate.db.migrations import Step
from creditmate.domain.errors import Problem, UserError

BackUp = Callable[[str], object]
"""Makes a verified backup of the open ledger for the reason given, or raises."""


class _StepBreaksError(Exception):
    """A migration would change what none may change."""


def bring_up(path: Path, back_up: BackUp, steps: Sequence[Step], found: int) -> None:
    """Take the steps that are missing; where one fails, all is as it was and that is told.

    Args:
        path: The ledger, which is open.
        back_up: Makes a verified backup before; if it cannot, nothing is changed.
        steps: All that are known.
        found: How many of them the ledger has.

    Raises:
        UserError: ``MIGRATION_FAILED``; ``LEDGER_DAMAGED``: no backup of it can be proved; what
            ``back_up`` raises; ``DISK_FULL``.
    """
    _back_up_whole(path, back_up, f"before format {len(steps)}")
    try:
        apply(steps, start=found)
    except (_StepBreaksError, peewee.DatabaseError, driver.Error) as error:
        if problem_of(error) is not None:  # a full disk, or damage: that has words of its own
            raise
        raise UserError(Problem.MIGRATION_FAILED, path=path, why=str(error)) from error


def _back_up_whole(path: Path, back_up: BackUp, reason: str) -> None:
    """Back a ledger up; where that fails because it is not whole itself, that is what is told."""
    try:
        back_up(reason)
    except UserError as error:
        if error.problem is Problem.BACKUP_FAILED and not _is_whole():
            raise UserError(Problem.LEDGER_DAMAGED, path=path, why="not whole") from error
        raise


def _is_whole() -> bool:
    """Whether the open ledger passes what every copy of it has to pass."""
    integrity = execute("PRAGMA integrity_check(1)").fetchone()[0]
    return integrity == "ok" and execute("PRAGMA foreign_key_check").fetchone() is None


def apply(steps: Sequence[Step], start: int) -> None:
    """Take the steps after ``start``, all in one transaction with the new format's number.

    References and totals are checked before anything is kept (reliability.md D8).
    """
    before = _totals() if start else None
    with transaction():
        for step in steps[start:]:
            for statement in step:
                execute(statement)
        broken = execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise _StepBreaksError(f"breaks a reference: {tuple(broken)}")
        if before is not None and _totals() != before:
            raise _StepBreaksError("changes a total")
        execute(f"PRAGMA user_version = {len(steps)}")


def _totals() -> Manifest:
    """What no migration may change: whose ledger it is, its totals and the head of its chain."""
    found = manifest(execute)
    return {figure: found[figure] for figure in ("ledger_uid", "amount", "open", "head")}
