"""The library of terms and conditions: versions, what is being written, PDFs."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from creditmate.documents.terms import draw_terms
from creditmate.domain.changes import Saved
from creditmate.domain.errors import UserError
from creditmate.domain.typed_terms import TypedTerms
from creditmate.i18n.agreed_words import version_short
from creditmate.i18n.formats import day_short, number
from creditmate.i18n.locales import language_name
from creditmate.services.document_delivery import pdf_name
from creditmate.services.terms_checks import NewVersion, TermsFile
from creditmate.services.terms_library import LibraryRow, TermsDraft
from creditmate.system.folders import Purpose
from creditmate.system.passing_folder import PassingFolder
from creditmate.ui.agreed.library_state import typed_again
from creditmate.ui.agreed.terms_editor import TermsEditor, new_draft, read_pdf
from creditmate.ui.file_dialogs import ask_file
from creditmate.ui.held_keys import Opening
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.kit.item_table import Numbered
from creditmate.ui.kit.links import view
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.tag import Tone
from creditmate.ui.queries import Latest
from creditmate.ui.settings.list_page import Action, ListBlock
from creditmate.ui.settings.records_page import RecordsPage
from creditmate.ui.settings.sections import TERMS, section_of
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ink, Type

_TITLE, _LANGUAGE, _NUMBER, _DAY, _PRINT = 240, 112, 88, 128, 200


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is listed: versions, and what is being written."""

    rows: Sequence[LibraryRow]
    drafts: Sequence[TermsDraft]


