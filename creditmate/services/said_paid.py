"""What a customer says to have paid, on its way into the ledger: alone, or with a call."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from creditmate.db.claims import add_claim, end_claim
from creditmate.db.gateway import Writing
from creditmate.domain.chasing import Portion, waterfall
from creditmate.domain.claims import UNFOUND, ClaimEnd, ClaimStanding, SaidPaid, believed_until
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.rows import CustomerRow
from creditmate.domain.workcase import Case
from creditmate.services.calendars import customer_calendar
from creditmate.services.cases import CustomerFile
from creditmate.services.settings import current_settings
from creditmate.services.whose_word import spoken_for


@dataclass(frozen=True, slots=True)
class NewClaim:
    """A claim that fits the customer: what it is about, and which earlier ones it replaces."""

    customer_id: int
    day: date
    said: SaidPaid
    paid_on: date
    until: date
    currency: str
    about: tuple[int, ...]
    replaces: tuple[int, ...]


def new_claim(customer: CustomerRow, file: CustomerFile, said: SaidPaid, today: date) -> NewClaim:
    """Return what a customer says to have paid as a claim on a day.

    Said once more, with the same amount or with nothing else left that it could be about, it
    takes the place of what was said before: money is believed to be on its way once.

    Raises:
        UserError: ``CLAIM_FIELD`` with ``field`` and ``found``; ``NOTHING_OPEN``.
    """
    paid_on = today if said.paid_on is None else said.paid_on
    if paid_on > today:
        raise UserError(Problem.CLAIM_FIELD, field="paid-on", found=paid_on)
    if said.amount is not None and said.amount.minor <= 0:
        raise UserError(Problem.CLAIM_FIELD, field="amount", found=said.amount)
    case = spoken_for(file, today)
    currency = _currency(customer, case, said)
    before = [one for one in case.said if one.state in UNFOUND and one.claim.currency == currency]
    meant = _about(case, said, currency, today, before)
    replaced = _replaced(said, before, meant)
    meant = meant or _about(case, said, currency, today, ())
    own = {row.id for row in file.entries}
    about = tuple(portion.entry.id for portion in meant if portion.entry.id in own)
    if said.amount is None and len(about) < len(meant):  # of a group the sum of all is claimed
        minor = sum(portion.chaseable_minor for portion in meant)
        said = replace(said, amount=Money(minor, currency))
    if said.amount is None and not about:
        raise UserError(Problem.NOTHING_OPEN, currency=currency)
    days = current_settings().claim_days.of(said.method.value)
    calendar = customer_calendar(customer.country, max(paid_on, today), customer.region)
    return NewClaim(
        customer_id=customer.id,
        day=today,
        said=said,
        paid_on=paid_on,
        until=believed_until(paid_on, today, days, calendar),
        currency=currency,
        about=about,
        replaces=replaced,
    )


def put_down(
    writing: Writing, claim: NewClaim, *, by_whom: str, interaction: int | None = None
) -> int:
    """Put a claim down, and end those it replaces."""
    for before in claim.replaces:
        end_claim(writing, before, ClaimEnd.REPLACED, claim.day)
    amount = claim.said.amount
    return add_claim(
        writing,
        about=claim.about,
        customer_id=claim.customer_id,
        interaction_id=interaction,
        day=claim.day,
        by_whom=by_whom.strip(),
        paid_day=claim.paid_on,
        method=claim.said.method.value,
        reference=claim.said.reference.strip(),
        currency=claim.currency,
        amount_minor=None if amount is None else amount.minor,
        until_day=claim.until,
    )


def _currency(customer: CustomerRow, case: Case, said: SaidPaid) -> str:
    """The amount's currency, else the only one owed, else the customer's own if it is owed."""
    owed = {entry.currency for entry in case.entries}
    if said.amount is not None:
        wanted = said.amount.currency
    else:
        wanted = next(iter(owed)) if len(owed) == 1 else customer.currency
    if wanted not in owed:
        raise UserError(Problem.NOTHING_OPEN, currency=wanted)
    return wanted


def _about(
    case: Case,
    said: SaidPaid,
    currency: str,
    today: date,
    before: Sequence[ClaimStanding],
) -> Sequence[Portion]:
    """The entries that are meant: the oldest that make up the amount, or all spoken of.

    What is in question, or said to be paid before, is not meant again.
    """
    free = [
        portion
        for portion in waterfall(case.entries, (), today, before)
        if portion.entry.currency == currency and portion.chaseable_minor > 0
    ]
    if said.amount is None:
        overdue = [portion for portion in free if portion.days_late(today) > 0]
        return overdue if overdue or before else free
    return _making_up(free, said.amount.minor)


def _making_up(free: Sequence[Portion], minor: int) -> Sequence[Portion]:
    chosen, left = [], minor
    for portion in free:
        if left > 0:
            chosen.append(portion)
            left -= portion.chaseable_minor
    return chosen


def _replaced(
    said: SaidPaid, before: Sequence[ClaimStanding], about: Sequence[Portion]
) -> tuple[int, ...]:
    """The claims that are the same money: of this sum, or with nothing left that could be meant."""
    minor = None if said.amount is None else said.amount.minor
    return tuple(
        one.claim.id
        for one in before
        if not about or (minor is not None and minor in {one.claim.minor, one.missing_minor})
    )
