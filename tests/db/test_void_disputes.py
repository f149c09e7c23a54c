"""A question taken back never was: no query tells of it, on any day."""

from datetime import date

import pytest

from creditmate.db import disputes as db
from creditmate.db.connection import database, execute
from creditmate.db.imports import disputed_by_import
from creditmate.db.loose_money import money_to_match
from creditmate.db.models import Dispute, DisputeEvent
from creditmate.db.open_business import open_business
from creditmate.db.proof import prove_all
from creditmate.db.search_notes import notes_found
from creditmate.db.story import story_keys
from creditmate.domain.attachments import About, Subject
from creditmate.domain.disputes import DisputeEventKind, Moved
from creditmate.domain.open_business import Open
from creditmate.domain.story import Topic
from tests.builders import a_customer, a_gateway, a_receipt, an_invoice, day

LATE = day(200)
AMENDED = DisputeEventKind.AMENDED


@pytest.fixture
def asked(ledger: object) -> tuple[int, int, int]:
    """A customer, an invoice of 100.00, and a question about it: its three ids."""
    with a_gateway().write("test") as writing:
        customer = a_customer(writing)
        entry = an_invoice(writing, customer, "1", day(1), 10_000)
        raised = (customer, day(5), 1, "price", "Ann", None, "unheard-of price", None)
        (dispute,) = db.add_disputes(writing, [raised], [(0, entry, 4_000)])
        a_receipt(writing, customer, day(3), 100)
    return customer, entry, dispute


def void(model: type[Dispute] | type[DisputeEvent], id_: int) -> None:
    with a_gateway().write("test") as writing:
        writing.void(model, [id_])


def end(dispute: int, kind: DisputeEventKind, on: date) -> int:
    with a_gateway().write("test") as writing:
        db.end_disputes(writing, [(dispute, kind, on)])
    return int(execute("SELECT max(id) FROM dispute_event").fetchone()[0])


def test_a_question_taken_back_is_nowhere(asked: tuple[int, int, int]) -> None:
    customer, entry, dispute = asked

    def told() -> list[object]:
        return [
            db.disputed_entries(LATE),
            db.running_disputes_on([entry]),
            db.disputed_ever(),
            disputed_by_import(),
            money_to_match(LATE, 0, {}),
            open_business(customer).get(Open.DISPUTES),
            [key for key in story_keys(customer, LATE, Topic.DISPUTES)],
            notes_found("unheard-of", 10),
        ]

    assert all(told())
    void(Dispute, dispute)
    assert told() == [[], {}, set(), set(), set(), None, [], []]
    assert prove_all() == []


def test_no_file_proves_what_was_taken_back(asked: tuple[int, int, int]) -> None:
    from creditmate.db.attachments import belongs  # noqa: PLC0415 - only here

    customer, _, dispute = asked
    about = About(Subject.DISPUTE, dispute)
    assert belongs(about, customer)
    void(Dispute, dispute)
    assert not belongs(about, customer)


def test_an_amendment_taken_back_does_not_count(asked: tuple[int, int, int]) -> None:
    customer, _, dispute = asked
    with a_gateway().write("test") as writing:
        made = writing.add(
            DisputeEvent, dispute_id=dispute, kind="amended", day=day(6), amount_minor=1_000,
            note="",
        )  # fmt: skip
    (row,) = db.disputed_entries(LATE)
    assert row.disputed.minor == 1_000
    void(DisputeEvent, made)
    (row,) = db.disputed_entries(LATE)
    assert row.disputed.minor == 4_000
    assert [key.what.name for key in story_keys(customer, LATE, Topic.DISPUTES)] == [
        "DISPUTE_RAISED"
    ]


def test_an_ending_taken_back_leaves_it_open(asked: tuple[int, int, int]) -> None:
    _, entry, dispute = asked
    made = end(dispute, DisputeEventKind.REJECTED, day(9))
    assert db.disputed_entries(LATE) == []
    with a_gateway().write("test") as writing:
        db.void_dispute_events(writing, [made])
    assert db.running_disputes_on([entry]) == {entry: [dispute]}
    assert len(db.disputed_entries(LATE)) == 1
    assert prove_all() == []


def test_reopened_it_was_ended_only_between(asked: tuple[int, int, int]) -> None:
    _, _, dispute = asked
    end(dispute, DisputeEventKind.REJECTED, day(9))
    with a_gateway().write("test") as writing:
        db.move_dispute(writing, dispute, Moved(AMENDED, day(20), 3_000, "asked again"))

    def running(on: date) -> list[int | None]:
        return [row.disputed.minor for row in db.disputed_entries(on)]

    assert running(day(8)) == [4_000]
    assert [running(day(n)) for n in (9, 19)] == [[], []]
    assert running(day(20)) == [3_000]
    end(dispute, DisputeEventKind.UPHELD, day(30))
    assert [running(day(n)) for n in (8, 9, 19, 20, 29)] == [[4_000], [], [], [3_000], [3_000]]
    assert prove_all() == []
    database.execute_sql("UPDATE dispute SET ended_day = NULL")
    assert [finding.rule for finding in prove_all()] == ["dispute-ended-day"]


def test_an_amendment_of_several_items_is_poured_over_them(asked: tuple[int, int, int]) -> None:
    customer, first, _ = asked
    with a_gateway().write("test") as writing:
        second = an_invoice(writing, customer, "2", day(2), 5_000)
        raised = (customer, day(5), 0, "price", "Ann", None, "", None)
        (both,) = db.add_disputes(writing, [raised], [(0, first, None), (0, second, 2_000)])
        db.move_dispute(writing, both, Moved(AMENDED, day(6), 12_000))
    rows = [row for row in db.disputed_entries(LATE) if row.dispute_id == both]
    assert [(row.entry_id, row.disputed.minor) for row in rows] == [
        (first, 10_000),
        (second, 2_000),
    ]
