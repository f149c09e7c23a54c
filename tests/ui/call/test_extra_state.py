"""What a form understands of what else comes of a call, and what it still needs."""

from dataclasses import fields, replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.db import connection
from creditmate.domain.barriers import Barrier
from creditmate.domain.call_extras import Besides
from creditmate.domain.contact_details import Told
from creditmate.domain.disputes import DisputeReason, Questioned
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import Every, Meanwhile
from creditmate.i18n.read_back import AgreedQuery, AgreedTime
from creditmate.services.call_drafts import CallDrafts, TypedCall
from creditmate.services.call_sheets import CallSheet, CallSheets
from creditmate.services.customers import Customers
from creditmate.ui.call.extra_state import ALL, EXTRA_FIELDS, ExtraReader, barrier, opened, told
from tests.builders import SetClock, a_customer, an_invoice, make_ledger

MONDAY = date(2026, 11, 23)
EN = "en_GB"


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> CallSheet:
    """A customer who owes 100.00 and 40.00, both late."""
    clock = SetClock(MONDAY)
    gateway = make_ledger(tmp_path_factory.mktemp("extras") / "books.creditmate", clock)
    with gateway.write("test") as writing:
        customer = a_customer(writing, "ACME")
        an_invoice(writing, customer, "A1", date(2026, 9, 1), 10_000)
        an_invoice(writing, customer, "A2", date(2026, 9, 2), 4_000)
    found = CallSheets(Customers(), CallDrafts(clock), clock).sheet("ACME")
    connection.close()
    return found


@pytest.fixture(scope="module")
def reader(sheet: CallSheet) -> ExtraReader:
    return ExtraReader(sheet, MONDAY, EN)


def typed(*seen: Besides, **texts: str) -> TypedCall:
    outcome = texts.pop("outcome", "call_back")
    return TypedCall(
        with_name="Ann", outcome=outcome, opened=tuple(one.value for one in seen),
        **texts,  # type: ignore[arg-type]  # texts alone
    )  # fmt: skip


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def missing(reader: ExtraReader, form: TypedCall) -> list[str]:
    return reader.missing(form, reader.understand(form))


def test_what_is_folded_away_counts_for_nothing(reader: ExtraReader) -> None:
    form = typed(query_amount="?", time_to="soon", plan_parts="x")
    got = reader.understand(form)
    assert (got.bad, missing(reader, form)) == ({}, [])
    for made in (reader.dispute, reader.extension, reader.plan):
        assert made(form, got) is None


def test_nobody_agrees_to_anything_who_was_not_reached() -> None:
    assert opened(typed(Besides.PLAN, outcome="no_answer")) == frozenset()
    assert opened(typed(Besides.PLAN)) == {Besides.PLAN}


def test_a_question_needs_its_invoice_and_its_reason(reader: ExtraReader) -> None:
    assert missing(reader, typed(Besides.QUERY)) == ["query-item", "query-reason"]
    form = typed(Besides.QUERY, query_item=ALL, query_reason="price", query_amount="140.01")
    assert missing(reader, form) == ["query-amount"]
    assert missing(reader, replace(form, query_amount="140")) == []
    assert missing(reader, replace(form, query_amount="", query_by="fri")) == []
    assert missing(reader, replace(form, query_amount="x", query_by="x")) == [
        "query-amount",
        "query-by",
    ]


@given(st.integers(1, 14_000))
def test_an_amount_is_poured_over_the_items_and_no_more_than_is_open(
    reader: ExtraReader, minor: int
) -> None:
    text = f"{minor // 100}.{minor % 100:02}"
    form = typed(Besides.QUERY, query_item=ALL, query_reason="quality", query_amount=text)
    new = reader.dispute(form, reader.understand(form))
    assert new is not None
    amounts = [item.amount for item in new.items]
    assert sum(amount.minor for amount in amounts if amount is not None) == minor
    assert amounts[0] == gbp(min(minor, 10_000))


def test_all_of_one_item_is_told_by_who_said_so(reader: ExtraReader) -> None:
    first = reader.debits[0]
    form = typed(
        Besides.QUERY, query_item=str(first.id), query_reason="damaged", query_owner="3",
        query_evidence=" photo ", query_by="fri",
    )  # fmt: skip
    new = reader.dispute(form, reader.understand(form))
    assert new is not None
    assert new.items == (Questioned(first.id),)
    assert (new.reason, new.owner, new.evidence) == (DisputeReason.DAMAGED, 3, "photo")
    assert (new.by_whom, new.answer_by) == ("Ann", date(2026, 11, 27))
    assert reader.agreed_query(form, reader.understand(form)) == AgreedQuery(
        gbp(10_000), DisputeReason.DAMAGED, date(2026, 11, 27)
    )


