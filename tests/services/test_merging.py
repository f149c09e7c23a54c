"""Two customers merged into one and taken apart again: nothing lost, nothing gained."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import peewee
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as driver

from creditmate.db import connection
from creditmate.db.aged import aged_counts, aged_sums
from creditmate.db.connection import execute, transaction
from creditmate.db.contact_records import save_contact
from creditmate.db.customer_records import edit_customer
from creditmate.db.customers import customer_by_code
from creditmate.db.habits import keep_habits
from creditmate.db.merging import FACTS, SCRATCH, counts, give_all
from creditmate.db.models import InterestEvent
from creditmate.db.proof import prove_all
from creditmate.domain.acceptance import Method as Accepted
from creditmate.domain.claims import SaidPaid
from creditmate.domain.contact_form import ContactForm, EmailForm, PhoneForm
from creditmate.domain.customer_form import SiteForm, SiteKind
from creditmate.domain.customer_status import Status
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.merging import NoMerge, Shared
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.receipts import Method, NewPayment, Part, Share
from creditmate.i18n.problems import problem_words
from creditmate.services.acceptance_entries import AcceptedEntry
from creditmate.services.acceptances import Acceptances
from creditmate.services.call_notes import CallNote
from creditmate.services.claims import Claims
from creditmate.services.contacts_editing import ContactsEditing
from creditmate.services.customer_editing import CustomerEditing
from creditmate.services.customers import require_customer
from creditmate.services.decisions import Decisions
from creditmate.services.groups import Groups
from creditmate.services.merging import Merging
from creditmate.services.payments import Payments
from creditmate.services.search import Search
from creditmate.services.statement_run import StatementRun
from creditmate.services.statements import Statements
from creditmate.services.terms_checks import NewVersion
from creditmate.services.terms_library import TermsLibrary
from creditmate.services.worklists import WorkLists
from tests.builders import (
    SetClock,
    a_customer,
    a_gateway,
    a_receipt,
    allocate,
    an_invoice,
    day,
    make_ledger,
    open_ledger,
)
from tests.db.account_history import STEPS, Book, Step
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)


@pytest.fixture
def merging(office: Office) -> Merging:
    return Merging(office.gateway, office.clock)


@pytest.fixture
def twins(office: Office) -> Office:
    """Two customers with an account each, people and a call: ``BIRCH`` is ``ACME`` again."""
    with office.gateway.write("twins") as writing:
        acme, birch = a_customer(writing, "ACME"), a_customer(writing, "BIRCH")
        for customer, prefix in ((acme, "A"), (birch, "B")):
            paid = an_invoice(writing, customer, f"{prefix}-1", day(0), 1000)
            an_invoice(writing, customer, f"{prefix}-2", day(40), 2500)
            an_invoice(writing, customer, f"{prefix}-3", day(50), 700, currency="EUR")
            allocate(writing, a_receipt(writing, customer, day(35), 1500), paid, 1000)
        keep_habits([acme, birch])
    people = ContactsEditing(office.gateway, office.clock)
    person = ContactForm("Ann Lee", phones=(PhoneForm("01632 960961"),))
    people.save("BIRCH", replace(person, emails=(EmailForm("ann@birch.example"),)))
    promise = CallNote(
        "Ann Lee", Outcome.WILL_PAY, "on Friday", promised=Money(2500, "GBP"),
        promised_by=date(2026, 11, 27), next_day=date(2026, 11, 28),
    )  # fmt: skip
    office.call("BIRCH", promise)
    return office


def totals(as_at: date = TODAY) -> dict[str, int]:
    """What everybody owes together, by currency."""
    found: dict[str, int] = {}
    for (_, currency), ageing in aged_sums(as_at).items():
        found[currency] = found.get(currency, 0) + ageing.total.minor
    return found


def whose() -> dict[str, list[tuple[int, int]]]:
    """Whose every row is, of every table that has a customer."""
    return {
        table: execute(f"SELECT id, customer_id FROM {table} ORDER BY id").fetchall()
        for table in (*FACTS, "site", "contact", "task", "tag", "attachment", "work_item")
    }


def refused(merging: Merging, giver: str, keeper: str) -> str:
    with pytest.raises(UserError) as caught:
        merging.merge(giver, keeper)
    assert caught.value.problem is Problem.MERGE_REFUSED
    return str(caught.value.facts["why"])


def test_every_table_of_customers_is_given(office: Office) -> None:
    """A table that a later step gives a customer must not be forgotten here."""
    assert office.gateway is not None
    sql = "SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'"
    having = {row[0] for row in execute(f"{sql} AND c.name = 'customer_id'")}
    records = {
        "site", "contact", "task", "tag", "attachment", "work_item", "contact_policy", "visit",
    }  # fmt: skip
    assert having == {*FACTS, *SCRATCH, *records, "pay_habit"}


def test_all_of_one_goes_to_the_other_and_comes_back(twins: Office, merging: Merging) -> None:
    before, owed = whose(), totals()
    preview = merging.preview("BIRCH", "ACME")
    assert preview.refused is None
    assert preview.moves == counts(preview.giver.id)
    assert preview.moves["entry"] == 4
    assert preview.together == (Money(4000, "GBP"), Money(1400, "EUR"))
    made = merging.merge("BIRCH", "ACME")
    assert counts(preview.giver.id) == {}
    assert totals() == owed
    assert totals(day(41)) != {}
    assert prove_all() == []
    brief = twins.brief("ACME")
    assert [account.ageing.total for account in brief.accounts] == list(preview.together)
    assert [person.name for person in brief.people] == ["Ann Lee"]
    assert len(brief.standings) == 1
    merging.undo(made.id)
    assert whose() == before
    assert totals() == owed
    assert prove_all() == []
    assert merging.merges() == []


def test_the_old_code_leads_to_the_new_one(twins: Office, merging: Merging) -> None:
    merging.merge("BIRCH", "ACME")
    for code in ("BIRCH", "birch", "ACME"):
        found = customer_by_code(code)
        assert found is not None
        assert found.code == "ACME"
    assert [row.code for row in Search().names("birch").customers] == ["ACME"]
    assert [row.code for row in Search().names("acme").customers] == ["ACME"]
    assert [row.code for row in Search().names("ann lee").people] == ["ACME"]
    day = WorkLists().reading(twins.clock.today).go_on()
    assert [row.code for row in day.rows] + [one.code for one in day.not_contacted] == ["ACME"]


def test_one_that_was_merged_comes_back_only_with_the_merge_undone(
    twins: Office, merging: Merging
) -> None:
    editing = CustomerEditing(twins.gateway, twins.clock)
    made = merging.merge("BIRCH", "ACME")
    with pytest.raises(UserError) as caught:
        editing.restore("birch")
    assert caught.value.facts["why"] == NoMerge.MERGED
    assert "Undo the merge" in problem_words(caught.value, "en_GB", "en_GB")
    merging.undo(made.id)
    editing.restore("birch")


def test_a_statement_does_not_replace_one_of_the_other(twins: Office, merging: Merging) -> None:
    def replaces(code: str) -> dict[str, str | None]:
        drafts, _ = statements.drafts(TODAY, [code])
        papers = [statements.numbered(draft) for draft in drafts]
        return {paper.statement.currency: paper.replaces for paper in papers}

    statements = Statements(twins.gateway)
    run = StatementRun(statements, lambda work: work())
    run.run(TODAY, ["BIRCH"], lambda _: None)
    birch = replaces("BIRCH")
    assert None not in birch.values()
    made = merging.merge("BIRCH", "ACME")
    assert replaces("ACME") == {"GBP": None, "EUR": None}
    merging.undo(made.id)
    assert replaces("BIRCH") == birch


def test_taken_apart_each_pays_as_before(twins: Office, merging: Merging) -> None:
    habits = execute("SELECT * FROM pay_habit ORDER BY customer_id").fetchall()
    made = merging.merge("BIRCH", "ACME")
    assert len(execute("SELECT * FROM pay_habit").fetchall()) == 1
    merging.undo(made.id)
    assert execute("SELECT * FROM pay_habit ORDER BY customer_id").fetchall() == habits
    assert twins.brief("BIRCH").customer.code == "BIRCH"
    again = merging.merge("BIRCH", "ACME")
    assert prove_all() == []
    merging.undo(again.id)
    assert prove_all() == []


def test_the_giver_is_right_where_the_user_says_so(twins: Office, merging: Merging) -> None:
    editing = CustomerEditing(twins.gateway, twins.clock)
    here = SiteForm(SiteKind.BILLING, "GB", lines=("1 Mill Lane",), postcode="M2 5BQ")
    there = replace(here, lines=("2 Mill Lane",))
    acme, birch = editing.form("ACME"), editing.form("BIRCH")
    editing.save(replace(acme, remember="Ring twice", sites=(here,), tags=("trade",)))
    editing.save(replace(birch, tax_number="GB980780684", sites=(there,), tags=("Trade", "north")))
    found = {one.field: one for one in merging.preview("BIRCH", "ACME").conflicts}
    assert found.keys() == {"name", "remember", "tax_number", "address"}
    assert found["tax_number"].suggested
    assert not found["remember"].suggested
    made = merging.merge("BIRCH", "ACME", take=["tax_number", "address"])
    kept = editing.form("ACME")
    assert kept.tax_number == "GB980780684"
    assert kept.remember == "Ring twice"
    assert kept.tags == ("north", "trade")
    assert [(site.kind, site.lines) for site in kept.sites] == [
        (SiteKind.BILLING, ("2 Mill Lane",)),
        (SiteKind.DELIVERY, ("1 Mill Lane",)),
    ]
    assert prove_all() == []
    merging.undo(made.id)
    assert editing.form("ACME").sites[0].lines == ("1 Mill Lane",)
    assert editing.form("ACME").tax_number == ""
    assert editing.form("BIRCH").tags == ("Trade", "north")
    assert prove_all() == []


@pytest.mark.parametrize("take", [(), ("status", "limit")])
def test_what_was_decided_stays_unless_it_is_taken(
    twins: Office, merging: Merging, take: tuple[str, ...]
) -> None:
    decisions = Decisions(twins.gateway, twins.clock)
    decisions.set_limit("ACME", Money(500_00, "GBP"), "GBP", group=False)
    decisions.set_status("BIRCH", Status.ON_STOP, "late")
    decisions.set_limit("BIRCH", Money(9_00, "GBP"), "GBP", group=False)
    made = merging.merge("BIRCH", "ACME", take)
    facts = twins.brief("ACME").facts
    assert facts.limit is not None
    wanted = (Status.ON_STOP, 900) if take else (Status.ACTIVE, 50_000)
    assert (facts.status, facts.limit.limit.minor) == wanted
    assert prove_all() == []
    merging.undo(made.id)
    facts = twins.brief("ACME").facts
    assert facts.limit is not None
    assert (facts.status, facts.limit.limit.minor) == (Status.ACTIVE, 50_000)
    assert twins.brief("BIRCH").facts.status is Status.ON_STOP
    assert prove_all() == []


def test_what_cannot_be_merged_is_refused(twins: Office, merging: Merging) -> None:
    groups = Groups(twins.gateway)
    assert refused(merging, "ACME", "acme") == NoMerge.SAME
    groups.join("ACME", "BIRCH")
    assert refused(merging, "BIRCH", "ACME") == NoMerge.BRANCH_OF_GIVER
    with twins.gateway.write("third") as writing:
        a_customer(writing, "CEDAR")
        a_customer(writing, "DOGWOOD")
    groups.join("CEDAR", "DOGWOOD")
    assert refused(merging, "BIRCH", "CEDAR") == NoMerge.KEEPER_IS_BRANCH
    groups.leave("CEDAR")
    CustomerEditing(twins.gateway, twins.clock).archive("CEDAR")
    assert refused(merging, "CEDAR", "ACME") == NoMerge.ARCHIVED


def test_branches_follow_a_head_office(twins: Office, merging: Merging) -> None:
    groups = Groups(twins.gateway)
    with twins.gateway.write("third") as writing:
        a_customer(writing, "CEDAR")
    groups.join("CEDAR", "BIRCH")
    made = merging.merge("BIRCH", "ACME")
    group = groups.group("CEDAR", TODAY)
    assert group is not None
    assert [member.customer.code for member in group.members] == ["ACME", "CEDAR"]
    merging.undo(made.id)
    group = groups.group("CEDAR", TODAY)
    assert group is not None
    assert [member.customer.code for member in group.members] == ["BIRCH", "CEDAR"]


# ---------------------------------------------------------------- what rests on it
def standing(merging: Merging, merge: int) -> set[str]:
    with pytest.raises(UserError) as caught:
        merging.undo(merge)
    assert caught.value.problem is Problem.MERGE_STANDS
    return {table for table, _ in caught.value.facts["rows"]}  # type: ignore[attr-defined]


def test_undoing_is_refused_when_money_was_matched_across(twins: Office, merging: Merging) -> None:
    made = merging.merge("BIRCH", "ACME")
    open_ = "SELECT id FROM entry WHERE currency = 'GBP' AND kind = ? AND open_minor <> 0"
    (first, _), (_, last) = (
        [row[0] for row in execute(open_, (kind,))] for kind in ("receipt", "invoice")
    )
    with twins.gateway.write("match") as writing:
        allocate(writing, first, last, 500)
    assert standing(merging, made.id) == {"allocation"}
    assert prove_all() == []


def test_undoing_is_refused_when_a_word_of_one_came_true_in_money_of_the_other(
    twins: Office, merging: Merging
) -> None:
    claims = Claims(twins.gateway, twins.clock)
    claims.make("BIRCH", SaidPaid(amount=Money(500, "GBP")))
    made = merging.merge("BIRCH", "ACME")
    payments = Payments(twins.gateway, twins.clock)
    paid = payments.record(
        NewPayment(TODAY, Method.TRANSFER, (Share("ACME", Money(500, "GBP"), ()),))
    )
    assert standing(merging, made.id) == {"claim_event"}
    payments.undo(paid.action)
    merging.undo(made.id)
    assert prove_all() == []


def test_undoing_goes_again_once_the_money_matched_across_is_undone(
    twins: Office, merging: Merging
) -> None:
    before, owed, yesterday = whose(), totals(), TODAY - timedelta(days=1)
    counted = aged_counts(yesterday)
    made = merging.merge("BIRCH", "ACME")
    payments = Payments(twins.gateway, twins.clock)
    open_ = "SELECT id, open_minor FROM entry WHERE currency = 'GBP' AND open_minor > 0"
    parts = tuple(Part(id_, Money(minor, "GBP")) for id_, minor in execute(open_))
    share = Share("ACME", Money(6000, "GBP"), parts)
    paid = payments.record(NewPayment(TODAY, Method.TRANSFER, (share,)))
    loose = "SELECT id FROM entry WHERE kind = 'receipt' AND open_minor < 0"
    assert standing(merging, made.id) == {"allocation"}
    payments.undo(paid.action)
    assert execute(loose).fetchall() != []
    merging.undo(made.id)
    now = whose()
    assert {table: ids for table, ids in now.items() if ids != before[table]}.keys() == {
        "allocation", "entry"
    }  # fmt: skip
    assert set(before["allocation"]) < set(now["allocation"])
    assert totals() == owed
    assert prove_all() == []
    again = merging.merge("BIRCH", "ACME")
    assert prove_all() == []
    merging.undo(again.id)
    assert totals() == owed
    assert prove_all() == []
    for code in ("ACME", "BIRCH"):
        own = "SELECT id, open_minor FROM entry WHERE open_minor > 0 AND currency = 'GBP'"
        mine = f"{own} AND customer_id = {require_customer(code).id}"
        parts = tuple(Part(id_, Money(minor, "GBP")) for id_, minor in execute(mine))
        whole = Money(sum(part.amount.minor for part in parts), "GBP")
        payments.record(NewPayment(TODAY, Method.TRANSFER, (Share(code, whole, parts),)))
    assert aged_counts(yesterday) == counted, "what was matched and undone does not tell whose"


def test_a_receipt_that_bounced_only_while_two_were_one_can_be_voided(
    twins: Office, merging: Merging
) -> None:
    """Its bouncing was undone: there is nothing left of it to undo, least of all across both."""
    payments = Payments(twins.gateway, twins.clock)
    share = Share("BIRCH", Money(300, "GBP"), ())
    paid = payments.record(NewPayment(TODAY, Method.CHEQUE, (share,)))
    made = merging.merge("BIRCH", "ACME")
    payments.undo(payments.bounce(paid.id, TODAY).action)
    merging.undo(made.id)
    payments.void(paid.id, "typed twice")
    assert prove_all() == []


def test_what_was_matched_before_and_undone_meanwhile_comes_back_whole(
    twins: Office, merging: Merging
) -> None:
    """What took it back was written for the keeper; as at an earlier day both halves count."""
    yesterday = TODAY - timedelta(days=1)
    owed = totals(), aged_sums(yesterday)
    payments = Payments(twins.gateway, twins.clock)
    refunded = payments.refund("BIRCH", Money(100, "GBP"), TODAY)
    made = merging.merge("BIRCH", "ACME")
    payments.undo(refunded.action)
    merging.undo(made.id)
    assert (totals(), aged_sums(yesterday)) == owed
    assert prove_all() == []
    again = merging.merge("BIRCH", "ACME")
    merging.undo(again.id)
    assert (totals(), aged_sums(yesterday)) == owed
    assert prove_all() == []


def test_undoing_is_refused_when_a_later_call_rests_on_what_was_given(
    twins: Office, merging: Merging
) -> None:
    made = merging.merge("BIRCH", "ACME")
    twins.call("ACME", CallNote("Ann Lee", Outcome.WILL_PAY, "still", none_because="she rings"))
    assert standing(merging, made.id) == {"interaction", "task"}


def test_undoing_is_refused_when_interest_on_what_was_given_was_decided_since(
    twins: Office, merging: Merging
) -> None:
    given = execute(
        "SELECT e.id FROM entry e JOIN customer c ON c.id = e.customer_id"
        " WHERE c.code = 'BIRCH' AND e.kind = 'invoice'"
    ).fetchone()[0]
    made = merging.merge("BIRCH", "ACME")
    with twins.gateway.write("waive-interest") as writing:
        writing.add(
            InterestEvent, customer_id=require_customer("ACME").id, entry_id=given, kind="waived",
            day=TODAY, until_day=TODAY, currency="GBP", interest_minor=1, fixed_minor=0,
            basis="{}", document_id=None, reason="a good customer",
        )  # fmt: skip
    assert standing(merging, made.id) == {"interest_event"}


def test_an_acceptance_by_the_head_offices_person_keeps_no_merge(
    twins: Office, merging: Merging
) -> None:
    """What a branch's acceptance named before it was given, it names again when it is back."""
    with twins.gateway.write("head") as writing:
        head = a_customer(writing, "HEAD")
        above = save_contact(writing, head, ContactForm("Ms Ash"), TODAY)
    Groups(twins.gateway).join("BIRCH", "HEAD")
    new = NewVersion("Terms of trade", "en", TODAY, "# Payment")
    version = TermsLibrary(twins.gateway, twins.clock).publish(new).id
    signed = AcceptedEntry(version, TODAY, Accepted.SIGNED_TERMS, contact=above)
    Acceptances(twins.gateway, twins.clock).accept("BIRCH", signed)
    merging.undo(merging.merge("BIRCH", "HEAD").id)
    assert prove_all() == []


