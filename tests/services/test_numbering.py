"""Numbering series: previewed, set anew, never giving a number twice, proved by ``check``."""

from datetime import date

import pytest

from creditmate.db.business import series
from creditmate.db.connection import execute
from creditmate.db.gateway import Gateway
from creditmate.db.numbering import begin_series_at
from creditmate.db.papers import add_paper
from creditmate.db.proof.everything import prove_all
from creditmate.domain.errors import Problem, UserError
from creditmate.services.numbering import (
    Numbering,
    SeriesEntry,
    SeriesRow,
    begin_usual_series,
    next_place,
)
from tests.builders import a_customer
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)
PDF = b"%PDF-1.4 a paper"


@pytest.fixture
def numbering(office: Office) -> Numbering:
    return Numbering(office.gateway)


def row(numbering: Numbering, kind: str = "invoice") -> SeriesRow:
    return next(found for found in numbering.series(TODAY) if found.kind == kind)


def issue(gateway: Gateway, kind: str = "invoice", on: date = TODAY) -> str:
    place = next_place(kind, on)
    with gateway.write("issue") as writing:
        known = execute("SELECT id FROM customer").fetchone()
        customer = known[0] if known else a_customer(writing)
        add_paper(
            writing, PDF, kind=kind, series_id=place.series_id, period=place.period,
            counter=place.counter, number=place.number, customer_id=customer, currency="GBP",
            locale="en_GB", as_at_day=on, total_minor=1, pages=1, content_sha256="0" * 64,
            replaces_id=None,
        )  # fmt: skip
    return place.number


def refused(error: pytest.ExceptionInfo[UserError]) -> tuple[object, object]:
    assert error.value.problem is Problem.FIELD_REFUSED
    return error.value.facts["field"], error.value.facts["why"]


def test_an_old_ledger_shows_what_is_usual_and_begins_it_when_needed(
    numbering: Numbering,
) -> None:
    assert row(numbering).following == ("INV-0001", "INV-0002", "INV-0003")
    assert row(numbering).version == 0
    assert execute("SELECT kind FROM series").fetchall() == [("statement",)]
    numbering.ensure("invoice")
    numbering.ensure("invoice")
    assert row(numbering).version == 1
    assert execute("SELECT use_case FROM action WHERE use_case = 'begin-series'").fetchall() == [
        ("begin-series",)
    ]


def test_numbers_follow_one_another(office: Office, numbering: Numbering) -> None:
    numbering.ensure("invoice")
    assert [issue(office.gateway) for _ in range(2)] == ["INV-0001", "INV-0002"]
    assert row(numbering).next_count == 3
    assert prove_all() == []


def test_the_numbers_of_another_program_are_gone_on_from(
    office: Office, numbering: Numbering
) -> None:
    preview = numbering.preview("invoice", "INV-{n:04}", 2118, TODAY)
    assert preview.following == ("INV-2118", "INV-2119", "INV-2120")
    numbering.save("invoice", 0, "INV-{n:04}", 2118, TODAY)
    assert [issue(office.gateway) for _ in range(2)] == ["INV-2118", "INV-2119"]
    for start, why in (
        *((low, "start-too-low") for low in (2119, 1, 0, -5)),
        (10**9 + 1, "out-of-bounds"),
    ):
        with pytest.raises(UserError) as error:
            numbering.preview("invoice", "INV-{n:04}", start, TODAY)
        assert refused(error) == ("numbering.start", why)
    numbering.save("invoice", row(numbering).version, "INV-{n:04}", 3000, TODAY)
    assert issue(office.gateway) == "INV-3000"
    assert prove_all() == []


def test_a_start_counts_in_its_own_year_only(office: Office, numbering: Numbering) -> None:
    numbering.save("invoice", 0, "{yyyy}-{n:03}", 42, TODAY)
    assert issue(office.gateway) == "2026-042"
    assert next_place("invoice", date(2027, 1, 2)).number == "2027-001"
    assert issue(office.gateway, on=date(2027, 1, 2)) == "2027-001"
    assert issue(office.gateway) == "2026-043"
    assert prove_all() == []


