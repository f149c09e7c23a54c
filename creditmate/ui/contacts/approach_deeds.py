"""How somebody is approached, decided on a page or a list: the step they are at, a help sheet."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Touched
from creditmate.domain.help_sheets import HelpSheet
from creditmate.services.customers import Brief
from creditmate.services.help_sheets import SentSheet
from creditmate.services.program import Program
from creditmate.system.passing_folder import PassingFolder
from creditmate.ui.deeds import Deeds
from creditmate.ui.kit.links import view
from creditmate.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from concurrent.futures import Future

    from creditmate.services.help_sheet_papers import IssuedHelpSheet


class ApproachDeeds(Deeds):
    """Opens the dialogs; what is set can be undone.

    Of a help sheet the contact, the day to ask again and the peace can; the paper keeps its number.
    """

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(around, over, around.program.snoozes.undo)
        self._folder = PassingFolder()
        self.destroyed.connect(self._folder.clear)

    def at_step(self, code: str, name: str) -> None:
        """Ask at which step somebody is already."""
        from creditmate.ui.contacts.step_dialog import (  # noqa: PLC0415 - see docs/decisions/0006
            StepDialog,
        )

        StepDialog(self._around, self._over, code, name, self.tell)

    def help_sheet(self, code: str) -> None:
        """Show the sheet of a customer's country, to be sent."""
        program, today = self._around.program, self._around.program.clock.today
        self.ask(
            lambda: (program.customers.brief(code, today), program.help_sheets.for_customer(code)),
            self._show_sheet,
        )

    def _show_sheet(self, read: tuple[Brief, HelpSheet]) -> None:
        from creditmate.ui.contacts.help_sheet_dialog import HelpSheetDialog  # noqa: PLC0415

        brief, sheet = read
        sent = partial(self._on_sent, brief.customer.code)
        HelpSheetDialog(self._around, self._over, brief, sheet, sent)

    def _on_sent(self, code: str, sent: SentSheet) -> None:
        """Tell it, and issue the letter that goes there."""
        self.changed.emit(sent.done.touched)
        undo = partial(self._around.program.calls.undo, sent.done.id)
        self.told_undo.emit(self._("The help sheet is put down as sent"), undo)
        issue = partial(_issued, self._around.program, code)
        self._around.drawing.ask(issue, partial(self._on_issued, undo), self)

    def _on_issued(self, undo: Callable[[], Touched], answer: "Future[IssuedHelpSheet]") -> None:
        error = answer.exception()
        if isinstance(error, Exception):
            self.fail(error)
            return
        issued = answer.result()
        self.changed.emit(Touched.PAPERS)
        text = self._("Help sheet {number} is issued and kept: print it, or send it along.")
        self.told_undo.emit(text.format(number=issued.number), undo)
        view(self._folder.put(f"{issued.number}.pdf", issued.pdf))


def _issued(program: Program, code: str) -> "IssuedHelpSheet":
    from creditmate.services.help_sheet_papers import HelpSheetIssue  # noqa: PLC0415 - as above

    return HelpSheetIssue(program.help_sheet_papers, program.ask).issue(code)
