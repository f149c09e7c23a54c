"""How plans stand, worked out from the money that came for their parts.

Source: docs/decisions/0025-plans-and-more-time.md.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from creditmate.domain.dates import ONE_DAY
from creditmate.domain.plan_aside import Seen, Wait, claim_waits, query_waits, set_aside
from creditmate.domain.plan_end import Missing, is_about, last_day, written_about
from creditmate.domain.plan_filling import Filled, PlanMoney, Used, note_returned, pour
from creditmate.domain.plans import (
    ENDED_BY_HAND,
    UNPAID,
    Instalment,
    InstalmentStanding,
    InstalmentState,
    Plan,
    PlanEventKind,
    PlanStanding,
    PlanState,
)


def plan_standings(
    plans: Iterable[Plan], money: PlanMoney, posted_to: date | None, as_at: date
) -> tuple[list[PlanStanding], list[Used]]:
    """Return how one customer's plans stand, by day, and what of which receipt they used up.

    Args:
        plans: With what was done with them up to ``as_at``; later ones are left out.
        money: The customer's money, and what it is set against.
        posted_to: The last day up to which cash is posted; None means never.
        as_at: Facts dated later are not known.
    """
    agreed = sorted((p for p in plans if p.day <= as_at), key=lambda p: (p.day, p.id))
    filled, used = pour(agreed, money, as_at)
    note_returned(agreed, money, filled, as_at)
    found = []
    for plan in agreed:
        parts = [filled[plan.id, one.place] for one in plan.instalments]
        _shorten(plan, parts, money)
        found.append(_Judge(plan, parts, money, posted_to, as_at).standing())
    return found, used


def _shorten(plan: Plan, parts: Sequence[Filled], money: PlanMoney) -> None:
    """Take off, from the last part on, what made the debt smaller besides this money.

    That is a credit note, something written off, or money from before the plan.
    """
    paid = money.paid_on
    gone = sum(
        max(item.minor - money.open_of.get(item.entry, 0) - paid.get((plan.id, item.entry), 0), 0)
        for item in plan.items
    )
    for one, part in zip(reversed(plan.instalments), reversed(parts), strict=True):
        part.off = min(gone, one.minor - part.minor)
        gone -= part.off


class _Judge:
    """Works out the state of one plan whose parts are filled."""

    def __init__(
        self,
        plan: Plan,
        parts: Sequence[Filled],
        money: PlanMoney,
        posted_to: date | None,
        as_at: date,
    ) -> None:
        self._plan, self._posted, self._as_at = plan, posted_to or date.min, as_at
        self._written = money.written
        self._promises = [one for one in money.promises if is_about(one, plan)]
        self._pairs = list(zip(plan.instalments, parts, strict=True))
        self._starts = [plan.day, *(e.day for e in plan.events if e.kind is _AGAIN)]
        seen = Seen(money.open_of, self._came_since, self._posted, as_at)
        self._aside = set_aside(
            plan, [self._missing(pair) for pair in self._pairs], money.aside, seen
        )
        self._asked = query_waits(plan, money.aside.queries)
        self._said = claim_waits(plan, money.aside, seen)

    def standing(self) -> PlanStanding:
        pairs = zip(self._pairs, self._aside, strict=True)
        found = tuple(self._part(one, part, aside) for (one, part), aside in pairs)
        spans, defaulted = self._spans()
        state = self._state(found, defaulted)
        in_default = defaulted if state is PlanState.DEFAULTED else None
        return PlanStanding(self._plan, state, found, spans, in_default)

    def _part(self, one: Instalment, part: Filled, aside: int) -> InstalmentStanding:
        due, _ = _days(one, part, self._starts[-1])
        late_since, cure = self._late_days(one, part, self._starts[-1])
        ends = self._last_day(one, part, self._starts[-1])
        wanted = one.minor - part.off
        state = self._part_state(part, wanted, due, ends or date.max)
        if aside and aside == wanted - part.minor and state in _LATE:
            state = InstalmentState.PAUSED
        return InstalmentStanding(
            instalment=one,
            state=state,
            due_day=due,
            cure_day=cure if ends is None or ends == date.max else ends,
            minor=wanted,
            came_minor=part.minor,
            filled_day=part.came[-1][0] if part.came else None,
            written_day=written_about(late_since, self._written),
            aside_minor=aside if state in UNPAID else 0,
            returned=part.returned,
        )

    def _late_days(self, one: Instalment, part: Filled, start: date) -> tuple[date, date]:
        """From when on a part is late, and until when it may come: anew if its money came back."""
        due, cure = _days(one, part, start)
        back = part.returned
        if back is None or back.day <= due:
            return due, cure
        return back.day, back.day + (cure - due)

    def _last_day(self, one: Instalment, part: Filled, start: date) -> date | None:
        """The last day on which a part may come; None while nothing was written about it."""
        due, cure = self._late_days(one, part, start)
        owed = {promise.id: self._owed(one, promise.made_day) for promise in self._promises}
        waits = tuple((wait.day, wait.to_day) for wait in self._waits(one))
        return last_day(self._plan, Missing(due, cure, owed, waits), self._written, self._promises)

    def _waits(self, one: Instalment) -> list[Wait]:
        """What all that is missing of a part waited for: an answer of ours, money on its way."""
        asked = [w for w in self._asked if w.minor >= self._owed_from(one, w.day)]
        return asked + [w for w in self._said if w.minor >= self._owed(one, w.day)]

    def _owed(self, last: Instalment, day: date) -> int:
        """What was missing on a day of the parts up to one."""
        parts = ((one, part) for one, part in self._pairs if one.due_day <= last.due_day)
        return sum(one.minor - part.off - part.by(day) for one, part in parts)

    def _owed_from(self, first: Instalment, day: date) -> int:
        """What was missing on a day from a part on: what is in question is of the last ones."""
        parts = ((one, part) for one, part in self._pairs if one.due_day >= first.due_day)
        return sum(one.minor - part.off - part.by(day) for one, part in parts)

    def _missing(self, pair: tuple[Instalment, Filled]) -> int:
        return pair[0].minor - pair[1].off - pair[1].minor

    def _came_since(self, day: date) -> int:
        return sum(part.since(day) for _, part in self._pairs)

    def _part_state(self, part: Filled, wanted: int, due: date, cure: date) -> InstalmentState:
        if part.minor < wanted:
            return self._missing_state(due, cure)
        if not part.minor:
            return InstalmentState.FALLEN_AWAY
        if part.by(due) >= wanted:
            return InstalmentState.PAID
        in_time = part.by(cure) >= wanted
        return InstalmentState.CURED if in_time else InstalmentState.PAID_LATE

    def _missing_state(self, due: date, cure: date) -> InstalmentState:
        if self._plan.ended is not None:
            return InstalmentState.ENDED
        if self._as_at <= due:
            return InstalmentState.OPEN
        if self._posted < due:
            return InstalmentState.CHECK_BANK
        in_default = self._as_at > cure and self._posted >= cure
        return InstalmentState.DEFAULTED if in_default else InstalmentState.MISSED

    def _state(self, parts: Sequence[InstalmentStanding], defaulted: date | None) -> PlanState:
        ended = self._plan.ended
        if ended is not None:
            return PlanState(ended.kind.value)
        if not any(one.missing_minor for one in parts):
            return _over(parts)
        if defaulted is not None:
            return PlanState.DEFAULTED
        states = {one.state for one in parts}
        for state in _FIRST:
            if state in states:
                return PlanState(state.value)
        if InstalmentState.PAID_LATE in states:
            return PlanState.CURED
        return PlanState.KEPT if InstalmentState.PAID in states else PlanState.RUNNING

    # ------------------------------------------------------------- while it was kept
    def _spans(self) -> tuple[tuple[tuple[date, date], ...], date | None]:
        """The days on which it was being kept, and the day on which it stopped, if it has."""
        found, stopped = [], None
        ends = [e.day for e in self._plan.events if e.kind in ENDED_BY_HAND]
        for place, start in enumerate(self._starts):
            until = min([*self._starts[place + 1 :], date.max])
            stopped = self._defaulted(start, min(until, self._as_at))
            stops = [until, *(day for day in ends if start <= day <= until)]
            stops += [] if stopped is None else [stopped]
            last = min(self._as_at, min(stops) - ONE_DAY)
            if last >= start:
                found.append((start, last))
        return tuple(found), stopped

    def _defaulted(self, start: date, until: date) -> date | None:
        """The first day of default after a start; None where there is none up to a day."""
        days = []
        for one, part in self._pairs:
            if _was_settled(one, part, start):
                continue
            last = self._last_day(one, part, start)
            if last is None:
                continue
            late = part.by(last) < one.minor - part.off
            if late and until > last and self._posted >= last:
                days.append(last + ONE_DAY)
        return min(days, default=None)


def _days(one: Instalment, part: Filled, start: date) -> tuple[date, date]:
    """The days that count: what had not come when a plan was taken up is due anew on that day."""
    if one.due_day >= start or _was_settled(one, part, start):
        return one.due_day, one.cure_day
    return start, start + (one.cure_day - one.due_day)


def _over(parts: Sequence[InstalmentStanding]) -> PlanState:
    """How a plan ended of which nothing is missing; one that was written off is not paid."""
    if not any(one.minor for one in parts):
        return PlanState.FALLEN_AWAY
    last = max((one.filled_day for one in parts if one.filled_day), default=None)
    early = last is not None and last < max(one.instalment.due_day for one in parts)
    return PlanState.PAID_EARLY if early else PlanState.COMPLETED


def _was_settled(one: Instalment, part: Filled, start: date) -> bool:
    """Whether all of a part had come before the plan was taken up."""
    return one.due_day < start and part.by(start - ONE_DAY) >= one.minor - part.off


_AGAIN = PlanEventKind.REINSTATED
_LATE = frozenset({InstalmentState.CHECK_BANK, InstalmentState.MISSED, InstalmentState.DEFAULTED})
_FIRST = (
    InstalmentState.MISSED,
    InstalmentState.CHECK_BANK,
    InstalmentState.PAUSED,
    InstalmentState.CURED,
)
"""States of a part that are the plan's, the first of them that any part has."""
