"""What a welcome letter is made from."""

from dataclasses import dataclass
from datetime import date

from creditmate.documents.page import PageSize
from creditmate.documents.papers import BusinessCard
from creditmate.documents.window import PRESETS, Preset, Window, with_country
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.terms import TermsVersion


@dataclass(frozen=True, slots=True)
class Person:
    """One of our people: for what to call, whom, and how."""

    what: str
    name: str
    reach: str


@dataclass(frozen=True, slots=True)
class WelcomePaper:
    """A welcome letter ready to be drawn.

    Attributes:
        business: Who welcomes.
        number: The paper's; '' for a draft.
        day: Of the letter.
        customer_name: Whom.
        account: The customer's code, which is the reference to pay with.
        address: What shows in the window; ``abroad`` the country's code where it is not ours.
        greeted: The person who is greeted; '' for none known.
        terms: When invoices are due.
        currency: In which the customer pays.
        limit: How much may be owed; None where none was set.
        agreed: The terms and conditions that hold, enclosed; None for none.
        people: Whom to call for what.
        locale: The customer's.
        window: Of the envelope.
        size: Of the paper.
    """

    business: BusinessCard
    number: str
    day: date
    customer_name: str
    account: str
    address: tuple[str, ...]
    currency: str
    greeted: str = ""
    terms: PaymentTerms | None = None
    limit: Money | None = None
    agreed: TermsVersion | None = None
    people: tuple[Person, ...] = ()
    abroad: str = ""
    locale: str = "en_GB"
    window: Window = PRESETS[Preset.UK_DL]
    size: PageSize = PageSize.A4

    @property
    def window_lines(self) -> tuple[str, ...]:
        """What shows in the window; abroad it ends with the country, as the sender calls it."""
        return with_country(self.address, self.abroad, self.business.locale)
