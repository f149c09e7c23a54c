"""Head offices and their branches: one level, so that it is always clear who speaks for whom.

A group stands on the work list once, as its head office, with the sum of all and the branches
named; what was said at one branch counts for the whole group. Source: issue 4, "Groups".
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from creditmate.domain.errors import Problem, UserError


class StatementTo(StrEnum):
    """Where a branch's statement goes; the values are stored."""

    BRANCH = "branch"  # to the branch, with its own items
    HEAD_OFFICE = "head_office"  # together with those of the others


class NoGroup(StrEnum):
    """Why a customer cannot belong to a head office."""

    ITSELF = "itself"
    HEAD_IS_BRANCH = "head_is_branch"
    HAS_BRANCHES = "has_branches"
    HEAD_ARCHIVED = "head_archived"


Heads = Mapping[int, int]
"""The head office of every branch, by ids."""


def check_joins(branch: int, head: int, heads: Heads, *, archived: bool) -> None:
    """Refuse what would be no group of one level.

    Args:
        branch: Who is to belong to ``head``.
        head: The head office.
        heads: All that there are.
        archived: Whether the head office is put away.

    Raises:
        UserError: ``GROUP_REFUSED`` with ``why``.
    """
    why = None
    if branch == head:
        why = NoGroup.ITSELF
    elif head in heads:
        why = NoGroup.HEAD_IS_BRANCH
    elif branch in heads.values():
        why = NoGroup.HAS_BRANCHES
    elif archived:
        why = NoGroup.HEAD_ARCHIVED
    if why is not None:
        raise UserError(Problem.GROUP_REFUSED, why=why.value)


def branches_by_head(heads: Heads) -> dict[int, list[int]]:
    """Return the branches of every head office, by ids."""
    found: dict[int, list[int]] = {}
    for branch, head in heads.items():
        found.setdefault(head, []).append(branch)
    return found


def with_their_groups(customers: Iterable[int], heads: Heads) -> set[int]:
    """Return customers and everybody who stands in a group with one of them."""
    leaders = {speaks_for(customer, heads) for customer in customers}
    return leaders | {branch for branch, head in heads.items() if head in leaders}


def speaks_for(customer: int, heads: Heads) -> int:
    """Return who speaks for a customer: its head office, or itself."""
    return heads.get(customer, customer)


def grouped(customers: Iterable[int], heads: Heads) -> dict[int, list[int]]:
    """Return customers by who speaks for them, each group in the order they came in."""
    found: dict[int, list[int]] = {}
    for customer in customers:
        found.setdefault(speaks_for(customer, heads), []).append(customer)
    return found
