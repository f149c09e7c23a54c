"""Head offices and branches: who belongs to whom, and what the group owes together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from creditmate.db import customer_records as records
from creditmate.db import groups as db
from creditmate.db.customers import customers_by_id
from creditmate.db.decisions import limit_changes
from creditmate.db.exposure import exposures
from creditmate.db.gateway import Gateway
from creditmate.domain.changes import Touched
from creditmate.domain.credit_limits import Exposure, LimitUse, Scope, used
from creditmate.domain.groups import StatementTo, check_joins
from creditmate.domain.rows import CustomerRow
from creditmate.services.customer_facts import added
from creditmate.services.customers import require_customer

_TOUCHED = Touched.CUSTOMERS


@dataclass(frozen=True, slots=True)
class Member:
    """A customer of a group and what it owes, one exposure per currency."""

    customer: CustomerRow
    statement_to: StatementTo
    exposures: tuple[Exposure, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group: the head office first, then its branches by code; ``exposures`` of all together."""

    members: tuple[Member, ...]
    exposures: tuple[Exposure, ...]
    limit: LimitUse | None


class Groups:
    """Head offices and their branches."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    def group(self, code: str, as_at: date) -> GroupView | None:
        """Return the group that a customer belongs to; None for one that stands alone.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code)
        head = db.heads_of([customer.id]).get(customer.id, customer.id)
        ids = [head, *db.branches_of([head]).get(head, [])]
        if len(ids) == 1:
            return None
        rows, known = customers_by_id(ids), exposures(as_at, ids)
        to_head = db.combined()
        members = [
            Member(
                rows[id_],
                StatementTo.HEAD_OFFICE if id_ in to_head else StatementTo.BRANCH,
                tuple(known.get(id_, ())),
            )
            for id_ in ids
        ]
        together = added(known.values())
        changes = limit_changes(as_at, [head]).get(head, ())
        limit = used(changes, Scope.GROUP, together, as_at)
        return GroupView(tuple(members), together, limit)

    def join(
        self, code: str, head_code: str, statement_to: StatementTo = StatementTo.BRANCH
    ) -> Touched:
        """Let a customer belong to a head office.

        Args:
            code: The branch's.
            head_code: The head office's.
            statement_to: Where the branch's statement goes.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``GROUP_REFUSED`` with ``why``: groups have one level.
        """
        branch, head = require_customer(code), require_customer(head_code)
        check_joins(branch.id, head.id, db.heads(), archived=head.archived)
        values = {"head_office_id": head.id, "statement_to": statement_to.value}
        with self._gateway.write("join-group") as writing:
            records.edit_customer(writing, branch.id, **values)
        return _TOUCHED

    def leave(self, code: str) -> Touched:
        """Let a customer stand alone again.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        values = {"head_office_id": None, "statement_to": StatementTo.BRANCH.value}
        return self._edit("leave-group", code, values)

    def send_statement_to(self, code: str, where: StatementTo) -> Touched:
        """Decide where a branch's statement goes.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return self._edit("statement-to", code, {"statement_to": where.value})

    def _edit(self, use_case: str, code: str, values: Mapping[str, object]) -> Touched:
        customer = require_customer(code)
        with self._gateway.write(use_case) as writing:
            records.edit_customer(writing, customer.id, **values)
        return _TOUCHED
