"""What a statement says: sums that add up, notes, pages, variants."""

import hashlib
import socket
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from creditmate.documents.papers import BusinessCard, Concern, StatementPaper
from creditmate.documents.sheet import Code
from creditmate.documents.statement import draw_statement, lay_out, warnings
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.statement import ArrangementNote, QueryNote
from tests.documents.builders import (
    AS_AT,
    EURO_BANK,
    a_card,
    a_paper,
    a_receipt,
    an_invoice,
    many_items,
)
from tests.documents.reading import Drawn, find, fonts_of, on_line, pages_of, pence, texts


def amounts(page: list[Drawn], baseline: float, right: float) -> list[int]:
    return [pence(i.text) for i in on_line(page, baseline) if abs(i.right - right) < 0.05]


def column(page: list[Drawn], right: float, top: float, bottom: float) -> list[int]:
    found = [i for i in page if top < i.baseline < bottom and abs(i.right - right) < 0.05]
    return [pence(item.text) for item in found]


def test_every_sum_on_the_page_adds_up() -> None:
    page = pages_of(a_paper())[0]
    total = find(page, "£6,435.10")
    rows = column(page, 194, 112, total.baseline - 3)
    assert len(rows) == 7
    assert sum(rows) == pence(total.text) == 643510
    strip = [pence(i.text) for i in on_line(page, find(page, "2,921.40").baseline)]
    assert sum(strip[:6]) == strip[6] == 643510
    assert strip == [292140, 238710, 78400, 64260, 0, -30000, 643510]
    box = column(page, 92, 184, 200)
    assert sum(box[:-1]) == box[-1] == 342730
    slip = column(page, 163, 225, 275)
    assert sum(slip[:-1]) == slip[-1] == 643510
    for row in (i for i in page if i.text.startswith("Invoice") and i.baseline < 150):
        paid = amounts(page, row.baseline, 170)
        original = amounts(page, row.baseline, 146)
        balance = amounts(page, row.baseline, 194)
        assert original[0] - sum(paid) == balance[0]


def test_the_picture_in_words() -> None:
    said = texts(pages_of(a_paper())[0])
    for words in (
        "open items, in pounds (GBP)",
        "10 Aug 2026",
        "Under query",
        "86.40 for four lengths short, raised 14 Sep. Please leave it until we have answered.",
        "Receipt 0877, thank you. Not yet matched: which invoice is it for?",
        "less the part under query",
        "less receipt 0877, not yet matched",
        "£3,427.30",
        "Page 1 of 1",
        "for invoice",
        "Ellen Rook, 01632 960 144",
    ):
        assert words in said
    assert [t for t in said if t in {"75", "47", "26", "5"}] == ["75", "47", "26", "5"]


def test_a_long_statement_carries_its_balance_from_page_to_page() -> None:
    items = many_items(60)
    pages = pages_of(a_paper(items))
    assert len(pages) == 3
    running = 0
    for number, page in enumerate(pages, 1):
        said = texts(page)
        assert f"Page {number} of 3" in said
        heads = find(page, "Balance")
        if number > 1:
            brought = find(page, f"Brought forward from page {number - 1}")
            assert amounts(page, brought.baseline, 194) == [running]
        rows = [i for i in page if i.text.startswith("Invoice") and i.left < 70]
        rows = [i for i in rows if i.baseline > heads.baseline]
        assert len(rows) >= 2
        running += sum(amounts(page, row.baseline, 194)[0] for row in rows)
        if number < 3:
            carried = find(page, f"Carried forward to page {number + 1}")
            assert amounts(page, carried.baseline, 194) == [running]
            assert "Remittance slip" not in said
            assert "Balance of your account" not in said
    assert running == sum(item.balance.minor for item in items)
    last = texts(pages[-1])
    assert {"Balance of your account", "Please pay now", "Remittance slip"} <= set(last)
    assert "Paying" not in last  # more items than the slip holds: lines to write on


@pytest.mark.parametrize("count", [0, 1, 6, 7, 8, 9, 30, 31, 37, 38, 39, 72, 73, 74])
def test_all_items_are_listed_once_whatever_their_number(count: int) -> None:
    pages = pages_of(a_paper(many_items(count), slip=False))
    listed = [t for page in pages for t in texts(page) if t.startswith("Invoice ")]
    assert listed == [f"Invoice {2000 + n}" for n in range(count)]
    assert sum("Balance of your account" in texts(page) for page in pages) == 1


