"""A prepared question is the query it was written as, whatever values it is asked with."""

from datetime import date, timedelta

import pytest

from creditmate.db.connection import database
from creditmate.db.models import Entry
from creditmate.db.prepared import Argument, Query, about_customers, listed, prepared
from tests.builders import a_customer, an_invoice, day
from tests.db.conftest import Ledger

BUILT: list[int] = []


def plain(customers: Argument, as_at: Argument, least: Argument) -> Query:
    return (
        Entry.select(Entry.customer_id, Entry.day)
        .where(Entry.customer_id.in_(customers) & (Entry.day <= as_at))
        .where((Entry.currency == "GBP") & (Entry.amount_minor >= least))
        .where(Entry.day <= as_at)  # the same value once more
        .order_by(Entry.id)
    )


@prepared
def asked(customers: Argument, as_at: Argument, least: Argument) -> Query:
    BUILT.append(1)
    return plain(listed(customers), as_at, least)


@about_customers(Entry.customer_id)
def of_any(as_at: Argument) -> Query:
    return Entry.select(Entry.id).where(Entry.day <= as_at).order_by(Entry.id)


@pytest.fixture
def customers(ledger: Ledger) -> list[int]:
    with ledger.gateway.write("test") as writing:
        ids = [a_customer(writing, f"C{place}") for place in range(4)]
        for place in range(12):
            an_invoice(writing, ids[place % 4], f"I{place}", day(place), 1000 * place + 1)
    return ids


def test_it_answers_as_the_query_does(customers: list[int]) -> None:
    for some in ([], customers[:1], customers):
        for as_at in (day(-1), day(5), day(30)):
            for least in (0, 4001):
                rows = list(asked(some, as_at, least))
                assert rows == list(database.execute(plain(some, as_at, least)))
    assert len(list(asked(customers, day(30), 0))) == 12


def test_it_is_made_once_and_keeps_no_value(customers: list[int]) -> None:
    list(asked(customers, day(3), 0))
    made = len(BUILT)
    assert len(list(asked(customers[:1], day(30), 0))) == 3
    assert len(list(asked(customers, day(3), 0))) == 4
    assert len(BUILT) == made <= 1


def test_a_day_may_be_given_as_text(customers: list[int]) -> None:
    as_at: date = day(4) + timedelta(0)
    assert list(asked(customers, as_at.isoformat(), 0)) == list(asked(customers, as_at, 0))


def test_one_question_is_asked_of_everybody_or_of_some(customers: list[int]) -> None:
    all_of_them = [id_ for (id_,) in of_any(None, day(30))]
    assert [id_ for (id_,) in of_any(customers, day(30))] == all_of_them
    assert [id_ for (id_,) in of_any(customers[1:2], day(30))] == all_of_them[1::4]
    assert [id_ for (id_,) in of_any(None, day(5))] == all_of_them[:6]
    assert not list(of_any((), day(30)))
