"""Our people: who they are, who is at work, who covers, and whose customers are whose."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from creditmate.bootstrap import build
from creditmate.db.connection import execute
from creditmate.db.our_people import give_customer
from creditmate.db.proof.everything import prove_all
from creditmate.documents.handover import draw_handover
from creditmate.domain.at_rest import RestWhy
from creditmate.domain.contact_form import Authority, ContactForm, PhoneForm
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.holds import HoldKind, Stop
from creditmate.domain.money import Money
from creditmate.domain.our_people import CoverEntry, StaffEntry
from creditmate.domain.outcomes import Outcome
from creditmate.domain.settings import Settings
from creditmate.domain.wishes import WishKind
from creditmate.services.calls import CallNote
from creditmate.services.contacts_editing import ContactsEditing
from creditmate.services.customer_editing import CustomerEditing
from creditmate.services.decisions import Decisions, HoldEntry, WishEntry
from creditmate.services.groups import Groups
from creditmate.services.handover import Handovers
from creditmate.services.ledgers import NewBusiness
from creditmate.services.people import People
from creditmate.services.settings import BusinessSettings
from tests.builders import a_customer, an_invoice, day
from tests.documents.reading import drawn, texts
from tests.services.conftest import Office

TODAY, LATE = date(2026, 11, 23), day(200)


@pytest.fixture
def people(office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> People:
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "home"))
    return People(office.gateway, office.clock, "ELLEN")


def ids(people: People, *names: str) -> list[int]:
    return [people.add(StaffEntry(name)).id for name in names]


def owned(office: Office, code: str, owner: int | None, minor: int = 1000, due: date = LATE) -> int:
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, code)
        an_invoice(writing, customer, f"{code}-1", due, minor)
        give_customer(writing, customer, 1, owner)
    return customer


def refused(error: pytest.ExceptionInfo[UserError]) -> tuple[object, object]:
    assert error.value.problem is Problem.FIELD_REFUSED
    return error.value.facts["field"], error.value.facts["why"]


# ---------------------------------------------------------------- who they are


def test_who_is_added_is_listed_with_initials(people: People) -> None:
    people.add(StaffEntry(" Ellen Rook ", role="Owner", email="ellen@rookmere.example"))
    (row,) = people.staff()
    assert (row.name, row.initials, row.role, row.version) == ("Ellen Rook", "ER", "Owner", 1)
    assert prove_all() == []


@pytest.mark.parametrize(
    ("entry", "field", "why"),
    [
        (StaffEntry("  "), "staff.name", "empty"),
        (StaffEntry("Ann", email="ann at home"), "staff.email", "not-an-email"),
        (StaffEntry("Ann", os_login="Ellen"), "staff.os_login", "taken"),
        (StaffEntry("A" * 121), "staff.name", "too-long"),
        (StaffEntry("An\x00n"), "staff.name", "unseen"),
    ],
)
def test_what_cannot_be_is_refused(people: People, entry: StaffEntry, field: str, why: str) -> None:
    people.add(StaffEntry("Ellen Rook", os_login="ellen"))
    with pytest.raises(UserError) as error:
        people.add(entry)
    assert refused(error) == (field, why)
    assert len(people.staff()) == 1


def test_an_edit_from_an_older_reading_is_refused(people: People) -> None:
    (ann,) = ids(people, "Ann")
    people.edit(ann, 1, StaffEntry("Ann Lee", initials="AL"))
    with pytest.raises(UserError) as error:
        people.edit(ann, 1, StaffEntry("Ann Lea"))
    assert error.value.problem is Problem.CHANGED_MEANWHILE
    assert [(row.name, row.version) for row in people.staff()] == [("Ann Lee", 2)]


def test_nobody_leaves_while_customers_are_theirs(office: Office, people: People) -> None:
    ann, ben = ids(people, "Ann", "Ben")
    acme = owned(office, "ACME", ann)
    assert [row.customers for row in people.staff()] == [1, 0]
    with pytest.raises(UserError) as error:
        people.archive(ann, 1)
    assert refused(error) == ("staff.archive", "still-owns")
    people.give_customers(ann, ben)
    people.archive(ann, 1)
    assert [row.name for row in people.staff()] == ["Ben"]
    assert [row.name for row in people.staff(with_archived=True)] == ["Ann", "Ben"]
    assert people.owners([acme]) == {acme: ben}
    people.restore(ann, 2)
    assert [row.name for row in people.staff()] == ["Ann", "Ben"]
    people.give_customers(ben, None)
    assert people.owners([acme]) == {}
    assert prove_all() == []


def test_who_is_unknown_is_named_as_such(people: People) -> None:
    for tried in (
        lambda: people.work_as(7),
        lambda: people.archive(7, 1),
        lambda: people.edit(7, 1, StaffEntry("Ann")),
        lambda: people.add_cover(CoverEntry(7, 8, TODAY, TODAY)),
    ):
        with pytest.raises(UserError) as error:
            tried()
        assert error.value.problem is Problem.UNKNOWN_STAFF


# ---------------------------------------------------------------- who is at work


def test_the_login_tells_who_is_at_work_until_somebody_says_otherwise(
    office: Office, people: People
) -> None:
    assert people.recognise() is None
    ellen = people.add(StaffEntry("Ellen Rook", os_login="ellen")).id
    (marian,) = ids(people, "Marian Pike")
    found = people.recognise()
    assert found is not None
    assert found.id == ellen == office.gateway.working_as
    people.work_as(marian)
    office.gateway.work_as(None)
    again = people.recognise()
    assert again is not None
    assert again.id == marian
    working = people.working_as()
    assert working is not None
    assert working.name == "Marian Pike"
    people.archive(marian, 1)
    assert people.working_as() is None
    back = people.recognise()
    assert back is not None
    assert back.id == ellen


def test_a_login_that_says_nothing_finds_nobody(office: Office, people: People) -> None:
    ids(people, "Ann")
    assert People(office.gateway, office.clock, "").recognise() is None
    assert people.recognise() is None


def test_what_is_done_is_put_down_to_who_did_it(office: Office, people: People) -> None:
    (marian,) = ids(people, "Marian Pike")
    owned(office, "ACME", None)
    people.work_as(marian)
    office.call("ACME", CallNote(with_name="Ann", outcome=Outcome.NO_ANSWER, note="",
                                 next_day=TODAY))  # fmt: skip
    assert execute("SELECT staff_id FROM interaction").fetchall() == [(marian,)]
    latest = "SELECT staff_id FROM action ORDER BY id DESC LIMIT 1"
    assert execute(latest).fetchone() == (marian,)
    people.work_as(None)
    people.add(StaffEntry("Ben"))
    assert execute(latest).fetchone() == (None,)


# ---------------------------------------------------------------- cover


@pytest.mark.parametrize(
    ("by", "first", "last", "field", "why"),
    [
        (1, 1, 3, "cover.by", "himself"),
        (2, 4, 3, "cover.days", "days-turned"),
        (3, 12, 14, "cover.days", "overlaps"),
    ],
)
def test_covers_that_cannot_be(  # noqa: PLR0917 - a row of a table
    people: People, by: int, first: int, last: int, field: str, why: str
) -> None:
    ids(people, "Ann", "Ben", "Cat")
    made = people.add_cover(CoverEntry(1, 2, date(2026, 11, 10), date(2026, 11, 12))).id
    with pytest.raises(UserError) as error:
        people.add_cover(CoverEntry(1, by, date(2026, 11, first), date(2026, 11, last)))
    assert refused(error) == (field, why)
    people.edit_cover(made, 1, CoverEntry(1, 2, date(2026, 11, 10), date(2026, 11, 14)))
    assert [(row.to_day.day, row.version) for row in people.covers()] == [(14, 2)]


def test_whose_customers_are_mine_today(people: People) -> None:
    ann, ben, cat = ids(people, "Ann", "Ben", "Cat")
    people.add_cover(CoverEntry(ann, ben, date(2026, 11, 20), date(2026, 11, 27), " holiday "))
    second = people.add_cover(CoverEntry(ben, cat, TODAY, TODAY)).id
    assert people.whose_work(cat, TODAY) == {ann, ben, cat}
    assert people.whose_work(ben, date(2026, 11, 24)) == {ann, ben}
    people.drop_cover(second, 1)
    assert people.whose_work(cat, TODAY) == {cat}
    assert [row.note for row in people.covers()] == ["holiday"]
    assert prove_all() == []


def test_the_hand_over_lists_what_needs_something_the_most_urgent_first(
    office: Office, people: People
) -> None:
    ann, ben, cat = ids(people, "Ann", "Ben", "Cat")
    owned(office, "SMALL", ann, 10_000)
    owned(office, "LARGE", ann, 900_000)
    owned(office, "OTHER", ben, 900_000)
    owned(office, "CHAIN", cat, 50_000)
    owned(office, "QUIET", ann, 5000, TODAY)
    promise = Money(10_000, "GBP")
    office.call("SMALL", CallNote(with_name="Ann", outcome=Outcome.WILL_PAY, note="run on Friday",
                                  promised=promise, promised_by=date(2026, 11, 27),
                                  next_day=date(2026, 11, 30)))  # fmt: skip
    people.add_cover(CoverEntry(cat, ann, TODAY, date(2026, 12, 31)))
    made = people.add_cover(CoverEntry(ann, ben, TODAY, date(2026, 11, 30), "at the sea")).id
    paper = Handovers().paper(made, TODAY)
    handover = paper.handover
    assert (handover.away, handover.by, handover.note) == ("Ann", "Ben", "at the sea")
    assert [item.code for item in handover.items] == ["LARGE", "CHAIN", "SMALL"]
    large, _, small = handover.items
    assert large.overdue == (Money(900_000, "GBP"),)
    assert [(p.minor, p.due_day) for p in small.promises] == [(10_000, date(2026, 11, 27))]
    with pytest.raises(UserError) as error:
        Handovers().paper(99, TODAY)
    assert error.value.problem is Problem.CHANGED_MEANWHILE


def test_opening_a_ledger_recognises_who_sits_here_and_closing_forgets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("getpass.getuser", lambda: "Marian")
    program = build(TODAY)
    path = tmp_path / "books.creditmate"
    new = NewBusiness("Rookmere", "GB", "GBP", "en_GB", "Europe/London")
    try:
        program.ask(lambda: program.ledgers.create(path, new))
        program.ask(lambda: program.people.add(StaffEntry("Marian Pike", os_login="marian")))
        assert program.ask(program.people.working_as) is None
        program.ask(program.ledgers.close)
        program.ask(lambda: program.ledgers.open(path))
        found = program.ask(program.people.working_as)
        assert found is not None
        assert found.name == "Marian Pike"
        kinds = program.ask(lambda: [row.kind for row in program.numbering.series(TODAY)])
        assert kinds == [
            "statement", "invoice", "credit_note", "charge_note", "terms", "welcome",
            "help_sheet",
        ]  # fmt: skip
        assert {row.id for row in program.ask(program.taxes.table)} == {1, 2, 3, 4, 5, 6}
        program.ask(program.ledgers.close)
        program.ask(lambda: program.ledgers.create(tmp_path / "other.creditmate", new))
        assert program.ask(program.people.working_as) is None
        assert program.ask(lambda: program.upkeep.check().findings) == []
    finally:
        program.stop()


def test_the_hand_over_follows_the_day_s_list(office: Office, people: People) -> None:
    ann, ben, cat = ids(people, "Ann", "Ben", "Cat")
    for code, owner, minor in (("DEAD", ann, 50_000), ("SMALL", ann, 300), ("FRIEND", ann, 50_000),
                               ("HEAD", ben, 50_000), ("NORTH", ann, 7000), ("TOP", ann, 100),
                               ("SOUTH", ben, 60_000)):  # fmt: skip
        owned(office, code, owner, minor)
    groups, editing = Groups(office.gateway), CustomerEditing(office.gateway, office.clock)
    groups.join("NORTH", "HEAD")
    groups.join("SOUTH", "TOP")
    editing.save(replace(editing.form("FRIEND"), friend=True))
    decisions = Decisions(office.gateway, office.clock)
    decisions.hold("DEAD", HoldEntry(HoldKind.DECEASED, TODAY, frozenset(Stop)))
    decisions.hold("FRIEND", HoldEntry(HoldKind.OURS, TODAY, frozenset({Stop.LETTERS})))
    decisions.wish("FRIEND", WishEntry(WishKind.NO_EMAILS))
    contacts = ContactsEditing(office.gateway, office.clock)
    for code in ("DEAD", "SOUTH"):
        contacts.save(code, ContactForm(f"Eve of {code}", phones=(PhoneForm("01632 960961"),)))
    pays = ContactForm("Pam", authority=Authority.PAYS, phones=(PhoneForm("01632 960962"),))
    silent = contacts.save("FRIEND", pays).id
    contacts.save("FRIEND", replace(pays, name="Dan", authority=Authority.DECIDES))
    decisions.wish("FRIEND", WishEntry(WishKind.NO_CALLS, contact=silent))
    decisions.wish("TOP", WishEntry(WishKind.NO_CALLS))
    BusinessSettings(office.gateway).save(Settings(contact_from_minor=500), 0)
    made = people.add_cover(CoverEntry(ann, cat, TODAY, TODAY)).id
    paper = Handovers().paper(made, TODAY)
    items = {item.code: item for item in paper.handover.items}
    # NORTH is followed up with HEAD, which is Ben's; SOUTH with TOP, which is Ann's
    assert list(items) == ["TOP", "FRIEND", "DEAD"]
    assert items["TOP"].overdue == (Money(60_100, "GBP"),)
    assert items["TOP"].branches == ("South Ltd",)
    dead = items["DEAD"]
    assert dead.rest is not None
    assert (dead.rest.why, dead.person) == (RestWhy.DECEASED, None)
    who = {code: item.person and item.person.name for code, item in items.items()}
    briefs = {code: office.brief(code).person for code in ("TOP", "FRIEND")}
    assert who == {"TOP": "Eve of SOUTH", "FRIEND": "Dan", "DEAD": None}
    assert {code: one and one.name for code, one in briefs.items()} == {
        "TOP": "Eve of SOUTH", "FRIEND": "Dan"
    }  # fmt: skip
    (page,) = drawn(draw_handover(paper).pdf)
    said = [" ".join(text.split()) for text in texts(page)]
    for words in (
        "Not being followed up: deceased",
        "Left in peace by us; stops letters",
        "Gently: a friend. Wish: no e-mails; Pam: no calls",
        "With South Ltd",
        "Eve of SOUTH, South Ltd, 01632 960961",
    ):
        assert words in said
    assert not any("Eve of DEAD" in text for text in said)


def test_who_has_left_is_given_nothing_and_comes_back_with_a_login_of_their_own(
    people: People,
) -> None:
    ann = people.add(StaffEntry("Ann", os_login="ann")).id
    ben, cat = ids(people, "Ben", "Cat")
    people.archive(ann, 1)
    people.edit(ben, 1, StaffEntry("Ben", os_login="ANN"))
    with pytest.raises(UserError) as error:
        people.restore(ann, 2)
    assert refused(error) == ("staff.os_login", "taken")
    for tried in (
        lambda: people.work_as(ann),
        lambda: people.give_customers(cat, ann),
        lambda: people.add_cover(CoverEntry(cat, ann, TODAY, TODAY)),
        lambda: people.add_cover(CoverEntry(ann, cat, TODAY, TODAY)),
    ):
        with pytest.raises(UserError) as error:
            tried()
        assert error.value.problem is Problem.UNKNOWN_STAFF


def test_nobody_leaves_while_standing_in_for_somebody(people: People) -> None:
    ann, ben = ids(people, "Ann", "Ben")
    made = people.add_cover(CoverEntry(ann, ben, TODAY, date(2026, 11, 30))).id
    people.add_cover(CoverEntry(ann, ben, date(2026, 11, 2), date(2026, 11, 6)))
    with pytest.raises(UserError) as error:
        people.archive(ben, 1)
    assert refused(error) == ("staff.archive", "still-covers")
    people.drop_cover(made, 1)
    with pytest.raises(UserError) as error:
        people.edit_cover(made, 2, CoverEntry(ann, ben, TODAY, TODAY))
    assert error.value.problem is Problem.CHANGED_MEANWHILE
    people.archive(ben, 1)
