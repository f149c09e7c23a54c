"""What is typed about the business, and the legal line that is proposed from it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from creditmate.domain.rows import BusinessRow

USUAL_ACCENT = "#1F4B57"
"""The colour of a letterhead until somebody chooses one (mockups/paper.md section 4)."""


@dataclass(frozen=True, slots=True)
class BusinessEntry:
    """Everything of the business that is edited; what it never was (its identity) is not here.

    ``region`` is the part of the country whose holidays count, as in ISO 3166-2 without the
    country (``SCT``); '' for the usual one.
    """

    name: str
    country: str
    zone: str
    currency: str
    locale: str
    trade_line: str = ""
    legal_line: str = ""
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    tax_number: str = ""
    contact_name: str = ""
    bank_payee: str = ""
    bank_sort_code: str = ""
    bank_account: str = ""
    iban: str = ""
    bic: str = ""
    accent: str = USUAL_ACCENT
    books_kept: str = ""
    region: str = ""

    def over(self, row: BusinessRow) -> BusinessRow:
        """Return the row as it will be."""
        return replace(row, **{name: getattr(self, name) for name in self.__slots__})


def entry_of(row: BusinessRow) -> BusinessEntry:
    """Return what a form begins with."""
    return BusinessEntry(**{name: getattr(row, name) for name in BusinessEntry.__slots__})


class BusinessForm(StrEnum):
    """The legal form of the business itself: it decides what its papers must say."""

    SOLE_TRADER = "sole_trader"
    PARTNERSHIP = "partnership"
    COMPANY = "company"
    LLP = "llp"


@dataclass(frozen=True, slots=True)
class LegalFacts:
    """What a legal line is made of.

    ``owner`` is the sole trader's own name, or the partners', or a company's registered name;
    ``number`` and ``seat`` are a company's in its register, ``office`` its registered address
    where that is not the one on the letterhead.
    """

    form: BusinessForm
    owner: str
    number: str = ""
    seat: str = ""
    office: str = ""
