"""Decisions about customers: how we trade, how much they may owe, when they are left in peace.

Each is a dated fact with its reason. A slip of the finger is undone (it never was); a change of
mind is another decision.
"""

from dataclasses import dataclass
from datetime import date

from creditmate.db import decisions as db
from creditmate.db.contact_records import contact_customer
from creditmate.db.customer_records import customer_record
from creditmate.db.gateway import Gateway
from creditmate.domain.changes import Done, Touched
from creditmate.domain.credit_limits import LimitChange, Scope
from creditmate.domain.currencies import CODES
from creditmate.domain.customer_status import Status, StatusChange
from creditmate.domain.doubts import Doubt
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.holds import Hold, HoldKind, stops_text
from creditmate.domain.money import LIMIT, Money
from creditmate.domain.ports import Clock
from creditmate.domain.refusals import Why, refused
from creditmate.domain.rows import CustomerRow
from creditmate.domain.wishes import Wish
from creditmate.services.ceased_trading import undecided
from creditmate.services.customer_doubts import hold_doubts
from creditmate.services.customers import require_customer
from creditmate.services.decision_entries import (
    HoldEntry,
    WishEntry,
    check_hold,
    check_review,
    standing_hold,
    wished_value,
)

__all__ = ["Decided", "Decisions", "HoldEntry", "WishEntry"]

_LONGEST = 500  # letters of a reason
_TOUCHED = Touched.CUSTOMERS


@dataclass(frozen=True, slots=True)
class Decided:
    """Everything decided about a customer up to a day, the latest first.

    ``holds`` have those among them that are still to begin, and none that was ended before it
    did; ``wishes`` are those that stand. Each names its action, for ``undo``.
    """

    statuses: tuple[StatusChange, ...]
    limits: tuple[LimitChange, ...]
    holds: tuple[Hold, ...]
    wishes: tuple[Wish, ...]


