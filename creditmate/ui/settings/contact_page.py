"""From when somebody is contacted, how long a word is trusted, and what is usual on papers."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from creditmate.domain.changes import Touched
from creditmate.domain.errors import UserError
from creditmate.domain.settings import AllocationOrder, Prices, Rounding, Settings
from creditmate.i18n.terms_words import terms_words
from creditmate.services.settings import BusinessSettings, KeptSettings
from creditmate.ui.customer_edit.typed_terms import (
    KEPT,
    NONE,
    asks_for,
    terms_offers,
    typed_terms,
    usual_number,
)
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.settings.contact_state import (
    AMOUNTS,
    FIELD,
    NUMBER,
    TERMS,
    amount_echo,
    settings_of,
    terms_echo,
    texts_of,
)
from creditmate.ui.settings.form_page import Deed, FormPage, Texts
from creditmate.ui.settings.sections import CONTACT, section_of
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.telling import Undo
from creditmate.ui.theme.tokens import SIZES, SPACE

Offers = Sequence[tuple[str, str]]


class ContactPage(FormPage[KeptSettings]):
    """Four blocks: small balances, what they say, what was agreed, what is usual on papers."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, section_of(CONTACT))
        _, self._column = self.words.gettext, QVBoxLayout()
        self._column.setSpacing(SPACE.s)
        self._block(
            _("Small balances"),
            self._line("contact_from", _("Contact nobody below"), amount=True),
            self._line("print_from", _("Print no statement below"), amount=True),
        )
        self._block(
            _("“We have paid” is believed for so many working days"),
            self._line("claim_transfer", _("By transfer")),
            self._line("claim_card", _("By card")),
            self._line("claim_cheque", _("By cheque and otherwise")),
            columns=3,
        )
        self._block(_("Promises and courtesy calls, in days"), *self._waiting())
        self._block(_("What is usual"), *self._usual())
        self._column.addStretch()
        self.body.addWidget(self.scrolled(self._column, SIZES.settings_form), 1)
        self._form.currentIndexChanged.connect(self._on_form)

    # ------------------------------------------------------------- building
    def _block(self, title: str, *fields: QWidget, columns: int = 2) -> None:
        grid = ColumnGrid(columns, gap=SPACE.l)
        grid.add(*fields)
        self._column.addWidget(SectionHead(self.around.theme, title))
        self._column.addWidget(grid)
        self._column.addSpacing(SPACE.s)

    def _waiting(self) -> list[QWidget]:
        _ = self.words.gettext
        return [
            self._line("grace_days", _("Working days after a promise")),
            self._line("longest_pause", _("A call-back pauses at most")),
            self._line("courtesy_window", _("Courtesy calls, days ahead")),
            self._line("courtesy_days", _("If expected so many days late")),
        ]

    def _usual(self) -> list[QWidget]:
        _, language = self.words.gettext, self.around.language
        forms = [offer for offer in terms_offers("", language) if offer[0] != NONE]
        self._number = self._line("terms_number", _("Days"))
        prices = ((Prices.NET, _("Without tax")), (Prices.GROSS, _("With tax")))
        rounding = (
            (Rounding.DOCUMENT, _("Once for each rate")),
            (Rounding.LINE, _("On every line")),
        )
        order = (
            (AllocationOrder.PRINCIPAL_FIRST, _("Invoices first")),
            (AllocationOrder.COSTS_FIRST, _("Costs, interest, then invoices")),
        )
        return [
            self._choice("terms", _("Terms"), forms),
            self._number,
            self._choice("prices", _("Prices are typed"), prices),
            self._choice("rounding", _("Tax is rounded"), rounding),
            self._choice("allocation_order", _("A payment clears"), order),
        ]

    def _line(self, name: str, label: str, *, amount: bool = False) -> Field[Any]:
        theme = self.around.theme
        return self.add(FIELD + name, Field(theme, label, LineInput(theme, "", amount=amount)))

    def _choice(self, name: str, label: str, offers: Offers) -> Field[Any]:
        choice = Choice(self.around.theme, "")
        choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for value, text in offers:
            choice.addItem(text, str(value))
        return self.add(FIELD + name, Field(self.around.theme, label, choice))

    @property
    def _form(self) -> Choice:
        found: Choice = self.fields[TERMS].input
        return found

    # ------------------------------------------------------------- what is kept
    def begin(self) -> None:
        """Work begins at the first amount."""
        self.fields[FIELD + AMOUNTS[0]].setFocus()

    def read(self) -> KeptSettings:
        """Ask for the settings."""
        return self.around.program.settings.read()

    def prepare(self, kept: KeptSettings) -> None:
        """Terms that these fields cannot tell are offered as they are."""
        terms, place = kept.settings.default_terms, self._form.findData(KEPT)
        if typed_terms(terms).form == KEPT and place < 0:
            said = terms_words(terms, self.around.language)
            self._form.addItem(self.words.gettext("As it is: {terms}").format(terms=said), KEPT)

    def texts_of(self, kept: KeptSettings) -> Texts:
        """What stands in the fields."""
        return texts_of(kept, self.around.locale)

    def deed(self, texts: Texts, kept: KeptSettings) -> Deed:
        """Save the document as a whole."""
        settings = settings_of(texts, kept, self.around.locale)
        return partial(_save, self.around.program.settings, settings, kept)

    # ------------------------------------------------------------- what it means
    def _on_form(self) -> None:
        """Another form of terms begins with its usual number."""
        with QSignalBlocker(self._number.input):
            self._number.input.setText(usual_number(str(self._form.currentData())))
        self._name_number()

    def _name_number(self) -> None:
        asked = asks_for(str(self._form.currentData() or NONE), self.around.language)
        self._number.setVisible(bool(asked))
        if asked:
            self._number.rename(asked)

    def on_typed(self) -> None:
        """Say beside amounts and terms what they mean."""
        if self.kept is None:
            return
        around, texts = self.around, self.texts
        self._name_number()
        for name in AMOUNTS:
            said = amount_echo(name, texts, self.kept.currency, around.language, around.locale)
            if said:
                self.fields[FIELD + name].echo(said)
        today = around.program.clock.today
        said, due = terms_echo(texts, self.kept, today, around.language, around.locale)
        if said:
            self.fields[NUMBER].clear()
            self.fields[TERMS].echo(said, due)

    def place_of(self, error: UserError) -> str:
        """What is wrong with the terms is mostly wrong with their number."""
        place = super().place_of(error)
        return NUMBER if place == TERMS and self._number.isVisible() else place


def _save(
    service: BusinessSettings, settings: Settings, kept: KeptSettings
) -> tuple[Touched, Undo]:
    """Save on the database thread; undone, they are as they were kept."""
    touched = service.save(settings, kept.version)

    def undo() -> Touched:
        return service.save(kept.settings, service.read().version)

    return touched, undo
