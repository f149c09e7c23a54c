"""What of a plan is in question, or said to be paid: nobody is asked for it, no part is late."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.arranged import planned_by_entry
from creditmate.domain.claims import Claim, ClaimEnd, ClaimEnding
from creditmate.domain.plan_aside import Aside, Query, Seen, set_aside
from creditmate.domain.plan_filling import PlanMoney
from creditmate.domain.plan_standing import plan_standings
from creditmate.domain.plan_terms import Meanwhile
from creditmate.domain.plans import Instalment, Plan, PlanItem, PlanStanding, PlanState
from creditmate.domain.promises import Cash

MADE = date(2026, 12, 3)
DUE = (date(2026, 12, 18), date(2027, 1, 18), date(2027, 2, 18))
WEEK, DAY = timedelta(7), timedelta(1)
PLAN = Plan(
    id=7, customer_id=1, interaction_id=None, day=MADE, number="P-2612-001", contact_id=None,
    by_whom="Ellen", staff_id=None, currency="GBP", minor=900, rhythm="month", method="transfer",
    reference="P-2612-001", interest=Meanwhile.WAIVED, cure_days=7, note="",
    items=(PlanItem(1, 600), PlanItem(2, 300)),
    instalments=tuple(Instalment(place, due, due + WEEK, 300) for place, due in enumerate(DUE, 1)),
)  # fmt: skip
ALL = {1: 600, 2: 300}
WROTE = (DUE[0] + DAY,)
ENDS = DUE[0] + DAY + WEEK  # as the paper says


def _standing(
    as_at: date,
    aside: Aside,
    *cash: Cash,
    written: tuple[date, ...] = (),
    posted: date = date.max,
    open_of: dict[int, int] | None = None,
) -> PlanStanding:
    money = PlanMoney(cash, open_of or ALL, written=written, aside=aside)
    (found,), _ = plan_standings([PLAN], money, posted, as_at)
    return found


def _asked(found: PlanStanding) -> list[int]:
    return [one.asked_minor for one in found.instalments]


def _states(found: PlanStanding) -> list[str]:
    return [one.state.value for one in found.instalments]


def _query(minor: int | None = None, entry: int = 1, to_day: date | None = None) -> Query:
    return Query(entry, minor, DUE[0] - DAY, to_day)


def _claim(
    minor: int | None = 300,
    *,
    until: date = DUE[0] + WEEK,
    entries: tuple[int, ...] = (1,),
    ended: ClaimEnding | None = None,
) -> Claim:
    return Claim(
        5, 1, None, DUE[0], "Ellen", DUE[0], "transfer", "", "GBP", minor, until, entries, ended
    )


def test_a_part_that_is_wholly_in_question_is_not_late() -> None:
    aside = Aside({1: 600, 2: 300}, (_query(), _query(entry=2)))
    found = _standing(DUE[0] + WEEK, aside)
    assert (found.state, found.is_kept) == (PlanState.PAUSED, True)
    assert _states(found) == ["paused", "open", "open"]
    assert _asked(found) == [0, 0, 0]
    assert found.missed == ()


def test_what_is_left_of_the_items_fills_the_first_parts() -> None:
    found = _standing(DUE[1] + DAY, Aside({1: 500}, (_query(500),)))
    assert _asked(found) == [300, 100, 0]
    assert _states(found) == ["missed", "missed", "open"]
    assert planned_by_entry(found, {1: 100, 2: 300}) == {}


def test_of_an_item_of_which_a_part_is_in_the_plan_the_rest_is_in_question_first() -> None:
    found = _standing(DUE[0] + DAY, Aside({1: 400}, (_query(400),)), open_of={1: 1000, 2: 300})
    assert _asked(found) == [300, 300, 300]


def test_a_plan_does_not_end_while_its_part_is_in_question() -> None:
    aside = Aside({1: 600, 2: 300}, (_query(), _query(entry=2)))
    found = _standing(DUE[2], aside, written=WROTE)
    assert found.state is PlanState.PAUSED
    assert found.instalments[0].cure_day == DUE[0] + WEEK


def test_after_an_answer_they_have_the_days_to_put_it_right() -> None:
    one = PLAN.instalments[:1]
    plan = Plan(
        **{name: getattr(PLAN, name) for name in PLAN.__dataclass_fields__}
        | {"instalments": one, "items": (PlanItem(1, 300),), "minor": 300}
    )
    answered = DUE[0] + 30 * DAY
    money = PlanMoney((), {1: 300}, written=WROTE, aside=Aside({}, (_query(300, to_day=answered),)))

    def state(day: date) -> PlanState:
        return plan_standings([plan], money, date.max, day)[0][0].state

    assert state(answered + WEEK) is PlanState.MISSED
    assert state(answered + WEEK + DAY) is PlanState.DEFAULTED
    late = PlanMoney((), {1: 300}, written=WROTE, aside=Aside({1: 300}, (_late_query(),)))
    (found,), _ = plan_standings([plan], late, date.max, DUE[2])
    assert found.state is PlanState.DEFAULTED, "it had ended before they asked"


def _late_query() -> Query:
    return Query(1, None, ENDS + DAY)


def test_a_part_that_is_said_to_be_paid_is_not_late_while_that_is_believed() -> None:
    aside = Aside(claims=(_claim(),))
    found = _standing(DUE[0] + WEEK, aside, written=WROTE)
    assert found.state is PlanState.PAUSED
    assert _asked(found) == [0, 300, 300]
    assert planned_by_entry(found, ALL)[1].minor == 300, "the first part's is said to be paid"
    assert _standing(DUE[0] + WEEK + DAY, aside).state is PlanState.MISSED
    unposted = _standing(DUE[0] + WEEK + DAY, aside, posted=DUE[0] + DAY)
    assert unposted.state is PlanState.PAUSED, "the bank was not looked at so far"


def test_the_plan_does_not_end_before_the_money_could_have_come() -> None:
    late = _claim(until=ENDS + WEEK)
    assert _standing(ENDS + WEEK + DAY, Aside(claims=(late,)), written=WROTE).state is (
        PlanState.DEFAULTED
    )
    gone = ClaimEnding(ClaimEnd.NOT_FOUND, ENDS + 2 * DAY)
    found = _standing(
        ENDS + 3 * DAY, Aside(claims=(_claim(until=ENDS + WEEK, ended=gone),)), written=WROTE
    )
    assert (found.state, found.defaulted_day) == (PlanState.DEFAULTED, ENDS + 3 * DAY)
    less = Aside(claims=(_claim(299, until=ENDS + WEEK),))
    assert _standing(ENDS + DAY, less, written=WROTE).state is PlanState.DEFAULTED


def test_what_came_since_is_not_on_its_way_any_more() -> None:
    cash = Cash(50, DUE[0] + DAY, "GBP", 300)
    found = _standing(DUE[0] + 2 * DAY, Aside(claims=(_claim(),)), cash)
    assert _asked(found) == [0, 300, 300]
    assert _states(found) == ["cured", "open", "open"]


def test_of_what_is_said_without_a_sum_all_of_it_is_meant() -> None:
    aside = Aside(claims=(_claim(None, entries=(1,)),))
    assert _asked(_standing(DUE[0] + DAY, aside)) == [0, 0, 300]


def test_other_claims_are_not_about_it() -> None:
    elsewhere = _claim(entries=(9,))
    assert _asked(_standing(DUE[0] + DAY, Aside(claims=(elsewhere,)))) == [300, 300, 300]
    withdrawn = _claim(ended=ClaimEnding(ClaimEnd.WITHDRAWN, DUE[0]))
    assert _asked(_standing(DUE[0] + DAY, Aside(claims=(withdrawn,)))) == [300, 300, 300]
    assert _asked(_standing(DUE[0] - DAY, Aside(claims=(_claim(),)))) == [300, 300, 300], "not yet"
    in_general = _claim(entries=())
    assert _asked(_standing(DUE[0] + DAY, Aside(claims=(in_general,)))) == [0, 300, 300]


@given(
    missing=st.lists(st.integers(0, 500), min_size=3, max_size=3),
    asked=st.dictionaries(st.sampled_from([1, 2]), st.integers(0, 900)),
    said=st.none() | st.integers(1, 900),
)
def test_no_more_is_set_aside_than_is_missing(
    missing: list[int], asked: dict[int, int], said: int | None
) -> None:
    seen = Seen(ALL, lambda _: 0, date.max, DUE[0])
    found = set_aside(PLAN, missing, Aside(asked, claims=(_claim(said),)), seen)
    assert all(0 <= one <= most for one, most in zip(found, missing, strict=True))
    more = set_aside(PLAN, missing, Aside(dict.fromkeys(ALL, 900), claims=(_claim(said),)), seen)
    assert sum(more) >= sum(found)


def test_money_that_came_back_begins_the_days_anew() -> None:
    back = DUE[1] + 4 * DAY
    paid, bounced = Cash(50, DUE[0], "GBP", 300), Cash(51, back, "GBP", -300, 50, bounced=True)
    found = _standing(back, Aside(), paid, bounced, written=(DUE[1] + DAY,))
    first, second, third = found.instalments
    assert first.returned is not None
    assert (first.returned.day, first.returned.minor) == (back, 300)
    assert (first.late_since, first.due_day) == (back, DUE[0])
    assert first.written_day is None, "the letter was about something else"
    assert (second.returned, third.returned) == (None, None)
    late = _standing(back + 30 * DAY, Aside(), paid, bounced, written=(back + WEEK,))
    assert late.defaulted_day == back + 2 * WEEK + DAY
    before = Cash(52, DUE[0], "GBP", -300, 9, bounced=True)
    other = _standing(back, Aside(), Cash(50, DUE[0], "GBP", 300), before)
    assert all(one.returned is None for one in other.instalments)


def test_a_part_that_was_late_before_its_money_came_back_is_late_since_its_day() -> None:
    early = DUE[0] - DAY
    paid, bounced = Cash(50, MADE, "GBP", 300), Cash(51, early, "GBP", -300, bounced=True)
    (first, *_) = _standing(DUE[0] + DAY, Aside(), paid, bounced).instalments
    assert first.late_since == DUE[0]


def test_what_another_plan_lost_by_it_did_not_come_back_to_this_one() -> None:
    other = replace(
        PLAN, id=8, items=(PlanItem(3, 300),), minor=300,
        instalments=(Instalment(1, DUE[0] + DAY, DUE[0] + WEEK, 300),),
    )  # fmt: skip
    cash = (
        Cash(50, DUE[0], "GBP", 300), Cash(51, DUE[0] + DAY, "GBP", 300),
        Cash(52, DUE[1] + DAY, "GBP", -300, 50, bounced=True),
    )  # fmt: skip
    money = PlanMoney(cash, {**ALL, 3: 300})
    (first, second), _ = plan_standings([PLAN, other], money, date.max, DUE[1] + DAY)
    assert (first.came_minor, second.came_minor) == (300, 0), "what is left goes to the older part"
    assert second.instalments[0].returned is None
