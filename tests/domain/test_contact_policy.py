"""The policy of contacts: its JSON, its layers, its bounds, and who is new, large, out of touch."""

import json
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.contact_keys import KEYS, PolicyError, bounds_of, checked
from creditmate.domain.contact_policy import (
    BUSINESS_ONLY,
    DEFAULT_POLICY,
    ContactPolicy,
    check_whole,
    is_large,
    is_new,
    is_out_of_touch,
    layered,
    overlay,
    rules_from_json,
    rules_of,
    strictest,
)
from creditmate.domain.contact_steps import CHANNELS, Step

TODAY = date(2026, 11, 23)


def _value(key: str) -> st.SearchStrategy[object]:
    bounds = bounds_of(key)
    if bounds is not None:
        return st.integers(bounds.start, bounds.stop - 1)
    if key.endswith("channel"):
        return st.sampled_from(CHANNELS)
    if key.endswith(("_from", "_to")):
        return st.times().map(lambda t: f"{t:%H:%M}")
    return st.booleans()


RULES = st.lists(st.sampled_from(KEYS), unique=True, max_size=8).flatmap(
    lambda keys: st.fixed_dictionaries({key: _value(key) for key in keys})
)


def test_every_value_has_a_key_and_every_key_a_value() -> None:
    assert tuple(rules_of(DEFAULT_POLICY)) == KEYS
    assert set(KEYS) > BUSINESS_ONLY


def test_the_defaults() -> None:
    policy = DEFAULT_POLICY
    assert (policy.limits.week, policy.limits.month, policy.limits.gap_days) == (3, 10, 5)
    assert (policy.calls_per_day, policy.large_minor, policy.new_days) == (10, 0, 90)
    assert policy.stay_in_touch_days == 0
    assert policy.hours.weekday_from == time(7, 30)
    assert policy.gentle
    check_whole(policy)


@given(RULES)
def test_what_is_stored_is_read_back(rules: dict[str, object]) -> None:
    policy = overlay(DEFAULT_POLICY, rules)
    stored = rules_from_json(json.dumps(rules_of(policy)))
    assert overlay(DEFAULT_POLICY, stored) == policy
    assert rules_from_json(json.dumps(rules)) == rules
    assert {key: rules_of(policy)[key] for key in rules} == rules
    assert all(
        rules_of(policy)[key] == value
        for key, value in rules_of(DEFAULT_POLICY).items()
        if key not in rules
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("week", 0),
        ("week", 8),
        ("week", True),
        ("week", "3"),
        ("month", 2.5),
        ("gap_days", -1),
        ("large_minor", -1),
        ("weekday_from", "7:30"),
        ("weekday_from", "25:00"),
        ("weekday_from", 8),
        ("weekends", 1),
        ("gentle", "yes"),
        ("final.offset", -30),  # the reversed sign
        ("final.offset", 0),
        ("courtesy.offset", 7),
        ("welcome.offset", -3),
        ("final.on", "off"),
        ("final.channel", "pigeon"),
        ("final.colour", "red"),
        ("thunder.on", True),
        ("final", True),
        ("colour", 1),
        (".on", True),
    ],
)
def test_what_cannot_be_is_refused_by_its_key(key: str, value: object) -> None:
    for ask in (checked, lambda k, v: overlay(DEFAULT_POLICY, {k: v})):
        with pytest.raises(PolicyError) as caught:
            ask(key, value)
        assert (caught.value.key, caught.value.found) == (key, value)


@pytest.mark.parametrize("text", ["not json", "[]", "3"])
def test_what_is_no_policy_is_refused(text: str) -> None:
    with pytest.raises(PolicyError) as caught:
        rules_from_json(text)
    assert caught.value.key == ""


@pytest.mark.parametrize(
    ("rules", "key"),
    [
        ({"final.offset": 21}, "final.offset"),  # no later than the manager's call
        ({"call_1.offset": 8}, "reminder_1.offset"),
        ({"weekday_to": "07:30"}, "weekday_to"),
        ({"weekend_from": "22:00"}, "weekend_to"),
        ({"month": 2}, "month"),
        ({"attempts_week": 1}, "attempts_week"),
    ],
)
def test_values_that_do_not_fit_one_another_are_refused(rules: dict[str, object], key: str) -> None:
    with pytest.raises(PolicyError) as caught:
        check_whole(overlay(DEFAULT_POLICY, rules))
    assert caught.value.key == key


def test_a_step_that_is_off_is_in_nobodys_way() -> None:
    check_whole(overlay(DEFAULT_POLICY, {"final.offset": 21, "manager.on": False}))


