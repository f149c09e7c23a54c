"""What a customer accepted: by which means it can be proved, and what counts on a day.

An acceptance counts from its day, or from the day its version takes effect where that is later;
the one that began to count last governs what is supplied from then on, and an older version goes
on governing what was supplied under it. Of several acceptances of one version the strongest is
the proof. Conduct is no more than a sign: it agrees to no clause by name.

Source: domain-rules 4.14 (strength order, common practice; before supply; the old version
governs old invoices).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from creditmate.domain.terms import ClauseKind, Per, TermsVersion, current


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


class State(StrEnum):
    """How well a customer's terms are proved, the worst first; the values are names for JSON."""

    NONE = "none"
    SENT_NOT_RETURNED = "sent_not_returned"
    CONDUCT_ONLY = "conduct_only"
    ON_OLD_VERSION = "on_old_version"
    GOOD = "good"


UNPROVED = frozenset({State.NONE, State.SENT_NOT_RETURNED})
"""Nothing was accepted in any way."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a customer stands with its terms on a day.

    ``awaited`` is what was sent last and has not come back, whatever governs meanwhile; ``newer``
    is the version in effect where an older one governs; ``to_come`` is an acceptance whose
    version has not taken effect yet.
    """

    state: State
    governing: Governing | None = None
    awaited: Sent | None = None
    newer: TermsVersion | None = None
    to_come: Acceptance | None = None


NO_STANDING = Standing(State.NONE)
"""Of a customer who was sent nothing and accepted nothing."""


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


def awaited(sent: Iterable[Sent], acceptances: Sequence[Acceptance], as_at: date) -> Sent | None:
    """Return what was sent last up to a day, unless it came back accepted by then.

    It came back when it, or a later version of it, was accepted in a way better than conduct; or
    when anything else was, on the same day or later.
    """
    known = [one for one in sent if one.day <= as_at]
    if not known:
        return None
    last = max(known, key=lambda one: (one.day, one.id))
    answers = (one for one in acceptances if one.day <= as_at and one.method is not Method.CONDUCT)
    return None if any(_answers(one, last) for one in answers) else last


def _answers(accepted: Acceptance, sent: Sent) -> bool:
    same = accepted.version.document == sent.version.document
    return accepted.day >= sent.day or (same and accepted.version.number >= sent.version.number)


def standing(
    acceptances: Sequence[Acceptance],
    sent: Sequence[Sent],
    versions: Iterable[TermsVersion],
    as_at: date,
) -> Standing:
    """Return how a customer stands with its terms on a day.

    Args:
        acceptances: Its own, and its head office's.
        sent: What was sent to it.
        versions: All that were published.
        as_at: The day; what happened later is not known.
    """
    known = [one for one in acceptances if one.day <= as_at]
    now, waits = governing(known, as_at), awaited(sent, known, as_at)
    coming = [one for one in known if one.counts_from > as_at]
    to_come = min(coming, key=lambda one: (one.counts_from, one.id), default=None)
    if now is None:
        state = State.NONE if waits is None else State.SENT_NOT_RETURNED
        return Standing(state, awaited=waits, to_come=to_come)
    latest = current(versions, as_at).get(now.version.document, now.version)
    newer = latest if latest.number > now.version.number else None
    if now.by_conduct:
        state = State.CONDUCT_ONLY
    else:
        state = State.GOOD if newer is None else State.ON_OLD_VERSION
    return Standing(state, now, waits, newer, to_come)


def clauses_text(clauses: Iterable[ClauseKind]) -> str:
    """Return what is stored of the clauses agreed to by name."""
    chosen = set(clauses)
    return " ".join(kind.value for kind in ClauseKind if kind in chosen)


def clauses_of(text: str) -> frozenset[ClauseKind]:
    """Return the clauses that a stored acceptance agreed to by name.

    Raises:
        ValueError: A code that is not known.
    """
    return frozenset(ClauseKind(code) for code in text.split())