def test_undoing_is_refused_when_what_it_edited_was_edited_since(
    twins: Office, merging: Merging
) -> None:
    editing = CustomerEditing(twins.gateway, twins.clock)
    editing.save(replace(editing.form("BIRCH"), industry="Joinery"))
    made = merging.merge("BIRCH", "ACME", take=["industry"])
    editing.save(replace(editing.form("ACME"), remember="unlike the merge"))
    merging.undo(made.id)
    again = merging.merge("BIRCH", "ACME", take=["industry"])
    editing.save(replace(editing.form("ACME"), industry="Shops"))
    assert standing(merging, again.id) == {"customer"}


def test_undoing_is_refused_when_the_keeper_was_merged_since(
    twins: Office, merging: Merging
) -> None:
    with twins.gateway.write("third") as writing:
        a_customer(writing, "CEDAR")
    first = merging.merge("BIRCH", "ACME")
    second = merging.merge("ACME", "CEDAR")
    assert [row.code for row in (customer_by_code("BIRCH"),) if row] == ["CEDAR"]
    assert "merge" in standing(merging, first.id)
    assert [row.keeper.code for row in merging.merges()] == ["CEDAR", "ACME"]
    merging.undo(second.id)
    merging.undo(first.id)
    assert standing(merging, first.id) == set()
    assert prove_all() == []


