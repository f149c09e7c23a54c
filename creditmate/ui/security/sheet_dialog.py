"""The recovery sheet: printed or saved, then three of its groups typed back to prove it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.documents.page import PageSize
from creditmate.documents.recovery_sheet import RecoverySheetPaper, draw_recovery_sheet
from creditmate.domain.changes import Touched
from creditmate.domain.data_key import GROUP_LENGTH
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.progress import Progress
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.services.recovery_paper import recovery_paper, write_recovery_sheet
from creditmate.system.folders import Purpose
from creditmate.ui.file_dialogs import ask_new_file
from creditmate.ui.jobs import Job
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.field import Field, MessageLine
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.print_dialog import ask_printer
from creditmate.ui.printing import print_pdf
from creditmate.ui.security.key_dialog import KeyDialog
from creditmate.ui.security.key_work import proved
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink, Type

_Deliver = Callable[[RecoverySheetPaper], object]
_MOST_TYPED = 3 * GROUP_LENGTH


class SheetOffer(NamedTuple):
    """What the dialog has to know.

    Attributes:
        path: The ledger that is open.
        places: Of the groups to be typed back, counted from 1.
        size: Of the paper.
        is_proved: Whether whoever sits there has just typed the password, or the sheet.
        may_wait: Whether it may be put off until tomorrow: it was never proved to be printed.
    """

    path: Path
    places: Sequence[int]
    size: PageSize
    is_proved: bool
    may_wait: bool


class SheetDialog(KeyDialog):
    """Printing asks for the password, unless it was typed just now: anybody may sit here.

    Attributes:
        print: Prints the sheet.
        save: Saves it as a PDF.
        groups: Where groups are typed back, by their places.
    """

    def __init__(
        self, around: Surroundings, window: QWidget, offer: SheetOffer, then: Callable[[], object]
    ) -> None:
        _, theme = words(around.language).gettext, around.theme
        super().__init__(
            around,
            window,
            offer.path,
            _("Print the recovery sheet"),
            _("It is on paper"),
            detail=_(
                "If the password is ever forgotten, this sheet opens the ledger and all its"
                " backups. Keep it where you keep your passport, not beside this computer."
            ),
            leave=_("Until tomorrow") if offer.may_wait else _("Close"),
        )
        self._offer, self._tell_done = offer, then
        self.print = Button(theme, _("Print…"), glyph=Glyph.PRINT)
        self.save = Button(theme, _("Save as PDF…"), glyph=Glyph.SAVE)
        self._said = ""
        self._news = MessageLine(theme)
        self.groups = {place: self._group(place) for place in offer.places}
        self._put_all()
        self.print.clicked.connect(partial(self._prove, self._ask_printer))
        self.save.clicked.connect(partial(self._prove, self._ask_file))

    def _group(self, place: int) -> Field[LineInput]:
        label = self._("Group {number}").format(number=place)
        field = Field(self.around.theme, label, LineInput(self.around.theme, ""), echoes=False)
        field.input.setMaxLength(_MOST_TYPED)
        field.input.textEdited.connect(field.clear)
        return field

    def _put_all(self) -> None:
        _, theme = self._, self.around.theme
        if not self._offer.is_proved:
            self.ask_known(_("Password, to print it or to save it"))
        deeds = QHBoxLayout()
        deeds.setSpacing(SPACE.s)
        for button in (self.print, self.save):
            deeds.addWidget(button)
        deeds.addStretch()
        self.put(deeds, self._news)
        self._news.hide()  # its room is taken when there is something to say
        self.body.addSpacing(SPACE.s)
        asks = _("When it is on paper, type these three groups from it. That proves that it can"
                 " be read.")  # fmt: skip
        self.put(Paragraph(theme, asks, Type.BODY, Ink.MUTED))
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        for field in self.groups.values():
            row.addWidget(field, 1)
        self.put(row)
        self.body.addSpacing(SPACE.s)

    @property
    def news(self) -> str:
        """What is said of the sheet's way onto paper."""
        return self._news.words

    def begin(self) -> None:
        """Open where the sheet is printed."""
        self.open_at(self.known or self.print)

    # ------------------------------------------------------------- on paper
    def _prove(self, then: Callable[[], object]) -> None:
        if self.known is None:
            then()
        elif (typed := self.typed()) is not None:
            work = partial(proved, self.around.program, self.path, typed[0])
            self.attempt(work, lambda _key: then())

    def _ask_printer(self) -> None:
        title = self._("Recovery sheet")

        def to(printer: QPrinter) -> None:
            said = self._("It is at the printer.")
            self._start(
                title, lambda paper: print_pdf(printer, draw_recovery_sheet(paper).pdf), said
            )

        ask_printer(self, title, self._offer.size, to)

    def _ask_file(self) -> None:
        title = self._("Save the recovery sheet")
        name = self._("Recovery sheet of {name}").format(name=self.path.stem)

        def to(path: Path) -> None:
            said = self._("Saved as {name}. Print it, then delete that file: it opens the ledger.")
            self._start(title, partial(write_recovery_sheet, path), said.format(name=path.name))

        ask_new_file(self, title, Purpose.SHEETS, "PDF (*.pdf)", f"{name}.pdf", to)

    def _start(self, title: str, deliver: _Deliver, said: str) -> None:
        program, self._said = self.around.program, said
        today = program.clock.today

        def task(_progress: Progress) -> Touched:
            deliver(program.ask(lambda: recovery_paper(today)))
            return Touched.NOTHING

        job = Job(title, task)
        job.finished.connect(self._on_delivered)
        self.around.jobs.start(job)

    def _on_delivered(self) -> None:
        self._news.say(Glyph.CHECK, Ink.POSITIVE, self._said, "")
        self._news.show()
        self.refit()
        if self.isVisible():
            next(iter(self.groups.values())).setFocus()

    # ------------------------------------------------------------- typed back
    def on_verb(self) -> None:
        """See whether the groups are as on the sheet."""
        typed = {place: field.input.text() for place, field in self.groups.items()}
        for field in self.groups.values():
            if not field.input.text().strip():
                field.refuse(self._("Type it from the sheet."))
                field.setFocus()
                return
        sheets = self.around.program.recovery_sheets
        self.submit(partial(sheets.confirm, typed), lambda _none: self._tell_done())

    def refuse(self, error: UserError) -> None:
        """Say at the group that is not as on the sheet that it is not."""
        group = error.facts.get("group")
        if error.problem is Problem.RECOVERY_CODE and isinstance(group, int):
            field = self.groups[group]
            field.refuse(problem_words(error, self.around.language, self.around.locale))
            field.input.selectAll()
            if self.isVisible():
                field.setFocus()
        else:
            super().refuse(error)

    def reject(self) -> None:
        """It may wait until tomorrow; the line in the window stays until then."""
        if self._offer.may_wait:
            sheets = self.around.program.recovery_sheets
            self.around.desk.ask(sheets.put_off, lambda _done: None)
        super().reject()
