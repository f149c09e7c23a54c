"""Which number was rung in a contact."""

from collections.abc import Sequence

from creditmate.domain.outcomes import Outcome
from creditmate.domain.rows import ContactRow
from creditmate.domain.whom import reached, whom
from creditmate.domain.worklist import Channel
from creditmate.services.call_notes import CallNote

_BY_TELEPHONE = frozenset({"call", "text"})


def number_rung(call: CallNote, people: Sequence[ContactRow], person: int | None) -> str:
    """Return the number of whom one spoke with; '' where it is not known, or none was rung.

    Whoever answers at a wrong number is none of theirs: the number was that of the person to
    turn to.

    Args:
        call: The contact.
        people: Who is known at the customer's.
        person: With whom it was, if that is one of them.
    """
    if call.channel not in _BY_TELEPHONE:
        return ""
    if person is None and call.outcome is Outcome.WRONG_NUMBER and not call.incoming:
        first = whom(people, Channel.CALL)
        return first.phone if first is not None and reached(first, Channel.CALL) else ""
    return next((row.phone for row in people if row.id == person), "")
