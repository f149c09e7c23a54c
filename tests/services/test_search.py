"""Looking for whatever somebody remembers, in real ledgers."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from creditmate.db import connection, ledger_file
from creditmate.db.connection import execute, ledger_path
from creditmate.db.customers import create_customers
from creditmate.db.gateway import Writing
from creditmate.db.migrations import STEPS, m0003
from creditmate.db.models import Contact, Customer, Email, Phone
from creditmate.db.people import CONTACT_COLUMNS, create_contacts, create_emails, create_phones
from creditmate.db.proof import prove_all
from creditmate.db.search_index import bring_up_to_date
from creditmate.domain.found import Found, FoundKind
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.services.backups import Backups
from creditmate.services.calls import CallNote
from creditmate.services.search import CUSTOMERS, OTHERS, Search
from tests.builders import a_batch, an_imported, an_invoice, day
from tests.db.specimens import issue_paper
from tests.services.conftest import Office

WRITTEN = [
    ("BRA014", "Brackenford Foods Ltd", "The Pie Shed"),
    ("LODZ01", "Łódź Café Søn", ""),
    ("YAMADA", "株式会社山田製作所", ""),
    ("SHALOM", "שָׁלוֹם מאפים", ""),
    ("OB-17", "O’Brien & Daughters", ""),
    ("FOOD02", "Green Foods", ""),
]


def customers(writing: Writing) -> dict[str, int]:
    rows = [
        {
            "code": code,
            "name": name,
            "trading_name": trading,
            "country": "GB",
            "zone": "Europe/London",
            "locale": "en_GB",
            "currency": "GBP",
            "remember": "Ask for Gwen when the van is late." if code == "FOOD02" else "",
        }
        for code, name, trading in WRITTEN
    ]
    codes = [code for code, _, _ in WRITTEN]
    return dict(zip(codes, create_customers(writing, rows), strict=True))


def people(writing: Writing, ids: dict[str, int]) -> None:
    contact = dict.fromkeys(CONTACT_COLUMNS, "") | {
        "customer_id": ids["BRA014"],
        "name": "Daniel Marsh",
        "role": "finance manager",
        "authority": "pays",
        "channel": "call",
        "notes": "Prefers the mornings",
        "confirmed_day": None,
    }
    (daniel,) = create_contacts(writing, [tuple(contact[name] for name in CONTACT_COLUMNS)])
    create_phones(writing, [(daniel, "+44 (0)113 496 0142", "office")])
    create_emails(writing, [(daniel, "d.marsh@brackenford.example")])


pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture
def search(office: Office) -> Search:
    with office.gateway.write("people") as writing:
        ids = customers(writing)
        people(writing, ids)
        batch = a_batch(writing)
        an_invoice(writing, ids["BRA014"], "INV-2318", day(3), 121200, batch=batch)
        an_invoice(writing, ids["FOOD02"], "INV-0042", day(4), 500, batch=batch)
        note = DocumentKind.CREDIT_NOTE
        money = Money(700, "GBP")
        an_imported(writing, ids["FOOD02"], note, "CN/2026/0042", day(5), money, batch=batch)
        issue_paper(writing, ids["BRA014"], 1)
    office.call(
        "BRA014",
        CallNote(
            with_name="Daniel Marsh",
            outcome=Outcome.CALL_BACK,
            note="Their largest customer paid them late; the CHEQUE for naïve Zoë is coming.",
            next_day=office.clock.today,
            deed="send the copy of the pallet note",
            deed_by=office.clock.today,
        ),
    )
    bring_up_to_date()
    return Search()


def codes(found: list[Found]) -> list[str]:
    return [one.code for one in found]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bra", ["BRA014"]),
        ("bra014", ["BRA014"]),
        ("foods", ["BRA014", "FOOD02"]),
        ("green f", ["FOOD02"]),
        ("foo gre", ["FOOD02"]),
        ("pie sh", ["BRA014"]),
        ("lodz cafe", ["LODZ01"]),
        ("ŁÓDŹ", ["LODZ01"]),
        ("son", ["LODZ01"]),
        ("obri", ["OB-17"]),
        ("o'brien", ["OB-17"]),
        ("ob-1", ["OB-17"]),
        ("山田", ["YAMADA"]),
        ("田製", ["YAMADA"]),
        ("שלום", ["SHALOM"]),
        ("שלו", ["SHALOM"]),
        ("nobody", []),
    ],
)
def test_customers_by_what_they_are_called(search: Search, typed: str, found: list[str]) -> None:
    assert codes(list(search.names(typed).customers)) == found


def test_who_is_called_so_from_the_start_comes_first(search: Search, office: Office) -> None:
    with office.gateway.write("more") as writing:
        row = {"country": "GB", "zone": "Europe/London", "locale": "en_GB", "currency": "GBP"}
        create_customers(
            writing,
            [
                {**row, "code": "Z1", "name": "Zebra Foods Abroad"},
                {**row, "code": "Z2", "name": "Foods of Antwerp"},
                {**row, "code": "FOODS", "name": "Zimmer"},
            ],
        )
    assert codes(list(search.names("foods").customers))[:2] == ["FOODS", "Z2"]


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        ("marsh", FoundKind.CONTACT, "Daniel Marsh"),
        ("dan mar", FoundKind.CONTACT, "Daniel Marsh"),
        ("0113 496", FoundKind.PHONE, "+44 (0)113 496 0142"),
        ("0044 113 4960142", FoundKind.PHONE, "+44 (0)113 496 0142"),
        ("4960142", FoundKind.PHONE, "+44 (0)113 496 0142"),
        ("d.marsh@", FoundKind.EMAIL, "d.marsh@brackenford.example"),
    ],
)
def test_people_by_name_number_and_address(
    search: Search, typed: str, kind: FoundKind, text: str
) -> None:
    (found,) = [one for one in search.names(typed).people if one.kind is kind]
    assert (found.text, found.code, found.customer) == (text, "BRA014", "Brackenford Foods Ltd")
    assert found.person in {"Daniel Marsh", "finance manager"}


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("inv-2318", ["INV-2318"]),
        ("INV-23", ["INV-2318"]),
        ("2318", ["INV-2318"]),
        ("42", ["CN/2026/0042", "INV-0042"]),
        ("0042", ["CN/2026/0042", "INV-0042"]),
        ("cn/", ["CN/2026/0042"]),
        ("s-2026-001", ["S-2026-001"]),
        ("001", ["S-2026-001"]),
        ("9999", []),
    ],
)
def test_papers_by_number(search: Search, typed: str, numbers: list[str]) -> None:
    assert [one.text for one in search.names(typed).papers] == numbers


def test_a_paper_says_what_it_is(search: Search) -> None:
    invoice, credit = (search.names(typed).papers[0] for typed in ("2318", "cn/"))
    assert (invoice.document, invoice.amount) == (DocumentKind.INVOICE, Money(121200, "GBP"))
    assert (invoice.day, credit.document) == (day(3), DocumentKind.CREDIT_NOTE)
    (statement,) = search.names("s-2026").papers
    assert (statement.kind, statement.document) == (FoundKind.STATEMENT, None)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("cheque", FoundKind.TALK),
        ("cheq nai", FoundKind.TALK),
        ("zoe", FoundKind.TALK),
        ("pallet", FoundKind.DEED),
        ("mornings", FoundKind.CONTACT_NOTE),
        ("gwen van", FoundKind.REMEMBER),
    ],
)
def test_words_in_notes(search: Search, typed: str, kind: FoundKind) -> None:
    assert [note.kind for note in search.notes(typed)] == [kind]


def test_one_letter_is_not_looked_for_in_notes(search: Search) -> None:
    assert search.notes("c") == []
    assert search.notes("ch")


def test_what_is_void_or_archived_is_not_found_and_what_is_merged_leads_on(
    search: Search, office: Office
) -> None:
    ids = dict(execute("SELECT code, id FROM customer").fetchall())
    with office.gateway.write("away") as writing:
        writing.edit(Customer, ids["FOOD02"], 1, archived_day=office.clock.today)
        writing.edit(Customer, ids["LODZ01"], 1, merged_into_id=ids["BRA014"])
        (contact, version), *_ = execute("SELECT id, version FROM contact").fetchall()
        writing.edit(Contact, contact, version, archived_day=office.clock.today)
        (phone,), *_ = execute("SELECT id FROM phone").fetchall()
        writing.edit(Phone, phone, 1, archived_day=office.clock.today)
    assert codes(list(search.names("foods").customers)) == ["BRA014"]
    assert codes(list(search.names("lodz").customers)) == ["BRA014"]
    assert search.names("marsh").people == []
    assert search.names("4960142").people == []
    assert search.notes("gwen") == []
    assert search.notes("mornings") == []


def test_an_edit_is_found_at_once_and_the_old_name_no_more(search: Search, office: Office) -> None:
    (id_,) = execute("SELECT id FROM customer WHERE code = 'BRA014'").fetchone()
    with office.gateway.write("rename") as writing:
        writing.edit(Customer, id_, 1, name="Ashlar & Oak")
        (address,) = execute("SELECT id FROM email").fetchone()
        writing.edit(Email, address, 1, address="office@ashlar.example")
    assert codes(list(search.names("ashlar").customers)) == ["BRA014"]
    assert search.names("brackenford").customers == []
    assert search.names("marsh@brackenford").people == []
    assert prove_all() == []


def test_what_is_rolled_back_is_not_found(search: Search, office: Office) -> None:
    (id_,) = execute("SELECT id FROM customer WHERE code = 'BRA014'").fetchone()

    def fail() -> None:
        with office.gateway.write("rename") as writing:
            writing.edit(Customer, id_, 1, name="Ashlar & Oak")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert search.names("ashlar").customers == []
    assert prove_all() == []


HOSTILE = [
    "", " ", '"', "''", "*", "AND", "NEAR(", "a OR", "-", "^x", "col:x", "\x00", "\ud800", "%", "_",
    "(" * 500, '" OR 1=1 --', "a" * 100_000, "\u202e\u2066", "🙂", "NOT x", "{a b}: c", "+", "\\",
    "; DROP TABLE customer", "' UNION SELECT", "a\nb\tc", "0" * 200, "\U0010ffff",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_that_is_typed_can_be_wrong(search: Search, typed: str) -> None:
    search.names(typed)
    search.notes(typed)


@settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200
)
@given(typed=st.text(max_size=60))
def test_nor_anything_else(search: Search, typed: str) -> None:
    search.names(typed)
    search.notes(typed)


@settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50
)
@given(data=st.data())
def test_every_beginning_of_every_word_finds_its_customer(
    search: Search, data: st.DataObject
) -> None:
    code, name, _ = data.draw(st.sampled_from(WRITTEN))
    word = data.draw(st.sampled_from([word for word in name.split() if word != "&"]))
    typed = word[: data.draw(st.integers(1, len(word)))]
    assert code in codes(list(search.names(typed).customers))


def test_no_more_is_shown_than_can_be_looked_over(search: Search, office: Office) -> None:
    with office.gateway.write("many") as writing:
        row = {"country": "GB", "zone": "Europe/London", "locale": "en_GB", "currency": "GBP"}
        ids = create_customers(
            writing, [{**row, "code": f"Q{n}", "name": f"Quarry {n}"} for n in range(40)]
        )
        batch = a_batch(writing)
        for n in range(20):
            an_invoice(writing, ids[0], f"QQ-{n}", day(n), 100, batch=batch)
    names = search.names("q")
    assert (len(names.customers), len(names.papers)) == (CUSTOMERS, OTHERS)


def test_the_index_is_proved_and_made_again(search: Search) -> None:
    before = execute("SELECT kind, subject, text FROM search_name ORDER BY 1, 2").fetchall()
    execute("UPDATE search_name SET text = 'altered' WHERE kind = 'customer' AND subject = 1")
    execute("DELETE FROM search_note WHERE kind = 'talk'")
    execute("INSERT INTO search_note (kind, subject, text) VALUES ('talk', 999, 'of nobody')")
    rules = [(finding.rule, finding.row_id) for finding in prove_all()]
    assert rules == [("search-is-kept", 1), ("search-is-kept", 1), ("search-is-kept", 999)]
    execute("UPDATE search_made SET folding = 0")
    assert prove_all() == []  # it is to be made again
    bring_up_to_date()
    assert execute("SELECT kind, subject, text FROM search_name ORDER BY 1, 2").fetchall() == before
    assert prove_all() == []
    assert codes(list(search.names("bra").customers)) == ["BRA014"]


def test_an_index_that_lost_a_word_is_found_out(search: Search) -> None:
    assert search.names("bra").customers
    execute("DROP TRIGGER search_name_changed")
    execute("UPDATE search_name SET text = text || ' '")
    execute("INSERT INTO search_name_words (search_name_words) VALUES ('delete-all')")
    assert "search-index" in [finding.rule for finding in prove_all()]


def test_an_older_ledger_gets_its_index_when_it_is_opened(search: Search, office: Office) -> None:
    path = ledger_path()
    for name in ("search_name", "search_note"):
        execute(f"DROP TABLE {name}_words")
        execute(f"DROP TABLE {name}")
    execute("DROP TABLE search_made")
    for index in ("document_key", "document_last_digits", "document_order"):
        execute(f"DROP INDEX {index}")
    for index in ("paper_key", "paper_last_digits"):
        execute(f"DROP INDEX {index}")
    execute(f"PRAGMA user_version = {len(STEPS) - 1}")
    connection.close()
    backups = Backups(office.clock, "test")
    older = (*(step for step in STEPS if step is not m0003.STATEMENTS), m0003.STATEMENTS)
    ledger_file.open_existing(path, backups.back_up, older, schemas=())
    bring_up_to_date()
    assert codes(list(search.names("bra").customers)) == ["BRA014"]
    assert [note.kind for note in search.notes("cheque")] == [FoundKind.TALK]
    assert prove_all() == []