def test_an_account_in_credit_is_offered_its_money() -> None:
    items = [an_invoice("1", date(2026, 11, 20), 1000), a_receipt("0877", AS_AT, 30000)]
    said = texts(pages_of(a_paper(items))[0])
    words = " ".join(said)
    assert "We owe you 290.00; tell us whether to send it or keep it for your next order." in words
    assert "−£290.00" in said
    assert not {"Please pay now", "How to pay", "Remittance slip"} & set(said)


def test_when_nothing_is_due_the_next_date_is_named() -> None:
    items = [an_invoice(n, date(2026, 11, 2), 43770) for n in ("1", "2")]
    items.append(an_invoice("3", date(2026, 11, 20), 1000))
    paper = a_paper(items)
    said = texts(pages_of(paper)[0])
    assert "Nothing is due today." in said
    assert "Next: 875.40 on 2 December." in said
    assert "How to pay" in said
    assert not any(isinstance(mark, Code) for mark in lay_out(paper).sheets[0].marks)


def test_notes_say_what_is_questioned_and_what_is_arranged() -> None:
    day = date(2026, 8, 10)
    pounds = Money(64260, "GBP")
    later = date(2026, 12, 18)
    items = [
        an_invoice("1", day, 64260, query=QueryNote(pounds, "quantity", day, day_presumed=True)),
        an_invoice("2", day, 64260, arrangement=ArrangementNote(pounds, later)),
        an_invoice("3", day, 64260, arrangement=ArrangementNote(Money(100, "GBP"), later)),
    ]
    said = texts(pages_of(a_paper(items))[0])
    assert "642.60 for a short delivery. Please leave it until we have answered." in said
    assert said.count("Under query") == 1
    assert "by arrangement, 18 Dec" in said
    assert "1.00 by arrangement, 18 Dec" in said
    assert "less what is agreed for later" in said


def test_each_item_of_a_group_says_whose_it_is() -> None:
    """On a head office's statement; the notes of an item stand below that."""
    promised = ArrangementNote(Money(2000, "GBP"), date(2026, 12, 18))
    items = [
        an_invoice("1", date(2026, 8, 10), 1000),
        replace(an_invoice("2", date(2026, 9, 7), 2000, arrangement=promised), branch="Stadthaus"),
        replace(a_receipt("3", date(2026, 9, 8), 500), branch="Ring Road"),
    ]
    page = pages_of(a_paper(items))[0]
    words = [item.text for item in page]
    assert words.count("for Stadthaus") == words.count("for Ring Road") == 1
    second = find(page, "Invoice 2").baseline
    whose, when = (
        find(page, "for Stadthaus").baseline,
        find(page, "by arrangement, 18 Dec").baseline,
    )
    assert second < whose < when < find(page, "for Ring Road").baseline


def test_several_unmatched_credits_are_taken_off_together() -> None:
    items = [
        an_invoice("1", date(2026, 8, 10), 64260),
        a_receipt("0877", AS_AT, 100),
        a_receipt("C-1", AS_AT, 200, kind=EntryKind.CREDIT_NOTE),
    ]
    said = texts(pages_of(a_paper(items))[0])
    assert "Credit note C-1. Not yet matched: which invoice is it for?" in said
    words = "less what is not yet matched"
    assert words in said
    assert "−3.00" in said


def test_a_draft_carries_no_number_and_a_replacement_says_so() -> None:
    said = texts(pages_of(a_paper(draft=True, replaces="S-2611-013"))[0])
    assert "S-2611-014" not in said
    assert said.count("Draft") == 3  # facts, footer and slip
    assert "This replaces our statement S-2611-013." in said


def test_without_bank_details_the_rest_still_stands() -> None:
    paper = a_paper(business=a_card(bank=None))
    said = texts(pages_of(paper)[0])
    assert "How to pay" not in said
    assert "£3,427.30" in said


def test_euro_is_paid_by_iban_and_a_bank_code() -> None:
    paper = a_paper(many_items(3, "EUR"), currency="EUR", business=a_card(bank=EURO_BANK))
    said = texts(pages_of(paper)[0])
    assert "DE89 3704 0044 0532 0130 00" in said
    assert "Scan to pay with" in said
    assert "open items, in euros (EUR)" in said


@pytest.mark.parametrize(
    ("locale", "day", "total"),
    [("de_DE", "10.08.2026", "6.435,10 £"), ("fr_FR", "10 août 2026", "6 435,10 £GB")],
)
def test_figures_and_dates_follow_the_customers_locale(locale: str, day: str, total: str) -> None:
    said = texts(pages_of(a_paper(locale=locale))[0])
    assert day in said
    assert total in said


