"""The settings take effect: who is contacted, who gets a statement, what is promised."""

from datetime import date
from decimal import Decimal

import pytest

from creditmate.db.connection import execute
from creditmate.db.proof.everything import prove_all
from creditmate.domain.customer_list import Order, Wanted
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.refusals import Why
from creditmate.domain.settings import DEFAULTS, Settings
from creditmate.domain.statement_choice import LeftOut
from creditmate.services.calls import CallNote
from creditmate.services.customer_lists import CustomerLists
from creditmate.services.exchange_rates import ExchangeRates
from creditmate.services.not_contacted import WhyNot
from creditmate.services.settings import BusinessSettings
from creditmate.services.statement_lists import StatementLists
from creditmate.services.statements import Statements
from creditmate.services.worklists import WorkDay, WorkLists
from tests.builders import a_customer, an_invoice, day
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)
LATE = day(200)


def owing(office: Office, code: str, minor: int, currency: str = "GBP") -> None:
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, code, currency)
        an_invoice(writing, customer, f"{code}-1", LATE, minor, currency=currency)


def save(office: Office, **values: int) -> None:
    service = BusinessSettings(office.gateway)
    service.save(Settings(**values), service.read().version)  # type: ignore[arg-type]


def whole_day() -> WorkDay:
    reading = WorkLists().reading(TODAY)
    found = reading.go_on()
    while not found.is_whole:
        found = reading.go_on()
    return found


# ---------------------------------------------------------------- the document


def test_nothing_set_is_the_default_and_nothing_is_written(office: Office) -> None:
    kept = BusinessSettings(office.gateway).read()
    assert (kept.settings, kept.version) == (DEFAULTS, 0)
    assert execute("SELECT count(*) FROM setting").fetchone() == (0,)


def test_what_is_saved_is_read_and_an_older_reading_is_refused(office: Office) -> None:
    service = BusinessSettings(office.gateway)
    service.save(Settings(grace_days=3), 0)
    service.save(Settings(grace_days=4), 1)
    for version in (0, 1):
        with pytest.raises(UserError) as error:
            service.save(Settings(grace_days=5), version)
        assert error.value.problem is Problem.CHANGED_MEANWHILE
    kept = service.read()
    assert (kept.settings.grace_days, kept.version) == (4, 2)
    assert (kept.contact_from, kept.print_from) == (Money(0, "GBP"), Money(0, "GBP"))
    assert prove_all() == []


def test_a_setting_that_is_not_known_is_named(office: Office) -> None:
    save(office)
    execute("""UPDATE setting SET content = '{"colour": 1}'""")
    with pytest.raises(UserError) as error:
        BusinessSettings(office.gateway).read()
    assert (error.value.problem, error.value.facts) == (
        Problem.SETTINGS_UNREADABLE, {"key": "colour"},
    )  # fmt: skip


# ---------------------------------------------------------------- contact


def test_who_owes_too_little_is_not_contacted_and_is_named(office: Office) -> None:
    owing(office, "SMALL", 999)
    owing(office, "JUST", 1000)
    assert set(office.codes()) == {"SMALL", "JUST"}
    save(office, contact_from_minor=1000)
    assert office.codes() == ["JUST"]
    assert [row.code for row in WorkLists().today(TODAY, 5)] == ["JUST"]
    found = whole_day()
    assert [row.code for row in found.rows] == ["JUST"]
    (left,) = found.not_contacted
    assert (left.code, left.why, left.amounts) == (
        "SMALL", WhyNot.SMALL_BALANCE, (Money(999, "GBP"),),
    )  # fmt: skip
    assert office.brief("SMALL").line is None
    assert office.brief("JUST").line is not None


def test_what_was_agreed_is_done_whatever_it_is_about(office: Office) -> None:
    owing(office, "SMALL", 999)
    save(office, contact_from_minor=1000)
    office.call("SMALL", CallNote(with_name="Ann", outcome=Outcome.NO_ANSWER, note="",
                                  next_day=date(2026, 11, 25)))  # fmt: skip
    assert office.on(date(2026, 11, 25)).codes() == ["SMALL"]


def test_other_currencies_count_at_their_rate_or_at_par(office: Office) -> None:
    owing(office, "EURO", 1100, "EUR")
    owing(office, "KRONE", 1100, "SEK")
    save(office, contact_from_minor=1000)
    assert set(office.codes()) == {"EURO", "KRONE"}
    ExchangeRates(office.gateway, office.clock).enter("EUR", TODAY, Decimal("0.86"))
    assert office.codes() == ["KRONE"]


def test_the_rate_decides_who_is_called_first(office: Office) -> None:
    owing(office, "POUND", 60_000)
    owing(office, "YEN", 90_000, "JPY")
    assert office.codes() == ["YEN", "POUND"]
    ExchangeRates(office.gateway, office.clock).enter("JPY", LATE, Decimal("0.0052"))
    assert office.codes() == ["POUND", "YEN"]
    assert [row.code for row in whole_day().rows] == ["POUND", "YEN"]


# ---------------------------------------------------------------- statements


