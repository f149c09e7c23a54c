"""Who gets a statement in a run, who is left out and why, and how each one goes.

Only reasons that the ledger can prove are given; the user may tick whoever was left out.

Source: domain-rules 4.6; data-model.md, "What may be chased"; product.md, 14 (a business that
has ceased trading never meets a batch run).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.ageing import Ageing
from creditmate.domain.chasing import Portion
from creditmate.domain.money import Money
from creditmate.domain.rows import ContactRow
from creditmate.domain.wishes import WishKind

UNTICKED = "unticked"
"""Why a customer got nothing whom no rule left out: the user did."""


class LeftOut(StrEnum):
    """Why a customer with a balance is left out; the values are stored in the log of runs."""

    CEASED = "ceased"
    IN_CREDIT = "in_credit"
    IN_DISPUTE = "in_dispute"
    PROMISED = "promised"
    SAID_PAID = "said_paid"
    SMALL = "small"  # less than is worth a statement
    # left in peace: the values are those of ``domain.at_rest``
    DECEASED = "deceased"
    INSOLVENT = "insolvent"
    BREATHING_SPACE = "breathing_space"
    HARDSHIP = "hardship"
    OURS = "ours"
    WITH_AGENCY = "with_agency"
    FRIEND = "friend"
    AT_HEAD_OFFICE = "at_head_office"  # on the head office's statement
    NO_WAY = "no_way"  # they want neither e-mails nor letters
    HELD = "held"  # partly in dispute, the rest promised or said to be paid
    STATEMENT_DAY = "statement_day"  # the day of the month has not come on which they have it


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason; ``day`` is the last on which something is awaited, where there is one.

    Of a statement day it is the day that is to come.
    """

    why: LeftOut
    day: date | None = None


class Carriage(StrEnum):
    """How a statement goes to the customer."""

    EMAIL = "email"
    POST = "post"
    NONE = "none"  # they want neither


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer as a run of statements sees one, as at a day.

    ``ageings`` are per currency, largest balance first, and empty for one without a balance;
    there is one statement for each. ``issued`` are the numbers of the statements issued before
    for this very day, latest first. ``stopped`` is why one is on stop, None for who is supplied.
    """

    id: int
    code: str
    name: str
    ageings: tuple[Ageing, ...] = ()
    carriage: Carriage = Carriage.POST
    reason: Reason | None = None
    issued: tuple[str, ...] = ()
    stopped: str | None = None


@dataclass(frozen=True, slots=True)
class StatementBook:
    """Everybody whom a run as at a day could concern; ``currency`` is the book's own."""

    as_at: date
    currency: str
    candidates: tuple[Candidate, ...]


def reason_to_leave_out(
    portions: Sequence[Portion], balances: Sequence[Money], *, ceased: bool, small: bool = False
) -> Reason | None:
    """Return why a customer with a balance is left out of a run; None: a statement goes.

    A statement goes as long as any part of any account is neither in dispute, nor in a plan,
    nor promised or said to be paid: then it tells the customer something to act on.

    Args:
        portions: Everything the customer has open, in all currencies (``chasing.waterfall``).
        balances: The balance in each currency.
        ceased: They are said to have ceased trading.
        small: All that is owed together is less than a statement is sent for.
    """
    if ceased:
        return Reason(LeftOut.CEASED)
    if all(balance.minor <= 0 for balance in balances):
        return Reason(LeftOut.IN_CREDIT)
    if small:
        return Reason(LeftOut.SMALL)
    if any(portion.chaseable_minor for portion in portions):
        return None
    return _held_back(portions)


def _held_back(portions: Sequence[Portion]) -> Reason:
    """Why all of an account waits, and until when: nothing of it may be chased."""
    covers = [cover for portion in portions for cover in portion.covers]
    said = [said for portion in portions for said in portion.said]
    planned = [p.entry.planned_by for p in portions if p.planned_minor and p.entry.planned_by]
    days = [*(cover.due_day for cover in covers), *(one.until_day for one in said), *planned]
    disputed = sum(portion.disputed_minor for portion in portions)
    if disputed == sum(portion.entry.open_minor for portion in portions):
        return Reason(LeftOut.IN_DISPUTE)
    if disputed:
        return Reason(LeftOut.HELD, max(days, default=None))
    only_said = bool(said) and not covers and not planned
    return Reason(LeftOut.SAID_PAID if only_said else LeftOut.PROMISED, max(days, default=None))


def goes_by(contacts: Sequence[ContactRow], refused: frozenset[WishKind] = frozenset()) -> Carriage:
    """Return how a statement goes: to the first contact's address unless they want letters.

    Args:
        contacts: The customer's, the one it is addressed to first, with what each one refuses;
            nobody known gets it by post.
        refused: What everybody at the customer's refuses.
    """
    first = contacts[0] if contacts else None
    unwanted = refused if first is None else refused | first.refuses
    address = first is not None and bool(first.email) and WishKind.NO_EMAILS not in unwanted
    if address and first is not None and first.channel != "letter":
        return Carriage.EMAIL
    if WishKind.NO_LETTERS not in unwanted:
        return Carriage.POST
    return Carriage.EMAIL if address else Carriage.NONE
