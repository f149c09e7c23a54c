"""Exchange rates and thresholds in the work list: order, bounds, what is too small."""

from datetime import timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.case_picture import picture
from creditmate.domain.exchange import Worth
from creditmate.domain.missed import unanswered
from creditmate.domain.money import Money
from creditmate.domain.promises import PromiseState
from creditmate.domain.top_lines import Order, points_bound, top_lines
from creditmate.domain.workcase import CallBack, Case, Policy
from creditmate.domain.worklist import Kind, is_small, line_at_any_size, work_line, work_list
from tests.domain.test_top_lines import BUSY, MANY, ORDERS, aggregate_of
from tests.domain.test_worklist_properties import CASES
from tests.domain.worklist_cases import BOOK, TODAY, case_of, entry, promised

WORTHS = st.builds(
    lambda euro, pound: Worth({"EUR": Decimal(euro).scaleb(-3), "GBP": Decimal(pound).scaleb(-3)}),
    st.integers(1, 10**6),
    st.integers(1, 10**6),
)
YEN = Worth({"JPY": Decimal("0.0052")})


@given(CASES | BUSY, WORTHS, ORDERS)
def test_no_line_stands_above_its_bound_at_any_rate(case: Case, worth: Worth, order: Order) -> None:
    line = work_line(case, TODAY, Policy(worth=worth))
    if line is not None:
        aggregate = aggregate_of(case)
        assert line.score <= points_bound(aggregate, BOOK, TODAY, worth)
        assert order.bound(aggregate, BOOK, TODAY, worth) < order.key(line)


@given(MANY, WORTHS, st.integers(0, 10**6), st.integers(1, 4), ORDERS)
def test_the_top_is_the_top_at_any_rate_and_threshold(
    cases: list[Case], worth: Worth, least: int, count: int, order: Order
) -> None:
    policy = Policy(worth=worth, contact_from=Money(least, "USD"))
    bounded = sorted(
        ((order.bound(aggregate_of(case), BOOK, TODAY, worth), case) for case in cases),
        key=lambda pair: pair[0],
    )
    whole = sorted(work_list(cases, TODAY, policy), key=order.key)
    assert top_lines(bounded, count, TODAY, order, policy) == whole[:count]


@given(CASES | BUSY, st.integers(0, 10**8))
def test_a_line_is_on_the_list_or_too_small(case: Case, least: int) -> None:
    policy = Policy(contact_from=Money(least, "GBP"))
    line = line_at_any_size(case, TODAY, policy)
    assert line == work_line(case, TODAY)
    if line is not None and is_small(line, policy):
        assert work_line(case, TODAY, policy) is None
        assert line.kind in {Kind.FOLLOW_UP, Kind.COURTESY}
    else:
        assert work_line(case, TODAY, policy) == line


def test_ninety_thousand_yen_are_less_than_six_hundred_pounds() -> None:
    yen = case_of(entry(1, 30, 90_000, "JPY"), customer=1)
    pounds = case_of(entry(2, 30, 60_000), customer=2)
    assert [line.customer for line in work_list([yen, pounds], TODAY)] == [1, 2]
    at_rates = work_list([yen, pounds], TODAY, Policy(worth=YEN))
    assert [line.customer for line in at_rates] == [2, 1]


def test_the_bank_is_looked_at_first_for_the_larger_sum_at_the_rates() -> None:
    awaited = promised(50_000, PromiseState.CHECK_BANK, until=-1)
    case = Case(1, (entry(1, 30, 50_000), entry(2, 30, 90_000, "JPY")), BOOK_HABIT,
                standings=(awaited,))  # fmt: skip
    assert not picture(case, TODAY).bank_first
    assert picture(case, TODAY, Policy(worth=YEN)).bank_first


BOOK_HABIT = case_of().lateness


def test_the_most_money_missing_leads_at_the_rates() -> None:
    small = promised(40_000, PromiseState.BROKEN, until=-2, number=1)
    large = promised(60_000, PromiseState.BROKEN, until=-2, number=2)
    found = unanswered([small, large], None, TODAY, Worth({"GBP": Decimal(2)}))
    assert [standing.promise.id for standing in found] == [2, 1]


def test_the_threshold_is_the_least_that_is_contacted() -> None:
    case = case_of(entry(1, 30, 1000))
    assert work_line(case, TODAY, Policy(contact_from=Money(1000, "GBP"))) is not None
    assert work_line(case, TODAY, Policy(contact_from=Money(1001, "GBP"))) is None
    agreed = CallBack(TODAY, TODAY - timedelta(days=3))
    called = Case(1, case.entries, case.lateness, call_backs=(agreed,))
    assert work_line(called, TODAY, Policy(contact_from=Money(1001, "GBP"))) is not None
