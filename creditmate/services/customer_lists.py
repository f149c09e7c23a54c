"""Lists of customers: the order once, as ids, then the rows that are looked at."""

from array import array
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from creditmate.db.aged import aged_sums
from creditmate.db.customer_lists import Known, last_contact_days, listed_customers, oldest_due_days
from creditmate.db.customers import customers_by_id
from creditmate.db.disputes import disputed_entries
from creditmate.db.gateway import Gateway
from creditmate.db.next_steps import open_tasks
from creditmate.db.promises import customers_who_promised
from creditmate.domain.ageing import Ageing
from creditmate.domain.customer_list import (
    CustomerListing,
    ListedCustomer,
    ListTotals,
    Narrow,
    NextStep,
    Order,
    Wanted,
    next_step,
)
from creditmate.domain.exchange import Rates, home_total, in_home
from creditmate.domain.holds import Stop
from creditmate.domain.promises import LIVE
from creditmate.domain.rows import CustomerRow
from creditmate.services.cases import CustomerFile, read_files
from creditmate.services.lateness import learnt_book
from creditmate.services.manners import resting
from creditmate.services.marked_customers import by_terms, flag_of, on_stop, over_limit
from creditmate.services.promise_standings import standings_of
from creditmate.services.settings import current_rates
from creditmate.services.whose_customers import Whose
from creditmate.services.work_told import listed_lines

_HEAD = 128  # rows that come with the list itself
_CHUNK = 500  # customers whose promises are read at once

Aged = Mapping[tuple[int, str], Ageing]


@dataclass(frozen=True, slots=True)
class _Book:
    """What a list is narrowed and ordered by, of every customer."""

    known: Sequence[Known]
    archived: Sequence[Known]
    aged: Aged
    members: Mapping[Narrow, Collection[int]]


class CustomerLists:
    """The list of customers, as at a day.

    Args:
        gateway: Knows who is at work; nobody is where there is none.
    """

    def __init__(self, gateway: Gateway | None = None) -> None:
        self._gateway = gateway

    def listing(self, wanted: Wanted, as_at: date) -> CustomerListing:
        """Return the list in its order, with its totals and its first rows."""
        book, rates = _read_book(as_at, self._who), current_rates()
        chosen = _chosen(book, wanted)
        chosen.sort(key=_order(wanted.order, book, rates, as_at))
        if wanted.descending:
            chosen.reverse()
        ids = array("q", (known.id for known in chosen))
        return CustomerListing(
            wanted=wanted,
            as_at=as_at,
            currency=rates.home,
            ids=ids,
            head=self.rows(ids[:_HEAD], as_at),
            totals=_totals(set(ids), book.aged, rates, as_at),
            counts=_counts(book),
            of=len(book.known),
        )

    def rows(self, ids: Sequence[int], as_at: date) -> list[ListedCustomer]:
        """Return the lines of these customers, a few hundred at a time, in their order."""
        who = customers_by_id(ids)
        present = [id_ for id_ in ids if id_ in who]
        tasks = open_tasks(present, as_at)
        aged = _by_customer(aged_sums(as_at, present))
        files = read_files(present, as_at, learnt_book(as_at))
        lines = listed_lines(files, as_at)
        over = over_limit(as_at, present)
        rows = []
        for id_, file in zip(present, files, strict=True):
            step = next_step(lines[id_], file.case.standings, tasks.get(id_, ()), as_at)
            row = _row(who[id_], aged.get(id_, ()), file, step, as_at)
            flag = flag_of(file, archived=who[id_].archived, over_limit=id_ in over)
            rows.append(replace(row, flag=flag))
        return rows

    @property
    def _who(self) -> int | None:
        return None if self._gateway is None else self._gateway.working_as

    def totals(self, ids: Sequence[int], as_at: date) -> ListTotals:
        """Return the sums of a choice of customers."""
        return _totals(set(ids), aged_sums(as_at), current_rates(), as_at)


def _read_book(as_at: date, who: int | None) -> _Book:
    aged, known = aged_sums(as_at), listed_customers()
    everybody = [one.id for one in known]
    return _Book(
        known=known,
        archived=listed_customers(archived=True),
        aged=aged,
        members={
            Narrow.OVERDUE: {id_ for (id_, _), ageing in aged.items() if ageing.overdue},
            Narrow.PROMISED: _with_a_live_promise(as_at),
            Narrow.DISPUTED: {
                row.customer_id for row in disputed_entries(as_at) if not row.to_credit
            },
            Narrow.ON_STOP: on_stop(as_at),
            Narrow.OVER_LIMIT: over_limit(as_at),
            Narrow.AT_REST: resting(Stop.STEPS, as_at).keys(),
            **by_terms(as_at),
            Narrow.MINE: () if who is None else Whose(who, as_at).of(everybody),
        },
    )


