"""The published receivables history gives the figures that any correct program gets."""

import csv
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DATA = Path(__file__).parents[3] / "shared" / "data"
COLUMNS = ("open", "not_due", "d1_30", "d31_60", "d61_90", "d91_plus")

# As at, then items and minor units of each column, then of which disputed (data/README.md).
TABLE = (
    ("2012-06-30", (98, 83, 15, 0, 0, 0), (550409, 459436, 90973, 0, 0, 0), (33, 200682)),
    ("2012-12-31", (99, 86, 13, 0, 0, 0), (572506, 493632, 78874, 0, 0, 0), (28, 170031)),
    ("2013-01-31", (94, 79, 14, 1, 0, 0), (584687, 482019, 94029, 8639, 0, 0), (28, 201311)),
    ("2013-06-30", (84, 72, 12, 0, 0, 0), (511985, 428429, 83556, 0, 0, 0), (27, 180684)),
)

pytestmark = pytest.mark.skipif(
    not (DATA / "ar-history.csv").exists(), reason="../shared/data is not beside this checkout"
)


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "history.creditmate"
    run("new", path, "--no-password")
    imported = run(
        "import", DATA / "ar-history.csv", "--ledger", path, "--currency", "USD", "--json"
    )
    assert imported.status == 0, imported.err
    answer = imported.json
    assert (answer["new"], answer["new_customers"]) == (2466, 100)
    assert answer["date_order"] == "mdy"
    assert answer["totals"][0]["amount"] == {"minor": 14770318, "currency": "USD"}
    return path


def test_every_cell_of_the_table_at_all_four_dates(run: Run, ledger: Path) -> None:
    for as_at, counts, sums, disputed in TABLE:
        (found,) = run("aged", "--as-at", as_at, "--ledger", ledger, "--json").json
        assert tuple(found["counts"][name] for name in COLUMNS) == counts, as_at
        assert tuple(found[name]["minor"] for name in COLUMNS) == sums, as_at
        assert (found["disputed"]["count"], found["disputed"]["amount"]["minor"]) == disputed
        assert found["total"]["minor"] == sum(sums[1:]) + found["unallocated"]["minor"]


@pytest.mark.parametrize("as_at", ["2012-12-31", "2013-01-31"])
def test_every_customer_equals_the_independent_figures(run: Run, ledger: Path, as_at: str) -> None:
    with (DATA / "expected" / f"ibm-aged-{as_at}.csv").open(encoding="utf-8") as file:
        expected = {row["customer"]: row for row in csv.DictReader(file)}
    arguments = ("aged", "--as-at", as_at, "--by-customer", "--ledger", ledger, "--json")
    (found,) = run(*arguments).json
    assert {row["code"] for row in found["customers"]} == set(expected)
    names = dict(zip(COLUMNS[1:], ("not due", "1-30", "31-60", "61-90", "over 90"), strict=True))
    for row in found["customers"]:
        told = expected[row["code"]]
        assert row["counts"]["open"] == int(told["invoices"])
        assert row["total"]["minor"] == _minor(told["total"])
        for ours, theirs in names.items():
            assert row[ours]["minor"] == _minor(told[theirs]), (row["code"], ours)


def _minor(text: str) -> int:
    whole, _, part = text.partition(".")
    return int(whole) * 100 + int(part or 0)


def test_leading_zeros_are_kept_and_the_ledger_proves(run: Run, ledger: Path) -> None:
    arguments = ("customer", "0379-NEVHP", "--on", "2013-01-10", "--ledger", ledger, "--json")
    numbers = [row["number"] for row in run(*arguments).json["entries"]]
    assert numbers
    assert all(len(number) == 10 for number in numbers)
    assert run("check", "--ledger", ledger, "--json").json["ok"] is True
