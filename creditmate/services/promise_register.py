"""Every promise of both sides with its state, how well theirs were kept, and their endings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db import promise_register as db
from creditmate.db.customers import chunks, customers_by_id
from creditmate.db.gateway import Gateway
from creditmate.db.our_people import owners
from creditmate.db.promises import add_promise, deeds_of
from creditmate.domain.changes import Done, Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.ports import Clock
from creditmate.domain.promise_register import (
    Matured,
    PromiseRow,
    PromiseWanted,
    Side,
    matured,
)
from creditmate.domain.promises import LIVE, Deed, DeedState, Standing, deed_state
from creditmate.domain.refusals import Why, refused
from creditmate.domain.rows import CustomerRow
from creditmate.services.calendars import customer_calendar
from creditmate.services.customers import require_customer
from creditmate.services.promise_standings import standings_of
from creditmate.services.settings import current_settings
from creditmate.services.typed_texts import one_line

_LONGEST = 500
_TOUCHED = Touched.PROMISES
_WAITING = (DeedState.OPEN, DeedState.LATE)


@dataclass(frozen=True, slots=True)
class NewPromise:
    """A promise to pay that takes the place of another one."""

    amount: Money
    by: date


class PromiseRegister:
    """Promises altogether. What they come to is worked out from the money, never stored."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    # ------------------------------------------------------------- looking
    def rows(self, as_at: date, wanted: PromiseWanted | None = None) -> list[PromiseRow]:
        """Return promises as at a day, by the day they are for.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        asked = PromiseWanted() if wanted is None else wanted
        only = [require_customer(asked.code).id] if asked.code else None
        found = [
            row
            for side in Side
            if asked.side in (None, side)
            for chunk in chunks(_whose(side, as_at, only, waiting=asked.waiting))
            for row in _rows_of(side, chunk, as_at)
            if asked.takes(row)
        ]
        return sorted(found, key=lambda row: (row.due_day, row.code, row.id))

    def rate(self, as_at: date, code: str = "") -> list[Matured]:
        """Return how promises to pay came out whose time is up, a customer's or everybody's.

        None at all where none has matured: a dash, not nought.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        only = [require_customer(code).id] if code else db.customers_with_matured(as_at)
        return matured(
            standing
            for chunk in chunks(only)
            for standings in standings_of(chunk, as_at, to_judge=True).values()
            for standing in standings
        )

    def currency_of(self, promise: int, as_at: date) -> str:
        """Return the currency of a promise to pay.

        Raises:
            UserError: ``AGREEMENT_STANDS``: there is none, or it is ours.
        """
        stored = db.stored_promise(promise, as_at)
        if stored is None:
            raise _stands("unknown", promise)
        if stored.currency is None:
            raise _stands("ours", promise)
        return stored.currency

    def code_of(self, promise: int, as_at: date) -> str:
        """Return the code of the customer of a promise.

        Raises:
            UserError: ``AGREEMENT_STANDS``: there is none.
        """
        stored = db.stored_promise(promise, as_at)
        if stored is None:
            raise _stands("unknown", promise)
        return customers_by_id([stored.customer_id])[stored.customer_id].code

    # ------------------------------------------------------------- ending
    def withdraw(self, promise: int, because: str) -> Done:
        """Put down that a promise of either side was taken back, and why.

        Raises:
            UserError: ``AGREEMENT_STANDS``: there is none, it was ended already, or its day has
                passed so that it was kept or not; ``FIELD_REFUSED``: no reason.
        """
        self._require(promise)
        reason = _reason(because)
        with self._gateway.write("withdraw-promise", reason=reason) as writing:
            made = db.end_promise(writing, promise, "withdrawn", self._clock.today)
        return Done(writing.id, _TOUCHED, made)

    def replace(self, promise: int, new: NewPromise, because: str) -> Done:
        """Put down that the customer promises anew instead, for the same items.

        Raises:
            UserError: As ``withdraw``; ``FIELD_REFUSED``: the day has passed, or the amount is
                nothing or in another currency.
        """
        before = self._require(promise)
        today, reason = self._clock.today, _reason(because)
        if before.side is not Side.THEIRS or before.money is None:
            raise _stands("ours", promise)
        if new.by < today:
            raise refused("promise.day", Why.DAY_PASSED, day=new.by)
        if new.amount.minor <= 0 or new.amount.currency != before.money.currency:
            raise refused("promise.amount", Why.NOT_POSSIBLE, found=new.amount)
        stored = db.stored_promise(promise, today)
        customer = customers_by_id([before.customer_id])[before.customer_id]
        with self._gateway.write("replace-promise", reason=reason) as writing:
            made = add_promise(
                writing,
                **_values(customer, new, today),
                meant=stored.entries if stored else (),
            )
            db.end_promise(writing, promise, "replaced", today, by=made)
        return Done(writing.id, _TOUCHED, made)

    def done(self, promise: int) -> Done:
        """Put down that what we had promised is done.

        Raises:
            UserError: ``AGREEMENT_STANDS``: there is none, it is theirs, or it was ended already.
        """
        if self._require(promise).side is Side.THEIRS:
            raise _stands("theirs", promise)
        with self._gateway.write("promise-done") as writing:
            made = db.end_promise(writing, promise, "done", self._clock.today)
        return Done(writing.id, _TOUCHED, made)

    def _require(self, promise: int) -> PromiseRow:
        """Return a promise that can still be ended."""
        today = self._clock.today
        stored = db.stored_promise(promise, today)
        if stored is None:
            raise _stands("unknown", promise)
        rows = _rows_of(Side(stored.side), [stored.customer_id], today)
        row = next(row for row in rows if row.id == promise)
        if row.state.value in {"withdrawn", "replaced", "done", "done_late"}:
            raise _stands("ended", promise)
        if row.state not in LIVE and row.state not in _WAITING:
            raise _stands("judged", promise)
        return row


