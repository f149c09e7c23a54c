"""Something of ours went wrong: what happened, how the ledger is, what to do, and the report."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.errors import Cancelled, Problem, UserError
from creditmate.domain.ledger_glance import Glance
from creditmate.i18n.catalogue import words
from creditmate.system.crash_report import CrashReport
from creditmate.ui.bug_report.words import GONE, LOOKING, OF_LEDGER, Happened, LedgerSays
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.notice import Notice
from creditmate.ui.kit.tag import Tone
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.kit.text_input import TextInput
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

_LINES = 8  # of a report that are seen at once
_JOINED = 4  # reports of what went wrong meanwhile; each of them is kept in its file


class BugDialog(EditDialog):
    """Whatever else goes wrong meanwhile is counted in it. Escape goes on working.

    So does Enter, unless the ledger is not as it should be: then the program is better closed.

    Args:
        around: Of the window.
        window: Over which it opens.
        happened: When.
        reports: Of it, the first one first.

    Attributes:
        text: The report in full.
        copy: Puts it on the clipboard.
        other: Closes the program, or goes on working where Enter closes it.
    """

    leaving = Signal()
    """The program is to be closed."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        happened: Happened,
        reports: Sequence[CrashReport],
    ) -> None:
        self._ = _ = words(around.language).gettext
        super().__init__(
            around,
            window,
            _(happened.title),
            _("Go on working"),
            detail=_(happened.detail),
            width=SIZES.bug_dialog,
        )
        self.setWindowModality(Qt.WindowModality.ApplicationModal)  # over dialogs that are open
        self._happened = happened
        self._more = self._joined = 0
        self.cancel.hide()  # going on is the one way back
        self.other = Button(around.theme, _("Close the program"))
        self._then_what = Paragraph(around.theme, _(happened.then))
        self._closes = False
        self.copy = Button(around.theme, _("Copy the report"), glyph=Glyph.COPY)
        self._place_buttons()
        self._of_ledger = QVBoxLayout()
        self.said = LOOKING
        self._counted = Paragraph(around.theme, "", Type.BODY, Ink.MUTED)
        self._counted.hide()
        self.text = TextInput(around.theme, "", _LINES)
        self._report = Field(around.theme, _("Report"), self.text)
        self._fill()
        self._show(reports)
        self._looking: Latest[Glance] = Latest(around.desk, self._on_looked, self._on_lost, self)
        self._say(LOOKING)
        self._look()

    def join(self, report: CrashReport) -> None:
        """Something else went wrong meanwhile: its report stands below, if few do already."""
        self._joined += 1
        if self._joined <= _JOINED:
            self.text.setPlainText(f"{self.text.toPlainText()}\n\n{report.text.rstrip()}")
        self.count()

    def _show(self, reports: Sequence[CrashReport]) -> None:
        """Show the reports in full, one after another, and where the first is kept."""
        self.text.setPlainText("\n\n".join(report.text.rstrip() for report in reports))
        path = reports[0].path
        if path is None:
            note = self._("It could not be kept on this computer. Copy it if you want to send it.")
        else:
            note = self._("It is kept on this computer as {file}.").format(file=path.name)
        self._report.note(note)

    @property
    def counted(self) -> str:
        """What is said of how often it came again; empty while it has not."""
        return self._counted.text()

    def count(self) -> None:
        """Something went wrong once more."""
        self._more += 1
        told = words(self.around.language).ngettext(
            "While you read this it happened once more.",
            "While you read this it happened {count} more times.",
            self._more,
        )
        self._counted.set_text(told.format(count=self._more))
        self._counted.show()
        self.refit()

    def on_verb(self) -> None:
        """Go on working, or close the program where that is the better way."""
        self._end(closes=self._closes)

    def _place_buttons(self) -> None:
        self.put_at_foot(self.copy, 0)
        self.put_at_foot(self.other, self.foot.count() - 1)
        self.copy.clicked.connect(self._on_copy)
        self.other.clicked.connect(self._on_other)

    def _fill(self) -> None:
        _, theme = self._, self.around.theme
        self.text.setReadOnly(True)
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # it is about code
        private = _(
            "The report says where in the program it was and in which versions. No name, amount or"
            " note is in it, and it goes nowhere by itself."
        )
        self.put(self._of_ledger, self._then_what, self._counted)
        self.body.addSpacing(SPACE.s)
        self.put(Paragraph(theme, private, Type.BODY, Ink.MUTED), self._report)

    # ------------------------------------------------------------- how the ledger is
    def _look(self) -> None:
        program = self.around.program
        if program.is_held:  # locked: nobody would answer
            self._say(OF_LEDGER[Glance.NONE_OPEN])
        elif program.works:
            self._looking.ask(lambda: program.checking.pages(self._give_way))
        else:
            self._say(GONE)

    def _give_way(self, done: int, total: int) -> None:
        """Stop looking while anybody waits: it begins anew once nobody does."""
        del done, total
        if self.around.program.is_awaited:
            raise Cancelled

    def _on_looked(self, glance: Glance) -> None:
        if glance is Glance.DAMAGED:
            self.around.program.damage_met(UserError(Problem.LEDGER_DAMAGED))
        self._say(OF_LEDGER[glance])

    def _on_lost(self, error: Exception) -> None:
        program = self.around.program
        if isinstance(error, Cancelled):
            self._looking.ask_when_calm(lambda: program.checking.pages(self._give_way))
        elif isinstance(error, UserError) and error.problem is Problem.LEDGER_DAMAGED:
            self._say(OF_LEDGER[Glance.DAMAGED])
        else:
            self._say(GONE)

    def _say(self, says: LedgerSays) -> None:
        """Say it in the place of what was said before."""
        self.said = says
        while (item := self._of_ledger.takeAt(0)) is not None:
            if (before := item.widget()) is not None:
                before.hide()
                before.deleteLater()
        _, title = self._, self._(says.title)
        detail = _(says.detail) if says.detail else ""
        self._of_ledger.addWidget(Notice(self.around.theme, says.tone, title, detail))
        self._prefer(closing=says.tone is Tone.WARNING)
        self.refit()

    def _prefer(self, *, closing: bool) -> None:
        """Let Enter close the program, or go on working, and say nothing against it."""
        ways = self._("Go on working"), self._("Close the program")
        preferred, other = reversed(ways) if closing else ways
        self._closes = closing
        self.verb.rename(preferred)
        self.other.rename(other)
        self.other.setVisible(closing or self._happened is Happened.NOW)
        self._then_what.setVisible(not closing)

    # ------------------------------------------------------------- what can be done
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._report.echo(self._("Copied."))

    def _on_other(self) -> None:
        self._end(closes=not self._closes)

    def _end(self, *, closes: bool) -> None:
        self.accept()
        if closes:
            self.leaving.emit()
