"""Terms, holidays of a part of a country, and days of grace, over a real ledger."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from creditmate.db.settings import put_settings
from creditmate.domain.due_rules import DaysAfterMonthEnd, Net, OnReceipt
from creditmate.domain.errors import UserError
from creditmate.domain.payment_terms import PaymentTerms, Shift
from creditmate.domain.refusals import Why
from creditmate.domain.settings import DEFAULTS, to_json
from creditmate.domain.worklist import Kind
from creditmate.services.business_editing import BusinessEditing
from creditmate.services.calendars import (
    checked_region,
    customer_calendar,
    home_calendar,
    is_region,
    region_name,
    regions_of,
)
from creditmate.services.customer_editing import CustomerEditing
from creditmate.services.merging import Merging
from creditmate.services.receivables import Receivables
from creditmate.services.settings import BusinessSettings
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office
from tests.services.invoice_desk import Desk, a_desk

MONDAY = date(2026, 11, 23)
ST_ANDREW = date(2026, 11, 30)
ST_PATRICK = date(2026, 3, 17)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path / "desk.creditmate") as desk:
        yield desk


# ----------------------------------------------------------------- parts of countries
def test_parts_of_a_country_have_names() -> None:
    assert dict(regions_of("GB")) == {
        "ENG": "England", "NIR": "Northern Ireland", "SCT": "Scotland", "WLS": "Wales",
    }  # fmt: skip
    assert dict(regions_of("DE"))["BY"] == "Bayern"
    assert dict(regions_of("FR"))["971"] == "Guadeloupe"
    assert regions_of("IE") == regions_of("ZZ") == ()
    assert region_name("GB", "SCT") == "Scotland"
    assert region_name("GB", "") == ""
    assert is_region("IE", "")
    assert not is_region("IE", "SCT")


def test_a_part_is_read_by_code_or_name() -> None:
    assert checked_region("GB", " sct ", "--region") == "SCT"
    assert checked_region("GB", "wales", "--region") == "WLS"
    assert checked_region("IE", "", "--region") == ""
    with pytest.raises(UserError) as told:
        checked_region("IE", "MARS", "--region")
    assert told.value.facts == {
        "field": "--region", "found": "MARS", "country": "IE", "expected": "–",
    }  # fmt: skip


def test_a_customer_has_its_own_holidays_else_ours_else_the_usual(office: Office) -> None:
    assert office.clock.today
    usual = customer_calendar("GB", ST_PATRICK)
    assert usual.is_working(ST_PATRICK)
    editing = BusinessEditing(office.gateway)
    sheet = editing.sheet()
    assert dict(sheet.regions) == dict(editing.regions("GB")) == dict(regions_of("GB"))
    editing.save(replace(sheet.entry, region="NIR"), sheet.version, None)
    assert not customer_calendar("GB", ST_PATRICK).is_working(ST_PATRICK)  # where we are
    assert not home_calendar(ST_PATRICK).is_working(ST_PATRICK)
    assert customer_calendar("GB", ST_PATRICK, "SCT").is_working(ST_PATRICK)
    assert customer_calendar("DE", ST_PATRICK).is_working(ST_PATRICK)  # ours is another country's


def test_a_part_of_another_country_is_refused(office: Office) -> None:
    editing = CustomerEditing(office.gateway, office.clock)
    form = replace(editing.blank(), code="ACME", name="Acme", country="GB", region="BY")
    with pytest.raises(UserError) as told:
        editing.save(form)
    assert (told.value.facts["field"], told.value.facts["why"]) == (
        "customer.region", Why.NOT_POSSIBLE.value,
    )  # fmt: skip
    business = BusinessEditing(office.gateway)
    sheet = business.sheet()
    with pytest.raises(UserError) as told:
        business.save(replace(sheet.entry, region="BY"), sheet.version, None)
    assert told.value.facts["field"] == "business.region"


def test_an_invoice_moves_off_the_holidays_of_the_customer_s_part(desk: Desk) -> None:
    """In 2026 St Andrew's is a Monday; Scotland rests, England works."""
    new = desk.new(terms=PaymentTerms(OnReceipt(), shift=Shift.NEXT), day=ST_ANDREW)
    desk.clock.today = ST_ANDREW
    for region, worked in (("", ST_ANDREW), ("SCT", ST_ANDREW + timedelta(days=1))):
        desk.set_customer("ACME", region=region)
        schedule = desk.invoicing.plan(new).schedule
        assert schedule is not None
        [part] = schedule.parts
        assert (part.day, part.worked_day) == (
            ST_ANDREW,
            worked,
        )  # due by the contract all the same


