"""Opportunities and feedback: noted of a talk, come back to, done with; and who may be asked."""

from collections.abc import Sequence
from datetime import date

from creditmate.db import noted as db
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.plans import plans_of
from creditmate.domain.changes import Done, Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.noted import (
    STILL_FRESH,
    NewNoted,
    NotedKind,
    NotedMove,
    NotedRow,
    NotedState,
    may_ask_satisfaction,
)
from creditmate.domain.plans import FULFILLED
from creditmate.domain.ports import Clock
from creditmate.domain.refusals import Why, refused
from creditmate.domain.rows import CustomerRow
from creditmate.services.customers import require_customer
from creditmate.services.plan_lists import plan_rows
from creditmate.services.typed_texts import some_lines

_LONGEST = 2000
_TOUCHED = Touched.TASKS
_GONE = frozenset({NotedState.DONE, NotedState.DROPPED})


class NotedThings:
    """What customers said that is not about money."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def all(
        self,
        as_at: date,
        code: str = "",
        *,
        kinds: Sequence[NotedKind] = tuple(NotedKind),
        with_ended: bool = False,
    ) -> list[NotedRow]:
        """Return what is noted, by the day to come back to it; what has none is last.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        only = [require_customer(code).id] if code else None
        rows = [row for row in db.noted_rows(as_at, only) if row.kind in kinds]
        rows = [row for row in rows if with_ended or row.state not in _GONE]
        return sorted(rows, key=lambda row: row.follow_up_day or date.max)

    def add(self, code: str, new: NewNoted) -> Done:
        """Note something outside a call.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``FIELD_REFUSED``: it says nothing, or its day has
                passed.
        """
        customer, today = require_customer(code), self._clock.today
        check_noted(new, today)
        with self._gateway.write("note-words") as writing:
            made = put_down_noted(writing, customer, new, today, interaction=None)
        return Done(writing.id, _TOUCHED, made)

    def done(self, noted: int, note: str = "") -> Done:
        """Put down that it was come back to, and is done with.

        Raises:
            UserError: ``AGREEMENT_STANDS``: there is none, or it has ended; ``FIELD_REFUSED``.
        """
        return self._move(noted, NotedMove.DONE, None, note)

    def drop(self, noted: int, note: str = "") -> Done:
        """Put down that nothing comes of it.

        Raises:
            UserError: As ``done``.
        """
        return self._move(noted, NotedMove.DROPPED, None, note)

    def put_off(self, noted: int, follow_up: date, note: str = "") -> Done:
        """Come back to it on another day.

        Raises:
            UserError: As ``done``; ``FIELD_REFUSED``: the day has passed.
        """
        if follow_up < self._clock.today:
            raise refused("noted.follow_up", Why.DAY_PASSED, day=follow_up)
        return self._move(noted, NotedMove.PUT_OFF, follow_up, note)

    def may_ask_satisfaction(self, customer: int, today: date) -> bool:
        """Whether a customer may be asked on a day how satisfied it is."""
        return may_be_asked(customer, today)

    def _move(self, noted: int, move: NotedMove, follow_up: date | None, note: str) -> Done:
        today = self._clock.today
        text = some_lines("noted.note", note, _LONGEST)
        row = next((one for one in db.noted_rows(today) if one.id == noted), None)
        if row is None or row.state in _GONE:
            why = "unknown" if row is None else "ended"
            raise UserError(Problem.AGREEMENT_STANDS, what="noted", why=why, id=noted)
        with self._gateway.write(f"noted-{move.value}") as writing:
            made = db.add_noted_event(
                writing, noted, kind=move.value, day=today, follow_up_day=follow_up, note=text
            )
        return Done(writing.id, _TOUCHED, made)


def check_noted(new: NewNoted, today: date) -> None:
    """Refuse what cannot be noted.

    Raises:
        UserError: ``FIELD_REFUSED``.
    """
    if not some_lines("noted.words", new.words, _LONGEST):
        raise refused("noted.words", Why.EMPTY)
    if new.follow_up is not None and new.follow_up < today:
        raise refused("noted.follow_up", Why.DAY_PASSED, day=new.follow_up)


def put_down_noted(
    writing: Writing, customer: CustomerRow, new: NewNoted, today: date, *, interaction: int | None
) -> int:
    """Note something that was checked, alone or of a contact; return its id."""
    return db.add_noted(
        writing,
        customer_id=customer.id,
        interaction_id=interaction,
        kind=new.kind.value,
        day=today,
        words=some_lines("noted.words", new.words, _LONGEST),
        follow_up_day=new.follow_up,
    )


def may_be_asked(customer: int, today: date) -> bool:
    """Whether a customer may be asked on a day how satisfied it is.

    Only when a question was answered or a plan came to an end lately, and once in a quarter.
    """
    ended = db.questions_ended(customer, today - STILL_FRESH, today) + _plans_ended(customer, today)
    return may_ask_satisfaction(ended, db.last_satisfaction(customer, today), today)


def _plans_ended(customer: int, today: date) -> list[date]:
    """The days on which the last money came of a customer's plans that are paid."""
    plans = plans_of([customer], today).get(customer, [])
    standings = [row.standing for row in plan_rows(plans, today)]
    days = [
        [part.filled_day for part in one.instalments if part.filled_day is not None]
        for one in standings
        if one.state in FULFILLED
    ]
    return [max(found) for found in days if found]
