"""A menu of actions beside the pointer, with the keys that do the same."""

from collections.abc import Callable, Collection, Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme


def actions_of(menu: QMenu) -> Iterator[QAction]:
    """Return the actions of a menu and of the menus within it, in order."""
    for action in menu.actions():
        within = action.menu()
        if isinstance(within, QMenu):
            yield from actions_of(within)
        elif not action.isSeparator():
            yield action


def do_from(menu: QMenu, texts: Collection[str]) -> str | None:
    """Do what a menu offers under one of these texts, without showing it; the menu is gone then.

    Returns:
        Empty if it was done, else why it cannot be; None where it is not offered.
    """
    menu.deleteLater()
    for action in actions_of(menu):
        if action.text().partition("\t")[0] in texts:
            if not action.isEnabled():
                return action.toolTip()
            action.trigger()
            return ""
    return None


class ActionMenu(QMenu):
    """Made when it is asked for, gone when it is closed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.aboutToHide.connect(self.deleteLater)

    def offer(
        self, glyph: Glyph, text: str, work: Callable[[], object], keys: str = "", why_not: str = ""
    ) -> None:
        """Add an action; with a reason why not it is shown, but cannot be chosen."""
        # behind a tab a menu shows keys without claiming them: the screen's shortcuts have them
        action = self.addAction(self._theme.icon(glyph), f"{text}\t{keys}" if keys else text)
        action.triggered.connect(lambda _checked: work())
        action.setEnabled(not why_not)
        action.setToolTip(why_not or text)
