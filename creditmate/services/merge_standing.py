"""Head office, holds and wishes of two customers that are merged: what of the giver's stays.

Both rows of both customers end up with the keeper. What the giver's holds and wishes stopped goes
on being stopped only where the user takes it, and never in a state that the keeper cannot be in.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from creditmate.db import decisions
from creditmate.db.customer_records import customer_columns
from creditmate.db.customers import customers_by_id
from creditmate.db.gateway import Writing
from creditmate.db.groups import branches_of
from creditmate.domain.holds import Hold, is_possible
from creditmate.domain.merging import Conflict
from creditmate.domain.wishes import Wish, WishKind
from creditmate.services.merge_choices import Pair

HEAD_OFFICE, HOLDS, WISHES = "head_office", "holds", "wishes"
"""Conflicts that are no field of the form."""
_OF_GROUP = ("head_office_id", "statement_to")
Wishes = Mapping[WishKind, Wish]
"""What everybody at a customer's wishes."""


@dataclass(frozen=True, slots=True)
class Stays:
    """What of the giver's is to count for the keeper: holds that end, and all wishes."""

    ended: tuple[int, ...]
    wishes: Wishes


def standing_conflicts(pair: Pair, as_at: date) -> Iterator[Conflict]:
    """Yield the head office, the holds and the wishes that the giver brings.

    Holds are given by their kinds; wishes too, but the hours by themselves (``09:00-12:00``).
    """
    if _may_join(pair):
        ids = (pair.giver.head_office_id, pair.keeper.head_office_id)
        known = customers_by_id(id_ for id_ in ids if id_ is not None)
        gives, keeps = (None if id_ is None else known[id_].name for id_ in ids)
        yield Conflict(HEAD_OFFICE, gives, keeps, suggested=keeps is None)
    given = [hold for hold in _holds(pair.giver.id, as_at) if _can_be(hold, pair)]
    if given:
        kept = tuple(hold.kind for hold in _holds(pair.keeper.id, as_at))
        fits = all(is_possible(hold.kind, pair.keeps.legal_form) for hold in given)
        yield Conflict(HOLDS, tuple(hold.kind for hold in given), kept, suggested=fits)
    wanted, known_here = (_wishes(row.id, as_at) for row in (pair.giver, pair.keeper))
    other = {kind for kind in wanted if not _same(kind, wanted, known_here)}
    if other:
        new = other.isdisjoint(known_here)
        yield Conflict(WISHES, _shown(wanted), _shown(known_here), suggested=new)


def group_taken(pair: Pair, take: Collection[str]) -> dict[str, object]:
    """Return the keeper's columns that make it a branch of the giver's head office."""
    if HEAD_OFFICE not in take or not _may_join(pair):
        return {}
    columns = customer_columns(pair.giver.id)
    return {name: columns[name] for name in _OF_GROUP}


def what_stays(pair: Pair, take: Collection[str], as_at: date) -> Stays:
    """Return what shall count afterwards; to be asked before anything is given."""
    form = (pair.gives if "legal_form" in take else pair.keeps).legal_form
    ended = [
        hold.id
        for hold in _holds(pair.giver.id, as_at)
        if HOLDS not in take or not is_possible(hold.kind, form)
    ]
    kept = _wishes(pair.keeper.id, as_at)
    given = _wishes(pair.giver.id, as_at) if WISHES in take else {}
    return Stays(tuple(ended), {**kept, **given})


def put_down_standing(writing: Writing, keeper: int, stays: Stays, day: date) -> None:
    """Put down what is wanted where the giver's rows would count instead."""
    for hold in stays.ended:
        decisions.add_decision(
            writing, "hold_event", hold_id=hold, kind="ended", day=day, review_day=None
        )
    now = _wishes(keeper, day)
    for kind in WishKind:
        if not _same(kind, now, stays.wishes):
            wanted = stays.wishes.get(kind)
            decisions.add_decision(
                writing,
                "wish",
                customer_id=keeper,
                contact_id=None,
                day=day,
                kind=kind.value,
                value="" if wanted is None else wanted.value,
                note="" if wanted is None else wanted.note,
            )


def _may_join(pair: Pair) -> bool:
    """Whether the giver's head office can be the keeper's, and is not yet."""
    head, keeper = pair.giver.head_office_id, pair.keeper
    if head is None or head in {keeper.id, keeper.head_office_id}:
        return False
    return not branches_of([keeper.id])


def _holds(customer: int, as_at: date) -> list[Hold]:
    """The holds in force, and those that are still to begin."""
    known = decisions.holds_of(as_at, [customer], to_come=True).get(customer, [])
    return [hold for hold in known if not hold.is_over(as_at)]


def _can_be(hold: Hold, pair: Pair) -> bool:
    """Whether the keeper can be in that state, with its own legal form or the giver's."""
    return any(is_possible(hold.kind, form.legal_form) for form in (pair.gives, pair.keeps))


def _wishes(customer: int, as_at: date) -> Wishes:
    known = decisions.wishes_of(as_at, [customer]).get(customer, ())
    return {wish.kind: wish for wish in known if wish.contact is None}


def _same(kind: WishKind, one: Wishes, other: Wishes) -> bool:
    return (kind in one and one[kind].value) == (kind in other and other[kind].value)


def _shown(wishes: Wishes) -> tuple[str, ...]:
    return tuple(w.value if kind is WishKind.HOURS else kind for kind, w in wishes.items())