# ---------------------------------------------------------------- found
def test_likely_pairs_are_found_by_what_they_share(twins: Office, merging: Merging) -> None:
    editing = CustomerEditing(twins.gateway, twins.clock)
    people = ContactsEditing(twins.gateway, twins.clock)
    for code, name in (
        ("HAWT01", "Hawthorn Kitchens Ltd"),
        ("HAWT02", "Hawthorne Kitchens Limited"),
        ("KITC01", "Kitchens Hawthorn"),
        ("OTHER", "Something Else"),
    ):
        editing.save(replace(editing.blank(), code=code, name=name))
    editing.save(replace(editing.form("OTHER"), tax_number="GB 980 7806 84"))
    editing.save(replace(editing.form("ACME"), tax_number="GB980780684"))
    people.save("OTHER", ContactForm("A. Lee", phones=(PhoneForm("+44 1632 960961"),)))
    found = {(one.keeper.code, one.giver.code): one.shared for one in merging.candidates()}
    assert found == {
        ("ACME", "OTHER"): (Shared.TAX_NUMBER,),
        ("BIRCH", "OTHER"): (Shared.PHONE,),
        ("HAWT01", "HAWT02"): (Shared.NAME,),
        ("HAWT01", "KITC01"): (Shared.NAME,),
    }
    only = merging.candidates("HAWT02")
    assert [(one.keeper.code, one.giver.code) for one in only] == [("HAWT01", "HAWT02")]


