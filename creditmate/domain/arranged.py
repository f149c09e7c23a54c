"""What of a customer's items is left in peace: in a plan that is kept, or given more time.

Source: data-model.md, "What may be chased"; docs/decisions/0025-plans-and-more-time.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from creditmate.domain.plans import InstalmentState, PlanStanding

_NOTHING: Mapping[int, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Arranged:
    """How much of an entry is in an arrangement that is kept, and when the first of it comes."""

    minor: int
    day: date


def planned_by_entry(standing: PlanStanding, free: Mapping[int, int]) -> dict[int, Arranged]:
    """Return how much of each entry of a plan is left in peace.

    Nothing while it is not kept. What has come and is matched to nothing is taken off the oldest
    entries first, and so is what is talked of: a part that was missed.

    Args:
        standing: The plan.
        free: Of each entry what is open and not in question, in minor units.
    """
    coming = next((one for one in standing.instalments if one.state is InstalmentState.OPEN), None)
    part = coming or standing.next_due
    if not standing.is_kept or part is None:
        return {}
    caps = [(item.entry, min(item.minor, free.get(item.entry, 0))) for item in standing.plan.items]
    room, missed = sum(cap for _, cap in caps), standing.missed_minor
    talked_of = max(room - (standing.missing_minor - missed), min(missed, room))
    found = {}
    for entry, cap in caps:
        off = min(cap, talked_of)
        talked_of -= off
        if cap > off:
            found[entry] = Arranged(cap - off, part.due_day)
    return found


def arranged(
    standings: Iterable[PlanStanding],
    until: Mapping[int, date],
    free: Mapping[int, int],
    promised: Mapping[int, int] = _NOTHING,
) -> dict[int, Arranged]:
    """Return what of each entry is arranged: in a plan that is kept, or given more time.

    Args:
        standings: The customer's plans.
        until: Until when entries have more time; all of such an entry is left in peace that is
            not ``promised``.
        free: As in ``planned_by_entry``.
        promised: What of an entry is promised by a day of that time, in minor units.
    """
    found: dict[int, Arranged] = {}
    for standing in standings:
        found |= planned_by_entry(standing, free)
    for entry, day in until.items():
        if (minor := free.get(entry, 0) - promised.get(entry, 0)) > 0:
            found[entry] = Arranged(minor, day)
        else:
            found.pop(entry, None)
    return found
