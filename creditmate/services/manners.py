"""How customers are met and whether they are left in peace, as at a day: read for many at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from creditmate.db import decisions as db
from creditmate.db.conversation import asked_not_to_be_called
from creditmate.db.customers import contacts_of, customers_by_id, friends_among
from creditmate.db.groups import branches_of, heads, heads_of
from creditmate.db.wrong_numbers import said_to_be_wrong
from creditmate.domain.at_rest import UNDECIDED, Rest, rest
from creditmate.domain.customer_status import Status, StatusChange, gets_courtesy
from creditmate.domain.groups import Heads
from creditmate.domain.holds import Hold, Peace, Stop, peace_over
from creditmate.domain.manner import Manner
from creditmate.domain.rows import ContactRow
from creditmate.domain.statement_choice import Carriage, goes_by
from creditmate.domain.whom import askable, reached
from creditmate.domain.wishes import Wish, WishKind
from creditmate.domain.workcase import Reach
from creditmate.domain.worklist import Channel
from creditmate.services.ceased_trading import undecided_among

_UNTIL_DECIDED = frozenset({Stop.STEPS, Stop.LETTERS})
"""What waits for a decision about who is said to have ceased trading; a run of statements has a
rule of its own, and interest goes on."""


_WRONG_DAYS = 180
"""Days after which a number that was said to be wrong is tried again, if nobody corrected it."""
_NOTHING = frozenset[WishKind]()


@dataclass(frozen=True, slots=True)
class Wished:
    """What customers wish on a day, by customer; a person's own wish concerns that person.

    ``not_called`` are those who said in a talk that they do not want to be called again,
    ``wrong`` the numbers that were said to be wrong, by customer, and when.
    """

    wishes: dict[int, list[Wish]]
    not_called: Collection[int] = ()
    wrong: Mapping[tuple[int, str], date] = field(default_factory=dict)

    def refused(self, customer: int, contact: int | None = None) -> frozenset[WishKind]:
        """Return what everybody at a customer's refuses, and what one person there does."""
        if not self.wishes and not self.not_called:  # as in most books
            return _NOTHING
        known = self.wishes.get(customer, ())
        found = {wish.kind for wish in known if wish.contact in {None, contact}}
        if customer in self.not_called:
            found.add(WishKind.NO_CALLS)
        return frozenset(found)


def wished(customers: Sequence[int], as_at: date) -> Wished:
    """Return what these customers wish on a day."""
    return Wished(
        db.wishes_of(as_at, customers),
        asked_not_to_be_called(customers, as_at),
        said_to_be_wrong(customers, as_at - timedelta(days=_WRONG_DAYS), as_at),
    )


def people_of(customers: Sequence[int], wishes: Wished) -> dict[int, list[ContactRow]]:
    """Return the people of these customers, each with what is refused, and wrong numbers."""
    return {
        customer: [
            _at_number(_wishing(row, wishes.refused(customer, row.id)), wishes) for row in rows
        ]
        for customer, rows in contacts_of(customers).items()
    }


def _wishing(row: ContactRow, refused: frozenset[WishKind]) -> ContactRow:
    return row._replace(refuses=refused) if refused else row  # few people refuse anything


def _at_number(row: ContactRow, wishes: Wished) -> ContactRow:
    if not wishes.wrong or (since := wishes.wrong.get((row.customer_id, row.phone))) is None:
        return row
    return row._replace(wrong_since=since)


def no_way_of_writing(as_at: date) -> set[int]:
    """Return who wants neither e-mails nor letters."""
    wishes = db.wishes_of(as_at)
    unwilling = [
        customer
        for customer, known in wishes.items()
        if any(wish.kind is WishKind.NO_LETTERS for wish in known)
    ]
    known = Wished(wishes)
    people = people_of(unwilling, known)
    return {
        customer
        for customer in unwilling
        if goes_by(people.get(customer, ()), known.refused(customer)) is Carriage.NONE
    }


class Decided(NamedTuple):
    """What was decided about customers up to a day: what is held, and how we trade with them."""

    holds: Mapping[int, Sequence[Hold]]
    changes: Mapping[int, StatusChange]


def decided(as_at: date, customers: Sequence[int] | None = None) -> Decided:
    """Return what was decided about some customers, all for None."""
    return Decided(db.holds_of(as_at, customers), db.statuses(as_at, customers))


def manners(customers: Sequence[int], changes: Mapping[int, StatusChange]) -> dict[int, Manner]:
    """Return how each of these customers is met, by how we trade with it as last decided."""
    friends = friends_among(customers)
    found = {}
    for id_ in customers:
        change = changes.get(id_)
        status = Status.ACTIVE if change is None else change.status
        on_stop = status is Status.ON_STOP
        found[id_] = Manner(
            friend=id_ in friends,
            on_stop=on_stop,
            courtesy=gets_courtesy(status),
            why_stopped=change.reason if change is not None and on_stop else "",
        )
    return found


