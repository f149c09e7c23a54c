"""What is put down about terms sent and accepted, and what of it cannot be."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.db.contact_records import contact_customer
from creditmate.domain.acceptance import Capacity, Method, Way
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.refusals import Why, refused
from creditmate.domain.rows import CustomerRow
from creditmate.domain.terms import ClauseKind, TermsVersion
from creditmate.services.typed_texts import one_line, some_lines

FOLLOW_UP_AFTER = timedelta(days=14)
"""After so long it is usual to ask for terms that have not come back."""
_LONGEST_NAME, _LONGEST_REFERENCE, _LONGEST_NOTE = 120, 120, 500


@dataclass(frozen=True, slots=True)
class SentEntry:
    """Terms that were sent, or are to be.

    ``follow_up`` is the day on which to ask for them back, None to leave it; ``follow_up_note``
    is what the task says, in the user's words.
    """

    version: int
    day: date
    way: Way
    to_whom: str = ""
    contact: int | None = None
    follow_up: date | None = None
    follow_up_note: str = ""


@dataclass(frozen=True, slots=True)
class AcceptedEntry:
    """Terms that were accepted; ``clauses`` are those agreed to by name."""

    version: int
    day: date
    method: Method
    by_whom: str = ""
    capacity: Capacity = Capacity.UNKNOWN
    contact: int | None = None
    clauses: frozenset[ClauseKind] = frozenset()
    reference: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProofFile:
    """The paper, mail or picture that proves it, as it was chosen."""

    name: str
    content: bytes


def known_version(versions: Mapping[int, TermsVersion], id_: int) -> TermsVersion:
    """Return a version of the library.

    Raises:
        UserError: ``UNKNOWN_TERMS``.
    """
    if id_ not in versions:
        raise UserError(Problem.UNKNOWN_TERMS, found=id_)
    return versions[id_]


def check_sent(customer: CustomerRow, entry: SentEntry, today: date) -> None:
    """Refuse what cannot have been sent so.

    Raises:
        UserError: ``FIELD_REFUSED``.
    """
    if entry.day > today:
        raise refused("sent.day", Why.DAY_AHEAD, day=entry.day)
    one_line("sent.to_whom", entry.to_whom, _LONGEST_NAME)
    some_lines("acceptance.note", entry.follow_up_note, _LONGEST_NOTE)
    if entry.follow_up is not None and entry.follow_up <= entry.day:
        raise refused("sent.follow_up", Why.DAYS_TURNED)
    _check_contact("sent.contact", customer, entry.contact)


def check_accepted(
    customer: CustomerRow, entry: AcceptedEntry, version: TermsVersion, today: date
) -> None:
    """Refuse what cannot have been accepted so.

    Raises:
        UserError: ``FIELD_REFUSED``: also where nobody is named, but for conduct, and where
            clauses are agreed to by conduct, or that the version does not have.
    """
    if entry.day > today:
        raise refused("acceptance.day", Why.DAY_AHEAD, day=entry.day)
    by_conduct = entry.method is Method.CONDUCT
    named = entry.contact is not None or by_conduct
    one_line("acceptance.by_whom", entry.by_whom, _LONGEST_NAME, required=not named)
    one_line("acceptance.reference", entry.reference, _LONGEST_REFERENCE)
    some_lines("acceptance.note", entry.note, _LONGEST_NOTE)
    _check_contact("acceptance.contact", customer, entry.contact)
    if by_conduct and entry.clauses:
        raise refused("acceptance.clauses", Why.AGREES_TO_NOTHING)
    for kind in ClauseKind:
        if kind in entry.clauses and kind not in version.ticked:
            raise refused("acceptance.clauses", Why.NOT_IN_VERSION, clause=kind.value)


def _check_contact(field: str, customer: CustomerRow, contact: int | None) -> None:
    """A person at the customer's, or at its head office's."""
    if contact is None:
        return
    whose = contact_customer(contact)
    if whose is None or whose not in {customer.id, customer.head_office_id}:
        raise refused(field, Why.NOT_POSSIBLE, found=contact)
