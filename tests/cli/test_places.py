"""Where a ledger lies, its recovery sheet on paper, and card numbers, at the command line."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from creditmate.services.calls import Calls
from tests.cli.books import write_books
from tests.cli.conftest import Run

ON = "--on", "2026-11-23"
DMY = "--date-order", "dmy", "--currency", "GBP"
CARD = "4111 1111 1111 1111"


@pytest.fixture
def drive(run: Run, tmp_path: Path) -> Path:
    """A ledger in a folder that is synchronised, and another version of it beside it."""
    ledger, drive = tmp_path / "books.creditmate", tmp_path / "Nextcloud"
    assert run("new", ledger, "--no-password", "--country", "GB").status == 0
    drive.mkdir()
    content = ledger.read_bytes()
    ledger.rename(drive / ledger.name)
    (drive / "books (conflicted copy 2026-11-22 101112).creditmate").write_bytes(content)
    return drive / ledger.name


def test_a_ledger_in_a_drive_is_refused_with_an_offer_that_can_be_taken(
    run: Run, drive: Path
) -> None:
    for command in (("today",), ("check",), ("backup",)):
        refused = run(*command, "--ledger", drive)
        assert refused.status == 1
        assert "Nextcloud" in refused.err
        assert "creditmate move FILE" in refused.err
    moved = run("move", drive)
    assert moved.status == 0
    assert f"The old file is still {drive}" in moved.out
    assert "conflicted copy" in moved.err
    assert drive.exists()
    assert run("check").status == 0  # the ledger opened last is the new one
    refused = run("today", "--ledger", drive)
    assert "It was moved to this computer before: open" in refused.err
    assert run("move", drive).status == 1


def test_moving_answers_in_json(run: Run, drive: Path) -> None:
    answer = run("move", drive, "--json").json
    assert Path(answer["ledger"]).exists()
    assert answer["left"] == str(drive)
    assert len(answer["copies"]) == 1


def test_new_ledgers_are_not_made_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "OneDrive").mkdir()
    for more in ((), ("--sample",)):
        made = run("new", tmp_path / "OneDrive" / "x.creditmate", "--no-password", *more)
        assert (made.status, "OneDrive" in made.err) == (1, True)
    assert list((tmp_path / "OneDrive").iterdir()) == []


def test_another_version_beside_the_ledger_is_told_each_time(run: Run, tmp_path: Path) -> None:
    ledger = tmp_path / "books.creditmate"
    assert run("new", ledger, "--no-password", "--country", "GB").status == 0
    assert run("customers").err == ""
    (tmp_path / "books-LAPTOP.creditmate").write_bytes(ledger.read_bytes())
    (tmp_path / "books of mine.creditmate").write_bytes(b"another thing")
    told = run("customers")
    assert told.status == 0
    assert "books-LAPTOP.creditmate. It is never opened instead" in told.err
    assert "books of mine" not in told.err


def test_the_recovery_sheet_is_written_for_this_user_only(run: Run, tmp_path: Path) -> None:
    password, ledger, out = tmp_path / "p", tmp_path / "b.creditmate", tmp_path / "sheet.pdf"
    password.write_text("four calm herons wade\n", encoding="utf-8")
    password.chmod(0o600)
    known = "--ledger", ledger, "--password-file", password
    assert run("new", ledger, "--password-file", password, "--name", "Kestrel Lane").status == 0
    assert run("sheet", *known, "--out", out).status == 0
    assert out.stat().st_mode & 0o077 == 0
    said = PdfReader(BytesIO(out.read_bytes())).pages[0].extract_text()
    groups = run("sheet", *known, "--json").json["groups"]
    assert [group for group in groups if group not in said] == []
    for words in ("Kestrel Lane", "b.creditmate", "Recovery sheet"):
        assert words in said
    refused = run("sheet", *known, "--out", tmp_path / "none" / "x.pdf")
    assert (refused.status, "cannot be written" in refused.err) == (1, True)


def test_a_card_number_in_a_note_is_masked_and_told(run: Run, tmp_path: Path) -> None:
    ledger = tmp_path / "books.creditmate"
    assert run("new", ledger, "--no-password", "--country", "GB", *ON).status == 0
    file = write_books(tmp_path)
    assert run("import", file, "--ledger", ledger, *DMY, *ON).err == ""
    done = run("call", "Ashlar & Oak", "--ledger", ledger, *ON, "--outcome", "will_pay", "--with",
               "Ann", "--note", f"Read out {CARD}", "--promise", "100", "--by", "fri", "--next",
               "fri")  # fmt: skip
    assert done.status == 0
    assert "A card number was masked" in done.err
    assert CARD.encode() not in ledger.read_bytes()
    assert "•••• 1111" in run("customer", "Ashlar & Oak", *ON).out


def test_a_fault_of_the_program_is_reported_without_names(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = tmp_path / "books.creditmate"
    assert run("new", ledger, "--no-password", "--country", "GB", *ON).status == 0

    def fail(*_: object, **__: object) -> None:
        raise LookupError("Ann Lee of Ashlar")

    monkeypatch.setattr(Calls, "against", fail)
    with pytest.raises(LookupError):
        run("call", "X", "--ledger", ledger, "--with", "Ann", "--outcome", "call_back", "--note",
            "x", "--next", "fri")  # fmt: skip
    (report,) = tmp_path.rglob("report-*.txt")
    said = report.read_text(encoding="utf-8")
    assert "LookupError" in said
    assert "Ashlar" not in said
    assert str(tmp_path) not in said


def test_a_ledger_that_is_not_there_yet_is_not_said_to_be_untouched(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "Dropbox").mkdir()
    refused = run("new", tmp_path / "Dropbox" / "b.creditmate", "--no-password")
    assert refused.status == 1
    assert "Nothing was made." in refused.err
    assert "Make it on this computer, in" in refused.err
    assert "creditmate move" not in refused.err
    assert "touched" not in refused.err
    assert list((tmp_path / "Dropbox").iterdir()) == []