class TermsPage(RecordsPage):
    """Versions of each document, the newest first; what is in effect is marked."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, section_of(TERMS))
        _ = self.words.gettext
        self._library = around.program.terms_library
        self._folder = PassingFolder()
        self.destroyed.connect(self._folder.clear)
        self._drafts: Sequence[TermsDraft] = ()
        self.attach = Button(around.theme, _("Attach a PDF…"), glyph=Glyph.FOLDER)
        self.add = Button(around.theme, _("Write terms"), Kind.PRIMARY, glyph=Glyph.ADD, keys="N")
        actions: list[Action[LibraryRow]] = [
            Action(Glyph.SHOW, _("Look at it"), self._look),
            Action(Glyph.EDIT, _("Write the next version…"), self._next, self._no_next),
            Action(Glyph.CLOSE, _("Withdraw"), self._withdraw, self._no_withdraw),
        ]
        self.versions: ListBlock[LibraryRow] = ListBlock(
            around, _("Versions"), self._columns(), actions
        )
        self.head_end.addWidget(self.attach)
        self.head_end.addWidget(self.add)
        self.body.addWidget(self.versions, 1)
        self.add.clicked.connect(self.add_one)
        self.attach.clicked.connect(self._on_attach)
        self.versions.acted_on_none.connect(self.add_one)
        failed = around.desk.failed.emit
        self._reading: Latest[Shelf] = Latest(around.desk, self._show, failed, self)
        self._texts: Opening[str] = Opening(around.desk, self._on_wording, failed, self)
        self._files: Opening[TermsFile] = Opening(around.drawing, self._on_file, failed, self)
        self._following: LibraryRow | None = None

    def _columns(self) -> list[Column[Numbered[LibraryRow]]]:
        _ = self.words.gettext
        return [
            Column("title", _("Terms"), self._title, _TITLE, sortable=False),
            Column("language", _("Language"), self._language, _LANGUAGE, sortable=False),
            Column("number", _("Version"), self._number, _NUMBER, right=True, sortable=False),
            Column("day", _("In effect from"), self._day, _DAY, sortable=False),
            Column("print", _("Fingerprint"), self._print, _PRINT, sortable=False, optional=True),
        ]

    def _title(self, row: Numbered[LibraryRow]) -> Cell:
        said = self.words.gettext("In effect")
        tag = CellTag(said, Tone.POSITIVE) if row.item.in_effect else None
        glyph = Glyph.FOLDER if row.item.version.is_file else Glyph.INVOICE
        return Cell(row.item.version.title, style=Type.BODY_MEDIUM, glyph=glyph, tag=tag)

    def _language(self, row: Numbered[LibraryRow]) -> Cell:
        return Cell(language_name(row.item.version.language), Ink.MUTED)

    def _number(self, row: Numbered[LibraryRow]) -> Cell:
        return Cell(number(row.item.version.number, self.around.locale))

    def _day(self, row: Numbered[LibraryRow]) -> Cell:
        return Cell(day_short(row.item.version.effective_day, self.around.locale))

    def _print(self, row: Numbered[LibraryRow]) -> Cell:
        return Cell(row.item.version.fingerprint, Ink.MUTED)

    # ------------------------------------------------------------- as every page
    def begin(self) -> None:
        """Work begins among the versions."""
        self.versions.begin()

    def reload(self) -> None:
        """Ask for every version, and for what is being written."""
        today = self.around.program.clock.today
        self._reading.ask(lambda: Shelf(self._library.rows(today), self._library.drafts()))

    def _show(self, shelf: Shelf) -> None:
        _ = self.words.gettext
        self._drafts = shelf.drafts
        self.add.setText(_("Go on writing") if shelf.drafts else _("Write terms"))
        none = EmptyWords(
            _("There are no terms yet"),
            _("Write them here, or attach yours as a PDF. Then customers can sign them, and every"
              " page of a customer shows the proof."),
            _("Write terms"),
        )  # fmt: skip
        self.versions.show_items(shelf.rows, none)

    # ------------------------------------------------------------- doing
    def add_one(self) -> None:
        """Go on with what was being written, or begin."""
        if self._drafts:
            self._open(self._drafts[0])
            return
        today, locale = self.around.program.clock.today, self.around.locale
        title = self.words.gettext("Terms of trade")
        language = self.around.locale.partition("_")[0]
        self._open(new_draft(TypedTerms(title, language, day_short(today, locale))))

    def _open(self, draft: TermsDraft, file: TermsFile | None = None) -> None:
        editor = TermsEditor(self.around, self, draft, self._on_published, file)
        editor.finished.connect(self.reload)

    def _on_published(self, saved: Saved) -> None:
        undo = partial(self._library.withdraw, saved.id)
        self.tell(saved.touched, self.words.gettext("The version is published"), undo)

    def _on_attach(self) -> None:
        kinds = ["PDF (*.pdf)"]
        title = self.words.gettext("Attach terms as a PDF")
        ask_file(self, title, Purpose.ATTACHMENTS, kinds, self.take)

    def take(self, path: Path) -> None:
        """Take a PDF as the next version."""
        self._files.ask(partial(read_pdf, path))

    def _on_file(self, file: TermsFile) -> None:
        today, locale = self.around.program.clock.today, self.around.locale
        title = self.words.gettext("Terms of trade")
        language = locale.partition("_")[0]
        typed = TypedTerms(title, language, day_short(today, locale))
        self._open(new_draft(typed), file)

    def _no_next(self, row: LibraryRow) -> str:
        if row.version.is_file:
            return self.words.gettext("This version is a PDF: attach the next one.")
        return ""

    def _next(self, row: LibraryRow) -> None:
        self._following = row
        self._texts.ask(partial(self._library.wording, row.version.id))

    def _on_wording(self, wording: str) -> None:
        row = self._following
        if row is None:
            return
        version, today = row.version, self.around.program.clock.today
        new = NewVersion(
            version.title, version.language, version.effective_day, wording, version.clauses
        )
        self._open(new_draft(typed_again(new, self.around.locale, today), version.id))

    def _no_withdraw(self, row: LibraryRow) -> str:
        if not row.used:
            return ""
        return self.words.gettext("Somebody was sent it or accepted it, so it stays.")

    def _withdraw(self, row: LibraryRow) -> None:
        called = version_short(row.version, self.around.language, self.around.locale)
        said = self.words.gettext("{terms} is withdrawn.").format(terms=called)
        self.do(partial(self._library.withdraw, row.version.id), said)

    def _look(self, row: LibraryRow) -> None:
        """Show it as it is printed, with nobody's name in it."""
        program, version = self.around.program, row.version

        def drawn() -> bytes:
            return draw_terms(program.ask(partial(program.terms_sending.blank, version.id))).pdf

        self.around.drawing.ask(drawn, partial(self._on_drawn, row), self)

    def _on_drawn(self, row: LibraryRow, answer: "Future[bytes]") -> None:
        error = answer.exception()
        if isinstance(error, UserError):
            self.around.desk.failed.emit(error)
            return
        name = pdf_name(row.version.title, str(row.version.number))
        view(self._folder.put(name, answer.result()))
