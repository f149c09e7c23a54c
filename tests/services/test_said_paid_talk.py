"""Whoever says that all is paid is believed: the next talk is about that, not about the goods."""

from datetime import date, timedelta

import pytest

from creditmate.domain.claims import SaidPaid
from creditmate.domain.money import Money
from creditmate.domain.outcomes import CallKind, Outcome
from creditmate.i18n.talk_words import talk_goal, talk_opening
from creditmate.services.call_drafts import CallDrafts
from creditmate.services.call_notes import CallNote
from creditmate.services.call_sheets import CallSheet, CallSheets
from creditmate.services.claims import Claims
from creditmate.services.customers import Customers
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 12, 4)


@pytest.fixture
def sent(office: Office) -> Office:
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, "ACME")
        an_invoice(writing, customer, "A1", MONDAY - timedelta(days=60), 90_000)
    office.on(MONDAY)
    said = SaidPaid(amount=Money(90_000, "GBP"))
    office.call("ACME", CallNote("Ann", Outcome.PAYMENT_SENT, "", FRIDAY, said_paid=said))
    return office


def sheet(office: Office) -> CallSheet:
    return CallSheets(Customers(), CallDrafts(office.clock), office.clock).sheet("ACME")


def test_the_next_talk_begins_with_what_is_on_its_way(sent: Office) -> None:
    found = sheet(sent.on(MONDAY + timedelta(days=1)))
    assert found.script.situation.value == "arranged"
    assert found.kind is CallKind.COLLECTION
    (one,) = found.brief.before.around.sent
    assert (one.amount.minor, one.day) == (90_000, MONDAY)
    topics = {topic.code.value: topic for topic in found.script.topics}
    assert "goods_right" not in topics
    assert topics["sent"].amount == Money(90_000, "GBP")
    opening = talk_opening(found.script, "Ann", found.brief.before.us, "en", "en_GB")
    assert "£900.00 is on its way" in opening
    assert "£900.00" in talk_goal(found.script, "en", "en_GB")


def test_once_it_was_looked_for_in_vain_nothing_is_on_its_way(sent: Office) -> None:
    claims = Claims(sent.gateway, sent.clock)
    (claim,) = claims.open(sent.clock.today)
    claims.not_found(claim.standing.claim.id)
    found = sheet(sent.on(MONDAY + timedelta(days=1)))
    assert not found.brief.before.around.sent
    assert found.script.situation.value != "arranged"
