"""Bringing in invoices: choose the file, check the columns, dry run, done."""

from enum import IntEnum
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from creditmate.domain.changes import Touched
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.services.import_plan import ImportPlan
from creditmate.services.ledgers import LedgerFacts
from creditmate.ui.kit.screen import Screen
from creditmate.ui.screens.import_check import CheckPage
from creditmate.ui.screens.import_ends import EndPage
from creditmate.ui.screens.import_flow import ImportFlow
from creditmate.ui.screens.import_frame import ImportFoot, ImportHead
from creditmate.ui.screens.import_preview import PreviewPage
from creditmate.ui.screens.import_reading import FileRead
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.wishes import BringIn, GoBack, OpenPlace


class Step(IntEnum):
    """Where one is."""

    CHOOSE = 0
    CHECK = 1
    DRY_RUN = 2
    DONE = 3


class ImportScreen(Screen):
    """Four steps; nothing is written before the dry run was seen."""

    shows = Touched.CUSTOMERS | Touched.INVOICES | Touched.PAYMENTS | Touched.DISPUTES

    def __init__(self, around: Surroundings, facts: LedgerFacts) -> None:
        super().__init__()
        self._around, self._words = around, words(around.language)
        theme, language = around.theme, around.language
        self.step, self._moves_on = Step.CHOOSE, False
        self.flow = ImportFlow(around, facts.business.currency, self)
        self.head, self.foot = ImportHead(theme, language), ImportFoot(around)
        self.ends = EndPage(around)
        self.check = CheckPage(around, facts.business.currency)
        self.preview = PreviewPage(around)
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._pages, 1)
        column.addWidget(self.foot)
        for page in (self.ends, self.check, self.preview):
            self._pages.addWidget(page)
        self._connect()
        self._choose_again()

    def _connect(self) -> None:
        flow = self.flow
        self.head.backed.connect(self._on_back)
        self.foot.cancel.clicked.connect(self._on_cancel)
        self.foot.go.clicked.connect(self._on_go)
        self.foot.leave_out.toggled.connect(flow.leave_out)
        self.ends.file_chosen.connect(self._open)
        self.ends.today_asked.connect(lambda: self.wanted.emit(OpenPlace("today")))
        self.check.decided.connect(flow.decide)
        self.check.told.connect(self.told)
        self.preview.source_named.connect(flow.name_source)
        flow.reading.connect(self._on_reading)
        flow.read.connect(self._on_read)
        flow.unreadable.connect(self._on_unreadable)
        flow.planned.connect(self._on_planned)
        flow.done.connect(self._on_done)
        flow.cancelled.connect(self._on_cancelled)

    # ------------------------------------------------------------- coming here
    def take(self, wish: object) -> None:
        """Begin with a file, or ask for one unless one is under way."""
        if isinstance(wish, BringIn) and not self.flow.is_running:
            if wish.path is not None:
                self._open(wish.path)
            elif self.step is Step.DONE:
                self._choose_again()

    def begin(self) -> None:
        """Work begins where the step has something to decide."""
        file = self.flow.file
        leads_on = self.step is Step.DRY_RUN or (file is not None and file.table.ready)
        if self.step in (Step.CHECK, Step.DRY_RUN) and leads_on and self.foot.go.isEnabled():
            self.foot.go.setFocus()
        else:
            self._page().begin()

    def reload(self) -> None:
        """The ledger has changed: what an import would do may be something else."""
        if self.step is Step.DRY_RUN and not self.flow.is_running:
            self.flow.plan()

    # ------------------------------------------------------------- step 1: the file
    def _choose_again(self) -> None:
        self.flow.forget()
        self.head.show_file("")
        self.ends.ask_for_file()
        self._go_to(Step.CHOOSE)

    def _open(self, path: Path) -> None:
        self._moves_on = True
        self.flow.open(path)

    def _on_reading(self, path: Path) -> None:
        self.foot.go.refuse(self._words.gettext("The file is being read."))
        if self.flow.file is None:
            self.head.show_file(self._words.gettext("Reading {name}").format(name=path.name))

    def _on_unreadable(self, reason: str) -> None:
        self.head.show_file("" if self.flow.path is None else self.flow.path.name)
        self.ends.refuse_file(reason)
        self._go_to(Step.CHOOSE)
        self._move_on()

    # ------------------------------------------------------------- step 2: its columns
    def _on_read(self, file: FileRead) -> None:
        rows = self._words.ngettext("{name}, {count} row", "{name}, {count} rows", file.table.rows)
        count = number(file.table.rows, self._around.locale)
        self.head.show_file(rows.format(name=file.path.name, count=count))
        self.check.show_file(file)
        self._go_to(Step.CHECK)
        self._move_on()

    # ------------------------------------------------------------- step 3: the dry run
    def _on_planned(self, plan: ImportPlan) -> None:
        file = self.flow.file
        if file is None:
            return
        self.preview.show_plan(plan, file.table, self.flow.source)
        self._moves_on = self._moves_on or self.step is not Step.DRY_RUN
        self._go_to(Step.DRY_RUN)
        self.foot.lead_to_ledger(plan)
        self._move_on()

    def _on_go(self) -> None:
        if self.step is Step.DRY_RUN:
            self.foot.go.refuse(self._words.gettext("The file is being brought in."))
            self.foot.cancel.setFocus()
            self.flow.run()
        elif self.flow.file is not None and self.flow.file.table.ready:
            self.flow.plan()
        else:
            self._moves_on = True
            self.flow.read_again()

    # ------------------------------------------------------------- step 4: done
    def _on_done(self, plan: ImportPlan) -> None:
        file = self.flow.file
        if file is not None:
            fact = self.ends.tell_done(plan, file.table)
            if not self.isVisible():
                self.told.emit(fact)
        self._moves_on = True
        self._go_to(Step.DONE)
        self._move_on()

    def _on_cancelled(self) -> None:
        self.told.emit(self._words.gettext("Cancelled. Nothing has been brought in."))

    # ------------------------------------------------------------- the way
    def _go_to(self, step: Step) -> None:
        self.step = step
        self._pages.setCurrentWidget(self._page())
        self.head.show_step(step)
        self.foot.setVisible(step in (Step.CHECK, Step.DRY_RUN))
        self.foot.leave_out.hide()
        if step is Step.CHECK and self.flow.file is not None:
            self.foot.lead_to_dry_run(self.flow.file.table, leave_out=self.flow.answers.leave_out)

    def _page(self) -> EndPage | CheckPage | PreviewPage:
        if self.step is Step.CHECK:
            return self.check
        return self.preview if self.step is Step.DRY_RUN else self.ends

    def _move_on(self) -> None:
        """Put the focus where the step begins, if that was asked for and one is looking."""
        if self._moves_on and self.isVisible():
            self.begin()
        self._moves_on = False

    def _on_back(self) -> None:
        """One step back; from the first or the last to where one came from."""
        if self.step is Step.DRY_RUN and not self.flow.is_running:
            self._go_to(Step.CHECK)
            self.begin()
        else:
            self.wanted.emit(GoBack())

    def _on_cancel(self) -> None:
        if self.flow.is_running:
            self.flow.cancel()
        else:
            self._choose_again()
            self.begin()