def test_check_finds_a_gap_that_nobody_set(office: Office, numbering: Numbering) -> None:
    numbering.save("invoice", 0, "INV-{n:04}", 10, TODAY)
    issue(office.gateway)
    place = next_place("invoice", TODAY)
    with office.gateway.write("issue") as writing:
        add_paper(
            writing, PDF, kind="invoice", series_id=place.series_id, period="",
            counter=place.counter + 1, number="INV-0012", customer_id=1, currency="GBP",
            locale="en_GB", as_at_day=TODAY, total_minor=1, pages=1, content_sha256="0" * 64,
            replaces_id=None,
        )  # fmt: skip
    assert [finding.rule for finding in prove_all()] == ["number-gap"]
    with office.gateway.write("too late") as writing:
        begin_series_at(writing, "invoice", 12)
    assert [finding.rule for finding in prove_all()] == ["number-gap"]


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("INV", "pattern"),
        ("INV-{mm}-{n}", "pattern"),
        ("S-{yyyy}-{n:02}", "gives-twice"),
        ("CN-{n:02}", "gives-twice"),
        ("INV-{n}", "gives-twice"),
        ("INV-{n:03}", "gives-twice"),
    ],
)
def test_patterns_that_could_give_a_number_twice(
    office: Office, numbering: Numbering, pattern: str, why: str
) -> None:
    """INV-1000 was issued in another shape: what comes to it again is refused."""
    numbering.save("invoice", 0, "INV-1{n:03}", None, TODAY)
    issue(office.gateway)
    with pytest.raises(UserError) as error:
        numbering.preview("invoice", pattern, None, TODAY)
    assert refused(error) == ("numbering.pattern", why)


def test_a_pattern_that_nothing_else_gives_goes_on_counting(
    office: Office, numbering: Numbering
) -> None:
    numbering.save("invoice", 0, "INV-1{n:03}", None, TODAY)
    issue(office.gateway)
    assert numbering.preview("invoice", "S-{n}", None, TODAY).following[0] == "S-2"


def test_an_edit_from_an_older_reading_is_refused(numbering: Numbering) -> None:
    numbering.save("invoice", 0, "A{n}", None, TODAY)
    numbering.save("invoice", row(numbering).version, "B{n}", None, TODAY)
    with pytest.raises(UserError) as error:
        numbering.save("invoice", 1, "C{n}", None, TODAY)
    assert error.value.problem is Problem.CHANGED_MEANWHILE
    assert row(numbering).pattern == "B{n}"


def test_a_new_ledger_begins_every_series(office: Office) -> None:
    execute("DELETE FROM series")
    with office.gateway.write("test") as writing:
        begin_usual_series(writing)
    assert {kind for (kind,) in execute("SELECT kind FROM series")} == {
        "statement", "invoice", "credit_note", "charge_note", "terms", "welcome",
        "help_sheet",
    }  # fmt: skip
    assert series("credit_note")[1] == "CN-{n:04}"


def test_several_series_are_set_together_or_none(office: Office, numbering: Numbering) -> None:
    same = "X-{n:03}"
    entries = [SeriesEntry("invoice", 0, same), SeriesEntry("credit_note", 0, same)]
    with pytest.raises(UserError) as caught:
        numbering.save_all(entries, TODAY)
    assert caught.value.facts["kind"] == "credit_note"
    assert caught.value.facts["why"] == "gives-twice"
    assert row(numbering).pattern == "INV-{n:04}"
    numbering.save_all([entries[0], SeriesEntry("credit_note", 0, "Y-{n}", 7)], TODAY)
    assert row(numbering).following[0] == "X-001"
    assert row(numbering, "credit_note").following[0] == "Y-7"
    assert not prove_all()