# ----------------------------------------------------------------- terms that change
def test_changing_terms_never_re_dates_what_was_issued(desk: Desk) -> None:
    editing = CustomerEditing(desk.gateway, desk.clock)
    editing.save(replace(editing.form("ACME"), terms=PaymentTerms(Net(30))))
    desk.issue()
    before = desk.detail("INV-0001")
    assert [part.due_day for part in before.parts] == [MONDAY + timedelta(days=30)]
    editing.save(replace(editing.form("ACME"), terms=PaymentTerms(DaysAfterMonthEnd(30))))
    settings = BusinessSettings(desk.gateway)
    kept = settings.read()
    settings.save(replace(kept.settings, default_terms=PaymentTerms(Net(7))), kept.version)
    after = desk.detail("INV-0001")
    assert after.parts == before.parts
    assert after.terms == before.terms == PaymentTerms(Net(30))
    desk.issue()
    later = desk.detail("INV-0002")
    assert [part.due_day for part in later.parts] == [date(2026, 12, 30)]


def test_a_form_being_typed_shows_what_its_terms_come_to(office: Office) -> None:
    editing = CustomerEditing(office.on(MONDAY).gateway, office.clock)
    form = replace(editing.blank(), code="A", name="Acme", terms=PaymentTerms(Net(30)))
    looked = editing.look_at(form)
    assert [one.day for one in looked.worked] == [MONDAY, ST_ANDREW, date(2026, 12, 1)]
    assert looked.worked[0].parts[0].day == date(2026, 12, 23)
    assert dict(looked.regions)["SCT"] == "Scotland"
    assert editing.look_at(replace(form, terms=None)).worked == ()
    assert editing.look_at(replace(form, currency="XXZ")).worked == ()
    tried = BusinessSettings(office.gateway).tried(PaymentTerms(Net(30)), MONDAY)
    assert tried[0].parts[0].day == date(2026, 12, 23)


# ----------------------------------------------------------------- grace
@pytest.fixture
def late(office: Office) -> Office:
    """ACME and BETA are five days late, on the Monday."""
    with office.gateway.write("test") as writing:
        for code in ("ACME", "BETA"):
            customer, due = a_customer(writing, code), MONDAY - timedelta(days=5)
            an_invoice(writing, customer, f"{code}-1", due - timedelta(days=30), 50_000, due=due)
    return office.on(MONDAY)


def usual_grace(office: Office, days: int) -> None:
    with office.gateway.write("settings") as writing:
        put_settings(writing, to_json(replace(DEFAULTS, follow_up_after=days)), 0)


def own_grace(office: Office, code: str, days: int | None) -> None:
    editing = CustomerEditing(office.gateway, office.clock)
    editing.save(replace(editing.form(code), grace_days=days))


def test_the_usual_grace_counts_unless_a_customer_has_its_own(late: Office) -> None:
    assert late.codes() == ["ACME", "BETA"]
    usual_grace(late, 5)
    assert late.codes() == []
    own_grace(late, "BETA", 0)
    assert late.codes() == ["BETA"]
    own_grace(late, "BETA", 60)
    assert late.on(MONDAY + timedelta(days=1)).codes() == ["ACME"]
    own_grace(late, "BETA", None)
    (first, second) = late.today()
    assert {first.line.kind, second.line.kind} == {Kind.FOLLOW_UP}
    assert (first.line.days_late, second.line.days_late) == (6, 6)


def test_grace_changes_neither_ageing_nor_what_the_brief_asks_for(late: Office) -> None:
    before, brief = Receivables().aged(MONDAY), late.brief("ACME")
    usual_grace(late, 60)
    own_grace(late, "ACME", 45)
    assert Receivables().aged(MONDAY) == before
    after = late.brief("ACME")
    assert [account.pay_now for account in after.accounts] == [
        account.pay_now for account in brief.accounts
    ]
    assert [account.ageing for account in after.accounts] == [
        account.ageing for account in brief.accounts
    ]
    assert brief.line is not None
    assert after.line is None
    assert (brief.facts.grace_days, after.facts.grace_days) == (None, 45)
    assert after.facts.region == ""


@pytest.mark.parametrize("days", [-1, 61])
def test_more_grace_than_two_months_is_refused(late: Office, days: int) -> None:
    with pytest.raises(UserError) as told:
        own_grace(late, "ACME", days)
    assert told.value.facts["field"] == "customer.grace_days"


def test_a_merge_chooses_grace_and_takes_the_part_with_the_country(late: Office) -> None:
    editing, merging = CustomerEditing(late.gateway, late.clock), Merging(late.gateway, late.clock)
    own_grace(late, "BETA", 0)
    editing.save(replace(editing.form("ACME"), grace_days=9, region="SCT"))
    found = {one.field: one for one in merging.preview("ACME", "BETA").conflicts}
    grace, region = found["grace_days"], found["region"]
    assert (grace.gives, grace.keeps, grace.suggested) == (9, 0, False)  # none is an answer
    assert (region.gives, region.keeps, region.suggested) == ("Scotland", "", True)
    editing.save(replace(editing.form("ACME"), country="DE", region="BY"))
    found = {one.field: one for one in merging.preview("ACME", "BETA").conflicts}
    assert "region" not in found
    merging.merge("ACME", "BETA", ["country"])
    kept = editing.form("BETA")
    assert (kept.country, kept.region, kept.grace_days) == ("DE", "BY", 0)
