"""Whatever happened in whatever order: as at any day the figures are those of the raw rows."""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from creditmate.db import connection
from creditmate.db.aged import aged_counts, aged_sums
from creditmate.db.connection import execute
from creditmate.db.entries import add_allocations, open_entries
from creditmate.db.habits import keep_habits
from creditmate.db.proof import Finding, prove_all
from creditmate.db.proof.account import prove_account
from creditmate.domain.errors import UserError
from creditmate.domain.money import Money
from creditmate.services.account_briefs import accounts
from creditmate.services.cases import read_files
from creditmate.services.lateness import learnt_book
from tests.builders import SetClock, a_gateway, day, open_ledger
from tests.db.account_history import STEPS, Book, Step, open_on, take_back
from tests.db.history_deeds import AFTER_A_PLAN, DEEDS, SHORT, Deed
from tests.db.money_history import CODES, MoneyBook

pytestmark = pytest.mark.timeout(600)  # many small ledgers; a failing one takes long to shrink

MODEST = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def kept(empty: Path, steps: list[Step]) -> Book:
    """A book kept in a fresh ledger, which is left open."""
    if not connection.database.is_closed():
        connection.close()
    path = empty.with_name("example.creditmate")
    shutil.copyfile(empty, path)
    open_ledger(path)
    book = Book(a_gateway())
    for step in steps:
        book.take(step)
    return book


def naive_open(as_at: date) -> list[tuple[int, int, str, date | None, int]]:
    """Entry, customer, currency, due day and what is open, from nothing but amounts."""
    moved: dict[int, int] = {}
    for debit, credit, minor, on in execute(
        "SELECT debit_entry_id, credit_entry_id, amount_minor, day FROM allocation"
    ):
        if on <= as_at.isoformat():
            moved[debit] = moved.get(debit, 0) - minor
            moved[credit] = moved.get(credit, 0) + minor
    rows = execute(
        "SELECT id, customer_id, currency, due_day, amount_minor FROM entry"
        " WHERE void_action_id IS NULL AND day <= ? ORDER BY id",
        (as_at.isoformat(),),
    ).fetchall()
    return [
        (id_, customer, currency, date.fromisoformat(due) if due else None, minor)
        for id_, customer, currency, due, amount in rows
        if (minor := amount + moved.get(id_, 0))
    ]


