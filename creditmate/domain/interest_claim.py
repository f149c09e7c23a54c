"""What interest came up on an invoice that is or was late, and what it is worked out from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from creditmate.domain.holds import Hold
from creditmate.domain.interest import (
    Balance,
    Held,
    RateStep,
    Segment,
    Start,
    StartsBecause,
    interest,
    segments,
    statutory_rates,
    statutory_start,
)
from creditmate.domain.interest_basis import Basis, Ground
from creditmate.domain.interest_events import InterestEvent, Left, left_of
from creditmate.domain.money import Money
from creditmate.domain.reference_rates import MissingRate, ReferenceRates


class ChargedByHand(NamedTuple):
    """A charge note for an invoice that stands and was not worked out here."""

    number: str
    amount: Money


@dataclass(frozen=True, slots=True)
class LateDebt:
    """A part of an invoice, as far as interest goes.

    Args:
        entry: Its id in the account.
        document: The invoice's; None for a balance brought forward.
        customer: Whose it is.
        code: The customer's.
        name: The customer's.
        number: The invoice's.
        invoice_day: On which the customer was told the amount.
        notice: The later of that and the day of supply.
        due_day: As the contract has it; None where no day was agreed.
        amount: What was owed from the beginning: less credit notes and a cancellation.
        balances: What was open from the beginning of which day on.
        disputed: Of which is in question now: no interest is worked out on it meanwhile.
        leads: Whether a fixed sum of the invoice is asked for with it: the part late first.
        paid_day: On which the last of it was paid; None while something is open.
        by_hand: Charge notes for the invoice that somebody wrote; they are not taken off.
    """

    entry: int
    document: int | None
    customer: int
    code: str
    name: str
    number: str
    invoice_day: date
    notice: date
    due_day: date | None
    amount: Money
    balances: tuple[Balance, ...]
    disputed: Money
    leads: bool = True
    paid_day: date | None = None
    by_hand: tuple[ChargedByHand, ...] = ()

    @property
    def undisputed(self) -> tuple[Balance, ...]:
        """The balances less what is in question."""
        if not self.disputed:
            return self.balances
        return tuple(
            Balance(step.day, max(step.minor - self.disputed.minor, 0)) for step in self.balances
        )


@dataclass(frozen=True, slots=True)
class LateInterest:
    """What came up on a debt to a day, and what is to decide of it.

    Args:
        debt: On which.
        basis: On what ground.
        as_at: To which day.
        start: When interest starts; None without a ground.
        missing: The reference rate that has to be entered first; nothing is worked out then.
        rates: From which day on at which rate.
        segments: How it comes about, held days among them.
        interest: Rounded once.
        fixed: The fixed sum that may be charged.
        other_currency: Whether there is none only because the law's is in another currency.
        daily: What a day more costs at present.
        events: What was decided, the oldest first.
        left: What is to decide.
        stopped: The hold that refuses charging now.
    """

    debt: LateDebt
    basis: Basis
    as_at: date
    start: Start | None
    missing: MissingRate | None
    rates: tuple[RateStep, ...]
    segments: tuple[Segment, ...]
    interest: Money
    fixed: Money
    other_currency: bool
    daily: Money
    events: tuple[InterestEvent, ...]
    left: Left
    stopped: Hold | None = None

    @property
    def total(self) -> Money:
        """Interest and fixed sum that came up, decided or not."""
        return self.interest + self.fixed

    @property
    def is_paid(self) -> bool:
        """Whether the principal is paid, so that what came up is to be decided."""
        return self.debt.paid_day is not None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What counts for a customer's debts beside their basis.

    Args:
        rates: The reference rates.
        held: Days on which interest stands still.
        stopped: The hold that stops interest on the day.
        public: Whether the customer is a public body.
    """

    rates: ReferenceRates
    held: tuple[Held, ...] = ()
    stopped: Hold | None = None
    public: bool = False


def work_out(
    debt: LateDebt,
    basis: Basis,
    around: Circumstances,
    events: Sequence[InterestEvent],
    as_at: date,
) -> LateInterest:
    """Return what came up on a debt to a day."""
    start = _start(debt, basis, public=around.public)
    rates = rates_from(basis, around.rates, start, as_at)
    missing = rates if isinstance(rates, MissingRate) else None
    steps = () if isinstance(rates, MissingRate) else rates
    currency = debt.amount.currency
    found: tuple[Segment, ...] = ()
    if steps and steps[0].day <= as_at:
        found = segments(currency, debt.undisputed, steps, around.held, as_at)
    whole = interest(found, currency, as_at)
    fixed = _fixed(debt, basis, found)
    nothing = Money(0, currency)
    return LateInterest(
        debt=debt,
        basis=basis,
        as_at=as_at,
        start=start,
        missing=missing,
        rates=steps,
        segments=found,
        interest=whole,
        fixed=fixed or nothing,
        other_currency=basis.fixed and _runs(found) and fixed is None and debt.leads,
        daily=_daily(found, currency, as_at),
        events=tuple(events),
        left=_left(found, whole, fixed or nothing, events, as_at),
        stopped=around.stopped,
    )


def _left(
    found: Sequence[Segment],
    whole: Money,
    fixed: Money,
    events: Sequence[InterestEvent],
    as_at: date,
) -> Left:
    """What is to decide; of most debts nothing was decided yet, and it is all of it."""
    if not events:
        return Left(whole, fixed, Money(0, whole.currency))
    return left_of(partial(interest, found, whole.currency), fixed, events, as_at)


def _start(debt: LateDebt, basis: Basis, *, public: bool) -> Start | None:
    """When interest starts; a contract's rate starts after the contract's day, however far."""
    if basis.ground is Ground.NONE:
        return None
    if basis.ground is Ground.CONTRACT and debt.due_day is not None:
        return Start(debt.due_day + timedelta(days=1), StartsBecause.AGREED)
    if basis.scheme is None:
        return None
    return statutory_start(
        basis.scheme, debt.notice, debt.due_day, public=public, fair=basis.chosen.fair
    )


def rates_from(
    basis: Basis, rates: ReferenceRates, start: Start | None, as_at: date
) -> tuple[RateStep, ...] | MissingRate:
    """Return the rates from the start to a day; the one that is missing; none before it."""
    if start is None or start.day > as_at:
        return ()
    yearly = basis.yearly_percent
    if yearly is not None:
        return (RateStep(start.day, yearly),)
    if basis.scheme is None:
        return ()
    return statutory_rates(basis.scheme, rates, start.day, as_at)


def _runs(found: Sequence[Segment]) -> bool:
    return any(not each.held for each in found)


def _fixed(debt: LateDebt, basis: Basis, found: Sequence[Segment]) -> Money | None:
    """The fixed sum: once interest has run for a day, by the debt with which it began."""
    if not basis.fixed or basis.scheme is None or not debt.leads or not _runs(found):
        return None
    return basis.scheme.fixed.of(found[0].balance)


def _daily(found: Sequence[Segment], currency: str, as_at: date) -> Money:
    if not found or found[-1].last < as_at:
        return Money(0, currency)
    last = found[-1]
    return interest((Segment(as_at, as_at, last.balance, last.percent, last.held),), currency)
