"""Sending terms: which, how, to whom, when to ask for them; the paper is shown for printing."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.acceptance import Way
from creditmate.domain.changes import Done
from creditmate.i18n.agreed_words import version_short, way_words
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import words
from creditmate.i18n.parsing import Towards
from creditmate.services.acceptance_entries import FOLLOW_UP_AFTER, SentEntry
from creditmate.services.acceptances import CustomerTerms
from creditmate.services.terms_sending import Issued, TermsIssue
from creditmate.ui.agreed.version_choice import VersionField
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.kit.name_input import NameInput
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE

Told = Callable[[Done, Issued | None], object]
"""Given what was done, and the paper where one was made."""


class SendDialog(EditDialog):
    """A paper of ours is issued and shown, or it is put down that terms were sent otherwise."""

    def __init__(
        self, around: Surroundings, window: QWidget, found: CustomerTerms, told: Told
    ) -> None:
        _ = words(around.language).gettext
        self._found, self._told = found, told
        title = _("Send terms to {name}").format(name=found.customer.name)
        super().__init__(around, window, title, _("Send"), width=SIZES.damage_dialog)
        theme, language = around.theme, around.language
        self.version = VersionField(around, found.versions, found.to_send)
        self.way = Field(theme, _("How"), Choice(theme, ""), echoes=False)
        for way in Way:
            self.way.input.addItem(capital(way_words(way, language)), way.value)
        self.to_whom = Field(theme, _("To whom"), NameInput(theme, "", found.people), echoes=False)
        self.day = DayField(around, _("Sent on"), Towards.PAST)
        self.follow_up = DayField(around, _("Ask for it back on; empty to leave it"))
        self.paper = CheckRow(theme, _("Make the paper now, with the signature page filled in"))
        self.paper.setChecked(True)
        for name, field in (
            ("sent.version", self.version),
            ("sent.to_whom", self.to_whom),
            ("sent.day", self.day),
            ("sent.follow_up", self.follow_up),
        ):
            self.add(name, field)
        days = ColumnGrid(2, gap=SPACE.l)
        days.add(self.day, self.follow_up)
        self.put(self.version, self.way, self.to_whom, days, self.paper)
        self.day.show_day(found.as_at)
        self.follow_up.show_day(found.as_at + FOLLOW_UP_AFTER)
        self.open_at(self.version)

    def on_verb(self) -> None:
        """Send it."""
        (day, day_read), (ask, ask_read) = (
            self.day.read_or_refuse(),
            self.follow_up.read_or_refuse(),
        )
        if not (day_read and ask_read):
            return
        language, locale = self.around.language, self.around.locale
        called = version_short(self.version.version, language, locale)
        note = words(language).gettext("{terms} sent, not returned").format(terms=called)
        entry = SentEntry(
            version=self.version.version.id,
            day=day or self._found.as_at,
            way=Way(str(self.way.input.currentData())),
            to_whom=self.to_whom.input.text(),
            follow_up=ask,
            follow_up_note=note,
        )
        if self.paper.isChecked():
            self._issue(entry)
        else:
            record = self.around.program.terms_sending.record
            self.submit(partial(record, self._found.customer.code, entry), self._on_recorded)

    def _on_recorded(self, done: Done) -> None:
        self._told(done, None)

    def _issue(self, entry: SentEntry) -> None:
        """Issue the paper: drawn beside the database thread, written on it."""
        if not self.verb.isEnabled():
            return  # pressed twice
        self.clear()
        self.verb.setEnabled(False)
        program, code = self.around.program, self._found.customer.code
        issue = TermsIssue(program.terms_sending, program.ask)
        self.around.drawing.ask(partial(issue.issue, code, entry), self._on_issued, self)

    def _on_issued(self, answer: "Future[Issued]") -> None:
        self.verb.setEnabled(True)
        error = answer.exception()
        if isinstance(error, Exception):
            self._on_failed(error)
            return
        issued = answer.result()
        self.accept()
        self._told(issued.done, issued)
