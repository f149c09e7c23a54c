"""A password's own copy of a data key: locked with what Argon2id makes of the password.

Argon2id takes a while and much memory on purpose (0.1-1 s), so that trying many passwords is dear;
its parameters are kept with the copy, so that they can grow later. The lock is authenticated: a
wrong password is told from a right one for certain (reliability.md D15).
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from creditmate.domain.data_key import DataKey
from creditmate.domain.disk_room import Bytes
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.passwords import as_typed

MEMORY_KIB, PASSES = 64 * 1024, 7
"""What new slots are made with: the memory of RFC 9106, 4, second recommended option, with one
lane, and more passes than its three, so that a quick computer needs a quarter of a second too."""
KDF = "argon2id"
_SALT, _BOX = 16, 24 + 16 + 32
"""Bytes: of the salt; of the box, which is nonce, authentication and key."""
_MEMORY_ALLOWED = range(8 * 1024, 1024 * 1024 + 1)
_PASSES_ALLOWED = range(1, 17)
"""What a file may ask for: a hostile one must not exhaust the computer."""


@dataclass(frozen=True, slots=True)
class PasswordSlot:
    """One password's copy of a key.

    Attributes:
        memory_kib: What Argon2id needs, in KiB.
        passes: How often it goes over that.
        salt: Random, of its own.
        box: The key, encrypted and authenticated.
    """

    memory_kib: int
    passes: int
    salt: bytes
    box: bytes

    def key(self, password: str) -> DataKey | None:
        """Return the key if the password is the right one. Takes up to a second.

        Raises:
            UserError: ``MEMORY_LOW``: it could not be tried.
        """
        from nacl.exceptions import CryptoError  # noqa: PLC0415 - a second only where it is needed
        from nacl.secret import SecretBox  # noqa: PLC0415 - as above

        stretched = _stretched(password, self)
        try:
            return DataKey(SecretBox(stretched).decrypt(self.box))
        except CryptoError:
            return None

    def as_json(self) -> dict[str, Any]:
        """Return what stands of it in the key file."""
        return {
            "kdf": KDF,
            "memory_kib": self.memory_kib,
            "passes": self.passes,
            "salt": b64encode(self.salt).decode(),
            "box": b64encode(self.box).decode(),
        }


def locked(key: DataKey, password: str) -> PasswordSlot:
    """Lock a copy of a key with a password. Takes up to a second.

    Raises:
        UserError: ``MEMORY_LOW``.
    """
    from nacl.secret import SecretBox  # noqa: PLC0415 - as above
    from nacl.utils import random  # noqa: PLC0415 - as above

    empty = PasswordSlot(MEMORY_KIB, PASSES, random(_SALT), b"")
    box = bytes(SecretBox(_stretched(password, empty)).encrypt(key.secret))
    return PasswordSlot(MEMORY_KIB, PASSES, empty.salt, box)


def slot_from(said: Mapping[str, Any]) -> PasswordSlot:
    """Read a slot from what a key file says.

    Raises:
        ValueError: It is none that this version could open.
        KeyError: Something is missing.
    """
    memory, passes = said["memory_kib"], said["passes"]
    salt, box = b64decode(said["salt"], validate=True), b64decode(said["box"], validate=True)
    sound = memory in _MEMORY_ALLOWED and passes in _PASSES_ALLOWED
    if said["kdf"] != KDF or not sound or (len(salt), len(box)) != (_SALT, _BOX):
        raise ValueError("not a slot")
    return PasswordSlot(int(memory), int(passes), salt, box)


def _stretched(password: str, slot: PasswordSlot) -> bytes:
    """Return what Argon2id makes of a password.

    Raises:
        UserError: ``MEMORY_LOW``: there is not as much memory as it takes, which says nothing about
            the password.
    """
    from nacl.exceptions import RuntimeError as OutOfMemory  # noqa: PLC0415 - as above
    from nacl.pwhash import argon2id  # noqa: PLC0415 - as above

    try:
        made: bytes = argon2id.kdf(
            32, as_typed(password), slot.salt, opslimit=slot.passes, memlimit=slot.memory_kib * 1024
        )
    except (OutOfMemory, MemoryError) as error:
        raise UserError(Problem.MEMORY_LOW, needed=Bytes(slot.memory_kib * 1024)) from error
    return made
