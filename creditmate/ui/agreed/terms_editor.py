"""Writing a version of terms: marks on the left, the page as it will be printed on the right."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.documents.terms import draw_terms
from creditmate.documents.terms_paper import TermsPaper
from creditmate.domain.changes import Saved
from creditmate.domain.errors import UserError
from creditmate.domain.typed_terms import TypedTerms
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.i18n.locales import language_name
from creditmate.services.attachments import read_file
from creditmate.services.terms_checks import NewVersion, TermsFile
from creditmate.services.terms_library import Announced, TermsDraft
from creditmate.services.terms_sending import drafted
from creditmate.ui.agreed import library_state as state
from creditmate.ui.agreed.clause_rows import ClauseRows
from creditmate.ui.agreed.mark_buttons import MarkButtons
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field, MessageLine
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.text_input import TextInput
from creditmate.ui.paper_view import PaperView
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink

_PAUSE = 400  # ms after a letter is typed before the page is drawn and the draft is kept
_LINES = 12
_LANGUAGES = ("en", "de", "fr", "nl", "es", "it", "pl", "pt", "da", "sv", "nb", "fi")


class TermsEditor(EditDialog):
    """What is typed is kept as a draft until it is published, which is final.

    Args:
        around: Of the window.
        window: Over which it opens.
        draft: What was being written; its id is 0 for a new one.
        then: Told what was published.
        file: A PDF that takes the place of the wording.
    """

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        draft: TermsDraft,
        then: Callable[[Saved], object],
        file: TermsFile | None = None,
    ) -> None:
        _, theme = words(around.language).gettext, around.theme
        self._draft, self._then_told, self._file = draft, then, file
        self._base: TermsPaper | None = None
        self._announced: NewVersion | None = None
        super().__init__(
            around, window, _("Terms and conditions"), _("Publish…"), leave=_("Close"),
            width=SIZES.terms_editor,
        )  # fmt: skip
        self.title = Field(theme, _("What they are called"), LineInput(theme, ""), echoes=False)
        self.language = Field(theme, _("Language"), Choice(theme, ""), echoes=False)
        for code in dict.fromkeys((*_LANGUAGES, draft.typed.language or "en")):
            self.language.input.addItem(language_name(code), code)
        self.effective = Field(theme, _("In effect from"), LineInput(theme, ""), echoes=False)
        self.wording = Field(theme, _("Wording"), TextInput(theme, "", _LINES), echoes=False)
        self.marks = MarkButtons(around, self.wording.input)
        self.clauses = ClauseRows(around)
        self.note = Field(theme, _("Note for ourselves"), LineInput(theme, ""), echoes=False)
        self.preview = PaperView(around, _("How it is printed"))
        self.said = MessageLine(theme)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        failed = around.desk.failed.emit
        self._papers: Latest[TermsPaper] = Latest(around.desk, self._on_base, failed, self)
        self._asked: Latest[Announced] = Latest(around.desk, self._on_announced, self._fail, self)
        self._kept: Latest[int] = Latest(around.desk, self._on_kept, failed, self)
        self._lay_out_form()
        self._show(draft.typed)
        self._connect()
        self.open_at(self.title)

    # ------------------------------------------------------------- the form
    def _lay_out_form(self) -> None:
        for name, field in (
            ("terms.title", self.title),
            ("terms.language", self.language),
            (state.EFFECTIVE, self.effective),
            ("terms.wording", self.wording),
            ("terms.note", self.note),
        ):
            self.add(name, field)
        head = ColumnGrid(3, gap=SPACE.m)
        head.add(self.title, self.language, self.effective)
        form = QVBoxLayout()
        form.setSpacing(SPACE.s)
        form.addWidget(head)
        for part in (self.marks, self.wording, self.clauses, self.note, self.said):
            form.addWidget(part)
        form.addStretch(1)
        if self._file is not None:
            self.marks.hide()
            self.wording.hide()
        row = QHBoxLayout()
        row.setSpacing(SPACE.l)
        row.addLayout(form, 3)
        theme = self.around.theme
        self.preview.setMinimumWidth(theme.wide(SIZES.preview_roomy))
        row.addWidget(self.preview, 2)
        self.put(row)
        both = theme.wide(SIZES.preview_roomy + SIZES.invoice_form)
        self.preview.setVisible(self.width() >= both)  # large text leaves no room for it
        self.said.say(None, Ink.MUTED, "", words(self.around.language).gettext(
            "Once it is published nothing of it can be changed: a new version takes its place."
        ))  # fmt: skip

    def _show(self, typed: TypedTerms) -> None:
        self.title.input.setText(typed.title)
        self.language.input.setCurrentIndex(max(self.language.input.findData(typed.language), 0))
        self.effective.input.setText(typed.effective)
        self.wording.input.setPlainText(typed.wording)
        self.clauses.show_clauses(typed.clauses)
        self.note.input.setText(typed.note)

    def _connect(self) -> None:
        for line in (self.title, self.effective, self.note):
            line.input.textEdited.connect(self._on_edited)
        self.language.input.activated.connect(self._on_edited)
        self.wording.input.textChanged.connect(self._on_edited)
        self.clauses.edited.connect(self._on_edited)
        self._pause.timeout.connect(self._on_pause)
        sending = self.around.program.terms_sending
        self._papers.ask(partial(sending.preview, self._seen()))

    def typed(self) -> TypedTerms:
        """Return what stands there, word for word."""
        return TypedTerms(
            title=self.title.input.text(),
            language=str(self.language.input.currentData()),
            effective=self.effective.input.text(),
            wording=self.wording.input.toPlainText(),
            file="" if self._file is None else self._file.name,
            note=self.note.input.text(),
            clauses=self.clauses.typed(),
        )

    # ------------------------------------------------------------- kept and shown as typed
    def _seen(self) -> NewVersion:
        return state.seen(self.typed(), self.around.locale, self.around.program.clock.today)

    def _on_edited(self) -> None:
        self._announced = None
        self.verb.setText(words(self.around.language).gettext("Publish…"))
        self._pause.start()

    def _on_pause(self) -> None:
        self._draw(anew=True)
        if self._file is None:  # a file is no text that could be lost
            save = self.around.program.terms_library.save_draft
            kept = self._draft
            work = partial(save, self.typed(), kept.begun_at, kept.id or None, kept.follows)
            self._kept.ask(work)

    def _on_kept(self, draft: int) -> None:
        self._draft = replace(self._draft, id=draft)

    def _on_base(self, paper: TermsPaper) -> None:
        self._base = paper
        self._draw(anew=False)

    def _draw(self, *, anew: bool) -> None:
        if self._base is not None:
            paper = drafted(self._base, self._seen(), self._file)
            self.preview.show_papers(partial(_pages, paper), anew=anew)

    # ------------------------------------------------------------- publishing
    def on_verb(self) -> None:
        """Say what publishing will do; pressed again, do it."""
        try:
            today = self.around.program.clock.today
            new = state.read(self.typed(), self.around.locale, today, self._file)
        except UserError as error:
            self.clear()
            self.refuse(error)
            return
        library = self.around.program.terms_library
        if self._announced == new:
            self.submit(partial(library.publish, new, self._draft.id or None), self._then_told)
            return
        self.clear()
        self._announced = new
        self._asked.ask(partial(library.announced, new))

    def _on_announced(self, found: Announced) -> None:
        _, locale = words(self.around.language).gettext, self.around.locale
        said = _("This will be version {number}. Nothing of it can be changed afterwards.").format(
            number=number(found.number, locale)
        )
        if found.takes_place_of is not None:
            said += " " + _(
                "Customers who accepted version {number} stay on it until they accept this one."
            ).format(number=number(found.takes_place_of.number, locale))
        self.said.say(Glyph.ALERT, Ink.WARNING, said, "")
        self.verb.setText(_("Publish now"))
        self.refit()

    def _fail(self, error: Exception) -> None:
        self._announced = None
        if isinstance(error, UserError):
            self.refuse(error)
        else:
            self.around.desk.failed.emit(error)


def new_draft(typed: TypedTerms, follows: int | None = None) -> TermsDraft:
    """Return a draft that is not kept yet."""
    now = datetime.now(UTC)
    return TermsDraft(0, follows, now, now, typed)


def read_pdf(path: Path) -> TermsFile:
    """Read a PDF that is to be attached.

    Raises:
        UserError: ``ATTACHMENT_REFUSED``.
    """
    return TermsFile(path.name, read_file(path))


def _pages(paper: TermsPaper) -> list[bytes]:
    """Draw the paper, on the drawing thread."""
    return [draw_terms(paper).pdf]
