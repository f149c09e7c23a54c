"""Visits: planning one, changing and moving it, and what is done before it takes place."""

from dataclasses import dataclass
from datetime import date, time

from creditmate.db import visit_undo, visit_writing
from creditmate.db import visits as db
from creditmate.db.customers import customers_by_id
from creditmate.db.dispute_register import dispute_rows
from creditmate.db.entries import open_entries
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.our_people import staff_row
from creditmate.domain.changes import Done, Touched
from creditmate.domain.diary_room import Free
from creditmate.domain.dispute_register import DisputePick, DisputeRow
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.legal_forms import legal_form
from creditmate.domain.ports import Clock
from creditmate.domain.visit_hints import Host, VisitHint, visit_hints
from creditmate.domain.visit_plan import VisitPlan
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.domain.visit_standing import standing_of
from creditmate.domain.visit_times import TimeWarning
from creditmate.domain.visits import (
    OPEN_STATES,
    Preparation,
    PreparationStep,
    VisitEvent,
    VisitEventKind,
    VisitFile,
    VisitState,
)
from creditmate.domain.wishes import WishKind
from creditmate.services.customers import require_customer
from creditmate.services.manners import wished
from creditmate.services.typed_texts import one_line, some_lines
from creditmate.services.visit_calendars import both_calendars
from creditmate.services.visit_costs import Worth, worth_of
from creditmate.services.visit_deeds import end_visit, put_down_event, put_down_move
from creditmate.services.visit_hours import VisitTime, against, free_hours, left_in_peace
from creditmate.services.visit_lists import (
    VisitPick,
    VisitRow,
    all_rows,
    row_of,
    rows_of,
    visit_file,
    visit_files,
)
from creditmate.services.visit_planning import checked_plan
from creditmate.services.visit_put_down import put_down_change, put_down_visit

__all__ = ["ConfirmedHow", "VisitPage", "VisitPick", "VisitRow", "VisitTime", "Visits"]

