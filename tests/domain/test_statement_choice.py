"""Who is left out of a run of statements: worked examples, and every branch."""

from datetime import date, timedelta

import pytest

from creditmate.domain.chasing import Cover, OpenEntry, Portion
from creditmate.domain.money import Money
from creditmate.domain.rows import ContactRow
from creditmate.domain.statement_choice import (
    Carriage,
    LeftOut,
    Reason,
    goes_by,
    reason_to_leave_out,
)
from creditmate.domain.wishes import WishKind

TODAY = date(2026, 11, 23)
FRIDAY = TODAY + timedelta(days=4)


def portion(open_: int, disputed: int = 0, planned: int = 0, promised: int = 0) -> Portion:
    """An overdue item cut as the rules of chasing cut it."""
    entry = OpenEntry(1, "GBP", TODAY, TODAY, open_)
    covers = (Cover(7, FRIDAY, promised),) if promised else ()
    return Portion(entry, disputed, planned, covers)


def reason(*portions: Portion, balance: int = 100, ceased: bool = False) -> Reason | None:
    return reason_to_leave_out(portions, [Money(balance, "GBP")], ceased=ceased)


def test_as_long_as_a_penny_may_be_asked_for_a_statement_goes() -> None:
    """100.00 in dispute and 50.00 promised, but 0.01 of another invoice is neither."""
    parts = (portion(10_000, disputed=10_000), portion(5_001, promised=5_000))
    assert reason(*parts) is None


def test_all_in_dispute() -> None:
    assert reason(portion(100, disputed=100)) == Reason(LeftOut.IN_DISPUTE)


def test_all_promised_until_the_last_day_of_the_promises() -> None:
    assert reason(portion(100, promised=100)) == Reason(LeftOut.PROMISED, FRIDAY)


def test_all_in_a_plan_is_by_arrangement() -> None:
    assert reason(portion(100, planned=100)) == Reason(LeftOut.PROMISED)


def test_partly_disputed_and_the_rest_promised() -> None:
    parts = (portion(100, disputed=40, promised=60), portion(20, disputed=20))
    assert reason(*parts) == Reason(LeftOut.HELD, FRIDAY)


@pytest.mark.parametrize("balance", [0, -1])
def test_nothing_is_owed_on_balance(balance: int) -> None:
    """1.00 is open, and 1.00 or more was paid and not matched."""
    assert reason(portion(100), balance=balance) == Reason(LeftOut.IN_CREDIT)


def test_in_credit_in_one_currency_and_owing_in_another() -> None:
    balances = [Money(-500, "EUR"), Money(100, "GBP")]
    assert reason_to_leave_out((portion(100),), balances, ceased=False) is None


def test_ceased_trading_goes_before_everything() -> None:
    assert reason(portion(100), balance=-1, ceased=True) == Reason(LeftOut.CEASED)


def contact(channel: str, email: str) -> ContactRow:
    return ContactRow(1, 1, "Ann Lee", "", "pays", channel, "", "", email)


@pytest.mark.parametrize(
    ("contacts", "carriage"),
    [
        ((), Carriage.POST),
        ((contact("call", ""),), Carriage.POST),
        ((contact("letter", "ann@example.org"),), Carriage.POST),
        ((contact("call", "ann@example.org"),), Carriage.EMAIL),
        ((contact("email", "ann@example.org"), contact("letter", "")), Carriage.EMAIL),
    ],
)
def test_it_goes_to_the_first_contact_in_their_way(
    contacts: tuple[ContactRow, ...], carriage: Carriage
) -> None:
    assert goes_by(contacts) is carriage


@pytest.mark.parametrize(
    ("refused", "carriage"),
    [
        ({WishKind.NO_EMAILS}, Carriage.POST),
        ({WishKind.NO_LETTERS}, Carriage.EMAIL),
        ({WishKind.NO_EMAILS, WishKind.NO_LETTERS}, Carriage.NONE),
    ],
)
def test_it_does_not_go_in_a_way_that_is_refused(
    refused: set[WishKind], carriage: Carriage
) -> None:
    ann = contact("call", "ann@example.org")
    assert goes_by([ann], frozenset(refused)) is carriage
    assert goes_by([ann._replace(refuses=frozenset(refused))]) is carriage
    assert goes_by([ann._replace(channel="letter")], frozenset(refused)) is carriage


def test_without_anybody_known_a_refused_letter_leaves_no_way() -> None:
    assert goes_by([], frozenset({WishKind.NO_LETTERS})) is Carriage.NONE
