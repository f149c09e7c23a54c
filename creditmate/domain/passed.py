"""What was agreed until a day that has passed, and nobody has spoken or written of since.

More time that ran out, and a peace that ended: they are spoken of as a promise's day is, before any
harder step. Source: product.md, 4 (no agreement is forgotten); issue 7, deliverable 2.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from creditmate.domain.chasing import Portion
from creditmate.domain.dates import ONE_DAY
from creditmate.domain.extensions import ExtensionState
from creditmate.domain.holds import Peace
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.workcase import CameBack, Case


class TimePassed(NamedTuple):
    """That more time ran out on a day, and what may be asked for of what it was for."""

    day: date
    amount: Money


def time_passed(case: Case, portions: Iterable[Portion], as_at: date) -> list[TimePassed]:
    """Return the time that ran out last and that nobody has spoken of since, per currency."""
    over = [
        one.extension
        for one in case.extensions
        if one.state is ExtensionState.PASSED and not _heard_since(case, one.extension.to_day)
    ]
    if not over:
        return []
    last = max(over, key=lambda one: (one.to_day, one.id))
    asked = (
        Money(one.chaseable_minor, one.entry.currency)
        for one in portions
        if one.entry.id in last.entries and one.chaseable_minor and one.days_late(as_at) > 0
    )
    return [TimePassed(last.to_day, amount) for amount in totals_by_currency(asked)]


def peace_passed(case: Case) -> Peace | None:
    """Return until when they were left in peace, where nobody has spoken with them since."""
    peace = case.peace
    return None if peace is None or _heard_since(case, peace.to_day) else peace


def returned(case: Case) -> list[CameBack]:
    """Return the payments that came back, and that nobody has spoken of since."""
    return [one for one in case.came_back if not _heard_since(case, one.day - ONE_DAY)]


def _heard_since(case: Case, day: date) -> bool:
    """Whether they were spoken with, or followed up in writing, after a day."""
    asked = None if case.contacting is None else case.contacting.followed_up_on(date.max)
    return max(case.answered_on or date.min, asked or date.min) > day
