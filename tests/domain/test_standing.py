"""What is decided about customers: holds, status, wishes, limits, groups, legal forms."""

from datetime import date, time, timedelta

import pytest

from creditmate.domain.at_rest import Rest, RestWhy, rest, resting_case
from creditmate.domain.credit_limits import (
    Exposure,
    LimitChange,
    Scope,
    limit_at,
    limit_use,
    nothing,
    report_by,
    used,
)
from creditmate.domain.customer_status import (
    Status,
    StatusChange,
    gets_courtesy,
    is_ours_to_follow,
    is_supplied,
    status_at,
)
from creditmate.domain.errands import Errand
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.groups import check_joins, grouped, speaks_for
from creditmate.domain.holds import (
    Hold,
    HoldKind,
    Stop,
    in_force,
    is_possible,
    stopping,
    stops_of,
    stops_text,
    usual,
)
from creditmate.domain.legal_forms import LegalForm, is_incorporated, legal_form
from creditmate.domain.money import CurrencyMismatch, Money
from creditmate.domain.next_steps import About
from creditmate.domain.wishes import Wish, WishKind, hours_of, hours_text, wishes_at
from creditmate.domain.workcase import CallBack
from tests.domain.worklist_cases import case_of, deed_of, entry

DAY = date(2026, 11, 23)


def later(days: int) -> date:
    return DAY + timedelta(days=days)


def a_hold(kind: HoldKind = HoldKind.OURS, id_: int = 1, **more: object) -> Hold:
    usually = usual(kind, DAY)
    values: dict[str, object] = {
        "id": id_, "customer": 1, "kind": kind, "from_day": DAY, "review_day": None,
        "until_day": None, "stops": usually.stops, **more,
    }  # fmt: skip
    return Hold(**values)  # type: ignore[arg-type]


# ---------------------------------------------------------------- legal forms
def test_which_forms_are_certainly_no_persons() -> None:
    firms = {form for form in LegalForm if is_incorporated(form)}
    assert firms == {LegalForm.COMPANY, LegalForm.PLC, LegalForm.LLP, LegalForm.PUBLIC_BODY}
    assert legal_form("llp") is LegalForm.LLP
    assert legal_form("of another program") is LegalForm.UNKNOWN


# ---------------------------------------------------------------- holds
def test_a_breathing_space_lasts_sixty_days_and_is_looked_at_midway() -> None:
    found = usual(HoldKind.BREATHING_SPACE, date(2026, 11, 1))
    assert found.until_day == date(2026, 12, 30)
    assert found.stops == frozenset(Stop)
    assert 25 <= (found.review_day - date(2026, 11, 1)).days + 1 <= 35


def test_who_pays_what_they_can_still_gets_statements() -> None:
    assert Stop.STATEMENTS not in usual(HoldKind.HARDSHIP, DAY).stops
    assert usual(HoldKind.HARDSHIP, DAY).until_day is None


def test_a_hold_is_in_force_from_its_first_to_its_last_day() -> None:
    hold = a_hold(until_day=later(2))
    assert [hold.in_force(later(n)) for n in (-1, 0, 2, 3)] == [False, True, True, False]
    ended = a_hold(ended_day=later(1))
    assert [ended.in_force(later(n)) for n in (0, 1)] == [True, False]
    reviewed = a_hold(review_day=later(1))
    assert [reviewed.review_due(later(n)) for n in (0, 1)] == [False, True]
    assert not a_hold().review_due(later(99))


def test_the_gravest_hold_is_what_stops() -> None:
    holds = [a_hold(HoldKind.OURS, 1), a_hold(HoldKind.DECEASED, 2), a_hold(HoldKind.HARDSHIP, 3)]
    assert [hold.id for hold in in_force(holds, DAY)] == [2, 3, 1]
    found = stopping(holds, Stop.STEPS, DAY)
    assert found is not None
    assert found.id == 2
    assert stopping([holds[0]], Stop.INTEREST, DAY) is None
    assert stopping([holds[0]], Stop.STEPS, later(-1)) is None


def test_only_persons_die() -> None:
    assert not is_possible(HoldKind.DECEASED, LegalForm.PLC)
    assert is_possible(HoldKind.DECEASED, LegalForm.PARTNERSHIP)
    assert is_possible(HoldKind.INSOLVENT, LegalForm.PLC)


