"""The policy of contacts as it is typed: nothing is lost between what is kept and what is typed."""

from datetime import date

import pytest
from hypothesis import given

from creditmate.domain.contact_policy import DEFAULT_POLICY, overlay, rules_of
from creditmate.domain.contact_steps import Step
from creditmate.domain.dates import Calendar
from creditmate.domain.errors import Problem, UserError
from creditmate.services.contact_policy_editing import KeptPolicy
from creditmate.services.contact_policy_sheet import PolicySheet
from creditmate.services.policy_examples import Example
from creditmate.ui.settings.policy_state import (
    OFF,
    days_field,
    how_field,
    off_words,
    policy_of_texts,
    rules_of_texts,
    step_echo,
    texts_of,
)
from tests.domain.test_contact_policy import RULES

EN = "en_GB"
EXAMPLE = Example(date(2026, 1, 1), date(2026, 1, 31), Calendar())
SHEET = PolicySheet(KeptPolicy(DEFAULT_POLICY, 1, "GBP"), (), (), EXAMPLE)


def whole() -> dict[str, str]:
    return texts_of(rules_of(DEFAULT_POLICY), "GBP", EN)


@given(RULES)
def test_what_is_not_touched_stays_as_it_is(rules: dict[str, object]) -> None:
    assert rules_of_texts(texts_of(rules, "GBP", EN), rules, "GBP", EN) == rules


@given(RULES)
def test_a_whole_policy_is_read_as_it_was_shown(rules: dict[str, object]) -> None:
    policy = overlay(DEFAULT_POLICY, rules)
    sheet = PolicySheet(KeptPolicy(policy, 1, "GBP"), (), (), EXAMPLE)
    assert policy_of_texts(texts_of(rules_of(policy), "GBP", EN), sheet, EN) == policy


def test_days_have_no_sign_since_every_step_has_its_side() -> None:
    texts = whole()
    assert (texts[days_field(Step.COURTESY)], texts[days_field(Step.REVIEW)]) == ("7", "60")
    texts |= {days_field(Step.COURTESY): "10", days_field(Step.REVIEW): "61"}
    found = policy_of_texts(texts, SHEET, EN)
    assert (found.rule(Step.COURTESY).offset, found.rule(Step.REVIEW).offset) == (-10, 61)


def test_how_a_step_is_done_and_whether_is_one_choice() -> None:
    texts = {**texts_of({}, "GBP", EN), how_field(Step.FINAL): OFF, how_field(Step.CALL_1): "email"}
    assert rules_of_texts(texts, {}, "GBP", EN) == {
        "final.on": False, "call_1.on": True, "call_1.channel": "email",
    }  # fmt: skip
    before = {"final.channel": "email", "final.on": True}
    assert rules_of_texts(texts, before, "GBP", EN)["final.channel"] == "email"
    assert texts_of({"final.on": True}, "GBP", EN)[how_field(Step.FINAL)] == "letter"


@pytest.mark.parametrize("name", ["policy.week", "policy.weekday_to", days_field(Step.FINAL)])
def test_nothing_of_the_businesss_may_be_missing_but_the_sum(name: str) -> None:
    with pytest.raises(UserError) as caught:
        policy_of_texts({**whole(), name: " "}, SHEET, EN)
    assert caught.value.problem is Problem.FIELD_REFUSED
    assert caught.value.facts["field"] == name
    assert policy_of_texts({**whole(), "policy.large_minor": ""}, SHEET, EN) == DEFAULT_POLICY


def test_the_day_of_a_step_or_why_it_has_none() -> None:
    def said(step: Step, **rules: object) -> tuple[str, str]:
        policy = overlay(DEFAULT_POLICY, {k.replace("__", "."): v for k, v in rules.items()})
        day, why = step_echo(step, policy, SHEET, "en", EN)
        return day.replace("\u00a0", " "), why

    assert said(Step.COURTESY) == ("Fri 23 Jan", "")
    assert said(Step.COURTESY, courtesy__offset=-30) == ("", "no room for it")
    assert said(Step.FINAL, final__on=False) == ("", "off")


def test_what_is_off_is_said() -> None:
    said = off_words(DEFAULT_POLICY, "en", EN)
    assert said["policy.large_minor"] == "nobody is large"
    assert said["policy.stay_in_touch_days"] == "off"
    assert said["policy.new_days"] == ""


def test_limits_that_the_others_never_let_anybody_reach_are_said() -> None:
    said = off_words(DEFAULT_POLICY, "en", EN)
    never = "never reached: with the other limits there can be {} at most"
    assert said["policy.week"] == never.format(2)  # with five days between two of them
    assert said["policy.month"] == never.format(6)
    assert said["policy.attempts_week"] == ""
    loose = off_words(overlay(DEFAULT_POLICY, {"gap_days": 1, "week": 3}), "en", EN)
    assert (loose["policy.week"], loose["policy.month"]) == ("", "")
