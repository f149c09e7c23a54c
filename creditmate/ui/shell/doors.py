"""What the window lets its menu, its keys and Find or do ask of it."""

from collections.abc import Callable
from pathlib import Path

from creditmate.domain.frozen import Frozen
from creditmate.ui.wishes import Wish


class Doors(Frozen):
    """Ways into the window.

    ``place`` is the key of the place that is shown, ``ledger`` the one that is open; both are
    empty or None while there is none. ``welcome`` closes the ledger and offers to begin one;
    ``who`` asks who is at work; ``lock`` covers the window until the password is typed;
    ``restore`` makes a ledger of a backup that is asked for; ``tell`` says something in passing.
    """

    fulfil: Callable[[Wish], object]
    open_ledger: Callable[[Path], object]
    welcome: Callable[[], object]
    place: Callable[[], str]
    ledger: Callable[[], Path | None]
    who: Callable[[], object]
    lock: Callable[[], object]
    restore: Callable[[], object]
    tell: Callable[[str], object]
    quit: Callable[[], object]
