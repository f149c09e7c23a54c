"""Who is said to have ceased trading while nobody has decided yet what follows from that."""

from collections.abc import Mapping, Sequence
from datetime import date

from creditmate.db import decisions as db
from creditmate.db.ceased import said_to_have_ceased
from creditmate.db.put_off import step_marks
from creditmate.domain.ceased import SaidCeased, is_undecided
from creditmate.domain.customer_status import StatusChange
from creditmate.domain.holds import Hold


def undecided_among(
    customers: Sequence[int] | None,
    holds: Mapping[int, Sequence[Hold]],
    changes: Mapping[int, StatusChange],
    as_at: date,
) -> dict[int, SaidCeased]:
    """Return who of some customers, all for None, waits for a decision, and when it was said.

    Args:
        customers: Ids.
        holds: Theirs.
        changes: How we trade with them, as last decided.
        as_at: The day.
    """
    said = said_to_have_ceased(as_at, customers)
    marks = step_marks(list(said), as_at) if said else {}
    return {
        id_: one
        for id_, one in said.items()
        if is_undecided(one, holds.get(id_, ()), changes.get(id_), marks.get(id_))
    }


def undecided(as_at: date, customers: Sequence[int] | None = None) -> dict[int, SaidCeased]:
    """Return the same, where what was decided is not at hand."""
    said = sorted(said_to_have_ceased(as_at, customers))
    if not said:
        return {}
    return undecided_among(said, db.holds_of(as_at, said), db.statuses(as_at, said), as_at)
