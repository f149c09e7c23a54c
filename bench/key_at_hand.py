"""A store of secrets that is at hand at once, for starts of a protected ledger that are measured.

    python -m bench.key_at_hand

lets the computer whose home is given remember the key of the made books, in which everything is
invented. What the store of a real system takes, and whether it asks its user, is not ours.
"""

import json
import os
import sys
from pathlib import Path

from keyring.backend import KeyringBackend

_HOME = "CREDITMATE_HOME"


class KeyAtHand(KeyringBackend):
    """Keeps secrets in a file of the home that is measured in."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept."""
        found = _read().get(f"{service}/{username}")
        return None if found is None else str(found)

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep something."""
        _file().write_text(json.dumps({**_read(), f"{service}/{username}": password}))

    def delete_password(self, service: str, username: str) -> None:
        """Keep it no longer."""
        kept = _read()
        kept.pop(f"{service}/{username}", None)
        _file().write_text(json.dumps(kept))


def facts_of(home: str) -> dict[str, str]:
    """Return what a process is told to find the keys in a home."""
    return {_HOME: home, "PYTHON_KEYRING_BACKEND": f"{__name__}.{KeyAtHand.__qualname__}"}


def _file() -> Path:
    return Path(os.environ[_HOME], "secrets.json")


def _read() -> dict[str, object]:
    return dict(json.loads(_file().read_text())) if _file().exists() else {}


def main() -> None:
    """Remember the key of the made books."""
    from bench.protected_lines import KEY  # noqa: PLC0415 - a start that is measured needs none
    from creditmate.services.remembering import remember  # noqa: PLC0415 - as above

    sys.exit(remember(KEY))


if __name__ == "__main__":
    main()
