"""A list on a page of the settings, with what can be done to the row one is on."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.drawing import Picture
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.kit.end_row import EndRow
from creditmate.ui.kit.item_table import ItemTable, Numbered
from creditmate.ui.kit.list_area import ListArea
from creditmate.ui.kit.menu import ActionMenu
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.text import Text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink, Type

Item = TypeVar("Item")


class Action(Generic[Item]):
    """Something that can be done to a row: a button over the list, an entry of its menu.

    Attributes:
        why_not: Given a row, returns why it cannot be done; empty where it can.
        fits: Given a row, returns whether it makes sense at all; else it is not offered.
    """

    def __init__(
        self,
        glyph: Glyph,
        text: str,
        work: Callable[[Item], object],
        why_not: Callable[[Item], str] = lambda _item: "",
        fits: Callable[[Item], bool] = lambda _item: True,
    ) -> None:
        self.glyph, self.text, self.work = glyph, text, work
        self.why_not, self.fits = why_not, fits


class ListBlock(QWidget, Generic[Item]):
    """A title, the actions for the row one is on, and the rows; Enter does the first action.

    Attributes:
        list: The rows.
    """

    acted_on_none = Signal()
    """What the empty list offers was chosen."""

    def __init__(
        self,
        around: Surroundings,
        title: str,
        columns: Sequence[Column[Numbered[Item]]],
        actions: Sequence[Action[Item]],
        *,
        flexible: int = 0,
    ) -> None:
        super().__init__()
        self._around, self._actions = around, tuple(actions)
        theme = around.theme
        self.list: ItemTable[Item] = ItemTable(theme, around.desk, title, columns, flexible)
        self.area = ListArea(theme, self.list.table)
        self.buttons = [Button(theme, a.text, Kind.LINK) for a in self._actions]
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE.l)
        for place, button in enumerate(self.buttons):
            inside.addWidget(button)
            button.clicked.connect(partial(self._do, place))
        head = EndRow(Text(theme, title, Type.SMALL_STRONG, Ink.MUTED), row)
        held = QHBoxLayout()
        held.setContentsMargins(SPACE.xl, SPACE.s, SPACE.xl, SPACE.xs)
        held.addWidget(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(held)
        column.addWidget(self.area, 1)
        table = self.list.table
        table.opened.connect(lambda _id: self._do(0))
        table.menu_asked.connect(self._open_menu)
        table.chosen.connect(self._allow)
        self.area.acted.connect(self.acted_on_none)
        self._allow()

    def show_items(self, items: Sequence[Item], none: EmptyWords) -> None:
        """Show other rows, or say why there are none."""
        self.list.show_items(items)
        if items:
            self.area.show_list()
        else:
            self.area.show_none(Picture.NOTHING_YET, none)
        self._allow()

    def begin(self) -> None:
        """Work begins in the list, or at what fills it."""
        (self.area.entry or self).setFocus()

    def _allow(self) -> None:
        item = self.list.current
        for action, button in zip(self._actions, self.buttons, strict=True):
            why_not = "" if item is None else action.why_not(item)
            button.setVisible(item is not None and action.fits(item))
            if why_not:
                button.refuse(why_not)
            else:
                button.allow()

    def _do(self, place: int) -> None:
        item = self.list.current
        action = self._actions[place]
        if item is not None and action.fits(item) and not action.why_not(item):
            action.work(item)

    def _open_menu(self, at: QPoint) -> None:
        item: Any = self.list.current
        if item is None:
            return
        menu = ActionMenu(self._around.theme, self)
        enter = words(self._around.language).gettext("Enter")
        for place, action in enumerate(self._actions):
            if action.fits(item):
                keys, why_not = "" if place else enter, action.why_not(item)
                menu.offer(action.glyph, action.text, partial(self._do, place), keys, why_not)
        menu.popup(at)