# ---------------------------------------------------------------- whatever happened
@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Path]:
    """A closed, empty ledger to start every example from."""
    path = tmp_path / "empty.creditmate"
    make_ledger(path)
    connection.close()
    yield path
    if not connection.database.is_closed():
        connection.close()


def book_of(empty: Path, steps: list[Step]) -> Book:
    """A book kept in a fresh ledger, which is left open."""
    if not connection.database.is_closed():
        connection.close()
    path = empty.with_name("example.creditmate")
    shutil.copyfile(empty, path)
    open_ledger(path)
    book = Book(a_gateway())
    go_on(book, steps)
    return book


def go_on(book: Book, steps: list[Step]) -> None:
    for step in steps:
        book.take(step)
    with transaction():
        keep_habits(book.customers)


def on_every_day() -> list[dict[str, int]]:
    return [totals(day(number)) for number in (0, 20, 45, 90, 160)]


def rests_on_it(merging: Merging, merge: int) -> object:
    """Undo a merge; where that is refused, return what rests on it."""
    try:
        merging.undo(merge)
    except UserError as error:
        return error.facts["rows"]
    return ()


@pytest.mark.timeout(600)
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(before=STEPS, after=st.just(list[Step]()) | STEPS)
def test_totals_stay_whatever_happened_before_and_after(
    empty: Path, before: list[Step], after: list[Step]
) -> None:
    book = book_of(empty, before)
    merging = Merging(a_gateway(), SetClock())
    owed, rows = on_every_day(), whose()
    made = merging.merge("BIRCH", "ACME")
    assert on_every_day() == owed
    assert prove_all() == []
    book.customers = [book.customers[0]] * 2
    go_on(book, after)
    owed = on_every_day()
    resting = rests_on_it(merging, made.id)
    assert after or not resting
    assert after or whose() == rows
    assert on_every_day() == owed
    assert prove_all() == []


