"""Random histories of a customer's account keep invariant 1 of data-model.md at every day.

A small book is kept the way the ledger keeps it: entries and allocations are only ever added; a
bounce takes back what the receipt paid and is paid by the receipt itself; a void undoes an entry's
allocations on their own days. Everything may be keyed in any order.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from creditmate.domain.allocation import (
    AllocatedEntry,
    Movement,
    allocation_day,
    taken_back,
    voided,
)
from creditmate.domain.money import Money

START = date(2026, 1, 1)
LATEST = date(9999, 12, 31)
DAYS = st.integers(0, 30)
AMOUNTS = st.integers(1, 9)
PICKS = st.integers(0, 1000)


@dataclass
class Row:
    """One allocation row: positive is set, negative takes back."""

    debit: int
    credit: int
    movement: Movement
    reversed: bool = False


@dataclass
class Book:
    entries: list[tuple[date, int]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    void: set[int] = field(default_factory=set)
    bounced: set[int] = field(default_factory=set)

    def add(self, day: int, minor: int) -> int:
        self.entries.append((START + timedelta(days=day), minor))
        return len(self.entries) - 1

    def entry(self, index: int) -> AllocatedEntry:
        day, minor = self.entries[index]
        moved = tuple(row.movement for row in self.rows if index in (row.debit, row.credit))
        return AllocatedEntry(day, Money(minor, "GBP"), moved)

    def live(self, sign: int) -> list[int]:
        return [
            index
            for index, (_, minor) in enumerate(self.entries)
            if minor * sign > 0 and index not in self.void
        ]

    def left(self, index: int) -> int:
        return abs(self.entry(index).open_on(LATEST).minor)

    def allocate(self, debit: int, credit: int, minor: int) -> None:
        day = allocation_day(self.entry(debit), self.entry(credit), Money(minor, "GBP"))
        self.rows.append(Row(debit, credit, Movement(day, minor)))

    def take_back(self, row: Row, day: date) -> None:
        row.reversed = True
        self.rows.append(Row(row.debit, row.credit, taken_back(row.movement, day), reversed=True))

    def standing(self, index: int | None = None) -> list[Row]:
        return [
            row
            for row in self.rows
            if not row.reversed and (index is None or index in (row.debit, row.credit))
        ]


class AnyHistory(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.book = Book()

    @rule(day=DAYS, minor=AMOUNTS)
    def invoice(self, day: int, minor: int) -> None:
        self.book.add(day, minor)

    @rule(day=DAYS, minor=AMOUNTS)
    def receipt(self, day: int, minor: int) -> None:
        self.book.add(day, -minor)

    @precondition(lambda self: self.book.live(1) and self.book.live(-1))
    @rule(which=PICKS, whose=PICKS, part=AMOUNTS)
    def allocate(self, which: int, whose: int, part: int) -> None:
        debits, credits_ = self.book.live(1), self.book.live(-1)
        debit, credit = debits[which % len(debits)], credits_[whose % len(credits_)]
        minor = min(self.book.left(debit), self.book.left(credit), part)
        if minor:
            self.book.allocate(debit, credit, minor)

    @precondition(lambda self: bool(set(self.book.live(-1)) - self.book.bounced))
    @rule(which=PICKS, after=st.integers(0, 12))
    def bounce(self, which: int, after: int) -> None:
        receipts = sorted(set(self.book.live(-1)) - self.book.bounced)
        receipt = receipts[which % len(receipts)]
        day, minor = self.book.entries[receipt]
        bounced_on = day + timedelta(days=after)
        for row in self.book.standing(receipt):
            self.book.take_back(row, bounced_on)
        bounce = self.book.add((bounced_on - START).days, -minor)
        self.book.allocate(bounce, receipt, -minor)
        self.book.bounced.add(receipt)

    @precondition(lambda self: self.book.standing())
    @rule(which=PICKS, day=DAYS)
    def take_back(self, which: int, day: int) -> None:
        rows = self.book.standing()
        self.book.take_back(rows[which % len(rows)], START + timedelta(days=day))

    @precondition(lambda self: bool(self.book.live(1) or self.book.live(-1)))
    @rule(which=PICKS)
    def void_entry(self, which: int) -> None:
        entries = sorted(self.book.live(1) + self.book.live(-1))
        index = entries[which % len(entries)]
        rows = [row for row in self.book.rows if index in (row.debit, row.credit)]
        undone = voided(row.movement for row in rows)
        for row, movement in zip(rows, undone, strict=True):
            row.reversed = True
            self.book.rows.append(Row(row.debit, row.credit, movement, reversed=True))
        self.book.void.add(index)

    @invariant()
    def open_amounts_stay_between_nothing_and_all(self) -> None:
        for index, (first, minor) in enumerate(self.book.entries):
            entry = self.book.entry(index)
            before = first - timedelta(days=1)
            assert not entry.open_on(before)
            low, high = sorted((0, minor))
            for day in {first, *(movement.day for movement in entry.movements)}:
                assert low <= entry.open_on(day).minor <= high

    @invariant()
    def no_pair_is_ever_below_nothing(self) -> None:
        pairs: dict[tuple[int, int], list[Movement]] = {}
        for row in self.book.rows:
            pairs.setdefault((row.debit, row.credit), []).append(row.movement)
        for pair, movements in pairs.items():
            for day in {movement.day for movement in movements}:
                stands = sum(each.minor for each in movements if each.day <= day)
                assert stands >= 0
                assert stands == 0 or not self.book.void.intersection(pair)

    @invariant()
    def nothing_is_allocated_before_both_entries(self) -> None:
        for row in self.book.rows:
            days = [self.book.entries[index][0] for index in (row.debit, row.credit)]
            assert row.movement.day >= max(days)


TestAnyHistory = AnyHistory.TestCase
TestAnyHistory.settings = settings(max_examples=120, stateful_step_count=25, deadline=None)
