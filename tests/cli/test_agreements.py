"""Questions, promises, notes and help sheets on the command line."""

from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.our_people import add_staff
from tests.builders import SetClock, a_customer, an_invoice, day, make_ledger
from tests.cli.conftest import Answer, Run

ON = ("--on", "2026-11-23")
DUE = day(300)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A customer with two invoices and instalments of a third; Ellen Rook works here."""
    path = tmp_path / "books.creditmate"
    gateway = make_ledger(path, SetClock())
    person = {"name": "Ellen Rook", "initials": "ER", "role": "", "phone": "", "email": "",
              "signature": "", "os_login": ""}  # fmt: skip
    with gateway.write("test") as writing:
        acme = a_customer(writing, "ACME")
        an_invoice(writing, acme, "A-1", day(270), 1_000_00, due=DUE)
        an_invoice(writing, acme, "A-2", day(280), 500_00, due=DUE)
        add_staff(writing, person)
    connection.close()
    return path


def ask(run: Run, ledger: Path, *words: object, status: int = 0) -> Answer:
    answer = run(*words, "--ledger", ledger, *ON)
    assert answer.status == status, answer.err
    return answer


def raised(run: Run, ledger: Path, *more: str) -> int:
    common = "dispute", "ACME", "--raise", "--reason", "quantity", "--by", "Ann Lee"
    return int(ask(run, ledger, *common, *more, "--json").json["id"])


def test_part_of_an_invoice_is_in_question_until_it_is_answered(run: Run, ledger: Path) -> None:
    more = "--invoices", "a-1=86.40", "--evidence", "delivery note", "--owner", "er"
    made = raised(run, ledger, *more)
    (row,) = ask(run, ledger, "dispute", "--json").json
    assert (row["dispute"], row["owner"], row["evidence"]) == (made, "ER", "delivery note")
    assert row["questioned"] == {"minor": 8640, "currency": "GBP"}
    assert (row["answer_by"], row["age"]) == ("2026-11-30", "0-7")
    text = ask(run, ledger, "dispute", "--list", "--open").out
    assert "£86.40" in text
    assert "Short delivery" in text
    assert "open 0 days" in text
    asked_for = ask(run, ledger, "today", "--json").json
    assert [line["code"] for line in asked_for]
    ended = ask(run, ledger, "dispute", "--end", made, "--outcome", "part", "--amount", "40",
                "--json").json  # fmt: skip
    assert ended["credit"][0]["amount"] == {"minor": 4000, "currency": "GBP"}
    assert ask(run, ledger, "dispute").out == "Nothing is under query.\n"
    (row,) = ask(run, ledger, "dispute", "--ended", "--json").json
    assert (row["outcome"], row["upheld"]["minor"]) == ("part", 4000)


def test_upheld_names_the_credit_note_to_come(run: Run, ledger: Path) -> None:
    made = raised(run, ledger, "--invoices", "A-1=10", "A-2")
    said = ask(run, ledger, "dispute", "--end", made, "--outcome", "upheld").out
    assert "A credit note of £10.00 for invoice A-1 is to follow." in said
    assert "A credit note of £500.00 for invoice A-2 is to follow." in said


def test_it_is_amended_handed_over_and_asked_again(run: Run, ledger: Path) -> None:
    made = raised(run, ledger, "--invoices", "A-1")
    ask(run, ledger, "dispute", "--amend", made, "--amount", "250")
    ask(run, ledger, "dispute", "--hand-over", made, "--owner", "Ellen Rook", "--answer-by", "+3")
    said = ask(run, ledger, "dispute", "--end", made, "--outcome", "rejected", "--note", "n").out
    assert "can be asked for again" in said
    ask(run, ledger, "dispute", "--reopen", made, "--note", "sent photographs")
    (row,) = ask(run, ledger, "dispute", "--owner", "ER", "--json").json
    assert (row["questioned"]["minor"], row["answer_by"]) == (25_000, "2026-11-26")


def test_a_file_proves_it(run: Run, ledger: Path, tmp_path: Path) -> None:
    picture = tmp_path / "box.jpg"
    picture.write_bytes(b"crushed")
    raised(run, ledger, "--invoices", "A-1", "--file", str(picture))
    (row,) = ask(run, ledger, "dispute", "--json").json
    assert row["files"] == 1


def test_files_are_kept_with_a_query_that_is_told_in_a_call(
    run: Run, ledger: Path, tmp_path: Path
) -> None:
    shown = [tmp_path / name for name in ("box.jpg", "note.pdf")]
    for path in shown:
        path.write_text(path.name)
    told = ("call", "ACME", "--outcome", "dispute", "--with", "Ann Lee", "--note", "Four short",
            "--next", "+3", "--about", "A-1", "--dispute", "quantity", "--dispute-amount", "86.40",
            "--dispute-owner", "er", "--answer-by", "+2", "--evidence", "photograph")  # fmt: skip
    files = [part for path in shown for part in ("--evidence-file", str(path))]
    ask(run, ledger, *told, *files)
    (row,) = ask(run, ledger, "dispute", "--json").json
    assert (row["owner"], row["evidence"], row["files"]) == ("ER", "photograph", 2)
    assert (row["answer_by"], row["questioned"]["minor"]) == ("2026-11-25", 8_640)
    gone = ask(run, ledger, *told, "--evidence-file", str(tmp_path / "none.jpg"), status=1)
    assert "none.jpg" in gone.err


def test_what_is_behind_them(run: Run, ledger: Path) -> None:
    raised(run, ledger, "--invoices", "A-1=100")
    text = ask(run, ledger, "dispute", "--causes").out
    assert "Short delivery" in text
    assert "2026-11" in text
    assert "–" in text
    found = ask(run, ledger, "dispute", "--causes", "--from", "1/11", "--json").json
    assert found["reasons"][0]["count"] == 1
    none = ask(run, ledger, "dispute", "--causes", "--to", "1/10").out
    assert none == "Nothing was under query in that time.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("dispute", "ACME", "--raise", "--reason", "price"), "--invoices"),
        (("dispute", "ACME", "--raise", "--reason", "price", "--invoices", "Z"),
         "Z is not an open invoice of ACME"),
        (("dispute", "--end", "9", "--outcome", "upheld"), "no query with the number 9"),
        (("dispute", "--end", "9"), "--outcome"),
        (("dispute", "--owner", "XX"), "among our people"),
        (("dispute", "ACME", "--raise", "--reason", "tax", "--invoices", "A-1=2000"),
         "Amount under query: more than nothing and at most £1,000.00"),
        (("promise", "--done", "4"), "no promise with the number 4"),
        (("promise", "--replace", "4"), "--amount"),
        (("noted", "--put-off", "1"), "--follow-up"),
        (("noted", "--done", "1"), "Nothing is noted with the number 1"),
        (("noted", "--add", "words", "--kind", "feedback"), "CODE"),
        (("help-sheet", "XX"), "no help sheet for XX"),
        (("help-sheet", "--send"), "--for"),
        (("help-sheet", "--edit", "nowhere.txt"), "COUNTRY"),
        (("help-sheet", "GB", "--edit", "nowhere.txt"), "nowhere.txt"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said(run: Run, ledger: Path, words: tuple[str, ...], said: str) -> None:
    answer = ask(run, ledger, *words, status=1)
    assert said in answer.err.replace("\u00a0", " ")


def test_a_card_number_is_not_read_back(run: Run, ledger: Path) -> None:
    said = ask(run, ledger, "call", "ACME", "--with", "Ann 4111 1111 1111 1111",
               "--outcome", "will_pay", "--note", "Friday", "--promise", "500", "--by", "27/11",
               "--next", "27/11", "--we-promise", "Ask 4111 1111 1111 1111 back",
               "--we-by", "24/11")  # fmt: skip
    assert "Ask •••• 1111 back" in said.out
    assert "4111 1111" not in said.out
    told = ask(run, ledger, "timeline", "ACME").out
    assert "Ann •••• 1111" in told
    assert "4111 1111" not in told


def test_promises_of_both_sides(run: Run, ledger: Path) -> None:
    ask(run, ledger, "call", "ACME", "--with", "Ann", "--outcome", "will_pay", "--note", "Friday",
        "--promise", "500", "--by", "27/11", "--next", "27/11", "--we-promise", "Send a copy",
        "--we-by", "24/11")  # fmt: skip
    text = ask(run, ledger, "promise").out
    assert "£500.00" in text
    assert "Send a copy" in text
    assert "Promised by them: £500.00" in text
    assert ask(run, ledger, "promise", "--rate").out.startswith("Kept: –")
    rows = ask(run, ledger, "promise", "ACME", "--waiting", "--json").json
    ids = {row["side"]: row["promise"] for row in rows}
    ask(run, ledger, "promise", "--done", ids["ours"])
    ask(run, ledger, "promise", "--replace", ids["theirs"], "--amount", "400", "--by", "30/11",
        "--because", "asked by e-mail")  # fmt: skip
    rows = ask(run, ledger, "promise", "--json").json
    assert sorted(row["state"] for row in rows) == ["done", "open", "replaced"]
    said = ask(run, ledger, "promise").out  # what was replaced is not promised twice
    assert "Promised by them: £400.00" in said
    newest = max(row["promise"] for row in rows)
    ask(run, ledger, "promise", "--withdraw", newest, "--because", "order cancelled")
    assert ask(run, ledger, "promise", "--state", "open").out == "Nothing was promised.\n"
    assert "Promised by them" not in ask(run, ledger, "promise").out


def test_a_rate_of_one_that_was_not_kept(run: Run, ledger: Path) -> None:
    ask(run, ledger, "call", "ACME", "--with", "Ann", "--outcome", "will_pay", "--note", "Friday",
        "--promise", "500", "--by", "27/11", "--next", "27/11")  # fmt: skip
    later = ("--ledger", ledger, "--on", "2026-12-10")
    assert run("posted", "--to", "2026-12-09", *later).status == 0
    said = run("promise", "--rate", *later)
    assert said.out.startswith("Kept 0.0 % of 1 promises and 0.0 % of £500.00."), said.err
    (found,) = run("promise", "--rate", "ACME", "--json", *later).json
    assert (found["matured"]["count"], found["by_value"]) == (1, "0.0")


def test_words_are_noted_and_come_back(run: Run, ledger: Path) -> None:
    common = "noted", "ACME", "--kind", "opportunity", "--add", "A second shed in spring"
    made = ask(run, ledger, *common, "--follow-up", "1/12", "--json").json["id"]
    assert "A second shed in spring" in ask(run, ledger, "noted").out
    ask(run, ledger, "noted", "--put-off", made, "--follow-up", "15/12", "--note", "not yet")
    (row,) = ask(run, ledger, "noted", "--json").json
    assert (row["follow_up"], row["note"]) == ("2026-12-15", "not yet")
    ask(run, ledger, "noted", "--drop", made)
    assert ask(run, ledger, "noted").out == "Nothing is noted.\n"
    assert len(ask(run, ledger, "noted", "--every", "--json").json) == 1


def test_a_help_sheet_is_edited_and_sent(run: Run, ledger: Path, tmp_path: Path) -> None:
    assert "as shipped: check it before sending" in ask(run, ledger, "help-sheet").out
    shown = ask(run, ledger, "help-sheet", "--for", "ACME")
    assert "National Debtline" in shown.out
    assert "Check names and numbers" in shown.err
    mine = tmp_path / "sheet.txt"
    mine.write_text("Help with money\n\nRing Citizens Advice.\n", encoding="utf-8")
    ask(run, ledger, "help-sheet", "gb", "--edit", mine)
    found = ask(run, ledger, "help-sheet", "GB", "--json").json
    assert (found["title"], found["as_shipped"]) == ("Help with money", False)
    sent = ask(run, ledger, "help-sheet", "--for", "ACME", "--send", "--to", "Ann")
    assert "7 December 2026" in sent.out.replace("\u00a0", " ")
    assert "--hold" in sent.out
    held = ask(run, ledger, "help-sheet", "--for", "ACME", "--send", "--hold", "--json").json
    assert held["held"]
