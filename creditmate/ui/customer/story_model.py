"""A story as a list that grows: the first happenings come with it, more as it is read on."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from creditmate.domain.story import StoryEvent, StoryKey, StoryListing
from creditmate.i18n.bidi import plain
from creditmate.i18n.formats import day_in_table
from creditmate.i18n.story_account_words import Told
from creditmate.i18n.story_words import StoryTeller
from creditmate.services.stories import Stories
from creditmate.ui.queries import Desk, Latest

MORE = 60
"""Happenings asked for when the end comes into sight."""
_ROOT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
Index = QModelIndex | QPersistentModelIndex


class StoryModel(QAbstractListModel):
    """Happenings with their words; the words are made once, when one is first looked at."""

    def __init__(
        self, stories: Stories, desk: Desk, language: str, locale: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._stories, self._language, self._locale = stories, language, locale
        self._listing: StoryListing | None = None
        self._events: list[StoryEvent] = []
        self._told: dict[int, Told] = {}
        self._asked = 0
        failed = desk.failed.emit
        self._more: Latest[list[StoryEvent]] = Latest(desk, self._append, failed, self)

    @property
    def locale(self) -> str:
        """In which days are written."""
        return self._locale

    @property
    def listing(self) -> StoryListing | None:
        """What is listed; None before anything is."""
        return self._listing

    def show_listing(self, listing: StoryListing | None) -> None:
        """Show another story, from its beginning; None shows nothing."""
        self._more.forget()
        self.beginResetModel()
        self._listing = listing
        self._events = [] if listing is None else list(listing.head)
        self._asked = len(self._events)
        self._told.clear()
        self.endResetModel()

    def event_at(self, place: int) -> StoryEvent:
        """Return a happening."""
        return self._events[place]

    def place_of(self, key: StoryKey) -> int | None:
        """Return where a happening stands among those that have come."""
        places = (place for place, event in enumerate(self._events) if event.key == key)
        return next(places, None)

    def told_at(self, place: int) -> Told:
        """Return the words of a happening."""
        if place not in self._told and self._listing is not None:
            teller = StoryTeller(self._language, self._locale, self._listing.as_at)
            self._told[place] = teller.tell(self._events[place])
        return self._told[place]

    def day_at(self, place: int) -> tuple[str, str]:
        """Return the day of a happening, and its year where that is another one."""
        day = self._events[place].key.day
        now = day if self._listing is None else self._listing.as_at
        year = "" if day.year == now.year else str(day.year)
        return day_in_table(day, self._locale, day), year

    def rowCount(self, parent: Index = _ROOT) -> int:
        """What has come so far."""
        return 0 if parent.isValid() else len(self._events)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether the story goes on and nobody is asking for it already."""
        left = self._listing is not None and self._asked < len(self._listing.keys)
        return left and not parent.isValid() and not self._more.waiting

    def fetchMore(self, parent: Index) -> None:
        """Ask for what follows."""
        if self._listing is None or not self.canFetchMore(parent):
            return
        keys = self._listing.keys[self._asked : self._asked + MORE]
        self._asked += len(keys)
        self._more.ask(partial(self._stories.rows, self._listing, keys))

    def _append(self, events: Sequence[StoryEvent]) -> None:
        if events:
            first = len(self._events)
            self.beginInsertRows(QModelIndex(), first, first + len(events) - 1)
            self._events += events
            self.endInsertRows()

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's variant
        """The title to show, and everything of it to read out."""
        if role not in {_DISPLAY, _ACCESSIBLE} or not index.isValid():
            return None
        told = self.told_at(index.row())
        if role == _DISPLAY:
            return told.title
        day = " ".join(filter(None, self.day_at(index.row())))
        return plain(". ".join(filter(None, (day, told.title, told.tag, told.text, told.end))))
