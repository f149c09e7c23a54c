"""A contact as the user tells it, and what of it belongs together."""

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from creditmate.domain.barriers import Barrier
from creditmate.domain.claims import SaidPaid
from creditmate.domain.contact_channels import Way, fits, is_attempt
from creditmate.domain.contact_details import Told
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.feeling import Mood, Signal
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.receipts import Method

if TYPE_CHECKING:
    from creditmate.domain.contact_budget import Purpose
    from creditmate.domain.contact_steps import Step
    from creditmate.domain.disputes import NewDispute
    from creditmate.domain.extensions import NewExtension
    from creditmate.domain.plan_terms import PlanTerms

_WAYS = frozenset(way.value for way in Way)
_SCORES = range(1, 6)


@dataclass(frozen=True, slots=True)
class CallNote:
    """A contact as the user tells it: a call, unless ``channel`` says otherwise.

    Exactly one of ``next_day`` and ``none_because`` is given: no call is closed without a next
    step, or the reason why there is none. ``promised`` and ``promised_by`` go together, with
    the ``method`` in which they mean to pay if they said so, as do
    ``deed`` (what we promised, in our words) and ``deed_by``. ``replaces_promises`` says that what
    they promised before holds no longer, or (False) that it stands beside; None leaves it to the
    rule (``domain.taken_place``). ``deeds_done`` says that what we had promised before is done.
    ``seconds`` is how long it took, where that is known. ``note`` may be empty where nobody was
    reached or something was promised: that says it all.
    ``said_paid`` goes with the outcome that a payment was sent, which makes a claim of all that
    was spoken of, sent today by transfer, where nothing more is told of it.

    ``purpose`` is worked out where it is not told, and ``step`` is the step of the policy that was
    taken. ``next_at`` is an hour on ``next_day`` where the customer is. ``entries`` are the ids of
    the items spoken about; ``copies`` of those of which they want a copy, spoken about as well,
    though money promised besides is of all they owe. ``override`` says why somebody went against
    the policy. ``opportunity`` and ``feedback`` are in their words; ``corrects`` names the contact
    that this one puts right.
    ``day`` is when it was, if that was before the day on which it is told. ``dispute`` is a query
    of theirs, ``further`` those besides it: a visit may bring one for each of its issues.
    """

    with_name: str
    outcome: Outcome
    note: str
    next_day: date | None = None
    none_because: str = ""
    promised: Money | None = None
    promised_by: date | None = None
    method: Method | None = None
    deed: str = ""
    deed_by: date | None = None
    replaces_promises: bool | None = None
    deeds_done: bool = False
    incoming: bool = False
    mood: Mood | None = None
    signals: tuple[Signal, ...] = ()
    seconds: int | None = None
    said_paid: SaidPaid | None = None
    channel: str = Way.CALL.value
    purpose: "Purpose | None" = None
    step: "Step | None" = None
    barrier: Barrier | None = None
    told: tuple[Told, ...] = ()
    next_at: time | None = None
    override: str = ""
    opportunity: str = ""
    feedback: str = ""
    satisfaction: int | None = None
    entries: tuple[int, ...] = ()
    copies: tuple[int, ...] = ()
    corrects: int | None = None
    dispute: "NewDispute | None" = None
    extension: "NewExtension | None" = None
    plan: "PlanTerms | None" = None
    day: date | None = None
    further: "tuple[NewDispute, ...]" = ()

    @property
    def queries(self) -> "tuple[NewDispute, ...]":
        """All queries of theirs."""
        return self.further if self.dispute is None else (self.dispute, *self.further)

    @property
    def way(self) -> Way:
        """How the contact was made."""
        return Way(self.channel)

    @property
    def is_attempt(self) -> bool:
        """Whether we tried to reach somebody in vain."""
        return is_attempt(self.way, self.outcome, incoming=self.incoming)


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
    arranged = bool(call.queries) or call.extension is not None or call.plan is not None
    told = agreed or arranged or call.opportunity.strip() or call.feedback.strip()
    said = call.note.strip() or told or not call.outcome.reached
    is_way = call.channel in _WAYS
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
        ("channel", not is_way),
        ("outcome", is_way and not fits(call.way, call.outcome, incoming=call.incoming)),
        ("paid", call.said_paid is not None and call.outcome is not Outcome.PAYMENT_SENT),
        ("replaces", bool(call.replaces_promises) and not call.outcome.reached),
        ("next-at", call.next_at is not None and call.next_day is None),
        ("satisfaction", call.satisfaction is not None and call.satisfaction not in _SCORES),
        ("barrier", call.barrier is not None and not call.outcome.reached),
        ("outcome", arranged and not call.outcome.reached),
    )
    return list(dict.fromkeys(field for field, wrong in rules if wrong))


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
        "channel": call.channel,
        "next-at": call.next_at,
        "satisfaction": call.satisfaction,
        "barrier": call.outcome.value,
    }[field]