def column(due: date | None, as_at: date) -> int:
    """The place of a column: five buckets and the unallocated."""
    if due is None:
        return 5
    late = (as_at - due).days
    return 0 if late <= 0 else min((late + 29) // 30, 4)


def days_to_look_at() -> list[date]:
    """Every day on which something happens or falls due, with its neighbours and steps."""
    found = execute(
        "SELECT day FROM entry UNION SELECT due_day FROM entry WHERE due_day IS NOT NULL"
        " UNION SELECT day FROM allocation"
    ).fetchall()
    events = {date.fromisoformat(text) for (text,) in found}
    near = {event + timedelta(days=step) for event in events for step in (-1, 0, 1, 31, 61, 91)}
    return sorted(near)


def allocation_days() -> list[date]:
    """The days that decide: what is settled on the day itself is not open any more."""
    found = execute("SELECT DISTINCT day FROM allocation").fetchall()
    return [date.fromisoformat(text) for (text,) in found]


def check_as_at(customers: Sequence[int], as_at: date) -> None:
    sums: dict[tuple[int, str], list[int]] = {}
    counts: dict[tuple[int, str], list[int]] = {}
    raw = naive_open(as_at)
    for _, customer, currency, due, minor in raw:
        key = (customer, currency)
        sums.setdefault(key, [0] * 6)[column(due, as_at)] += minor
        counts.setdefault(key, [0] * 6)[column(due, as_at)] += 1
    aged = aged_sums(as_at)
    assert {key: [*row.sums, row.unallocated_minor] for key, row in aged.items()} == sums
    assert aged_sums(as_at, customers[:1]) == {
        key: row for key, row in aged.items() if key[0] == customers[0]
    }
    assert {key: [*row] for key, row in aged_counts(as_at).items()} == counts
    opened = open_entries(customers, as_at)
    assert {row.id: row.open for row in opened} == {
        id_: Money(minor, currency) for id_, _, currency, _, minor in raw
    }
    for row in opened:
        assert row.open == open_on(row.id, as_at)
    for key, ageing in aged.items():
        assert ageing.total.minor == balance(*key, as_at)


def balance(customer: int, currency: str, as_at: date) -> int:
    """The sum of all amounts: what all columns add up to."""
    return int(
        execute(
            "SELECT coalesce(sum(amount_minor), 0) FROM entry WHERE customer_id = ?"
            " AND currency = ? AND day <= ? AND void_action_id IS NULL",
            (customer, currency, as_at.isoformat()),
        ).fetchone()[0]
    )


@MODEST
@given(steps=STEPS, data=st.data())
def test_the_figures_as_at_any_day_are_those_of_the_raw_rows(
    empty: Path, steps: list[Step], data: st.DataObject
) -> None:
    book = kept(empty, steps)
    days = days_to_look_at() or [day(0)]
    picked = data.draw(st.lists(st.sampled_from(days), min_size=1, max_size=6, unique=True))
    for as_at in {*picked, *allocation_days()}:
        check_as_at(book.customers, as_at)
    keep_habits(book.customers)
    assert prove_all() == []


def check_parts(customers: Sequence[int], as_at: date) -> None:
    """Each open penny is in one of the five parts, and please pay now is never below zero."""
    for file in read_files(customers, as_at, learnt_book(as_at)):
        portions = file.case.portions(as_at)
        assert {p.entry.id: p.entry.open_minor for p in portions} == {
            row.id: row.open.minor for row in file.entries if row.due_day is not None
        }
        for portion in portions:
            parts = (portion.disputed_minor, portion.planned_minor, portion.claimed_minor,
                     portion.promised_minor, portion.chaseable_minor)  # fmt: skip
            assert min(parts) >= 0
            assert sum(parts) == portion.entry.open_minor
        assert all(account.pay_now.due.minor >= 0 for account in accounts(file, as_at))


@MODEST
@given(deeds=DEEDS, data=st.data())
def test_whatever_is_done_with_money_every_invariant_holds_on_every_day(
    empty: Path, deeds: list[Deed], data: st.DataObject
) -> None:
    kept(empty, [])
    clock = SetClock()
    book = MoneyBook(a_gateway(clock), clock)
    for deed in deeds:
        book.take(deed)
    check_everything(book, data)


@MODEST
@given(deeds=AFTER_A_PLAN, data=st.data())
def test_whatever_comes_after_a_plan_was_agreed(
    empty: Path, deeds: list[Deed], data: st.DataObject
) -> None:
    """As at any day a plan holds no more than was acknowledged, and no receipt fills two."""
    kept(empty, [])
    clock = SetClock()
    book = MoneyBook(a_gateway(clock), clock)
    for minor in (12, 9, 6):
        book.take(Deed("invoice", 0, 0, 0, 3, minor, 5))
    book.take(Deed("plan", 0, 0, 5, 4, 9, 0))
    assert book.plans.of_customer(CODES[0], day(5))
    for deed in deeds:
        book.take(deed)
    check_everything(book, data)
    for as_at in days_to_look_at():
        check_plans(book, as_at)


def check_plans(book: MoneyBook, as_at: date) -> None:
    (file, *_) = read_files(book.customers, as_at, learnt_book(as_at))
    received = execute(
        "SELECT coalesce(-sum(amount_minor), 0) FROM entry WHERE kind = 'receipt' AND day <= ?"
        " AND customer_id = ? AND void_action_id IS NULL",
        (as_at.isoformat(), file.case.customer),
    ).fetchone()[0]
    assert sum(one.came_minor for one in file.case.plans) <= received
    planned = sum(portion.planned_minor for portion in file.case.portions(as_at))
    timed = {entry for one in file.case.extensions for entry in one.extension.entries}
    held = sum(one.missing_minor for one in file.case.plans if one.is_kept)
    assert timed or planned <= held
    for one in file.case.plans:
        assert one.came_minor + one.missing_minor <= one.plan.minor


def check_everything(book: MoneyBook, data: st.DataObject) -> None:
    days = days_to_look_at() or [day(0)]
    picked = data.draw(st.lists(st.sampled_from(days), min_size=1, max_size=5, unique=True))
    for as_at in {*picked, *allocation_days()}:
        check_as_at(book.customers, as_at)
        check_parts(book.customers, as_at)
    assert prove_all() == []


@MODEST
@given(
    before=SHORT, between=SHORT, after=SHORT,
    giver=st.integers(1, 2), into_head=st.booleans(), data=st.data(),
)  # fmt: skip
def test_customers_that_became_one_and_were_parted_again_keep_every_invariant(  # noqa: PLR0917
    empty: Path, before: list[Deed], between: list[Deed], after: list[Deed],
    giver: int, into_head: bool, data: st.DataObject,
) -> None:  # fmt: skip
    kept(empty, [])
    clock = SetClock()
    book = MoneyBook(a_gateway(clock), clock)
    for deed in before:
        book.take(deed)
    if not book.merging.merges():
        stood = aged_sums(day(90))
        book.merging.merge(CODES[giver], CODES[0 if into_head else 3 - giver])
        check_everything(book, data)
        book.merging.undo(book.merging.merges()[0].id)
        assert aged_sums(day(90)) == stood
        book.merging.merge(CODES[giver], CODES[0 if into_head else 3 - giver])
    assert book.merging.merges()
    for deed in between:
        book.take(deed)
    check_everything(book, data)
    for merge in book.merging.merges():
        with suppress(UserError):  # what was merged on top of it goes first
            book.merging.undo(merge.id)
    for deed in after:
        book.take(deed)
    check_everything(book, data)


@MODEST
@given(steps=STEPS, which=st.integers(0, 1000))
def test_a_kept_figure_that_is_wrong_is_found(empty: Path, steps: list[Step], which: int) -> None:
    kept(empty, [*steps, Step("invoice", 0, 0, 0, 30, 5)])
    assert list(prove_account()) == []
    rows = execute(
        "SELECT id, amount_minor, open_minor, closed_day FROM entry WHERE void_action_id IS NULL"
    ).fetchall()
    id_, amount, open_, closed = rows[which % len(rows)]
    wrong = open_ - 1 if (amount > 0) == (open_ != 0) else open_ + 1
    execute("UPDATE entry SET open_minor = ?, closed_day = NULL WHERE id = ?", (wrong, id_))
    rule = "open-is-amount-less-allocations"
    assert (rule, id_) in named(list(prove_account()))
    execute("UPDATE entry SET open_minor = ?, closed_day = ? WHERE id = ?", (open_, closed, id_))
    assert list(prove_account()) == []
    if closed:
        execute("UPDATE entry SET closed_day = '2031-01-01' WHERE id = ?", (id_,))
        assert named(list(prove_account())) == {("closed-day-is-last-movement", id_)}


def named(findings: list[Finding]) -> set[tuple[str, int]]:
    return {(finding.rule, finding.row_id) for finding in findings}


def test_an_item_paid_again_by_an_earlier_receipt_was_closed_that_early(empty: Path) -> None:
    """A void on day 9 of what paid it leaves no trace in the day on which it was closed."""
    book = kept(empty, [])
    for step in (
        Step("invoice", 0, 0, 0, 30, 5),
        Step("receipt", 0, 0, 9, 0, 5),
        Step("allocate", 0, 0, 0, 0, 5),
        Step("void", 1, 0, 0, 0, 1),
        Step("receipt", 0, 0, 3, 0, 5),
        Step("allocate", 0, 0, 0, 0, 5),
    ):
        book.take(step)
    closed = execute("SELECT open_minor, closed_day FROM entry WHERE id = 1").fetchone()
    assert closed == (0, day(3).isoformat())
    assert not open_entries(book.customers, day(3))
    assert list(prove_account()) == []


def test_what_was_taken_back_before_it_was_set_is_found(empty: Path) -> None:
    """Set on day 5, taken back on day 4: the sums at the end are right, day 4 is not."""
    kept(empty, [Step("invoice", 0, 0, 0, 30, 9), Step("receipt", 0, 0, 3, 0, 9)])
    with a_gateway().write("allocate") as writing:
        add_allocations(writing, [(2, 1, 5, day(5))])
        take_back(writing, 1, day(8))
    assert list(prove_account()) == []
    execute("DROP TRIGGER allocation_update")
    execute("UPDATE allocation SET day = ? WHERE id = 2", (day(4).isoformat(),))
    assert named(list(prove_account())) == {
        ("open-between-nil-and-amount-every-day", 1),
        ("open-between-nil-and-amount-every-day", 2),
        ("pair-never-negative", 2),
    }
