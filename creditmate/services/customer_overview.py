"""Every customer with its standing, as at a day: for the command line and for export."""

from collections.abc import Mapping, Sequence
from datetime import date

from creditmate.db import decisions as db
from creditmate.db.customer_records import tags_of
from creditmate.db.customers import customers_by_id, ids_by_code_key
from creditmate.db.exposure import exposures
from creditmate.db.groups import heads
from creditmate.db.our_people import our_people, owners
from creditmate.domain.credit_limits import Exposure, LimitChange, LimitUse, Scope, used
from creditmate.domain.customer_overview import OverviewRow, Picked, narrowed
from creditmate.domain.customer_status import Status
from creditmate.domain.groups import branches_by_head, speaks_for
from creditmate.domain.holds import Stop
from creditmate.services.customer_facts import added
from creditmate.services.manners import resting
from creditmate.services.terms_report import TermsPick, terms_rows


class CustomerOverview:
    """Lists customers."""

    def rows(self, as_at: date, picked: Sequence[Picked] = ()) -> list[OverviewRow]:
        """Return customers by code with their standing.

        Args:
            as_at: The day.
            picked: What the list is narrowed to; without any, all that are not put away.
        """
        who = customers_by_id(set(ids_by_code_key().values()))
        ids = sorted(who, key=lambda id_: who[id_].code.casefold())
        known, limits = exposures(as_at), db.limit_changes(as_at)
        changes, at_rest, tags = db.statuses(as_at), resting(Stop.STEPS, as_at), tags_of(ids)
        people = {row.id: row.name for row in our_people(with_archived=True)}
        proved = {row.id for row in terms_rows(as_at) if not row.fits(TermsPick.MISSING)}
        owned, groups = owners(ids), _Groups(known, limits, as_at)
        rows = []
        for id_ in ids:
            customer, head = who[id_], who[id_].head_office_id
            row = OverviewRow(
                customer=customer,
                status=changes[id_].status if id_ in changes else Status.ACTIVE,
                exposures=tuple(known.get(id_, ())),
                limit=used(limits.get(id_, ()), Scope.CUSTOMER, known.get(id_, ()), as_at),
                owner=people.get(owned.get(id_, 0), ""),
                head_code=who[head].code if head in who else "",
                tags=tuple(tags.get(id_, ())),
                rest=at_rest.get(id_),
                group_limit=groups.limit_of(id_),
                without_proof=id_ not in proved,
            )
            rows.append(row)
        return narrowed(rows, picked)


class _Groups:
    """The limits of groups, each worked out once for all its members."""

    def __init__(
        self,
        known: Mapping[int, Sequence[Exposure]],
        limits: Mapping[int, Sequence[LimitChange]],
        as_at: date,
    ) -> None:
        self._heads = heads()
        self._limits = {
            head: used(
                limits.get(head, ()),
                Scope.GROUP,
                added(known.get(member, ()) for member in (head, *branches)),
                as_at,
            )
            for head, branches in branches_by_head(self._heads).items()
        }

    def limit_of(self, customer: int) -> LimitUse | None:
        """Return the limit of the group of a customer, if it is in one that has a limit."""
        return self._limits.get(speaks_for(customer, self._heads))
