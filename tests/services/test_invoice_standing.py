"""What is said of a customer before it is invoiced: stops, holds, limits."""

from decimal import Decimal

import pytest

from creditmate.domain.customer_status import Status
from creditmate.domain.holds import HoldKind, Stop
from creditmate.domain.invoice_warnings import Notice
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money
from creditmate.i18n.invoice_words import notice_words
from creditmate.services.decisions import Decisions, HoldEntry
from creditmate.services.groups import Groups
from creditmate.services.work import NewWork
from tests.builders import a_customer
from tests.services.invoice_desk import TODAY, Desk, a_line


@pytest.fixture
def decisions(desk: Desk) -> Decisions:
    return Decisions(desk.gateway, desk.clock)


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def said(desk: Desk, **more: object) -> tuple[Notice, ...]:
    return desk.invoicing.plan(desk.new(**more)).notices


@pytest.mark.parametrize(
    ("status", "notices"),
    [
        (Status.ON_STOP, (Notice.ON_STOP,)),
        (Status.WITH_AGENCY, (Notice.WITH_AGENCY,)),
        (Status.CLOSED, (Notice.CLOSED,)),
        (Status.WATCH, ()),
    ],
)
def test_a_stop_is_said(
    desk: Desk, decisions: Decisions, status: Status, notices: tuple[Notice, ...]
) -> None:
    decisions.set_status("ACME", status, "as agreed")
    assert said(desk) == notices


def test_who_is_put_away_is_said(desk: Desk) -> None:
    desk.set_customer("ACME", archived_day=TODAY)
    assert said(desk) == (Notice.PUT_AWAY,)


def test_a_hold_is_said_and_what_it_stops_of_a_charge(desk: Desk, decisions: Decisions) -> None:
    decisions.hold("ACME", HoldEntry(HoldKind.OURS, TODAY, frozenset({Stop.STEPS})))
    assert said(desk) == (Notice.AT_REST,)
    charge = {"kind": DocumentKind.CHARGE_NOTE}
    assert said(desk, **charge) == (Notice.NO_ADVICE, Notice.AT_REST)
    decisions.hold("ACME", HoldEntry(HoldKind.HARDSHIP, TODAY, frozenset({Stop.INTEREST})))
    assert said(desk, **charge) == (Notice.NO_ADVICE, Notice.AT_REST, Notice.CHARGES_STOPPED)
    assert said(desk) == (Notice.AT_REST,)


def test_the_head_offices_hold_and_the_groups_limit_count(desk: Desk, decisions: Decisions) -> None:
    with desk.gateway.write("head") as writing:
        a_customer(writing, "HEAD")
    Groups(desk.gateway).join("ACME", "HEAD")
    decisions.set_limit("HEAD", gbp(20_000), "GBP", group=True)
    assert said(desk) == ()
    desk.issue()
    assert said(desk, code="HEAD") == (Notice.USUAL_TERMS, Notice.OVER_LIMIT)
    decisions.hold("HEAD", HoldEntry(HoldKind.OURS, TODAY, frozenset({Stop.STEPS})))
    assert said(desk) == (Notice.AT_REST, Notice.OVER_LIMIT)


def test_a_limit_is_passed_by_what_is_asked_for_with_the_tax(
    desk: Desk, decisions: Decisions
) -> None:
    decisions.set_limit("ACME", gbp(12_000), "GBP", group=False)
    assert said(desk) == ()  # 120.00
    decisions.set_limit("ACME", gbp(11_999), "GBP", group=False)
    assert said(desk) == (Notice.OVER_LIMIT,)
    assert said(desk, currency="EUR") == ()
    desk.issue()
    assert said(desk, currency="EUR") == (Notice.OVER_LIMIT,)


def test_work_counts_once(desk: Desk, decisions: Decisions) -> None:
    decisions.set_limit("ACME", gbp(12_000), "GBP", group=False)
    work = desk.work.add("ACME", NewWork(TODAY, "Oak", Decimal(1), Decimal(100)))
    assert said(desk, lines=(a_line(work_item=work.id),)) == ()
    assert said(desk) == (Notice.OVER_LIMIT,)


def test_each_has_its_words() -> None:
    assert all(notice_words(notice, "en_GB") for notice in Notice)
