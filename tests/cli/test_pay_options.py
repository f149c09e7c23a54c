"""Options of ``pay`` that go together, and those that do not: none is dropped without a word."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

AT = ("--on", "2026-11-23")
HEADER = "Customer,Invoice number,Invoice date,Due date,Amount,Date paid,Disputed"
ROWS = (
    "Marlpit,2312,28/10/2026,27/11/2026,1258.74,,No",
    "Marlpit,2323,30/10/2026,29/11/2026,1700.70,,No",
    "Marlpit,2371,17/11/2026,17/12/2026,394.74,,No",
)


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    path, books = tmp_path / "books.creditmate", tmp_path / "books.csv"
    books.write_text("\n".join((HEADER, *ROWS)) + "\n", encoding="utf-8")
    assert run("new", path, "--no-password", *AT).status == 0
    assert run("import", books, "--currency", "GBP", "--ledger", path, *AT).status == 0
    return path


def code_of(run: Run, ledger: Path) -> str:
    (row,) = run("customers", "--ledger", ledger, *AT, "--json").json
    return str(row["code"])


def set_against(answer: dict[str, list[dict[str, list[dict[str, object]]]]]) -> dict[str, int]:
    """What an answer says each number got of the money and of what came beside it."""
    found: dict[str, int] = {}
    for entry in answer["entries"]:
        for part in entry["allocations"]:
            minor = part["amount"]["minor"]  # type: ignore[index]
            found[str(part["number"])] = found.get(str(part["number"]), 0) + minor
    return found


def test_money_that_an_item_with_tax_withheld_leaves_is_for_the_others(
    run: Run, ledger: Path
) -> None:
    code = code_of(run, ledger)
    paid = run("pay", code, "1558.74", "--withheld", "2371=94.74", "--ledger", ledger, *AT,
               "--json").json  # fmt: skip
    assert set_against(paid) == {"2371": 39_474, "2312": 125_874}
    assert paid["open"]["minor"] == 0
    more = run("pay", code, "3000", "--charge", "2323=0.70", "--ledger", ledger, *AT, "--json").json
    assert set_against(more) == {"2323": 170_070}
    assert more["open"]["minor"] == 130_000


def test_a_payment_bounced_on_the_day_that_is_told(run: Run, ledger: Path) -> None:
    on = ("--ledger", ledger, "--json")
    paid = run("pay", code_of(run, ledger), "1258.74", "--received", "2026-11-20", *on, *AT).json
    told = ("--received", "2026-11-21", *AT)
    assert run("pay", "bounce", str(paid["payment"]), *told, *on).status == 0
    listed = str(run("payments", *on, *AT).json)
    assert "'bounced': '2026-11-21'" in listed


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--deposit-for", "Loft", "--allocate", "2312=1"), "-for goes without --allocate"),
        (("--deposit-for", "Loft", "--discount", "2312=1"), "-for goes without --discount"),
        (("--deposit-for", " "), "--deposit-for"),
        (("--allocate", "none", "--withheld", "2312=1", "--charge", "2312=1"),
         "--withheld, --charge goes"),
        (("--allocate", "2312"), "NUMBER=AMOUNT, not “2312”"),
        (("--allocate", "2312=4", "--discount", "0.70"), "NUMBER=AMOUNT, not “0.70”"),
        (("--allocate", "2312=6"), "more than was paid"),
        (("--allocate", "2312=0"), "more than nothing, not £0.00"),
        (("--allocate", "2312=-1"), "more than nothing, not −£1.00"),
        (("--allocate", "2312=1", "2312=2"), "named twice"),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_said(
    run: Run, ledger: Path, options: tuple[str, ...], said: str
) -> None:
    refused = run("pay", code_of(run, ledger), "5", *options, "--ledger", ledger, *AT)
    assert (refused.status, refused.out) == (1, "")
    assert said in refused.err
    listed = run("payments", "--ledger", ledger, *AT, "--json").json
    assert listed["payments"] == []


def test_a_deposit_is_held_and_one_that_is_not_there_is_not_released(
    run: Run, ledger: Path
) -> None:
    code = code_of(run, ledger)
    held = run("pay", code, "5", "--deposit-for", " Loft ", "--ledger", ledger, *AT, "--json").json
    assert [entry["deposit_for"] for entry in held["entries"]] == ["Loft"]
    refused = run("pay", "release", "77", "--ledger", ledger, *AT)
    assert "no deposit 77" in refused.err


def test_a_list_has_no_limit_below_one(run: Run, ledger: Path) -> None:
    for command in ("invoices", "payments"):
        assert run(command, "--limit", "-1", "--ledger", ledger, *AT).status == 2
