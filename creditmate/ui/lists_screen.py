"""A place of several lists: chips over the one that is seen, narrowed by what is typed."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.services.program import Program
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.chips import ChipRow, ChipText
from creditmate.ui.kit.drawing import Picture
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.kit.filter_input import FilterInput
from creditmate.ui.kit.list_area import ListArea
from creditmate.ui.kit.list_head import ListHead
from creditmate.ui.kit.loading import Loading
from creditmate.ui.kit.screen import Screen
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.kit.totals import Figure, TotalsBar
from creditmate.ui.list_stack import ListStack
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE

SEARCH_KEY = "/"
Show = TypeVar("Show", bound=StrEnum)


class ListBook(Protocol):
    """What a place reads: the list of a chip, and how many stand behind each that counts them."""

    @property
    def show(self) -> Any:  # noqa: ANN401 - each place has chips of its own
        """The chip."""

    @property
    def counts(self) -> Mapping[Any, int]:
        """How many stand behind a chip."""


Book = TypeVar("Book", bound=ListBook)
Show_contra = TypeVar("Show_contra", bound=StrEnum, contravariant=True)
Book_contra = TypeVar("Book_contra", bound=ListBook, contravariant=True)


class ListWords(Protocol[Show_contra, Book_contra]):
    """What stands around the lists of a place."""

    def chip(self, show: Show_contra) -> str:
        """Return what a chip says."""

    def totals(self, book: Book_contra) -> list[Figure]:
        """Return the sums under a list."""

    def none_words(self, show: Show_contra, text: str) -> EmptyWords:
        """Return why a list is empty."""


class PlaceWords(NamedTuple):
    """What a place is called, and what its chips choose from."""

    title: str
    which: str


class ListsScreen(Screen, Generic[Show, Book]):
    """Chips over one of several lists; what is done with a row is up to the place.

    Attributes:
        filter: What is typed narrows the list that is at hand.
        deed: The button at the head.
        lists: The lists.
        area: Where they stand, or why there is nothing.
        loading: Says so where the first list takes long.
        show_now: The chip that is chosen.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a place is made of
        self,
        around: Surroundings,
        says: PlaceWords,
        cells: ListWords[Show, Book],
        lists: ListStack[Book],
        deed: Button,
        first: Show,
        read: Callable[[Program, Show], Book],
        *more: Button,
    ) -> None:
        """Make it empty.

        Args:
            around: Of the window.
            says: What it is called.
            cells: What stands around the lists.
            lists: The lists.
            deed: The button at the head.
            first: The chip that is chosen at first.
            read: Reads the list of a chip on the database thread.
            more: Other buttons at the head, before the deed.
        """
        super().__init__()
        self._around, self._words, self._read = around, cells, read
        self.lists, self.deed, self.show_now = lists, deed, first
        self._shows: list[Show] = list(type(first))
        self._book: Book | None = None
        self._make(says, more)
        self._join_up()
        failed = around.desk.failed.emit
        self._latest: Latest[Book] = Latest(around.desk, self._show, failed, self)

    def _make(self, says: PlaceWords, more: Sequence[Button]) -> None:
        theme, language = self._around.theme, self._around.language
        self.filter = FilterInput(theme, words(language).gettext("Type to filter this list"))
        chips = [ChipText(show.value, self._words.chip(show)) for show in self._shows]
        self.chips = ChipRow(theme, language, says.which, chips)
        self.area = ListArea(theme, self.lists)
        self.loading = Loading(theme, language, self.area)
        self.totals = TotalsBar(theme, words(language).gettext("Totals"))
        strip = QHBoxLayout()
        strip.setContentsMargins(SPACE.xl, 0, SPACE.xl, SPACE.m)
        strip.addWidget(self.chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ListHead(theme, says.title, self.filter, *more, self.deed))
        column.addLayout(strip)
        column.addWidget(self.area, 1)
        column.addWidget(self.totals)

    def _join_up(self) -> None:
        self.filter.textChanged.connect(lambda _text: self._narrow())
        self.filter.left.connect(self.begin)
        self.chips.chosen.connect(lambda key: self.turn_to(self._known[key]))
        self.lists.opened.connect(self.on_opened)
        self.lists.typed.connect(self._on_typed)
        self.lists.menu_asked.connect(self.on_menu)
        self.lists.copied.connect(self._on_copied)

    @property
    def _known(self) -> Mapping[str, Show]:
        return {show.value: show for show in self._shows}

    # ------------------------------------------------------------- what a place does itself
    def on_opened(self) -> None:
        """Open what the current row is about."""
        raise NotImplementedError

    def on_menu(self, at: QPoint) -> None:
        """Open the menu of the current row."""
        raise NotImplementedError

    def by_key(self) -> Mapping[str, Callable[[], object]]:
        """Return what letters do to the current row; others narrow the list."""
        return {}

    def on_book(self, book: Book) -> None:
        """Do what else has to be done once a list was read."""

    # ------------------------------------------------------------- a screen's duties
    def begin(self) -> None:
        """Work begins in the list."""
        (self.area.entry or self.filter).setFocus()

    def tables(self) -> Mapping[str, PagedTable[Any]]:
        """The tables whose columns are remembered."""
        return self.lists.tables()

    def keep(self) -> Mapping[str, Any]:
        """Which list was shown last."""
        return {"show": self.show_now.value}

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Show it again."""
        self.show_now = self._known.get(str(kept.get("show")), self.show_now)
        self.chips.choose(self.show_now)

    @property
    def is_asking(self) -> bool:
        """Whether a list is on its way."""
        return bool(self._latest.waiting)

    def reload(self) -> None:
        """Ask again for the list as it is wanted now."""
        if self._book is None:
            self.loading.wait()
        self._latest.ask(partial(self._read, self._around.program, self.show_now))

    def turn_to(self, show: Show) -> None:
        """Show the list of a chip."""
        self.show_now = show
        self.chips.choose(show)
        self.reload()

    # ------------------------------------------------------------- showing
    def _show(self, book: Book) -> None:
        self._book, locale = book, self._around.locale
        self.loading.stop()
        counts = [book.counts.get(show) for show in self._shows]
        self.chips.recount(["" if one is None else number(one, locale) for one in counts])
        self.on_book(book)
        self._narrow()

    def _narrow(self) -> None:
        """Show what of the list is like what is typed: it is at hand, and nobody is asked."""
        text, book = self.filter.text(), self._book
        if book is None:
            return
        if self.lists.show_book(book, text):
            self.area.show_list()
        else:
            picture = Picture.NO_MATCH if text.strip() else Picture.NOTHING_YET
            self.area.show_none(picture, self._words.none_words(book.show, text))
        seen = self.lists.book_seen(book) if text.strip() else book
        self.totals.show_figures(self._words.totals(seen))

    # ------------------------------------------------------------- acting
    def _on_typed(self, text: str) -> None:
        """A letter that does something about the row does it; others narrow, all behind a slash."""
        do = self.by_key().get(text.upper())
        if do is not None:
            do()
        else:
            self.filter.take("" if text == SEARCH_KEY else text)

    def _on_copied(self, count: int) -> None:
        text = words(self._around.language).ngettext(
            "{count} row copied", "{count} rows copied", count
        )
        self.told.emit(text.format(count=number(count, self._around.locale)))
