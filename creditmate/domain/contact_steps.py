"""The steps of following an invoice up: which there are, on which days, and which one is due.

A step has its day so many days from the invoice's due day, or from the invoice's own; those inside
the credit period are skipped where it is too short for them. How far a customer has been taken is
seen from the contacts that were made: a talk about a step takes it and all before it.

Source: domain-rules 4.12; docs/decisions/0023.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from creditmate.domain.contact_budget import Touch
from creditmate.domain.dates import Calendar

MOST_DAYS = 365
"""Days from the due day beyond which a step is a slip of the finger."""
EARLY = 5
"""Days before its day on which a step may be taken: as many as lie between two initiatives."""
CHANNELS = ("letter", "email", "call")
"""How a step is done where a customer prefers nothing else, the quietest first."""


class Anchor(StrEnum):
    """From which day the days of a step are counted."""

    DUE = "due"
    INVOICE = "invoice"


class Step(StrEnum):
    """The steps, the mildest first; the values are stored and never change."""

    WELCOME = "welcome"  # a courtesy call to new or large accounts
    COURTESY = "courtesy"
    CALL_1 = "call_1"  # friendly
    REMINDER_1 = "reminder_1"
    CALL_2 = "call_2"  # with the second reminder: one step
    MANAGER = "manager"  # our manager calls, or a visit is decided
    FINAL = "final"  # final notice; whether to go on supplying is decided
    LETTER_BEFORE = "letter_before"  # before action
    REVIEW = "review"  # plan, visit or agency
    HAND_OVER = "hand_over"

    @property
    def rank(self) -> int:
        """How far it goes: 0 for the mildest."""
        return _RANKS[self]

    @property
    def anchor(self) -> Anchor:
        """From which day it is counted."""
        return Anchor.INVOICE if self is Step.WELCOME else Anchor.DUE

    @property
    def before_due(self) -> bool:
        """Whether it is done before the invoice is due, out of courtesy, or not at all."""
        return self in _BEFORE

    @property
    def offsets(self) -> range:
        """How many days from its anchor it may be: below zero only what comes before the due day.

        A step after the due day is at least one day after it: due on a day is not due yet.
        """
        if self is Step.COURTESY:
            return range(-MOST_DAYS, 0)
        return range(0 if self is Step.WELCOME else 1, MOST_DAYS + 1)


_RANKS = {step: rank for rank, step in enumerate(Step)}
_CODES = frozenset(step.value for step in Step)
_BEFORE = frozenset({Step.WELCOME, Step.COURTESY})


@dataclass(frozen=True, slots=True)
class StepRule:
    """When and how a step is done: ``offset`` days after its anchor, before it if below zero."""

    step: Step
    offset: int
    channel: str
    on: bool = True

    @property
    def anchor(self) -> Anchor:
        """From which day it is counted."""
        return self.step.anchor

    def day(self, invoice_day: date, due_day: date) -> date:
        """Return its day for an invoice.

        Raises:
            OverflowError: It lies behind the last year that there is.
        """
        anchor = invoice_day if self.step is Step.WELCOME else due_day
        return anchor + timedelta(days=self.offset)


DEFAULT_STEPS: tuple[StepRule, ...] = (
    StepRule(Step.WELCOME, 3, "call"),
    StepRule(Step.COURTESY, -7, "call"),
    StepRule(Step.CALL_1, 1, "call"),
    StepRule(Step.REMINDER_1, 7, "email"),
    StepRule(Step.CALL_2, 14, "call"),
    StepRule(Step.MANAGER, 21, "call"),
    StepRule(Step.FINAL, 30, "letter"),
    StepRule(Step.LETTER_BEFORE, 45, "letter"),
    StepRule(Step.REVIEW, 60, "call"),
    StepRule(Step.HAND_OVER, 90, "letter"),
)
"""Source: domain-rules 4.12, "Default for CreditMate"."""

EVERY_DAY = Calendar(weekend=frozenset())
"""A calendar in which no step moves."""


def step_days(
    rules: Iterable[StepRule],
    invoice_day: date,
    due_day: date,
    calendar: Calendar = EVERY_DAY,
) -> dict[Step, date]:
    """Return the days of the steps that an invoice has, in their order; those off are left out.

    A step before the due day is skipped unless it lies after the invoice's day and before the due
    day: at seven days net there is no call a week before, on receipt no courtesy at all. A day
    that is not worked moves to the next working day, one counted back from the due day to the
    working day before, since it is to leave time; where that would be the invoice's day or before,
    to the next one as well.

    Args:
        rules: One of each step, the mildest first.
        invoice_day: The invoice's own day.
        due_day: The day it is due, by contract.
        calendar: The working days of the customer's country.
    """
    found: dict[Step, date] = {}
    for rule in rules:
        if not rule.on:
            continue
        step, day = rule.step, rule.day(invoice_day, due_day)
        if step not in _BEFORE:
            found[step] = calendar.next_working(day)
        elif invoice_day < day < due_day:
            worked = _courtesy_day(rule, day, invoice_day, calendar)
            if worked < due_day:
                found[step] = worked
    return found


def _courtesy_day(rule: StepRule, day: date, invoice_day: date, calendar: Calendar) -> date:
    if rule.offset < 0:
        earlier = calendar.previous_working(day)
        if earlier > invoice_day:
            return earlier
    return calendar.next_working(day)


@dataclass(frozen=True, slots=True)
class StepMark:
    """Somebody said on a day that a customer is at a step already."""

    step: Step
    day: date


def step_due(
    days: Mapping[Step, date],
    touches: Iterable[Touch],
    as_at: date,
    mark: StepMark | None = None,
) -> Step | None:
    """Return the furthest step of an invoice whose day has come and that was not taken.

    A contact in which we followed up what they owe takes the step it was about and all before it,
    as far as the invoice had come to them, or was about to; where it does not say which, it takes
    all whose day had come. An attempt takes none, nor does what they began. ``mark`` takes its step
    and all before it of an invoice that was overdue on its day.

    What had been left behind by a contact that says its step is caught up with one step at a time:
    nobody who was rung in a friendly way a hundred days late is handed over at the next occasion.

    Args:
        days: Of the invoice's steps, as ``step_days`` has them.
        touches: The contacts with the customer.
        as_at: Contacts dated later are not known.
        mark: What was set by hand.
    """
    known = [touch for touch in touches if touch.day <= as_at and touch.followed_up]
    unnamed = max((t.day for t in known if _step(t) is None), default=date.min)
    reached = [(_came_to(days, step, t.day), t.day) for t in known if (step := _step(t))]
    if mark is not None and mark.day <= as_at and _overdue(days, mark.day):
        reached.append((mark.step.rank, mark.day))
    rank, day = max(reached, default=(-1, date.min))
    left = [step for step in days if step.rank > rank and unnamed < days[step] <= as_at]
    behind = [step for step in left if days[step] <= day]
    return behind[0] if behind else left[-1] if left else None


def _step(touch: Touch) -> Step | None:
    """The step that a contact names; '' and what is not known are none."""
    return Step(touch.step) if touch.step in _CODES else None


def _came_to(days: Mapping[Step, date], step: Step, day: date) -> int:
    """How far a contact about a step took an invoice: -1 where it had come to none."""
    until = day + timedelta(days=EARLY)
    return max((s.rank for s in days if s.rank <= step.rank and days[s] <= until), default=-1)


def _overdue(days: Mapping[Step, date], day: date) -> bool:
    return any(not step.before_due and days[step] <= day for step in days)


def furthest(steps: Iterable[Step | None]) -> Step | None:
    """Return the furthest of some steps: the one that wins for a customer; None of none."""
    return max((s for s in steps if s is not None), key=lambda s: s.rank, default=None)


def gentle(step: Step, earlier_contact: bool, set_by_hand: Step | None) -> Step:
    """Return a step, or a friendly call where nobody is known to have spoken before.

    After a first import the program does not know what was said. So nobody is proposed anything
    harder until a contact about it is recorded, or somebody says at which step the customer is.

    Args:
        step: As the invoices' days have it.
        earlier_contact: Whether it is on record that we followed up what they owe.
        set_by_hand: The step at which the customer is said to be.
    """
    if earlier_contact or set_by_hand is not None or step.rank <= Step.CALL_1.rank:
        return step
    return Step.CALL_1


def last_step(rules: Sequence[StepRule], before: Step) -> Step | None:
    """Return the furthest step that is on and goes less far than one; None before the first."""
    behind = (rule.step for rule in rules if rule.on and rule.step.rank < before.rank)
    return furthest(step for step in behind if not step.before_due)


def next_step(rules: Sequence[StepRule], after: Step | None) -> Step | None:
    """Return the mildest step that is on and goes further than one; None behind the last."""
    rank = -1 if after is None else after.rank
    ahead = [rule.step for rule in rules if rule.on and rule.step.rank > rank]
    return min(ahead, key=lambda s: s.rank, default=None)