def _whose(side: Side, as_at: date, only: list[int] | None, *, waiting: bool) -> list[int]:
    if only is not None:
        return only
    return db.customers_with_promises(as_at, side.value, waiting=waiting)


def _rows_of(side: Side, customers: Sequence[int], as_at: date) -> Iterator[PromiseRow]:
    who, whose = customers_by_id(customers), owners(customers)
    if side is Side.THEIRS:
        for id_, standings in standings_of(customers, as_at).items():
            yield from (_their_row(who[id_], whose.get(id_), one) for one in standings)
    else:
        for id_, deeds in deeds_of(customers, as_at).items():
            yield from (_our_row(who[id_], whose.get(id_), one, as_at) for one in deeds)


def _their_row(customer: CustomerRow, owner: int | None, standing: Standing) -> PromiseRow:
    promise = standing.promise
    return PromiseRow(
        id=promise.id,
        side=Side.THEIRS,
        customer_id=customer.id,
        code=customer.code,
        name=customer.name,
        owner=owner,
        state=standing.state,
        made_day=promise.made_day,
        due_day=promise.due_day,
        until_day=promise.until_day,
        money=Money(promise.minor, promise.currency),
        came=Money(standing.came_minor + standing.late_minor, promise.currency),
    )


def _our_row(customer: CustomerRow, owner: int | None, deed: Deed, as_at: date) -> PromiseRow:
    return PromiseRow(
        id=deed.id,
        side=Side.OURS,
        customer_id=customer.id,
        code=customer.code,
        name=customer.name,
        owner=owner,
        state=deed_state(deed, as_at),
        made_day=deed.made_day,
        due_day=deed.due_day,
        until_day=deed.due_day,
        deed=deed.words,
    )


def _values(customer: CustomerRow, new: NewPromise, today: date) -> dict[str, object]:
    grace = current_settings().grace_days
    calendar = customer_calendar(customer.country, new.by, customer.region)
    return {
        "customer_id": customer.id,
        "interaction_id": None,
        "side": Side.THEIRS.value,
        "made_day": today,
        "due_day": new.by,
        "grace_days": grace,
        "until_day": calendar.add_working_days(new.by, grace),
        "currency": new.amount.currency,
        "amount_minor": new.amount.minor,
        "deed": "",
    }


def _reason(text: str) -> str:
    return one_line("promise.reason", text, _LONGEST, required=True)


def _stands(why: str, promise: int) -> UserError:
    return UserError(Problem.AGREEMENT_STANDS, what="promise", why=why, id=promise)
