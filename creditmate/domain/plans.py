"""Payment plans: a debt acknowledged, its parts, and how each stands. States are never stored.

Source: domain-rules 4.11; data-model.md, "What happens to money"; issue 7, deliverable 5;
docs/decisions/0025-plans-and-more-time.md.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.money import Money
from creditmate.domain.plan_terms import Meanwhile
from creditmate.domain.promises import Returned


class PlanState(StrEnum):
    """How a plan stands."""

    RUNNING = "running"  # nothing of it has come yet, and nothing had to
    KEPT = "kept"  # so far
    CURED = "cured"  # a part was late, and came within its time
    CHECK_BANK = "check_bank"  # a part's day has passed, but cash is not posted so far
    PAUSED = "paused"  # what should have come is in question, or said to be paid
    MISSED = "missed"  # a part has not come, and may still
    DEFAULTED = "defaulted"
    COMPLETED = "completed"
    PAID_EARLY = "paid_early"
    FALLEN_AWAY = "fallen_away"  # nothing came: it was written off or credited
    CANCELLED = "cancelled"
    REPLACED = "replaced"


class InstalmentState(StrEnum):
    """How a part of a plan stands."""

    OPEN = "open"
    CHECK_BANK = "check_bank"
    PAUSED = "paused"  # its day has passed; all that is missing is in question, or said to be paid
    MISSED = "missed"
    DEFAULTED = "defaulted"
    PAID = "paid"
    CURED = "cured"  # late, within its time
    PAID_LATE = "paid_late"  # later than that
    FALLEN_AWAY = "fallen_away"  # something else than money made the debt smaller
    ENDED = "ended"  # had not come when its plan was ended: nobody waits for it


class PlanEventKind(StrEnum):
    """What was done with a plan; the values are stored."""

    SIGNED = "signed"
    REINSTATED = "reinstated"
    CANCELLED = "cancelled"
    REPLACED = "replaced"


ENDED_BY_HAND = frozenset({PlanEventKind.CANCELLED, PlanEventKind.REPLACED})
BEING_KEPT = frozenset(
    {
        PlanState.RUNNING,
        PlanState.KEPT,
        PlanState.CURED,
        PlanState.CHECK_BANK,
        PlanState.PAUSED,
        PlanState.MISSED,
    }
)
"""States in which what is not due by the plan is not followed up."""
RUNNING_OR_DEFAULTED = BEING_KEPT | {PlanState.DEFAULTED}
"""States in which something of the plan is still to come."""
FULFILLED = frozenset({PlanState.COMPLETED, PlanState.PAID_EARLY})
UNPAID = frozenset(
    {
        InstalmentState.OPEN,
        InstalmentState.CHECK_BANK,
        InstalmentState.PAUSED,
        InstalmentState.MISSED,
        InstalmentState.DEFAULTED,
    }
)
_PASSED = frozenset({InstalmentState.PAUSED, InstalmentState.MISSED})


@dataclass(frozen=True, slots=True)
class Instalment:
    """A part of a plan; it may come until ``cure_day``, or longer if we wrote about it later."""

    place: int
    due_day: date
    cure_day: date
    minor: int


@dataclass(frozen=True, slots=True)
class PlanItem:
    """How much of an entry a plan pays."""

    entry: int
    minor: int


@dataclass(frozen=True, slots=True)
class PlanEvent:
    """That a plan was signed, taken up again, cancelled or replaced (by another's id)."""

    kind: PlanEventKind
    day: date
    note: str = ""
    by_plan: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as agreed on ``day``; ``items`` are the oldest first, ``events`` in their order."""

    id: int
    customer_id: int
    interaction_id: int | None
    day: date
    number: str
    contact_id: int | None
    by_whom: str
    staff_id: int | None
    currency: str
    minor: int
    rhythm: str
    method: str
    reference: str
    interest: Meanwhile
    cure_days: int
    note: str
    items: tuple[PlanItem, ...]
    instalments: tuple[Instalment, ...]
    events: tuple[PlanEvent, ...] = ()

    @property
    def amount(self) -> Money:
        """The debt acknowledged."""
        return Money(self.minor, self.currency)

    @property
    def entries(self) -> frozenset[int]:
        """What it pays, by ids."""
        return frozenset(item.entry for item in self.items)

    @property
    def signed_day(self) -> date | None:
        """The day on which the signed paper came back; None while it has not."""
        return next((e.day for e in self.events if e.kind is PlanEventKind.SIGNED), None)

    @property
    def ended(self) -> PlanEvent | None:
        """How it was ended by hand, unless it was taken up again since."""
        last = None
        for event in self.events:
            if event.kind is not PlanEventKind.SIGNED:
                last = event
        return None if last is None or last.kind is PlanEventKind.REINSTATED else last


@dataclass(frozen=True, slots=True)
class InstalmentStanding:
    """A part and how it stands on a day.

    ``due_day`` and ``cure_day`` are those that count: of a plan taken up again, what had not come
    is due anew on that day. ``minor`` is what is to come of it, less what has fallen away;
    ``filled_day`` the day of the last money that counted for it. ``written_day`` is the first day
    after its own on which we wrote to them: the plan does not end without. ``aside_minor`` is what
    of it is in question, or said to be paid: nobody is asked for that. ``returned`` is the money
    that it had and that came back.
    """

    instalment: Instalment
    state: InstalmentState
    due_day: date
    cure_day: date
    minor: int
    came_minor: int
    filled_day: date | None = None
    written_day: date | None = None
    aside_minor: int = 0
    returned: Returned | None = None

    @property
    def missing_minor(self) -> int:
        """What has not come yet, in minor units."""
        return self.minor - self.came_minor

    @property
    def asked_minor(self) -> int:
        """What may be asked for of that, once its day has come, in minor units."""
        return self.missing_minor - self.aside_minor

    @property
    def late_since(self) -> date:
        """The day from which it is late: its own, or that on which its money came back."""
        return self.due_day if self.returned is None else max(self.due_day, self.returned.day)

    def days_late(self, as_at: date) -> int | None:
        """Return how many days late it came, or is by now; None where that is not known yet.

        Nothing is late on its day, nor while the bank is to be looked at; a part that fell away,
        or ended with its plan, never was.
        """
        if self.state in {InstalmentState.MISSED, InstalmentState.DEFAULTED}:
            return (as_at - self.due_day).days
        if self.filled_day is None or self.missing_minor:
            return None
        return max((self.filled_day - self.due_day).days, 0)


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """A plan and how it stands on a day.

    ``kept_spans`` are the days on which it was being kept, first and last, up to the day asked
    about; ``defaulted_day`` the day from which it is in default.
    """

    plan: Plan
    state: PlanState
    instalments: tuple[InstalmentStanding, ...]
    kept_spans: tuple[tuple[date, date], ...] = ()
    defaulted_day: date | None = None

    @property
    def is_kept(self) -> bool:
        """Whether it is being kept: what is not due by it is left in peace."""
        return self.state in BEING_KEPT

    @property
    def came_minor(self) -> int:
        """What has come of it, in minor units."""
        return sum(one.came_minor for one in self.instalments)

    @property
    def missing_minor(self) -> int:
        """What is still to come of it, in minor units."""
        return sum(one.missing_minor for one in self.instalments)

    @property
    def missed(self) -> tuple[InstalmentStanding, ...]:
        """The parts that should have come and have not, and may still."""
        return self._in(InstalmentState.MISSED)

    @property
    def missed_minor(self) -> int:
        """What is missing of the parts whose day has passed, set aside or not, in minor units."""
        return sum(one.missing_minor for one in self.instalments if one.state in _PASSED)

    @property
    def to_check(self) -> tuple[InstalmentStanding, ...]:
        """The parts whose day has passed while cash is not posted so far."""
        return self._in(InstalmentState.CHECK_BANK)

    @property
    def next_due(self) -> InstalmentStanding | None:
        """The next part that is to come, or should have."""
        return next((one for one in self.instalments if one.state in UNPAID), None)

    def _in(self, state: InstalmentState) -> tuple[InstalmentStanding, ...]:
        return tuple(one for one in self.instalments if one.state is state)
