"""Who is not followed up at present: why, until when, and about how much it would be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db.customers import customers_by_id
from creditmate.domain.at_rest import Rest
from creditmate.domain.left_out import LeftOut, WhyNot
from creditmate.domain.money import Money
from creditmate.services.work_cases import AtRest

__all__ = ["NotContacted", "WhyNot", "left_out"]


@dataclass(frozen=True, slots=True)
class NotContacted:
    """A customer who would have a line, why there is none, and about how much it would be.

    ``until`` is the first day on which that may change, where it is known; ``words`` are the
    user's, of who put the line off. ``rest`` says of one who is left in peace until when that is,
    and when to look at it again. ``branches`` are those of a head office that it speaks for.
    ``appointment`` is the day on which we call next, where that is not the reason; ``not_due``:
    nothing of one who is left in peace is overdue yet, and the amounts are all that is open.
    """

    customer: int
    code: str
    name: str
    why: WhyNot
    amounts: tuple[Money, ...]
    rest: Rest | None = None
    until: date | None = None
    words: str = ""
    branches: tuple[str, ...] = ()
    appointment: date | None = None
    not_due: bool = False


def left_out(found: Sequence[LeftOut], at_rest: Sequence[AtRest]) -> tuple[NotContacted, ...]:
    """Who is left out by a rule or by what was agreed, or left in peace, by name."""
    ids = [*(one.customer for one in found), *(one.customer for one in at_rest)]
    who = customers_by_id({*ids, *(branch for one in found for branch in one.branches)})
    rows = [
        NotContacted(
            customer=one.customer,
            code=who[one.customer].code,
            name=who[one.customer].name,
            why=one.why,
            amounts=one.amounts,
            until=one.until,
            words=one.words,
            branches=tuple(who[branch].name for branch in one.branches),
            appointment=one.appointment,
        )
        for one in found
    ]
    rows += [
        NotContacted(
            customer=one.customer,
            code=who[one.customer].code,
            name=who[one.customer].name,
            why=WhyNot(one.rest.why.value),
            amounts=one.amounts,
            rest=one.rest,
            until=one.rest.until,
            not_due=one.not_due,
        )
        for one in at_rest
    ]
    return tuple(sorted(rows, key=lambda one: (one.name.casefold(), one.customer)))
