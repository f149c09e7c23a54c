"""The policy of contacts: its steps, how often at most, at which hours, and who is asked how.

A business has one policy; single values of it differ for the customers with a tag, for a head
office with its branches, and for one customer. Everything in it is a value under a key, as
``week`` or ``final.offset``, by which it is stored, set and refused.

Source: domain-rules 4.12; issue 7; docs/decisions/0023.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any

from creditmate.domain.contact_budget import Limits
from creditmate.domain.contact_hours import Hours
from creditmate.domain.contact_keys import KEYS, STEP_KEYS, PolicyError, checked, stricter
from creditmate.domain.contact_steps import DEFAULT_STEPS, Step, StepRule

Rules = Mapping[str, object]
"""Values of a policy by their keys, as JSON has them: whole numbers, yes or no, and text."""

_LIMITS = ("week", "month", "gap_days", "attempts_week", "attempts_day")
_HOURS = ("weekday_from", "weekday_to", "weekend_from", "weekend_to")
_OWN = ("calls_per_day", "large_minor", "new_days", "stay_in_touch_days", "gentle")
BUSINESS_ONLY = frozenset({"calls_per_day"})
"""Keys of what is about our day and not about a customer."""


@dataclass(frozen=True, slots=True)
class ContactPolicy:
    """How customers are approached.

    ``calls_per_day`` caps the courtesy and follow-up lines of a day. An account is new for
    ``new_days`` after its first invoice, and large from ``large_minor`` on, in minor units of the
    home currency; 0 makes nobody large. ``stay_in_touch_days`` without any conversation are a
    reason to ring, 0 for none. ``gentle`` proposes nothing harder than a friendly call where no
    earlier contact is known.
    """

    steps: tuple[StepRule, ...] = DEFAULT_STEPS
    limits: Limits = field(default_factory=Limits)
    hours: Hours = field(default_factory=Hours)
    calls_per_day: int = 10
    large_minor: int = 0
    new_days: int = 90
    stay_in_touch_days: int = 0
    gentle: bool = True

    def rule(self, step: Step) -> StepRule:
        """Return the rule of a step."""
        return self.steps[step.rank]

    def steps_of(self, *, welcome: bool) -> tuple[StepRule, ...]:
        """Return the rules of an account; only new and large ones have the welcome call."""
        return self.steps if welcome else self.steps[Step.WELCOME.rank + 1 :]


DEFAULT_POLICY = ContactPolicy()


def rules_of(policy: ContactPolicy) -> dict[str, object]:
    """Return every value of a policy by its key, in the order in which they are shown."""
    found: dict[str, object] = {}
    for rule in policy.steps:
        parts = (rule.on, rule.offset, rule.channel)
        found |= {f"{rule.step}.{part}": v for part, v in zip(STEP_KEYS, parts, strict=True)}
    found |= {name: getattr(policy.limits, name) for name in _LIMITS}
    found |= {name: f"{getattr(policy.hours, name):%H:%M}" for name in _HOURS}
    found["weekends"] = policy.hours.weekends
    return found | {name: getattr(policy, name) for name in _OWN}


def overlay(base: ContactPolicy, rules: Rules) -> ContactPolicy:
    """Return a policy in which some values are others.

    Raises:
        PolicyError: A key is unknown, or its value impossible.
    """
    if not rules:
        return base
    found: dict[str, Any] = rules_of(base)
    found |= {key: checked(key, value) for key, value in rules.items()}
    hours = {name: time.fromisoformat(found[name]) for name in _HOURS}
    return replace(
        base,
        steps=tuple(_rule(step, found) for step in Step),
        limits=Limits(**{name: found[name] for name in _LIMITS}),
        hours=Hours(**hours, weekends=found["weekends"]),
        **{name: found[name] for name in _OWN},
    )


def _rule(step: Step, found: Mapping[str, Any]) -> StepRule:
    on, offset, channel = (found[f"{step}.{part}"] for part in STEP_KEYS)
    return StepRule(step, offset, channel, on)


def rules_from_json(text: str) -> dict[str, object]:
    """Return stored values by their keys, each checked.

    Raises:
        PolicyError: They cannot be read, a key is unknown, or its value impossible.
    """
    try:
        found = json.loads(text)
    except ValueError as error:
        raise PolicyError("", text) from error
    if not isinstance(found, dict):
        raise PolicyError("", found)
    return {key: checked(key, value) for key, value in found.items()}


def check_whole(policy: ContactPolicy) -> None:
    """Refuse a policy whose values do not fit one another; each by itself is possible.

    Raises:
        PolicyError: A step comes no later than a milder one, hours end before they begin, or
            there is less room in a month than in a week; with the key.
    """
    last = 0
    for rule in policy.steps:
        if rule.on and not rule.step.before_due:
            if rule.offset <= last:
                raise PolicyError(f"{rule.step}.offset", rule.offset)
            last = rule.offset
    hours, limits = policy.hours, policy.limits
    if hours.weekday_from >= hours.weekday_to:
        raise PolicyError("weekday_to", f"{hours.weekday_to:%H:%M}")
    if hours.weekend_from >= hours.weekend_to:
        raise PolicyError("weekend_to", f"{hours.weekend_to:%H:%M}")
    if limits.month < limits.week:
        raise PolicyError("month", limits.month)
    if limits.attempts_week < limits.attempts_day:
        raise PolicyError("attempts_week", limits.attempts_week)


def strictest(several: Sequence[Rules]) -> dict[str, object]:
    """Return the values of several tags as one: of each key the one that approaches least.

    That is the smaller number of contacts, the longer pause, the shorter hours, the later day of
    a step, a step that is off, and the quieter way of doing it.
    """
    found: dict[str, object] = {}
    for rules in several:
        for key, value in rules.items():
            found[key] = stricter(key, found[key], value) if key in found else value
    return {key: found[key] for key in KEYS if key in found}


def layered(
    business: ContactPolicy,
    tags: Sequence[Rules] = (),
    head_office: Rules | None = None,
    own: Rules | None = None,
) -> ContactPolicy:
    """Return the policy of a customer, its own values before all others.

    After them those of its head office count, then those of its tags, then the business's.

    Raises:
        PolicyError: A key is unknown, or its value impossible.
    """
    return overlay(business, {**strictest(tags), **(head_office or {}), **(own or {})})


def is_written(policy: ContactPolicy, step: Step) -> bool:
    """Whether a step has to be read by them: the letter before action, unless it is to be a call.

    Source: domain-rules 4.13.
    """
    return step is Step.LETTER_BEFORE and policy.rule(step).channel != "call"


def is_new(
    first_invoice: date | None, books_from: date | None, as_at: date, policy: ContactPolicy
) -> bool:
    """Whether an account is new: its first invoice is recent, and the books are not.

    Nobody is new only because the books were begun, or imported, a short time ago: they have to
    reach back as long again before that invoice.

    Args:
        first_invoice: The day of the customer's first one; None before there is any.
        books_from: The first day in the books.
        as_at: The day; an invoice of the last day of ``new_days`` is recent.
        policy: The customer's.
    """
    if first_invoice is None or books_from is None:
        return False
    recent = 0 <= (as_at - first_invoice).days <= policy.new_days
    return recent and (first_invoice - books_from).days >= policy.new_days


def is_large(owed_minor: int, policy: ContactPolicy) -> bool:
    """Whether an account is large, by what it owes in minor units of the home currency."""
    return 0 < policy.large_minor <= owed_minor


def is_out_of_touch(last_conversation: date | None, as_at: date, policy: ContactPolicy) -> bool:
    """Whether it is time to stay in touch: nobody has spoken for as long as the policy says.

    Any conversation, whoever began it, makes the time start anew; where there never was one, it
    is time.
    """
    if not policy.stay_in_touch_days:
        return False
    return last_conversation is None or (
        (as_at - last_conversation).days >= policy.stay_in_touch_days
    )
