"""Who is left in peace: the holds of everybody, or of one customer."""

from dataclasses import dataclass
from datetime import date

from creditmate.db.customers import customers_by_id
from creditmate.db.decisions import holds_of
from creditmate.domain.holds import Hold
from creditmate.services.customers import require_customer


@dataclass(frozen=True, slots=True)
class HoldRow:
    """A hold, and whose it is."""

    code: str
    name: str
    hold: Hold


def held_customers(as_at: date, code: str | None = None, *, ended: bool = False) -> list[HoldRow]:
    """Return the holds that are in force on a day or still to come, by the customer's name.

    Args:
        as_at: What is put down later is not known.
        code: Only this customer's.
        ended: Those that are over as well; what was taken back before it began never is.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``.
    """
    only = None if code is None else [require_customer(code).id]
    found = [
        hold
        for holds in holds_of(as_at, only, to_come=True).values()
        for hold in holds
        if not hold.is_taken_back and (ended or not hold.is_over(as_at))
    ]
    who = customers_by_id({hold.customer for hold in found})
    rows = [HoldRow(who[hold.customer].code, who[hold.customer].name, hold) for hold in found]
    return sorted(rows, key=lambda row: (row.name.casefold(), row.code, row.hold.from_day))
