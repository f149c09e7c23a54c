"""The money that may keep promises, with what of it was for something else."""

from collections.abc import Mapping, Sequence
from datetime import date

from creditmate.db.bounces import bounces_among
from creditmate.db.claims import claims_of
from creditmate.db.entries import money_since
from creditmate.db.told_first import entered_in, told_in
from creditmate.domain.money import Money
from creditmate.domain.promises import Cash, Promise
from creditmate.domain.said_besides import said_besides
from creditmate.services.arrangements import Arrangements
from creditmate.services.circles import Circles

Pools = Mapping[int, Mapping[int, Sequence[Promise]]]
"""The promises of groups: by who leads each, and by who made them."""


def money_for(
    circles: Circles,
    pools: Pools,
    asked: tuple[Sequence[int], date, date],
    agreed: Arrangements,
) -> dict[int, list[Cash]]:
    """Return the money of each group, by who leads it, with what of it keeps which promises not.

    Args:
        circles: Whose.
        pools: Their promises.
        asked: Who may have paid, from which day on, and the day.
        agreed: What is arranged with them.
    """
    spent: dict[int, dict[int, dict[int, int]]] = {}
    cash: dict[int, list[Cash]] = {}
    rows = money_since(*asked)
    before, besides = _before(circles, pools, rows), _besides(circles, pools, rows, asked[2])
    bounces = bounces_among([entry for entry, _, _, money in rows if money.minor < 0])
    for entry, payer, day, money in rows:
        leader = circles.leader(payer)
        pool = pools[leader]
        if payer not in spent:
            every = [one for rows in pool.values() for one in rows]
            spent[payer] = agreed.spent(payer, every)
        used = dict(spent[payer].get(entry, {}))
        for id_, promised in pool.items():
            if not circles.pays_for(payer, id_):
                used.update((one.id, money.minor) for one in promised)
        used.update((promise, money.minor) for promise in before.get(entry, ()))
        for promise, minor in besides.get(entry, {}).items():
            used[promise] = max(used.get(promise, 0), minor)
        one = Cash(
            id=entry,
            day=day,
            currency=money.currency,
            minor=money.minor,
            takes=bounces.get(entry),
            spent=used,
            payer=payer,
            bounced=entry in bounces,
        )
        cash.setdefault(leader, []).append(one)
    return cash


def _before(
    circles: Circles,
    pools: Pools,
    rows: Sequence[tuple[int, int, date, Money]],
) -> dict[int, list[int]]:
    """By receipt, the promises of its day that were made when it had been entered already."""
    same_day = [
        (entry, promise.id)
        for entry, payer, day, _ in rows
        for promises in pools[circles.leader(payer)].values()
        for promise in promises
        if promise.made_day == day
    ]
    if not same_day:
        return {}
    entered = entered_in(sorted({entry for entry, _ in same_day}))
    told = told_in(sorted({promise for _, promise in same_day}))
    found: dict[int, list[int]] = {}
    for entry, promise in same_day:
        if entered[entry] <= told[promise]:
            found.setdefault(entry, []).append(promise)
    return found


def _besides(
    circles: Circles,
    pools: Pools,
    rows: Sequence[tuple[int, int, date, Money]],
    as_at: date,
) -> dict[int, dict[int, int]]:
    """By receipt and promise, what of it was said to be on its way when that was promised."""
    claims = claims_of(sorted({payer for _, payer, *_ in rows}), as_at)
    found: dict[int, dict[int, int]] = {}
    for payer, said in claims.items():
        of_sums = [one for one in said if one.minor is not None]
        promises = [one for own in pools[circles.leader(payer)].values() for one in own]
        came = [
            (id_, day, money.currency, money.minor)
            for id_, whose, day, money in rows
            if whose == payer and money.minor > 0
        ]
        for receipt, spent in said_besides(promises, of_sums, came).items():
            found.setdefault(receipt, {}).update(spent)
    return found
