"""The steps of following up: their days by the worked example, on which side, and which is due."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.contact_budget import Purpose, Touch
from creditmate.domain.contact_steps import (
    DEFAULT_STEPS,
    EARLY,
    MOST_DAYS,
    Anchor,
    Step,
    StepMark,
    StepRule,
    furthest,
    gentle,
    next_step,
    step_days,
    step_due,
)
from creditmate.domain.dates import Calendar

ISSUED, DUE = date(2026, 1, 1), date(2026, 1, 31)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
STEPS = st.sampled_from(Step)
EVERY = step_days(DEFAULT_STEPS, ISSUED, DUE)


def after_due(days: int) -> date:
    return DUE + timedelta(days=days)


def own(on: date, step: Step | None = None) -> Touch:
    return Touch(on, Purpose.OWN, "call", step)


# ---------------------------------------------------------------- the days
def test_the_days_of_an_invoice_at_thirty_days_net() -> None:
    assert step_days(DEFAULT_STEPS, ISSUED, DUE) == {
        Step.WELCOME: date(2026, 1, 4),
        Step.COURTESY: date(2026, 1, 24),
        Step.CALL_1: date(2026, 2, 1),
        Step.REMINDER_1: date(2026, 2, 7),
        Step.CALL_2: date(2026, 2, 14),
        Step.MANAGER: date(2026, 2, 21),
        Step.FINAL: date(2026, 3, 2),
        Step.LETTER_BEFORE: date(2026, 3, 17),
        Step.REVIEW: date(2026, 4, 1),
        Step.HAND_OVER: date(2026, 5, 1),
    }


@pytest.mark.parametrize(
    ("net", "courtesies"),
    [
        (0, []),
        (3, []),
        (4, [Step.WELCOME]),
        (7, [Step.WELCOME]),
        (8, [Step.WELCOME, Step.COURTESY]),
        (30, [Step.WELCOME, Step.COURTESY]),
    ],
)
def test_steps_inside_a_short_credit_period_are_skipped(net: int, courtesies: list[Step]) -> None:
    found = step_days(DEFAULT_STEPS, ISSUED, ISSUED + timedelta(days=net))
    assert [step for step in found if step.before_due] == courtesies
    assert len(found) == len(courtesies) + 8


@pytest.mark.parametrize("step", Step)
def test_every_step_is_on_its_own_side_of_the_due_day(step: Step) -> None:
    """The famous reversed "60 days": an offset of +60 is sixty days after the due day."""
    rule = DEFAULT_STEPS[step.rank]
    assert rule.step is step
    day = rule.day(ISSUED, DUE)
    assert (day < DUE) is step.before_due is (step in {Step.WELCOME, Step.COURTESY})
    if rule.anchor is Anchor.DUE:
        assert (day - DUE).days == rule.offset
        assert (rule.offset < 0) is step.before_due
    else:
        assert (day - ISSUED).days == rule.offset >= 0
    for offset in step.offsets:
        assert (StepRule(step, offset, "call").day(DUE, DUE) < DUE) is (step is Step.COURTESY)


def test_sixty_days_are_after_the_due_day() -> None:
    review = DEFAULT_STEPS[Step.REVIEW.rank]
    assert (review.offset, review.day(ISSUED, DUE)) == (60, date(2026, 4, 1))
    assert -60 not in Step.REVIEW.offsets
    assert 60 not in Step.COURTESY.offsets
    assert 0 not in Step.CALL_1.offsets  # due on a day is not due yet
    assert MOST_DAYS in Step.HAND_OVER.offsets


def test_a_step_that_is_off_has_no_day() -> None:
    rules = [StepRule(r.step, r.offset, r.channel, r.step is Step.FINAL) for r in DEFAULT_STEPS]
    assert step_days(rules, ISSUED, DUE) == {Step.FINAL: date(2026, 3, 2)}


def test_a_day_that_is_not_worked_moves_on_and_one_before_the_due_day_back() -> None:
    found = step_days(DEFAULT_STEPS, ISSUED, DUE, Calendar())
    assert found[Step.WELCOME] == date(2026, 1, 5)  # 4 January is a Sunday
    assert found[Step.COURTESY] == date(2026, 1, 23)  # the 24th a Saturday: the Friday before
    assert found[Step.CALL_1] == date(2026, 2, 2)
    assert found[Step.HAND_OVER] == date(2026, 5, 1)
    bank_holiday = Calendar(holidays=frozenset({date(2026, 5, 1), date(2026, 5, 4)}))
    moved = step_days(DEFAULT_STEPS, ISSUED, DUE, bank_holiday)
    assert moved[Step.HAND_OVER] == date(2026, 5, 5)


def test_a_courtesy_call_moves_back_only_behind_the_invoice() -> None:
    friday = date(2026, 1, 2)
    net_8 = step_days(DEFAULT_STEPS, friday, friday + timedelta(days=8), Calendar())
    assert net_8[Step.COURTESY] == date(2026, 1, 5)  # Saturday; the Friday is the invoice's own
    shut = Calendar(holidays=frozenset(date(2026, 1, d) for d in range(3, 12)))
    closed = step_days(DEFAULT_STEPS, friday, friday + timedelta(days=8), shut)
    assert Step.COURTESY not in closed  # no day is left before the due day
    assert Step.WELCOME not in closed


@given(DAYS, st.integers(0, 120), st.sets(st.integers(0, 6), max_size=6), st.sets(DAYS))
def test_no_step_is_on_a_day_off_or_on_the_wrong_side(
    issued: date, net: int, weekend: set[int], holidays: set[date]
) -> None:
    calendar = Calendar(frozenset(weekend), frozenset(holidays))
    due = issued + timedelta(days=net)
    found = step_days(DEFAULT_STEPS, issued, due, calendar)
    for step, day in found.items():
        assert calendar.is_working(day)
        assert (issued < day < due) if step.before_due else (day > due)
    late = [found[step] for step in found if not step.before_due]
    assert late == sorted(late)
    assert len(late) == 8


# ---------------------------------------------------------------- which one is due
@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 1, 3), None),
        (date(2026, 1, 4), Step.WELCOME),
        (date(2026, 1, 24), Step.COURTESY),
        (DUE, Step.COURTESY),
        (after_due(1), Step.CALL_1),
        (after_due(6), Step.CALL_1),
        (after_due(7), Step.REMINDER_1),
        (after_due(59), Step.LETTER_BEFORE),
        (after_due(60), Step.REVIEW),
        (after_due(900), Step.HAND_OVER),
    ],
)
def test_the_furthest_step_whose_day_has_come_is_due(on: date, expected: Step | None) -> None:
    assert step_due(EVERY, [], on) is expected


def test_a_contact_takes_what_had_come_by_its_day() -> None:
    spoken = [own(after_due(7))]
    assert step_due(EVERY, spoken, after_due(13)) is None
    assert step_due(EVERY, spoken, after_due(14)) is Step.CALL_2
    assert step_due(EVERY, spoken, after_due(6)) is Step.CALL_1  # it is not known yet
    for purpose in (Purpose.OWN, Purpose.PROMISE):
        assert step_due(EVERY, [Touch(after_due(7), purpose, "email")], after_due(8)) is None
    for purpose in (Purpose.AGREED, Purpose.REPLY):
        assert step_due(EVERY, [Touch(after_due(7), purpose, "call")], after_due(8)) is None


def test_what_they_began_and_what_was_written_for_them_take_nothing() -> None:
    for touch in (
        Touch(after_due(7), Purpose.INCOMING, "call"),
        Touch(after_due(7), Purpose.AGREED, "email"),
        Touch(after_due(7), Purpose.REPLY, "letter"),
    ):
        assert step_due(EVERY, [touch], after_due(8)) is Step.REMINDER_1
    for purpose in (Purpose.REPLY, Purpose.INCOMING):  # somebody said so
        told = Touch(after_due(7), purpose, "letter", Step.REMINDER_1)
        assert step_due(EVERY, [told], after_due(8)) is None


def test_an_attempt_takes_nothing() -> None:
    tried = [
        Touch(after_due(7), Purpose.ATTEMPT, "call", Step.REMINDER_1),
        Touch(after_due(8), Purpose.AGREED, "call", reached=False),
    ]
    assert step_due(EVERY, tried, after_due(8)) is Step.REMINDER_1


def test_a_contact_about_a_step_takes_it_and_all_before() -> None:
    spoken = [own(after_due(1), Step.CALL_1)]
    assert step_due(EVERY, spoken, after_due(6)) is None
    assert step_due(EVERY, spoken, after_due(7)) is Step.REMINDER_1
    assert step_due(EVERY, spoken, after_due(15)) is Step.CALL_2
    early = [own(after_due(14 - EARLY), Step.CALL_2)]
    assert step_due(EVERY, early, after_due(14)) is None
    assert step_due(EVERY, [own(after_due(13 - EARLY), Step.CALL_2)], after_due(14)) is Step.CALL_2


def test_what_a_contact_was_about_for_one_invoice_is_not_taken_of_a_younger_one() -> None:
    """The final notice about an old invoice leaves the friendly steps of a new one to be taken."""
    notice = [own(after_due(1), Step.FINAL)]
    assert step_due(EVERY, notice, after_due(6)) is None
    assert step_due(EVERY, notice, after_due(7)) is Step.REMINDER_1
    assert step_due(EVERY, [own(date(2025, 12, 1), Step.FINAL)], after_due(1)) is Step.CALL_1


def test_what_was_left_behind_is_caught_up_with_one_step_at_a_time() -> None:
    taken: list[Touch] = []
    order = []
    today = after_due(100)
    step: Step | None = Step.CALL_1
    while step is not None:
        order.append(step)
        taken.append(own(today, step))
        assert step_due(EVERY, taken, today) is not step
        today += timedelta(days=5)
        step = step_due(EVERY, taken, today)
    assert order == [step for step in Step if not step.before_due]


def test_a_step_that_no_list_knows_any_more_is_none() -> None:
    old = [Touch(after_due(7), Purpose.OWN, "call", "thunder")]
    assert step_due(EVERY, old, after_due(8)) is None


def test_a_step_set_by_hand_takes_it_and_all_before() -> None:
    mark = StepMark(Step.CALL_2, after_due(100))
    assert step_due(EVERY, [], after_due(100), mark) is Step.MANAGER
    assert step_due(EVERY, [], after_due(99), mark) is Step.HAND_OVER  # said a day later
    ahead = StepMark(Step.LETTER_BEFORE, after_due(20))
    assert step_due(EVERY, [], after_due(59), ahead) is None
    assert step_due(EVERY, [], after_due(60), ahead) is Step.REVIEW
    before = StepMark(Step.LETTER_BEFORE, DUE)  # said when this invoice was not overdue
    assert step_due(EVERY, [], after_due(1), before) is Step.CALL_1


TOUCHES = st.lists(
    st.builds(
        Touch,
        st.integers(-40, 120).map(after_due),
        st.sampled_from(Purpose),
        st.just("call"),
        st.none() | STEPS,
        st.booleans(),
    ),
    max_size=5,
)


@given(TOUCHES, st.integers(-40, 150), st.none() | st.tuples(STEPS, st.integers(-10, 120)))
def test_what_is_due_has_come_and_is_not_behind_what_was_done(
    touches: Sequence[Touch], on: int, set_: tuple[Step, int] | None
) -> None:
    as_at = after_due(on)
    mark = None if set_ is None else StepMark(set_[0], after_due(set_[1]))
    found = step_due(EVERY, touches, as_at, mark)
    known = [touch for touch in touches if touch.followed_up and touch.day <= as_at]
    assert step_due(EVERY, known, as_at, mark) is found  # attempts and what is to come say nothing
    if found is None:
        return
    assert EVERY[found] <= as_at
    assert not any(touch.step is None and touch.day >= EVERY[found] for touch in known)
    assert not any(touch.step is found and touch.day >= EVERY[found] for touch in known)
    if mark is not None and after_due(1) <= mark.day <= as_at:
        assert found.rank > mark.step.rank
    repeated = [*touches, own(as_at)]
    assert step_due(EVERY, repeated, as_at, mark) is None


def test_without_steps_none_is_due() -> None:
    assert step_due({}, [own(DUE)], DUE, StepMark(Step.FINAL, DUE)) is None


# ---------------------------------------------------------------- per customer, and gently
@given(st.lists(st.none() | STEPS))
def test_the_furthest_step_wins(steps: list[Step | None]) -> None:
    found = furthest(steps)
    assert (found is None) is (not any(steps))
    if found is not None:
        assert found in steps
        assert all(step.rank <= found.rank for step in steps if step is not None)


@given(STEPS, st.booleans(), st.none() | STEPS)
def test_a_first_import_starts_gently(step: Step, spoken: bool, set_: Step | None) -> None:
    found = gentle(step, spoken, set_)
    if spoken or set_ is not None:
        assert found is step
    else:
        assert found.rank == min(step.rank, Step.CALL_1.rank)


def test_the_next_step_skips_what_is_off() -> None:
    rules = [StepRule(r.step, r.offset, r.channel, r.step is not Step.REMINDER_1)
             for r in DEFAULT_STEPS]  # fmt: skip
    assert next_step(rules, None) is Step.WELCOME
    assert next_step(rules, Step.CALL_1) is Step.CALL_2
    assert next_step(rules, Step.HAND_OVER) is None
