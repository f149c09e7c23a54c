"""The invoice at hand while a policy is typed: the newest that fits, or a made-up one."""

from datetime import date

import pytest

from creditmate.db.models import Tag
from creditmate.domain.contact_steps import Step
from creditmate.domain.errors import Problem, UserError
from creditmate.services.contact_policy_editing import ContactPolicies
from creditmate.services.contact_policy_sheet import policy_sheet
from creditmate.services.groups import Groups
from creditmate.services.policy_examples import example_for, example_of, usual_example
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)


@pytest.fixture
def policies(office: Office) -> ContactPolicies:
    """``ALPHA`` and its branch ``BRANCH`` have invoices, ``GAMMA`` with the tag Trade has none."""
    with office.gateway.write("people") as writing:
        ids = {code: a_customer(writing, code) for code in ("ALPHA", "BRANCH", "GAMMA")}
        an_invoice(writing, ids["ALPHA"], "1001", date(2026, 10, 1), 100_00)
        an_invoice(writing, ids["ALPHA"], "1002", date(2026, 11, 2), 100_00)
        an_invoice(writing, ids["BRANCH"], "1003", date(2026, 11, 5), 100_00)
        an_invoice(writing, ids["BRANCH"], "1004", date(2026, 11, 30), 100_00)
        writing.create(Tag, customer_id=ids["GAMMA"], text="Trade")
        writing.create(Tag, customer_id=ids["ALPHA"], text="Key")
    Groups(office.gateway).join("BRANCH", "ALPHA")
    return ContactPolicies(office.gateway, office.clock)


def test_without_any_invoice_it_is_made_up_at_the_usual_terms(office: Office) -> None:
    found = usual_example(TODAY)
    assert (found.number, found.name, found.day) == ("", "", TODAY)
    assert found.due_day == date(2026, 12, 23)


def test_it_is_the_newest_of_that_day_that_is_open(policies: ContactPolicies) -> None:
    found = usual_example(TODAY)
    assert (found.number, found.day, found.due_day) == (
        "1003", date(2026, 11, 5), date(2026, 12, 5),
    )  # fmt: skip
    assert not found.differs


def test_one_customers_newest_or_that_of_a_number(policies: ContactPolicies) -> None:
    def number(code: str, typed: str = "") -> str:
        found = example_of(code, typed, TODAY)
        return "" if found is None else found.number

    assert number("alpha") == "1002"
    assert number("ALPHA", "1001") == "1001"
    assert number("ALPHA", "1003") == "1002"  # somebody else's
    assert number("GAMMA") == ""
    with pytest.raises(UserError) as caught:
        example_of("NOBODY", "", TODAY)
    assert caught.value.problem is Problem.UNKNOWN_CUSTOMER


def test_whoever_has_none_is_told_so_and_the_usual_one_is_shown(policies: ContactPolicies) -> None:
    sheet = policy_sheet(policies, TODAY, "GAMMA")
    assert sheet.lacking
    assert sheet.example.number == "1003"
    assert not policy_sheet(policies, TODAY, "ALPHA").lacking
    assert not policy_sheet(policies, TODAY).lacking


def test_for_a_customer_what_counts_besides_its_own_is_of_tags_and_the_head_office(
    policies: ContactPolicies,
) -> None:
    policies.set_for_tag("trade", {"week": 2})
    policies.set_for_customer("ALPHA", {"call_1.offset": 5})
    policies.set_for_customer("BRANCH", {"week": 1})
    branch = example_for("", "branch", TODAY)
    assert (branch.example.number, branch.example.differs) == ("1003", True)
    assert (branch.base.limits.week, branch.base.rule(Step.CALL_1).offset) == (3, 5)
    assert example_for("", "GAMMA", TODAY).base.limits.week == 2
    assert example_for("", "GAMMA", TODAY).example.number == "1003"
    assert example_for("", "NOBODY", TODAY).base.limits.week == 3


def test_for_a_tag_it_is_the_newest_of_those_who_have_it(policies: ContactPolicies) -> None:
    policies.set_for_tag("key", {"week": 1})
    found = example_for(" KEY ", "", TODAY)
    assert found.example.number == "1002"
    assert found.base.limits.week == 3
    assert example_for("unknown", "", TODAY).example.number == "1003"
