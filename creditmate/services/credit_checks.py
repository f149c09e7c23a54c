"""Checks before credit is given, the decision about the limit, and when to look again."""

from dataclasses import dataclass
from datetime import date

from creditmate.db import credit_checks as db
from creditmate.db import decisions
from creditmate.db.applications import applications_of
from creditmate.db.customers import customer_names
from creditmate.db.gateway import Gateway
from creditmate.db.our_people import staff_row
from creditmate.domain.application_form import REFERENCES
from creditmate.domain.changes import Done, Touched
from creditmate.domain.credit_checks import (
    Check,
    Checklist,
    CheckRow,
    Result,
    ReviewDue,
    checklist,
    due,
    review_day,
)
from creditmate.domain.credit_limits import Scope, limit_at
from creditmate.domain.customer_form import CustomerForm
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.identifiers import company_number_doubt, tax_number_doubt
from creditmate.domain.money import LIMIT, Money
from creditmate.domain.ports import Clock
from creditmate.domain.refusals import Why, refused
from creditmate.services.customer_editing import whole_form
from creditmate.services.customers import require_customer
from creditmate.services.typed_texts import one_line, some_lines

_TOUCHED = Touched.CUSTOMERS
_LONGEST_ABOUT, _LONGEST_NOTE = 200, 500
_REVIEWED = frozenset({Check.LIMIT, Check.REVIEW})


@dataclass(frozen=True, slots=True)
class CheckEntry:
    """Something that was looked at, as typed.

    Attributes:
        kind: What.
        result: What it showed.
        about: Whom or what was asked.
        note: In the user's words.
        staff: Who looked or decided, by id; None where that is not said.
        review_day: When to look again, of a limit or a review.
        limit: Decided along with it; only of a limit, None for no credit.
    """

    kind: Check
    result: Result = Result.GOOD
    about: str = ""
    note: str = ""
    staff: int | None = None
    review_day: date | None = None
    limit: Money | None = None


@dataclass(frozen=True, slots=True)
class CreditFile:
    """What is known before credit is given.

    Attributes:
        checks: What was looked at, and what is missing.
        wished: The limit that was applied for last; None for none.
        referees: Who may be asked, as the last application names them: firm, person, how.
    """

    checks: Checklist
    wished: Money | None
    referees: tuple[tuple[str, str, str], ...]


class CreditChecks:
    """Puts down and shows what is looked at before credit is given."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway, self._clock = gateway, clock

    def of(self, code: str, as_at: date) -> CreditFile:
        """Return what was looked at up to a day, and what is missing.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return credit_file(require_customer(code).id, as_at)

    def record(self, code: str, entry: CheckEntry) -> Done:
        """Put down what was looked at today; with a limit, that it counts from today on.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``, ``UNKNOWN_STAFF``; ``FIELD_REFUSED``: a text is too
                long, a reference names nobody, the review day is not to come, a limit has
                another currency or nobody who decided it.
        """
        customer, today = require_customer(code), self._clock.today
        about = one_line(
            "check.about", entry.about, _LONGEST_ABOUT, required=entry.kind is Check.REFERENCE
        )
        note = some_lines("check.note", entry.note, _LONGEST_NOTE)
        _check_entry(entry, customer.currency, today)
        with self._gateway.write("credit-check") as writing:
            limit = None
            if entry.kind is Check.LIMIT:
                limit = decisions.add_decision(
                    writing,
                    "credit_limit",
                    customer_id=customer.id,
                    day=today,
                    scope=Scope.CUSTOMER.value,
                    currency=customer.currency,
                    amount_minor=0 if entry.limit is None else entry.limit.minor,
                    reason=note,
                )
            id_ = db.add_check(
                writing,
                customer_id=customer.id,
                kind=entry.kind.value,
                day=today,
                result=entry.result.value,
                about=about,
                note=note,
                staff_id=entry.staff,
                review_day=entry.review_day,
                credit_limit_id=limit,
            )
        return Done(writing.id, _TOUCHED, id_)

    def undo(self, action: int) -> Touched:
        """Take back a check that was just put down, and the limit that came with it.

        Raises:
            UserError: ``DECISION_STANDS``: it was taken back already.
        """
        id_ = db.check_in(action)
        if id_ is None:
            raise UserError(Problem.DECISION_STANDS)
        with self._gateway.write("undo-credit-check", undoes=action) as writing:
            db.void_check(writing, id_)
        return _TOUCHED

    def review_day(self, code: str, as_at: date) -> date | None:
        """Return when a customer's limit is to be looked at again; None where nobody said.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return review_day(db.checks_of(require_customer(code).id, as_at))

    def reviews_due(self, as_at: date) -> list[ReviewDue]:
        """Return the customers whose limit is to be looked at again, the longest due first."""
        names, changes = customer_names(), decisions.limit_changes(as_at)
        found = []
        for id_, rows in db.deciding_checks(as_at).items():
            day = review_day(rows)
            if day is None or day > as_at:
                continue
            limit = limit_at(changes.get(id_, ()), Scope.CUSTOMER, as_at)
            amount = None if limit is None else limit.amount
            found.append(ReviewDue(*names[id_], day, amount, _decided_by(rows)))
        return due(found, as_at)


def credit_file(customer: int, as_at: date) -> CreditFile:
    """Return what was looked at of a customer up to a day, by its id."""
    known = applications_of(customer, as_at)
    given = known[0].given if known else {}
    named = (tuple(given.get(item.value, "") for item in items) for items in REFERENCES)
    return CreditFile(
        checks=checklist(db.checks_of(customer, as_at), numbers_result(whole_form(customer))),
        wished=known[0].limit if known else None,
        referees=tuple((firm, who, how) for firm, who, how in named if firm),
    )


def _decided_by(rows: list[CheckRow]) -> str:
    deciding = [row for row in rows if row.kind is Check.LIMIT]
    return max(deciding, key=lambda row: (row.day, row.id)).staff if deciding else ""


def numbers_result(form: CustomerForm) -> Result | None:
    """Return what the program finds of a customer's numbers; None where there are none to look at.

    A check digit that fits says that a number can be right, not whose it is.
    """
    if not (form.company_number or form.tax_number):
        return None
    doubts = (
        company_number_doubt(form.company_number, form.country),
        tax_number_doubt(form.tax_number, form.country),
    )
    return Result.GOOD if doubts == (None, None) else Result.DOUBTFUL


def _check_entry(entry: CheckEntry, currency: str, today: date) -> None:
    review = entry.review_day
    if review is not None and (review <= today or entry.kind not in _REVIEWED):
        raise refused("check.review_day", Why.NOT_POSSIBLE, found=review)
    if entry.staff is not None and staff_row(entry.staff) is None:
        raise UserError(Problem.UNKNOWN_STAFF)
    if entry.kind is Check.LIMIT and entry.staff is None:
        raise refused("check.staff", Why.EMPTY)
    limit = entry.limit
    if limit is None:
        return
    possible = entry.kind is Check.LIMIT and limit.currency == currency
    if not possible or not 0 <= limit.minor <= LIMIT:
        raise refused("limit.amount", Why.NOT_POSSIBLE, found=limit)
