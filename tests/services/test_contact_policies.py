"""The policy of contacts: set for the business, tags, head offices and customers, and read."""

from datetime import date

import pytest

from creditmate.db.connection import execute, raw
from creditmate.db.contact_policies import add_policy
from creditmate.db.models import Tag
from creditmate.db.proof import prove_all
from creditmate.domain.changes import Touched
from creditmate.domain.contact_policy import DEFAULT_POLICY, overlay
from creditmate.domain.contact_steps import Step
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.refusals import Why
from creditmate.services.account_ages import new_accounts
from creditmate.services.contact_policies import business_policy, policies_of
from creditmate.services.contact_policy_editing import ContactPolicies
from creditmate.services.contact_standing import (
    Origin,
    ToldPolicy,
    steps_of_customer,
    steps_of_invoice,
    told_business,
    told_customer,
    told_tag,
)
from creditmate.services.groups import Groups
from creditmate.services.merging import Merging
from creditmate.services.settings import BusinessSettings
from tests.builders import a_customer, an_invoice, day
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)


@pytest.fixture
def policies(office: Office) -> ContactPolicies:
    """``HEAD`` with ``NORTH``; ``ALONE`` has the tags Trade and Gentle, ``PLAIN`` none."""
    with office.gateway.write("people") as writing:
        ids = {code: a_customer(writing, code) for code in ("HEAD", "NORTH", "ALONE", "PLAIN")}
        for text in ("Trade", "gentle"):
            writing.create(Tag, customer_id=ids["ALONE"], text=text)
        writing.create(Tag, customer_id=ids["NORTH"], text="Trade")
    Groups(office.gateway).join("NORTH", "HEAD")
    return ContactPolicies(office.gateway, office.clock)


def id_of(code: str) -> int:
    return int(execute("SELECT id FROM customer WHERE code = ?", (code,)).fetchone()[0])


def week(code: str) -> int:
    return policies_of([id_of(code)])[id_of(code)].limits.week


def told(found: ToldPolicy, key: str) -> tuple[object, Origin, tuple[str, ...]]:
    (value,) = (value for value in found.values if value.key == key)
    return value.value, value.origin, value.tags


def refusal(caught: pytest.ExceptionInfo[UserError]) -> tuple[object, object]:
    assert caught.value.problem is Problem.FIELD_REFUSED
    return caught.value.facts["field"], caught.value.facts["why"]


# ---------------------------------------------------------------- the business's
def test_without_anything_set_everybody_has_the_defaults(policies: ContactPolicies) -> None:
    assert policies.business().policy == business_policy() == DEFAULT_POLICY
    found = policies_of([id_of("HEAD"), id_of("ALONE")])
    assert all(policy is found[id_of("HEAD")] for policy in found.values())
    assert policies_of([]) == {}
    assert policies.overrides() == ()


def test_the_businesss_policy_is_kept_with_its_settings(
    office: Office, policies: ContactPolicies
) -> None:
    settings = BusinessSettings(office.gateway)
    settings.save(settings.read().settings, 0)
    assert policies.set_business({"week": 2, "final.offset": 35}) is Touched.SETTINGS
    assert business_policy() == overlay(DEFAULT_POLICY, {"week": 2, "final.offset": 35})
    assert settings.read().settings.contact_policy == business_policy()
    assert week("PLAIN") == 2
    policies.set_business({"week": None, "month": 9})
    assert business_policy() == overlay(DEFAULT_POLICY, {"month": 9, "final.offset": 35})


def test_whoever_saves_what_was_read_before_somebody_else_saved_is_told(
    policies: ContactPolicies,
) -> None:
    read = policies.business()
    policies.set_business({"week": 2})
    with pytest.raises(UserError) as caught:
        policies.save_business(read.policy, policies.business().version - 1)
    assert caught.value.problem is Problem.CHANGED_MEANWHILE


@pytest.mark.parametrize(
    ("changes", "field", "why"),
    [
        ({"week": 9}, "policy.week", Why.OUTSIDE),
        ({"final.offset": -30}, "policy.final.offset", Why.OUTSIDE),
        ({"gentle": "yes"}, "policy.gentle", Why.NOT_POSSIBLE),
        ({"colour": 1}, "policy.colour", Why.NOT_POSSIBLE),
        ({"final.offset": 20}, "policy.final.offset", Why.STEP_TURNED),
        ({"weekday_to": "06:00"}, "policy.weekday_to", Why.HOURS_TURNED),
        ({"month": 2}, "policy.month", Why.OUT_OF_BOUNDS),
    ],
)
def test_what_cannot_be_is_refused_by_its_key_and_nothing_is_kept(
    policies: ContactPolicies, changes: dict[str, object], field: str, why: Why
) -> None:
    for write in (
        policies.set_business,
        lambda c: policies.set_for_tag("Trade", c),
        lambda c: policies.set_for_customer("PLAIN", c),
    ):
        with pytest.raises(UserError) as caught:
            write(changes)
        assert refusal(caught) == (field, why.value)
    assert policies.overrides() == ()
    assert business_policy() == DEFAULT_POLICY


