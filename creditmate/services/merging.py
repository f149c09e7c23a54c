"""Two customers that are one: found, looked at, merged in one action, and taken apart again."""

from collections.abc import Collection, Mapping
from datetime import date

from creditmate.db import customer_records as records
from creditmate.db import decisions, likeness
from creditmate.db import merging as db
from creditmate.db.aged import aged_sums
from creditmate.db.customers import customers_by_id
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.groups import branches_of
from creditmate.db.habits import keep_habits
from creditmate.db.merge_rests import rests_on
from creditmate.db.merge_sites import keep_billing_of
from creditmate.domain.changes import Done, Touched
from creditmate.domain.customer_facts import Named
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.merging import (
    Conflict,
    Likely,
    MergePreview,
    MergeRow,
    NoMerge,
    Shared,
    named_alike,
)
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.ports import Clock
from creditmate.domain.rows import CustomerRow
from creditmate.services.customer_editing import whole_form
from creditmate.services.customers import require_customer
from creditmate.services.merge_choices import (
    ADDRESS,
    Pair,
    conflicts,
    put_down,
    taken,
    wanted_decisions,
)
from creditmate.services.merge_standing import (
    group_taken,
    put_down_standing,
    standing_conflicts,
    what_stays,
)

_EVERYTHING = Touched.CUSTOMERS | Touched.INVOICES | Touched.PAYMENTS | Touched.CONTACTS_MADE
_TOUCHED = _EVERYTHING | Touched.PROMISES | Touched.DISPUTES | Touched.TASKS | Touched.PAPERS


