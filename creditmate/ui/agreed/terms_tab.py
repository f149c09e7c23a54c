"""A customer's terms: which, accepted by whom, when and how, and what may be charged."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from creditmate.domain.acceptance import Acceptance, Sent
from creditmate.domain.changes import Done, Touched
from creditmate.domain.charge_facts import ChargeFacts
from creditmate.i18n.agreed_words import version_short
from creditmate.i18n.catalogue import words
from creditmate.services.acceptances import CustomerTerms
from creditmate.services.customer_pages import CustomerPage
from creditmate.services.document_delivery import pdf_name
from creditmate.services.terms_sending import Issued
from creditmate.system.passing_folder import PassingFolder
from creditmate.ui.agreed.accept_dialog import AcceptDialog
from creditmate.ui.agreed.proof_words import ProofWords
from creditmate.ui.agreed.send_dialog import SendDialog
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.facts import FactGrid
from creditmate.ui.kit.field import MessageLine
from creditmate.ui.kit.links import view
from creditmate.ui.kit.question import Question
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.queries import Latest, Writes
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink, Type

Found = tuple[CustomerTerms, ChargeFacts]


class TermsTab(QScrollArea):
    """The answer at the top, then every step that led to it, each of which can be taken back."""

    told = Signal(str)
    told_undo = Signal(str, object)
    changed = Signal(Touched)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._register = around, around.program.acceptances
        self._code = ""
        self._folder = PassingFolder()
        """Papers that are handed to the system's viewer."""
        self.destroyed.connect(self._folder.clear)
        self.found: CustomerTerms | None = None
        """What is shown."""
        _, theme = words(around.language).gettext, around.theme
        self.send = Button(theme, _("Send terms…"), glyph=Glyph.LETTER)
        self.record = Button(theme, _("Record acceptance…"), glyph=Glyph.CHECK)
        self.send.clicked.connect(self._on_send)
        self.record.clicked.connect(self._on_record)
        self.sign = MessageLine(theme)
        self.none = Paragraph(
            theme,
            _("There are no terms in your library yet. Write them, or attach yours as a PDF, in"
              " Settings, Terms and conditions."),
            ink=Ink.MUTED,
        )  # fmt: skip
        self._answer: QWidget = QWidget()
        self._column = QVBoxLayout()
        self._lay_out()
        self.setAccessibleName(_("Terms"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        failed = around.desk.failed.emit
        self._asked: Latest[Found] = Latest(around.desk, self._show, failed, self)
        self._deeds = Writes(around.desk, failed, self)
        self._files: Latest[Path] = Latest(around.desk, view, failed, self)

    def _lay_out(self) -> None:
        page = QWidget()
        head = QHBoxLayout()
        head.setSpacing(SPACE.m)
        head.addWidget(self.sign, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.send)
        head.addWidget(self.record)
        self._column.setContentsMargins(SPACE.xl, SPACE.m, SPACE.xl, SPACE.l)
        self._column.setSpacing(SPACE.l)
        self._column.addLayout(head)
        self._column.addWidget(self.none)
        self._column.addWidget(self._answer)
        self._column.addStretch(1)
        page.setLayout(self._column)
        self.setWidget(page)
        self.setWidgetResizable(True)

    # ------------------------------------------------------------- showing
    def show_page(self, page: CustomerPage) -> None:
        """Show a customer's terms."""
        self._code = page.brief.customer.code
        self._asked.ask(partial(self._read, self._code))

    def _read(self, code: str) -> Found:
        today, program = self._around.program.clock.today, self._around.program
        return self._register.of(code, today), program.interest.facts(code, today)

    def _show(self, found: Found) -> None:
        terms, charges = found
        self.found = terms
        say = ProofWords(terms, self._around.language, self._around.locale)
        for part in (self.send, self.record, self.sign):
            part.setVisible(terms.library)
        self.none.setVisible(not terms.library)
        self.sign.say(*say.sign(), "")
        answer = QWidget()
        column = QVBoxLayout(answer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.l)
        column.addWidget(self._facts(say, charges))
        self._add_steps(column, say)
        self._replace(answer)

    def _replace(self, answer: QWidget) -> None:
        self._column.replaceWidget(self._answer, answer)
        self._answer.hide()
        self._answer.deleteLater()
        self._answer = answer
        answer.show()  # the page may be seen already

    def _facts(self, say: ProofWords, charges: ChargeFacts) -> FactGrid:
        _, facts = words(self._around.language).gettext, FactGrid(self._around.theme)
        for label, known in say.facts():
            facts.add_text(label, known)
        governs = say.found.standing.governing
        files = {row.id: row for row in say.found.files}
        for id_ in () if governs is None else governs.proof.files:
            link = Button(self._around.theme, files[id_].name, Kind.LINK)
            link.setAccessibleName(_("Open {name}").format(name=files[id_].name))
            link.clicked.connect(partial(self._on_file, id_))
            facts.add_link(_("Proof"), link)
        facts.add_text(_("May be charged"), say.charges(charges))
        facts.add_text(_("Not decided yet"), say.came_up(charges))
        return facts

    def _add_steps(self, column: QVBoxLayout, say: ProofWords) -> None:
        _, theme = words(self._around.language).gettext, self._around.theme
        if say.found.acceptances:
            column.addWidget(Paragraph(theme, _("Acceptances"), Type.BODY_STRONG))
        for one in say.found.acceptances:
            back = None if say.found.is_inherited(one) else partial(self._on_back, one)
            column.addLayout(self._step(self._named(one), say.accepted(one), one.note, back))
        if say.found.sent:
            column.addWidget(Paragraph(theme, _("Sent"), Type.BODY_STRONG))
        for paper in say.found.sent:
            back = partial(self._on_sent_back, paper)
            column.addLayout(self._step(self._named(paper), say.sent(paper), paper.paper, back))

    def _named(self, one: Acceptance | Sent) -> str:
        return version_short(one.version, self._around.language, self._around.locale)

    def _step(
        self, named: str, said: str, note: str, back: Callable[[], object] | None
    ) -> QHBoxLayout:
        _, theme = words(self._around.language).gettext, self._around.theme
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Paragraph(theme, f"{named}: {said}"))
        if note:
            texts.addWidget(Paragraph(theme, note, Type.SMALL, Ink.MUTED))
        row = QHBoxLayout()
        row.setSpacing(SPACE.l)
        row.addLayout(texts, 1)
        if back is not None:
            link = Button(theme, _("Take back"), Kind.LINK)
            link.setAccessibleName(_("Take back: {what}").format(what=f"{named}: {said}"))
            link.clicked.connect(partial(self._ask_back, f"{named}: {said}", back))
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    # ------------------------------------------------------------- acting
    @property
    def takes_files(self) -> bool:
        """Whether a file that is dropped here can prove something."""
        return self.found is not None and self.found.library

    def take(self, path: Path) -> None:
        """Take a file that was dropped here as the proof of an acceptance."""
        dialog = self._open_record()
        if dialog is not None:
            dialog.take(path)

    def _on_send(self) -> None:
        if self.found is not None and self.found.library:
            SendDialog(self._around, self, self.found, self._on_sent)

    def _on_sent(self, done: Done, issued: Issued | None) -> None:
        _ = words(self._around.language).gettext
        self.changed.emit(done.touched)
        said = _("Put down as sent.")
        if issued is not None:
            said = _("{number} is issued.").format(number=issued.number)
            view(self._folder.put(pdf_name(issued.number, self._code), issued.pdf))
        self.told_undo.emit(said, partial(self._register.take_back_sent, done.id))

    def _on_record(self) -> None:
        self._open_record()

    def _open_record(self) -> AcceptDialog | None:
        if self.found is None or not self.found.library:
            return None
        return AcceptDialog(self._around, self, self.found, self._on_accepted)

    def _on_accepted(self, done: Done) -> None:
        said = words(self._around.language).gettext("The acceptance is put down.")
        self.changed.emit(done.touched)
        self.told_undo.emit(said, partial(self._register.take_back, done.id))

    def _ask_back(self, what: str, back: Callable[[], object]) -> None:
        """A proof is not lost by a slip of the hand: there is no way back from this."""
        _ = words(self._around.language).gettext
        question = Question(self._around.theme, self.window(), _("Keep it"), _("Take back"))
        lost = _("It counts as if it never was; its file stays with the customer's documents.")
        question.say(_("Take this back?"), f"{what}. {lost}")
        question.decided.connect(back)
        question.open()

    def _on_back(self, one: Acceptance) -> None:
        self._deeds.do(partial(self._register.take_back, one.id), self._on_done)

    def _on_sent_back(self, one: Sent) -> None:
        self._deeds.do(partial(self._register.take_back_sent, one.id), self._on_done)

    def _on_done(self, touched: Touched) -> None:
        self.changed.emit(touched)
        self.told.emit(words(self._around.language).gettext("Taken back: it never was."))

    def _on_file(self, attachment: int) -> None:
        self._files.ask(partial(self._around.program.attachments.export, attachment))
