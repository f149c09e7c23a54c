"""The agreement on a payment plan: what it says in the finished PDF, and where."""

from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest

from creditmate.documents.page import RIGHT, PageSize, page
from creditmate.documents.papers import Concern
from creditmate.documents.plan_agreement import draw_plan
from creditmate.documents.plan_paper import Party, PlanPaper
from creditmate.documents.window import PRESETS, Preset
from creditmate.domain.money import Money
from tests.documents.builders import EURO_BANK, a_card
from tests.documents.longer_words import in_longer_words
from tests.documents.plan_builders import ITEMS, PAPER, PARTS, owed, split
from tests.documents.reading import Drawn, drawn, find, on_line, pence, texts


def pages(paper: PlanPaper = PAPER) -> list[list[Drawn]]:
    made = draw_plan(paper).drawn
    found = drawn(made.pdf)
    assert len(found) == made.pages
    return found


def said(paper: PlanPaper = PAPER) -> str:
    return " ".join(text for one in pages(paper) for text in texts(one))


def many(items: int, parts: int) -> PlanPaper:
    """An agreement about so many items in so many instalments."""
    first = date(2026, 5, 1)
    found = tuple(
        owed(str(2000 + n), first + timedelta(days=n), 10_000 + n * 1337) for n in range(items)
    )
    minor = sum(item.amount.minor for item in found)
    return replace(PAPER, owed=found, parts=split(minor, parts), in_question=())


def test_the_one_of_the_picture_is_one_page_with_its_figures() -> None:
    (only,) = pages()
    found = " ".join(texts(only))
    for words in (
        "Payment plan agreement",
        "Ellen Rook trading as Rookmere Joinery Supplies",
        "registered number 00000000, Unit 6, Tannery Yard, Overmere OV3 8LN",
        "P-2612-003",
        "10 December 2026",
        "2118, part",
        "Receipt 0877, set against 2139",
        "You agree that you owe",
        "The 86.40 under query on invoice 2118 is not part of the plan.",
        "18 February 2027",
        "00-11-22",
        "40961738",
        "will add no interest or fixed sum",
        "has not reached us 7 days after its date, we will write to you",
        "still unpaid 7 days after that letter",
        "becomes payable at once",
        "You may pay earlier at any time",
        "For Brindle Row Interiors Ltd",
        "by a person who may sign for it",
        "Scan to copy these details",
        "Page 1 of 1",
    ):
        assert words in found
    assert texts(only).count("Signature") == 2


def test_the_sums_on_it_add_up() -> None:
    (only,) = pages()
    rows = [find(only, item.number) for item in ITEMS[:4]]
    amounts = [pence(on_line(only, row.baseline)[2].text) for row in rows]
    off = pence(on_line(only, find(only, "Receipt 0877").baseline)[1].text)
    assert (amounts, off) == ([55620, 78400, 45630, 193080], -30000)
    whole = [pence(one.text) for one in only if one.text.startswith("£")]
    assert whole == [342730, 342730]
    assert sum(amounts) + off == 342730
    first = [one.text for one in on_line(only, rows[0].baseline)]
    assert first[-2:] == ["1,142.43", "2,284.87"]


def test_every_column_of_money_ends_on_one_line() -> None:
    (only,) = pages()
    for texts_ in (("556.20", "1,930.80", "−300.00"), ("2,284.87", "1,142.44", "–")):
        rights = {round(max(one.right for one in only if one.text == text), 1) for text in texts_}
        assert len(rights) == 1


def test_what_is_agreed_must_be_what_is_owed() -> None:
    with pytest.raises(ValueError, match="do not add up"):
        replace(PAPER, parts=PARTS[:2])


def test_interest_that_runs_on_and_no_time_to_cure_are_said() -> None:
    found = said(replace(PAPER, interest_runs=True, cure_days=0))
    assert "Interest on them goes on as agreed before" in found
    assert "no interest" not in found
    assert "has not reached us by its date, we will write to you; the plan ends then" in found


def test_one_day_is_one_day() -> None:
    assert "1 day after its date" in said(replace(PAPER, cure_days=1))


def test_a_replaced_one_is_named_and_a_draft_has_no_number() -> None:
    assert "This replaces our agreement P-2611-001." in said(replace(PAPER, replaces="P-2611-001"))
    draft = said(replace(PAPER, number=""))
    assert "P-2612" not in draft
    assert "Draft" in draft


@pytest.mark.parametrize(("items", "parts"), [(9, 3), (8, 13), (28, 12), (60, 24)])
def test_more_stand_one_below_the_other_and_signatures_are_never_alone(
    items: int, parts: int
) -> None:
    paper = many(items, parts)
    found = pages(paper)
    assert find(found[0], "1  What is owed").left < 30
    second = next(one for one in found for text in one if text.text.startswith("2  How"))
    assert find(second, "2  How it is paid").left < 30
    last = texts(found[-1])
    assert last.index("d") < last.index("4  Signed")
    assert "c" in last
    numbers = [text for one in found for text in texts(one)]
    assert [n for n in numbers if n in {item.number for item in paper.owed}] == [
        item.number for item in paper.owed
    ]
    for number, one in enumerate(found):
        assert f"Page {number + 1} of {len(found)}" in texts(one)


