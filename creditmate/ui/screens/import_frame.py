"""Head and foot round the steps of bringing in invoices."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.importing import InvoiceTable
from creditmate.i18n.catalogue import words
from creditmate.i18n.import_verdicts import bring_in_words, leave_out_words
from creditmate.services.import_plan import ImportPlan
from creditmate.ui.kit.button import Button, IconButton, Kind
from creditmate.ui.kit.check_row import CheckSentence
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.feet import frame_foot
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.step_line import StepLine
from creditmate.ui.kit.text import Text
from creditmate.ui.screens.import_check import faulty_rows
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type


class ImportHead(QWidget):
    """The way back, the title, which file; below it where one is."""

    backed = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._words = words(language)
        _ = self._words.gettext
        self._names = [_("Choose the file"), _("Check the columns"), _("Dry run"), _("Done")]
        self.steps = StepLine(theme, self._names)
        self._file = Elided(theme, "", Type.BODY, Ink.MUTED)
        back = IconButton(theme, Glyph.BACK, _("Back"), Kind.QUIET)
        back.clicked.connect(self.backed)
        head = QWidget()
        head.setFixedHeight(SIZES.page_head)
        head.setProperty("rule", "bottom")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        keep_clear(row, SPACE.l, 0, SPACE.xl, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(back)
        row.addWidget(Text(theme, _("Bring in invoices"), Type.TITLE))
        row.addWidget(self._file, 1)
        steps = QVBoxLayout()
        steps.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        steps.addWidget(self.steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(steps)

    def show_step(self, at: int) -> None:
        """Show where one is, from 0."""
        text = self._words.gettext("Step {at} of {count}: {name}")
        said = text.format(at=at + 1, count=len(self._names), name=self._names[at])
        self.steps.show_step(at, said)

    def show_file(self, said: str) -> None:
        """Say which file it is about."""
        self._file.show_text(said)


class ImportFoot(QWidget):
    """Leaving out, cancelling, and the one action that leads on."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._words = around, words(around.language)
        _, theme = self._words.gettext, around.theme
        self.leave_out = CheckSentence(theme, "")
        self.cancel = Button(theme, _("Cancel"), Kind.QUIET)
        self.go = Button(theme, _("Check again"), Kind.PRIMARY)
        frame_foot(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(self.leave_out)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.go)

    def lead_to_dry_run(self, table: InvoiceTable, *, leave_out: bool) -> None:
        """Offer what comes after a file was read; ``leave_out`` is whether rows are to be."""
        _ = self._words.gettext
        problems = table.problems if table.can_leave_out else table.left_out
        self._offer_leaving_out(faulty_rows(problems), ticked=leave_out)
        self._lead_on(_("See the dry run") if table.ready else _("Check again"), "")

    def lead_to_ledger(self, plan: ImportPlan) -> None:
        """Offer to do what was planned, or say why it cannot be done."""
        _, around = self._words.gettext, self._around
        refused = _("There is nothing to bring in.") if plan.nothing else ""
        refused = _("The ledger has some of it otherwise.") if plan.differences else refused
        if plan.new:
            verb = bring_in_words(len(plan.new), around.language, around.locale)
        else:
            verb = _("Bring in the payments") if plan.settlements else _("Bring in")
        self._lead_on(verb, refused)

    def _offer_leaving_out(self, rows: int, *, ticked: bool) -> None:
        around = self._around
        text = leave_out_words(rows, around.language, around.locale)
        self.leave_out.setText(text)
        self.leave_out.setAccessibleName(text)
        self.leave_out.setChecked(ticked)
        self.leave_out.setVisible(rows > 0)

    def _lead_on(self, verb: str, refused: str) -> None:
        self.go.rename(verb)
        if refused:
            self.go.refuse(refused)
        else:
            self.go.allow()
