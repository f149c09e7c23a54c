"""Customers that were put away, and those of them with whom something is open again."""

from collections.abc import Collection, Iterable

from creditmate.db.connection import database
from creditmate.db.fields import among
from creditmate.db.models import Customer
from creditmate.db.open_business import open_business


def put_away(customers: Collection[int]) -> list[tuple[int, int]]:
    """Return who of these customers, and of their head offices, is put away: ids and versions.

    A branch is not there while its head office is not, which speaks for it. Who was merged into
    another comes back only with the merge undone.
    """
    heads = Customer.select(Customer.head_office_id).where(Customer.id.in_(among(customers)))
    away = Customer.archived_day.is_null(False) & Customer.merged_into_id.is_null()
    query = Customer.select(Customer.id, Customer.version).where(
        away & (Customer.id.in_(among(customers)) | Customer.id.in_(heads))
    )
    return list(database.execute(query))


def put_away_with_business(customers: Iterable[int]) -> list[tuple[int, int]]:
    """Return who has to be taken back because something is open with one of these customers."""
    away = {id_ for id_, _ in put_away(list(customers))}
    return put_away([id_ for id_ in away if open_business(id_)]) if away else []
