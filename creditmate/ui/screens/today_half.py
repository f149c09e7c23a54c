"""On Today: whose call is half written, so that none is forgotten once another one was begun."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.ui.kit.menu import ActionMenu
from creditmate.ui.kit.status_line import StatusButton
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ink
from creditmate.ui.wishes import StartCall

if TYPE_CHECKING:
    from creditmate.services.call_drafts import CallDraft


class HalfWritten(StatusButton):
    """Amber words, seen only while there is such a call; pressed, one goes on with it."""

    known = Signal()
    """Whose they are is known anew; the button is shown or hidden by then."""
    chosen = Signal(object)
    """The ``StartCall`` that goes on with one."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.theme, Glyph.EDIT)
        self._around = around
        self._drafts: tuple[CallDraft, ...] = ()
        failed = around.desk.failed.emit
        self._found: Latest[tuple[CallDraft, ...]] = Latest(around.desk, self._show, failed, self)
        self.clicked.connect(self.open)
        self.hide()

    @property
    def codes(self) -> frozenset[str]:
        """The customers' codes."""
        return frozenset(draft.code for draft in self._drafts)

    def ask(self) -> None:
        """Ask for them once all that was typed is kept; nobody waits for it."""
        program = self._around.program
        self._found.ask_when_calm(lambda: program.call_drafts.unfinished())  # noqa: PLW0108 - loaded over there

    def open(self) -> None:
        """Go on with the only one; of several it is asked with which, the last typed in first."""
        if len(self._drafts) == 1:
            self._go_on(self._drafts[0])
        elif self._drafts:
            menu = ActionMenu(self._around.theme, self)
            for draft in self._drafts:
                said = f"{draft.name} ({draft.code})"
                menu.offer(Glyph.CALL, said, partial(self._go_on, draft))
            menu.popup(self.mapToGlobal(QPoint(0, 0)))
            menu.setActiveAction(menu.actions()[0])
            menu.setFocus(Qt.FocusReason.PopupFocusReason)

    def _go_on(self, draft: "CallDraft") -> None:
        self.chosen.emit(StartCall(draft.code, draft.typed.incoming))

    def _show(self, drafts: "Sequence[CallDraft]") -> None:
        self._drafts = tuple(drafts)
        catalogue, count = words(self._around.language), len(drafts)
        if count == 1:
            text = catalogue.gettext("Call half written: {name}").format(name=drafts[0].name)
        else:
            text = catalogue.ngettext(
                "{count} call half written", "{count} calls half written", count
            ).format(count=number(count, self._around.locale))
        self.say(text, Ink.WARNING)
        self.setToolTip(", ".join(f"{draft.name} ({draft.code})" for draft in drafts))
        self.setVisible(bool(drafts))
        self.known.emit()
