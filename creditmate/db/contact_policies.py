"""Values of the policy of contacts that differ for a tag or for one customer."""

from collections.abc import Sequence
from dataclasses import dataclass

from peewee import JOIN

from creditmate.db.connection import database
from creditmate.db.gateway import Writing
from creditmate.db.models import ContactPolicy, Customer
from creditmate.db.prepared import Argument, Query, listed, prepared

_LIVE = ContactPolicy.archived_day.is_null()


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """Values for a tag, or for one customer (then ``tag`` is empty), as they are stored."""

    id: int
    version: int
    tag: str
    customer: int | None
    rules: str


def policies_about(customers: Sequence[int]) -> list[PolicyRow]:
    """Return what is set for these customers or their head offices, and for every tag."""
    return [PolicyRow(*row) for row in _about(list(customers))]


@prepared
def _about(customers: Argument) -> Query:
    heads = Customer.select(Customer.head_office_id).where(
        Customer.id.in_(listed(customers)) & Customer.head_office_id.is_null(False)
    )
    own = ContactPolicy.customer_id.in_(listed(customers)) | ContactPolicy.customer_id.in_(heads)
    return (
        ContactPolicy.select(*_COLUMNS)
        .where(_LIVE & (ContactPolicy.customer_id.is_null() | own))
        .order_by(ContactPolicy.id)
    )


_COLUMNS = (
    ContactPolicy.id,
    ContactPolicy.version,
    ContactPolicy.tag,
    ContactPolicy.customer_id,
    ContactPolicy.rules,
)


def all_policies() -> list[PolicyRow]:
    """Return everything that is set for a tag or a customer; merged ones are nobody any more."""
    query = (
        ContactPolicy.select(*_COLUMNS)
        .join(Customer, JOIN.LEFT_OUTER, on=Customer.id == ContactPolicy.customer_id)
        .where(_LIVE & Customer.merged_into_id.is_null())
        .order_by(ContactPolicy.id)
    )
    return [PolicyRow(*row) for row in database.execute(query)]


def add_policy(writing: Writing, rules: str, *, tag: str = "", customer: int | None = None) -> int:
    """Set values for a tag or for a customer, for which there are none yet."""
    return writing.create(ContactPolicy, tag=tag, customer_id=customer, rules=rules)


def edit_policy(writing: Writing, id_: int, version: int, rules: str) -> None:
    """Set other values.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    writing.edit(ContactPolicy, id_, version, rules=rules)


def drop_policy(writing: Writing, id_: int, version: int, day: str) -> None:
    """Put values away: from then on they are as they are without them.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    writing.edit(ContactPolicy, id_, version, archived_day=day)