def resting(stop: Stop, as_at: date, customers: Sequence[int] | None = None) -> dict[int, Rest]:
    """Return for whom something is not done on a day, and why.

    What holds for a head office holds for its branches, which are met through it.

    Args:
        stop: What is asked about.
        as_at: The day.
        customers: Only these; None for all.
    """
    return restings([stop], as_at, customers)[stop]


def restings(
    stops: Collection[Stop], as_at: date, customers: Sequence[int] | None = None
) -> dict[Stop, dict[int, Rest]]:
    """Return the same of several things, read once."""
    known = heads() if customers is None else heads_of(customers)
    asked = None if customers is None else sorted({*customers, *known.values()})
    return rests_of(stops, as_at, asked, known, decided(as_at, asked))


def rests_of(
    stops: Collection[Stop],
    as_at: date,
    asked: Sequence[int] | None,
    heads_: Heads,
    known: Decided,
) -> dict[Stop, dict[int, Rest]]:
    """Return the same, where what was decided is at hand.

    Args:
        stops: What is asked about.
        as_at: The day.
        asked: Of whom, with their head offices; None for all.
        heads_: The head office of every branch among them.
        known: What was decided about them.
    """
    holds, changes = known
    found: dict[Stop, dict[int, Rest]] = {stop: {} for stop in stops}
    for id_ in holds.keys() | changes.keys():
        status = changes[id_].status if id_ in changes else Status.ACTIVE
        for stop, resting_ in found.items():
            why = rest(holds.get(id_, ()), status, stop, as_at)
            if why is not None:
                resting_[id_] = why
    undecided = undecided_among(asked, holds, changes, as_at)
    for stop in _UNTIL_DECIDED & found.keys():
        found[stop] = dict.fromkeys(undecided, UNDECIDED) | found[stop]
    for resting_ in found.values():
        for branch, head in heads_.items():
            if head in resting_ and branch not in resting_:
                resting_[branch] = resting_[head]
    return found


def peaces(holds: Mapping[int, Sequence[Hold]], as_at: date) -> dict[int, Peace]:
    """Return until when customers were left in peace, of those of whom that has run out."""
    found = {id_: peace_over(own, as_at) for id_, own in holds.items()}
    return {id_: peace for id_, peace in found.items() if peace is not None}


def reach_of(people: Sequence[ContactRow], refused: frozenset[WishKind]) -> Reach:
    """Return how a customer can be reached.

    One of whom nobody is known is rung all the same. A wish goes before any number or address,
    and before a contact's own channel.

    Args:
        people: Who is known there, with what each one refuses.
        refused: What everybody there refuses.
    """
    asked = askable(people)
    phone, email, post = (
        kind not in refused and (not asked or any([reached(row, channel) for row in asked]))
        for channel, kind in _WAYS
    )
    wrong = not phone and WishKind.NO_CALLS not in refused and any(map(_at_wrong_number, asked))
    return Reach(phone, email, post, wrong)


def _at_wrong_number(row: ContactRow) -> bool:
    """Whether they would be rung, had their number not been said to be wrong."""
    return row.wrong_since is not None and reached(row._replace(wrong_since=None), Channel.CALL)


_WAYS = (
    (Channel.CALL, WishKind.NO_CALLS),
    (Channel.EMAIL, WishKind.NO_EMAILS),
    (Channel.LETTER, WishKind.NO_LETTERS),
)


def people_asked(
    customer: int,
    people: Sequence[ContactRow],
    channel: Channel | None,
    as_at: date,
    member: int | None = None,
) -> tuple[ContactRow, ...]:
    """Return who may be turned to about a customer's line.

    These are its own people, and of a head office while none of them can be reached in the way
    that the line says, those at its branches who can. Where it was agreed with one member of a
    group, they are that one's people.

    Args:
        customer: Who stands on the list.
        people: The customer's own.
        channel: How the line says that they are reached, if there is one.
        as_at: The day.
        member: The one of its group with whom it was agreed; None where that is the customer.
    """
    if member is not None and (there := people_of([member], wished([member], as_at)).get(member)):
        house = customers_by_id([member])[member].name
        return tuple(row._replace(at=house) for row in there)
    known = channel not in {Channel.CALL, Channel.EMAIL}
    if known or any(reached(row, channel) for row in askable(people)):
        return tuple(people)
    branches = branches_of([customer]).get(customer, [])
    awake = sorted(set(branches) - resting(Stop.STEPS, as_at, branches).keys()) if branches else []
    if not awake:
        return tuple(people)
    theirs, names = people_of(awake, wished(awake, as_at)), customers_by_id(awake)
    others = [
        row._replace(at=names[branch].name)
        for branch in awake
        for row in askable(theirs.get(branch, ()))
        if reached(row, channel)
    ]
    return (*people, *others)
