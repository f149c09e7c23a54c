"""What a place holds before a backup takes it: whose ledger, under which key, and how much.

A ledger is closed here, and may be damaged or gone. Its key file tells under which key it is
without that key, so that going back to a backup never takes the protection of today away.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from creditmate.db.cipher import PLAIN, beginning, see_fits
from creditmate.db.connection import beside
from creditmate.db.manifest import Manifest
from creditmate.db.preflight import looks_protected
from creditmate.db.restore import held_by, owner_of
from creditmate.disk import is_file
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.system.key_file import KeyFile
from creditmate.system.key_places import find_key_file


@dataclass(frozen=True, slots=True)
class Standing:
    """What a place holds.

    Attributes:
        held: Its manifest; None if that cannot be read.
        uid: Whose ledger it is; empty if that cannot be read either.
        fingerprint: Of the key of the protected ledger that is or was there, as far as its key file
            or the ledger itself tells; None of an unprotected one.
        problem: Why it could not be backed up once more.
    """

    held: Manifest | None
    uid: str
    fingerprint: bytes | None = None
    problem: UserError | None = None


def standing_at(place: Path, key: DataKey | None) -> Standing:
    """Ask a ledger that is closed; one that is damaged, gone or locked otherwise says nothing.

    An unprotected one needs no key, whatever key is given.

    Raises:
        UserError: ``LEDGER_IN_USE``.
    """
    held, uid = None, ""
    try:
        with beside(place, None if beginning(place) == PLAIN else key) as ask:
            uid = owner_of(ask)
            held = held_by(ask)
    except UserError as error:
        if error.problem is Problem.LEDGER_IN_USE:
            raise
    except OSError:
        pass
    lock = lock_at(place)
    return Standing(held, uid, None if lock is None else lock.fingerprint)


def lock_at(place: Path) -> KeyFile | None:
    """Return the key file of the protected ledger that is, or was, at a place.

    Returns:
        None where the ledger is unprotected or was never there, or its key file is lost.
    """
    found = b""
    with suppress(UserError):  # what cannot be read any more may have a key file all the same
        found = beginning(place) if is_file(place) else b""
    if found != PLAIN:
        with suppress(UserError):
            return find_key_file(place, found).key_file
    return None


def has_other_key(place: Path, key: DataKey | None) -> bool:
    """Whether a whole ledger stands at a place that is protected, but not with this key.

    Where only the beginning of its file is damaged, its pages tell that it is this key.
    """
    try:
        if is_file(place) and looks_protected(place):
            see_fits(place, key)
    except UserError as error:
        return error.problem in {Problem.KEY_OTHER, Problem.LEDGER_PROTECTED}
    return False
