"""Who deserves a visit, and why; never somebody who buys for themselves."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.money import Money
from creditmate.domain.visit_suggestions import (
    Suggestion,
    VisitFacts,
    VisitReason,
    WhyVisit,
    in_order,
    may_be_visited,
    suggestion,
)
from creditmate.domain.visits import VisitPurpose

TODAY = date(2026, 11, 23)


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


FINE = VisitFacts(1, LegalForm.COMPANY, gbp(0), gbp(2_000_00))
LATE = replace(FINE, overdue=gbp(11_240_75), days_late=64)
amounts = st.integers(0, 10**7).map(gbp)
facts = st.builds(
    VisitFacts,
    customer=st.integers(1, 99),
    form=st.sampled_from(LegalForm),
    overdue=amounts,
    large=amounts,
    days_late=st.integers(0, 400),
    not_kept=st.integers(0, 5),
    tries=st.integers(0, 8),
    reached_day=st.none() | st.dates(date(2024, 1, 1), TODAY),
    disputed=st.none() | amounts,
    dispute_days=st.integers(0, 200),
    owed=st.none() | amounts,
    limit=st.none() | amounts,
    year=st.none() | amounts,
    valued=st.booleans(),
    review_day=st.none() | st.dates(date(2024, 1, 1), date(2027, 1, 1)),
    last_visit=st.none() | st.dates(date(2024, 1, 1), TODAY),
    refuses=st.booleans(),
    planned=st.booleans(),
)


def whys(found: Suggestion | None) -> list[WhyVisit]:
    return [] if found is None else [reason.why for reason in found.reasons]


def test_a_balance_that_is_large_and_old_is_worth_a_visit() -> None:
    found = suggestion(LATE, TODAY)
    assert found is not None
    assert found.purpose is VisitPurpose.GET_WELL
    assert whys(found) == [WhyVisit.LARGE_AND_OLD]
    assert (found.reasons[0].amount, found.reasons[0].days) == (gbp(11_240_75), 64)
    assert suggestion(replace(LATE, days_late=20), TODAY) is None
    assert suggestion(replace(LATE, overdue=gbp(1_999_99)), TODAY) is None


def test_every_reason_is_said() -> None:
    every = replace(
        LATE, not_kept=2, tries=3, reached_day=TODAY - timedelta(days=40), disputed=gbp(386_00),
        dispute_days=54, owed=gbp(16_000_00), limit=gbp(15_000_00),
    )  # fmt: skip
    found = suggestion(every, TODAY)
    assert whys(found) == [
        WhyVisit.LARGE_AND_OLD,
        WhyVisit.PROMISES_NOT_KEPT,
        WhyVisit.NOT_REACHED,
        WhyVisit.DISPUTE_STUCK,
        WhyVisit.LIMIT_REVIEW,
    ]
    assert found is not None
    assert found.reasons[2].days == 40
    assert suggestion(replace(every, tries=2, not_kept=1), TODAY) != found


def test_a_limit_whose_day_of_review_has_come_is_a_reason_while_anything_is_owed() -> None:
    due = replace(FINE, owed=gbp(900_00), limit=gbp(15_000_00), review_day=TODAY)
    found = suggestion(due, TODAY)
    assert found is not None
    assert (found.purpose, found.stake) == (VisitPurpose.GET_WELL, gbp(900_00))
    (reason,) = found.reasons
    assert (reason.why, reason.limit, reason.days) == (WhyVisit.REVIEW_DUE, gbp(15_000_00), 0)
    later = suggestion(due, TODAY + timedelta(days=9))
    assert later is not None
    assert later.reasons[0].days == 9
    assert suggestion(due, TODAY - timedelta(days=1)) is None
    assert suggestion(replace(due, owed=gbp(0)), TODAY) is None
    assert suggestion(replace(due, owed=None), TODAY) is None
    assert suggestion(replace(due, last_visit=TODAY - timedelta(days=9)), TODAY) is None


def test_a_limit_that_a_visit_left_open_is_a_reason_unless_its_day_has_come_anyway() -> None:
    said = TODAY - timedelta(days=70)
    open_ = replace(FINE, owed=gbp(900_00), limit=gbp(15_000_00), left_open_day=said)
    found = suggestion(open_, TODAY)
    assert found is not None
    assert found.reasons == (
        VisitReason(WhyVisit.LIMIT_LEFT_OPEN, limit=gbp(15_000_00), days=70),
    )  # fmt: skip
    both = suggestion(replace(open_, review_day=TODAY), TODAY)
    assert both is not None
    assert whys(both) == [WhyVisit.REVIEW_DUE]
    assert suggestion(replace(open_, owed=gbp(0)), TODAY) is None
    late = suggestion(LATE, TODAY)
    assert late is not None
    assert in_order([found, late]) == [late, found]


def test_a_limit_to_be_looked_at_puts_nobody_before_what_is_to_be_put_right() -> None:
    late = suggestion(LATE, TODAY)
    both = suggestion(replace(LATE, customer=2, owed=LATE.overdue, review_day=TODAY), TODAY)
    only = suggestion(replace(FINE, customer=3, owed=gbp(99_000_00), review_day=TODAY), TODAY)
    keep = replace(FINE, customer=4, valued=True, year=gbp(999_000_00))
    kept = suggestion(keep, TODAY)
    found = [one for one in (kept, only, both, late) if one is not None]
    assert in_order(found) == [late, both, only, kept]


def test_nobody_was_ever_reached() -> None:
    found = suggestion(replace(LATE, tries=4), TODAY)
    assert found is not None
    assert (found.reasons[1].count, found.reasons[1].days) == (4, None)


def test_who_is_valuable_and_content_is_called_on_once_a_year() -> None:
    valued = replace(FINE, valued=True, year=gbp(80_000_00))
    found = suggestion(valued, TODAY)
    assert found is not None
    assert found.purpose is VisitPurpose.STAY_WELL
    assert whys(found) == [WhyVisit.VALUABLE, WhyVisit.NEVER_VISITED]
    again = suggestion(replace(valued, last_visit=TODAY - timedelta(days=365)), TODAY)
    assert whys(again) == [WhyVisit.VALUABLE, WhyVisit.LAST_VISIT]
    assert suggestion(replace(valued, last_visit=TODAY - timedelta(days=364)), TODAY) is None
    assert suggestion(replace(valued, disputed=gbp(1)), TODAY) is None


def test_nobody_is_visited_twice_running_for_the_same() -> None:
    assert suggestion(replace(LATE, last_visit=TODAY - timedelta(days=59)), TODAY) is None
    assert suggestion(replace(LATE, last_visit=TODAY - timedelta(days=60)), TODAY) is not None


@pytest.mark.parametrize("known", [replace(LATE, refuses=True), replace(LATE, planned=True)])
def test_who_refuses_or_is_visited_anyway_is_left_out(known: VisitFacts) -> None:
    assert suggestion(known, TODAY) is None


@given(known=facts)
def test_a_visit_is_never_proposed_to_a_person(known: VisitFacts) -> None:
    people = {
        LegalForm.INDIVIDUAL, LegalForm.SOLE_TRADER, LegalForm.PARTNERSHIP, LegalForm.UNKNOWN,
    }  # fmt: skip
    found = suggestion(known, TODAY)
    assert may_be_visited(known.form) == (known.form not in people)
    if known.form in people or known.refuses or known.planned:
        assert found is None
    if found is not None:
        assert found.reasons
        assert found.stake.minor >= 0
        well = found.purpose is VisitPurpose.STAY_WELL
        assert well == (WhyVisit.VALUABLE in whys(found))
        assert not (well and known.overdue.minor)


@given(known=st.lists(facts, max_size=10))
def test_what_is_to_be_put_right_comes_first(known: list[VisitFacts]) -> None:
    found = in_order([one for one in (suggestion(f, TODAY) for f in known) if one is not None])
    kinds = [one.purpose for one in found]
    assert kinds == sorted(kinds, key=lambda kind: kind is VisitPurpose.STAY_WELL)
    kept = [one.stake.minor for one in found if one.purpose is VisitPurpose.STAY_WELL]
    assert kept == sorted(kept, reverse=True)