class Merging:
    """Merges customers."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    # ------------------------------------------------------------- looking
    def candidates(self, code: str = "", limit: int = 100) -> list[Likely]:
        """Return pairs of customers that may be one, the surest first.

        Args:
            code: Only pairs with this customer; all without one.
            limit: How many at most.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        only = require_customer(code).id if code else None
        found = _alike()
        pairs = [pair for pair in found if only is None or only in pair]
        names = customers_by_id({id_ for pair in pairs for id_ in pair})
        likely = [_likely(pair, found[pair], names) for pair in pairs]
        return sorted(likely, key=lambda one: one.rank)[:limit]

    def preview(self, giver: str, keeper: str) -> MergePreview:
        """Return what merging one customer into another would do; nothing is written.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        pair, today = _pair(giver, keeper), self._clock.today
        gives, keeps = (_owed(row.id, today) for row in (pair.giver, pair.keeper))
        return MergePreview(
            giver=_named(pair.giver),
            keeper=_named(pair.keeper),
            moves=db.counts(pair.giver.id),
            gives=gives,
            keeps=keeps,
            together=tuple(totals_by_currency([*gives, *keeps])),
            conflicts=tuple(_conflicts(pair, today)),
            refused=_refused(pair),
        )

    def merges(self) -> list[MergeRow]:
        """Return the merges that stand, the latest first."""
        standing = db.standing_merges()
        who = customers_by_id({id_ for row in standing for id_ in (row.giver, row.keeper)})
        return [
            MergeRow(row.id, row.action, _named(who[row.giver]), _named(who[row.keeper]), row.day)
            for row in standing
        ]

    # ------------------------------------------------------------- merging
    def merge(self, giver: str, keeper: str, take: Collection[str] = ()) -> Done:
        """Give everything of one customer to another, and put it away, in one action.

        Args:
            giver: The code of the one that is put away; it leads to the other from now on.
            keeper: The code of the one that stays.
            take: The conflicts of the preview in which the giver is right.

        Returns:
            The action, and the merge's id for ``undo``.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``MERGE_REFUSED`` with ``why``;
                ``CHANGED_MEANWHILE``: the two do not differ in something that is taken.
        """
        pair, today = _pair(giver, keeper), self._clock.today
        why = _refused(pair)
        if why is not None:
            raise UserError(Problem.MERGE_REFUSED, why=why.value)
        if not {one.field for one in _conflicts(pair, today)}.issuperset(take):
            raise UserError(Problem.CHANGED_MEANWHILE)
        values, wanted = taken(pair, take), wanted_decisions(pair, take, today)
        values, stays = values | group_taken(pair, take), what_stays(pair, take, today)
        with self._gateway.write("merge-customers") as writing:
            merge = _give(writing, pair, today, address=ADDRESS in take)
            if values:
                records.edit_customer(writing, pair.keeper.id, **values)
            put_down(writing, pair.keeper.id, wanted, today)
            put_down_standing(writing, pair.keeper.id, stays, today)
            keep_habits([pair.giver.id, pair.keeper.id])
        return Done(writing.id, _TOUCHED, merge)

    def undo(self, merge: int) -> Touched:
        """Take two merged customers apart again: every row goes back to whose it was.

        Args:
            merge: As ``merge`` or ``merges`` returned it.

        Raises:
            UserError: ``MERGE_STANDS`` with ``rows``, table and id of what was recorded since
                and rests on the merge; none where it was undone already.
        """
        standing = db.standing_merge(merge)
        if standing is None:
            raise UserError(Problem.MERGE_STANDS, rows=())
        resting = rests_on(standing)
        if resting:
            raise UserError(Problem.MERGE_STANDS, rows=tuple(resting))
        with self._gateway.write("undo-merge", undoes=standing.action) as writing:
            for kind, id_, _ in decisions.made_in(standing.action):
                decisions.void_decision(writing, kind, [id_])
            db.give_back(writing, standing)
            keep_habits([standing.giver, standing.keeper])
        return _TOUCHED


def _conflicts(pair: Pair, today: date) -> list[Conflict]:
    return [*conflicts(pair, today), *standing_conflicts(pair, today)]


def _give(writing: Writing, pair: Pair, today: date, *, address: bool) -> int:
    giver, keeper = pair.giver.id, pair.keeper.id
    branches = branches_of([giver]).get(giver, [])
    merge = db.give_all(writing, giver, keeper, today)
    keep_billing_of(writing, merge, keeper, given=address)
    for branch in branches:
        records.edit_customer(writing, branch, head_office_id=keeper)
    records.edit_customer(writing, giver, archived_day=today, merged_into_id=keeper)
    return merge


def _pair(giver: str, keeper: str) -> Pair:
    gives, keeps = require_customer(giver), require_customer(keeper)
    return Pair(gives, keeps, whole_form(gives.id), whole_form(keeps.id))


def _refused(pair: Pair) -> NoMerge | None:
    giver, keeper = pair.giver, pair.keeper
    if giver.id == keeper.id:
        return NoMerge.SAME
    if giver.archived or keeper.archived:
        return NoMerge.ARCHIVED
    if keeper.head_office_id == giver.id:
        return NoMerge.BRANCH_OF_GIVER
    if keeper.head_office_id is not None and branches_of([giver.id]):
        return NoMerge.KEEPER_IS_BRANCH
    typed = ("call_draft" in db.counts(row.id) for row in (giver, keeper))
    return NoMerge.BOTH_TYPED if all(typed) else None


def _alike() -> dict[tuple[int, int], set[Shared]]:
    """What every pair of customers has in common that has anything in common."""
    found: dict[tuple[int, int], set[Shared]] = {}
    for kind, ids in likeness.sharing_numbers():
        first, *others = sorted(ids)
        for other in others:
            found.setdefault((first, other), set()).add(Shared(kind))
    for pair in named_alike(likeness.named()):
        found.setdefault(pair, set()).add(Shared.NAME)
    return found


def _likely(pair: tuple[int, int], shared: set[Shared], names: Mapping[int, CustomerRow]) -> Likely:
    keeper, giver = (_named(names[id_]) for id_ in pair)
    return Likely(keeper, giver, tuple(kind for kind in Shared if kind in shared))


def _named(row: CustomerRow) -> Named:
    return Named(row.id, row.code, row.name)


def _owed(customer: int, as_at: date) -> tuple[Money, ...]:
    sums = aged_sums(as_at, [customer]).values()
    return tuple(totals_by_currency(ageing.total for ageing in sums))
