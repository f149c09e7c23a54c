"""Next steps as a case has them: call-backs that were agreed, and errands, in our time."""

from collections.abc import Collection, Mapping, Sequence, Set
from datetime import date

from creditmate.db.business import home_zone
from creditmate.db.promises import promises_made_in
from creditmate.domain.claims import UNFOUND, ClaimStanding
from creditmate.domain.errands import Errand, Hour, in_our_time
from creditmate.domain.next_steps import About
from creditmate.domain.noted import NotedKind, NoteDue
from creditmate.domain.promises import OVER, Promise, PromiseState, Standing
from creditmate.domain.rows import TaskRow
from creditmate.domain.workcase import CallBack

_CHECK_MONEY = "check_money"
"""The kind of a next step that was agreed together with a promise to pay."""


def talks_with_money_to_check(tasks: Mapping[int, Sequence[TaskRow]]) -> list[int]:
    """Return the contacts in which it was agreed to look whether money came."""
    return [
        task.interaction_id
        for rows in tasks.values()
        for task in rows
        if task.kind == _CHECK_MONEY and task.interaction_id is not None
    ]


def steps_ahead(
    tasks: Sequence[TaskRow], standings: Sequence[Standing], said: Sequence[ClaimStanding]
) -> tuple[TaskRow, ...]:
    """Return a customer's next steps in our time, without those that nothing hangs on any more.

    Looking for money is over when all came that was promised or said to be paid in that talk, or
    it was taken back. One that hangs on neither stays.
    """
    made = promises_made_in(talks_with_money_to_check({0: tasks}))
    waits = {one.promise.id: one.state not in OVER for one in standings}
    agreed = AgreedSteps(made)
    found = []
    for task in tasks:
        talk = task.interaction_id or 0
        left = [waits[id_] for id_ in made.get(talk, ()) if id_ in waits]
        left += [one.state in UNFOUND for one in said if one.claim.interaction_id == talk]
        if task.kind != _CHECK_MONEY or not left or any(left):
            found.append(agreed.in_our_time(task))
    return tuple(found)


class AgreedSteps:
    """Makes call-backs and errands of next steps.

    Args:
        made_in: The promises made in each contact of ``talks_with_money_to_check``.
    """

    def __init__(self, made_in: Mapping[int, Sequence[int]]) -> None:
        self._made_in = made_in
        self._zone: str | None = None

    def call_backs(
        self, tasks: Sequence[TaskRow], standings: Sequence[Standing]
    ) -> tuple[CallBack, ...]:
        """Return the call-backs, those agreed together with a promise among them.

        What was agreed with nobody is planned by us: after an attempt in vain, or by hand.
        Checking that promised money came is the promise's own business from its due day on. But a
        day before it, or an hour, was agreed for another reason: it is kept as long as the promise
        is open.
        """
        if not tasks:
            return ()
        made = {s.promise.id: s.promise for s in standings}
        running = {s.promise.id for s in standings if s.state is PromiseState.OPEN}
        return tuple(
            self._call_back(task)
            for task in tasks
            if task.about == About.TALK
            and (task.kind == "call_back" or self._comes_before(task, made, running))
        )

    def looked_for(
        self, tasks: Sequence[TaskRow], standings: Sequence[Standing], as_at: date
    ) -> frozenset[int]:
        """Return the promises whose money is to be looked for, though their time is not up.

        Of a day that was set behind the promise's own one and has come: the diary and the brief
        have it too. Before that the money is not late, and what was set for it is a call.
        """
        looks = self.looks(tasks, standings)
        return frozenset(id_ for day, id_ in looks if day <= as_at) if looks else frozenset()

    def looks(
        self, tasks: Sequence[TaskRow], standings: Sequence[Standing]
    ) -> tuple[tuple[date, int], ...]:
        """Return the days that are set for that, come or to come, each with its promise."""
        if not tasks or not standings:
            return ()
        running = {s.promise.id: s.promise for s in standings if s.state is PromiseState.OPEN}
        return tuple(
            (self._hour(task).day, id_)
            for task in tasks
            if task.kind == _CHECK_MONEY
            for id_ in self._made_in.get(task.interaction_id or 0, ())
            if id_ in running and running[id_].due_day < task.day and task.at is None
        )

    def errands(self, tasks: Sequence[TaskRow]) -> tuple[Errand, ...]:
        """Return what else is to be done."""
        found = []
        for task in tasks:
            if task.about != About.TALK:
                hour = self._hour(task)
                found.append(Errand(About(task.about), hour.day, hour.at, task.note))
        return tuple(found)

    def noted(self, notes: Sequence[NoteDue]) -> tuple[Errand, ...]:
        """Return what was noted and is to be come back to."""
        return tuple(
            Errand(
                About.NOTED,
                note.on,
                words=note.words,
                offers=note.kind is NotedKind.OPPORTUNITY,
                noted=note.made,
            )
            for note in notes
        )

    def _call_back(self, task: TaskRow) -> CallBack:
        hour, made = self._hour(task), task.tried_day or task.made_day or task.day
        tried = not (task.agreed or task.refused) and task.interaction_id is not None
        return CallBack(
            hour.day,
            made,
            hour.at,
            task.note,
            hour.theirs,
            ours=not task.agreed,
            in_vain=tried,
            person=task.person,
            hard=task.hard,
            written=task.written,
            stranger=task.stranger,
        )

    def in_our_time(self, task: TaskRow) -> TaskRow:
        """Return a next step at its hour by our clock."""
        hour = self._hour(task)
        return task._replace(day=hour.day, at=hour.at, zone="")

    def _hour(self, task: TaskRow) -> Hour:
        if task.at is None:
            return Hour(task.day)
        if self._zone is None:
            self._zone = home_zone()
        return in_our_time(task.day, task.at, task.zone, self._zone)

    def _comes_before(self, task: TaskRow, made: Mapping[int, Promise], running: Set[int]) -> bool:
        """Whether a step with an open promise of the same talk has an hour, or comes before all.

        Of several sums the first has its day as well: what is set for then is to look for it, and
        goes on being that once it has come.
        """
        talk: Collection[int] = self._made_in.get(task.interaction_id or 0, ())
        if task.kind != _CHECK_MONEY or running.isdisjoint(talk):
            return False
        first = min(made[id_].due_day for id_ in talk if id_ in made)
        return task.day < first or task.at is not None
