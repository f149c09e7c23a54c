"""The system's own store of secrets: Credential Manager, Keychain, Secret Service, KWallet."""

import secrets

_UNSAFE = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")
"""Stores that refuse everything, forget everything, or write passwords into a plain file."""
_SEVERAL = "keyring.backends.chainer"
_TRIAL = "CreditMate self-test"


class StoreForgets(Exception):  # noqa: N818 - reads as what happened
    """The store took a secret and did not give the same back."""


def secure_store() -> str | None:
    """Return the name of the store that keeps secrets here; None if there is none.

    Without one nothing is kept: the user is asked each time.
    """
    import keyring  # noqa: PLC0415 - asks the system which stores there are, which takes a while

    found = keyring.get_keyring()
    stores = list(getattr(found, "backends", (found,)))
    kinds = [type(store) for store in stores]
    safe = [kind for kind in kinds if not kind.__module__.startswith((*_UNSAFE, _SEVERAL))]
    return f"{safe[0].__module__}.{safe[0].__qualname__}" if safe else None


def proved_store() -> str | None:
    """Let the store keep a secret for a moment, if there is one, and return its name.

    Raises:
        StoreForgets: It gave something else back.
        keyring.errors.KeyringError: It is locked, or does not work.
    """
    import keyring  # noqa: PLC0415 - as above

    name = secure_store()
    if name is None:
        return None
    user, secret = secrets.token_hex(8), secrets.token_hex(16)
    keyring.set_password(_TRIAL, user, secret)
    try:
        if keyring.get_password(_TRIAL, user) != secret:
            raise StoreForgets(name)
    finally:
        keyring.delete_password(_TRIAL, user)
    return name
