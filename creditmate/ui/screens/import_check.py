"""Step 2 of bringing in invoices: which column is what, and every row that cannot be read."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.importing import CellProblem, InvoiceTable
from creditmate.i18n.catalogue import words
from creditmate.i18n.import_verdicts import left_out_words, needed_words
from creditmate.system.folders import Purpose
from creditmate.ui.file_dialogs import ask_new_file
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.notice import Notice
from creditmate.ui.kit.shrinking import Shrinking
from creditmate.ui.kit.tag import Tone
from creditmate.ui.screens.import_fields import ImportForm
from creditmate.ui.screens.import_grid import FieldGrid
from creditmate.ui.screens.import_reading import FileRead
from creditmate.ui.screens.import_run import table_job
from creditmate.ui.screens.import_tables import ImportTables
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE

_LEAST_ROWS = 3  # of the list that stay in sight however many fields there are


def faulty_rows(problems: Sequence[CellProblem]) -> int:
    """Return how many rows have problems."""
    return len({problem.row for problem in problems if problem.row is not None})


class CheckPage(QWidget):
    """Fields, a note on what happened to the ledger, the list of what is wrong."""

    decided = Signal(object, str)
    told = Signal(str)
    """What came of saving the list."""

    def __init__(self, around: Surroundings, currency: str) -> None:
        super().__init__()
        self._around, self._currency = around, currency
        self._words = words(around.language)
        _ = self._words.gettext
        self._file: FileRead | None = None
        self._has_more, self._saved = False, ""
        self.grid = FieldGrid(around.theme, around.language)
        self.more = Button(around.theme, _("More columns"), Kind.LINK)
        self._tables = ImportTables(around)
        self._list = self._tables.problems(_("Rows that cannot be read"))
        self.table = self._list.table
        self.notice: Notice | None = None
        self.save = Button(around.theme, _("Save the list"), glyph=Glyph.EXPORT)
        self._note = QVBoxLayout()
        self._lay_out(_("Columns of the file"))
        self.grid.decided.connect(self.decided)
        self.more.clicked.connect(self._on_more)

    def _lay_out(self, name: str) -> None:
        inside = QWidget()
        self._inside = column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE.xl - SPACE.xs, 0, SPACE.xl - SPACE.xs, 0)
        column.setSpacing(0)
        column.addWidget(self.grid)
        more = QHBoxLayout()
        keep_clear(more, SPACE.xs, 0, 0, 0)
        more.addWidget(self.more)
        more.addStretch()
        column.addLayout(more)
        self._note.setContentsMargins(SPACE.xl, SPACE.s, SPACE.xl, SPACE.s)
        self.table.setMinimumHeight(SIZES.table_head + _LEAST_ROWS * SIZES.table_row)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        area = Shrinking(inside, name)
        area.verticalScrollBar().rangeChanged.connect(self._on_range)
        page.addWidget(area)
        page.addLayout(self._note)
        page.addWidget(self.table, 1)
        page.addStretch()

    def _on_range(self, _least: int, most: int) -> None:
        """The scroll bar takes its room from the gutter: the edges stay in line with the note."""
        side = SPACE.xl - SPACE.xs
        keep_clear(self._inside, side, 0, side - (SIZES.scroll_bar if most else 0), 0)

    # ------------------------------------------------------------- showing
    @property
    def problems(self) -> Sequence[CellProblem]:
        """What the list shows."""
        return self._list.items

    def show_file(self, file: FileRead) -> None:
        """Show a file as it was read."""
        if self._file is not None and self._file.path != file.path:
            self._has_more = False
        self._file = file
        self._show_fields(file)
        table = file.table
        self._list.show_items(table.problems or table.left_out)
        self.table.setVisible(bool(self._list.items))
        self._show_note(table)

    def begin(self) -> None:
        """The first field that has to be answered, else the first of all, has the focus."""
        if not self.grid.focus_first_faulty():
            next(iter(self.grid.fields.values())).setFocus()

    def _show_fields(self, file: FileRead) -> None:
        around = self._around
        form = ImportForm(
            file.table, file.summary, file.answers, around.language, around.locale, self._currency
        )
        self.grid.show_fields(form.fields(more=self._has_more))
        self.more.setVisible(file.table.header_row is not None and not self._has_more)

    def _on_more(self) -> None:
        self._has_more = True
        if self._file is not None:
            before = set(self.grid.fields)
            self._show_fields(self._file)
            fresh = [field for slot, field in self.grid.fields.items() if slot not in before]
            (fresh or list(self.grid.fields.values()))[0].setFocus()

    def _show_note(self, table: InvoiceTable) -> None:
        if self.notice is not None:
            self._note.removeWidget(self.notice)
            self.notice.deleteLater()
        _ = self._words.gettext
        self.save = Button(self._around.theme, _("Save the list"), glyph=Glyph.EXPORT)
        self.save.clicked.connect(self._on_save)
        tone, title, detail = self._verdict(table)
        self.notice = Notice(self._around.theme, tone, title, detail, self.save)
        self.save.setVisible(bool(self._list.items))
        self._note.addWidget(self.notice)

    def _verdict(self, table: InvoiceTable) -> tuple[Tone, str, str]:
        _, around = self._words.gettext, self._around
        language, locale = around.language, around.locale
        if table.left_out and table.ready:
            left = left_out_words(faulty_rows(table.left_out), language, locale)
            return Tone.WARNING, left, _("Nothing has been brought in yet: look at the dry run.")
        if table.ready:
            title = _("Everything can be read.")
            return Tone.POSITIVE, title, _("Nothing has been brought in yet: look at the dry run.")
        title = needed_words(table, faulty_rows(table.problems), language, locale)
        if not table.problems:
            return Tone.DANGER, title, _("The ledger is as it was.")
        detail = _("The ledger is as it was. Mend the rows in the file and check again.")
        if table.can_leave_out:
            detail = _(
                "The ledger is as it was. Mend the rows in the file and check again, or leave them"
                " out and keep a list."
            )
        return Tone.DANGER, title, detail

    # ------------------------------------------------------------- saving the list
    def _on_save(self) -> None:
        _ = self._words.gettext
        stem = "" if self._file is None else self._file.path.stem
        name = _("{file}, rows to mend").format(file=stem)
        title, kind = _("Save the list of rows"), _("Tables (*.csv)")
        ask_new_file(self, title, Purpose.IMPORTS, kind, f"{name}.csv", self._save_to)

    def _save_to(self, path: Path) -> None:
        _ = self._words.gettext
        texts = self._tables.problem_texts
        rows = [texts(problem) for problem in self._list.items]
        title = _("Saving {name}").format(name=path.name)
        self._saved = _("Saved as {name}").format(name=path.name)
        job = table_job(title, path, self._tables.problem_titles(), rows)
        job.finished.connect(self._on_saved)
        self._around.jobs.start(job)

    def _on_saved(self) -> None:
        self.told.emit(self._saved)
