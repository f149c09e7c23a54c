"""Pages of rows: asked for on another thread, the last few of them kept."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.patience import PATIENCE
from creditmate.ui.queries import Desk, Failed

PAGE = 128
"""Rows asked for at once."""
KEPT = 12
"""Pages kept: about 1,500 rows whatever the length of the list."""
ASKED = 3
"""Pages under way at most: while somebody scrolls on, the oldest question is taken back."""


class HasId(Protocol):
    """Anything with a database id."""

    @property
    def id(self) -> int:
        """The id that the list names it by."""


Row = TypeVar("Row", bound=HasId)


@dataclass(slots=True)
class Page(Generic[Row]):
    """Rows by id, and the cells of those that were drawn."""

    rows: dict[int, Row]
    cells: dict[int, tuple[Cell, ...]] = field(default_factory=dict)


class Pages(Generic[Row]):
    """The rows of a list of ids. Nothing blocks: a page that is not there is asked for.

    Args:
        fetch: Returns the rows of ids, on the desk's thread.
        desk: Takes the questions.
        failed: Told what went wrong.
        owner: Whoever shows the rows; once it is destroyed, nothing is told any more.
        changed: Told of a page that looks different now: its rows came, or somebody has
            waited long for them.
    """

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Sequence[Row]],
        desk: Desk,
        failed: Failed,
        owner: QObject,
        changed: Callable[[int], object],
    ) -> None:
        self.fetch = fetch
        self._desk, self._failed = desk, failed
        self._owner, self._changed = owner, changed
        self.ids: Sequence[int] = ()
        self._kept: OrderedDict[int, Page[Row]] = OrderedDict()
        self._asked: OrderedDict[int, Future[Sequence[Row]]] = OrderedDict()
        self._patience = QTimer(owner, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._on_impatient)
        self.impatient = False

    def begin(self, ids: Sequence[int], head: Sequence[Row]) -> None:
        """Hold another list; ``head`` are the rows of its first page if they came along."""
        self.ids = ids
        self._kept.clear()
        for number in list(self._asked):
            self._asked.pop(number).cancel()
        if head:
            self._keep(0, head)

    def page_of(self, position: int) -> Page[Row] | None:
        """Return the page with a position; None while it is on its way."""
        number = position // PAGE
        if number in self._kept:
            self._kept.move_to_end(number)
        else:
            self._ask(number)
        return self._kept.get(number)

    def has(self, position: int) -> bool:
        """Whether the page with a position is there."""
        return position // PAGE in self._kept

    def forget_cells(self) -> None:
        """Let cells be made again of the rows that are there."""
        for page in self._kept.values():
            page.cells.clear()

    def span(self, number: int) -> tuple[int, int]:
        """Return the first and the last position of a page."""
        return number * PAGE, min((number + 1) * PAGE, len(self.ids)) - 1

    def _ask(self, number: int) -> None:
        if number in self._asked:
            return
        while len(self._asked) >= ASKED:
            self._asked.popitem(last=False)[1].cancel()
        self._asked[number] = self._desk.ask(
            partial(self.fetch, self._ids_of(number)), partial(self._on_rows, number)
        )
        if not self._patience.isActive():
            self.impatient = False
            self._patience.start()

    def _ids_of(self, number: int) -> Sequence[int]:
        return self.ids[number * PAGE : (number + 1) * PAGE]

    def _on_rows(self, number: int, future: "Future[Sequence[Row]]") -> None:
        if not isValid(self._owner) or self._asked.get(number) is not future:
            return
        del self._asked[number]
        try:
            self._keep(number, future.result())
        except CancelledError:
            return
        except Exception as error:  # handed to the screen, which tells it
            self._keep(number, ())
            self._failed(error)
        self._changed(number)

    def _keep(self, number: int, rows: Sequence[Row]) -> None:
        self._kept[number] = Page({row.id: row for row in rows})
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def _on_impatient(self) -> None:
        self.impatient = True
        for number in list(self._asked):  # whoever is told may ask for more
            self._changed(number)


class PagesAtHand(Pages[Row], Generic[Row]):
    """Rows in memory: nothing has to be asked for, so nothing is ever on its way."""

    def _ask(self, number: int) -> None:
        """Take a page's rows at once."""
        self._keep(number, self.fetch(self._ids_of(number)))