class Decisions:
    """Puts down and shows what was decided about customers."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def of(self, code: str, as_at: date) -> Decided:
        """Return what was decided about a customer up to a day.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        id_ = require_customer(code).id
        only = [id_]
        holds = db.holds_of(as_at, only, to_come=True).get(id_, [])
        return Decided(
            statuses=tuple(reversed(db.status_changes(as_at, only).get(id_, []))),
            limits=tuple(reversed(db.limit_changes(as_at, only).get(id_, []))),
            holds=tuple(hold for hold in reversed(holds) if not hold.is_taken_back),
            wishes=tuple(db.wishes_of(as_at, only).get(id_, [])),
        )

    def ceased_since(self, code: str, as_at: date) -> date | None:
        """Return when a customer was said to have ceased trading; None where that is decided.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        found = undecided(as_at, [require_customer(code).id])
        return next((said.day for said in found.values()), None)

    # ------------------------------------------------------------- how we trade
    def set_status(self, code: str, status: Status, reason: str = "") -> Done:
        """Decide how to trade with a customer from today on.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``FIELD_REFUSED``: a stop, an agency and a closed
                account need their reason.
        """
        customer = require_customer(code)
        if status not in {Status.PROSPECT, Status.ACTIVE} and not reason.strip():
            raise refused("decision.reason", Why.EMPTY)
        return self._put(
            "customer_status", customer, day=self._clock.today, status=status.value, reason=reason
        )

    def set_limit(
        self, code: str, amount: Money | None, currency: str, reason: str = "", *, group: bool
    ) -> Done:
        """Set how much a customer may owe from today on, or that there is no limit any more.

        Args:
            code: The customer's; for a group the head office's.
            amount: None for no limit.
            currency: Of the limit.
            reason: In the user's words.
            group: Whether all the head office's branches count against it.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``FIELD_REFUSED``: also a group's limit of a branch,
                which would never count.
        """
        customer = require_customer(code)
        if group and customer.head_office_id is not None:
            raise refused("limit.scope", Why.NOT_POSSIBLE, found=customer.code)
        wrong = amount is not None and amount.currency != currency
        if currency not in CODES or wrong:
            raise refused("limit.currency", Why.NOT_POSSIBLE, found=currency)
        if amount is not None and not 0 <= amount.minor <= LIMIT:
            raise refused("limit.amount", Why.NOT_POSSIBLE, found=amount)
        return self._put(
            "credit_limit",
            customer,
            day=self._clock.today,
            scope=(Scope.GROUP if group else Scope.CUSTOMER).value,
            currency=currency,
            amount_minor=None if amount is None else amount.minor,
            reason=reason,
        )

    # ------------------------------------------------------------- left in peace
    def hold_doubts(self, code: str, kind: HoldKind) -> list[Doubt]:
        """Return what looks odd about leaving a customer in peace so; nothing of it is refused.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        form, _ = customer_record(require_customer(code).id)
        return hold_doubts(form, kind)

    def hold(self, code: str, entry: HoldEntry) -> Done:
        """Leave a customer in peace, as the entry says.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``FIELD_REFUSED``: a company cannot die or have a
                breathing space, nothing is stopped, or the days do not follow one another.
        """
        customer = require_customer(code)
        check_hold(customer, entry)
        return self._put(
            "hold",
            customer,
            kind=entry.kind.value,
            from_day=entry.from_day,
            review_day=entry.review_day,
            until_day=entry.until_day,
            stops=stops_text(entry.stops),
            reason=entry.reason,
        )

    def review_hold(self, code: str, hold: int, next_review: date | None) -> Done:
        """Put down that a hold was looked at today and goes on.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``DECISION_STANDS``: it is not in force;
                ``FIELD_REFUSED``: the next review is not to come, or after the hold's last day.
        """
        customer, today = require_customer(code), self._clock.today
        known = standing_hold(customer.id, hold, today)
        if not known.in_force(today):
            raise UserError(Problem.DECISION_STANDS)
        if next_review is not None and next_review <= today:
            raise refused("hold.review_day", Why.NOT_POSSIBLE, found=next_review)
        check_review(next_review, known.until_day)
        return self._event(hold, kind="reviewed", day=today, review_day=next_review)

    def end_hold(self, code: str, hold: int) -> Done:
        """End a hold: from today on it is not in force; one to come never will be.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``DECISION_STANDS``: it is over.
        """
        customer, today = require_customer(code), self._clock.today
        known = standing_hold(customer.id, hold, today)
        if today >= known.from_day and not known.in_force(today):
            raise UserError(Problem.DECISION_STANDS)
        return self._event(hold, kind="ended", day=today, review_day=None)

    def _event(self, hold: int, **values: object) -> Done:
        with self._gateway.write("decide-hold") as writing:
            id_ = db.add_decision(writing, "hold_event", hold_id=hold, **values)
        return Done(writing.id, _TOUCHED, id_)

    # ------------------------------------------------------------- wishes
    def wish(self, code: str, entry: WishEntry) -> Done:
        """Put down how a customer, or a person there, wants to be met; or that it is lifted.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``FIELD_REFUSED``: the hours are none, or the
                contact is another customer's.
        """
        customer = require_customer(code)
        if entry.contact is not None and contact_customer(entry.contact) != customer.id:
            raise refused("wish.contact", Why.NOT_POSSIBLE, found=entry.contact)
        return self._put(
            "wish",
            customer,
            contact_id=entry.contact,
            day=self._clock.today,
            kind=entry.kind.value,
            value=wished_value(entry),
            note=entry.note,
        )

    # ------------------------------------------------------------- together
    def undo(self, action: int) -> Touched:
        """Take a decision back that was just made: it never was.

        Args:
            action: As the decision returned it, or as it stands on what ``of`` returned.

        Raises:
            UserError: ``DECISION_STANDS``: it was taken back already, a review or an end of the
                hold rests on it, or it came with something else, such as a merge.
        """
        made = db.made_in(action) if db.is_decision(action) else []
        rests = any(kind == "hold" and db.events_of(id_) for kind, id_, _ in made)
        if not made or rests:
            raise UserError(Problem.DECISION_STANDS)
        with self._gateway.write("undo-decision", undoes=action) as writing:
            for kind, id_, _ in made:
                db.void_decision(writing, kind, [id_])
        return _TOUCHED

    def _put(self, table: str, customer: CustomerRow, /, **values: object) -> Done:
        for name in {"reason", "note"} & values.keys():
            values[name] = str(values[name]).strip()
            if len(str(values[name])) > _LONGEST:
                raise refused("decision.reason", Why.TOO_LONG, most=_LONGEST)
        with self._gateway.write(f"decide-{table.replace('_', '-')}") as writing:
            id_ = db.add_decision(writing, table, customer_id=customer.id, **values)
        return Done(writing.id, _TOUCHED, id_)
