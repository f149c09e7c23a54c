"""«Remember on this computer»: a ledger's key in the system's own store of secrets, as a cache.

Chosen for each ledger; then the login to the computer is the password. It is never the only copy:
whatever the store does (there is none, it is locked, was wiped, gives something old or nothing),
the answer is that there is no key and why, and the password is asked for. Nothing hangs on it, so
nothing here raises and nothing can be lost (reliability.md D15, D16).

What is kept is named by the key's fingerprint, with which the ledger's file begins: while a ledger
is shut nothing else tells which it is, and one that got a new key is never tried with the old one.
"""

import base64
import binascii
import hmac
from dataclasses import dataclass
from enum import StrEnum

from creditmate.domain.data_key import KEY_BYTES, DataKey
from creditmate.system.secure_store import secure_store

_SERVICE = "CreditMate"
_FORM = "v1"


class Why(StrEnum):
    """Why there is no key, or why it was not kept."""

    NONE_KEPT = "none-kept"
    """It was never to be remembered, or the store was wiped."""
    NO_STORE = "no-store"
    """There is none here, or one that forgets everything or writes it into a plain file."""
    LOCKED = "locked"
    """It does not open, or the user said no."""
    FAILS = "fails"
    """It is there and does not work."""
    STALE = "stale"
    """It is another key than the ledger has."""
    DAMAGED = "damaged"
    """It is nothing that was ever put there."""
    FORGETS = "forgets"
    """It took the key and did not give it back."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What came of asking the store: the key, or why there is none."""

    key: DataKey | None
    why: Why | None = None


def remembered_key(fingerprint: bytes) -> Remembered:
    """Return the key of a ledger, if this computer remembers it.

    May wait for the user, who is asked by the system to open the store: not for the window's
    thread.

    Args:
        fingerprint: Of the key, as the ledger's file begins.
    """
    found, why = _asked(fingerprint.hex())
    if why is not None:
        return Remembered(None, why)
    if found is None:
        return Remembered(None, Why.NONE_KEPT)
    key = _read(found)
    if key is None:
        return Remembered(None, Why.DAMAGED)
    if not hmac.compare_digest(key.fingerprint, fingerprint):
        return Remembered(None, Why.STALE)
    return Remembered(key)


def remember_key(key: DataKey) -> Why | None:
    """Keep the key of a ledger as the user wishes; None: it is kept, and was read back.

    What was not kept for certain is taken out again.
    """
    import keyring  # noqa: PLC0415 - asks the system which stores there are, which takes a while

    name, written = key.fingerprint.hex(), _written(key)
    try:
        if secure_store() is None:
            return Why.NO_STORE
        keyring.set_password(_SERVICE, name, written)
        kept = keyring.get_password(_SERVICE, name)
    except Exception as error:  # stores raise what they like
        forget_key(key.fingerprint)
        return _meant(error)
    if kept is None or not hmac.compare_digest(kept.encode(), written.encode()):
        forget_key(key.fingerprint)
        return Why.FORGETS
    return None


def forget_key(fingerprint: bytes) -> Why | None:
    """Take the key of a ledger out of the store; None: it is not there any more."""
    import keyring  # noqa: PLC0415 - as above
    from keyring.errors import PasswordDeleteError  # noqa: PLC0415 - as above

    name = fingerprint.hex()
    try:
        if secure_store() is None:
            return Why.NO_STORE
        keyring.delete_password(_SERVICE, name)
    except PasswordDeleteError:
        return None if _asked(name) == (None, None) else Why.FAILS
    except Exception as error:  # as above
        return _meant(error)
    return None


def _asked(name: str) -> tuple[str | None, Why | None]:
    """Ask the store; what it says, or why it says nothing."""
    import keyring  # noqa: PLC0415 - as above

    try:
        if secure_store() is None:
            return None, Why.NO_STORE
        return keyring.get_password(_SERVICE, name), None
    except Exception as error:  # as above
        return None, _meant(error)


def _meant(error: Exception) -> Why:
    from keyring.errors import KeyringLocked, NoKeyringError  # noqa: PLC0415 - as above

    if isinstance(error, NoKeyringError):
        return Why.NO_STORE
    return Why.LOCKED if isinstance(error, KeyringLocked) else Why.FAILS


def _written(key: DataKey) -> str:
    return f"{_FORM}:{base64.b64encode(key.secret).decode()}"


def _read(text: str) -> DataKey | None:
    form, _, content = text.partition(":")
    try:
        secret = base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        return None
    return DataKey(secret) if form == _FORM and len(secret) == KEY_BYTES else None