def test_what_stops_is_stored_in_one_order() -> None:
    assert stops_text({Stop.INTEREST, Stop.STEPS}) == "steps interest"
    assert stops_of("interest steps") == {Stop.STEPS, Stop.INTEREST}
    with pytest.raises(ValueError, match="coffee"):
        stops_of("coffee")


@pytest.mark.parametrize(
    ("holds", "status", "stop", "expected"),
    [
        ([], Status.ACTIVE, Stop.STEPS, None),
        ([], Status.WITH_AGENCY, Stop.STEPS, Rest(RestWhy.WITH_AGENCY)),
        ([], Status.WITH_AGENCY, Stop.INTEREST, None),
        ([a_hold()], Status.WITH_AGENCY, Stop.STEPS, Rest(RestWhy.OURS)),
        ([a_hold(review_day=DAY)], Status.ACTIVE, Stop.STEPS,
         Rest(RestWhy.OURS, None, DAY, review_due=True)),
        ([a_hold()], Status.ACTIVE, Stop.STATEMENTS, None),
    ],
)  # fmt: skip
def test_why_something_is_not_done(
    holds: list[Hold], status: Status, stop: Stop, expected: Rest | None
) -> None:
    assert rest(holds, status, stop, DAY) == expected


def test_of_a_case_at_rest_only_what_we_promised_is_left() -> None:
    deed = deed_of(0)
    full = case_of(entry(1, 10, 500))._replace(deeds=(deed,))
    left = resting_case(full, RestWhy.INSOLVENT)
    assert (left.entries, left.standings, left.deeds) == ((), (), (deed,))


@pytest.mark.parametrize("why", RestWhy)
def test_a_call_that_was_set_down_is_made_only_where_nobody_has_decided(why: RestWhy) -> None:
    call = CallBack(later(3), DAY, ours=True)
    left = resting_case(case_of()._replace(call_backs=(call,)), why, later(-1))
    assert left.call_backs == ((call,) if why is RestWhy.CEASED else ())
    assert Rest(why).is_undecided is (why is RestWhy.CEASED)


_ALL_THE_SAME = {RestWhy.CEASED, RestWhy.OURS}
_NOT_OURS = set(RestWhy) - {RestWhy.WITH_AGENCY}


@pytest.mark.parametrize("why", RestWhy)
def test_what_was_agreed_is_kept_as_far_as_it_was_agreed_knowing_of_it(why: RestWhy) -> None:
    before, with_it, with_hour, since = (
        CallBack(later(3), later(-1)),
        CallBack(later(3), DAY),
        CallBack(later(3), DAY, time(10)),
        CallBack(later(3), later(1)),
    )
    case = case_of()._replace(call_backs=(before, with_it, with_hour, since))
    knowing = (with_hour, since) if why in _NOT_OURS else ()
    expected = case.call_backs if why in _ALL_THE_SAME else knowing
    assert resting_case(case, why, DAY).call_backs == expected


@pytest.mark.parametrize("why", RestWhy)
def test_of_what_else_was_to_be_done_a_visit_and_the_help_sheet_are_left(why: RestWhy) -> None:
    told, sold, awaited = (Errand(a, DAY) for a in (About.HELP_SHEET, About.NOTED, About.VISIT))
    left = resting_case(case_of()._replace(errands=(told, sold, awaited)), why)
    asked = (told,) if why in {RestWhy.HARDSHIP, RestWhy.OURS} else ()
    assert left.errands == (*asked, awaited)


# ---------------------------------------------------------------- status
def test_the_latest_decision_counts() -> None:
    changes = [
        StatusChange(1, 1, later(0), Status.WATCH),
        StatusChange(2, 1, later(2), Status.ON_STOP),
        StatusChange(3, 1, later(0), Status.ACTIVE),
    ]
    assert status_at(changes, later(-1)) is None
    assert [status_at(changes, later(n)) for n in (0, 1, 2)] == [
        changes[2], changes[2], changes[1]
    ]  # fmt: skip


def test_what_a_status_means() -> None:
    assert {s for s in Status if not is_ours_to_follow(s)} == {Status.WITH_AGENCY}
    no = {Status.ON_STOP, Status.WITH_AGENCY, Status.CLOSED}
    assert {s for s in Status if not is_supplied(s)} == no
    assert {s for s in Status if not gets_courtesy(s)} == no