# ---------------------------------------------------------------- what differs
def test_customer_before_head_office_before_tag_before_business(policies: ContactPolicies) -> None:
    policies.set_business({"week": 6, "new_days": 30})
    policies.set_for_tag("TRADE", {"week": 5, "gap_days": 9, "month": 8})
    assert [week(code) for code in ("HEAD", "NORTH", "ALONE", "PLAIN")] == [6, 5, 5, 6]
    policies.set_for_customer("HEAD", {"week": 4, "gap_days": 8})
    assert [week(code) for code in ("HEAD", "NORTH")] == [4, 4]
    policies.set_for_customer("NORTH", {"week": 3})
    assert [week(code) for code in ("HEAD", "NORTH")] == [4, 3]
    found = told_customer("NORTH")
    assert found.policy == policies_of([id_of("NORTH")])[id_of("NORTH")]
    assert told(found, "week") == (3, Origin.CUSTOMER, ())
    assert told(found, "gap_days") == (8, Origin.HEAD_OFFICE, ())
    assert told(found, "month") == (8, Origin.TAG, ("TRADE",))
    assert told(found, "new_days") == (30, Origin.BUSINESS, ())
    assert told(told_tag("trade"), "gap_days") == (9, Origin.TAG, ("TRADE",))
    assert told(told_tag("unheard"), "gap_days") == (5, Origin.BUSINESS, ())
    assert told(told_business(), "week") == (6, Origin.BUSINESS, ())


def test_of_several_tags_the_strictest_counts_and_is_named(policies: ContactPolicies) -> None:
    policies.set_for_tag("trade", {"week": 4, "gap_days": 7})
    policies.set_for_tag("Gentle", {"week": 1, "gap_days": 2})
    found = told_customer("ALONE")
    assert told(found, "week") == (1, Origin.TAG, ("Gentle",))
    assert told(found, "gap_days") == (7, Origin.TAG, ("trade",))
    assert week("ALONE") == 1


def test_what_differs_is_changed_taken_back_and_removed(policies: ContactPolicies) -> None:
    assert policies.set_for_customer("PLAIN", {}) is Touched.NOTHING
    policies.set_for_customer("PLAIN", {"week": 2, "month": 9})
    policies.set_for_customer("plain", {"week": None})
    policies.set_for_tag("Trade", {"week": 2})
    rows = policies.overrides()
    assert [(row.tag, row.code, dict(row.rules)) for row in rows] == [
        ("Trade", "", {"week": 2}),
        ("", "PLAIN", {"month": 9}),
    ]
    policies.set_for_customer("PLAIN", {"month": None})  # nothing is left that differs
    policies.remove(tag="trade")
    assert policies.overrides() == ()
    assert week("ALONE") == 3
    policies.set_for_tag("Trade", {"week": 1})  # and again
    assert week("ALONE") == 1
    policies.set_for_customer("PLAIN", {"week": 1})
    policies.remove(code="PLAIN")
    assert week("PLAIN") == 3
    assert prove_all() == []


def test_what_cannot_be_removed_or_set_is_refused(policies: ContactPolicies) -> None:
    with pytest.raises(UserError) as caught:
        policies.remove(tag="Trade")
    assert refusal(caught) == ("policy.tag", Why.NOT_POSSIBLE.value)
    with pytest.raises(UserError) as caught:
        policies.remove(code="PLAIN")
    assert refusal(caught) == ("policy.code", Why.NOT_POSSIBLE.value)
    with pytest.raises(UserError) as caught:
        policies.set_for_tag("  ", {"week": 1})
    assert refusal(caught) == ("policy.tag", Why.EMPTY.value)
    with pytest.raises(UserError) as caught:
        policies.set_for_customer("PLAIN", {"calls_per_day": 5})  # our day, not theirs
    assert refusal(caught) == ("policy.calls_per_day", Why.NOT_POSSIBLE.value)
    policies.set_for_tag("Trade", {"week": 2})
    with pytest.raises(UserError) as caught:
        policies.set_for_tag("Trade", {"week": 1}, version=7)
    assert caught.value.problem is Problem.CHANGED_MEANWHILE


def test_of_two_customers_merged_the_policy_of_the_one_that_stays_counts(
    office: Office, policies: ContactPolicies
) -> None:
    policies.set_for_customer("PLAIN", {"week": 1})
    policies.set_for_customer("ALONE", {"week": 2})
    Merging(office.gateway, office.clock).merge("PLAIN", "ALONE", {})
    assert [row.code for row in policies.overrides()] == ["ALONE"]
    assert week("ALONE") == 2
    assert prove_all() == []


