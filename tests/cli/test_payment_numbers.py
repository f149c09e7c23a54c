"""Numbers and sums that no ledger can hold, somebody named twice, and claims in two currencies."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

AT = ("--on", "2026-11-23")
HEADER = "Customer,Invoice number,Invoice date,Due date,Amount,Currency,Date paid,Disputed"
ROWS = (
    "Marlpit,2312,28/10/2026,27/10/2026,1258.74,GBP,,No",
    "Marlpit,2313,28/10/2026,27/10/2026,655.04,EUR,,No",
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


@pytest.mark.parametrize(
    "words",
    [
        ("pay", "bounce"),
        ("pay", "undo"),
        ("pay", "unmatch"),
        ("pay", "void"),
        ("payments", "--id"),
        ("said-paid", "withdraw"),
        ("said-paid", "not-found"),
        ("said-paid", "found", "1"),
    ],
)
def test_a_number_that_no_row_can_have_is_refused(
    run: Run, ledger: Path, words: tuple[str, ...]
) -> None:
    done = run(*words, "99999999999999999999999", "--ledger", ledger, *AT)
    assert done.status != 0
    assert "Traceback" not in done.err


def test_a_sum_that_no_ledger_can_hold_is_refused(run: Run, ledger: Path) -> None:
    code, most = code_of(run, ledger), "9999999999999.99"
    done = run("pay", code, most, "--currency", "GBP", "--and", f"{code}={most}", "--allocate",
               "none", "--ledger", ledger, *AT)  # fmt: skip
    assert done.status != 0
    assert "more than can be kept" in done.err


def test_who_is_named_twice_has_the_sum(run: Run, ledger: Path) -> None:
    code = code_of(run, ledger)
    paid = run("pay", code, "1000", "--currency", "GBP", "--and", f"{code.lower()}=300",
               "--ledger", ledger, *AT, "--json")  # fmt: skip
    assert paid.status == 0, paid.err
    (entry,) = paid.json["entries"]
    assert [part["amount"]["minor"] for part in entry["allocations"]] == [125_874]
    assert paid.json["open"]["minor"] == 4_126


@pytest.mark.parametrize("currency", ["GBP", "EUR"])
def test_a_claim_is_in_the_currency_that_was_told(run: Run, ledger: Path, currency: str) -> None:
    code = code_of(run, ledger)
    told = ("--amount", "655.04", "--currency", currency, "--ledger", ledger, *AT)
    assert run("said-paid", code, *told).status == 0
    (claim,) = run("said-paid", "--ledger", ledger, *AT, "--json").json
    assert (claim["amount"]["currency"], claim["amount"]["minor"]) == (currency, 65_504)
    call = run("call", code, "--with", "Jo", "--outcome", "payment_sent", "--note", "x",
               "--none-because", "w", *told)  # fmt: skip
    assert call.status == 0, call.err
    (again,) = run("said-paid", "--ledger", ledger, *AT, "--json").json
    assert again["amount"]["currency"] == currency
    wrong = run("said-paid", code, "--amount", "5", "--currency", "USD", "--ledger", ledger, *AT)
    assert "Nothing is open in USD" in wrong.err


def test_the_new_number_of_a_payment_is_told_when_its_void_is_undone(
    run: Run, ledger: Path
) -> None:
    code = code_of(run, ledger)
    paid = run("pay", code, "5", "--currency", "GBP", "--ledger", ledger, *AT, "--json").json
    void = run("pay", "void", str(paid["payment"]), "--because", "x", "--ledger", ledger, *AT,
               "--json").json  # fmt: skip
    undone = run("pay", "undo", str(void["action"]), "--ledger", ledger, *AT)
    assert f"number {paid['payment'] + 1}" in undone.out
