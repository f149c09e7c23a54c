"""What is asked about a ledger's key beside the window's thread and, mostly, the database's."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import NamedTuple

from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.services import passwords, remembering, unlocking
from creditmate.services.program import Program
from creditmate.system.key_cache import Why

_KEY_FILE = frozenset({Problem.KEY_FILE_MISSING, Problem.KEY_FILE_DAMAGED, Problem.KEY_FILE_NEWER})


class Known(NamedTuple):
    """What is known of a ledger's key before anybody is asked.

    Attributes:
        key: The key itself, as this computer remembers it.
        why: Why the computer does not have it, though it was to remember it.
        problem: Why no password can be tried at all.
    """

    key: DataKey | None
    why: Why | None
    problem: UserError | None


class Opened(NamedTuple):
    """A key that somebody has shown to have, and why the computer does not remember it."""

    key: DataKey
    why: Why | None


def known(path: Path) -> Known:
    """Ask this computer for the key of a ledger that is shut, and see whether one can be asked."""
    found = remembering.remembered(path)
    if found is not None and found.key is not None:
        return Known(found.key, None, None)
    why = None if found is None else found.why
    try:
        unlocking.see_key_file(path)
    except UserError as error:
        if error.problem not in _KEY_FILE:
            raise
        return Known(None, why, error)
    return Known(None, why, None)


def opened(find: Callable[[], DataKey], *, remember: bool) -> Opened:
    """Find a key, and let this computer remember it if that is wanted."""
    key = find()
    return Opened(key, remembering.remember(key) if remember else None)


class Locked(NamedTuple):
    """A ledger behind the lock.

    Attributes:
        path: The ledger.
        fingerprint: Of its key.
        closed: Done when it is closed; None while something is still being done in it.
    """

    path: Path
    fingerprint: bytes
    closed: "Future[None] | None"


def unlocked(program: Program, locked: Locked, typed: str, *, is_sheet: bool) -> DataKey:
    """Try what was typed before the lock; the ledger is open again if that opens it.

    Raises:
        UserError: What ``unlocking`` raises; what ``Program.open_again`` raises.
    """
    path, fingerprint, closed = locked
    if closed is None:
        find_open = unlocking.unlock_open_with_sheet if is_sheet else unlocking.unlock_open
        return find_open(path, fingerprint, typed)
    closed.result()
    find = unlocking.unlock_with_sheet if is_sheet else unlocking.unlock
    key = find(path, typed)
    program.open_again(path, key)
    return key


def proved(program: Program, path: Path, password: str) -> DataKey:
    """Return the key of the ledger that is open, to whoever knows a password of it.

    Raises:
        UserError: ``WRONG_PASSWORD``; what ``find_key_file`` raises.
    """
    key = program.ask(lambda: program.protection.key())  # noqa: PLW0108 - loaded over there
    passwords.see_password(path, key, password)
    return key