# ---------------------------------------------------------------- layers
def test_a_customers_own_values_go_before_the_head_offices_these_before_tags() -> None:
    business = overlay(DEFAULT_POLICY, {"week": 2, "month": 9, "gap_days": 6, "new_days": 80})
    found = layered(
        business,
        [{"month": 8, "gap_days": 7, "stay_in_touch_days": 60}],
        {"gap_days": 8, "stay_in_touch_days": 90},
        {"stay_in_touch_days": 0},
    )
    assert (found.limits.week, found.limits.month, found.limits.gap_days) == (2, 8, 8)
    assert (found.new_days, found.stay_in_touch_days) == (80, 0)
    assert layered(business) is business


def test_the_strictest_of_several_tags_counts() -> None:
    gentle = {"week": 1, "final.offset": 60, "weekday_from": "10:00", "call_1.channel": "email"}
    quick = {
        "week": 3, "final.offset": 20, "weekday_from": "08:00", "call_1.channel": "call",
        "gap_days": 2, "large_minor": 100,
    }  # fmt: skip
    third = {"large_minor": 0, "stay_in_touch_days": 30, "final.on": False, "weekday_to": "17:00"}
    found = strictest([gentle, quick, third, {"stay_in_touch_days": 60, "final.on": True}])
    assert found == {
        "week": 1, "final.offset": 60, "weekday_from": "10:00", "call_1.channel": "email",
        "gap_days": 2, "large_minor": 0, "stay_in_touch_days": 60, "final.on": False,
        "weekday_to": "17:00",
    }  # fmt: skip


@given(st.lists(RULES, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_tags_does_not_matter(
    several: list[dict[str, object]], chance: object
) -> None:
    shuffled = list(several)
    chance.shuffle(shuffled)  # type: ignore[attr-defined] # a random.Random
    assert strictest(shuffled) == strictest(several)
    assert layered(DEFAULT_POLICY, several) == overlay(DEFAULT_POLICY, strictest(several))


@given(st.lists(RULES, max_size=3), RULES, RULES)
def test_the_nearest_layer_that_says_anything_counts(
    tags: list[dict[str, object]], head: dict[str, object], own: dict[str, object]
) -> None:
    found = rules_of(layered(DEFAULT_POLICY, tags, head, own))
    usual, of_tags = rules_of(DEFAULT_POLICY), strictest(tags)
    for key, value in found.items():
        nearest = next((layer[key] for layer in (own, head, of_tags) if key in layer), usual[key])
        assert value == nearest


# ---------------------------------------------------------------- thresholds
def policy(**rules: object) -> ContactPolicy:
    return overlay(DEFAULT_POLICY, rules)


@pytest.mark.parametrize(
    ("first", "books", "expected"),
    [
        (0, 90, True),
        (90, 180, True),
        (91, 400, False),  # no longer new
        (0, 89, False),  # the books are too young to tell
        (30, 30, False),  # everybody is in books that were begun with them
        (-1, 200, False),  # not known yet
    ],
)
def test_an_account_is_new_only_in_books_that_are_older(
    first: int, books: int, expected: bool
) -> None:
    first_invoice, from_ = TODAY - timedelta(days=first), TODAY - timedelta(days=books)
    assert is_new(first_invoice, from_, TODAY, DEFAULT_POLICY) is expected


def test_nobody_is_new_before_an_invoice() -> None:
    assert not is_new(None, date(2020, 1, 1), TODAY, DEFAULT_POLICY)
    assert not is_new(TODAY, None, TODAY, DEFAULT_POLICY)


def test_nobody_is_large_unless_somebody_says_from_what_sum_on() -> None:
    assert not is_large(10**12, DEFAULT_POLICY)
    large = policy(large_minor=5_000_00)
    assert [is_large(minor, large) for minor in (4_999_99, 5_000_00)] == [False, True]


def test_staying_in_touch_is_off_by_default_and_lapses_after_any_conversation() -> None:
    assert not is_out_of_touch(None, TODAY, DEFAULT_POLICY)
    monthly = policy(stay_in_touch_days=30)
    assert is_out_of_touch(None, TODAY, monthly)
    assert is_out_of_touch(TODAY - timedelta(days=30), TODAY, monthly)
    assert not is_out_of_touch(TODAY - timedelta(days=29), TODAY, monthly)


def test_only_new_and_large_accounts_have_the_welcome_call() -> None:
    found = DEFAULT_POLICY
    assert found.rule(Step.FINAL).offset == 30
    assert [rule.step for rule in found.steps_of(welcome=True)] == list(Step)
    assert [rule.step for rule in found.steps_of(welcome=False)] == list(Step)[1:]
