"""What a customer accepted: by which means it can be proved, and what counts on a day.

An acceptance counts from its day, or from the day its version takes effect where that is later;
the one that began to count last governs what is supplied from then on, and an older version goes
on governing what was supplied under it. Of several acceptances of one version the strongest is
the proof. Conduct is no more than a sign: it agrees to no clause by name.

Source: domain-rules 4.14 (strength order, common practice; before supply; the old version
governs old invoices).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from creditmate.domain.stored_codes import codes_text, read_codes
from creditmate.domain.terms import ClauseKind, Per, TermsVersion


class Method(StrEnum):
    """How terms were accepted, the strongest proof first; the values are stored."""

    SIGNED_APPLICATION = "signed_application"
    SIGNED_TERMS = "signed_terms"
    TICKED = "ticked"
    EMAIL = "email"
    QUOTE = "quote"
    CONDUCT = "conduct"


_STRENGTH = {method: place for place, method in enumerate(reversed(Method))}


class Capacity(StrEnum):
    """As what somebody accepted; the values are stored."""

    OWNER = "owner"
    DIRECTOR = "director"
    PARTNER = "partner"
    SECRETARY = "secretary"
    MANAGER = "manager"
    EMPLOYEE = "employee"
    AGENT = "agent"
    UNKNOWN = "unknown"


class Way(StrEnum):
    """How terms were sent; the values are stored."""

    POST = "post"
    EMAIL = "email"
    BY_HAND = "by_hand"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sent:
    """A version that was sent or given to a customer.

    ``follow_up`` is the day of the task that asks for it back, None where there is none;
    ``paper`` is the number of the paper, '' for none of ours.
    """

    id: int
    customer: int
    version: TermsVersion
    day: date
    way: Way
    to_whom: str = ""
    paper_id: int | None = None
    paper: str = ""
    follow_up: date | None = None
    action: int = 0


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A customer accepted a version; ``clauses`` it agreed to by name, ``files`` are its proof."""

    id: int
    customer: int
    version: TermsVersion
    day: date
    method: Method
    by_whom: str = ""
    capacity: Capacity = Capacity.UNKNOWN
    clauses: frozenset[ClauseKind] = frozenset()
    reference: str = ""
    note: str = ""
    files: tuple[int, ...] = ()
    action: int = 0

    @property
    def counts_from(self) -> date:
        """The first day on which it governs what is supplied."""
        return max(self.day, self.version.effective_day)

    @property
    def strength(self) -> int:
        """How good a proof it is; 0 is conduct."""
        return _STRENGTH[self.method]


@dataclass(frozen=True, slots=True)
class Governing:
    """What governs what is supplied on a day: the version, its best proof, what is agreed.

    ``clauses`` are those of ``TICKED`` kinds that were agreed to by name, by anything better than
    conduct. It is an ``interest_basis.AcceptedTerms``: what may be charged follows from it.
    """

    version: TermsVersion
    proof: Acceptance
    clauses: frozenset[ClauseKind]

    @property
    def by_conduct(self) -> bool:
        """Whether nothing but conduct speaks for it."""
        return self.proof.method is Method.CONDUCT

    @property
    def title(self) -> str:
        """What the terms are called."""
        return self.version.title

    @property
    def number(self) -> int:
        """Which version."""
        return self.version.number

    @property
    def accepted_day(self) -> date:
        """The day from which they govern what is supplied."""
        return self.proof.counts_from

    @property
    def method(self) -> str:
        """How they were accepted."""
        return self.proof.method.value

    @property
    def about_interest(self) -> bool:
        """Whether a clause about interest was agreed to."""
        return ClauseKind.INTEREST in self.clauses

    @property
    def about_fixed_sums(self) -> bool:
        """Whether a clause about fixed sums was agreed to."""
        return ClauseKind.FIXED_SUMS in self.clauses

    @property
    def interest_percent(self) -> Decimal | None:
        """The rate that the clause about interest sets, in percent, where it was agreed to."""
        clause = self.version.clause(ClauseKind.INTEREST)
        return clause.rate if clause is not None and self.about_interest else None

    @property
    def interest_monthly(self) -> bool:
        """Whether that is a rate of a month, not of a year."""
        clause = self.version.clause(ClauseKind.INTEREST)
        return clause is not None and clause.per is Per.MONTH


def governing(acceptances: Iterable[Acceptance], supply_day: date) -> Governing | None:
    """Return what governs what is supplied on a day; None where nothing was accepted by then.

    Args:
        acceptances: Of one customer, or of it and its head office; those of later days count for
            nothing that was supplied before.
        supply_day: The day of supply, which must not be before the acceptance.
    """
    known = [one for one in acceptances if one.counts_from <= supply_day]
    if not known:
        return None
    latest = max(known, key=lambda one: (one.counts_from, one.day, one.version.number, one.id))
    same = [one for one in known if one.version.id == latest.version.id]
    proof = max(same, key=lambda one: (one.strength, one.day, one.id))
    agreed = frozenset[ClauseKind]().union(
        *(one.clauses for one in same if one.method is not Method.CONDUCT)
    )
    return Governing(latest.version, proof, agreed & frozenset(latest.version.ticked))


def clauses_text(clauses: Iterable[ClauseKind]) -> str:
    """Return what is stored of the clauses agreed to by name."""
    return codes_text(ClauseKind, clauses)


def clauses_of(text: str) -> frozenset[ClauseKind]:
    """Return the clauses that a stored acceptance agreed to by name.

    Raises:
        ValueError: A code that is not known.
    """
    return frozenset(read_codes(ClauseKind, text))
