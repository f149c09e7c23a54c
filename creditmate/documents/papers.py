"""What a statement on paper is made from, and what comes out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.documents.page import LEAST_CONTRAST, PageSize, contrast_with_paper
from creditmate.documents.window import PRESETS, Preset, Window, with_country
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.statement import Statement


@dataclass(frozen=True, slots=True)
class BankDetails:
    """Where the customer pays to: a sort code and account number, or an IBAN (and BIC)."""

    account_name: str
    sort_code: str = ""
    account_number: str = ""
    iban: str = ""
    bic: str = ""


@dataclass(frozen=True, slots=True)
class BusinessCard:
    """Who sends the paper.

    ``legal_line`` is what the law wants on every document (a sole trader's own name and address
    with the trading name); ``postal_address`` stands in the letterhead and on the remittance slip.
    ``logo`` is a prepared one (``documents.logo``), which takes the place of mark and name.

    Raises:
        ValueError: The accent colour is not ``#RRGGBB`` or too pale to be read (7 : 1).
    """

    name: str
    trade: str = ""
    legal_line: str = ""
    accent: str = "#1F4B57"
    bank: BankDetails | None = None
    phone: str = ""
    email: str = ""
    tax_number: str = ""
    contact_person: str = ""
    postal_address: tuple[str, ...] = ()
    locale: str = "en_GB"
    logo: bytes | None = None

    def __post_init__(self) -> None:
        if contrast_with_paper(self.accent) < LEAST_CONTRAST:
            raise ValueError(f"accent {self.accent} is too pale")


@dataclass(frozen=True, slots=True)
class StatementPaper:
    """One customer's statement in one currency, ready to be drawn.

    ``address`` shows in the window, the customer's name included; ``abroad`` is the code of its
    country (ISO 3166) where that is not the sender's own. A draft carries no number;
    ``replaces`` is the number of the statement that this one replaces.
    """

    business: BusinessCard
    number: str
    customer_name: str
    account: str
    address: tuple[str, ...]
    contact: str
    terms: PaymentTerms | None
    statement: Statement
    locale: str = "en_GB"
    abroad: str = ""
    draft: bool = False
    replaces: str | None = None
    window: Window = PRESETS[Preset.UK_DL]
    size: PageSize = PageSize.A4
    slip: bool = True

    @property
    def window_lines(self) -> tuple[str, ...]:
        """What shows in the window; abroad it ends with the country, as the sender calls it."""
        return with_country(self.address, self.abroad, self.business.locale)


@dataclass(frozen=True, slots=True)
class Replaced:
    """The paper that another one takes the place of: its number and its day."""

    number: str
    day: date


@dataclass(frozen=True, slots=True)
class DrawnPaper:
    """A finished PDF."""

    pdf: bytes
    pages: int


class Concern(StrEnum):
    """What to show the user before a paper is issued."""

    UNDRAWABLE = "undrawable"
    RIGHT_TO_LEFT = "right_to_left"
    SHORTENED = "shortened"
    WORD_BROKEN = "word_broken"
    ADDRESS_TOO_LONG = "address_too_long"
    NO_CODE = "no_code"


UNREADABLE = frozenset({Concern.UNDRAWABLE, Concern.RIGHT_TO_LEFT, Concern.SHORTENED})
"""Of what is written something would be missing, or not be read as it was meant."""


@dataclass(frozen=True, slots=True)
class PaperWarning:
    """One concern: ``text`` is what it is about (the characters, the line, the word)."""

    concern: Concern
    text: str


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """A finished PDF with what the user should look at."""

    drawn: DrawnPaper
    warnings: tuple[PaperWarning, ...]
