"""On what ground interest may be charged for an invoice, and why: the contract, a law, or nothing.

Contract rate or statute, never both (domain-rules 4.1: statutory interest gives way to a
contract term that is a substantial remedy). A contract's rate needs terms with a clause about
interest that the customer accepted on the invoice's day or before; a law reaches businesses only.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from creditmate.domain.interest_rules import Scheme
from creditmate.domain.legal_forms import LegalForm

MONTHS = 12


class Ground(StrEnum):
    """What interest rests on."""

    CONTRACT = "contract"
    STATUTE = "statute"
    NONE = "none"


class Choice(StrEnum):
    """What the user decided about a customer; the values are stored."""

    USUAL = "usual"  # the contract where it sets a rate, else the law
    CONTRACT = "contract"
    STATUTE = "statute"
    NONE = "none"


class Because(StrEnum):
    """Why the ground is what it is; ``i18n.interest_words`` has the words."""

    RATE_ACCEPTED = "rate-accepted"
    LAW = "law"
    LAW_BY_CLAUSE = "law-by-clause"  # the terms name the law's interest
    LAW_CHOSEN = "law-chosen"  # though terms with a rate were accepted
    NO_TERMS = "no-terms"  # and no law is known
    CLAUSE_WITHOUT_RATE = "clause-without-rate"  # and no law is known
    PERSON = "person"
    FORM_UNKNOWN = "form-unknown"
    CHOSEN_NONE = "chosen-none"
    CHOSEN_CONTRACT = "chosen-contract"  # but none sets a rate
    CHOSEN_STATUTE = "chosen-statute"  # but none is known


class AcceptedTerms(Protocol):
    """What is needed of the terms that governed a customer on a day."""

    @property
    def title(self) -> str:
        """What the terms are called."""

    @property
    def number(self) -> int:
        """Which version."""

    @property
    def accepted_day(self) -> date:
        """When they were accepted."""

    @property
    def method(self) -> str:
        """How, as ``domain.acceptance`` names it."""

    @property
    def interest_percent(self) -> Decimal | None:
        """The rate that their clause about interest sets."""

    @property
    def interest_monthly(self) -> bool:
        """Whether that is a rate of a month, not of a year."""

    @property
    def about_interest(self) -> bool:
        """Whether a clause about interest is among them."""

    @property
    def about_fixed_sums(self) -> bool:
        """Whether a clause about fixed sums is among them."""


@dataclass(frozen=True, slots=True)
class InterestTerms:
    """``AcceptedTerms`` as a value."""

    title: str
    number: int
    accepted_day: date
    method: str
    interest_percent: Decimal | None = None
    interest_monthly: bool = False
    about_interest: bool = False
    about_fixed_sums: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """A decision about a customer as it counts: the latest up to a day.

    ``fair`` says that longer times than the law's were agreed and are fair to us.
    """

    choice: Choice = Choice.USUAL
    day: date | None = None
    reason: str = ""
    fair: bool = False
    action: int = 0


USUAL = Chosen()
"""Where nothing was decided."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What interest on an invoice rests on.

    Args:
        ground: Contract, statute or nothing.
        because: Why.
        invoice_day: Of the invoice asked about.
        scheme: The law of our country, as far as known; the sums of a contract's clause about
            fixed sums are its sums as well.
        terms: Those that governed on the invoice's day.
        fixed: Whether a fixed sum may be charged.
        chosen: What was decided about the customer.
    """

    ground: Ground
    because: Because
    invoice_day: date
    scheme: Scheme | None
    terms: AcceptedTerms | None
    fixed: bool
    chosen: Chosen = USUAL

    @property
    def yearly_percent(self) -> Decimal | None:
        """The contract's rate a year: of a rate of a month, twelve of it."""
        if self.ground is not Ground.CONTRACT or self.terms is None:
            return None
        percent = self.terms.interest_percent
        if percent is None:
            return None
        return percent * MONTHS if self.terms.interest_monthly else percent


def basis_for(
    invoice_day: date,
    form: LegalForm,
    scheme: Scheme | None,
    terms: AcceptedTerms | None,
    chosen: Chosen = USUAL,
) -> Basis:
    """Return what interest on an invoice may rest on.

    Args:
        invoice_day: The invoice's.
        form: The customer's; where it is not known, no law is assumed to reach it.
        scheme: The law of our country on that day; None where none is known.
        terms: Those that governed the customer on that day; None for none.
        chosen: What was decided.
    """
    if terms is not None and terms.accepted_day > invoice_day:
        terms = None  # accepted later: they govern later invoices
    ground, because = _ground(form, scheme, terms, chosen.choice)
    fixed = ground is Ground.STATUTE
    if ground is Ground.CONTRACT and terms is not None:
        fixed = terms.about_fixed_sums and scheme is not None
    return Basis(ground, because, invoice_day, scheme, terms, fixed, chosen)


def _ground(
    form: LegalForm, scheme: Scheme | None, terms: AcceptedTerms | None, choice: Choice
) -> tuple[Ground, Because]:
    if choice is Choice.NONE:
        return Ground.NONE, Because.CHOSEN_NONE
    has_rate = terms is not None and terms.interest_percent is not None
    if has_rate and choice is not Choice.STATUTE:
        return Ground.CONTRACT, Because.RATE_ACCEPTED
    if choice is Choice.CONTRACT:
        return Ground.NONE, Because.CHOSEN_CONTRACT
    by_clause = terms is not None and terms.about_interest
    refused = _without_law(choice, by_clause=by_clause) if scheme is None else _private(form)
    if refused is not None:
        return Ground.NONE, refused
    if has_rate:
        return Ground.STATUTE, Because.LAW_CHOSEN
    return Ground.STATUTE, Because.LAW_BY_CLAUSE if by_clause else Because.LAW


def _private(form: LegalForm) -> Because | None:
    """Why a law does not reach a customer; one of unknown form is not assumed to be a firm."""
    if form is LegalForm.INDIVIDUAL:
        return Because.PERSON
    return Because.FORM_UNKNOWN if form is LegalForm.UNKNOWN else None


def _without_law(choice: Choice, *, by_clause: bool) -> Because:
    if choice is Choice.STATUTE:
        return Because.CHOSEN_STATUTE
    return Because.CLAUSE_WITHOUT_RATE if by_clause else Because.NO_TERMS
