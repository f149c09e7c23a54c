"""The diary: reading it, putting calls and visits into it, and moving what is planned."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from creditmate.db import diary as db
from creditmate.db.diary_moves import require_version, set_when, take_out
from creditmate.db.gateway import Gateway
from creditmate.db.next_steps import add_task
from creditmate.db.our_people import our_people, staff_row
from creditmate.db.visit_files import visit_files
from creditmate.db.visit_undo import last_action, take_back
from creditmate.domain.changes import Touched
from creditmate.domain.diary import USUAL_MINUTES, DiaryItem, DiaryKind
from creditmate.domain.diary_clock import Planned, by_clock_of, settled
from creditmate.domain.diary_room import OUR_HOURS, Free, free_times
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.next_steps import About
from creditmate.domain.ports import Clock
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.domain.visits import VisitFile
from creditmate.services.customers import require_customer
from creditmate.services.diary_facts import DiaryFacts
from creditmate.services.diary_items import planned_item
from creditmate.services.diary_reading import DiaryPage, Wanted, read_page
from creditmate.services.place_clocks import visit_zone
from creditmate.services.visit_deeds import put_down_move

__all__ = ["Diary", "DiaryPage", "NewEntry", "Put", "Wanted", "What"]


class What(StrEnum):
    """What can be put into the diary by hand."""

    CALL = "call"
    VISIT = "visit"
    FOLLOW_UP = "follow_up"


_STORED = {
    What.CALL: ("call_back", About.TALK),
    What.VISIT: ("other", About.VISIT),
    What.FOLLOW_UP: ("other", About.OWN),
}


@dataclass(frozen=True, slots=True)
class NewEntry:
    """Something to be put into the diary; ``at`` is the hour by our clock, None for any."""

    code: str
    day: date
    what: What = What.CALL
    at: time | None = None
    note: str = ""
    owner: int | None = None


@dataclass(frozen=True, slots=True)
class Put:
    """Where something stands in the diary now, and where it stood before.

    ``before`` is None for what was put in, ``now`` None for what was taken out. ``version`` is the
    one it is at now.
    """

    id: int
    version: int
    touched: Touched
    now: DiaryItem | None
    before: DiaryItem | None = None


class Diary:
    """What is planned, day by day.

    Args:
        gateway: Writes.
        clock: Tells the day.
    """

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway, self._clock = gateway, clock

    # ------------------------------------------------------------- reading
    def between(self, wanted: Wanted) -> DiaryPage:
        """Return some days of the diary as they are known today.

        Raises:
            UserError: ``UNKNOWN_STAFF``.
        """
        if wanted.owner is not None and staff_row(wanted.owner) is None:
            raise UserError(Problem.UNKNOWN_STAFF, found=wanted.owner)
        return read_page(wanted, self._clock.today, our_people())

    def item(self, id_: int) -> DiaryItem:
        """Return one plan of ours as it stands, by the id of its next step.

        Raises:
            UserError: ``NOT_IN_DIARY``.
        """
        task = db.planned_task(id_)
        if task is None:
            raise UserError(Problem.NOT_IN_DIARY, found=id_)
        people = our_people()
        facts = DiaryFacts({task.customer}, self._clock.today)
        sole = people[0].id if len(people) == 1 else None
        return facts.completed(facts.placed(planned_item(task), sole))

    def free(
        self, day: date, minutes: int = USUAL_MINUTES, owner: int | None = None
    ) -> tuple[Free, ...]:
        """Return when one of us has so many minutes to spare on a day.

        Raises:
            UserError: ``UNKNOWN_STAFF``.
        """
        page = self.between(Wanted(day, day, owner))
        return free_times(day, page.items, OUR_HOURS, minutes)

    def there(self, code: str, day: date, at: time | None) -> tuple[date, time | None]:
        """Return a day and an hour by our clock as a customer's clock shows them.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        planned = self._there(require_customer(code).id, day, at, "")
        return (day, at) if planned is None else (planned.day, planned.at)

    # ------------------------------------------------------------- writing
    def add(self, entry: NewEntry) -> Put:
        """Put a call, a visit or something else to come back to into the diary.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``UNKNOWN_STAFF``; ``DIARY_DAY``: it has passed.
        """
        customer = require_customer(entry.code)
        if entry.owner is not None and staff_row(entry.owner) is None:
            raise UserError(Problem.UNKNOWN_STAFF, found=entry.owner)
        self._see_ahead(entry.day)
        there = self._there(customer.id, entry.day, entry.at, "")
        kind, about = _STORED[entry.what]
        with self._gateway.write("add-to-diary") as writing:
            made = add_task(
                writing,
                customer_id=customer.id,
                kind=kind,
                day=there.day if there else entry.day,
                note=entry.note.strip(),
                owner_id=entry.owner or writing.staff_id,
                from_interaction_id=None,
                at=f"{there.at:%H:%M}" if there else None,
                zone=there.zone if there else "",
                about=about.value,
            )
        return Put(made, 1, Touched.TASKS, self.item(made))

    def move(self, id_: int, version: int, day: date, at: time | None) -> Put:
        """Put what is planned on another day, or at another hour by our clock.

        Only plans of ours move: the day of a promise is their word, or ours.

        Args:
            id_: Of the next step.
            version: At which it was read.
            day: Today or later, by our clock.
            at: The hour by our clock; None for any time of the day.

        Raises:
            UserError: ``NOT_IN_DIARY``; ``DIARY_DAY``: it has passed; ``CHANGED_MEANWHILE``.
        """
        before = self.item(id_)
        self._see_ahead(day)
        file = _visit_itself(before)
        zone = before.zone if file is None else _zone_of(file)
        there = self._there(before.customer, day, at, zone)
        with self._gateway.write("move-in-diary") as writing:
            if there is None:
                set_when(writing, id_, version, day, None, "")
            else:
                set_when(writing, id_, version, there.day, there.at, there.zone)
            if file is not None:
                to = (there.day, there.at) if there else (day, None)
                put_down_move(writing, file, to, "", self._clock.today)
        now = self.item(id_)
        return Put(id_, now.version, Touched.TASKS, now, before)

    def put_back(self, moved: Put) -> Touched:
        """Undo a move, or the taking out, or the putting in.

        Raises:
            UserError: ``CHANGED_MEANWHILE``: something else was done with it since.
        """
        with self._gateway.write("undo-in-diary") as writing:
            before = moved.before
            if before is None:
                take_out(writing, moved.id, moved.version, self._clock.today)
            elif moved.now is not None and _visit_itself(before) is not None:
                require_version(moved.id, moved.version)
                take_back(writing, last_action("task", moved.id), self._clock.today)
            elif moved.now is None:
                take_out(writing, moved.id, moved.version, None)
            else:
                zone = before.zone if before.set_at else ""
                when = (before.set_day, before.set_at, zone)
                set_when(writing, moved.id, moved.version, *when)
        return moved.touched

    def take_out(self, id_: int, version: int) -> Put:
        """Take out what was put in by hand, a try of ours, or a visit that was made.

        A next step that was agreed in a talk stays until the next one takes its place.

        Raises:
            UserError: ``NOT_IN_DIARY``; ``DIARY_AGREED``; ``VISIT_REFUSED``: it belongs to a visit
                that is being prepared; ``CHANGED_MEANWHILE``.
        """
        before = self.item(id_)
        if before.visit:
            (file,) = visit_files([before.visit])
            raise visit_refused(VisitWhy.CANCEL_IT, number=file.visit.number)
        if not before.removable:
            raise UserError(Problem.DIARY_AGREED, name=before.name)
        with self._gateway.write("take-out-of-diary") as writing:
            take_out(writing, id_, version, self._clock.today)
        return Put(id_, version + 1, Touched.TASKS, None, before)

    def _see_ahead(self, day: date) -> None:
        today = self._clock.today
        if day < today:
            raise UserError(Problem.DIARY_DAY, day=day, today=today)

    def _there(self, customer: int, day: date, at: time | None, zone: str) -> Planned | None:
        """Our hour by the customer's clock; one that we do not have that day is the next."""
        if at is None:
            return None
        facts = DiaryFacts({customer}, self._clock.today)
        ours = facts.home.zone
        return by_clock_of(settled(day, at, ours), facts.zone(customer, zone))


def _zone_of(file: VisitFile) -> str:
    """By which clock a visit is: one without an hour has none yet."""
    return visit_zone(file.visit.customer, file.visit.site, file.visit.zone)


def _visit_itself(item: DiaryItem) -> VisitFile | None:
    """The visit that an item is; None for any other, and for a step that prepares one."""
    if not item.visit or item.kind is not DiaryKind.VISIT:
        return None
    (file,) = visit_files([item.visit])
    return file
