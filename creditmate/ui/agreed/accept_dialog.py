"""Recording that terms were accepted: which, when, how, by whom, and the paper that proves it."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.domain.acceptance import Capacity, Method
from creditmate.domain.changes import Done
from creditmate.domain.errors import UserError
from creditmate.domain.terms import TICKED
from creditmate.i18n.agreed_words import capacity_words, clause_name, method_words
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import words
from creditmate.i18n.parsing import Towards
from creditmate.services.acceptance_entries import AcceptedEntry, ProofFile
from creditmate.services.acceptances import CustomerTerms
from creditmate.services.attachments import read_file
from creditmate.system.folders import Purpose
from creditmate.ui.agreed.version_choice import VersionField
from creditmate.ui.dropping import FileDrop
from creditmate.ui.file_dialogs import ask_file
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field, MessageLine
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.name_input import NameInput
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type


class AcceptDialog(EditDialog):
    """The strongest proof stands first; conduct says at once how little it is worth."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        found: CustomerTerms,
        told: Callable[[Done], object],
    ) -> None:
        _ = words(around.language).gettext
        self._found, self._told = found, told
        self._proof: ProofFile | None = None
        title = _("{name} accepted terms").format(name=found.customer.name)
        super().__init__(around, window, title, _("Put down"), width=SIZES.damage_dialog)
        theme, language = around.theme, around.language
        awaited = found.standing.awaited
        chosen = found.to_send if awaited is None else awaited.version
        self.version = VersionField(around, found.versions, chosen)
        self.method = Field(theme, _("How"), Choice(theme, ""), echoes=False)
        for method in Method:
            self.method.input.addItem(capital(method_words(method, language)), method.value)
        self.method.input.setCurrentIndex(self.method.input.findData(Method.SIGNED_TERMS.value))
        self.method.input.be_as_wide_as_its_place()
        self.by_whom = Field(
            theme, _("Who accepted"), NameInput(theme, "", found.people), echoes=False
        )
        self.capacity = Field(theme, _("As what"), Choice(theme, ""), echoes=False)
        for capacity in Capacity:
            said = capital(capacity_words(capacity, language))
            self.capacity.input.addItem(said, capacity.value)
        self.capacity.input.setCurrentIndex(self.capacity.input.count() - 1)
        self.capacity.input.be_as_wide_as_its_place()
        self.day = DayField(around, _("Accepted on"), Towards.PAST)
        self.reference = Field(theme, _("Reference"), LineInput(theme, ""), echoes=False)
        self.note = Field(theme, _("Note"), LineInput(theme, ""), echoes=False)
        self.clauses = {kind: CheckRow(theme, clause_name(kind, language)) for kind in TICKED}
        self.attach = Button(theme, _("Choose the file…"), glyph=Glyph.FOLDER)
        self.said = MessageLine(theme)
        self._lay_out_fields()
        self._connect()
        self.day.show_day(found.as_at)
        self._renew()
        self.open_at(self.version)

    def _lay_out_fields(self) -> None:
        _, theme = words(self.around.language).gettext, self.around.theme
        for name, field in (
            ("acceptance.version", self.version),
            ("acceptance.day", self.day),
            ("acceptance.by_whom", self.by_whom),
            ("acceptance.reference", self.reference),
            ("acceptance.note", self.note),
        ):
            self.add(name, field)
        who = ColumnGrid(2, gap=SPACE.l)
        who.add(self.by_whom, self.capacity)
        when = ColumnGrid(2, gap=SPACE.l)
        when.add(self.day, self.reference)
        self._agreed = Paragraph(theme, _("Agreed to by name"), Type.SMALL_MEDIUM, Ink.MUTED)
        ticks = ColumnGrid(len(TICKED), gap=SPACE.l)
        ticks.add(*self.clauses.values())
        proof = QHBoxLayout()
        proof.setSpacing(SPACE.m)
        proof.addWidget(self.attach)
        proof.addWidget(self.said, 1, Qt.AlignmentFlag.AlignVCenter)
        self.put(self.version, self.method, who, when, self._agreed, ticks, self.note, proof)

    def _connect(self) -> None:
        self.version.input.currentIndexChanged.connect(self._renew)
        self.method.input.currentIndexChanged.connect(self._renew)
        self.attach.clicked.connect(self._on_choose)
        FileDrop(self).dropped.connect(self.take)
        hint = words(self.around.language).gettext("or drop it here: what proves it")
        self.said.say(None, Ink.MUTED, "", hint)

    @property
    def _method(self) -> Method:
        return Method(str(self.method.input.currentData()))

    def _renew(self) -> None:
        """Show what can be agreed to by name; by conduct it is nothing, which is said."""
        _, by_conduct = words(self.around.language).gettext, self._method is Method.CONDUCT
        ticked = self.version.version.ticked
        for kind, row in self.clauses.items():
            row.setVisible(kind in ticked and not by_conduct)
            row.setChecked(row.isVisibleTo(self))
        self._agreed.setVisible(bool(ticked) and not by_conduct)
        if by_conduct:
            weak = _("The weakest proof: it shows no clause on interest or costs as agreed.")
            self.method.warn(weak)
        else:
            self.method.clear()
        self.refit()

    # ------------------------------------------------------------- the proof
    def take(self, path: Path) -> None:
        """Take a file as the proof; what is wrong with it is said beside the button."""
        self.around.drawing.ask(partial(read_file, path), partial(self._on_read, path), self)

    def _on_choose(self) -> None:
        _ = words(self.around.language).gettext
        kinds = [_("All files {pattern}").format(pattern="(*)")]
        ask_file(self, _("What proves it"), Purpose.ATTACHMENTS, kinds, self.take)

    def _on_read(self, path: Path, answer: "Future[bytes]") -> None:
        error = answer.exception()
        if isinstance(error, UserError):
            self.refuse(error)
        elif isinstance(error, Exception):
            self.around.desk.failed.emit(error)
        else:
            self._proof = ProofFile(path.name, answer.result())
            self.said.say(Glyph.CHECK, Ink.POSITIVE, path.name, "")

    # ------------------------------------------------------------- putting down
    def on_verb(self) -> None:
        """Put it down."""
        day, is_read = self.day.read_or_refuse()
        if not is_read:
            return
        entry = AcceptedEntry(
            version=self.version.version.id,
            day=day or self._found.as_at,
            method=self._method,
            by_whom=self.by_whom.input.text(),
            capacity=Capacity(str(self.capacity.input.currentData())),
            clauses=frozenset(kind for kind, row in self.clauses.items() if row.isChecked()),
            reference=self.reference.input.text(),
            note=self.note.input.text(),
        )
        accept, code = self.around.program.acceptances.accept, self._found.customer.code
        self.submit(partial(accept, code, entry, self._proof), self._told)
