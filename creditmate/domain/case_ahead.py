"""A case as it will be on a later day if nothing happens until then, and when anything turns.

So the day until which somebody is not followed up is found by looking at the days to come, not
worked out from the reason: that one may end later than another, or earlier.

Source: issue 7, "Not being followed up"; docs/decisions/0024.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from creditmate.domain.claims import ClaimStanding, ClaimState
from creditmate.domain.dates import ONE_DAY
from creditmate.domain.extensions import ExtensionState, extended_to
from creditmate.domain.plans import InstalmentStanding, InstalmentState, PlanStanding, PlanState
from creditmate.domain.promises import PromiseState, Standing
from creditmate.domain.workcase import Case, Policy

_MOST = 60
"""Days looked at, at most: somebody with hundreds of items has as many days on which one turns."""


class Look(NamedTuple):
    """Whether somebody is on the list of a day, and else when the rule that stops it is over."""

    listed: bool = False
    again: date | None = None


def first_day(
    case: Case,
    as_at: date,
    policy: Policy,
    look: Callable[[Case, date, Policy], Look],
    again: date | None,
) -> date | None:
    """Return the first day after one on which a customer is on the list; None where none is known.

    Args:
        case: The customer's, as on the day.
        as_at: The day, on which it is not on the list.
        policy: Settings of the list.
        look: Looks at a case on a day.
        again: When the rule is over that stops it on the day.
    """
    turns = sorted({day for day in _turns(case, policy) if day > as_at})
    day, found = as_at, Look(again=again)
    for _ in range(_MOST):
        turn = next((one for one in turns if one > day), None)
        following = [one for one in (turn, found.again) if one is not None]
        if not following:
            return None
        day = max(min(following), day + ONE_DAY)
        found = look(case_on(case, day), day, policy)
        if found.listed:
            return day
    return None


# ------------------------------------------------------------- a later day
def case_on(case: Case, day: date) -> Case:
    """Return a case as on a later day: nothing comes, and cash is posted as the days go by.

    What is past already while cash is not posted that far waits for the bank still.
    """
    if not (case.standings or case.said or case.extensions or case.plans):
        return case  # as with most
    given = tuple(
        replace(one, state=ExtensionState.PASSED)
        if one.state is ExtensionState.RUNNING and one.extension.to_day < day
        else one
        for one in case.extensions
    )
    standings = tuple(_promise_on(one, day) for one in case.standings)
    looked = {promise for on, promise in case.looks if on <= day}
    running = {one.promise.id for one in standings if one.state is PromiseState.OPEN}
    moved = case._replace(
        standings=standings,
        said=tuple(_claim_on(one, day) for one in case.said),
        extensions=given,
        plans=tuple(_plan_on(one, day) for one in case.plans),
        looked_for=case.looked_for | (looked & running),
    )
    return _let_go(case, moved)


def _let_go(case: Case, moved: Case) -> Case:
    """The same, without what time or a plan that has ended until then leaves in peace."""
    before, after = extended_to(case.extensions), extended_to(moved.extensions)
    over = {entry for entry in before if entry not in after}
    kept = {entry for plan in moved.plans if plan.is_kept for entry in plan.plan.entries}
    for plan in case.plans:
        if plan.is_kept:
            over |= plan.plan.entries - kept - after.keys()
    if not over:
        return moved
    entries = (e._replace(planned_minor=0) if e.id in over else e for e in moved.entries)
    return moved._replace(entries=tuple(entries))


def _promise_on(one: Standing, day: date) -> Standing:
    if one.state is not PromiseState.OPEN or day <= one.promise.until_day:
        return one
    came = one.came_minor or one.late_minor
    return replace(one, state=PromiseState.PART_KEPT if came else PromiseState.BROKEN)


def _claim_on(one: ClaimStanding, day: date) -> ClaimStanding:
    if one.state is not ClaimState.WAITING or day <= one.claim.until_day:
        return one
    return replace(one, state=ClaimState.NOT_FOUND)


def _plan_on(one: PlanStanding, day: date) -> PlanStanding:
    if not one.is_kept:
        return one
    parts = tuple(_part_on(part, day) for part in one.instalments)
    ends = [part.cure_day + ONE_DAY for part in parts if _is_over(part, day)]
    if ends:
        return replace(one, instalments=parts, state=PlanState.DEFAULTED, defaulted_day=min(ends))
    return replace(one, instalments=parts)


def _part_on(part: InstalmentStanding, day: date) -> InstalmentStanding:
    if part.state is not InstalmentState.OPEN or day <= part.due_day:
        return part
    aside = not part.asked_minor
    return replace(part, state=InstalmentState.PAUSED if aside else InstalmentState.MISSED)


def _is_over(part: InstalmentStanding, day: date) -> bool:
    """Whether a plan has ended because of a part: it was written about, and its time is up."""
    is_missed = part.state is InstalmentState.MISSED
    return is_missed and part.written_day is not None and part.cure_day < day


# ------------------------------------------------------------- the days on which anything turns
def _turns(case: Case, policy: Policy) -> Iterator[date]:
    """The days on which what is agreed, said or due is another than on the day before."""
    pause = timedelta(days=policy.longest_pause)
    for call in case.call_backs:
        yield call.day
        yield call.set_day + pause
    yield from (one.promise.until_day + ONE_DAY for one in case.standings)
    yield from (day for day, _ in case.looks)
    yield from (one.claim.until_day + ONE_DAY for one in case.said)
    yield from (one.extension.to_day + ONE_DAY for one in case.extensions)
    yield from (answer.day for answer in case.answers)
    for deed in case.deeds:
        yield deed.due_day
        yield deed.due_day + ONE_DAY
    yield from (errand.day for errand in case.errands)
    for plan in case.plans:
        for part in plan.instalments:
            yield part.due_day
            yield part.late_since + timedelta(days=plan.plan.cure_days)
            yield part.cure_day + ONE_DAY
            if part.written_day is not None:
                yield part.written_day + ONE_DAY
    if case.visit is not None:
        yield case.visit.day - pause
    yield from _of_items(case, policy)


def _of_items(case: Case, policy: Policy) -> Iterator[date]:
    """The days on which items are near, late, and late for longer than their grace."""
    soon = timedelta(days=policy.courtesy_window)
    for entry in case.entries:
        if entry.disputed_minor >= entry.open_minor:
            continue  # nothing of it is asked for while that is so
        yield entry.due_day - soon
        yield entry.due_day + ONE_DAY
        yield entry.due_day + timedelta(days=entry.grace_days + 1)
    if case.contacting is not None:
        yield from case.contacting.silent_days(case.last_talk, case.entries)
