"""What an application for credit is drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from creditmate.documents.page import PageSize
from creditmate.documents.papers import BusinessCard
from creditmate.domain.application_form import MAKE, DayOrder, FormMark, Item
from creditmate.i18n.day_parsing import figures_order
from creditmate.i18n.formats import decimal_mark


@dataclass(frozen=True, slots=True)
class TermsEnclosed:
    """The terms that go with the form; ``fingerprint`` is of their wording, in groups of four."""

    id: int
    title: str
    number: int
    day: date
    fingerprint: str


@dataclass(frozen=True, slots=True)
class ApplicationPaper:
    """A form ready to be drawn.

    Attributes:
        business: Who hands it out.
        ledger: Names its ledger, so that the form is known when it comes back.
        day: Of handing it out.
        currency: In which a limit is asked for; ``currencies`` are those to choose from.
        given: What is known of the customer already.
        account: The customer's code; '' for a blank form.
        terms: That are enclosed, if any are.
        locale: Of the words: the customer's.
        size: Of the paper.
    """

    business: BusinessCard
    ledger: str
    day: date
    currency: str
    currencies: tuple[str, ...]
    given: Mapping[Item, str] = field(default_factory=dict)
    account: str = ""
    terms: TermsEnclosed | None = None
    locale: str = "en_GB"
    size: PageSize = PageSize.A4

    @property
    def mark(self) -> FormMark:
        """What the hidden field says."""
        decimal, order = decimal_mark(self.locale), DayOrder(figures_order(self.locale))
        terms = 0 if self.terms is None else self.terms.id
        return FormMark(MAKE, self.ledger, self.locale, decimal, order, terms)
