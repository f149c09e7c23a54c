"""Who is not on the work list though something is open: too little of it, or left in peace."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from creditmate.db.customers import customers_by_id
from creditmate.domain.at_rest import Rest
from creditmate.domain.money import Money
from creditmate.domain.worklist import Line
from creditmate.services.work_cases import AtRest


class WhyNot(StrEnum):
    """Why a customer with something to ask for is not on the list; the values are stable."""

    SMALL_BALANCE = "small_balance"
    # at rest: the values are those of ``domain.at_rest``
    DECEASED = "deceased"
    INSOLVENT = "insolvent"
    BREATHING_SPACE = "breathing_space"
    HARDSHIP = "hardship"
    OURS = "ours"
    WITH_AGENCY = "with_agency"


@dataclass(frozen=True, slots=True)
class NotContacted:
    """A customer who would have a line, why there is none, and about how much it would be.

    ``rest`` says of one who is left in peace until when that is, and when to look at it again.
    """

    customer: int
    code: str
    name: str
    why: WhyNot
    amounts: tuple[Money, ...]
    rest: Rest | None = None


def left_out(small: Sequence[Line], at_rest: Sequence[AtRest]) -> tuple[NotContacted, ...]:
    """Who is left out because of the sum, or left in peace, by name."""
    lines = [(line.customer, line.amounts, None) for line in small]
    found = [*lines, *((one.customer, one.amounts, one.rest) for one in at_rest)]
    who = customers_by_id(customer for customer, *_ in found)
    rows = [
        NotContacted(
            customer=customer,
            code=who[customer].code,
            name=who[customer].name,
            why=WhyNot.SMALL_BALANCE if rest is None else WhyNot(rest.why.value),
            amounts=amounts,
            rest=rest,
        )
        for customer, amounts, rest in found
    ]
    return tuple(sorted(rows, key=lambda one: (one.name.casefold(), one.customer)))
