"""The work list replayed on a real ledger: the harness is right, and the list earns its place."""

from datetime import date
from pathlib import Path

import pytest

from bench.histories import Invoice, read_history
from bench.replay import (
    Choose,
    largest_first,
    oldest_first,
    our_list,
    plain_score,
    replay,
    span,
)

HISTORY = Path(__file__).parents[3] / "shared" / "data" / "ar-history.csv"
needs_history = pytest.mark.skipif(
    not HISTORY.exists(), reason="../shared/data/ar-history.csv is not here"
)
FIRST, LAST = date(2012, 7, 2), date(2013, 11, 29)


@pytest.fixture(scope="module")
def invoices() -> list[Invoice]:
    return read_history(HISTORY)


@needs_history
@pytest.mark.parametrize(("choose", "ahead", "in_time"), [
    (oldest_first, 0.37, 0.11), (largest_first, 0.57, 0.46), (plain_score, 0.73, 0.60),
])  # fmt: skip
def test_the_published_rows_come_out(
    invoices: list[Invoice], choose: Choose, ahead: float, in_time: float
) -> None:
    """data/README.md, one call a day; its plain score has 0.59, ties fall otherwise here."""
    assert span(invoices) == (FIRST, LAST)
    found = replay(invoices, choose, 1, FIRST, LAST)
    assert found[0] == pytest.approx(ahead, abs=0.006)
    assert found[1] == pytest.approx(in_time, abs=0.006)


@needs_history
@pytest.mark.parametrize(("calls", "ahead"), [(1, 0.70), (2, 0.92)])
def test_our_list_reaches_people_while_most_is_still_ahead(
    invoices: list[Invoice], calls: int, ahead: float
) -> None:
    assert replay(invoices, our_list, calls, FIRST, LAST)[0] >= ahead


def test_the_shares_of_a_history_worked_out_by_hand() -> None:
    """Two customers, one call a day, a fortnight: who is called when, and what is ahead then."""
    monday = date(2026, 3, 2)
    found = [
        # in the window from Tue 3, the larger: called at once, 20 late days ahead
        Invoice(1, 1, date(2026, 2, 8), date(2026, 3, 10), date(2026, 3, 30), 10_000),
        # called on Wed 4, while the larger rests: 10 late days ahead
        Invoice(2, 2, date(2026, 2, 8), date(2026, 3, 10), date(2026, 3, 20), 5_000),
        # raised on Thu 12, its customer called again on Mon 9 and resting to the end: no call
        Invoice(3, 1, date(2026, 3, 12), date(2026, 3, 12), date(2026, 3, 16), 7_500),
    ]
    ahead, in_time = replay(found, largest_first, 1, monday, date(2026, 3, 13))
    assert in_time == pytest.approx(15_000 / 22_500)
    assert ahead == pytest.approx((2_000 + 500) / (2_000 + 500 + 300))
