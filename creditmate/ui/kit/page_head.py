"""The head of a page: the way back, what it is about, and what can be done with it."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, IconButton, Kind
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.paint import Lane, centred, text_width
from creditmate.ui.kit.tag import Tag, Tone
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Type


class PageHead(QWidget):
    """Back, name, tag; at the far edge the actions, the primary one last.

    Where there is no room for all, actions fold into a menu from the leading end; then the tag
    goes; only then is the name shortened.
    """

    backed = Signal()

    def __init__(self, theme: Theme, language: str, actions: Sequence[Button]) -> None:
        super().__init__()
        self._theme, self._name, self._said = theme, "", ""
        _ = words(language).gettext
        self.setFixedHeight(SIZES.page_head)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.back = IconButton(theme, Glyph.BACK, _("Back"), Kind.QUIET)
        self.back.setParent(self)
        self.back.clicked.connect(self.backed)
        self._title = Elided(theme, "", Type.TITLE)
        self._title.setParent(self)
        self.tag = Tag(theme, "")
        self.tag.setParent(self)
        self.more = IconButton(theme, Glyph.MORE, _("More"))
        self.more.setParent(self)
        self.more.clicked.connect(self._open_more)
        self.buttons = tuple(actions)
        for action in self.buttons:
            action.setParent(self)
        self._menu = QMenu(self)
        self._fill: Callable[[QMenu], object] | None = None
        self._left_out: frozenset[Button] = frozenset()
        theme.changed.connect(self._arrange)

    def show_name(self, name: str) -> None:
        """Say what the page is about."""
        self._name = name
        self._title.show_text(name)
        self._arrange()

    def show_tag(self, text: str, tone: Tone) -> None:
        """Say the gravest thing of it behind the name; nothing if there is none."""
        self._said = text
        self.tag.show_as(text, tone)
        self._arrange()

    def offer_more(self, fill: Callable[[QMenu], object]) -> None:
        """Have the menu always there: ``fill`` puts into it what is seldom done."""
        self._fill = fill
        self._arrange()

    def offer_only(self, *actions: Button) -> None:
        """Leave out the other actions: they make no sense now."""
        self._left_out = frozenset(self.buttons) - frozenset(actions)
        self._arrange()

    def put_last(self, action: Button) -> None:
        """Make one the primary action: it stands at the far edge, and is never folded away."""
        if self.buttons[-1] is not action:
            self.buttons = (*(one for one in self.buttons if one is not action), action)
            for before, after in pairwise(self.buttons):
                self.setTabOrder(before, after)
        for one in self.buttons:
            one.become(Kind.PRIMARY if one is action else Kind.PLAIN)
        self._arrange()

    def focus_primary(self) -> None:
        """Put the focus on the primary action."""
        for action in self._offered[-1:]:
            action.setFocus()

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(SIZES.least_width, SIZES.page_head)

    def minimumSizeHint(self) -> QSize:
        """The way back, some of the name, the menu and the primary action."""
        needed = self.back.sizeHint().width() + self._actions_width(self._offered[-1:])
        return QSize(needed + 4 * SPACE.xl, SIZES.page_head)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        lane = Lane(self.rect().adjusted(SPACE.xl, 0, -SPACE.xl, 0), self.layoutDirection())
        self._place(self.back, lane.lead(self.back.sizeHint().width(), SPACE.m))
        name = text_width(self._name, self._theme.font(Type.TITLE))
        tag = self.tag.sizeHint().width() + SPACE.m if self._said else 0
        kept = self._kept(lane.rest().width() - name - SPACE.l, tag)
        for action in reversed(self.buttons):
            if action in kept:
                self._place(action, lane.trail(action.sizeHint().width()))
            action.setVisible(action in kept)
        folded = len(kept) < len(self._offered) or self._fill is not None
        if folded:
            self._place(self.more, lane.trail(self.more.sizeHint().width()))
        self.more.setVisible(folded)
        room = lane.rest().width()
        shown = bool(self._said) and name + tag <= room
        self.tag.setVisible(shown)
        self._place(self._title, lane.lead(min(name, room), SPACE.m))
        if shown:
            self._place(self.tag, lane.lead(self.tag.sizeHint().width()))

    def _kept(self, room: int, tag: int) -> Sequence[Button]:
        """The actions that stay, the last ones; the primary one always does."""
        offered = self._offered
        for first in range(len(offered)):
            kept = offered[first:]
            if self._actions_width(kept) <= room - tag:
                return kept
        return offered[-1:]

    @property
    def _offered(self) -> Sequence[Button]:
        return tuple(action for action in self.buttons if action not in self._left_out)

    def _actions_width(self, kept: Sequence[Button]) -> int:
        width = sum(action.sizeHint().width() + SPACE.s for action in kept)
        with_menu = len(kept) < len(self._offered) or self._fill is not None
        return width + (self.more.sizeHint().width() + SPACE.s if with_menu else 0)

    def _place(self, widget: QWidget, lane: QRect) -> None:
        widget.setGeometry(centred(lane, lane.width(), widget.sizeHint().height()))

    def _open_more(self) -> None:
        self._menu.clear()
        for action in self._offered:
            if not action.isVisible():
                entry = self._menu.addAction(action.text(), action.click)
                entry.setEnabled(action.isEnabled())
        if self._fill is not None:
            if not self._menu.isEmpty():
                self._menu.addSeparator()
            self._fill(self._menu)
        corner = self.more.rect().bottomLeft()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            corner = self.more.rect().bottomRight()
        self._menu.popup(self.more.mapToGlobal(corner))
