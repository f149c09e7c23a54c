"""Plans and more time in the sample, and the picture's plan worked out for its customer."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from creditmate.db import connection
from creditmate.db.extensions import all_extensions
from creditmate.db.plans import all_plans
from creditmate.domain.extensions import ExtensionState
from creditmate.domain.money import Money
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.plans import PlanState
from creditmate.services.cases import read_files
from creditmate.services.customers import require_customer
from creditmate.services.extensions import extension_rows
from creditmate.services.lateness import learnt_book
from creditmate.services.plan_agreeing import draft_plan
from creditmate.services.plan_lists import plan_rows
from tests.services.test_sample import DAYS, make_sample


@pytest.fixture(scope="module", params=DAYS, ids=str)
def today(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[date]:
    day: date = request.param
    make_sample(tmp_path_factory.mktemp("sample") / "sample.creditmate", day)
    yield day
    connection.close()


def test_brindle_row_could_pay_in_the_parts_of_the_picture(today: date) -> None:
    """Paper 09: 3,427.30 in three, less what is in question and what has come."""
    customer = require_customer("BRIN01")
    (file,) = read_files([customer.id], today, learnt_book(today))
    terms = PlanTerms(first=today + timedelta(days=25), parts=3)
    draft = draft_plan(customer, file, terms, today)
    assert draft.amount == Money(342_730, "GBP")
    assert [part.amount.minor for part in draft.parts] == [114_243, 114_243, 114_244]
    assert (draft.in_question.minor, draft.received.minor) == (8_640, 30_000)


def test_one_part_came_one_is_late_and_one_is_to_come(today: date) -> None:
    (plan,) = plan_rows(all_plans(today), today)
    assert plan.standing.state is PlanState.MISSED
    states = [one.state.value for one in plan.standing.instalments]
    assert states == ["paid", "missed", "open"]


def test_somebody_has_more_time(today: date) -> None:
    (given,) = extension_rows(all_extensions(today), today)
    assert given.standing.state is ExtensionState.RUNNING
    assert given.standing.left_minor > 0
