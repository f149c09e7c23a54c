"""The content of a ledger's key file: its key, locked with each password that opens it.

Where the file stands, and its copy, is for ``key_places``. Less than a kilobyte of JSON, with a sum
that tells a damaged file from a wrong password (reliability.md D15).
"""

import hashlib
import json
import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from creditmate.domain.data_key import KEY_BYTES, DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.system.password_slot import PasswordSlot, locked, slot_from

MOST_PASSWORDS = 4
"""More would make the file larger than the kilobyte that any file system writes in one piece."""
_FORMAT, _VERSION = "creditmate-key", 1


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What a key file says. Nothing in it names anybody or anything.

    Attributes:
        fingerprint: Of the key, as the ledger's file begins with it.
        slots: The key, locked with each password.
        sheet_confirmed: The day (ISO) on which the recovery sheet was proved to be printed; empty
            until then.
    """

    fingerprint: bytes
    slots: tuple[PasswordSlot, ...]
    sheet_confirmed: str = ""

    def opened_by(self, password: str) -> tuple[int, DataKey] | None:
        """Return which slot a password opens, and the key; None if none. Takes up to seconds."""
        for place, slot in enumerate(self.slots):
            key = slot.key(password)
            if key is not None and key.fingerprint == self.fingerprint:
                return place, key
        return None

    def open(self, password: str) -> DataKey:
        """Return the key that a password opens. Takes up to a second for each password there is.

        Raises:
            UserError: ``WRONG_PASSWORD``.
        """
        found = self.opened_by(password)
        if found is None:
            raise UserError(Problem.WRONG_PASSWORD)
        return found[1]

    def as_bytes(self) -> bytes:
        """Return the file's content."""
        said = {
            "format": _FORMAT,
            "version": _VERSION,
            "ledger": self.fingerprint.hex(),
            "sheet_confirmed": self.sheet_confirmed,
            "slots": [slot.as_json() for slot in self.slots],
        }
        return _text({**said, "sum": _sum(said)})


def new_key() -> DataKey:
    """Draw the key of a new ledger."""
    return DataKey(secrets.token_bytes(KEY_BYTES))


def new_key_file(key: DataKey, password: str) -> KeyFile:
    """Return the key file of a new key with its first password. Takes up to a second."""
    return KeyFile(key.fingerprint, (locked(key, password),))


def key_file_from(content: bytes, path: Path) -> KeyFile:
    """Read the content of a key file, of a ledger or of a backup.

    Args:
        content: The bytes.
        path: Where they are from, for the message.

    Raises:
        UserError: ``KEY_FILE_DAMAGED`` or ``KEY_FILE_NEWER``.
    """
    try:
        said = json.loads(content)
        if said["format"] == _FORMAT and said["version"] > _VERSION:
            raise UserError(Problem.KEY_FILE_NEWER, path=path)
        return _read(said)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UserError(Problem.KEY_FILE_DAMAGED, path=path) from error


def _read(said: dict[str, Any]) -> KeyFile:
    if said.pop("sum") != _sum(said) or said["format"] != _FORMAT:
        raise ValueError("not as it was written")
    slots = tuple(slot_from(slot) for slot in said["slots"][:MOST_PASSWORDS])
    return KeyFile(bytes.fromhex(said["ledger"]), slots, str(said["sheet_confirmed"]))


def _sum(said: dict[str, Any]) -> str:
    return hashlib.sha256(_text(said)).hexdigest()[:32]


def _text(said: dict[str, Any]) -> bytes:
    return json.dumps(said, indent=0, sort_keys=True).encode()


def with_slot(key_file: KeyFile, slot: PasswordSlot, place: int | None = None) -> KeyFile:
    """Return a key file with a slot in the place of another, or added as the last.

    Raises:
        UserError: ``TOO_MANY_PASSWORDS``.
    """
    slots = list(key_file.slots)
    if place is None and len(slots) >= MOST_PASSWORDS:
        raise UserError(Problem.TOO_MANY_PASSWORDS, most=MOST_PASSWORDS)
    if place is None:
        slots.append(slot)
    else:
        slots[place] = slot
    return replace(key_file, slots=tuple(slots))


def without_slot(key_file: KeyFile, place: int) -> KeyFile:
    """Return a key file without one of its slots.

    Raises:
        UserError: ``LAST_PASSWORD``: it is the only one.
    """
    if len(key_file.slots) == 1:
        raise UserError(Problem.LAST_PASSWORD)
    slots = (*key_file.slots[:place], *key_file.slots[place + 1 :])
    return replace(key_file, slots=slots)