def test_a_row_that_no_merge_gives_stays_whose_it_is(twins: Office) -> None:
    ids = [id_ for (id_,) in execute("SELECT id FROM customer ORDER BY id")]
    with pytest.raises((driver.IntegrityError, peewee.IntegrityError), match="frozen: entry"):
        execute("UPDATE entry SET customer_id = ? WHERE customer_id = ?", (ids[0], ids[1]))
    with twins.gateway.write("give") as writing:
        give_all(writing, ids[1], ids[0], TODAY)
    with pytest.raises((driver.IntegrityError, peewee.IntegrityError), match="frozen: entry"):
        execute("UPDATE entry SET customer_id = ? WHERE customer_id = ?", (ids[1], ids[0]))
    assert "merge-incomplete" in {finding.rule for finding in prove_all()}


# ---------------------------------------------------------------- groups
def test_a_merge_whose_undoing_would_make_two_levels_stands(
    office: Office, merging: Merging
) -> None:
    with office.gateway.write("four") as writing:
        for code in ("KID", "MID", "TOP", "DUP"):
            a_customer(writing, code)
    groups = Groups(office.gateway)
    groups.join("KID", "MID")
    merge = merging.merge("KID", "DUP").id
    groups.join("MID", "TOP")
    with pytest.raises(UserError) as caught:
        merging.undo(merge)
    assert caught.value.problem is Problem.MERGE_STANDS
    kid = execute("SELECT id FROM customer WHERE code = 'KID'").fetchone()[0]
    assert caught.value.facts["rows"] == (("customer", kid),)
    groups.leave("MID")
    editing = CustomerEditing(office.gateway, office.clock)
    editing.archive("MID")
    with pytest.raises(UserError):
        merging.undo(merge)
    editing.restore("MID")
    merging.undo(merge)
    assert prove_all() == []


