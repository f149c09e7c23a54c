"""How promises to pay stand, worked out from the money of whoever may keep them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from creditmate.db.business import cash_posted_to
from creditmate.db.entries import open_entries
from creditmate.db.promises import promises_of
from creditmate.domain.once_missed import is_settled
from creditmate.domain.promise_register import Matured, as_matured, matured
from creditmate.domain.promises import Cash, Promise, Standing, promise_states
from creditmate.domain.rows import OpenEntryRow
from creditmate.services.arrangements import Arrangements, arrangements_of
from creditmate.services.circles import Circles
from creditmate.services.promise_money import Pools, money_for
from creditmate.services.promised_rests import Rests, lapsed, questioned_of, with_rest
from creditmate.services.promises_missed import with_missed

Entries = Mapping[int, Sequence[OpenEntryRow]]
"""What is open as at the day, by customer."""


def standings_of(
    customers: Sequence[int], as_at: date, *, to_judge: bool = False
) -> dict[int, list[Standing]]:
    """Return how the promises of these customers stand, a few hundred customers at a time.

    Of what is settled by now it is told whether it had been missed before.

    Args:
        customers: Ids.
        as_at: The day.
        to_judge: One that was taken back when its time was up counts as it came out.
    """
    circles = Circles(customers)
    entries: dict[int, list[OpenEntryRow]] = {}
    for row in open_entries(circles.everybody, as_at):
        entries.setdefault(row.customer_id, []).append(row)
    posted = posted_to(as_at)
    agreed = arrangements_of(circles.everybody, as_at, posted, entries)
    found = promise_standings(circles, as_at, entries, agreed, to_judge=to_judge)
    found = with_missed(found, circles, agreed, posted, as_at)
    return {id_: found[id_] for id_ in customers if id_ in found}


def as_told(customer: int, standings: Sequence[Standing], as_at: date) -> tuple[Standing, ...]:
    """Return how a customer's promises stand as it is told: what is settled may have been missed.

    Args:
        customer: Its id.
        standings: Of its promises, as they are at hand.
        as_at: The day.
    """
    if not any(is_settled(one) and one.promise.until_day < as_at for one in standings):
        return tuple(standings)
    found = {one.promise.id: one for one in standings_of([customer], as_at).get(customer, ())}
    return tuple(found.get(o.promise.id, o) if is_settled(o) else o for o in standings)


def came_out(customer: int, standings: Sequence[Standing], as_at: date) -> list[Matured]:
    """Return how a customer's promises came out, as the register tells it.

    Args:
        customer: Its id.
        standings: Of its promises, ``as_told``.
        as_at: The day.
    """
    if any(as_matured(one.promise) != one.promise for one in standings):
        standings = standings_of([customer], as_at, to_judge=True).get(customer, [])
    return matured(standings)


def posted_to(as_at: date) -> date | None:
    """Up to which day cash is posted, as far as that is known on a day."""
    latest = cash_posted_to()
    return None if latest is None else min(date.fromisoformat(latest), as_at)


def promise_standings(
    circles: Circles,
    as_at: date,
    entries: Entries,
    agreed: Arrangements,
    *,
    to_judge: bool = False,
) -> dict[int, list[Standing]]:
    """Return how the promises of everybody in these circles stand, by who made them.

    A group's money is poured into its promises together, so that no receipt keeps two of them.
    Money of the day on which something was promised keeps it only if it was entered after that.

    Args:
        circles: Whose.
        as_at: The day.
        entries: What everybody of them has open.
        agreed: What is arranged with them: money that filled a plan keeps no other promise.
        to_judge: As in ``standings_of``.
    """
    promises = promises_of(circles.everybody, as_at)
    if not promises:
        return {}
    if to_judge:
        promises = {id_: [as_matured(one) for one in rows] for id_, rows in promises.items()}
    pools: dict[int, dict[int, list[Promise]]] = {}
    for id_, rows in promises.items():
        pools.setdefault(circles.leader(id_), {})[id_] = rows
    first = min(promise.made_day for rows in promises.values() for promise in rows)
    payers = [member for leader in pools for member in circles.members(leader)]
    cash = money_for(circles, pools, (payers, first, as_at), agreed)
    posted, found = posted_to(as_at), dict[int, list[Standing]]()
    groups = {id_: _group(circles, id_, pools, entries, cash) for id_ in pools}
    stood = {id_: one.stand(one.promises, posted, as_at) for id_, one in groups.items()}
    times = chain.from_iterable(agreed.extensions.values())
    questioned = questioned_of(chain.from_iterable(stood.values()), times)
    for leader, group in groups.items():
        given = chain.from_iterable(agreed.extensions.get(id_, ()) for id_ in group.members)
        rests = Rests(stood[leader], given, questioned, as_at)
        changed = rests.changed(group.open_now, group.members) if rests.may_be else None
        if changed:
            counted = [with_rest(one, changed) for one in group.promises]
            again = group.stand(counted, posted, as_at)
            stood[leader] = [lapsed(one, changed) for one in again]
        made_by = {one.id: id_ for id_, rows in pools[leader].items() for one in rows}
        for standing in stood[leader]:
            found.setdefault(made_by[standing.promise.id], []).append(standing)
    return {id_: found.get(id_, []) for id_ in promises}


@dataclass(frozen=True, slots=True)
class _Group:
    """The promises of one group, into all of which its money is poured together.

    ``open_of`` is what is open of what each promise means, ``items`` all that the group has open.
    """

    members: Sequence[int]
    promises: Sequence[Promise]
    money: Sequence[Cash]
    open_of: Mapping[int, int]
    items: Sequence[OpenEntryRow]

    @property
    def open_now(self) -> dict[int, int]:
        return {row.id: row.open.minor for row in self.items}

    def stand(
        self, promises: Sequence[Promise], posted: date | None, as_at: date
    ) -> list[Standing]:
        return promise_states(promises, self.money, posted, as_at, self.open_of)


def _group(
    circles: Circles,
    leader: int,
    pools: Pools,
    entries: Entries,
    cash: Mapping[int, Sequence[Cash]],
) -> _Group:
    members, pool = tuple(circles.members(leader)), pools[leader]
    of_all = [row for id_ in members for row in entries.get(id_, ())]
    return _Group(
        members=members,
        promises=[one for rows in pool.values() for one in rows],
        money=cash.get(leader, ()),
        open_of={
            one.id: _open_of(one, of_all if one.entries or id_ == leader else entries.get(id_, ()))
            for id_, rows in pool.items()
            for one in rows
        },
        items=of_all,
    )


def _open_of(promise: Promise, entries: Iterable[OpenEntryRow]) -> int:
    """What is open of the entries a promise meant; of all its currency's if it named none."""
    return sum(
        row.open.minor
        for row in entries
        if row.due_day is not None
        and row.open.currency == promise.currency
        and (not promise.entries or row.id in promise.entries)
    )
