"""Ledgers that were moved from a place that was none for them: where each is now.

The file that was left there still opens with a double click; then this computer knows better.
"""

import os
from pathlib import Path

from creditmate.disk import is_there
from creditmate.system.computer import forget_ledger, keep_in, kept

_KEY = "moved_ledgers"


def moved_to(path: Path) -> Path | None:
    """Return where a ledger was moved to, if that is there; None: it never was, or is gone."""
    found = kept(_KEY).get(_spelt(path))
    new = Path(found) if isinstance(found, str) else None
    return new if new is not None and is_there(new) else None


def remember_move(path: Path, new: Path) -> None:
    """Remember that a ledger was moved, and list it no more where it was."""
    keep_in(_KEY, lambda known: {**known, _spelt(path): str(new.absolute())})
    forget_ledger(path)


def _spelt(path: Path) -> str:
    """A path as it is told apart: links and other spellings of it are one."""
    return os.path.normcase(os.path.realpath(path))
