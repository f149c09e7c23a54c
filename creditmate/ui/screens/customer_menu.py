"""What can be done with the customers that are chosen in the list, as a menu."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from creditmate.domain.customer_list import ListedCustomer
from creditmate.i18n.catalogue import words
from creditmate.ui.applications.list_door import ListDoor
from creditmate.ui.kit.menu import ActionMenu
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.wishes import EditCustomer, OpenCustomer, OpenStatements, StartCall, Wish

CALL_KEY, EDIT_KEY, NEW_KEY, SEARCH_KEY = "C", "E", "N", "/"
OF_ROW: Mapping[str, Callable[[str], Wish]] = {CALL_KEY: StartCall, EDIT_KEY: EditCustomer}
"""Keys that do something with the customer one is on."""


class CustomerMenu(QObject):
    """Offers the same actions as the keys; opening and calling are for one customer."""

    wanted = Signal(object)
    copy_asked = Signal()

    def __init__(self, around: Surroundings, parent: QWidget, applications: ListDoor) -> None:
        super().__init__(parent)
        self._around, self._parent, self._applications = around, parent, applications

    def open(self, at: QPoint, rows: Sequence[ListedCustomer]) -> None:
        """Show the menu for these customers at a place on the screen."""
        if not rows:
            return
        _ = words(self._around.language).gettext
        menu = ActionMenu(self._around.theme, self._parent)
        code, codes = rows[0].code, tuple(row.code for row in rows)
        why_not = _("Choose one customer.") if len(rows) > 1 else ""
        want = self.wanted.emit
        menu.offer(
            Glyph.OPEN_PAGE, _("Open"), lambda: want(OpenCustomer(code)), _("Enter"), why_not
        )
        menu.offer(Glyph.CALL, _("Call"), lambda: want(StartCall(code)), CALL_KEY, why_not)
        menu.offer(Glyph.STATEMENT, _("Statement"), lambda: want(OpenStatements(codes)))
        menu.offer(Glyph.EDIT, _("Edit…"), lambda: want(EditCustomer(code)), EDIT_KEY, why_not)
        menu.addSeparator()
        form, read = self._applications.hand_out, self._applications.read
        menu.offer(Glyph.LETTER, _("Save a blank credit application…"), form)
        menu.offer(Glyph.OPEN_PAGE, _("Read a credit application…"), read)
        menu.addSeparator()
        menu.offer(Glyph.COPY, _("Copy"), self.copy_asked.emit, "Ctrl+C")
        menu.popup(at)