def test_the_same_paper_gives_the_same_bytes() -> None:
    paper = a_paper(many_items(20))
    first = draw_statement(paper).pdf
    draw_statement(a_paper())
    assert hashlib.sha256(draw_statement(paper).pdf).digest() == hashlib.sha256(first).digest()
    assert draw_statement(replace(paper, number="S-2")).pdf != first


def test_the_file_says_what_it_is_and_embeds_its_fonts() -> None:
    pdf = draw_statement(a_paper()).pdf
    reader = PdfReader(BytesIO(pdf))
    about = reader.metadata
    assert about is not None
    assert about.title == "Statement of account S-2611-014, Brindle Row Interiors Ltd"
    assert about.author == "Rookmere Joinery Supplies"
    assert about.creation_date == datetime(2026, 11, 23, tzinfo=UTC)
    catalogue: dict[str, object] = dict(reader.root_object)
    assert catalogue["/Lang"] == "en-GB"
    assert len(reader.outline) == 1
    fonts = fonts_of(pdf)
    assert len(fonts) == 2
    for name, font in fonts.items():
        assert "Liberation" in name
        assert font["/FontDescriptor"]["/FontFile2"].get_object().get_data()


def test_a_pale_accent_is_refused() -> None:
    with pytest.raises(ValueError, match="too pale"):
        BusinessCard("Rookmere", accent="#9ACD32")


HOSTILE = (
    "<b>&",
    '<img src="http://example.com/x.png"/>',
    '<a href="javascript:alert(1)">x</a>',
    "{} {0} {x} %s %(a)s",
    "a\x00b\x07c\x1b[31m\r\nd",
    "\u202egnp.exe\u202c \u2066x\u2069",
    "n" * 300,
    "name " * 60,
    "😀 日本語 שלום",
    "\ud800 \udfff",
    "(\\) \\n \\101 ) Tj ET",
    "   ",
    "",
    "e\u0301" * 50,
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_in_every_field_is_only_text(
    hostile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise AssertionError("a socket was opened")

    draw_statement(a_paper())  # libraries are loaded once, with whatever they themselves load
    monkeypatch.setattr(socket, "socket", refuse)
    pdf = draw_statement(_filled_with(hostile)).pdf
    reader = PdfReader(BytesIO(pdf))
    names = {name for entry in _dictionaries(reader) for name in entry}
    assert not {"/URI", "/A", "/AA", "/JS", "/Annots", "/XObject", "/OpenAction"} & names
    content = "".join(page.extract_text() for page in reader.pages)
    assert "Statement of account" in content
    assert "\u202e" not in content


def _dictionaries(reader: PdfReader) -> list[DictionaryObject]:
    objects = (reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1))
    return [entry for entry in objects if isinstance(entry, DictionaryObject)]


def _filled_with(text: str) -> StatementPaper:
    card = BusinessCard(
        name=text,
        trade=text,
        legal_line=text,
        bank=replace(EURO_BANK, account_name=text, iban=text, bic=text, sort_code=text),
        phone=text,
        email=text,
        tax_number=text,
        contact_person=text,
        postal_address=(text, text),
    )
    query = QueryNote(Money(100, "GBP"), text, AS_AT)
    items = [
        an_invoice(text, date(2026, 8, 10), 64260, order=text, query=query),
        a_receipt(text, AS_AT, 100),
    ]
    paper = a_paper(items, business=card, address=(text, text), replaces=text)
    paper = replace(paper, customer_name=text, account=text, contact=text)
    return replace(paper, number=text, locale=text)


def test_what_cannot_be_drawn_is_said_before_issue() -> None:
    paper = replace(a_paper(), contact="Zoë 😀 日", customer_name="שלום")
    found = {warning.concern: warning.text for warning in warnings(paper)}
    assert found[Concern.UNDRAWABLE] == "😀日"
    assert "שלום" in found[Concern.RIGHT_TO_LEFT]
    assert warnings(a_paper()) == ()


def test_what_is_shortened_or_too_long_is_said_before_issue() -> None:
    paper = a_paper(address=("x",) * 8, business=a_card(name="Timber and mouldings " * 10))
    concerns = {warning.concern for warning in warnings(paper)}
    assert {Concern.ADDRESS_TOO_LONG, Concern.SHORTENED} <= concerns


def test_an_address_abroad_ends_with_the_country_in_the_senders_language() -> None:
    abroad = replace(a_paper(locale="de_DE"), abroad="DE")
    assert abroad.window_lines[-1] == "GERMANY"
    assert "GERMANY" in texts(pages_of(abroad)[0])
    assert replace(abroad, abroad="").window_lines == abroad.address