def _with_a_live_promise(as_at: date) -> set[int]:
    promised = sorted(customers_who_promised(as_at))
    found: set[int] = set()
    for at in range(0, len(promised), _CHUNK):
        for id_, standings in standings_of(promised[at : at + _CHUNK], as_at).items():
            if any(standing.state in LIVE for standing in standings):
                found.add(id_)
    return found


def _chosen(book: _Book, wanted: Wanted) -> list[Known]:
    members, text = book.members.get(wanted.narrow), wanted.text.strip().casefold()
    return [
        known
        for known in (book.archived if wanted.narrow is Narrow.ARCHIVED else book.known)
        if (members is None or known.id in members)
        and (text in known.name.casefold() or text in known.code.casefold())
    ]


def _counts(book: _Book) -> dict[Narrow, int]:
    everybody = {known.id for known in book.known}
    found = {narrow: len(everybody.intersection(ids)) for narrow, ids in book.members.items()}
    return {**found, Narrow.ALL: len(everybody), Narrow.ARCHIVED: len(book.archived)}


def _order(
    order: Order, book: _Book, rates: Rates, as_at: date
) -> Callable[[Known], tuple[object, ...]]:
    """The sort key: within the same value by name, whichever way round."""
    if order in {Order.OWED, Order.OVERDUE}:
        return _amount_order(order, book.aged, rates, as_at)
    if order is Order.OLDEST:
        oldest = oldest_due_days(as_at)
        return lambda known: (as_at - oldest.get(known.id, as_at), *_named(known))
    if order is Order.LAST_CONTACT:
        last = last_contact_days(as_at)
        return lambda known: (last.get(known.id, date.min), *_named(known))
    if order is Order.CODE:
        return lambda known: (known.code.casefold(), known.id)
    return _named


def _amount_order(
    order: Order, aged: Aged, rates: Rates, as_at: date
) -> Callable[[Known], tuple[object, ...]]:
    """By the amount in the book's currency, at the day's rates; where there is none, as it is."""
    amounts: dict[int, tuple[int, int]] = {}
    for (id_, _), ageing in aged.items():
        money = ageing.owed if order is Order.OWED else ageing.overdue
        here, elsewhere = amounts.get(id_, (0, 0))
        known = in_home(money, rates, as_at)
        if known is None:
            amounts[id_] = (here, max(elsewhere, money.minor))
        else:
            amounts[id_] = (here + known[0].minor, elsewhere)
    return lambda known: (amounts.get(known.id, (0, 0)), *_named(known))


def _named(known: Known) -> tuple[object, ...]:
    return (known.name.casefold(), known.id)


def _totals(ids: Collection[int], aged: Aged, rates: Rates, as_at: date) -> ListTotals:
    sums: dict[str, list[Ageing]] = {}
    for (id_, currency), ageing in aged.items():
        if id_ in ids:
            sums.setdefault(currency, []).append(ageing)
    added = [_added(currency, ageings) for currency, ageings in sums.items()]
    found = tuple(_largest_first(added))
    if sums.keys() <= {rates.home}:
        return ListTotals(len(ids), found)
    return ListTotals(
        len(ids),
        found,
        home_total((ageing.owed for ageing in found), rates, as_at),
        home_total((ageing.overdue for ageing in found), rates, as_at),
    )


def _added(currency: str, ageings: Sequence[Ageing]) -> Ageing:
    columns = zip(*(ageing.sums for ageing in ageings), strict=True)
    credit = sum(ageing.unallocated_minor for ageing in ageings)
    return Ageing(currency, tuple(map(sum, columns)), credit)


def _by_customer(aged: Aged) -> dict[int, tuple[Ageing, ...]]:
    found: dict[int, list[Ageing]] = {}
    for (id_, _), ageing in aged.items():
        found.setdefault(id_, []).append(ageing)
    return {id_: tuple(_largest_first(ageings)) for id_, ageings in found.items()}


def _largest_first(ageings: Sequence[Ageing]) -> list[Ageing]:
    return sorted(ageings, key=lambda ageing: (-ageing.total.decimal, ageing.currency))


def _row(
    who: CustomerRow,
    ageings: Sequence[Ageing],
    file: CustomerFile,
    step: NextStep | None,
    as_at: date,
) -> ListedCustomer:
    case = file.case
    overdue = [row.due_day for row in case.entries if row.due_day < as_at]
    return ListedCustomer(
        id=case.customer,
        as_at=as_at,
        code=who.code,
        name=who.name,
        flag=None,
        ageings=tuple(ageings),
        oldest_days=(as_at - min(overdue)).days if overdue else None,
        last_contact=None if case.last_contact is None else case.last_contact.day,
        next_step=step,
        lateness=case.lateness,
        stopped=case.manner.why_stopped if case.manner.on_stop else None,
    )
