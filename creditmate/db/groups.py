"""Which customers belong to which head office."""

from collections.abc import Sequence

from creditmate.db.connection import database
from creditmate.db.models import Customer
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.groups import StatementTo

_BRANCH = Customer.head_office_id.is_null(False) & Customer.merged_into_id.is_null()


def heads() -> dict[int, int]:
    """Return the head office of every branch, by ids."""
    return dict(_heads())


@prepared
def _heads() -> Query:
    return Customer.select(Customer.id, Customer.head_office_id).where(_BRANCH)


def heads_of(customers: Sequence[int]) -> dict[int, int]:
    """Return the head office of those of these customers that have one."""
    return dict(_heads_of(list(customers)))


@prepared
def _heads_of(customers: Argument) -> Query:
    return Customer.select(Customer.id, Customer.head_office_id).where(
        _BRANCH & Customer.id.in_(listed(customers))
    )


def branches_of(customers: Sequence[int]) -> dict[int, list[int]]:
    """Return the branches of those of these customers that are a head office, by code."""
    found: dict[int, list[int]] = {}
    for head, branch in _branches_of(list(customers)):
        found.setdefault(head, []).append(branch)
    return found


@prepared
def _branches_of(customers: Argument) -> Query:
    return (
        Customer.select(Customer.head_office_id, Customer.id)
        .where(_BRANCH & Customer.head_office_id.in_(listed(customers)))
        .order_by(Customer.code_key)
    )


def combined() -> dict[int, int]:
    """Return the head office of every branch whose items stand on the head office's statement."""
    to_head = Customer.statement_to == StatementTo.HEAD_OFFICE.value
    query = Customer.select(Customer.id, Customer.head_office_id).where(_BRANCH & to_head)
    return dict(database.execute(query))
