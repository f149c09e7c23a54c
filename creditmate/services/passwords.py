"""The passwords of the ledger that is open: what its key file will say after a change.

Stretching a password takes up to a second, so this is done on any thread but the database's and the
window's; ``Protection.put_down`` writes what comes of it. The ledger's own file is not touched
here: while it is open, nobody else may open it.
"""

from dataclasses import replace
from pathlib import Path

from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.passwords import see_suitable
from creditmate.services.unlocking import Lock
from creditmate.system.key_file import KeyFile, new_key, new_key_file, with_slot, without_slot
from creditmate.system.key_places import find_key_file
from creditmate.system.password_slot import locked


def see_password(path: Path, key: DataKey, password: str) -> None:
    """See that somebody knows a password of the ledger that is open.

    Raises:
        UserError: ``WRONG_PASSWORD``, or what ``find_key_file`` raises.
    """
    _opened(path, key, password)


def changed_password(path: Path, key: DataKey, old: str, new: str) -> KeyFile:
    """Return the key file with one password in the place of another.

    Args:
        path: The ledger that is open.
        key: Its key.
        old: A password of it.
        new: What takes its place.

    Raises:
        UserError: ``PASSWORD_UNSUITABLE``, ``WRONG_PASSWORD``, or what ``find_key_file`` raises.
    """
    see_suitable(new)
    key_file, place = _opened(path, key, old)
    return with_slot(key_file, locked(key, new), place)


def added_password(path: Path, key: DataKey, known: str, new: str) -> KeyFile:
    """Return the key file with one more password.

    Raises:
        UserError: ``TOO_MANY_PASSWORDS``; as ``changed_password`` does.
    """
    see_suitable(new)
    key_file, _ = _opened(path, key, known)
    return with_slot(key_file, locked(key, new))


def removed_password(path: Path, key: DataKey, password: str) -> KeyFile:
    """Return the key file without a password.

    Who has a copy of the key file from before can still open it with that: only a new key helps.

    Raises:
        UserError: ``LAST_PASSWORD``; as ``changed_password`` does.
    """
    key_file, place = _opened(path, key, password)
    return without_slot(key_file, place)


def reset_password(path: Path, key: DataKey, new: str) -> KeyFile:
    """Return a key file with a new password and no other: those of before were forgotten.

    Args:
        path: The ledger that is open, with the key from its recovery sheet.
        key: That key.
        new: The password.

    Raises:
        UserError: ``PASSWORD_UNSUITABLE``.
    """
    see_suitable(new)
    made = new_key_file(key, new)
    try:
        found = find_key_file(path, key.fingerprint)
    except UserError:  # missing or damaged: this one takes its place
        return made
    return replace(made, sheet_confirmed=found.key_file.sheet_confirmed if found.fits else "")


def renewed_lock(path: Path, key: DataKey, password: str) -> Lock:
    """Draw a new key for the ledger, under the password that opens it now and no other.

    Raises:
        UserError: As ``changed_password`` does.
    """
    _opened(path, key, password)
    renewed = new_key()
    return Lock(renewed, new_key_file(renewed, password))


def _opened(path: Path, key: DataKey, password: str) -> tuple[KeyFile, int]:
    found = find_key_file(path, key.fingerprint)
    if not found.fits:
        raise UserError(Problem.KEY_FILE_OTHER, path=path)
    opened = found.key_file.opened_by(password)
    if opened is None:
        raise UserError(Problem.WRONG_PASSWORD)
    return found.key_file, opened[0]
