"""A branch names a later day for its own money: its head office is not asked for that before."""

from datetime import date, timedelta

import pytest

from creditmate.domain.call_situations import Situation
from creditmate.domain.claims import SaidPaid
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.services.call_notes import CallNote
from creditmate.services.day_lists import DayLists
from creditmate.services.groups import Groups
from tests.builders import a_customer, a_receipt, allocate, an_invoice
from tests.services.conftest import Office

MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)
LATER, AFTER = date(2026, 12, 4), date(2026, 12, 2)
LATE = MONDAY - timedelta(days=40)
OWN, BRANCH = Money(89_856, "GBP"), Money(44_922, "GBP")


@pytest.fixture
def group(office: Office) -> Office:
    with office.gateway.write("test") as writing:
        head, branch = a_customer(writing, "HEAD"), a_customer(writing, "BRANCH")
        own = an_invoice(writing, head, "H1", LATE, OWN.minor)
        an_invoice(writing, branch, "B1", LATE, BRANCH.minor)
        an_invoice(writing, branch, "B2", MONDAY, 60_684)
    office.on(MONDAY)
    Groups(office.gateway).join("BRANCH", "HEAD")
    promises(office, "HEAD", OWN + BRANCH, FRIDAY)
    promises(office, "BRANCH", BRANCH, LATER)
    with office.on(FRIDAY).gateway.write("test") as writing:
        receipt = a_receipt(writing, head, FRIDAY, OWN.minor)
        allocate(writing, receipt, own, OWN.minor)
    return office


def promises(office: Office, code: str, amount: Money, by: date) -> None:
    note = CallNote(
        "Vik", Outcome.WILL_PAY, "", by + timedelta(days=5), promised=amount, promised_by=by
    )
    office.call(code, note)


def test_nobody_is_asked_for_it_before_the_branch_s_day(group: Office) -> None:
    group.on(AFTER).posted(AFTER)
    assert group.codes() == []
    (told,) = DayLists().left_out(AFTER)
    assert told.amounts == (BRANCH,)
    group.on(date(2026, 12, 9)).posted(date(2026, 12, 9))
    (row,) = group.today()
    assert row.line.amounts == (BRANCH,)


def test_what_the_head_office_says_to_have_paid_is_arranged_for_the_branch(office: Office) -> None:
    """Nobody asks the branch whether everything arrived as it wanted while that is waited for."""
    with office.gateway.write("test") as writing:
        an_invoice(writing, a_customer(writing, "HEAD"), "H1", LATE, OWN.minor)
        an_invoice(writing, a_customer(writing, "BRANCH"), "B1", LATE, BRANCH.minor)
    office.on(MONDAY)
    Groups(office.gateway).join("BRANCH", "HEAD")
    both = SaidPaid(paid_on=MONDAY, amount=OWN + BRANCH)
    office.call("HEAD", CallNote("Vik", Outcome.PAYMENT_SENT, "", AFTER, said_paid=both))
    script = office.on(MONDAY + timedelta(days=1)).brief("BRANCH").script
    assert script.situation is Situation.ARRANGED
    assert [(one.amount, one.day) for one in script.around.sent] == [(OWN + BRANCH, MONDAY)]
    assert office.brief("HEAD").script.around.sent == script.around.sent
