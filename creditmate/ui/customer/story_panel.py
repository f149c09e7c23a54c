"""The story: narrowed by chips and words, read with the arrows, growing as one reads on."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from creditmate.domain.outcomes import Outcome
from creditmate.domain.story import StoryListing, StoryWanted, Talk, Topic
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.ui.customer.story_chips import KEYS, chip_of, chip_words, narrowed, story_chips
from creditmate.ui.customer.story_delegate import StoryDelegate
from creditmate.ui.customer.story_model import StoryModel
from creditmate.ui.kit.chips import ChipRow
from creditmate.ui.kit.drawing import Picture
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.kit.filter_input import FilterInput
from creditmate.ui.kit.list_area import ListArea
from creditmate.ui.kit.menu import ActionMenu
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE
from creditmate.ui.visits.told_visit import tells_of_visit

PRINT_KEY = "Ctrl+P"


class StoryView(QListView):
    """Happenings below one another; Ctrl+C copies the chosen one, the menu key acts on it."""

    menu_wanted = Signal(QPoint)
    """Where on the screen, for the one that is chosen."""

    def __init__(self, model: StoryModel, around: Surroundings, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(StoryDelegate(model, around.theme, self))
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(SIZES.table_row)
        around.theme.changed.connect(self.scheduleDelayedItemsLayout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row that is chosen shows where the focus is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Reading on elsewhere, nothing is marked."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies what is told; the rest moves."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.currentIndex().isValid():
            told = self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
            QGuiApplication.clipboard().setText(str(told))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the one below the pointer, or by the key of the one chosen."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            at = self.indexAt(event.pos())
            self.setCurrentIndex(at)
        if self.currentIndex().isValid():
            corner = self.visualRect(self.currentIndex()).bottomLeft()
            by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
            here = event.globalPos() if by_mouse else self.viewport().mapToGlobal(corner)
            self.menu_wanted.emit(here)

    def begin_at(self, place: int, scrolled: int) -> None:
        """Make a happening the current one, with the story scrolled so far."""
        self.setCurrentIndex(self.model().index(place, 0))
        self.verticalScrollBar().setValue(scrolled)


class StoryPanel(QWidget):
    """Chips and a field over the story."""

    wanted = Signal(object)
    """Another ``StoryWanted``: whoever listens keeps it with the customer it was asked for."""
    begin_wanted = Signal()
    """The story is to begin: with a call."""
    confirm_wanted = Signal(object)
    correct_wanted = Signal(object)
    move_wanted = Signal(object)
    """A ``Talk`` to be confirmed in writing, put right, or moved to another customer."""
    visit_wanted = Signal(object)
    """A happening that tells of a visit, whose page is to be opened."""
    print_wanted = Signal(object)
    """What the story is narrowed to, a ``StoryWanted``, on paper."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._code, self._wanted = around, "", StoryWanted()
        theme, language = around.theme, around.language
        _ = words(language).gettext
        self._stories = around.program.stories
        self.model = StoryModel(self._stories, around.desk, language, around.locale, self)
        self.chips = ChipRow(theme, language, _("What is told"), story_chips(language))
        self.search = FilterInput(theme, _("Search the story"))
        self.search.setFixedWidth(SIZES.filter)
        self.view = StoryView(self.model, around, _("Story"))
        self.area = ListArea(theme, self.view)
        strip = QHBoxLayout()
        strip.setContentsMargins(SPACE.xl, SPACE.m, SPACE.xl, SPACE.s)
        strip.setSpacing(SPACE.m)
        strip.addWidget(self.chips, 1)
        strip.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(strip)
        column.addWidget(self.area, 1)
        self.chips.chosen.connect(self._on_chip)
        self.search.textChanged.connect(self._on_words)
        self.search.left.connect(self.view.setFocus)
        self.area.acted.connect(self._on_none)
        self.view.menu_wanted.connect(self._on_menu)
        self.view.activated.connect(lambda _at: self._open_visit())
        failed = around.desk.failed.emit
        self._latest: Latest[StoryListing] = Latest(around.desk, self._show, failed, self)

    def show_customer(self, code: str) -> None:
        """Tell a customer's story; what it was narrowed to is forgotten with another customer."""
        if code != self._code:
            self._code, self._wanted = code, StoryWanted()
            self.chips.choose(Topic.EVERYTHING)
            self.search.blockSignals(True)
            self.search.clear()
            self.search.blockSignals(False)
            self.model.show_listing(None)
        self.reload()

    def reload(self) -> None:
        """Ask for the story as it is wanted now."""
        today = self._around.program.clock.today
        self._latest.ask(partial(self._stories.listing, self._code, self._wanted, today))

    def _on_chip(self, key: str) -> None:
        self._wanted = narrowed(self._wanted, key)
        self.reload()

    def narrow(self, place: int) -> None:
        """Choose a chip by its place, the first is 1."""
        self.chips.choose(KEYS[place - 1])
        self._on_chip(KEYS[place - 1])

    def print_shown(self) -> None:
        """Ask for what is shown on paper."""
        self.print_wanted.emit(self._wanted)

    def _on_menu(self, at: QPoint) -> None:
        """Offer what can be done with a contact, and the story on paper."""
        _ = words(self._around.language).gettext
        menu = ActionMenu(self._around.theme, self)
        event = self.model.event_at(self.view.currentIndex().row())
        if tells_of_visit(event):
            menu.offer(Glyph.VISIT, _("Open the visit"), self._open_visit, _("Enter"))
        if isinstance(event, Talk):
            self._offer_talk(menu, event)
        if not menu.isEmpty():
            menu.addSeparator()
        menu.offer(Glyph.PRINT, _("Print what is shown…"), self.print_shown, PRINT_KEY)
        menu.popup(at)

    def _open_visit(self) -> None:
        """Enter opens the visit that is told of; what else is told has no page of its own."""
        event = self.model.event_at(self.view.currentIndex().row())
        if tells_of_visit(event):
            self.visit_wanted.emit(event)

    def _offer_talk(self, menu: ActionMenu, talk: Talk) -> None:
        """Offer what can be done with a contact; other happenings are what they are."""
        _ = words(self._around.language).gettext
        confirm, correct = self.confirm_wanted.emit, self.correct_wanted.emit
        if talk.direction == "in" or Outcome(talk.outcome).reached:
            menu.offer(Glyph.LETTER, _("Confirm in writing…"), partial(confirm, talk))
        menu.offer(Glyph.EDIT, _("Put it right…"), partial(correct, talk))
        why_not = _("It was put right already: move what was put down last.")
        move = partial(self.move_wanted.emit, talk)
        reason = why_not if talk.corrected else ""
        menu.offer(Glyph.HAND_OVER, _("Move to another customer…"), move, "", reason)

    def _on_words(self, text: str) -> None:
        self._wanted = replace(self._wanted, text=text)
        self.reload()

    def _show(self, listing: StoryListing) -> None:
        before, current = self.model.listing, self.view.currentIndex()
        again = before is not None and _asks_the_same(before, listing) and current.isValid()
        key = self.model.event_at(current.row()).key if again else None
        scrolled = self.view.verticalScrollBar().value()
        self.model.show_listing(listing)
        place = None if key is None else self.model.place_of(key)
        self.view.begin_at(place or 0, 0 if place is None else scrolled)
        if listing.keys:
            self.area.show_list()
        else:
            picture = Picture.NO_MATCH if listing.of else Picture.NOTHING_YET
            self.area.show_none(picture, self._none_words(listing))

    def _none_words(self, listing: StoryListing) -> EmptyWords:
        _ = words(self._around.language).gettext
        if not listing.of:
            come = _("Calls, invoices, payments and promises appear here in order.")
            return EmptyWords(_("The story begins here"), come, _("Call"))
        topic = chip_words(chip_of(listing.wanted), self._around.language)
        text = listing.wanted.text.strip()
        fact = (
            _("Nothing matches ‘{text}’ in {list}").format(text=text, list=topic)
            if text
            else _("Nothing in {list} so far").format(list=topic)
        )
        everything = _("Look in all {count}").format(count=number(listing.of, self._around.locale))
        shown = chip_of(listing.wanted) == Topic.EVERYTHING
        looked = _("Notes, names, numbers and amounts are searched.")
        return EmptyWords(fact, looked if text else "", "" if shown else everything)

    @property
    def entry(self) -> QWidget:
        """Where reading begins: in the story, or where it says that there is none."""
        return self.area.entry or self.search

    def _on_none(self) -> None:
        """The one thing to do where nothing is told."""
        listing = self.model.listing
        if listing is not None and not listing.of:
            self.begin_wanted.emit()
            return
        self.chips.choose(Topic.EVERYTHING)
        self._on_chip(Topic.EVERYTHING)


def _asks_the_same(before: StoryListing, now: StoryListing) -> bool:
    """Whether the same story is told again, so that the reader stays where they were."""
    return (before.customer_id, before.wanted) == (now.customer_id, now.wanted)
