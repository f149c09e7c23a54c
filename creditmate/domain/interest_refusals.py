"""Why interest cannot be charged, waived or worked out: what is in the way, so that it can go."""

from enum import StrEnum

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.reference_rates import MissingRate


class InterestWhy(StrEnum):
    """What is in the way; ``i18n.interest_problems`` has the words, and the facts each names."""

    NOT_LATE = "not-late"  # number
    NO_GROUND = "no-ground"  # number, basis
    HELD = "held"  # number, hold, until
    RATE_MISSING = "rate-missing"  # series, half, reference_day
    NOTHING_LEFT = "nothing-left"  # number
    NONE_MEANT = "none-meant"
    NOT_PAID = "not-paid"  # number
    NO_REASON = "no-reason"
    SEVERAL = "several"
    DAY_AHEAD = "day-ahead"  # day, today
    NOT_UNDONE = "not-undone"


def interest_refused(why: InterestWhy, **facts: object) -> UserError:
    """Return the error that says why."""
    return UserError(Problem.INTEREST_REFUSED, why=why.value, **facts)


def rate_missing(missing: MissingRate) -> UserError:
    """Return the error that names the half-year whose rate has to be entered."""
    return interest_refused(
        InterestWhy.RATE_MISSING,
        series=missing.series,
        half=missing.half,
        reference_day=missing.reference_day,
    )


def check_chargeable(found: LateInterest) -> None:
    """Refuse to charge what has no ground, is held, cannot be worked out, or is nothing.

    Raises:
        UserError: ``INTEREST_REFUSED``.
    """
    check_workable(found)
    if found.stopped is not None:
        hold = found.stopped
        raise interest_refused(
            InterestWhy.HELD, number=found.debt.number, hold=hold.kind, until=hold.until_day
        )
    if not found.left.total:
        raise interest_refused(InterestWhy.NOTHING_LEFT, number=found.debt.number)


def check_workable(found: LateInterest) -> None:
    """Refuse to decide about what has no ground, or cannot be worked out.

    Raises:
        UserError: ``INTEREST_REFUSED``.
    """
    if found.start is None:
        raise interest_refused(InterestWhy.NO_GROUND, number=found.debt.number, basis=found.basis)
    if found.missing is not None:
        raise rate_missing(found.missing)
