"""Exit status 0, 1 and 2, and what is said with them."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.books import write_books
from tests.cli.conftest import Run

HOLDER = """
import sys, time
from pathlib import Path
from creditmate.bootstrap import build
program = build()
program.ask(lambda: program.ledgers.open(Path(sys.argv[1])))
print("open", flush=True)
time.sleep(float(sys.argv[2]))
program.stop()
"""


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "books.creditmate"
    assert run("new", path, "--no-password").status == 0
    return path


def test_a_ledger_without_protection_has_to_be_asked_for(run: Run, tmp_path: Path) -> None:
    refused = run("new", tmp_path / "x.creditmate")
    assert (refused.status, refused.out) == (1, "")
    assert "--no-password" in refused.err
    assert not (tmp_path / "x.creditmate").exists()


def test_a_file_that_is_there_is_never_overwritten(run: Run, ledger: Path) -> None:
    before = ledger.read_bytes()
    refused = run("new", ledger, "--no-password")
    assert (refused.status, ledger.read_bytes()) == (1, before)
    assert "already a file" in refused.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new", "{tmp}/y", "--no-password", "--country", "XQ"), "not a country"),
        (("new", "{tmp}/y", "--no-password", "--currency", "POUND"), "not a currency"),
        (("new", "{tmp}/no/such/y", "--no-password"), "no such folder"),
        (("today", "--ledger", "{tmp}/nothing"), "no ledger at"),
        (("today", "--ledger", "{tmp}"), "not a file"),
        (("aged", "--as-at", "31/31", "--ledger", "{ledger}"), "is not a date"),
        (("today", "--on", "someday", "--ledger", "{ledger}"), "is not a date"),
        (("customer", "NOBODY", "--ledger", "{ledger}"), "no customer with the code"),
        (("posted", "--to", "2026-01-01"), "--ledger FILE"),
        (("import", "{tmp}/none.csv", "--ledger", "{ledger}"), "no file at"),
        (("import", "{tmp}", "--ledger", "{ledger}"), "cannot be read"),
        (("import", "{books}", "--ledger", "{ledger}"), "--currency"),
        (("import", "{books}", "--ledger", "{ledger}", "--currency", "XYZ"), "not a currency"),
        (("import", "{books}", "--ledger", "{ledger}", "--map", "Amount"), "--map"),
        (("statements", "--out", "{books}/x", "--ledger", "{ledger}"), "cannot be written"),
        (("call", "NOBODY", "--ledger", "{ledger}", "--outcome", "no_answer", "--note", "x",
          "--next", "fri"), "no customer with the code"),
        (("new", "{tmp}/y", "--sample", "--no-password", "--country", "US"), "--sample"),
        (("statements", "--out", "{tmp}/o", "--ledger", "{ledger}", "--as-at", "2027-06-30",
          "--on", "2026-11-23"), "has not come yet"),
        (("aged", "--ledger", "{ledger}", "--as-at", "2026-11-30", "--on", "2026-11-23"),
         "has not come yet"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_with_the_reason(
    run: Run, ledger: Path, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    books = write_books(tmp_path)
    places = {"tmp": tmp_path, "ledger": ledger, "books": books}
    refused = run(*(argument.format(**places) for argument in arguments))
    assert refused.status == 1
    assert said in refused.err
    assert "Traceback" not in refused.err


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("frobnicate",),
        ("today", "--limit", "0"),
        ("call", "A", "--outcome", "shouted", "--note", "x", "--next", "fri"),
        ("call", "A", "--outcome", "no_answer", "--note", "x"),
        ("call", "A", "--outcome", "no_answer", "--note", "x", "--next", "fri",
         "--none-because", "y"),
        ("statements",),
    ],
)  # fmt: skip
def test_wrong_usage_is_status_two(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).status == 2


def test_reading_defaults_to_the_ledger_opened_last(run: Run, ledger: Path) -> None:
    assert run("aged").status == 0
    assert run("aged", "--ledger", ledger).status == 0
    assert run("posted", "--to", "2026-01-01").status == 1


def test_nothing_opened_yet_says_so(run: Run) -> None:
    refused = run("today")
    assert refused.status == 1
    assert "--ledger FILE" in refused.err


def test_a_ledger_open_elsewhere_is_refused_with_its_holder_or_waited_for(
    run: Run, ledger: Path
) -> None:
    command = [sys.executable, "-c", HOLDER, str(ledger), "3"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        started = time.monotonic()
        refused = run("today", "--ledger", ledger)
        assert time.monotonic() - started < 1
        assert refused.status == 1
        assert "It is held by" in refused.err
        assert run("today", "--ledger", ledger, "--wait", "20").status == 0


def test_the_same_file_again_changes_nothing(run: Run, ledger: Path, tmp_path: Path) -> None:
    books = write_books(tmp_path)
    at = ("--ledger", ledger, "--currency", "GBP")
    assert run("import", books, *at).status == 0
    before = ledger.read_bytes()
    again = run("import", books, *at, "--json")
    assert (again.json["new"], again.json["unchanged"]) == (0, 10)
    assert ledger.read_bytes() == before


def test_a_dry_run_shows_what_would_be_done_and_does_nothing(
    run: Run, ledger: Path, tmp_path: Path
) -> None:
    before = ledger.read_bytes()
    answer = run("import", write_books(tmp_path), "--ledger", ledger, "--currency", "GBP",
                 "--dry-run", "--json")  # fmt: skip
    assert (answer.status, answer.json["new"], answer.json["dry_run"]) == (0, 10, True)
    assert ledger.read_bytes() == before


def test_every_difference_is_listed_and_nothing_is_imported(
    run: Run, ledger: Path, tmp_path: Path
) -> None:
    at = ("--ledger", ledger, "--currency", "GBP")
    run("import", write_books(tmp_path), *at)
    before = ledger.read_bytes()
    changed = (
        "Ashlar & Oak,0005,01/10/2026,31/10/2026,6000.01,,No",
        "Brindle Row,0006,08/10/2026,08/11/2026,4000.00,,Yes",
        "Delph Hill,0010,01/09/2026,01/10/2026,300.00,,No",
        "Echo Works,0099,01/11/2026,01/12/2026,77.00,,No",
    )
    refused = run("import", write_books(tmp_path, *changed), *at, "--date-order", "dmy")
    assert refused.status == 1
    lines = refused.err.splitlines()
    told = [line.split(" is ")[0] for line in lines if line.startswith("Row ")]
    assert told == [
        "Row 2, 0005: amount",
        "Row 3, 0006: customer",
        "Row 3, 0006: due date",
        "Row 3, 0006: disputed",
        "Row 4, 0010: settled",
    ]
    assert ledger.read_bytes() == before


def test_statements_with_nothing_open_say_so(run: Run, ledger: Path, tmp_path: Path) -> None:
    answer = run("statements", "--ledger", ledger, "--out", tmp_path / "o")
    assert (answer.status, "Nothing is open" in answer.out) == (0, True)


def test_the_brief_says_how_what_we_promised_stands(run: Run, ledger: Path, tmp_path: Path) -> None:
    at = ("--ledger", ledger, "--on", "2026-11-23")
    run("import", write_books(tmp_path), "--currency", "GBP", *at)
    call = ("call", "Ashlar & Oak", *at, "--with", "Ann", "--outcome", "papers_missing", "--note",
            "x", "--next", "fri")  # fmt: skip
    assert run(*call, "--we-promise", "Copy of 0005", "--we-by", "tomorrow").status == 0
    assert "We: Copy of 0005" in run("customer", "Ashlar & Oak", *at).out
    assert run("customer", "Ashlar & Oak", *at, "--json").json["we_promised"][0]["state"] == "open"
    assert run(*call, "--we-did").status == 0
    assert run("customer", "Ashlar & Oak", *at, "--json").json["we_promised"][0]["state"] == "done"
    refused = run(*call, "--we-did")
    assert (refused.status, "--we-did" in refused.err) == (1, True)
    assert run(*call, "--replaces").status == 1
