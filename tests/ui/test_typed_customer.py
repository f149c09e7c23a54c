"""A customer as typed: read back unchanged, told apart from what others saved."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from creditmate.domain.customer_form import CustomerForm, SiteForm, SiteKind
from creditmate.domain.due_rules import (
    DayOfNextMonth,
    DaysAfterMonthEnd,
    DaysThenMonthEnd,
    Instalment,
    Instalments,
    MonthEnd,
    Net,
    OnDay,
    OnReceipt,
)
from creditmate.domain.errors import Problem
from creditmate.domain.money import Money
from creditmate.domain.payment_runs import PaymentRun, run_of
from creditmate.domain.payment_terms import Discount, PaymentTerms, Shift
from creditmate.domain.terms_text import terms_text
from creditmate.ui.customer_edit.typed_customer import (
    TypedCustomer,
    rebased,
    typed_customer,
    understood,
)
from creditmate.ui.customer_edit.typed_run import KEPT, TypedRun
from creditmate.ui.customer_edit.typed_terms import TypedTerms, as_text, from_text, read_typed

TODAY = date(2026, 11, 23)
TERMS = (
    None,
    PaymentTerms(Net(30)),
    PaymentTerms(OnReceipt()),
    PaymentTerms(MonthEnd(2)),
    PaymentTerms(Net(60), Discount(Decimal("2.5"), 10)),
    PaymentTerms(DayOfNextMonth(15)),
    PaymentTerms(DayOfNextMonth(15, 20)),
    PaymentTerms(Net(30), shift=Shift.NEXT),
    PaymentTerms(Instalments((Instalment(30, 1), Instalment(60, 1)))),
    PaymentTerms(Instalments((Instalment(0, 50), Instalment(30, 25), Instalment(60, 25)))),
    PaymentTerms(DayOfNextMonth(15, -3), Discount(Decimal(2), 10), Shift.PREVIOUS),
    PaymentTerms(OnDay(19)),
    PaymentTerms(DaysAfterMonthEnd(30)),
    PaymentTerms(DaysThenMonthEnd(30)),
)
RUNS = (
    "weekly:fri",
    "fortnightly:2026-11-06",
    "monthly:1,15",
    "monthly:last",
    "monthly:last_working",
    "monthly:2_tue",
    "monthly:last_fri",
    "monthly:15,last",
)


def a_form(terms: PaymentTerms | None = None, run: PaymentRun | None = None) -> CustomerForm:
    return CustomerForm(
        "BRIN01", "Brindle Row", "GB", "GBP", "en_GB", "Europe/London", id=7, version=3,
        terms=terms, payment_run=run, owner_id=2, insured=Money(500_000, "GBP"),
        report_by_days=60, statement_day=31, region="SCT", grace_days=7, tags=("oak", "site"),
        remember="Ask for Jo.\nTwice.",
    )  # fmt: skip


@pytest.mark.parametrize("terms", TERMS)
@pytest.mark.parametrize("run", [None, *map(run_of, RUNS)])
def test_what_is_shown_reads_back_as_it_was(
    terms: PaymentTerms | None, run: PaymentRun | None
) -> None:
    form = a_form(terms, run)
    read = understood(typed_customer(form, "en_GB"), form, "en_GB", TODAY)
    assert (read.form, dict(read.problems)) == (form, {})


def test_what_the_fields_cannot_tell_is_kept_until_something_else_is_chosen() -> None:
    form = a_form(PaymentTerms(OnDay(19)), run_of("monthly:15,last"))
    typed = typed_customer(form, "en_GB")
    assert typed.run.often == KEPT
    other = replace(typed, terms=replace(typed.terms, form="net", number="14"))
    assert understood(other, form, "en_GB", TODAY).form.terms == PaymentTerms(Net(14))


@pytest.mark.parametrize(
    ("typed", "field", "problem"),
    [
        ({"terms": TypedTerms("net", "soon")}, "customer.terms", Problem.FIELD_REFUSED),
        ({"terms": TypedTerms("net", "")}, "customer.terms", Problem.FIELD_REFUSED),
        ({"terms": TypedTerms("net", "30", "2", "")}, "customer.terms", Problem.FIELD_REFUSED),
        ({"terms": TypedTerms("net", "3661")}, "customer.terms", Problem.BAD_TERMS),
        ({"terms": TypedTerms("on_day", "32")}, "customer.terms", Problem.BAD_TERMS),
        ({"terms": TypedTerms("instalments", "60/30")}, "customer.terms", Problem.BAD_TERMS),
        ({"terms": TypedTerms("instalments", "30")}, "customer.terms", Problem.BAD_TERMS),
        (
            {"terms": TypedTerms("day_of_next_month", "20", cut_off="0")},
            "customer.terms",
            Problem.BAD_TERMS,
        ),
        (
            {"terms": TypedTerms("day_of_next_month", "20", cut_off="28", cut_from="end")},
            "customer.terms",
            Problem.BAD_TERMS,
        ),
        ({"grace_days": "soon"}, "customer.grace_days", Problem.FIELD_REFUSED),
        ({"run": TypedRun("days", days="15, 32")}, "customer.payment_run", Problem.FIELD_REFUSED),
        ({"run": TypedRun("fortnightly")}, "customer.payment_run", Problem.FIELD_REFUSED),
        ({"insured": "lots"}, "customer.insured", Problem.BAD_MONEY),
        ({"limit": "1.0.0"}, "limit.amount", Problem.BAD_MONEY),
        ({"statement_day": "x"}, "customer.statement_day", Problem.FIELD_REFUSED),
    ],
)
def test_what_cannot_be_read_names_its_field(
    typed: dict[str, object], field: str, problem: Problem
) -> None:
    form = a_form()
    given = replace(typed_customer(form, "en_GB"), **typed)  # type: ignore[arg-type]
    problems = understood(given, form, "en_GB", TODAY).problems
    assert {name: error.problem for name, error in problems.items()} == {field: problem}


def test_what_i_typed_stands_upon_what_another_saved() -> None:
    base = TypedCustomer(name="Acme", industry="Boats", approver="Jo")
    mine = replace(base, name="Acme Ltd", industry="Yachts")
    theirs = replace(base, industry="Ships", approver="Kim")
    found, clashes = rebased(base, mine, theirs)
    assert (found.name, found.industry, found.approver) == ("Acme Ltd", "Yachts", "Kim")
    assert clashes == ("industry",)


def test_my_addresses_take_the_newer_versions_and_what_is_gone_is_made_again() -> None:
    kept = SiteForm(SiteKind.BILLING, "GB", ("1 Mill Lane",), id=1, version=1)
    gone = SiteForm(SiteKind.DELIVERY, "GB", ("Depot",), id=2, version=1)
    base = TypedCustomer(sites=(kept, gone))
    mine = replace(base, sites=(replace(kept, lines=("2 Mill Lane",)), gone))
    theirs = replace(base, sites=(replace(kept, version=4),))
    found, clashes = rebased(base, mine, theirs)
    assert [(site.id, site.version) for site in found.sites] == [(1, 4), (0, 0)]
    assert clashes == ("sites",)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("30/60/90", "parts 30/60/90"),
        ("0:50/30:50", "parts 0:50/30:50"),
        ("50% now, 50% in 30 days", "parts 0/30"),
    ],
)
def test_parts_are_typed_in_several_ways(text: str, terms: str) -> None:
    found = read_typed(TypedTerms("instalments", text), "en_GB")
    assert found is not None
    assert terms_text(found) == terms


def test_typed_terms_are_one_text_there_and_back() -> None:
    given = TypedTerms("day_of_next_month", "20", "2", "10", "25", "end", "next")
    assert from_text(as_text(given)) == given