def test_too_little_is_left_out_of_a_run_unless_chosen_by_hand(office: Office) -> None:
    owing(office, "SMALL", 499)
    owing(office, "JUST", 500)
    save(office, print_from_minor=500)
    statements = Statements(office.gateway)
    book = StatementLists(statements).book(TODAY)
    assert {one.code: one.reason and one.reason.why for one in book.candidates} == {
        "SMALL": LeftOut.SMALL, "JUST": None,
    }  # fmt: skip
    drafts, skipped = statements.drafts(TODAY)
    assert [draft.customer.code for draft in drafts] == ["JUST"]
    assert [(one.customer.code, one.why) for one in skipped] == [("SMALL", "small")]
    drafts, skipped = statements.drafts(TODAY, ["SMALL"])
    assert [draft.customer.code for draft in drafts] == ["SMALL"]
    assert skipped == []


# ---------------------------------------------------------------- promises


def test_a_promise_has_the_days_of_grace_that_are_set(office: Office) -> None:
    owing(office, "ACME", 1000)
    save(office, grace_days=5)
    office.call("ACME", CallNote(with_name="Ann", outcome=Outcome.WILL_PAY, note="",
                                 promised=Money(1000, "GBP"), promised_by=date(2026, 11, 27),
                                 next_day=date(2026, 12, 4)))  # fmt: skip
    sql = "SELECT grace_days, until_day FROM promise"
    assert execute(sql).fetchall() == [(5, "2026-12-04")]


# ---------------------------------------------------------------- the list's totals


def test_totals_in_the_home_currency_say_at_which_days_rate(office: Office) -> None:
    owing(office, "POUND", 60_000)
    lists = CustomerLists()
    assert lists.listing(Wanted(), TODAY).totals.home is None
    owing(office, "EURO", 100_000, "EUR")
    owing(office, "KRONE", 5_000_000, "SEK")
    ExchangeRates(office.gateway, office.clock).enter("EUR", LATE, Decimal("0.86"))
    listing = lists.listing(Wanted(order=Order.OWED), TODAY)
    home = listing.totals.home
    assert home is not None
    assert (home.total, home.oldest_rate, home.without_rate) == (
        Money(146_000, "GBP"), LATE, ("SEK",),
    )  # fmt: skip
    assert listing.totals.home_overdue == home
    assert lists.totals(listing.ids, TODAY) == listing.totals
    assert [row.code for row in listing.head] == ["EURO", "POUND", "KRONE"]


# ---------------------------------------------------------------- the table of rates


def test_a_rate_entered_again_takes_the_place_of_the_first(office: Office) -> None:
    rates = ExchangeRates(office.gateway, office.clock)
    rates.enter("EUR", LATE, Decimal("0.8"), "a slip")
    made = rates.enter("EUR", LATE, Decimal("0.860"), " ECB ").id
    rates.enter("EUR", TODAY, Decimal("0.87"))
    assert [(row.rate.day, str(row.rate.rate), row.source) for row in rates.table()] == [
        (TODAY, "0.87", ""), (LATE, "0.860", "ECB"),
    ]  # fmt: skip
    found = rates.on("EUR", date(2026, 11, 22))
    assert found is not None
    assert str(found.rate) == "0.860"
    rates.remove(made)
    assert rates.on("EUR", date(2026, 11, 22)) is None
    total = rates.total([Money(100, "EUR"), Money(1, "GBP")], TODAY)
    assert (total.total, total.oldest_rate) == (Money(88, "GBP"), TODAY)
    assert prove_all() == []


@pytest.mark.parametrize(
    ("currency", "on", "rate", "field", "why"),
    [
        ("XXX", LATE, "1", "rate.currency", Why.NOT_POSSIBLE),
        ("GBP", LATE, "1", "rate.currency", Why.HOME_CURRENCY),
        ("EUR", date(2026, 11, 24), "1", "rate.day", Why.DAY_AHEAD),
        ("EUR", LATE, "0", "rate.rate", Why.RATE),
        ("EUR", LATE, "NaN", "rate.rate", Why.RATE),
        ("EUR", LATE, "1.00000000000000000001", "rate.rate", Why.RATE),
    ],
)
def test_rates_that_cannot_be(  # noqa: PLR0917 - a row of a table
    office: Office, currency: str, on: date, rate: str, field: str, why: Why
) -> None:
    with pytest.raises(UserError) as error:
        ExchangeRates(office.gateway, office.clock).enter(currency, on, Decimal(rate))
    assert (error.value.facts["field"], error.value.facts["why"]) == (field, why.value)
    assert execute("SELECT count(*) FROM exchange_rate").fetchone() == (0,)


def test_a_rate_is_removed_once(office: Office) -> None:
    rates = ExchangeRates(office.gateway, office.clock)
    made = rates.enter("EUR", day(0), Decimal("0.9")).id
    rates.remove(made)
    for unknown in (made, 99):
        with pytest.raises(UserError) as caught:
            rates.remove(unknown)
        assert caught.value.problem is Problem.CHANGED_MEANWHILE
