"""Checks before credit is given: put down, taken back, what is missing, whom to look at again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.db.proof import prove_all
from creditmate.domain.application_form import Item
from creditmate.domain.credit_checks import Check, Result
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.our_people import StaffEntry
from creditmate.domain.refusals import Why
from creditmate.i18n.problems import problem_words
from creditmate.services.application_reading import ApplicationEntry
from creditmate.services.applications import Applications
from creditmate.services.credit_checks import CheckEntry, CreditChecks
from creditmate.services.customer_editing import CustomerEditing
from creditmate.services.customers import Customers
from creditmate.services.people import People
from tests.documents.application_papers import ANSWERS
from tests.services.conftest import Office
from tests.services.test_applications import apply_all

TODAY = date(2026, 11, 23)
NEXT_YEAR = date(2027, 11, 23)
LIMIT = Money(500_000, "GBP")


@pytest.fixture
def checks(office: Office) -> CreditChecks:
    return CreditChecks(office.gateway, office.clock)


@pytest.fixture
def code(office: Office) -> str:
    return apply_all(Applications(office.gateway, office.clock), ApplicationEntry(ANSWERS))


@pytest.fixture
def ellen(office: Office) -> int:
    people = People(office.gateway, office.clock, "ellen")
    return people.add(StaffEntry("Ellen Rook", "ER")).id


def refusal(checks: CreditChecks, code: str, entry: CheckEntry) -> tuple[object, object]:
    with pytest.raises(UserError) as caught:
        checks.record(code, entry)
    said = problem_words(caught.value, "en_GB", "en_GB")
    assert "check." not in said
    return caught.value.facts["field"], caught.value.facts["why"]


def test_what_is_missing_before_credit_is_given(
    checks: CreditChecks, code: str, ellen: int, office: Office
) -> None:
    file = checks.of(code, TODAY)
    assert file.wished == LIMIT
    assert file.referees == (("Alder Timber Ltd", "Pat Alder", "pat@alder.example"),)
    assert file.checks.missing == (Check.REFERENCE, Check.SEARCH, Check.LIMIT)
    assert file.checks.lines[0].by_program
    checks.record(code, CheckEntry(Check.REFERENCE, about="Alder Timber Ltd", note="pays in time"))
    checks.record(code, CheckEntry(Check.SEARCH, Result.DOUBTFUL, "Companies House", "new firm"))
    assert checks.of(code, TODAY).checks.missing == (Check.LIMIT,)
    decided = CheckEntry(Check.LIMIT, staff=ellen, review_day=NEXT_YEAR, limit=LIMIT)
    checks.record(code, decided)
    after = checks.of(code, TODAY).checks
    assert (after.missing, after.doubted) == ((), (Check.SEARCH,))
    assert after.review_day == NEXT_YEAR
    limit = after.lines[-1].rows[0]
    assert (limit.staff, limit.limit) == ("Ellen Rook", LIMIT)
    use = Customers().brief(code, TODAY).facts.limit
    assert use is not None
    assert use.limit == LIMIT
    prove_all()


def test_no_credit_is_a_decision_too(checks: CreditChecks, code: str, ellen: int) -> None:
    checks.record(code, CheckEntry(Check.LIMIT, Result.BAD, staff=ellen, note="no history"))
    use = Customers().brief(code, TODAY).facts.limit
    assert use is not None
    assert (use.limit, use.reason) == (Money(0, "GBP"), "no history")


def test_a_slip_is_taken_back_with_its_limit(checks: CreditChecks, code: str, ellen: int) -> None:
    done = checks.record(code, CheckEntry(Check.LIMIT, staff=ellen, limit=LIMIT))
    checks.undo(done.action)
    assert Check.LIMIT in checks.of(code, TODAY).checks.missing
    assert Customers().brief(code, TODAY).facts.limit is None
    with pytest.raises(UserError) as again:
        checks.undo(done.action)
    assert again.value.problem is Problem.DECISION_STANDS
    prove_all()


def test_limits_to_look_at_again(
    checks: CreditChecks, code: str, ellen: int, office: Office
) -> None:
    checks.record(code, CheckEntry(Check.LIMIT, staff=ellen, limit=LIMIT, review_day=NEXT_YEAR))
    assert checks.reviews_due(NEXT_YEAR - timedelta(days=1)) == []
    (due,) = checks.reviews_due(NEXT_YEAR)
    assert (due.code, due.name) == (code, ANSWERS[Item.LEGAL_NAME])
    assert (due.review_day, due.limit, due.decided_by) == (NEXT_YEAR, LIMIT, "Ellen Rook")
    office.on(NEXT_YEAR)
    checks.record(code, CheckEntry(Check.REVIEW, staff=ellen, review_day=date(2028, 6, 1)))
    assert checks.reviews_due(NEXT_YEAR) == []
    assert checks.review_day(code, NEXT_YEAR) == date(2028, 6, 1)
    assert checks.review_day(code, TODAY) == NEXT_YEAR  # what was known then
    CustomerEditing(office.gateway, office.clock).archive(code)
    assert checks.reviews_due(date(2030, 1, 1)) == []


def test_what_cannot_be_is_refused_by_its_field(
    checks: CreditChecks, code: str, ellen: int
) -> None:
    nobody = CheckEntry(Check.REFERENCE)
    assert refusal(checks, code, nobody) == ("check.about", Why.EMPTY.value)
    limit = CheckEntry(Check.LIMIT, staff=ellen, limit=LIMIT)
    undecided = replace(limit, staff=None)
    assert refusal(checks, code, undecided) == ("check.staff", Why.EMPTY.value)
    past = replace(limit, review_day=TODAY)
    assert refusal(checks, code, past) == ("check.review_day", Why.NOT_POSSIBLE.value)
    search = CheckEntry(Check.SEARCH, review_day=NEXT_YEAR)
    assert refusal(checks, code, search)[0] == "check.review_day"
    euro = replace(limit, limit=Money(1, "EUR"))
    assert refusal(checks, code, euro)[0] == "limit.amount"
    assert refusal(checks, code, replace(limit, limit=Money(-1, "GBP")))[0] == "limit.amount"
    assert refusal(checks, code, CheckEntry(Check.BANK, limit=LIMIT))[0] == "limit.amount"
    long = CheckEntry(Check.BANK, note="x" * 501)
    assert refusal(checks, code, long) == ("check.note", Why.TOO_LONG.value)
    with pytest.raises(UserError) as unknown:
        checks.record(code, replace(limit, staff=99))
    assert unknown.value.problem is Problem.UNKNOWN_STAFF
