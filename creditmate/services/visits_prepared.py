"""What is done before a visit: it is confirmed, its agenda goes out, its steps are done."""

from dataclasses import dataclass
from datetime import date

from creditmate.db import visit_writing
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.visit_events import void_since_moved
from creditmate.domain.changes import Done, Touched
from creditmate.domain.ports import Clock
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.domain.visit_standing import standing_of
from creditmate.domain.visit_steps import own_step_day
from creditmate.domain.visits import (
    OPEN_STATES,
    Preparation,
    PreparationStep,
    VisitEvent,
    VisitEventKind,
    VisitFile,
)
from creditmate.services.typed_texts import one_line, some_lines
from creditmate.services.visit_calendars import both_calendars
from creditmate.services.visit_deeds import put_down_event
from creditmate.services.visit_lists import visit_file
from creditmate.services.visit_put_down import put_down_step
from creditmate.services.visits_known import VisitsKnown

_TELLS = {
    Preparation.SEND_AGENDA: (VisitEventKind.AGENDA_SENT,),
    Preparation.CONFIRM: (VisitEventKind.CONFIRMED, VisitEventKind.RECONFIRMED),
    Preparation.RECONFIRM: (VisitEventKind.RECONFIRMED,),
}
"""What is not so after all where a step was not done."""
TOUCHED = Touched.TASKS
"""What any of it touches: a visit is a next step with much that hangs on it."""
LONGEST = 1000
"""Characters of what is said of a visit."""
_STEP = 200
"""Characters of a step in our own words, which is a line of the diary."""


@dataclass(frozen=True, slots=True)
class ConfirmedHow:
    """How they confirmed a visit: the way (a channel), who did, and anything they said.

    ``again``: by telephone, shortly before; so is whatever comes on a day after the first one.
    """

    way: str = "email"
    by_whom: str = ""
    contact: int | None = None
    note: str = ""
    again: bool = False


class VisitsPrepared(VisitsKnown):
    """Prepares visits.

    Args:
        gateway: Writes.
        clock: Tells the day.
    """

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        super().__init__(clock)
        self._gateway = gateway

    def confirm(self, named: str, how: ConfirmedHow) -> Done:
        """Put down that they confirmed it; once more is by telephone, shortly before.

        Raises:
            UserError: ``VISIT_REFUSED``; ``FIELD_REFUSED``.
        """
        file, today = self._open(named), self._clock.today
        before = standing_of(file, today).confirmed
        # twice on a day is one word of theirs, and no telephone call shortly before
        again = how.again or (before is not None and before.day < today)
        kind = VisitEventKind.RECONFIRMED if again else VisitEventKind.CONFIRMED
        event = VisitEvent(
            kind, today, way=one_line("visit.way", how.way, LONGEST),
            by_whom=one_line("visit.by_whom", how.by_whom, LONGEST), contact=how.contact,
            note=some_lines("visit.note", how.note, LONGEST),
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

        That the agenda was sent, or that they confirmed, is taken back with its step.

        Args:
            named: The visit's number, or its id.
            step: The step's id.
            done: Whether it is.

        Raises:
            UserError: ``VISIT_REFUSED``: there is no such step, or it is the report.
        """
        file, today = self._open(named), self._clock.today
        found = _step_of(file, step)
        if found.kind is Preparation.REPORT:
            raise visit_refused(VisitWhy.STEP_IS_REPORT)
        with self._gateway.write("prepare-visit") as writing:
            _set_done(writing, found, today if done else None)
            if not done and found.kind in _TELLS:
                void_since_moved(writing, file.visit.id, _TELLS[found.kind])
            visit_writing.touch_visit(writing, file.visit.id)
        return Done(writing.id, TOUCHED, file.visit.id)

    def add_step(self, named: str, what: str, day: date | None = None) -> Done:
        """Add a step of preparation in our own words: it is in the diary, and moves along.

        Args:
            named: The visit's number, or its id.
            what: What is to be done.
            day: By when; the working day before the visit if none is said.

        Raises:
            UserError: ``VISIT_REFUSED``: there is none, it has ended, nothing is said, or the day
                has passed or is after the visit; ``FIELD_REFUSED``.
        """
        file, today = self._open(named), self._clock.today
        said = one_line("visit.step", what, _STEP)
        if not said:
            raise visit_refused(VisitWhy.NO_STEP)
        visit = file.visit
        last = max(visit.day, today)
        if day is not None and day < today:
            raise visit_refused(VisitWhy.STEP_PAST, day=day)
        if day is not None and day > last:
            raise visit_refused(VisitWhy.STEP_AFTER, day=day, visit=visit.day)
        calendars = both_calendars(visit.customer, visit.site, today, last)
        due = day or own_step_day(visit.day, calendars, today)
        with self._gateway.write("add-visit-step") as writing:
            made = put_down_step(writing, file, said, due)
            visit_writing.touch_visit(writing, visit.id)
        return Done(writing.id, TOUCHED, made)

    def take_out_step(self, named: str, step: int) -> Done:
        """Take out a step in our own words; the usual ones are done, or not.

        Args:
            named: The visit's number, or its id.
            step: The step's id.

        Raises:
            UserError: ``VISIT_REFUSED``: there is no such step, or it is a usual one.
        """
        file, today = self._open(named), self._clock.today
        found = _step_of(file, step)
        if found.kind is not Preparation.OTHER:
            raise visit_refused(VisitWhy.STEP_IS_USUAL)
        with self._gateway.write("take-out-visit-step") as writing:
            visit_writing.take_out_preparation(writing, found.id, today)
            visit_writing.edit_step(writing, found.task, archived_day=today)
            visit_writing.touch_visit(writing, file.visit.id)
        return Done(writing.id, TOUCHED, file.visit.id)

    def _open(self, named: str) -> VisitFile:
        file = visit_file(named)
        if standing_of(file, self._clock.today).state not in OPEN_STATES:
            raise visit_refused(VisitWhy.ENDED, number=file.visit.number)
        return file


def _step_of(file: VisitFile, step: int) -> PreparationStep:
    found = next((each for each in file.steps if each.id == step), None)
    if found is None:
        raise visit_refused(VisitWhy.UNKNOWN_STEP, found=step)
    return found


def _set_done(writing: Writing, step: PreparationStep, day: date | None) -> None:
    visit_writing.edit_step(writing, step.task, done_day=day)
