"""Visits: planning one, changing, moving and cancelling it."""

from datetime import date, time

from creditmate.db import visit_undo
from creditmate.db.customers import customers_by_id
from creditmate.db.our_people import staff_row
from creditmate.db.visit_events import put_back_voided
from creditmate.domain.changes import Done, Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.visit_changes import change_of
from creditmate.domain.visit_plan import VisitPlan
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.domain.visit_standing import standing_of
from creditmate.domain.visits import VisitChange, VisitEvent, VisitEventKind, VisitFile, VisitState
from creditmate.services.customers import require_customer
from creditmate.services.typed_texts import some_lines
from creditmate.services.visit_deeds import (
    end_visit,
    put_down_changed,
    put_down_event,
    put_down_move,
)
from creditmate.services.visit_hours import VisitTime
from creditmate.services.visit_lists import VisitPick, VisitRow, visit_file
from creditmate.services.visit_planning import checked_plan
from creditmate.services.visit_put_down import put_down_change, put_down_visit
from creditmate.services.visits_known import VisitPage
from creditmate.services.visits_prepared import LONGEST, TOUCHED, ConfirmedHow, VisitsPrepared

__all__ = [
    "TOUCHED", "ConfirmedHow", "VisitPage", "VisitPick", "VisitRow", "VisitTime", "Visits",
]  # fmt: skip

_UNDONE = frozenset({
    "plan-visit", "change-visit", "move-visit", "confirm-visit", "prepare-visit", "cancel-visit",
    "visit-agenda-sent", "add-visit-step", "take-out-visit-step",
})  # fmt: skip


class Visits(VisitsPrepared):
    """Visits as they are planned.

    Args:
        gateway: Writes.
        clock: Tells the day.
    """

    # ------------------------------------------------------------- planning
    def plan(self, code: str, plan: VisitPlan) -> Done:
        """Plan a visit, with the steps before it and the report after it.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``UNKNOWN_STAFF``; ``VISIT_REFUSED``;
                ``FIELD_REFUSED``.
        """
        customer, today = require_customer(code), self._clock.today
        _check_owner(plan.owner)
        checked = checked_plan(customer, plan, today)
        with self._gateway.write("plan-visit") as writing:
            made = put_down_visit(writing, customer, checked, today)
        return Done(writing.id, TOUCHED, made)

    def change(self, named: str, plan: VisitPlan, version: int, because: str = "") -> Done:
        """Change a visit, read at a version; where its day or hour changes it is moved as well.

        Where the customer holds an agenda, or confirmed it, a change of what they read is put down.

        Raises:
            UserError: ``VISIT_REFUSED``; ``UNKNOWN_STAFF``; ``FIELD_REFUSED``;
                ``CHANGED_MEANWHILE``.
        """
        file, today = self._open(named), self._clock.today
        _check_owner(plan.owner)
        customer = customers_by_id([file.visit.customer])[file.visit.customer]
        checked = checked_plan(customer, plan, today, file)
        moves = (checked.day, checked.at) != (file.visit.day, file.visit.at)
        reason = some_lines("visit.because", because, LONGEST)
        with self._gateway.write("change-visit") as writing:
            put_down_change(writing, file, checked, version, today)
            changed = visit_file(str(file.visit.id))
            if moves:
                put_down_move(writing, changed, (checked.day, checked.at), reason, today)
            elif (what := self._changed_for_them(file, changed)) is not None:
                put_down_changed(writing, changed, what, reason, today)
        return Done(writing.id, TOUCHED, file.visit.id)

    def _changed_for_them(self, before: VisitFile, now: VisitFile) -> VisitChange | None:
        """What of a visit is no longer as they were told or confirmed."""
        what = change_of(before.visit, now.visit)
        standing = standing_of(before, self._clock.today)
        if standing.state is not VisitState.PLANNED:
            return None  # the day agreed next outdates what they hold
        confirmed = standing.confirmed is not None and what is VisitChange.PLACE
        return what if standing.agenda is not None or confirmed else None

    def move(self, named: str, day: date, at: time | None, because: str) -> Done:
        """Put a visit on another day, or at another hour where the customer is.

        Raises:
            UserError: ``VISIT_REFUSED``: there is none, it has ended, the day has passed, or it
                is there already.
        """
        file, today = self._open(named), self._clock.today
        if day < today:
            raise visit_refused(VisitWhy.DAY_PAST, day=day, today=today)
        if (day, at) == (file.visit.day, file.visit.at):
            raise visit_refused(VisitWhy.SAME_TIME)
        reason = some_lines("visit.because", because, LONGEST)
        with self._gateway.write("move-visit") as writing:
            put_down_move(writing, file, (day, at), reason, today)
        return Done(writing.id, TOUCHED, file.visit.id)

    # ------------------------------------------------------------- calling it off, taking back
    def cancel(self, named: str, because: str) -> Done:
        """Cancel a visit; its next steps go with it.

        Raises:
            UserError: ``VISIT_REFUSED``: there is none, it has ended, or no reason is given.
        """
        file, today = self._open(named), self._clock.today
        note = some_lines("visit.because", because, LONGEST)
        if not note:
            raise visit_refused(VisitWhy.NO_REASON)
        with self._gateway.write("cancel-visit") as writing:
            put_down_event(writing, file, VisitEvent(VisitEventKind.CANCELLED, today, note=note))
            end_visit(writing, file, today)
        return Done(writing.id, TOUCHED, file.visit.id)

    def undo(self, done: Done) -> Touched:
        """Take back what was just done with a visit.

        Raises:
            UserError: ``VISIT_REFUSED``: it is taken back already, or something was done since.
        """
        known = visit_undo.use_case_of(done.action) in _UNDONE
        if not known or visit_undo.rests_on(done.action):
            raise visit_refused(VisitWhy.RESTS)
        with self._gateway.write("undo-visit", undoes=done.action) as writing:
            visit_undo.take_back(writing, done.action, self._clock.today)
            put_back_voided(writing, done.action)
        return TOUCHED


def _check_owner(owner: int | None) -> None:
    if owner is not None and staff_row(owner) is None:
        raise UserError(Problem.UNKNOWN_STAFF, found=owner)
