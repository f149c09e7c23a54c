"""Confirming in writing: the words are seen and may be changed, copies are ticked, nothing is sent.

The draft opens in the user's own mail program, or the words go to the clipboard.
"""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Touched
from creditmate.domain.confirmation import Confirmation
from creditmate.i18n.catalogue import words
from creditmate.i18n.contact_made_words import missing_copies_words
from creditmate.services.confirmations import Chosen
from creditmate.services.document_delivery import pdf_name
from creditmate.system.passing_folder import PassingFolder
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.links import view
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.kit.text_input import TextInput
from creditmate.ui.kit.typed_dialog import TypedDialog
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller
from creditmate.ui.theme.tokens import SIZES, Ink, Type

_LINES = 14


class ConfirmDialog(TypedDialog):
    """A message to the person spoken to.

    Attributes:
        subject: What it is about.
        text: Its words.
        copies: A tick for each paper that can go along.
        copy: Puts the words on the clipboard instead.
        missing: Says of what there is no copy to go along, if there is anything.
    """

    missing: Paragraph

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        told: Confirmation,
        teller: Teller,
        folder: PassingFolder,
    ) -> None:
        _ = words(around.language).gettext
        self._told, self._teller, self._ = told, teller, _
        self._folder = folder
        whom = told.to or told.customer
        title = _("Confirm in writing to {name}").format(name=whom)
        detail = (
            _("It opens in your mail program for {address}; you send it.")
            if told.address
            else _("No e-mail address of theirs is known: put it in when it is open, or copy it.")
        )
        super().__init__(
            around, window, title, _("Open in the mail program"),
            detail=detail.format(address=told.address), width=SIZES.interest_dialog,
        )  # fmt: skip
        theme = around.theme
        self.subject = Field(theme, _("Subject"), LineInput(theme, ""), echoes=False)
        self.text = Field(theme, _("Message"), TextInput(theme, "", _LINES), echoes=False)
        self.copies = {copy.number: CheckRow(theme, copy.number) for copy in told.copies}
        self.copy = Button(theme, _("Copy the words"), Kind.PLAIN)
        self.put(self.subject, self.text)
        if self.copies:
            self.put(Paragraph(theme, _("Copies that go along"), Type.SMALL_MEDIUM, Ink.MUTED))
        for copy in told.copies:
            row = self.copies[copy.number]
            row.setChecked(copy.ticked)
            row.toggled.connect(self._on_ticked)
            self.put(row)
        if told.missing:
            self.missing = Paragraph(
                theme, missing_copies_words(told.missing, around.language), Type.SMALL, Ink.TEXT
            )
            self.put(self.missing)
        self.put_at_foot(self.copy, 1)
        self.copy.clicked.connect(self._on_copy)
        self._shown = ""
        self._show_words()
        self.open_at(self.text)

    @property
    def chosen(self) -> Chosen:
        """What goes along, and the words as they stand now."""
        ticked = tuple(number for number, row in self.copies.items() if row.isChecked())
        return Chosen(ticked, self.text.input.toPlainText(), self.subject.input.text())

    def _on_ticked(self, _ticked: bool) -> None:
        """The words name what goes along, unless somebody has changed them."""
        if self.text.input.toPlainText() == self._shown:
            self._show_words()

    def _show_words(self) -> None:
        confirmations = self.around.program.confirmations
        chosen = Chosen(tuple(n for n, row in self.copies.items() if row.isChecked()))
        message = confirmations.message(self._told, chosen)
        if not self.subject.input.text():
            self.subject.input.setText(message.subject)
        self.text.input.setPlainText(message.text.rstrip("\n"))
        self._shown = self.text.input.toPlainText()

    # ------------------------------------------------------------- out it goes
    def on_verb(self) -> None:
        """Write the draft, log it with the contact, and open it."""
        self.submit(partial(self._write, self.chosen), self._on_written)

    def _write(self, chosen: Chosen) -> tuple[Path, Touched]:
        """On the database thread."""
        confirmations = self.around.program.confirmations
        written = confirmations.write(self._told, chosen)
        name = pdf_name(written.message.subject, self._told.code).removesuffix(".pdf")
        path = self._folder.put(f"{name}.eml", written.eml)
        return path, confirmations.log(self._told, written.message)

    def _on_written(self, answer: tuple[Path, Touched]) -> None:
        path, touched = answer
        self._teller.changed.emit(touched)
        if not view(path):
            self._teller.told.emit(self._("No mail program opens it: copy the words instead."))

    def _on_copy(self) -> None:
        self.submit(partial(self._log, self.chosen), self._on_copied)

    def _log(self, chosen: Chosen) -> tuple[str, Touched]:
        confirmations = self.around.program.confirmations
        message = confirmations.message(self._told, chosen)
        return message.text, confirmations.log(self._told, message)

    def _on_copied(self, answer: tuple[str, Touched]) -> None:
        text, touched = answer
        QGuiApplication.clipboard().setText(text)
        self._teller.changed.emit(touched)
        self._teller.told.emit(self._("The words are on the clipboard."))
