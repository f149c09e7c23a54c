"""Whether this computer remembers a ledger's key, so that its password need not be typed.

The user chooses it for each ledger; the store of secrets is only asked for keys that were given to
it, since asking may take a while or open a dialog. It is a cache: nothing is lost with it.
"""

from pathlib import Path

from creditmate.db import cipher
from creditmate.domain.data_key import DataKey
from creditmate.system.computer import keep_in, kept
from creditmate.system.key_cache import Remembered, Why, forget_key, remember_key, remembered_key

_KEPT = "remembered_keys"


def remembered(path: Path) -> Remembered | None:
    """Return the key of a ledger that is shut, or why there is none; None: it was never kept.

    May wait for the user, whom the system asks to open its store: not for the window's thread.

    Raises:
        UserError: What ``cipher.beginning`` raises.
    """
    fingerprint = cipher.beginning(path)
    if fingerprint.hex() not in kept(_KEPT):
        return None
    return remembered_key(fingerprint)


def is_remembered(key: DataKey) -> bool:
    """Return whether this computer is to remember a key; it may have lost it all the same."""
    return key.fingerprint.hex() in kept(_KEPT)


def remember(key: DataKey) -> Why | None:
    """Let this computer remember a key from now on; None: it does, else why it does not.

    Whoever can log in to this computer as this user can open the ledger then.
    """
    name = key.fingerprint.hex()
    why = remember_key(key)
    if why is None:
        keep_in(_KEPT, lambda known: {**known, name: True})
    return why


def forget(key: DataKey) -> Why | None:
    """Let this computer remember a key no longer; None: it is gone, else why it may be there."""
    name = key.fingerprint.hex()
    if name not in kept(_KEPT):
        return None
    keep_in(_KEPT, lambda known: {other: said for other, said in known.items() if other != name})
    return forget_key(key.fingerprint)


def follow(old: DataKey, new: DataKey | None) -> None:
    """Let what was remembered be remembered of the key that a ledger has instead."""
    if old.fingerprint.hex() in kept(_KEPT):
        forget(old)
        if new is not None:
            remember(new)