# ---------------------------------------------------------------- wishes
def test_a_wish_stands_until_it_is_lifted() -> None:
    made = Wish(1, 1, None, later(0), WishKind.NO_CALLS, "yes")
    own = Wish(2, 1, 7, later(0), WishKind.NO_CALLS, "yes")
    lifted = Wish(3, 1, None, later(2), WishKind.NO_CALLS, "")
    wishes = [lifted, own, made]
    assert wishes_at(wishes, later(-1)) == []
    assert wishes_at(wishes, later(1)) == [made, own]
    assert wishes_at(wishes, later(2)) == [own]


def test_hours_are_read_as_they_were_stored() -> None:
    assert hours_text(time(9), time(12, 30)) == "09:00-12:30"
    assert hours_of("09:00-12:30") == (time(9), time(12, 30))
    for text in ("09:00", "12:00-09:00", "25:00-26:00", "9:00-10:00"):
        with pytest.raises(ValueError, match=r".+"):
            hours_of(text)
    with pytest.raises(ValueError, match="from"):
        hours_text(time(9), time(9))


# ---------------------------------------------------------------- limits
def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def test_the_latest_limit_of_a_scope_counts() -> None:
    changes = [
        LimitChange(1, 1, later(0), Scope.CUSTOMER, "GBP", gbp(500)),
        LimitChange(2, 1, later(0), Scope.GROUP, "GBP", gbp(900)),
        LimitChange(3, 1, later(3), Scope.CUSTOMER, "GBP", None),
    ]
    assert limit_at(changes, Scope.CUSTOMER, later(-1)) is None
    assert limit_at(changes, Scope.CUSTOMER, later(1)) == changes[0]
    assert limit_at(changes, Scope.GROUP, later(9)) == changes[1]
    assert limit_at(changes, Scope.CUSTOMER, later(3)) is None
    assert used(changes, Scope.CUSTOMER, [], later(3)) is None


def test_what_is_used_of_a_limit() -> None:
    """1,000 owed, 200 of theirs with us, 300 done and not invoiced: 1,100 of 1,000 are used."""
    change = LimitChange(1, 1, DAY, Scope.CUSTOMER, "GBP", gbp(100_000))
    exposures = [
        Exposure(gbp(100_000), gbp(-20_000), gbp(30_000)),
        Exposure(Money(5, "EUR"), Money(0, "EUR"), Money(0, "EUR")),
    ]
    use = limit_use(change, exposures)
    assert (use.used, use.left, use.over) == (gbp(110_000), gbp(-10_000), gbp(10_000))
    assert use.besides == (Money(5, "EUR"),)
    assert limit_use(change, []).over is None
    with pytest.raises(ValueError, match="without"):
        limit_use(LimitChange(1, 1, DAY, Scope.GROUP, "GBP", None), [])


def test_exposures_add_up_in_one_currency() -> None:
    one = Exposure(gbp(1), gbp(-2), gbp(3))
    assert one + one == Exposure(gbp(2), gbp(-4), gbp(6))
    assert nothing("GBP").total == gbp(0)
    with pytest.raises(CurrencyMismatch):
        _ = one + nothing("EUR")


def test_when_to_report_to_the_insurer() -> None:
    assert report_by(later(-1), 60, DAY) == later(59)
    assert report_by(later(0), 60, DAY) is None
    assert report_by(None, 60, DAY) is None
    assert report_by(later(-1), None, DAY) is None


# ---------------------------------------------------------------- groups
def test_who_speaks_for_whom() -> None:
    heads = {2: 1, 3: 1}
    assert [speaks_for(id_, heads) for id_ in (1, 2, 4)] == [1, 1, 4]
    assert grouped([3, 4, 1, 2], heads) == {1: [3, 1, 2], 4: [4]}


@pytest.mark.parametrize(
    ("branch", "head", "archived", "why"),
    [
        (1, 1, False, "itself"),
        (4, 2, False, "head_is_branch"),
        (1, 4, False, "has_branches"),
        (4, 1, True, "head_archived"),
    ],
)
def test_what_would_be_no_group(branch: int, head: int, archived: bool, why: str) -> None:
    with pytest.raises(UserError) as caught:
        check_joins(branch, head, {2: 1}, archived=archived)
    assert (caught.value.problem, caught.value.facts["why"]) == (Problem.GROUP_REFUSED, why)
    check_joins(4, 1, {2: 1}, archived=False)
