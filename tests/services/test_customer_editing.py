"""Customers made, edited, doubted, refused, put away and taken back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from creditmate.db.customers import customer_by_code
from creditmate.db.habits import keep_habits
from creditmate.db.proof import prove_all
from creditmate.domain.customer_form import CustomerForm, SiteForm, SiteKind, StatementKind
from creditmate.domain.customer_list import Wanted
from creditmate.domain.customer_status import Status
from creditmate.domain.doubts import Odd
from creditmate.domain.due_rules import Net
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.money import Money
from creditmate.domain.open_business import Open
from creditmate.domain.our_people import StaffEntry
from creditmate.domain.outcomes import Outcome
from creditmate.domain.payment_runs import Weekly
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.receipts import Method, NewPayment, Part, Share
from creditmate.domain.refusals import Why
from creditmate.services.call_notes import CallNote
from creditmate.services.customer_editing import Begins, CustomerEditing
from creditmate.services.customer_lists import CustomerLists
from creditmate.services.customers import Customers
from creditmate.services.decisions import Decisions
from creditmate.services.groups import Groups
from creditmate.services.merging import Merging
from creditmate.services.payments import Payments
from creditmate.services.people import People
from creditmate.services.search import Search
from tests.builders import a_customer, a_receipt, allocate, an_invoice, day
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)
ADDRESS = {"street_address": "1 Mill Lane", "city": "Overmere", "postal_code": "m2 5bq"}

BILLED = SiteForm(SiteKind.BILLING, "GB", lines=("1 Mill Lane",))


@pytest.fixture
def editing(office: Office) -> CustomerEditing:
    return CustomerEditing(office.gateway, office.clock)


def a_form(editing: CustomerEditing, name: str = "Brindle Row Interiors Ltd") -> CustomerForm:
    blank = replace(editing.blank(), legal_form=LegalForm.COMPANY)
    return replace(blank, name=name, code=editing.proposed_code(name))


def refusal(form: CustomerForm, editing: CustomerEditing) -> tuple[object, object]:
    with pytest.raises(UserError) as caught:
        editing.save(form)
    assert caught.value.problem is Problem.FIELD_REFUSED
    return caught.value.facts["field"], caught.value.facts["why"]


def test_everything_that_was_typed_comes_back(editing: CustomerEditing) -> None:
    site = SiteForm(SiteKind.BILLING, "GB", parts=ADDRESS)
    form = replace(
        a_form(editing),
        trading_name="Brindle Row",
        legal_form=LegalForm.COMPANY,
        company_number="01234567",
        tax_number="GB 980 7806 84",
        industry="Shopfitting",
        terms=PaymentTerms(Net(30)),
        remember="Quote their order number.",
        friend=True,
        statement_kind=StatementKind.BALANCE_FORWARD,
        statement_day=31,
        insurer="Atradius",
        insured=Money(500_000, "GBP"),
        report_by_days=60,
        payment_run=Weekly(4),
        invoice_cut_off=25,
        order_required=True,
        invoices_to="ap@brindlerow.example",
        approver="Piers Langdon",
        pay_method="transfer",
        account_at_theirs="ROOK-7",
        sites=(site,),
        tags=("trade", "Trade", "north"),
    )
    made = editing.save(form)
    found = editing.form("brin01")
    assert found.id == made.id
    (kept,) = found.sites
    assert kept.lines == ("1 Mill Lane", "Overmere")
    assert kept.postcode == "M2 5BQ"
    assert dict(kept.parts) == ADDRESS
    assert found.tags == ("north", "trade")
    same = replace(found, id=0, version=0, sites=form.sites, tags=form.tags)
    assert same == form
    assert editing.doubts(found) == []
    assert prove_all() == []


def test_codes_are_proposed_from_names_and_never_twice(editing: CustomerEditing) -> None:
    assert editing.proposed_code("The Mill Ltd") == "MILL01"
    assert editing.proposed_code("Łódź Stolarnia") == "LODZ01"
    assert editing.proposed_code("株式会社") == "CUST01"
    editing.save(a_form(editing))
    assert editing.proposed_code("Brindle & Sons") == "BRIN02"
    taken = replace(a_form(editing, "Another"), code="brin01")
    assert refusal(taken, editing) == ("customer.code", Why.TAKEN.value)


@pytest.mark.parametrize(
    ("change", "field", "why"),
    [
        ({"name": "  "}, "name", Why.EMPTY),
        ({"code": ""}, "code", Why.EMPTY),
        ({"code": "X" * 41}, "code", Why.TOO_LONG),
        ({"name": "N" * 201}, "name", Why.TOO_LONG),
        ({"name": "Brin\x00dle"}, "name", Why.UNSEEN),
        ({"name": "\u200b\u200d"}, "name", Why.EMPTY),
        ({"code": "B\x1b[31m"}, "code", Why.UNSEEN),
        ({"tags": ("a\x00",)}, "tags", Why.UNSEEN),
        ({"locale": "xx_YY_zz_broken"}, "locale", Why.NOT_POSSIBLE),
        ({"locale": ""}, "locale", Why.NOT_POSSIBLE),
        ({"insured": Money(10**17, "GBP")}, "insured", Why.NOT_POSSIBLE),
        ({"sites": (BILLED, replace(BILLED, lines=("2 Mill Lane",)))}, "sites", Why.TWICE),
        ({"remember": "r" * 2001}, "remember", Why.TOO_LONG),
        ({"country": "XX"}, "country", Why.NOT_POSSIBLE),
        ({"currency": "ZZZ"}, "currency", Why.NOT_POSSIBLE),
        ({"zone": "Mars/Olympus"}, "zone", Why.NOT_POSSIBLE),
        ({"statement_day": 32}, "statement_day", Why.NOT_POSSIBLE),
        ({"invoice_cut_off": 0}, "invoice_cut_off", Why.NOT_POSSIBLE),
        ({"report_by_days": 1000}, "report_by_days", Why.NOT_POSSIBLE),
        ({"insured": Money(1, "EUR")}, "insured", Why.NOT_POSSIBLE),
        ({"tags": ("t" * 41,)}, "tags", Why.TOO_LONG),
        ({"tags": tuple(map(str, range(31)))}, "tags", Why.NOT_POSSIBLE),
    ],
)
def test_what_cannot_be_right_is_refused(
    editing: CustomerEditing, change: dict[str, object], field: str, why: Why
) -> None:
    form = replace(a_form(editing), **change)  # type: ignore[arg-type]
    assert refusal(form, editing) == (f"customer.{field}", why.value)
    assert customer_by_code("BRIN01") is None


def test_an_owner_nobody_knows_is_refused(editing: CustomerEditing) -> None:
    with pytest.raises(UserError) as caught:
        editing.save(replace(a_form(editing), owner_id=99))
    assert caught.value.problem is Problem.UNKNOWN_STAFF


def test_what_only_looks_odd_is_saved_and_stays_visible(editing: CustomerEditing) -> None:
    old = SiteForm(SiteKind.BILLING, "GB", parts={"city": "Overmere", "postal_code": "NO1"})
    form = replace(a_form(editing), tax_number="GB 980 7806 85", company_number="12", sites=(old,))
    expected = [
        ("tax_number", Odd.CHECK_DIGIT, None),
        ("company_number", Odd.FORM, None),
        ("sites.postcode", Odd.POSTCODE, 0),
        ("sites.street_address", Odd.INCOMPLETE, 0),
    ]
    assert [(d.field, d.odd, d.place) for d in editing.doubts(form)] == expected
    editing.save(form)
    found = editing.form("BRIN01")
    assert [(d.field, d.odd, d.place) for d in editing.doubts(found)] == expected


def test_a_form_that_nobody_chose_is_doubted(editing: CustomerEditing) -> None:
    form = replace(a_form(editing), legal_form=LegalForm.UNKNOWN)
    assert [(d.field, d.odd) for d in editing.doubts(form)] == [("legal_form", Odd.NOT_KNOWN)]
    assert editing.doubts(a_form(editing)) == []


def test_another_with_the_same_name_or_number_is_told(editing: CustomerEditing) -> None:
    editing.save(replace(a_form(editing), tax_number="GB980780684"))
    again = replace(
        a_form(editing, "BRINDLE ROW INTERIORS LTD."), tax_number="980 7806 84", code="OTHER"
    )
    # the country's letters make another number of it: only what is written alike is the same
    assert [(d.odd, d.expected) for d in editing.doubts(again)] == [(Odd.SAME_NAME, "BRIN01")]
    same = replace(again, tax_number="GB 980 7806 84")
    assert [d.odd for d in editing.doubts(same)] == [Odd.SAME_NUMBER, Odd.SAME_NAME]


def test_a_save_from_an_older_reading_is_refused(editing: CustomerEditing) -> None:
    editing.save(a_form(editing))
    old = editing.form("BRIN01")
    editing.save(replace(old, industry="Joinery"))
    with pytest.raises(UserError) as caught:
        editing.save(replace(old, industry="Shops"))
    assert caught.value.problem is Problem.CHANGED_MEANWHILE
    assert editing.form("BRIN01").industry == "Joinery"


def test_an_address_left_out_is_put_away_and_another_s_is_refused(
    editing: CustomerEditing,
) -> None:
    lines = SiteForm(SiteKind.BILLING, "GB", lines=("1 Mill Lane", "Overmere"), postcode="M2 5BQ")
    depot = SiteForm(SiteKind.DELIVERY, "GB", lines=("Depot 9",), name="Depot")
    editing.save(replace(a_form(editing), sites=(lines, depot), tags=("a", "b")))
    form = editing.form("BRIN01")
    editing.save(replace(form, sites=form.sites[:1], tags=("b", "c")))
    found = editing.form("BRIN01")
    assert [site.lines for site in found.sites] == [("1 Mill Lane", "Overmere")]
    assert found.tags == ("b", "c")
    assert editing.usable().tags == ("b", "c")
    stranger = replace(found.sites[0], id=form.sites[1].id)
    with pytest.raises(UserError) as caught:
        editing.save(replace(found, sites=(stranger,)))
    assert caught.value.problem is Problem.CHANGED_MEANWHILE
    assert prove_all() == []


def test_saving_what_is_there_already_is_no_action(
    office: Office, editing: CustomerEditing
) -> None:
    editing.save(a_form(editing))
    form = editing.form("BRIN01")
    editing.save(form)
    assert editing.form("BRIN01").version == form.version
    assert office.gateway is not None


# ---------------------------------------------------------------- put away
def test_with_something_open_a_customer_is_not_put_away(
    office: Office, editing: CustomerEditing
) -> None:
    with office.gateway.write("invoice") as writing:
        customer = a_customer(writing)
        invoice = an_invoice(writing, customer, "A-1", day(0), 1000)
        branch = a_customer(writing, "BRANCH")
    office.call("ACME", CallNote("Ms Ash", Outcome.WILL_PAY, "soon", next_day=TODAY))
    form = editing.form("BRANCH")
    assert form.id == branch
    with pytest.raises(UserError) as caught:
        editing.archive("ACME")
    assert caught.value.problem is Problem.CUSTOMER_OPEN
    assert caught.value.facts["open"] == {Open.ITEMS: 1, Open.STEPS: 1}
    with office.gateway.write("pay") as writing:
        allocate(writing, a_receipt(writing, customer, day(5), 1000), invoice, 1000)
        keep_habits([customer])
    office.call("ACME", CallNote("Ms Ash", Outcome.WILL_PAY, "done", none_because="paid"))
    editing.archive("ACME")
    listed = CustomerLists().listing(Wanted(), TODAY).head
    assert "ACME" not in [row.code for row in listed]
    assert Search().names("acme").customers == []
    assert editing.form("ACME").archived
    editing.restore("ACME")
    assert not editing.form("ACME").archived
    assert [found.code for found in Search().names("acme").customers] == ["ACME"]
    assert prove_all() == []


def test_what_is_decided_as_a_customer_is_made_is_one_action(
    editing: CustomerEditing, office: Office
) -> None:
    limit = Money(500_000, "GBP")
    editing.save(a_form(editing), Begins(Status.PROSPECT, limit))
    facts = Customers().brief("BRIN01", TODAY).facts
    assert facts.status is Status.PROSPECT
    assert facts.limit is not None
    assert facts.limit.limit == limit
    form = editing.form("BRIN01")
    editing.save(form, Begins(Status.ACTIVE, Money(1, "GBP")))  # what was decided stands
    assert Customers().brief("BRIN01", TODAY).facts == facts
    wrong = replace(a_form(editing, "Ashlar"), name="Ashlar")
    with pytest.raises(UserError) as caught:
        editing.save(wrong, Begins(limit=Money(1, "EUR")))
    assert caught.value.facts["field"] == "limit.amount"
    assert customer_by_code(wrong.code) is None
    assert not prove_all()


def test_a_form_is_looked_at_before_it_is_saved(editing: CustomerEditing) -> None:
    form = replace(
        a_form(editing), terms=PaymentTerms(Net(30)), payment_run=Weekly(4), tax_number="GB1"
    )
    looked = editing.look_at(form)
    assert looked.refused is None
    assert looked.due_days == (date(2026, 12, 23),)
    assert looked.next_run == date(2026, 11, 27)
    assert {doubt.field for doubt in looked.doubts} == {"tax_number"}
    refused = editing.look_at(replace(form, country="ZZ")).refused
    assert refused is not None
    assert refused.facts["field"] == "customer.country"


def test_the_sheet_has_the_form_and_what_may_be_chosen(editing: CustomerEditing) -> None:
    assert editing.sheet("").form == editing.blank()
    editing.save(replace(a_form(editing), tags=("oak",)))
    sheet = editing.sheet("BRIN01")
    assert sheet.form == editing.form("BRIN01")
    assert sheet.usable.tags == ("oak",)
    assert sheet.facts.status is Status.ACTIVE


# ---------------------------------------------------------------- from two places
@pytest.mark.parametrize("change", [{"sites": ()}, {"tags": ("a", "b")}, {"tags": ()}])
def test_a_form_read_before_addresses_or_tags_changed_is_refused(
    editing: CustomerEditing, change: dict[str, object]
) -> None:
    site = SiteForm(SiteKind.BILLING, "GB", lines=("1 Mill Lane",))
    editing.save(replace(a_form(editing), sites=(site,), tags=("a",)))
    old = editing.form("BRIN01")
    editing.save(replace(old, **change))  # type: ignore[arg-type]
    now = editing.form("BRIN01")
    with pytest.raises(UserError) as caught:
        editing.save(replace(old, remember="x"))
    assert caught.value.problem is Problem.CHANGED_MEANWHILE
    assert editing.form("BRIN01") == now
    assert now.version == old.version + 1
    assert prove_all() == []


def test_a_form_read_before_a_merge_brought_addresses_is_refused(
    office: Office, editing: CustomerEditing
) -> None:
    site = SiteForm(SiteKind.BILLING, "GB", lines=("1 Mill Lane",))
    editing.save(a_form(editing))
    editing.save(replace(a_form(editing, "Other"), sites=(site,), tags=("a",)))
    merging = Merging(office.gateway, office.clock)
    old = editing.form("BRIN01")
    merge = merging.merge("OTHE01", "BRIN01").id
    with pytest.raises(UserError):
        editing.save(replace(old, remember="x"))
    merged = editing.form("BRIN01")
    assert merged.tags == ("a",)
    merging.undo(merge)
    with pytest.raises(UserError):
        editing.save(replace(merged, remember="x"))
    assert [site.lines for site in editing.form("OTHE01").sites] == [("1 Mill Lane",)]
    assert prove_all() == []


# ---------------------------------------------------------------- taken back
def test_whoever_owes_again_is_in_the_lists_again(office: Office, editing: CustomerEditing) -> None:
    with office.gateway.write("paid") as writing:
        customer = a_customer(writing, "ACME")
        allocated = an_invoice(writing, customer, "A-1", day(0), 1000)
        keep_habits([customer])
    payments = Payments(office.gateway, office.clock)
    owed = Money(1000, "GBP")
    share = Share("ACME", owed, (Part(allocated, owed),))
    receipt = payments.record(NewPayment(day(40), Method.TRANSFER, (share,))).id
    editing.archive("ACME")
    assert listed() == []
    payments.bounce(receipt, day(45))
    assert listed() == ["ACME"]
    assert prove_all() == []


def test_money_on_account_or_a_step_agreed_takes_a_customer_back(
    office: Office, editing: CustomerEditing
) -> None:
    with office.gateway.write("two") as writing:
        for code in ("ACME", "BIRCH", "CEDAR"):
            a_customer(writing, code)
    for code in ("ACME", "BIRCH", "CEDAR"):
        editing.archive(code)
    Decisions(office.gateway, office.clock).set_status("CEDAR", Status.WATCH, "x")
    Payments(office.gateway, office.clock).record(
        NewPayment(TODAY, Method.TRANSFER, (Share("ACME", Money(1000, "GBP")),))
    )
    step = CallNote("Ann", Outcome.CALL_BACK, "later", next_day=TODAY)
    office.call("BIRCH", step)
    assert listed() == ["ACME", "BIRCH"]  # what was decided about CEDAR opens nothing


def test_a_branch_brings_its_head_office_back(office: Office, editing: CustomerEditing) -> None:
    with office.gateway.write("two") as writing:
        a_customer(writing, "HEAD")
        a_customer(writing, "NORTH")
    Groups(office.gateway).join("NORTH", "HEAD")
    for restore in (
        lambda: editing.restore("NORTH"),
        lambda: Payments(office.gateway, office.clock).record(
            NewPayment(TODAY, Method.TRANSFER, (Share("NORTH", Money(1000, "GBP")),))
        ),
    ):
        editing.archive("NORTH")
        editing.archive("HEAD")
        restore()
        assert listed() == ["HEAD", "NORTH"]
        assert prove_all() == []


def listed() -> list[str]:
    return sorted(row.code for row in CustomerLists().listing(Wanted(), TODAY).head)


def test_an_address_in_which_nothing_is_left_is_none(editing: CustomerEditing) -> None:
    editing.save(replace(a_form(editing), sites=(replace(BILLED, lines=(" ",)),)))
    assert editing.form("BRIN01").sites == ()
    editing.save(replace(editing.form("BRIN01"), sites=(BILLED,)))
    form = editing.form("BRIN01")
    editing.save(replace(form, sites=(replace(form.sites[0], lines=(), postcode=""),)))
    assert editing.form("BRIN01").sites == ()


def test_a_code_that_was_put_right_still_leads_to_the_customer(editing: CustomerEditing) -> None:
    editing.save(a_form(editing))
    editing.save(replace(editing.form("BRIN01"), code="BRINDLE"))
    assert editing.form("brin01").code == "BRINDLE"
    editing.save(replace(a_form(editing, "Another"), code="BRIN01"))
    assert editing.form("brin01").name == "Another"
    with pytest.raises(UserError) as caught:
        editing.form("NEVER")
    assert caught.value.problem is Problem.UNKNOWN_CUSTOMER


def test_new_customers_are_not_given_to_somebody_who_has_left(
    office: Office, editing: CustomerEditing, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "home"))
    people = People(office.gateway, office.clock, "")
    ann = people.add(StaffEntry("Ann")).id
    people.archive(ann, 1)
    with pytest.raises(UserError) as caught:
        editing.save(replace(a_form(editing), owner_id=ann))
    assert caught.value.problem is Problem.UNKNOWN_STAFF
