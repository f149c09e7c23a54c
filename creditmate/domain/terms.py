"""Terms and conditions in versions: what each says, from when it counts, and what it is known by.

A version is frozen when it is published: its wording in simple marks (``domain.wording``) or a
PDF, a number that goes on within its title and language, the day from which it takes effect, and
a fingerprint by which a customer's copy can be compared. Beside the wording stand its clauses, as
far as something hangs on them: what may be charged later, and what people ask about.

Source: domain-rules 4.2 (interest and costs only where they were agreed) and 4.14.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from creditmate.domain.wording import normal

GROUPS, GROUP = 4, 4
"""A fingerprint is shown as so many groups of so many figures."""


class ClauseKind(StrEnum):
    """What a clause is about, in the order in which papers show them; the values are stored."""

    PAYMENT = "payment"
    CREDIT_LIMIT = "credit_limit"
    COMPLAINTS = "complaints"
    INTEREST = "interest"
    FIXED_SUMS = "fixed_sums"
    COSTS = "costs"
    RETENTION_OF_TITLE = "retention_of_title"
    GUARANTEE = "guarantee"
    JURISDICTION = "jurisdiction"
    OTHER = "other"


TICKED: tuple[ClauseKind, ...] = (
    ClauseKind.INTEREST,
    ClauseKind.FIXED_SUMS,
    ClauseKind.COSTS,
    ClauseKind.GUARANTEE,
)
"""Clauses that a customer agrees to one by one: their proof is asked for one by one later."""
_PLACES = {kind: place for place, kind in enumerate(ClauseKind)}


class Per(StrEnum):
    """What time a rate of interest is for; the values are stored."""

    YEAR = "year"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a version.

    ``rate`` is in percent ``per`` year or month, of interest only; without one the clause leaves
    it to the statute. ``number`` is as the wording has it, '' where it has none.

    Raises:
        ValueError: A rate without its time, of another kind of clause, or not above zero.
    """

    kind: ClauseKind
    summary: str
    number: str = ""
    rate: Decimal | None = None
    per: Per | None = None

    def __post_init__(self) -> None:
        if (self.rate is None) is not (self.per is None):
            raise ValueError("a rate is for a time")
        if self.rate is not None and (self.kind is not ClauseKind.INTEREST or self.rate <= 0):
            raise ValueError(f"{self.kind} at {self.rate}")


@dataclass(frozen=True, slots=True)
class TermsVersion:
    """A published version, all but its wording.

    ``sha256`` is that of the wording in its normal form, or of the PDF called ``file_name`` with
    ``pages`` pages. ``action`` put it down.
    """

    id: int
    title: str
    language: str
    number: int
    effective_day: date
    sha256: str
    clauses: tuple[Clause, ...] = ()
    file_name: str = ""
    pages: int | None = None
    note: str = ""
    action: int = 0

    @property
    def document(self) -> tuple[str, str]:
        """What its numbers count within: title, in any case, and language."""
        return self.title.casefold(), self.language

    @property
    def is_file(self) -> bool:
        """Whether it is a PDF, not a wording of our own."""
        return self.pages is not None

    @property
    def fingerprint(self) -> str:
        """What a customer compares its copy by, such as ``7F3A 91C0 D25E 4B18``."""
        return fingerprint(self.sha256)

    def clause(self, kind: ClauseKind) -> Clause | None:
        """Return the first clause of a kind, if it has one."""
        return next((clause for clause in self.clauses if clause.kind is kind), None)

    @property
    def ticked(self) -> tuple[ClauseKind, ...]:
        """Its clauses that are agreed to one by one."""
        return tuple(kind for kind in TICKED if self.clause(kind) is not None)


def wording_sha256(wording: str) -> str:
    """Return the SHA-256 of a wording: however it was typed, the same words give the same."""
    return hashlib.sha256(normal(wording).encode()).hexdigest()


def fingerprint(sha256: str) -> str:
    """Return the beginning of a SHA-256 in groups, as it is printed."""
    figures = sha256[: GROUPS * GROUP].upper()
    return " ".join(figures[at : at + GROUP] for at in range(0, len(figures), GROUP))


def in_order(clauses: Iterable[Clause]) -> list[Clause]:
    """Return clauses as papers show them: by kind, and as they were marked within one."""
    return sorted(clauses, key=lambda clause: _PLACES[clause.kind])


def current(versions: Iterable[TermsVersion], day: date) -> dict[tuple[str, str], TermsVersion]:
    """Return the version of each document that is in effect on a day; none of one to come."""
    found: dict[tuple[str, str], TermsVersion] = {}
    for version in sorted(versions, key=lambda version: (version.effective_day, version.number)):
        if version.effective_day <= day:
            found[version.document] = version
    return found


def proposed(
    versions: Sequence[TermsVersion],
    language: str,
    day: date,
    document: tuple[str, str] | None = None,
) -> TermsVersion | None:
    """Return the version to give a customer who reads a language, if there is any.

    Args:
        versions: All that were published.
        language: The customer's; another one where none in it is in effect.
        day: The version in effect then; the next one where none is yet.
        document: What the customer agreed to before, whose newest version is proposed; else it is
            the document that was begun first.
    """
    in_effect = current(versions, day)
    if document in in_effect:
        return in_effect[document]
    begun: dict[tuple[str, str], int] = {}
    for version in versions:
        begun[version.document] = min(version.id, begun.get(version.document, version.id))
    ordered = sorted(in_effect.values(), key=lambda version: begun[version.document])
    same = [version for version in ordered if version.language == language]
    if same or ordered:
        return (same or ordered)[0]
    to_come = sorted(versions, key=lambda version: (version.effective_day, version.id))
    return next(iter(to_come), None)
