"""In the status line: who is at work at this computer, and the menu that changes it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from creditmate.domain.changes import Touched
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.status_line import StatusButton
from creditmate.ui.queries import Latest, Writes
from creditmate.ui.shell.keys import WINDOW, Deed
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.wishes import OpenSettings

if TYPE_CHECKING:
    from creditmate.domain.our_people import StaffRow


class _AtWork(NamedTuple):
    """Who could be at work here, and who is."""

    people: "Sequence[StaffRow]"
    now: "StaffRow | None"


class WorkingAs(StatusButton):
    """Seen as soon as the ledger knows any of our people; what is done is put down to that one."""

    wanted = Signal(object)
    """A ``Wish``."""
    changed = Signal(Touched)
    told = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.theme, Glyph.CUSTOMERS)
        self._around = around
        self._ = words(around.language).gettext
        self._known = _AtWork((), None)
        self._is_open = False
        failed = around.desk.failed.emit
        self._asked: Latest[_AtWork] = Latest(around.desk, self._show, failed, self)
        self._working = Writes(around.desk, failed, self)
        self.setToolTip(" ".join((self._("Who is at work here"), WINDOW[Deed.WORKING_AS].keys[0])))
        self.clicked.connect(self.choose)
        self.hide()

    def clear(self) -> None:
        """No ledger is open."""
        self._is_open = False
        self._asked.forget()
        self._known = _AtWork((), None)
        self.hide()

    def ask(self) -> None:
        """Ask who is at work now in the ledger that is open."""
        self._is_open = True
        self._asked.ask(self._at_work)

    def choose(self) -> None:
        """Offer our people; whoever is at work is ticked."""
        if not self._is_open:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in self._known.people:
            self._offer(menu, row.name, row.id)
        if self._known.people:
            self._offer(menu, self._("Nobody in particular"), None)
            menu.addSeparator()
        menu.addAction(self._("Our people…"), partial(self.wanted.emit, OpenSettings("people")))
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _offer(self, menu: QMenu, name: str, id_: int | None) -> None:
        now = self._known.now
        action = menu.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked((now.id if now else None) == id_)
        action.triggered.connect(lambda _checked: self._work_as(id_))

    def _work_as(self, id_: int | None) -> None:
        people = self._around.program.people
        self._working.do(partial(people.work_as, id_), self._on_working)

    def _on_working(self, touched: Touched) -> None:
        self.changed.emit(touched)  # whereupon it is asked who it is

    def _at_work(self) -> _AtWork:
        people = self._around.program.people
        return _AtWork(tuple(people.staff()), people.working_as())

    def _show(self, known: _AtWork) -> None:
        self._known = known
        now = known.now
        said = self._("Who is at work?")
        if now is not None:
            said = self._("Working as {name}").format(name=now.name)
        self.say(said)
        self.setVisible(bool(known.people))
