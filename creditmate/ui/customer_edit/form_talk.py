"""Says below the fields what follows from them, and above all what happened to the form."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.customer_edit.edit_form import EditForm
from creditmate.ui.customer_edit.edit_says import SITES, Said, Tone
from creditmate.ui.customer_edit.edit_state import EditState
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.notice import Notice
from creditmate.ui.kit.tag import Tone as Ground
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE


class FormTalk(QObject):
    """Speaks for a form.

    Attributes:
        notes: Stands above the form; empty where there is nothing to say.
    """

    discarded = Signal()
    """What was typed before is not wanted any more."""

    def __init__(self, around: Surroundings, form: EditForm) -> None:
        super().__init__(form)
        self._around, self._form = around, form
        self._ = words(around.language).gettext
        self.notes = QWidget()
        self._column = QVBoxLayout(self.notes)
        self._column.setContentsMargins(SPACE.xl, 0, SPACE.xl, SPACE.m)
        self._note: Notice | None = None
        self.notes.hide()

    def begin(self, *, was_typed: bool) -> None:
        """Say what was typed before and is still here; else nothing."""
        self._clear()
        if not was_typed:
            self.quiet()
            return
        discard = Button(self._around.theme, self._("Discard it"), small=True)
        discard.clicked.connect(self.discarded)
        said = self._("What you typed before is still here. It is not saved yet.")
        self._say(Ground.ACCENT, said, "", discard)

    def meanwhile(self, state: EditState) -> None:
        """Say that somebody else has saved the customer, and where that meets what was typed."""
        title = self._("Somebody else has saved this customer meanwhile. Nothing of yours is lost.")
        detail = self._("Their changes are shown. Look at them and save again.")
        if state.clashes:
            detail = self._("Their changes are shown; where you both typed, yours stands for now.")
        self._say(Ground.WARNING, title, detail)

    def quiet(self) -> None:
        """Take the note away."""
        if self._note is not None:
            self._column.removeWidget(self._note)
            self._note.hide()
            self._note.deleteLater()
            self._note = None
        self.notes.hide()

    def say(self, lines: Sequence[Said]) -> None:
        """Say everything below its field, of which the last line counts.

        What is wrong with the field that is being typed into waits until it is left.
        """
        self._clear()
        for said in lines:
            self._say_one(said)

    def point_at(self, said: Said) -> bool:
        """Say what is wrong, and go there; returns whether there is such a field."""
        field = self._field(said)
        if field is None:
            return False
        field.refuse(said.text)
        if self._form.isVisible():
            field.setFocus()
            self._form.ensureWidgetVisible(field)
        return True

    def _say_one(self, said: Said) -> None:
        if said.field.startswith(SITES) and said.tone is Tone.DOUBT:
            block = self._form.addresses.block_of(said.place or 0)
            if block is not None:
                block.doubt(said.field.removeprefix(SITES), said.text)
            return
        field = self._field(said)
        if field is None:
            return
        if said.tone is Tone.ECHO:
            field.echo("", said.text) if said.field == "run" else field.echo(said.text)
        elif said.tone is Tone.DOUBT:
            field.warn(said.text)
        elif said.at_once or not field.isAncestorOf(QApplication.focusWidget() or self._form):
            field.refuse(said.text)

    def _field(self, said: Said) -> Field[Any] | None:
        """The field that something is said of; of an address it is one of its own."""
        if not said.field.startswith(SITES):
            return self._form.book.fields.get(said.field)
        block = self._form.addresses.block_of(said.place or 0)
        return None if block is None else block.book.fields.get(said.field.removeprefix(SITES))

    def _clear(self) -> None:
        for field in self._form.book.fields.values():
            field.clear()
        for block in self._form.addresses.blocks:
            block.clear()

    def _say(self, ground: Ground, title: str, detail: str, action: Button | None = None) -> None:
        self.quiet()
        self._note = Notice(self._around.theme, ground, title, detail, action)
        self._column.addWidget(self._note)
        self.notes.show()