def test_a_head_office_s_merge_is_undone_while_nobody_joined_since(
    office: Office, merging: Merging
) -> None:
    with office.gateway.write("four") as writing:
        for code in ("KID", "HEAD", "TWIN", "TOP"):
            a_customer(writing, code)
    groups = Groups(office.gateway)
    groups.join("KID", "HEAD")
    merge = merging.merge("HEAD", "TWIN").id
    merging.undo(merge)
    found = groups.group("KID", TODAY)
    assert found is not None
    assert [member.customer.code for member in found.members] == ["HEAD", "KID"]
    assert prove_all() == []


def test_check_finds_a_group_of_two_levels_and_one_without_a_head(office: Office) -> None:
    with office.gateway.write("three") as writing:
        kid, mid, top = (a_customer(writing, code) for code in ("KID", "MID", "TOP"))
        edit_customer(writing, kid, head_office_id=mid)
        edit_customer(writing, mid, head_office_id=top, archived_day=TODAY)
    found = [(one.rule, one.row_id) for one in prove_all()]
    assert found == [("group-levels", kid), ("group-head-away", kid)]


def test_what_is_insured_goes_with_its_currency(office: Office, merging: Merging) -> None:
    with office.gateway.write("two") as writing:
        a_customer(writing, "ACME")
        a_customer(writing, "EURO", "EUR")
    editing = CustomerEditing(office.gateway, office.clock)
    editing.save(replace(editing.form("EURO"), insured=Money(1_000_000, "EUR")))
    editing.save(replace(editing.form("ACME"), insured=Money(5, "GBP")))
    fields = {conflict.field for conflict in merging.preview("EURO", "ACME").conflicts}
    assert "currency" in fields
    assert "insured" not in fields
    with pytest.raises(UserError):
        merging.merge("EURO", "ACME", {"insured"})
    merge = merging.merge("EURO", "ACME")
    assert editing.form("ACME").insured == Money(5, "GBP")
    merging.undo(merge.id)
    merging.merge("EURO", "ACME", {"currency"})
    assert editing.form("ACME").insured == Money(1_000_000, "EUR")


def test_the_keeper_s_group_limit_stays_unless_the_giver_s_is_taken(
    office: Office, merging: Merging
) -> None:
    with office.gateway.write("two") as writing:
        for code in ("ACME", "BIRCH", "NORTH"):
            a_customer(writing, code)
    Groups(office.gateway).join("NORTH", "ACME")
    decisions = Decisions(office.gateway, office.clock)
    decisions.set_limit("ACME", Money(500, "GBP"), "GBP", group=True)
    decisions.set_limit("BIRCH", Money(900, "GBP"), "GBP", group=True)
    found = {
        one.field: (one.gives, one.keeps) for one in merging.preview("BIRCH", "ACME").conflicts
    }
    assert found["group_limit"] == (Money(900, "GBP"), Money(500, "GBP"))
    for take, limit in (((), 500), (("group_limit",), 900)):
        merge = merging.merge("BIRCH", "ACME", take).id
        use = office.brief("ACME").facts.group_limit
        assert use is not None
        assert use.limit == Money(limit, "GBP")
        merging.undo(merge)
