"""``visit agenda|pack|thanks`` and ``route --out``, as typed."""

from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.books import write_books
from tests.cli.conftest import Run
from tests.services.visit_paper_desk import read_mail, text_of

ON = "--on", "2026-11-23"
VISITED = "--on", "2026-12-03"


@pytest.fixture
def books(run: Run, tmp_path: Path) -> Path:
    """A ledger with the usual file in it, and a visit to whoever owes most of it."""
    ledger = tmp_path / "books.creditmate"
    assert run("new", ledger, "--no-password", "--country", "GB", *ON).status == 0
    options = "--date-order", "dmy", "--currency", "GBP"
    assert run("import", write_books(tmp_path), "--ledger", ledger, *options, *ON).status == 0
    there = "--ledger", ledger, *ON
    listed = run("customers", *there, "--json").json
    code = next(str(row["code"]) for row in listed if row["name"] == "Ashlar & Oak")
    planned = run(
        "visit", "plan", code, "--day", "2026-12-03", "--time", "10:30", "--purpose",
        "We should like to hear how things are with you.", "--with", "Ruth Okafor;director;decides",
        "--from-us", "Ellen Rook;owner", "--issue", "The account;ZQXWANTED;ZQXFALL",
        "--request", "Your goods-in note", "--address", "Unit 6, Overmere", "--travel", 50,
        "--distance", 44, "--limits", "ZQXLIMITS", *there,
    )  # fmt: skip
    assert planned.status == 0, planned.err
    return ledger


def test_an_agenda_goes_out_with_all_that_belongs_to_it(
    run: Run, books: Path, tmp_path: Path
) -> None:
    there = "--ledger", books, *ON
    out, cover, eml, ics = (tmp_path / name for name in ("a.pdf", "c.pdf", "m.eml", "v.ics"))
    files = "--out", out, "--cover", cover, "--eml", eml, "--ics", ics
    made = run("visit", "agenda", "V-2611-001", *files, "--sent", *there, "--json")
    assert made.status == 0, made.err
    answer = made.json
    sent = answer.pop("action")
    assert answer == {
        "number": "V-2611-001", "pages": 1, "issued_now": True, "replaces": None,
        "replaces_number": None,
        "paper": str(out), "cover": str(cover), "eml": str(eml), "ics": str(ics),
    }  # fmt: skip
    assert "We should like to hear how things are with you." in text_of(out.read_bytes())
    assert "Our agenda is enclosed." in text_of(cover.read_bytes())
    names = [part.get_filename() for part in read_mail(eml.read_bytes()).iter_attachments()]
    assert any(str(name).startswith("S-2611-001") for name in names)
    assert len(Calendar.from_ical(ics.read_bytes()).walk("VEVENT")) == 1
    again = run("visit", "agenda", "1", "--out", cover, "--ledger", books, "--on", "2026-11-24")
    assert again.status == 0, again.err
    assert cover.read_bytes() == out.read_bytes()
    undone = run("visit", "undo", sent, *there)
    assert undone.status == 0, undone.err
    assert run("check", "--ledger", books, *ON).status == 0


def test_a_moved_visit_is_told_anew_and_a_cancelled_one_called_off(
    run: Run, books: Path, tmp_path: Path
) -> None:
    there = "--ledger", books, *ON
    out, eml, ics = (tmp_path / name for name in ("a.pdf", "m.eml", "v.ics"))
    assert run("visit", "agenda", "1", "--out", out, "--sent", "letter", *there).status == 0
    moved = run("visit", "move", "1", "2026-12-08", "--time", "09:00", "--because",
                "they asked", *there)  # fmt: skip
    assert moved.status == 0, moved.err
    anew = run("visit", "agenda", "1", "--out", out, *there, "--json").json
    assert (anew["number"], anew["replaces"]) == ("V-2611-001/2", "2026-11-23")
    assert anew["replaces_number"] == "V-2611-001"
    assert "This replaces our agenda V-2611-001 of 23 November." in text_of(out.read_bytes())
    gone = run("visit", "cancel", "1", "--because", "closed that week", *there)
    assert gone.status == 0, gone.err
    assert run("visit", "agenda", "1", "--out", out, *there).status == 1
    off = run("visit", "agenda", "1", "--eml", eml, "--ics", ics, *there)
    assert off.status == 0, off.err
    assert "called off" in off.out
    assert Calendar.from_ical(ics.read_bytes())["method"] == "CANCEL"


def test_a_draft_issues_nothing(run: Run, books: Path, tmp_path: Path) -> None:
    there = "--ledger", books, *ON
    out = tmp_path / "a.pdf"
    assert run("visit", "agenda", "1", "--draft", "--out", out, *there).status == 0
    assert "Draft" in text_of(out.read_bytes())
    issued = run("visit", "agenda", "1", "--out", out, *there, "--json").json
    assert issued["issued_now"] is True


def test_what_we_take_along_is_marked_and_has_what_is_ours(
    run: Run, books: Path, tmp_path: Path
) -> None:
    there = "--ledger", books, *ON
    pack, sheet = tmp_path / "pack.pdf", tmp_path / "route.pdf"
    made = run("visit", "pack", "1", "--out", pack, *there, "--json")
    assert made.status == 0, made.err
    found = text_of(pack.read_bytes())
    for words in ("INTERNAL", "ZQXWANTED", "ZQXFALL", "ZQXLIMITS", "Observations"):
        assert words in found
    drawn = run("route", "2026-12-03", "--out", sheet, *there, "--json")
    assert drawn.json == {"paper": str(sheet), "pages": 1, "sheets": 1}
    assert "50 min, 22 miles, arrive 10:25" in text_of(sheet.read_bytes())
    nothing = run("route", "2026-12-04", "--out", tmp_path / "none.pdf", *there)
    assert "No visit with an hour" in nothing.out
    assert not (tmp_path / "none.pdf").exists()


def test_thanks_are_for_a_visit_that_was(run: Run, books: Path, tmp_path: Path) -> None:
    out, eml = tmp_path / "thanks.pdf", tmp_path / "thanks.eml"
    early = run("visit", "thanks", "1", "--out", out, "--ledger", books, *ON)
    assert early.status == 1
    assert not out.exists()
    there = "--ledger", books, *VISITED
    told = run("visit", "report", "1", "--result", "1=part;ZQXRESULT", "--outcome", "all_well",
               "--with", "Ruth Okafor", "--next", "2026-12-17", "--we-do",
               "A new price list;2026-12-09", "--seen", "stock=worse;ZQXSEEN", *there)  # fmt: skip
    assert told.status == 0, told.err
    made = run("visit", "thanks", "1", "--out", out, "--eml", eml, "--sent", "--words",
               "You showed us the workshop.", *there, "--json")  # fmt: skip
    assert made.status == 0, made.err
    found = text_of(out.read_bytes())
    assert "A new price list, by Wednesday 9 December 2026." in found
    assert "ZQX" not in found
    assert made.json["number"] == "V-2611-001"
    assert run("check", "--ledger", books, *VISITED).status == 0


def test_what_cannot_be_done_is_said(run: Run, books: Path, tmp_path: Path) -> None:
    there = "--ledger", books, *ON
    assert run("visit", "agenda", "1", *there).status == 1
    assert run("visit", "thanks", "1", *there).status == 1
    missing = run("visit", "pack", "V-0000-001", "--out", tmp_path / "x.pdf", *there)
    assert missing.status == 1
    assert "V-0000-001" in missing.err
    nowhere = run("visit", "agenda", "1", "--out", tmp_path / "no" / "x.pdf", *there)
    assert nowhere.status == 1
