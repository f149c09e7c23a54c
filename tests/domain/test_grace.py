"""Days of grace delay the following up of an item, and change no sum."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.case_picture import picture
from creditmate.domain.group_cases import branches_asked, group_case
from creditmate.domain.money import Money
from creditmate.domain.promises import PromiseState
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.workcase import Case
from creditmate.domain.worklist import Kind, work_line
from tests.domain.test_top_lines import BUSY
from tests.domain.test_worklist_properties import CASES, FLAGGED
from tests.domain.worklist_cases import TODAY, case_of, codes_of, entry, line_of, promised


def patient(case: Case, days: int) -> Case:
    return case._replace(entries=tuple(e._replace(grace_days=days) for e in case.entries))


@pytest.mark.parametrize(("late", "asked"), [(0, False), (1, False), (7, False), (8, True)])
def test_nobody_is_asked_before_the_grace_is_over(late: int, asked: bool) -> None:
    case = case_of(entry(1, late, 900, grace=7))
    seen = picture(case, TODAY)
    assert bool(seen.demanded) is asked
    (pay,) = seen.pays
    assert bool(pay.due) is (late > 0)  # overdue in every sum all the same


def test_a_follow_up_says_how_late_it_is_by_the_contract() -> None:
    line = line_of(case_of(entry(1, 8, 900, grace=7)))
    assert (line.kind, line.days_late) == (Kind.FOLLOW_UP, 8)


def test_what_is_within_its_grace_is_spoken_of_with_the_rest() -> None:
    line = line_of(case_of(entry(1, 30, 900, grace=7), entry(2, 3, 500, grace=7)))
    assert line.amounts == (Money(900, "GBP"),)
    assert work_line(case_of(entry(2, 3, 500, grace=7)), TODAY) is None


def test_a_promise_not_kept_ends_the_grace() -> None:
    late = case_of(entry(1, 3, 900, grace=30))
    broken = promised(900, PromiseState.BROKEN, until=-1)
    line = line_of(late._replace(standings=(broken,)))
    assert line.kind is Kind.PROMISE_NOT_KEPT
    assert line.amounts == (Money(900, "GBP"),)


def test_money_that_covers_what_is_to_follow_up_is_matched_first() -> None:
    both = case_of(entry(1, 30, 900, grace=7), entry(2, 3, 5_000, grace=7))
    case = both._replace(unallocated=(Money(-1_000, "GBP"),))
    assert line_of(case).kind is Kind.CHECK_MONEY
    assert ReasonCode.MATCH_RECEIPT in codes_of(case)


def test_the_money_of_a_branch_pays_for_no_other_one_s_while_its_own_waits() -> None:
    head = case_of(entry(1, 30, 900), customer=1)
    branch = case_of(entry(2, 3, 500, grace=7), customer=2)._replace(
        unallocated=(Money(-500, "GBP"),)
    )
    line = line_of(group_case(head, [branch], TODAY))
    assert line.amounts == (Money(900, "GBP"),)
    assert branches_asked(1, [head, branch], TODAY) == ()


def test_a_branch_within_its_grace_is_not_asked() -> None:
    head, branch = case_of(customer=1), case_of(entry(2, 3, 500, grace=7), customer=2)
    other = case_of(entry(3, 9, 500, grace=7), customer=3)
    assert branches_asked(1, [head, branch, other], TODAY) == (3,)


@given(CASES | FLAGGED | BUSY, st.integers(0, 60))
def test_grace_changes_no_sum(case: Case, days: int) -> None:
    seen, waiting = picture(case, TODAY), picture(patient(case, days), TODAY)
    assert waiting.pays == seen.pays
    assert waiting.claims == seen.claims
    assert [money for _, money in waiting.near] == [money for _, money in seen.near]
    for portion, patiently in zip(seen.portions, waiting.portions, strict=True):
        assert patiently == portion._replace(entry=patiently.entry)
        assert patiently.entry == portion.entry._replace(grace_days=days)


@given(CASES | FLAGGED | BUSY, st.integers(0, 60))
def test_grace_only_ever_asks_for_less(case: Case, days: int) -> None:
    seen, waiting = picture(case, TODAY), picture(patient(case, days), TODAY)
    at_once = {money.currency: money for money in seen.demanded}
    for money in waiting.demanded:
        assert money <= at_once[money.currency]
        not_kept = {s.promise.currency for s in seen.missed}
        late = [p.days_late(TODAY) for p in seen.portions if p.entry.currency == money.currency]
        assert money.currency in not_kept or max(late) > days
