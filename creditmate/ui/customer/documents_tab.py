"""Papers as they were issued, and files that were attached; opening one shows what it is."""

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.attachments import AttachmentRow
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.services.attachments import read_file
from creditmate.services.customer_pages import CustomerPage
from creditmate.system.folders import Purpose
from creditmate.ui.customer.kept_cells import KeptCells, KeptRow, kept_rows
from creditmate.ui.customer.note_dialog import NoteDialog
from creditmate.ui.file_dialogs import ask_file
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.field import MessageLine
from creditmate.ui.kit.links import view
from creditmate.ui.kit.menu import ActionMenu
from creditmate.ui.kit.paged_model import PagedModel
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.queries import Latest, Writes
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink


class DocumentsTab(QWidget):
    """The table; Enter or a double click opens a row, dropping a file attaches it."""

    opened = Signal(object)
    """The ``PaperRow`` to be shown."""
    told = Signal(str)
    told_undo = Signal(str, object)
    changed = Signal(Touched)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._files = around, around.program.attachments
        self._page: CustomerPage | None = None
        self._rows_by_id: dict[int, KeptRow] = {}
        cells = KeptCells(around.language, around.locale, around.program.clock.today)
        failed = around.desk.failed.emit
        self.model: PagedModel[KeptRow] = PagedModel(
            cells.columns(), self._rows, around.desk, failed, self
        )
        _ = words(around.language).gettext
        self.attach = Button(around.theme, _("Attach a file…"), glyph=Glyph.ADD)
        self.said = MessageLine(around.theme)
        self.table: PagedTable[KeptRow] = PagedTable(self.model, around.theme, _("Documents"))
        self.attach.clicked.connect(self.ask_for_file)
        self.table.opened.connect(self._on_opened)
        self.table.menu_asked.connect(self._on_menu)
        self._adds = Writes(around.desk, self._refuse, self)
        self._shows: Latest[Path] = Latest(around.desk, view, failed, self)
        self._deeds = Writes(around.desk, failed, self)
        self._lay_out()
        self._hint()

    def _lay_out(self) -> None:
        strip = QHBoxLayout()
        strip.setContentsMargins(SPACE.xl, SPACE.m, SPACE.xl, SPACE.m)
        strip.setSpacing(SPACE.m)
        strip.addWidget(self.attach)
        strip.addWidget(self.said, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(strip)
        column.addWidget(self.table, 1)

    def show_page(self, page: CustomerPage) -> None:
        """Show what was issued to a customer, and what was attached."""
        if self._page is None or self._page.brief.customer.id != page.brief.customer.id:
            self._hint()
        self._page = page
        rows = kept_rows(page.papers, page.files)
        self._rows_by_id = {row.id: row for row in rows}
        self.table.show_list([row.id for row in rows], rows)

    def _rows(self, ids: Sequence[int]) -> list[KeptRow]:
        known = self._rows_by_id
        return [known[id_] for id_ in ids if id_ in known]

    # ------------------------------------------------------------- attaching
    def ask_for_file(self) -> None:
        """Ask for a file of this computer."""
        _ = words(self._around.language).gettext
        kinds = [_("All files {pattern}").format(pattern="(*)")]
        ask_file(self, _("Attach a file"), Purpose.ATTACHMENTS, kinds, self.take)

    def take(self, path: Path) -> None:
        """Keep a file in the ledger; what is wrong with it is said beside the button."""
        _ = words(self._around.language).gettext
        self.said.say(None, Ink.MUTED, "", _("{name} is being read…").format(name=path.name))
        if self._page is not None:  # whoever is looked at when it is read may be another
            then = partial(self._on_read, self._page.brief.customer.code, path)
            self._around.drawing.ask(partial(read_file, path), then, self)

    def _on_read(self, code: str, path: Path, answer: "Future[bytes]") -> None:
        error = answer.exception()
        if isinstance(error, Exception):
            self._refuse(error)
        else:
            add = partial(self._files.add, code, path.name, answer.result())
            self._adds.do(add, self._on_added)

    def _on_added(self, saved: Saved) -> None:
        _ = words(self._around.language).gettext
        self._hint()
        self.changed.emit(saved.touched)
        is_new = saved.touched is not Touched.NOTHING
        self.told.emit(_("The file is kept.") if is_new else _("This file is kept here already."))

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserError):
            said = problem_words(error, self._around.language, self._around.locale)
            self.said.say(Glyph.ALERT, Ink.DANGER, said, "")
        else:
            self._around.desk.failed.emit(error)

    def _hint(self) -> None:
        hint = words(self._around.language).gettext("or drop it anywhere on this page")
        self.said.say(None, Ink.MUTED, "", hint)

    # ------------------------------------------------------------- what is done with one
    def _on_opened(self, id_: int) -> None:
        row = self._rows_by_id[id_]
        if row.paper is not None:
            self.opened.emit(row.paper)
        elif row.file is not None:
            self._shows.ask(partial(self._files.export, row.file.id))

    def _on_menu(self, at: QPoint) -> None:
        ids = self.table.chosen_ids()
        if not ids:
            return
        _, file = words(self._around.language).gettext, self._rows_by_id[ids[0]].file
        menu = ActionMenu(self._around.theme, self)
        menu.offer(Glyph.OPEN_PAGE, _("Open"), partial(self._on_opened, ids[0]), _("Enter"))
        if file is not None:
            menu.offer(Glyph.EDIT, _("Say what it shows…"), partial(self._on_note, file))
            menu.addSeparator()
            menu.offer(Glyph.SAFE, _("Put away"), partial(self._on_archive, file))
        menu.popup(at)

    def _on_note(self, file: AttachmentRow) -> None:
        NoteDialog(self._around, self, file, self.changed.emit)

    def _on_archive(self, file: AttachmentRow) -> None:
        seen = file.id, file.version
        self._deeds.do(partial(self._files.archive, *seen), partial(self._on_away, file), seen)

    def _on_away(self, file: AttachmentRow, touched: Touched) -> None:
        said = words(self._around.language).gettext("{name} was put away.").format(name=file.name)
        self.changed.emit(touched)
        self.told_undo.emit(said, partial(self._files.restore, file.id, file.version + 1))
