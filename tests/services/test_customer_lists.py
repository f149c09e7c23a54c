"""The list of customers agrees with aged debtors, the briefs and the work list."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

import pytest

from creditmate.db import connection, ledger_file
from creditmate.domain.customer_list import Flag, ListedCustomer, Narrow, Order, Step, Wanted
from creditmate.domain.exchange import in_home
from creditmate.domain.money import Money
from creditmate.domain.promises import LIVE
from creditmate.domain.terms_standing import UNPROVED, State
from creditmate.services.customer_lists import CustomerLists
from creditmate.services.customers import Customers
from creditmate.services.receivables import Receivables
from creditmate.services.sample import fill_sample
from creditmate.services.settings import current_rates
from creditmate.services.worklists import WorkLists
from tests.builders import SetClock, a_gateway

TODAY = date(2026, 11, 23)
EARLIER = date(2026, 10, 1)


@pytest.fixture(scope="module", autouse=True)
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    gateway = a_gateway(SetClock(TODAY))

    def fill() -> None:
        with gateway.write("sample") as writing:
            fill_sample(writing, TODAY)

    ledger_file.create(tmp_path_factory.mktemp("lists") / "sample.creditmate", fill)
    yield
    connection.close()


@pytest.fixture
def lists() -> CustomerLists:
    return CustomerLists()


def everybody(lists: CustomerLists, as_at: date = TODAY) -> dict[str, ListedCustomer]:
    listing = lists.listing(Wanted(), as_at)
    return {row.code: row for row in lists.rows(listing.ids, as_at)}


@pytest.mark.parametrize("as_at", [TODAY, EARLIER])
def test_it_adds_up_to_aged_debtors(lists: CustomerLists, as_at: date) -> None:
    reports = {report.total.ageing.currency: report for report in Receivables().aged(as_at)}
    listing = lists.listing(Wanted(), as_at)
    assert {a.currency: a for a in listing.totals.ageings} == {
        currency: report.total.ageing for currency, report in reports.items()
    }
    rows = everybody(lists, as_at)
    for report in reports.values():
        for line in report.customers:
            assert line.ageing in rows[line.code].ageings


@pytest.mark.parametrize("as_at", [TODAY, EARLIER])
def test_lines_agree_with_briefs(lists: CustomerLists, as_at: date) -> None:
    for code, row in everybody(lists, as_at).items():
        brief = Customers().brief(code, as_at)
        ages = [(as_at - entry.due_day).days for entry in brief.entries if entry.due_day]
        assert row.oldest_days == max((age for age in ages if age > 0), default=None)
        assert row.last_contact == max((c.day for c in brief.last_contacts), default=None)
        assert (row.flag is Flag.DISPUTE) == bool(brief.disputed)


def test_who_is_on_the_work_list_comes_next_today(lists: CustomerLists) -> None:
    lines = {row.code: row.line for row in WorkLists().today(TODAY)}
    rows = everybody(lists)
    acting = {code for code, row in rows.items() if row.next_step and row.next_step.channel}
    assert acting == set(lines)
    for code, line in lines.items():
        step = rows[code].next_step
        assert step is not None
        assert (step.step, step.day, step.channel) == (Step.ACT, TODAY, line.channel)


def test_each_narrowing_shows_whom_it_says(lists: CustomerLists) -> None:
    rows = everybody(lists)
    briefs = {code: Customers().brief(code, TODAY) for code in rows}
    proved = {code: brief.agreed for code, brief in briefs.items() if brief.agreed is not None}
    belongs = {
        Narrow.ALL: set(rows),
        Narrow.OVERDUE: {c for c, row in rows.items() if row.oldest_days},
        Narrow.DISPUTED: {code for code, brief in briefs.items() if brief.disputed},
        Narrow.PROMISED: {
            code for code, brief in briefs.items() if any(s.state in LIVE for s in brief.standings)
        },
        Narrow.ON_STOP: {c for c, row in rows.items() if row.flag is Flag.ON_STOP},
        Narrow.OVER_LIMIT: {
            code
            for code, brief in briefs.items()
            if brief.facts.limit is not None and brief.facts.limit.over is not None
        },
        Narrow.AT_REST: {code for code, brief in briefs.items() if brief.facts.resting},
        Narrow.TERMS_MISSING: {c for c, one in proved.items() if one.state in UNPROVED},
        Narrow.TERMS_OLD: {c for c, one in proved.items() if one.newer is not None},
        Narrow.TERMS_AWAITED: {c for c, one in proved.items() if one.awaited is not None},
        Narrow.TERMS_BY_CONDUCT: {
            c for c, one in proved.items() if one.state is State.CONDUCT_ONLY
        },
        Narrow.MINE: set(),
        Narrow.ARCHIVED: set(),
    }
    assert belongs[Narrow.ON_STOP]
    assert belongs[Narrow.AT_REST]
    for narrow, codes in belongs.items():
        listing = lists.listing(Wanted(narrow), TODAY)
        assert {row.code for row in listing.head} == codes
        assert listing.counts == {each: len(found) for each, found in belongs.items()}
        assert (listing.totals.count, listing.of) == (len(codes), len(rows))


def in_pounds(amounts: Iterable[Money]) -> int:
    """Return what amounts are at the day's rates; the sample knows one for every currency."""
    rates = current_rates()
    converted = [in_home(amount, rates, TODAY) for amount in amounts]
    return sum(found[0].minor for found in converted if found is not None)


ORDERS: dict[Order, Callable[[ListedCustomer], Any]] = {
    Order.NAME: lambda row: row.name.casefold(),
    Order.CODE: lambda row: row.code.casefold(),
    Order.OLDEST: lambda row: row.oldest_days or 0,
    Order.LAST_CONTACT: lambda row: row.last_contact or date.min,
    Order.OWED: lambda row: in_pounds(a.owed for a in row.ageings),
    Order.OVERDUE: lambda row: in_pounds(a.overdue for a in row.ageings),
}


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("descending", [False, True])
def test_every_order_holds_both_ways(lists: CustomerLists, order: Order, descending: bool) -> None:
    wanted = Wanted(order=order, descending=descending)
    keys = [ORDERS[order](row) for row in lists.listing(wanted, TODAY).head]
    assert keys == sorted(keys, reverse=descending)
    assert len(set(map(str, keys))) > 1


def test_text_is_found_in_names_and_codes_in_any_case(lists: CustomerLists) -> None:
    for text in ("ashlar", "ASHL01", "  & oak "):
        listing = lists.listing(Wanted(text=text), TODAY)
        assert [row.code for row in listing.head] == ["ASHL01"]
    assert list(lists.listing(Wanted(text="%"), TODAY).ids) == []


def test_the_totals_of_a_choice_are_its_rows(lists: CustomerLists) -> None:
    listing = lists.listing(Wanted(), TODAY)
    chosen = listing.head[:3]
    totals = lists.totals([row.id for row in chosen], TODAY)
    assert totals.count == 3
    for ageing in totals.ageings:
        parts = [a for row in chosen for a in row.ageings if a.currency == ageing.currency]
        assert ageing.owed.minor == sum(part.owed.minor for part in parts)


def test_vanished_ids_are_left_out(lists: CustomerLists) -> None:
    first = lists.listing(Wanted(), TODAY).ids[0]
    assert [row.id for row in lists.rows([999_999, first], TODAY)] == [first]