@pytest.mark.parametrize(
    ("items", "parts", "size"),
    [(4, 3, PageSize.LETTER), (3, 9, PageSize.LETTER), (4, 6, PageSize.A4), (4, 12, PageSize.A4)],
)
def test_up_to_twelve_parts_of_few_items_are_one_page(
    items: int, parts: int, size: PageSize
) -> None:
    (only,) = pages(replace(many(items, parts), size=size))
    found = texts(only)
    assert "4  Signed" in found
    assert "00-11-22" in found
    assert find(only, "2  How it is paid").baseline == find(only, "1  What is owed").baseline


@pytest.mark.parametrize(("items", "parts"), [(4, 3), (4, 6), (3, 9)])
def test_on_letter_paper_in_its_own_envelope_it_is_one_page_too(items: int, parts: int) -> None:
    window, address = PRESETS[Preset.US_10], PAPER.address[:4]
    paper = replace(many(items, parts), size=PageSize.LETTER, window=window, address=address)
    (only,) = pages(paper)
    assert texts(only).count("Signature") == 2


@pytest.mark.parametrize(("items", "parts"), [(6, 6), (8, 12)])
def test_where_letter_paper_takes_two_pages_both_sign_below_what_they_agree(
    items: int, parts: int
) -> None:
    window, address = PRESETS[Preset.US_10], PAPER.address[:4]
    paper = replace(many(items, parts), size=PageSize.LETTER, window=window, address=address)
    first, second = (texts(one) for one in pages(paper))
    assert "3  What we both agree" in first
    assert "00-11-22" in first
    assert second.index("c") < second.index("d") < second.index("4  Signed")


def test_few_stand_side_by_side() -> None:
    (only,) = pages()
    assert find(only, "2  How it is paid").baseline == find(only, "1  What is owed").baseline


def test_nothing_is_threatened_and_no_advice_is_given() -> None:
    found = said().casefold()
    for words in ("demand", "legal", "failure", "immediately", "enforce", "advice", "court"):
        assert words not in found


def test_somebody_who_signs_for_nobody_else_has_no_position() -> None:
    person = Party("Ada Thorne", address="3 Ford Lane, Overmere", is_firm=False)
    (only,) = pages(replace(PAPER, them=person))
    assert texts(only).count("Position") == 1
    assert "Ada Thorne" in texts(only)
    assert "For Ada Thorne" not in texts(only)


def test_a_euro_plan_has_the_code_that_banks_read_with_the_first_instalment() -> None:
    parts = tuple(replace(part, amount=Money(part.amount.minor, "EUR")) for part in PARTS)
    items = tuple(replace(item, amount=Money(item.amount.minor, "EUR")) for item in ITEMS)
    paper = replace(PAPER, owed=items, parts=parts, in_question=(), business=a_card(bank=EURO_BANK))
    found = said(paper)
    assert "DE89 3704 0044 0532 0130 00" in found
    assert "Scan to pay with your bank's app" in found
    assert "For the first instalment" in found


def test_without_a_bank_there_is_still_a_reference() -> None:
    found = said(replace(PAPER, business=a_card(bank=None), reference="BRIN01 PLAN"))
    assert "BRIN01 PLAN" in found
    assert "Scan" not in found


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("wordy", [False, True])
@pytest.mark.parametrize("count", [5, 20])
def test_nothing_leaves_the_page_nor_is_lost_in_longer_words(
    size: PageSize, wordy: bool, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if wordy:
        in_longer_words(monkeypatch)
    window = PRESETS[Preset.US_10 if size is PageSize.LETTER else Preset.UK_DL]
    paper = replace(many(count, 3), size=size, window=window, address=PAPER.address[:4])
    checked = draw_plan(paper)
    form = page(size)
    for one in drawn(checked.drawn.pdf):
        assert max(item.right for item in one) <= RIGHT + form.shift + 0.1
        assert max(item.baseline for item in one) <= form.footer_baseline + 0.1
    assert [w for w in checked.warnings if w.concern is not Concern.ADDRESS_TOO_LONG] == []


def test_the_address_alone_shows_in_the_window() -> None:
    (only,) = pages()
    area = PRESETS[Preset.UK_DL].ever((210.0, 297.0))
    inside = [
        item.text for item in only
        if item.right > area.left and item.left < area.right
        and item.bottom > area.top and item.top < area.bottom
    ]  # fmt: skip
    assert tuple(inside) == PAPER.address


def test_the_same_agreement_gives_the_same_bytes() -> None:
    assert draw_plan(PAPER) == draw_plan(PAPER)
    with pypdfium2.PdfDocument(draw_plan(PAPER).drawn.pdf) as document:
        assert document.get_metadata_value("Title") == (
            "Payment plan agreement P-2612-003, Brindle Row Interiors Ltd"
        )
