"""From a password, the recovery sheet or this computer's memory to the key of a ledger.

The ledger is not open yet: while it is, nobody may look into its file. Stretching a password
takes up to a second: it is done on any thread but the window's, and another step opens the ledger
with the key that comes of it.
"""

from dataclasses import dataclass
from pathlib import Path

from creditmate.db import cipher, preflight
from creditmate.db.swapping import finish
from creditmate.disk import is_file, is_there
from creditmate.domain.data_key import DataKey, read_recovery_code
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.passwords import see_suitable
from creditmate.system.key_file import KeyFile, new_key, new_key_file
from creditmate.system.key_places import find_key_file, key_path


@dataclass(frozen=True, slots=True)
class Lock:
    """A key, and the key file with the passwords that open it."""

    key: DataKey
    key_file: KeyFile


def is_protected(path: Path) -> bool:
    """Whether a ledger needs a key to be opened; what is no ledger is for the opening to refuse.

    A change of protection that was cut off is finished first: until then there may be no file.

    Raises:
        UserError: ``LEDGER_UNREADABLE``, or ``PLACE_HELD``.
    """
    finish(path)
    if not is_file(path):
        return False
    found = cipher.beginning(path)
    if not found or found == cipher.PLAIN:
        return False
    return is_there(key_path(path)) or preflight.looks_protected(path)


def see_key_file(path: Path) -> None:
    """See that a password can be tried on a ledger at all, before anybody is asked for it.

    Raises:
        UserError: ``KEY_FILE_MISSING``, ``KEY_FILE_DAMAGED``, ``KEY_FILE_NEWER``.
    """
    find_key_file(path, cipher.beginning(path))


def see_passwords(path: Path, key: DataKey) -> None:
    """See that a password opens the ledger that is open: its key may have come from elsewhere.

    A key that this computer remembers opens a ledger whose key file is lost, and nobody would
    notice until the computer is lost as well.

    Raises:
        UserError: ``KEY_FILE_GONE``: neither the key file nor its copy can be read.
    """
    try:
        found = find_key_file(path, key.fingerprint)
    except UserError as error:
        raise UserError(Problem.KEY_FILE_GONE, path=path) from error
    if not found.fits:
        raise UserError(Problem.KEY_FILE_GONE, path=path)


def unlock(path: Path, password: str) -> DataKey:
    """Return the key of a ledger that a password opens. Takes up to a second.

    Raises:
        UserError: ``WRONG_PASSWORD``; ``KEY_FILE_MISSING``, ``KEY_FILE_DAMAGED``,
            ``KEY_FILE_NEWER``; ``KEY_FILE_OTHER``: the key file is another ledger's;
            ``LEDGER_DAMAGED``.
    """
    found = find_key_file(path, cipher.beginning(path))
    opened = found.key_file.opened_by(password)
    if opened is None:
        problem = Problem.WRONG_PASSWORD if found.fits else Problem.KEY_FILE_OTHER
        raise UserError(problem, path=path)
    key = opened[1]
    try:
        cipher.see_fits(path, key)
    except UserError as error:
        if error.problem is not Problem.KEY_OTHER:
            raise
        raise UserError(Problem.KEY_FILE_OTHER, path=path) from error
    return key


def unlock_with_sheet(path: Path, typed: str) -> DataKey:
    """Return the key of a ledger as typed from its recovery sheet; no key file is needed.

    Raises:
        UserError: ``RECOVERY_CODE``: it is mistyped; ``KEY_OTHER``: it is of another ledger, or
            from before a new sheet was made; ``LEDGER_DAMAGED``.
    """
    key = read_recovery_code(typed)
    cipher.see_fits(path, key)
    return key


def unlock_open(path: Path, fingerprint: bytes, password: str) -> DataKey:
    """Return the key of the ledger that is open, whose file must not be looked into meanwhile.

    Args:
        path: The ledger.
        fingerprint: Of its key.
        password: As it was typed.

    Raises:
        UserError: ``WRONG_PASSWORD``; what ``find_key_file`` raises.
    """
    found = find_key_file(path, fingerprint)
    if not found.fits:
        raise UserError(Problem.KEY_FILE_OTHER, path=path)
    return found.key_file.open(password)


def unlock_open_with_sheet(path: Path, fingerprint: bytes, typed: str) -> DataKey:
    """Return the key of the ledger that is open, as typed from its recovery sheet.

    Raises:
        UserError: ``RECOVERY_CODE`` or ``KEY_OTHER``.
    """
    key = read_recovery_code(typed)
    if key.fingerprint != fingerprint:
        raise UserError(Problem.KEY_OTHER, path=path)
    return key


def new_lock(password: str) -> Lock:
    """Draw the key of a new ledger and lock it with its first password. Takes up to a second.

    Raises:
        UserError: ``PASSWORD_UNSUITABLE``.
    """
    see_suitable(password)
    key = new_key()
    return Lock(key, new_key_file(key, password))
