"""What is asked for on a page whose visit is still on its way."""

from collections.abc import Callable
from functools import partial

Work = Callable[[], object]


class OnceRead:
    """Does what a key or a button asks for to the visit that was opened, and to no other.

    Whoever has just planned a visit or opened one goes on at once, while the page shows nothing
    yet, or still the visit before.
    """

    def __init__(self) -> None:
        self._awaits = False
        self._asked: Work | None = None

    def wait(self, *, awaits: bool) -> None:
        """Another visit was opened; ``awaits`` unless it is the one that is shown."""
        self._awaits, self._asked = awaits, None

    def of(self, work: Work) -> Callable[..., None]:
        """Return what a key or a button is connected to."""
        return partial(self._do, work)

    def arrived(self) -> None:
        """The visit is shown: do what was asked for last."""
        asked, self._awaits, self._asked = self._asked, False, None
        if asked is not None:
            asked()

    def _do(self, work: Work, *_checked: bool) -> None:
        if self._awaits:
            self._asked = work
        else:
            work()
