"""Statements of groups: whose items stand together, and who gets none of its own accord."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from creditmate.db.customers import all_friends, billing_addresses, customers_by_id
from creditmate.db.groups import combined
from creditmate.domain.ageing import Ageing
from creditmate.domain.group_cases import shared_credit
from creditmate.domain.holds import Stop
from creditmate.domain.lateness import Book
from creditmate.domain.money import totals_by_currency
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.rows import BusinessRow, CustomerRow, OpenEntryRow
from creditmate.domain.statement_choice import LeftOut, Reason
from creditmate.services.cases import CustomerFile, read_files
from creditmate.services.customers import terms_of
from creditmate.services.manners import no_way_of_writing, resting

Aged = Mapping[int, tuple[Ageing, ...]]


@dataclass(frozen=True, slots=True)
class StatementFile:
    """What a statement is made from; ``branches`` are names, of those whose items it has too.

    ``address`` and ``terms`` are the customer's that it goes to.
    """

    file: CustomerFile
    branches: Mapping[int, str] = field(default_factory=dict)
    address: tuple[str, ...] = ()
    terms: PaymentTerms | None = None


class Together:
    """Whose items stand on the head office's statement, as at a day.

    A branch that is left in peace is on no statement, whoever it would go to. One whose head
    office gets none of its own accord gets its own, or nobody would be told of what it owes.
    """

    def __init__(self, as_at: date) -> None:
        at_rest, friends = resting(Stop.STATEMENTS, as_at), all_friends()
        no_way = no_way_of_writing(as_at)
        without = {*friends, *no_way}
        self.as_at = as_at
        self.heads = {
            branch: head
            for branch, head in combined().items()
            if branch not in at_rest and head not in without
        }
        self._reasons: dict[int, Reason] = {
            **dict.fromkeys(friends, Reason(LeftOut.FRIEND)),
            **dict.fromkeys(no_way, Reason(LeftOut.NO_WAY)),
            **dict.fromkeys(self.heads, Reason(LeftOut.AT_HEAD_OFFICE)),
            **{id_: Reason(LeftOut(why.why.value), why.until) for id_, why in at_rest.items()},
        }
        self._branches: dict[int, list[int]] = {}
        self._terms: dict[int | None, PaymentTerms | None] = {}
        for branch, head in self.heads.items():
            self._branches.setdefault(head, []).append(branch)

    def reasons(self, customers: Iterable[int]) -> dict[int, Reason]:
        """Return why some of these customers get no statement unless they are chosen by hand."""
        return {id_: self._reasons[id_] for id_ in customers if id_ in self._reasons}

    def with_branches(self, customers: Iterable[int]) -> list[int]:
        """Return these customers, and the branches whose items stand on their statements."""
        return [id_ for head in customers for id_ in (head, *self._branches.get(head, ()))]

    def aged(self, aged: Aged) -> dict[int, tuple[Ageing, ...]]:
        """Return what is owed by whom a statement is about: head offices with their branches."""
        found = dict(aged)
        for head, branches in self._branches.items():
            parts = [ageing for id_ in (head, *branches) for ageing in aged.get(id_, ())]
            if parts:
                found[head] = _added(parts)
        return found

    def files(self, customers: Sequence[int], book: Book) -> list[StatementFile]:
        """Return what the statements of these customers are made from, in their order."""
        everybody = list(dict.fromkeys(self.with_branches(customers)))
        read = {file.case.customer: file for file in read_files(everybody, self.as_at, book)}
        names, addresses = customers_by_id(everybody), billing_addresses(customers)
        return [
            StatementFile(
                file=_joined(
                    read[id_], [read[one] for one in self._branches.get(id_, ())], self.as_at
                ),
                branches={branch: names[branch].name for branch in self._branches.get(id_, ())},
                address=addresses.get(id_, ()),
                terms=self._terms_of(names[id_]),
            )
            for id_ in customers
        ]

    def _terms_of(self, customer: CustomerRow) -> PaymentTerms | None:
        """The customer's payment terms; many have the same."""
        known = customer.payment_terms_id
        if known not in self._terms:
            self._terms[known] = terms_of(customer)
        return self._terms[known]


def _joined(head: CustomerFile, branches: Sequence[CustomerFile], as_at: date) -> CustomerFile:
    if not branches:
        return head
    files = [head, *branches]
    here = {file.case.customer for file in files}
    # what a branch has paid is asked of no other, nor taken off what another owes
    own = shared_credit(head.case, [file.case for file in branches], as_at)
    credit = chain.from_iterable(case.unallocated for case in own)
    case = head.case._replace(
        entries=tuple(chain.from_iterable(case.entries for case in own)),
        unallocated=tuple(totals_by_currency(credit)),
        standings=tuple(chain.from_iterable(file.case.standings for file in files)),
        said=tuple(chain.from_iterable(file.case.said for file in files)),
        plans=tuple(chain.from_iterable(file.case.plans for file in files)),
        extensions=tuple(chain.from_iterable(file.case.extensions for file in files)),
        fellows=tuple(one for one in head.case.fellows if one.customer not in here),
    )
    return head._replace(
        case=case,
        entries=tuple(sorted(chain.from_iterable(f.entries for f in files), key=_by_day)),
        disputed=tuple(chain.from_iterable(file.disputed for file in files)),
        held={entry: job for file in files for entry, job in file.held.items()},
    )


def _by_day(row: OpenEntryRow) -> tuple[date, int]:
    return (row.day, row.id)


def _added(parts: Sequence[Ageing]) -> tuple[Ageing, ...]:
    """Ageings of several customers, one for each currency, largest balance first."""
    by_currency: dict[str, list[Ageing]] = {}
    for part in parts:
        by_currency.setdefault(part.currency, []).append(part)
    found = [
        Ageing(
            currency,
            tuple(map(sum, zip(*(part.sums for part in same), strict=True))),
            sum(part.unallocated_minor for part in same),
        )
        for currency, same in by_currency.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.total.decimal, one.currency)))


@dataclass(frozen=True, slots=True)
class Plan:
    """Whom a run concerns, and what is read once for all of them.

    ``expected`` is the number of statements, as far as is known before they are drafted. Who is
    ``left_out`` for a reason gets none; nobody was chosen by hand then. ``groups`` says whose items
    stand on the head office's.
    """

    as_at: date
    customers: tuple[CustomerRow, ...]
    expected: int
    home: BusinessRow
    book: Book
    groups: Together
    left_out: Mapping[int, Reason] = field(default_factory=dict)
