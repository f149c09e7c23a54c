"""Exit status 0, 1 and 2, and what is said with them; and commands that are cut short."""

import os
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from creditmate.cli import main as main_module
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

# As in a terminal: whatever started the tests may have Ctrl-C ignored.
COMMAND = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from creditmate.__main__ import main
sys.exit(main())
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
        (("new", "{tmp}/no/such/y", "--no-password"), "there is no such file or folder"),
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
        (("import", "{books}", "--ledger", "{ledger}", "--source", " "), "--source"),
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
        "Row 3, 0006: under query",
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


def test_differences_are_told_in_words_and_as_json(run: Run, ledger: Path, tmp_path: Path) -> None:
    at = ("--ledger", ledger, "--currency", "GBP", "--date-order", "dmy")
    run("import", write_books(tmp_path), *at)
    changed = (
        "Brindle Row,0007,05/10/2026,04/11/2026,500.00,,No",
        "Delph Hill,0010,01/09/2026,01/10/2026,300.00,29/09/2026,No",
    )
    refused = run("import", write_books(tmp_path, *changed), *at)
    lines = [line for line in refused.err.splitlines() if line.startswith("Row ")]
    assert lines[0] == "Row 2, 0007: under query is yes in the ledger and no in the file."
    assert lines[1].startswith("Row 3, 0010: day of payment is 28")
    told = run("import", write_books(tmp_path, *changed), *at, "--json").json["differences"]
    assert [(each["field"], each["ledger"], each["file"]) for each in told] == [
        ("disputed", True, False),
        ("settled_day", "2026-09-28", "2026-09-29"),
    ]


def test_payments_dated_later_are_remarked_on_and_cash_is_not_posted_there(
    run: Run, ledger: Path, tmp_path: Path
) -> None:
    books = write_books(tmp_path, "Ashlar,0001,01/10/2026,31/10/2026,100.00,31/03/2027,No")
    at = ("--ledger", ledger, "--currency", "GBP", "--date-order", "dmy", "--on", "2026-11-21")
    told = run("import", books, *at, "--dry-run", "--json")
    assert told.json["dated_later"] == 1
    assert "1 payment is dated later than 21" in run("import", books, *at).out
    assert run("posted", "--to", "2026-11-20", *at[:2], *at[-2:]).status == 0


# ------------------------------------------------------------------ cut short
def many_books(folder: Path, count: int) -> Path:
    """Write a file of paid invoices, a hundred for each customer."""
    path, first = folder / "many.csv", date(2020, 1, 1)
    with path.open("w", encoding="utf-8") as file:
        file.write("Customer,Invoice number,Invoice date,Due date,Amount,Date paid\n")
        for number in range(count):
            day = first + timedelta(days=number % 2000)
            rest = f"{day + timedelta(days=30)},{number + 1}.00,{day + timedelta(days=40)}"
            file.write(f"Customer {number // 100},{number},{day},{rest}\n")
    return path


def surroundings() -> dict[str, str]:
    """The environment of a terminal: English, and output held back as Python does by itself."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return {**kept, "LC_ALL": "en_GB.UTF-8", "LANGUAGE": "en_GB"}


def started(*arguments: object, unbuffered: bool = False) -> "subprocess.Popen[str]":
    """Start a command as a terminal does."""
    return subprocess.Popen(
        [sys.executable, *(["-u"] if unbuffered else []), "-c", COMMAND, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=surroundings(),
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a console's Ctrl-C cannot be sent to a child")
def test_an_import_cancelled_in_the_middle_leaves_nothing(
    run: Run, ledger: Path, tmp_path: Path
) -> None:
    head = run("check", "--ledger", ledger, "--json").json["head"]
    books, at = many_books(tmp_path, 50_000), ("--ledger", ledger, "--currency", "GBP")
    with started("import", books, *at, unbuffered=True) as child:
        assert child.stdout is not None
        while "documents, " not in child.stdout.readline():  # read; from here on it is written
            assert child.poll() is None
        time.sleep(0.5)
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=60)
    assert (child.returncode, out, err) == (130, "", "Cancelled; nothing was imported.\n")
    assert list(ledger.parent.glob("books.creditmate-*")) == []
    checked = run("check", "--ledger", ledger, "--json")
    assert (checked.status, checked.json["entries"], checked.json["head"]) == (0, 0, head)


@pytest.mark.skipif(sys.platform == "win32", reason="a console's Ctrl-C cannot be sent to a child")
def test_an_import_cancelled_while_it_reads_says_so_as_well(ledger: Path, tmp_path: Path) -> None:
    books = many_books(tmp_path, 50_000)
    with started("import", books, "--ledger", ledger, "--currency", "GBP") as child:
        while not list(ledger.parent.glob("books.creditmate-wal")):  # open; now it reads
            assert child.poll() is None
            time.sleep(0.01)
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=60)
    assert (child.returncode, out) == (130, "")
    assert err in {"Cancelled; nothing was imported.\n", "Interrupted.\n"}
    assert list(ledger.parent.glob("books.creditmate-*")) == []


def test_what_is_interrupted_anywhere_else_ends_in_one_line(
    run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(session: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(main_module._COMMANDS, "aged", interrupted)
    answer = run("aged", "--ledger", ledger)
    assert (answer.status, answer.out, answer.err) == (130, "", "Interrupted.\n")
    assert run("today", "--ledger", ledger).status == 0


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_an_answer_that_nobody_reads_ends_quietly(run: Run, ledger: Path, tmp_path: Path) -> None:
    at = ("--ledger", ledger)
    rows = [
        f"Customer {number:090},{number},13/10/2026,31/10/2026,5.00,,No" for number in range(99)
    ]
    assert run("import", write_books(tmp_path, *rows), *at, "--currency", "GBP").status == 0
    for arguments in (("aged", "--by-customer", *at), ("aged", *at)):  # breaks early; at the end
        with started(*arguments) as child:
            assert child.stdout is not None
            child.stdout.close()
            assert child.stderr is not None
            assert (child.stderr.read(), child.wait(timeout=60)) == ("", 141)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_disk_under_the_answer_is_told_plainly(ledger: Path) -> None:
    command = [sys.executable, "-c", COMMAND, "aged", "--ledger", str(ledger)]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=surroundings()
        )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("The answer cannot be written: ")
