"""What can be done about a line of Today: where each leads, and the menu that offers it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from creditmate.domain.day_plan import Act, act_of
from creditmate.i18n.catalogue import words
from creditmate.i18n.work_words import act_words
from creditmate.services.worklists import WorkRow
from creditmate.ui.screens.today_lines import ACTS
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.wishes import (
    OpenCustomer,
    OpenPayments,
    OpenStatements,
    OpenVisit,
    StartCall,
    Wish,
)

ADD_KEY = "N"
HALF_KEY = "H"
PRINT_KEY = "Ctrl+P"
PUT_OFF_KEY = "Z"
_MONEY = frozenset({Act.MATCH, Act.LOOK})
"""Done about money that is there, or said to be."""
WITH_MEMBER = frozenset({Act.CALL, Act.ACCOUNT, Act.VISIT})
"""Done with the one of a group with whom it was agreed, where it is the line's own way."""
_OWN = _MONEY | {Act.VISIT}
"""Offered for lines that are about such only."""


def wish_for(act: Act, code: str) -> Wish:
    """Return where acting on a customer's line leads."""
    if act is Act.CALL:
        return StartCall(code)
    if act is Act.VISIT:
        return OpenVisit(code=code)
    if act in _MONEY:
        return OpenPayments(code, look_for=act is Act.LOOK)
    return OpenStatements((code,)) if act is Act.STATEMENT else OpenCustomer(code)


class LineMenu(QObject):
    """Every way to act on a line, the line's own first; and copying all lines."""

    acted = Signal(str, object)
    """The customer's code, and the ``Act``."""
    put_off_asked = Signal()
    step_asked = Signal()
    copy_asked = Signal()
    print_asked = Signal()

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self._parent = around, parent
        self._keys = {Act.CALL: "C", Act.ACCOUNT: "O"}

    def open(self, row: WorkRow, at: QPoint) -> None:
        """Show the menu of a line at a global position."""
        language, _ = self._around.language, words(self._around.language).gettext
        menu = QMenu(self._parent)
        menu.aboutToHide.connect(menu.deleteLater)
        own = act_of(row.line)
        acts = [act for act in Act if act is own or act not in _OWN]
        for act in sorted(acts, key=lambda other: other is not own):
            keys = self._keys.get(act, "")
            text = act_words(act, "", language)
            self._offer(menu, ACTS[act], text, keys, self._acting(row.code, act))
        put_off = self.put_off_asked.emit
        self._offer(menu, Glyph.SNOOZE, _("Put off…"), PUT_OFF_KEY, put_off)
        self._offer(menu, Glyph.GO, _("Already at a step…"), "", self.step_asked.emit)
        menu.addSeparator()
        self._offer(menu, Glyph.PRINT, _("Print the call sheet…"), PRINT_KEY, self.print_asked.emit)
        self._offer(menu, Glyph.COPY, _("Copy all lines"), "Ctrl+C", self.copy_asked.emit)
        menu.popup(at)

    def _acting(self, code: str, act: Act) -> Callable[[], None]:
        return lambda: self.acted.emit(code, act)

    def _offer(
        self, menu: QMenu, glyph: Glyph, text: str, keys: str, work: Callable[[], None]
    ) -> None:
        # behind a tab a menu shows keys without claiming them: the screen's shortcuts have them
        shown = f"{text}\t{keys}" if keys else text
        action = menu.addAction(self._around.theme.icon(glyph), shown)
        action.triggered.connect(lambda _checked: work())
