"""Changing one thing of a visit's plan: a person, an issue, a point, an item of the hour."""

from dataclasses import fields, replace
from enum import StrEnum
from typing import NamedTuple

from creditmate.domain.visit_agenda_time import with_issue
from creditmate.domain.visit_plan import (
    PlanIssue,
    PlanPerson,
    PlanPoint,
    PlanRequest,
    PlanSlot,
    VisitPlan,
)

Item = PlanPerson | PlanIssue | PlanPoint | PlanSlot | PlanRequest


class Part(StrEnum):
    """What a plan has several of; the values are the fields of ``VisitPlan``."""

    PEOPLE = "people"
    ISSUES = "issues"
    POINTS = "points"
    SLOTS = "slots"
    REQUESTS = "requests"


class Same(NamedTuple):
    """One item of a plan, wherever it stands by now."""

    part: Part
    item: Item


def place_of(plan: VisitPlan, same: Same) -> int | None:
    """Return where an item stands in a plan that may have been changed since; None if nowhere."""
    ids = [item.id for item in items_of(plan, same.part)]
    return ids.index(same.item.id) if same.item.id in ids else None


def items_of(plan: VisitPlan, part: Part) -> tuple[Item, ...]:
    """Return what a plan has of a part, in its order."""
    found: tuple[Item, ...] = getattr(plan, part.value)
    return found


def with_item(plan: VisitPlan, part: Part, place: int | None, item: Item) -> VisitPlan:
    """Return a plan with an item in place of another, or behind the others where none is named.

    A new issue gets its time on the agenda.
    """
    if place is None and isinstance(item, PlanIssue):
        return with_issue(plan, item)
    items = list(items_of(plan, part))
    if place is None:
        items.append(item)
    else:
        items[place] = item
    return _with(plan, part, items)


def without(plan: VisitPlan, part: Part, place: int) -> VisitPlan:
    """Return a plan without an item; what the hour says of an issue that goes, goes with it."""
    items = list(items_of(plan, part))
    del items[place]
    taken_out = _with(plan, part, items)
    if part is not Part.ISSUES:
        return taken_out
    places = {at: at if at <= place else at - 1 for at in range(1, len(items) + 2)}
    places.pop(place + 1)
    slots = [_about(slot, places) for slot in plan.slots if slot.issue in {None, *places}]
    return replace(taken_out, slots=_of_the_same_length(plan, slots))


def shifted(plan: VisitPlan, part: Part, place: int, by: int) -> VisitPlan:
    """Return a plan with an item before or behind its neighbour; as it is at either end."""
    items, to = list(items_of(plan, part)), place + by
    if not 0 <= to < len(items):
        return plan
    items[place], items[to] = items[to], items[place]
    moved = _with(plan, part, items)
    if part is not Part.ISSUES:
        return moved
    places = {at: at for at in range(1, len(items) + 1)}
    places[place + 1], places[to + 1] = to + 1, place + 1
    return replace(moved, slots=tuple(_about(slot, places) for slot in plan.slots))


def _about(slot: PlanSlot, places: dict[int, int]) -> PlanSlot:
    return slot if slot.issue is None else replace(slot, issue=places[slot.issue])


def _of_the_same_length(plan: VisitPlan, slots: list[PlanSlot]) -> tuple[PlanSlot, ...]:
    """Give the time that was taken out to the first item that is left."""
    free = sum(slot.minutes for slot in plan.slots) - sum(slot.minutes for slot in slots)
    if slots and free:
        slots[0] = replace(slots[0], minutes=slots[0].minutes + free)
    return tuple(slots)


def _with(plan: VisitPlan, part: Part, items: list[Item]) -> VisitPlan:
    known = {field.name for field in fields(plan)}
    assert part.value in known  # noqa: S101 - the values are fields
    return replace(plan, **{part.value: tuple(items)})  # type: ignore[arg-type]
