"""Applications for credit as they came in."""

import json
from collections.abc import Mapping
from datetime import date

from creditmate.db.connection import execute
from creditmate.db.gateway import Writing
from creditmate.db.models import CreditApplication
from creditmate.domain.application_rows import ApplicationRow, Way
from creditmate.domain.money import Money


def add_application(
    writing: Writing, customer: int, given: Mapping[str, str], **values: object
) -> int:
    """Put down an application as it came in, and return its id.

    Args:
        writing: The action under way.
        customer: Whose it is.
        given: What it says, field by field.
        values: The other columns.
    """
    said = json.dumps(dict(given), ensure_ascii=False, sort_keys=True)
    return writing.add(CreditApplication, customer_id=customer, given=said, **values)


def void_application(writing: Writing, id_: int) -> None:
    """Say that an application was put down by mistake."""
    writing.void(CreditApplication, [id_])


_ROWS = """
    SELECT a.id, a.day, a.way, a.given, a.currency, a.limit_minor, a.terms_version_id,
        a.signed_day, (
            SELECT t.id FROM attachment t WHERE t.subject = 'credit_application'
            AND t.subject_id = a.id AND t.archived_day IS NULL ORDER BY t.id LIMIT 1
        )
    FROM credit_application a
    WHERE a.customer_id = ? AND a.day <= ? AND a.void_action_id IS NULL
    ORDER BY a.day DESC, a.id DESC
"""


def applications_of(customer: int, as_at: date) -> list[ApplicationRow]:
    """Return a customer's applications up to a day, the latest first."""
    rows = execute(_ROWS, (customer, as_at.isoformat()))
    return [_row(*row) for row in rows]


def _row(  # noqa: PLR0913, PLR0917 - the columns of a row
    id_: int,
    day: str,
    way: str,
    given: str,
    currency: str,
    minor: int | None,
    terms: int | None,
    signed: str | None,
    attachment: int | None,
) -> ApplicationRow:
    return ApplicationRow(
        id=id_,
        day=date.fromisoformat(day),
        way=Way(way),
        given=json.loads(given),
        limit=None if minor is None else Money(minor, currency),
        terms=terms,
        signed_day=None if signed is None else date.fromisoformat(signed),
        attachment=attachment,
    )


def has_terms(id_: int) -> bool:
    """Whether there is a version of terms of that id."""
    return execute("SELECT 1 FROM terms_version WHERE id = ?", (id_,)).fetchone() is not None
