"""The gateway: one action per write, all or nothing, and on record for good."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlcipher3 import dbapi2 as driver

from creditmate.db import digest
from creditmate.db.connection import execute, raw
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.manifest import manifest
from creditmate.db.models import Business, CashPosted, Customer, DisputeEvent, Entry
from creditmate.db.proof import prove_all
from creditmate.db.proof.chain import prove_chain
from creditmate.domain.errors import Problem, UserError
from tests.builders import RealClock, a_customer, a_gateway, an_invoice, an_invoice_book, day
from tests.db.conftest import Ledger
from tests.db.snapshots import everything
from tests.db.specimens import write_specimens


def actions() -> list[tuple[int, str, int]]:
    return execute("SELECT id, use_case, row_count FROM action ORDER BY id").fetchall()  # type: ignore[no-any-return]


def attempt(gateway: Gateway, work: Callable[[Writing], object]) -> None:
    with gateway.write("attempt") as writing:
        work(writing)


def test_a_write_is_one_action_with_a_digest(ledger: Ledger) -> None:
    with ledger.gateway.write("post-cash", reason="bank is in", source="s" * 64) as writing:
        writing.add(CashPosted, to_day=day(1))
        writing.add(CashPosted, to_day=day(2))
    assert actions() == [(1, "make-ledger", 2), (2, "post-cash", 2)]
    reason, source, hashed = execute(
        "SELECT reason, source, digest FROM action WHERE id = 2"
    ).fetchone()
    assert (reason, source) == ("bank is in", "s" * 64)
    rows = digest.RowsDigest()
    rows.add([(2, 1, "2026-01-02"), (2, 2, "2026-01-03")])  # action_id, id, to_day
    assert (2, hashed) == digest.action_digest({"cash_posted": rows}, {})
    assert prove_all() == []


def test_each_action_follows_the_one_before(ledger: Ledger) -> None:
    for number in range(3):
        with ledger.gateway.write("post-cash") as writing:
            writing.add(CashPosted, to_day=day(number))
    chain = execute("SELECT prev_hash, hash FROM action ORDER BY id").fetchall()
    assert [prev for prev, _ in chain] == [digest.GENESIS, *(hash_ for _, hash_ in chain[:-1])]


def test_nothing_written_is_no_action(ledger: Ledger) -> None:
    before = everything()
    with ledger.gateway.write("look-around"):
        pass
    with ledger.gateway.write("save-unchanged") as writing:
        business = execute("SELECT version, phone FROM business").fetchone()
        writing.edit(Business, 1, business[0], phone=business[1])
    assert everything() == before


def test_an_error_in_the_middle_leaves_no_trace(ledger: Ledger) -> None:
    with ledger.gateway.write("specimens") as writing:
        customer = a_customer(writing)
    before = everything()

    def work(writing: Writing) -> None:
        an_invoice(writing, customer, "1", day(0), 100)
        writing.edit(Customer, customer, 1, remember="rings back")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        attempt(ledger.gateway, work)
    assert everything() == before
    assert not raw().in_transaction


def test_a_database_error_aborts_the_whole_action(ledger: Ledger) -> None:
    before = everything()

    def work(writing: Writing) -> None:
        writing.add(CashPosted, to_day=day(1))
        writing.add(CashPosted, to_day="tomorrow")

    with pytest.raises(driver.IntegrityError, match="CHECK constraint failed"):
        attempt(ledger.gateway, work)
    assert everything() == before
    assert prove_all() == []


def test_a_reference_to_nothing_is_refused_at_the_end(ledger: Ledger) -> None:
    before = everything()

    def work(writing: Writing) -> None:
        writing.add(
            DisputeEvent, dispute_id=77, kind="upheld", day=day(1), amount_minor=None, note=""
        )

    with pytest.raises(driver.IntegrityError, match="FOREIGN KEY constraint failed"):
        attempt(ledger.gateway, work)
    assert everything() == before


def test_a_float_never_lands_in_a_money_column(ledger: Ledger) -> None:
    with ledger.gateway.write("specimens") as writing:
        customer = a_customer(writing)
    pounds = 12.5
    with pytest.raises(driver.IntegrityError, match="cannot store REAL value in INTEGER column"):
        attempt(
            ledger.gateway,
            lambda writing: an_invoice(writing, customer, "1", day(0), pounds),  # type: ignore[arg-type]
        )


def test_a_use_case_does_not_start_inside_another(ledger: Ledger) -> None:
    before = everything()

    def outer(writing: Writing) -> None:
        writing.add(CashPosted, to_day=day(1))
        attempt(ledger.gateway, lambda inner: inner.add(CashPosted, to_day=day(2)))

    with pytest.raises(RuntimeError, match="inside another"):
        attempt(ledger.gateway, outer)
    assert everything() == before


def test_a_writing_is_dead_when_its_block_ends(ledger: Ledger) -> None:
    with ledger.gateway.write("post-cash") as writing:
        writing.add(CashPosted, to_day=day(1))
        customer = a_customer(writing)
        invoice = an_invoice(writing, customer, "1", day(0), 100)
    with pytest.raises(ZeroDivisionError), ledger.gateway.write("post-cash") as failed:
        raise ZeroDivisionError
    before = everything()
    for dead in (writing, failed):
        with pytest.raises(RuntimeError, match="ended"):
            dead.add(CashPosted, to_day=day(2))
        with pytest.raises(RuntimeError, match="ended"):
            dead.void(Entry, [invoice])
        with pytest.raises(RuntimeError, match="ended"):
            dead.edit(Customer, customer, 1, remember="late")
    assert everything() == before


def test_a_missing_or_unknown_column_is_refused(ledger: Ledger) -> None:
    for values in ({}, {"to_day": day(1), "note": "x"}, {"to_day": day(1), "id": 5}):
        with pytest.raises(ValueError, match="cash_posted"), ledger.gateway.write("x") as writing:
            writing.add(CashPosted, **values)


def test_personal_text_is_on_record_with_a_salted_hash(ledger: Ledger) -> None:
    write_specimens(ledger.gateway)
    plain, personal, salt, hashed = execute(
        "SELECT plain, personal, salt, personal_hash FROM change WHERE entity = 'interaction'"
    ).fetchone()
    told = {
        "heard_name": "a Mr Elm",
        "mood": "calm",
        "none_because": "",
        "notes": "pays on Friday",
        "number": "01632 960961",
        "signals": "hesitant",
    }
    assert plain == "{}"
    assert json.loads(personal) == {"after": told}
    assert len(salt) == 32
    assert hashed == digest.personal_hash(salt, personal) != digest.personal_hash("", personal)
    salts = [salt for (salt,) in execute("SELECT salt FROM change WHERE salt <> ''")]
    assert len(set(salts)) == len(salts) > 3


def test_personal_text_is_not_in_the_plain_half_of_a_record(ledger: Ledger) -> None:
    with ledger.gateway.write("add-customer") as writing:
        customer = a_customer(writing, "ACME")
    with ledger.gateway.write("edit-customer") as writing:
        writing.edit(Customer, customer, 1, name="Acme Limited", country="IE")
    created, edited = execute(
        "SELECT plain, personal FROM change WHERE entity = 'customer' ORDER BY id"
    ).fetchall()
    assert "Ltd" not in created[0]
    assert json.loads(created[1])["after"]["name"] == "Acme Ltd"
    assert json.loads(edited[0]) == {"before": {"country": "GB"}, "after": {"country": "IE"}}
    assert json.loads(edited[1]) == {
        "before": {"name": "Acme Ltd"},
        "after": {"name": "Acme Limited"},
    }
    assert prove_all() == []


def test_the_digest_does_not_depend_on_personal_text(ledger: Ledger) -> None:
    """So that an erasure, which empties it, leaves the chain whole."""
    write_specimens(ledger.gateway)
    digested = execute("SELECT digest FROM action WHERE id = 2").fetchone()
    execute("DROP TRIGGER change_update")
    execute("DROP TRIGGER interaction_update")
    execute("UPDATE change SET personal = '' WHERE entity = 'interaction'")
    execute("UPDATE interaction SET notes = '', heard_name = '', number = ''")
    assert list(prove_chain()) == []
    assert execute("SELECT digest FROM action WHERE id = 2").fetchone() == digested


def test_a_save_made_from_an_older_reading_is_refused(ledger: Ledger) -> None:
    with ledger.gateway.write("add-customer") as writing:
        customer = a_customer(writing)
    with ledger.gateway.write("edit-customer") as writing:
        writing.edit(Customer, customer, 1, remember="rings back")
    before = everything()
    with pytest.raises(UserError) as caught, ledger.gateway.write("edit-customer") as writing:
        writing.edit(Customer, customer, 1, remember="never rings")
    assert caught.value.problem is Problem.CHANGED_MEANWHILE
    assert caught.value.facts == {"entity": "customer", "id": customer}
    assert everything() == before
    version, action = execute("SELECT version, action_id FROM customer").fetchone()
    assert (version, action) == (2, 3)


def test_two_edits_in_one_action_are_two_versions(ledger: Ledger) -> None:
    with ledger.gateway.write("add-customer") as writing:
        customer = a_customer(writing)
        writing.edit(Customer, customer, 1, remember="a")
        writing.edit(Customer, customer, 2, remember="b", archived_day="2026-05-01")
    assert execute("SELECT version, remember FROM customer").fetchone() == (3, "b")
    assert prove_all() == []


def test_ids_are_unique_and_without_gaps_after_a_rollback(ledger: Ledger) -> None:
    given = []
    for number in range(3):
        with ledger.gateway.write("post-cash") as writing:
            given.append(writing.add(CashPosted, to_day=day(number)))
        with pytest.raises(ZeroDivisionError), ledger.gateway.write("post-cash") as writing:
            writing.add(CashPosted, to_day=day(1 // (number - number)))
    assert given == [1, 2, 3]
    assert [id_ for id_, _, _ in actions()] == [1, 2, 3, 4]


def test_an_id_that_was_taken_away_by_force_is_not_given_again(ledger: Ledger) -> None:
    with ledger.gateway.write("post-cash") as writing:
        writing.add(CashPosted, to_day=day(1))
    execute("DROP TRIGGER cash_posted_delete")
    execute("DELETE FROM cash_posted")
    with ledger.gateway.write("post-cash") as writing:
        assert writing.add(CashPosted, to_day=day(2)) == 2


def test_a_clock_that_went_back_is_flagged(ledger: Ledger) -> None:
    moments = []
    for back in (0, 3600, 0):
        ledger.clock.moment -= timedelta(seconds=back)
        with ledger.gateway.write("post-cash") as writing:
            writing.add(CashPosted, to_day=day(1))
        moments.append(ledger.clock.moment)
    flags = execute("SELECT clock_back FROM action WHERE id > 1 ORDER BY id").fetchall()
    assert flags == [(0,), (1,), (0,)]
    assert prove_all() == []


def test_the_real_moment_is_recorded_under_a_set_day(ledger: Ledger) -> None:
    assert ledger.path.exists()
    before = datetime.now(UTC)
    with a_gateway(RealClock(today=date(2031, 5, 1))).write("post-cash") as writing:
        writing.add(CashPosted, to_day=day(1))
    at, business_day, offset = execute(
        "SELECT at, business_day, at_offset FROM action WHERE id = 2"
    ).fetchone()
    moment = datetime.fromisoformat(at)
    assert business_day == "2031-05-01"
    assert moment.utcoffset() == timedelta(0)
    assert before - timedelta(seconds=1) <= moment <= datetime.now(UTC)
    assert offset == (datetime.now().astimezone().utcoffset() or timedelta()) / timedelta(minutes=1)


def test_many_rows_give_the_digest_of_their_rows_however_batched(ledger: Ledger) -> None:
    rows = [(day(number % 300),) for number in range(4321)]
    with ledger.gateway.write("post-cash") as writing:
        ids = writing.add_many(CashPosted, ("to_day",), rows)
    assert ids == range(1, 4322)
    assert actions()[-1] == (2, "post-cash", 4321)
    assert prove_all() == []


@contextmanager
def full_disk() -> Iterator[None]:
    """As if the disk had no room for one more page."""
    limit = execute("PRAGMA max_page_count").fetchone()[0]
    pages = execute("PRAGMA page_count").fetchone()[0]
    execute(f"PRAGMA max_page_count = {pages + 1}")
    try:
        yield
    finally:
        execute(f"PRAGMA max_page_count = {limit}")


def test_a_full_disk_in_the_middle_leaves_the_ledger_as_it_was(ledger: Ledger) -> None:
    before, figures = everything(), manifest(execute)
    with (
        full_disk(),
        pytest.raises(UserError) as caught,
        ledger.gateway.write("import-invoices") as writing,
    ):
        an_invoice_book(writing, customers=20, invoices=50)
    assert caught.value.problem is Problem.DISK_FULL
    assert caught.value.facts["path"] == ledger.path
    assert not raw().in_transaction
    assert everything() == before
    with ledger.gateway.write("import-invoices") as writing:
        an_invoice_book(writing, customers=20, invoices=50)
    assert manifest(execute)["rows"]["entry"] == figures["rows"]["entry"] + 1000
    assert prove_all() == []


def test_a_disk_that_fails_leaves_the_ledger_as_it_was(ledger: Ledger) -> None:
    """The journal may grow no further: every write of it fails, as on a broken disk."""
    resource = pytest.importorskip("resource", reason="no limits of file sizes here")
    before = everything()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    journal = ledger.path.with_name(ledger.path.name + "-wal").stat().st_size

    def work(writing: Writing) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (journal + 8192, hard))
        execute("PRAGMA cache_spill = 20")
        an_invoice_book(writing, customers=20, invoices=50)

    try:
        with pytest.raises(UserError) as caught:
            attempt(ledger.gateway, work)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert caught.value.problem is Problem.LEDGER_UNREADABLE
    assert not raw().in_transaction
    assert everything() == before
    with ledger.gateway.write("import-invoices") as writing:
        an_invoice_book(writing, customers=20, invoices=50)
    assert prove_all() == []
