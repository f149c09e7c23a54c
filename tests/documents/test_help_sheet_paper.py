"""The help sheet: one calm page with names and numbers, and no word of what anybody owes."""

from dataclasses import replace
from datetime import date

import pytest

from creditmate.documents.help_sheet_paper import HelpSheetPaper, draw_help_sheet
from creditmate.documents.page import RIGHT, PageSize, page
from creditmate.documents.papers import Concern
from creditmate.documents.window import PRESETS, Preset
from creditmate.domain.help_sheets import SHIPPED
from tests.documents.builders import a_card
from tests.documents.longer_words import in_longer_words
from tests.documents.reading import Drawn, drawn, find, on_line, texts

SHEET = SHIPPED["GB"]
PAPER = HelpSheetPaper(
    business=a_card(),
    number="H-2611-001",
    day=date(2026, 11, 23),
    title=SHEET.title,
    wording=SHEET.wording,
    customer_name="Brindle Row Interiors Ltd",
    address=("Brindle Row Interiors Ltd", "Unit 6, Tannery Yard", "Overmere", "OV3 8LN"),
)


def only(paper: HelpSheetPaper = PAPER) -> list[Drawn]:
    (found,) = drawn(draw_help_sheet(paper).drawn.pdf)
    return found


@pytest.mark.parametrize("country", SHIPPED)
def test_every_sheet_that_is_shipped_is_one_page_with_all_its_lines(country: str) -> None:
    sheet = SHIPPED[country]
    found = " ".join(texts(only(replace(PAPER, title=sheet.title, wording=sheet.wording))))
    for line in sheet.wording.splitlines():
        assert line in found


def test_where_to_turn_to_stands_out_and_so_do_we() -> None:
    found = only()
    number = find(found, "0800 197 6026, www.businessdebtline.org")
    assert "Bold" in number.font
    assert find(found, "Business Debtline").baseline < number.baseline
    reach = find(found, "Ellen Rook   01632 960 144   accounts@rookmere.example")
    assert reach.baseline > number.baseline
    assert find(found, "You can always talk to us as well:").size == 10


def test_it_says_nothing_of_an_account() -> None:
    found = " ".join(texts(only())).casefold()
    for words in ("account brin", "£", "overdue", "invoice", "owe", "balance", "payment plan"):
        assert words not in found


@pytest.mark.parametrize("preset", [Preset.UK_DL, Preset.DIN_B, Preset.US_10])
def test_through_the_window_only_the_address_shows(preset: Preset) -> None:
    size = PageSize.LETTER if preset is Preset.US_10 else PageSize.A4
    form, window = page(size), PRESETS[preset]
    found = only(replace(PAPER, window=window, size=size, address=PAPER.address[:4]))
    area = window.ever((form.width, form.height))
    inside = [
        item.text for item in found
        if item.right > area.left and item.left < area.right
        and item.bottom > area.top and item.top < area.bottom
    ]  # fmt: skip
    assert tuple(inside) == PAPER.address[:4]


def test_one_to_be_handed_over_has_nobodys_name() -> None:
    found = " ".join(texts(only(replace(PAPER, number="", address=(), customer_name=""))))
    assert "Brindle Row" not in found
    assert SHEET.title in found


def test_a_long_one_goes_on_and_none_of_it_is_lost() -> None:
    wording = "\n\n".join(f"Service {n} helps.\n0800 000 {n:03}" for n in range(40))
    found = drawn(draw_help_sheet(replace(PAPER, wording=wording)).drawn.pdf)
    assert len(found) == 3
    said = [text for one in found for text in texts(one)]
    assert [text for text in said if text.startswith("0800")] == [
        f"0800 000 {n:03}" for n in range(40)
    ]
    for one in found:  # who and where are never parted
        for item in one:
            if item.text.startswith("Service"):
                assert on_line(one, item.baseline + 5.0)


@pytest.mark.parametrize("size", PageSize)
def test_nothing_leaves_the_page_in_longer_words(
    size: PageSize, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_longer_words(monkeypatch)
    found = only(replace(PAPER, size=size))
    form = page(size)
    assert max(item.right for item in found) <= RIGHT + form.shift + 0.1
    assert max(item.baseline for item in found) <= form.footer_baseline + 0.1


def test_an_address_that_is_too_long_is_told() -> None:
    long = replace(PAPER, address=tuple(f"Line {n}" for n in range(9)))
    assert [one.concern for one in draw_help_sheet(long).warnings] == [Concern.ADDRESS_TOO_LONG]
    assert draw_help_sheet(PAPER).warnings == ()