def test_more_time_needs_its_reason_once_a_day_is_named(reader: ExtraReader) -> None:
    assert missing(reader, typed(Besides.TIME)) == []
    assert missing(reader, typed(Besides.TIME, time_to="+7")) == ["time-because"]
    assert missing(reader, typed(Besides.TIME, time_because="stock")) == ["time-to"]
    form = typed(Besides.TIME, time_to="+7", time_because="stock", time_interest="waived")
    got = reader.understand(form)
    new = reader.extension(form, got)
    assert new is not None
    assert (new.to_day, new.because, new.by_whom) == (date(2026, 11, 30), "stock", "Ann")
    assert new.interest is Meanwhile.WAIVED
    assert reader.agreed_time(form, got) == AgreedTime(date(2026, 11, 30), interest_runs=False)


@pytest.mark.parametrize("parts", ["", "0", "121", "-1", "two", "1.5"])
def test_a_plan_needs_a_number_of_parts(reader: ExtraReader, parts: str) -> None:
    assert missing(reader, typed(Besides.PLAN, plan_parts=parts, plan_first="+7")) == ["plan-parts"]


def test_a_plan_is_usually_monthly_and_without_interest(reader: ExtraReader) -> None:
    form = typed(Besides.PLAN, plan_parts="3", plan_first="+7")
    terms = reader.plan(form, reader.understand(form))
    assert terms is not None
    assert (terms.parts, terms.every, terms.first) == (3, Every.MONTH, date(2026, 11, 30))
    assert terms.interest is Meanwhile.WAIVED
    other = replace(form, plan_every="week", plan_interest="runs", plan_because=" boss ")
    weekly = reader.plan(other, reader.understand(other))
    assert weekly is not None
    assert (weekly.every, weekly.interest, weekly.because) == (Every.WEEK, Meanwhile.RUNS, "boss")


def test_an_hour_is_read_unless_there_is_no_step(reader: ExtraReader) -> None:
    assert reader.understand(typed(next_at="2 pm")).next_at == time(14)
    assert reader.understand(replace(typed(next_at="late"), no_step=True)).bad == {}
    assert list(reader.understand(typed(next_at="late")).bad) == ["next-at"]


def test_what_is_in_the_way_is_what_was_tapped_else_what_the_outcome_says() -> None:
    said = typed(outcome=Outcome.INVOICE_NOT_RECEIVED.value)
    assert barrier(said) is Barrier.NOT_RECEIVED
    tapped = replace(said, opened=("barrier",), barrier="cash")
    assert barrier(tapped) is Barrier.CASH
    assert barrier(replace(tapped, barrier="")) is None
    assert barrier(typed()) is None
    assert told(replace(said, told=("terms", "due_date"))) == (Told.DUE_DATE, Told.TERMS)


def test_every_field_that_can_be_wrong_has_its_place(reader: ExtraReader) -> None:
    form = typed(*Besides, query_amount="?", query_by="?", time_to="?", time_because="")
    assert set(missing(reader, form)) <= set(EXTRA_FIELDS)


def test_a_form_is_kept_whole_whatever_is_typed(tmp_path: Path) -> None:
    """Each field of it comes back from the disk as it was."""
    clock = SetClock(MONDAY)
    gateway = make_ledger(tmp_path / "kept.creditmate", clock)
    with gateway.write("test") as writing:
        a_customer(writing, "ACME")
    values: dict[str, object] = {}
    for field in fields(TypedCall):
        if field.type is bool or field.type == "bool":
            values[field.name] = True
        elif field.type is int or field.type == "int":
            values[field.name] = 7
        else:
            values[field.name] = ("a", "b") if field.default == () else f"typed {field.name}"
    form = TypedCall(**values)  # type: ignore[arg-type]  # by their types
    drafts = CallDrafts(clock)
    drafts.save("ACME", datetime.now().astimezone(), form)
    kept = drafts.read("ACME")
    connection.close()
    assert kept is not None
    assert kept.typed == form