TOUCHED = Touched.TASKS
"""What any of it touches: a visit is a next step with much that hangs on it."""
_TEXT = 1000
_UNDONE = frozenset({
    "plan-visit", "change-visit", "move-visit", "confirm-visit", "prepare-visit", "cancel-visit",
    "visit-agenda-sent",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class ConfirmedHow:
    """How they confirmed a visit: the way (a channel), who did, and anything they said.

    ``again``: by telephone, shortly before; so is whatever comes after a first confirmation.
    """

    way: str = "email"
    by_whom: str = ""
    contact: int | None = None
    note: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class VisitPage:
    """All that is known of a visit; ``worth`` and ``hints`` are ours alone, as much of ``row`` is.

    ``times`` is what is against its hour.
    """

    row: VisitRow
    worth: Worth
    times: tuple[TimeWarning, ...]
    hints: tuple[VisitHint, ...]

    @property
    def file(self) -> VisitFile:
        """The visit."""
        return self.row.file


class Visits:
    """Visits as they are planned.

    Args:
        gateway: Writes.
        clock: Tells the day.
    """

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway, self._clock = gateway, clock

    # ------------------------------------------------------------- what there is
    def all(self, as_at: date, pick: VisitPick = VisitPick.OPEN) -> list[VisitRow]:
        """Return visits: those to come by day, those that have ended from the last one back."""
        return all_rows(as_at, pick)

    def of_customer(self, code: str, as_at: date) -> list[VisitRow]:
        """Return a customer's visits, ended ones too, by day.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code)
        return rows_of(visit_files(db.visits_of([customer.id]).get(customer.id, [])), as_at)

    def show(self, named: str, as_at: date) -> VisitPage:
        """Return all that is known of the visit of a number, or an id.

        Raises:
            UserError: ``VISIT_REFUSED``: there is none.
        """
        file = visit_file(named)
        row, visit = row_of(file, as_at), file.visit
        calendars = both_calendars(visit.customer, visit.site, as_at, visit.day)
        is_open = row.standing.state in {VisitState.PLANNED, VisitState.TO_REBOOK}
        return VisitPage(
            row=row,
            worth=worth_of(file, as_at),
            times=against(VisitTime.of(file), as_at) if is_open else (),
            hints=visit_hints(file, row.standing, _host(visit.customer, as_at), calendars, as_at),
        )

    def free(self, code: str, when: VisitTime) -> tuple[Free, ...]:
        """Return when a visit can be on a day by our clock, the way there and back included.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        require_customer(code)
        return free_hours(when, self._clock.today)

    def free_on(
        self, code: str, day: date, minutes: int, travel: int, owner: int | None = None
    ) -> tuple[Free, ...]:
        """Return the same for so many minutes, and so many of the way, of one of us.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code)
        when = VisitTime(customer.id, day, minutes=minutes, travel=travel, owner=owner)
        return free_hours(when, self._clock.today)

    def overdue_entries(self, code: str) -> tuple[int, ...]:
        """Return what a customer has overdue, by the ids of its entries.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer, today = require_customer(code), self._clock.today
        rows = open_entries([customer.id], today)
        return tuple(r.id for r in rows if r.due_day is not None and r.due_day < today)

    def open_questions(self, code: str) -> list[DisputeRow]:
        """Return the questions of a customer that wait for an answer.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer, today = require_customer(code), self._clock.today
        rows = dispute_rows(today, [customer.id], pick=DisputePick.OPEN)
        return [row for row in rows if row.is_open]

    def against(self, code: str, when: VisitTime) -> tuple[TimeWarning, ...]:
        """Return what is against an hour that nobody has planned yet.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        require_customer(code)
        return against(when, self._clock.today)

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

        Raises:
            UserError: ``VISIT_REFUSED``; ``UNKNOWN_STAFF``; ``FIELD_REFUSED``;
                ``CHANGED_MEANWHILE``.
        """
        file, today = self._open(named), self._clock.today
        _check_owner(plan.owner)
        customer = customers_by_id([file.visit.customer])[file.visit.customer]
        checked = checked_plan(customer, plan, today, file)
        moves = (checked.day, checked.at) != (file.visit.day, file.visit.at)
        reason = some_lines("visit.because", because, _TEXT)
        with self._gateway.write("change-visit") as writing:
            put_down_change(writing, file, checked, version, today)
            if moves:
                put_down_move(writing, file, (checked.day, checked.at), reason, today)
        return Done(writing.id, TOUCHED, file.visit.id)

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
        reason = some_lines("visit.because", because, _TEXT)
        with self._gateway.write("move-visit") as writing:
            put_down_move(writing, file, (day, at), reason, today)
        return Done(writing.id, TOUCHED, file.visit.id)

    # ------------------------------------------------------------- before it
    def confirm(self, named: str, how: ConfirmedHow) -> Done:
        """Put down that they confirmed it; once more is by telephone, shortly before.

        Raises:
            UserError: ``VISIT_REFUSED``; ``FIELD_REFUSED``.
        """
        file, today = self._open(named), self._clock.today
        again = how.again or standing_of(file, today).confirmed is not None
        kind = VisitEventKind.RECONFIRMED if again else VisitEventKind.CONFIRMED
        event = VisitEvent(
            kind, today, way=one_line("visit.way", how.way, _TEXT),
            by_whom=one_line("visit.by_whom", how.by_whom, _TEXT), contact=how.contact,
            note=some_lines("visit.note", how.note, _TEXT),
        )  # fmt: skip
        with self._gateway.write("confirm-visit") as writing:
            put_down_event(writing, file, event)
        return Done(writing.id, TOUCHED, file.visit.id)

    def agenda_sent(self, named: str, way: str, paper: int | None = None) -> Done:
        """Put down that the agenda went to the customer, on paper or by e-mail.

        Raises:
            UserError: ``VISIT_REFUSED``.
        """
        file, today = self._open(named), self._clock.today
        event = VisitEvent(VisitEventKind.AGENDA_SENT, today, way=way, paper=paper)
        with self._gateway.write("visit-agenda-sent") as writing:
            put_down_event(writing, file, event)
        return Done(writing.id, TOUCHED, file.visit.id)

    def prepare(self, named: str, step: int, *, done: bool = True) -> Done:
        """Put down that a step of preparation is done, or that it is not after all.

        Args:
            named: The visit's number, or its id.
            step: The step's id.
            done: Whether it is.

        Raises:
            UserError: ``VISIT_REFUSED``: there is no such step, or it is the report.
        """
        file, today = self._open(named), self._clock.today
        found = next((each for each in file.steps if each.id == step), None)
        if found is None:
            raise visit_refused(VisitWhy.UNKNOWN_STEP, found=step)
        if found.kind is Preparation.REPORT:
            raise visit_refused(VisitWhy.STEP_IS_REPORT)
        with self._gateway.write("prepare-visit") as writing:
            _set_done(writing, found, today if done else None)
            visit_writing.touch_visit(writing, file.visit.id)
        return Done(writing.id, TOUCHED, file.visit.id)

    def cancel(self, named: str, because: str) -> Done:
        """Cancel a visit; its next steps go with it.

        Raises:
            UserError: ``VISIT_REFUSED``: there is none, it has ended, or no reason is given.
        """
        file, today = self._open(named), self._clock.today
        note = some_lines("visit.because", because, _TEXT)
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
        return TOUCHED

    def _open(self, named: str) -> VisitFile:
        file = visit_file(named)
        if standing_of(file, self._clock.today).state not in OPEN_STATES:
            raise visit_refused(VisitWhy.ENDED, number=file.visit.number)
        return file


def _check_owner(owner: int | None) -> None:
    if owner is not None and staff_row(owner) is None:
        raise UserError(Problem.UNKNOWN_STAFF, found=owner)


def _set_done(writing: Writing, step: PreparationStep, day: date | None) -> None:
    visit_writing.edit_step(writing, step.task, done_day=day)


def _host(customer: int, as_at: date) -> Host:
    who = customers_by_id([customer])[customer]
    refused = wished([customer], as_at).refused(customer)
    return Host(
        form=legal_form(who.legal_form),
        wishes_none=WishKind.NO_VISITS in refused,
        at_rest=left_in_peace(customer, as_at),
    )
