"""What is put right while somebody is on the line: their own details, and how the customer pays."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Touched
from creditmate.domain.customer_form import CustomerForm
from creditmate.i18n.catalogue import words
from creditmate.i18n.paying_words import person_put_right
from creditmate.services.contacts_editing import ContactCard
from creditmate.ui.call.call_page import CallPage
from creditmate.ui.held_keys import Opening
from creditmate.ui.surroundings import Surroundings


class PuttingRight(QWidget):
    """Opens the dialogs over the page, and writes into its notes what they have changed.

    The call stays where it is meanwhile; a record of it tells what came of it.
    """

    told = Signal(str)
    changed = Signal(Touched)

    def __init__(self, around: Surroundings, page: CallPage) -> None:
        super().__init__(page)
        self._around, self._page = around, page
        desk, failed = around.desk, around.desk.failed.emit
        self._cards: Opening[list[ContactCard]] = Opening(desk, self._on_cards, failed, self)
        self._forms: Opening[CustomerForm] = Opening(desk, self._on_form, failed, self)
        self.hide()

    def ask_details(self, code: str) -> None:
        """Put somebody's details right."""
        if code:
            people = self._around.program.contacts_editing
            self._cards.ask(partial(people.cards, code))

    def ask_paying(self, code: str) -> None:
        """Put right how they pay, which belongs to the customer and not to anybody there."""
        if code:
            editing = self._around.program.customer_editing
            self._forms.ask(partial(editing.form, code))

    def _on_cards(self, cards: list[ContactCard]) -> None:
        from creditmate.ui.people.person_dialog import (  # noqa: PLC0415 - seldom needed
            NOBODY,
            PersonDialog,
        )

        brief, person = self._page.brief.brief, self._page.head.person
        if brief is not None and self._page.isVisible():
            wanted = None if person is None else person.id
            card = next((card for card in cards if card.form.id == wanted), NOBODY)
            PersonDialog(self._around, self._page, brief, card, self._on_details)

    def _on_details(self, name: str, touched: Touched) -> None:
        self._page.form.note_down(person_put_right(name, self._around.language))
        self.changed.emit(touched)
        said = words(self._around.language).gettext("{name} is saved.").format(name=name)
        self.told.emit(said)

    def _on_form(self, form: CustomerForm) -> None:
        from creditmate.ui.call.paying_dialog import (  # noqa: PLC0415 - seldom needed
            PayingDialog,
        )

        if self._page.isVisible():
            PayingDialog(self._around, self._page, form, self._on_paying)

    def _on_paying(self, said: str, touched: Touched) -> None:
        self._page.form.note_down(said)
        self.changed.emit(touched)
        self.told.emit(words(self._around.language).gettext("How they pay is saved."))
