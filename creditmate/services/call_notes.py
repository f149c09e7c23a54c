"""A call as the user tells it, and what of it belongs together."""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.claims import SaidPaid
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.feeling import Mood, Signal
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class CallNote:
    """A call as the user tells it.

    Exactly one of ``next_day`` and ``none_because`` is given: no call is closed without a next
    step, or the reason why there is none. ``promised`` and ``promised_by`` go together, as do
    ``deed`` (what we promised, in our words) and ``deed_by``. ``deeds_done`` says that what we
    had promised before is done. ``seconds`` is how long it took, where that is known. ``note``
    may be empty where nobody was reached or something was promised: that says it all.
    ``said_paid`` goes with the outcome that a payment was sent, which makes a claim of all that
    was spoken of, sent today by transfer, where nothing more is told of it.
    """

    with_name: str
    outcome: Outcome
    note: str
    next_day: date | None = None
    none_because: str = ""
    promised: Money | None = None
    promised_by: date | None = None
    deed: str = ""
    deed_by: date | None = None
    replaces_promises: bool = False
    deeds_done: bool = False
    incoming: bool = False
    mood: Mood | None = None
    signals: tuple[Signal, ...] = ()
    seconds: int | None = None
    said_paid: SaidPaid | None = None


def check_note(call: CallNote, today: date) -> None:
    """Refuse what does not fit together, naming the field as the user knows it.

    Raises:
        UserError: ``CALL_FIELD`` with ``field`` and ``found``.
    """
    for field in misfits(call, today):
        raise UserError(Problem.CALL_FIELD, field=field, found=_found(call, field), today=today)


def misfits(call: CallNote, today: date) -> list[str]:
    """Return the fields in which a call does not fit together, in the order of the form."""
    agreed = call.promised is not None or call.deed or call.said_paid is not None
    said = call.note.strip() or agreed or not call.outcome.reached
    rules = (
        ("with", not call.with_name.strip() and call.outcome.reached),
        ("note", not said),
        ("next", (call.next_day is None) is (not call.none_because.strip())),
        ("next", call.next_day is not None and call.next_day < today),
        ("promise", call.promised is not None and call.promised.minor <= 0),
        ("by", (call.promised is None) is not (call.promised_by is None)),
        ("by", call.promised_by is not None and call.promised_by < today),
        ("we-by", bool(call.deed) is (call.deed_by is None)),
        ("we-by", call.deed_by is not None and call.deed_by < today),
        ("outcome", call.promised is not None and not call.outcome.reached),
        ("paid", call.said_paid is not None and call.outcome is not Outcome.PAYMENT_SENT),
        ("replaces", call.replaces_promises and call.promised is None),
    )
    return [field for field, wrong in rules if wrong]


def _found(call: CallNote, field: str) -> object:
    return {
        "with": call.with_name,
        "note": call.note,
        "next": call.next_day or call.none_because,
        "promise": call.promised,
        "by": call.promised_by,
        "we-by": call.deed_by,
        "outcome": call.outcome.value,
        "paid": call.outcome.value,
        "replaces": "",
    }[field]
