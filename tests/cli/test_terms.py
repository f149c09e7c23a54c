"""``terms due``: worked dates on the console, with and without a ledger."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

GB = "--country", "GB"


def due(run: Run, terms: str, day: str, *more: object) -> str:
    answer = run("terms", "due", "--terms", terms, "--date", day, *GB, "--json", *more)
    assert answer.status == 0, answer.err
    return str(answer.json["due"])


@pytest.mark.parametrize(
    ("terms", "day", "expected"),
    [
        ("net 30", "2026-01-31", "2026-03-02"),
        ("30 after eom", "2026-01-15", "2026-03-02"),
        ("30 then eom", "2026-01-15", "2026-02-28"),
        ("eom 45 A", "2026-03-10", "2026-05-15"),
        ("eom 45 B", "2026-03-10", "2026-04-30"),
        ("20th next month, cut-off 25", "2026-06-26", "2026-08-20"),
        ("20th next month, cut-off -3", "2026-02-25", "2026-03-20"),
        ("on day 19", "2026-04-20", "2026-05-19"),
        ("eom+1", "2028-01-31", "2028-02-29"),
        ("prepaid", "2026-01-15", "2026-01-15"),
    ],
)
def test_worked_dates_without_any_ledger(run: Run, terms: str, day: str, expected: str) -> None:
    assert due(run, terms, day) == expected


def test_both_days_are_told_and_the_part_of_the_country_counts(run: Run) -> None:
    st_patrick = "2026-03-17"
    common = "terms", "due", "--terms", "on receipt, next working day", "--date", st_patrick, *GB
    english = run(*common, "--json").json
    assert (english["due"], english["shifted"]) == (st_patrick, st_patrick)
    irish = run(*common, "--region", "NIR", "--json").json
    assert (irish["due"], irish["shifted"]) == (st_patrick, "2026-03-18")
    assert run(*common, "--region", "northern ireland", "--json").json["region"] == "NIR"


def test_parts_discount_and_its_yearly_cost(run: Run) -> None:
    thirds = run("terms", "due", "--terms", "parts 30/60/90", "--date", "2026-01-15", *GB,
                 "--amount", "100", "--json").json  # fmt: skip
    assert [part["amount"]["minor"] for part in thirds["parts"]] == [3333, 3333, 3334]
    assert thirds["discount"] is None
    asked = "terms", "due", "--terms", "2/10 net 30", "--date", "2026-01-15", *GB
    offer = run(*asked, "--amount", "1,234.56", "--json").json["discount"]
    assert offer == {
        "percent": "2",
        "day": "2026-01-25",
        "amount": {"minor": 2469, "currency": "GBP"},
        "yearly_cost": "0.3724",
    }
    said = run(*asked, "--amount", "1,234.56").out.replace("\u00a0", " ")
    assert "Paid by Sun 25 Jan 2026: £24.69 less" in said
    assert "about 37% a year" in said
    assert "Sat 14 Feb 2026" in said
    without = run(*asked).out.replace("\u00a0", " ")
    assert "Discount if paid by Sun 25 Jan 2026" in without
    assert run(*asked, "--json").json["discount"]["amount"] is None


def test_an_offer_that_ends_when_due_has_no_yearly_cost(run: Run) -> None:
    answer = run("terms", "due", "--terms", "2/30 net 30", "--date", "2026-01-15", *GB)
    assert "a year" not in answer.out


def test_thirty_days_end_of_month_is_refused_with_both_readings(run: Run) -> None:
    answer = run("terms", "due", "--terms", "EOM 30", "--date", "2026-01-15", *GB)
    said = answer.err.replace("\u00a0", " ")
    assert answer.status == 1
    for part in ("--terms", "EOM 30", "30 after eom", "2 Mar 2026", "30 then eom", "28 Feb 2026"):
        assert part in said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--terms", "whenever", "--date", "2026-01-15", *GB), "whenever"),
        (("--terms", "net 30", "--date", "soonish", *GB), "soonish"),
        (("--terms", "net 30", "--date", "2026-01-15", "--country", "ZZ"), "ZZ"),
        (("--terms", "net 30", "--date", "2026-01-15", *GB, "--region", "MARS"), "ENG (England)"),
        (("--terms", "net 30", "--date", "2026-01-15", *GB, "--amount", "lots"), "lots"),
        (("--terms", "net 30", "--date", "2026-01-15", *GB, "--currency", "XYZ"), "XYZ"),
        (("--terms", "net 30", "--date", "2026-01-15"), "--ledger"),
    ],
)
def test_what_cannot_be_is_refused(run: Run, options: tuple[str, ...], said: str) -> None:
    answer = run("terms", "due", *options)
    assert answer.status == 1
    assert said in answer.err
    assert not answer.out


def test_a_ledger_tells_the_country(run: Run, tmp_path: Path) -> None:
    ledger = tmp_path / "books.creditmate"
    assert run("new", ledger, "--no-password", "--country", "DE").status == 0
    asked = "terms", "due", "--terms", "net 30", "--date", "2026-01-15", "--ledger", ledger
    answer = run(*asked, "--amount", "5", "--json").json
    assert answer["country"] == "DE"
    assert answer["parts"][0]["amount"]["currency"] == "EUR"


def test_one_invoice_may_have_terms_of_its_own(run: Run, tmp_path: Path) -> None:
    ledger = tmp_path / "books.creditmate"
    assert run("new", ledger, "--sample", "--no-password", "--on", "2026-11-23").status == 0
    common = ("invoice", "new", "BRAC01", "--line", "Oak doors;1;100", "--issue", "--json",
              "--ledger", ledger, "--on", "2026-11-23")  # fmt: skip
    refused = run(*common, "--terms", "eom 30")
    assert refused.status == 1
    assert "30 then eom" in refused.err
    answer = run(*common, "--terms", "20th next month, cut-off 20")
    assert answer.status == 0, answer.err
    number = answer.json["number"]
    shown = run("invoice", "show", number, "--ledger", ledger, "--json", "--on", "2026-11-23")
    assert [part["due"] for part in shown.json["parts"]] == ["2027-01-20"]
