"""From when somebody is contacted, how long a word is trusted, and what is usual on papers."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from creditmate.domain.changes import Touched
from creditmate.domain.errors import UserError
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.settings import AllocationOrder, Prices, Rounding, Settings
from creditmate.domain.worked_terms import WorkedTerms
from creditmate.i18n.terms_examples import ExampleWords
from creditmate.i18n.terms_words import terms_words
from creditmate.services.settings import BusinessSettings, KeptSettings
from creditmate.ui.customer_edit.terms_editor import TermsEditor
from creditmate.ui.customer_edit.typed_terms import from_text, read_typed
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.queries import Latest
from creditmate.ui.settings.contact_state import (
    AMOUNTS,
    FIELD,
    TERMS,
    amount_echo,
    settings_of,
    terms_echo,
    terms_of,
    texts_of,
)
from creditmate.ui.settings.form_page import Deed, FormPage, Texts
from creditmate.ui.settings.sections import CONTACT, section_of
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.telling import Undo
from creditmate.ui.theme.tokens import SIZES, SPACE

Offers = Sequence[tuple[str, str]]


class ContactPage(FormPage[KeptSettings]):
    """Small balances, what they say, what was agreed or may be, what is usual on papers."""

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
        self._block(_("Following up, promises and courtesy calls, in days"), *self._waiting())
        self._block(
            _("Agreed in a call without asking"),
            self._line("plan_parts_alone", _("Parts of a plan, at most")),
            self._line("discount_alone", _("A discount, at most"), amount=True),
        )
        self._block(
            _("What a visit costs us, against what is at stake"),
            self._line("visit_hour", _("An hour, on the way too"), amount=True),
            self._line("visit_distance", _("A mile, or a kilometre"), amount=True),
        )
        self._terms = TermsEditor(around, may_be_none=False)
        agreed = self.add(TERMS, Field(around.theme, "", self._terms))
        agreed.rename(_("Terms of customers with whom none are agreed"))
        self._column.addWidget(SectionHead(around.theme, _("Usual terms")))
        self._column.addWidget(agreed)
        self._column.addSpacing(SPACE.s)
        self._block(_("What is usual"), *self._usual())
        self._tried: Latest[tuple[PaymentTerms, tuple[WorkedTerms, ...]]] = Latest(
            around.desk, self._on_tried, around.desk.failed.emit, self
        )
        self._column.addStretch()
        self.body.addWidget(self.scrolled(self._column, SIZES.settings_form), 1)

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
            self._line("follow_up_after", _("Follow up so many days late")),
            self._line("grace_days", _("Working days after a promise")),
            self._line("longest_pause", _("A call-back pauses at most")),
            self._line("courtesy_window", _("Courtesy calls, days ahead")),
            self._line("courtesy_days", _("If expected so many days late")),
        ]

    def _usual(self) -> list[QWidget]:
        _ = self.words.gettext
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

    # ------------------------------------------------------------- what is kept
    def begin(self) -> None:
        """Work begins at the first amount."""
        self.fields[FIELD + AMOUNTS[0]].setFocus()

    def read(self) -> KeptSettings:
        """Ask for the settings."""
        return self.around.program.settings.read()

    def texts_of(self, kept: KeptSettings) -> Texts:
        """What stands in the fields."""
        return texts_of(kept, self.around.locale)

    def deed(self, texts: Texts, kept: KeptSettings) -> Deed:
        """Save the document as a whole."""
        settings = settings_of(texts, kept, self.around.locale)
        return partial(_save, self.around.program.settings, settings, kept)

    # ------------------------------------------------------------- what it means
    def in_words(self, name: str, text: str) -> str:
        """Terms in a sentence."""
        terms = read_typed(from_text(text), self.around.locale, TERMS) if name == TERMS else None
        return text if terms is None else terms_words(terms, self.around.language)

    def on_typed(self) -> None:
        """Say beside amounts and terms what they mean."""
        if self.kept is None:
            return
        around, texts = self.around, self.texts
        for name in AMOUNTS:
            said = amount_echo(name, texts, self.kept.currency, around.language, around.locale)
            if said:
                self.fields[FIELD + name].echo(said)
        said, due = terms_echo(texts, self.kept, self._today, around.language, around.locale)
        if said:
            self.fields[TERMS].echo(said, due)
        self._try(texts, self.kept)

    def _try(self, texts: Texts, kept: KeptSettings) -> None:
        """Ask what the terms come to; nothing is said of what cannot be read."""
        try:
            terms = terms_of(texts, kept, self.around.locale)
        except UserError:
            self._terms.show_examples(None)
            return
        self._tried.ask(partial(_tried, self.around.program.settings, terms, self._today))

    def _on_tried(self, answer: tuple[PaymentTerms, tuple[WorkedTerms, ...]]) -> None:
        around = self.around
        says = ExampleWords(around.language, around.locale, self._today)
        self._terms.show_examples(says.of(*answer))

    @property
    def _today(self) -> date:
        return self.around.program.clock.today


def _tried(
    service: BusinessSettings, terms: PaymentTerms, today: date
) -> tuple[PaymentTerms, tuple[WorkedTerms, ...]]:
    """The terms, with what they come to: by then others may be typed."""
    return terms, service.tried(terms, today)


def _save(
    service: BusinessSettings, settings: Settings, kept: KeptSettings
) -> tuple[Touched, Undo]:
    """Save on the database thread; undone, they are as they were kept."""
    touched = service.save(settings, kept.version)

    def undo() -> Touched:
        return service.save(kept.settings, service.read().version)

    return touched, undo