def test_one_without_a_policy_of_its_own_gets_that_of_the_one_merged_into_it_and_gives_it_back(
    office: Office, policies: ContactPolicies
) -> None:
    merging = Merging(office.gateway, office.clock)
    policies.set_for_customer("PLAIN", {"month": 8})
    policies.remove(code="PLAIN")
    policies.set_for_customer("PLAIN", {"week": 1})
    merge = merging.merge("PLAIN", "ALONE", {}).id
    assert [(row.code, dict(row.rules)) for row in policies.overrides()] == [("ALONE", {"week": 1})]
    assert week("ALONE") == 1
    merging.undo(merge)
    assert [row.code for row in policies.overrides()] == ["PLAIN"]
    assert (week("PLAIN"), week("ALONE")) == (1, 3)
    assert prove_all() == []


def test_values_that_no_version_of_ours_wrote_are_told_by_their_key(
    office: Office, policies: ContactPolicies
) -> None:
    assert policies
    with office.gateway.write("by a later version") as writing:
        add_policy(writing, '{"thunder": 1}', tag="Trade")
    with pytest.raises(UserError) as caught:
        policies_of([id_of("ALONE")])
    assert caught.value.problem is Problem.SETTINGS_UNREADABLE
    assert caught.value.facts["key"] == "contact_policy.thunder"
    assert policies_of([id_of("PLAIN")])[id_of("PLAIN")] == DEFAULT_POLICY


def test_hundreds_of_customers_cost_as_many_questions_as_one(
    office: Office, policies: ContactPolicies
) -> None:
    with office.gateway.write("people") as writing:
        many = [a_customer(writing, f"C{number}") for number in range(300)]
    asked: list[str] = []
    raw().set_trace_callback(asked.append)
    policies_of(many)
    assert len(asked) == 2  # the settings; nothing differs for anybody
    raw().set_trace_callback(None)
    policies.set_for_customer("HEAD", {"week": 1})
    asked.clear()
    raw().set_trace_callback(asked.append)
    policies_of([*many, id_of("NORTH")])
    raw().set_trace_callback(None)
    assert len(asked) == 4  # id_of asks once


# ---------------------------------------------------------------- the days
def test_the_days_of_an_invoices_steps_by_the_customers_own_policy(
    office: Office, policies: ContactPolicies
) -> None:
    with office.gateway.write("invoices") as writing:
        plain = id_of("PLAIN")
        an_invoice(writing, plain, "INV-1", date(2026, 1, 1), 100, due=date(2026, 1, 31))
        an_invoice(writing, plain, "INV-2", date(2026, 2, 2), 100, due=date(2026, 2, 9))
    (found,) = steps_of_invoice("inv-1", TODAY)
    assert (found.number, found.code, found.is_new) == ("INV-1", "PLAIN", False)
    days = {step.rule.step: step.day for step in found.steps}
    assert list(days) == list(Step)
    assert days[Step.WELCOME] is None  # neither new nor large
    assert days[Step.COURTESY] == date(2026, 1, 23)  # the 24th is a Saturday
    assert days[Step.CALL_1] == date(2026, 2, 2)
    assert days[Step.HAND_OVER] == date(2026, 5, 1)
    assert found.steps[Step.COURTESY.rank].nominal == date(2026, 1, 24)
    policies.set_for_customer("PLAIN", {"final.on": False, "call_1.offset": 3})
    first, second = steps_of_customer("PLAIN", TODAY)
    days = {step.rule.step: step.day for step in first.steps}
    assert (days[Step.FINAL], days[Step.CALL_1]) == (None, date(2026, 2, 3))
    assert {step.rule.step: step.day for step in second.steps}[Step.COURTESY] is None  # net 7
    with pytest.raises(UserError) as caught:
        steps_of_invoice("INV-3", TODAY)
    assert caught.value.problem is Problem.UNKNOWN_DOCUMENT


def test_nobody_is_new_only_because_the_books_were_begun(
    office: Office, policies: ContactPolicies
) -> None:
    ids = [id_of(code) for code in ("HEAD", "NORTH", "ALONE", "PLAIN")]
    all_ = dict.fromkeys(ids, DEFAULT_POLICY)
    assert policies
    assert new_accounts(all_, TODAY) == set()
    with office.gateway.write("imported") as writing:
        for code in ("HEAD", "NORTH"):
            an_invoice(writing, id_of(code), f"{code}-1", day(300), 100, due=day(330))
    assert new_accounts(all_, day(310)) == set()
    with office.gateway.write("old") as writing:
        an_invoice(writing, id_of("PLAIN"), "P-1", day(210), 100, due=day(240))
    assert new_accounts(all_, day(310)) == {id_of("HEAD"), id_of("NORTH")}
    assert new_accounts(all_, day(391)) == set()
    assert new_accounts(all_, day(299)) == set()  # not known yet
    off = overlay(DEFAULT_POLICY, {"new_days": 0})
    assert new_accounts({id_of("HEAD"): off}, day(310)) == set()
    (found,) = steps_of_invoice("HEAD-1", day(310))
    assert found.is_new
    assert found.steps[0].nominal == day(303)  # a Saturday
    assert found.steps[0].day == day(305)
