"""What was looked at before, or while, credit is given."""

from datetime import date

from creditmate.db.connection import execute
from creditmate.db.gateway import Writing
from creditmate.db.models import CreditCheck, CreditLimit
from creditmate.domain.credit_checks import Check, CheckRow, Result
from creditmate.domain.money import Money

_ROWS = """
    SELECT c.customer_id, c.id, c.kind, c.day, c.result, c.about, c.note, COALESCE(s.name, ''),
        c.review_day, l.currency, l.amount_minor
    FROM credit_check c
    LEFT JOIN staff s ON s.id = c.staff_id
    LEFT JOIN credit_limit l ON l.id = c.credit_limit_id
    WHERE c.void_action_id IS NULL AND c.day <= ?
"""


def checks_of(customer: int, as_at: date) -> list[CheckRow]:
    """Return what was looked at of a customer up to a day, as it was put down."""
    rows = execute(_ROWS + " AND c.customer_id = ? ORDER BY c.id", (as_at.isoformat(), customer))
    return [_row(*row[1:]) for row in rows]


def deciding_checks(as_at: date) -> dict[int, list[CheckRow]]:
    """Return what was said about limits up to a day, of every customer not put away."""
    sql = (
        " AND c.kind IN ('limit', 'review') AND EXISTS (SELECT 1 FROM customer k"
        " WHERE k.id = c.customer_id AND k.archived_day IS NULL) ORDER BY c.id"
    )
    found: dict[int, list[CheckRow]] = {}
    for customer, *row in execute(_ROWS + sql, (as_at.isoformat(),)):
        found.setdefault(customer, []).append(_row(*row))
    return found


def _row(  # noqa: PLR0913, PLR0917 - the columns of a row
    id_: int,
    kind: str,
    day: str,
    result: str,
    about: str,
    note: str,
    staff: str,
    review: str | None,
    currency: str | None,
    minor: int | None,
) -> CheckRow:
    return CheckRow(
        id=id_,
        kind=Check(kind),
        day=date.fromisoformat(day),
        result=Result(result),
        about=about,
        note=note,
        staff=staff,
        review_day=None if review is None else date.fromisoformat(review),
        limit=None if currency is None or minor is None else Money(minor, currency),
    )


def add_check(writing: Writing, **values: object) -> int:
    """Put down what was looked at, and return its id."""
    return writing.add(CreditCheck, **values)


def void_check(writing: Writing, id_: int) -> None:
    """Say that a check was put down by mistake, and with it the limit that it decided."""
    limit = execute("SELECT credit_limit_id FROM credit_check WHERE id = ?", (id_,)).fetchone()[0]
    writing.void(CreditCheck, [id_])
    if limit is not None and _stands(limit):
        writing.void(CreditLimit, [limit])


def _stands(limit: int) -> bool:
    sql = "SELECT 1 FROM credit_limit WHERE id = ? AND void_action_id IS NULL"
    return execute(sql, (limit,)).fetchone() is not None


def check_in(action: int) -> int | None:
    """Return the check that an action put down and that stands; None where there is none."""
    sql = "SELECT id FROM credit_check WHERE action_id = ? AND void_action_id IS NULL"
    row = execute(sql, (action,)).fetchone()
    return None if row is None else int(row[0])
