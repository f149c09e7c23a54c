"""Where things stand on the finished PDF, measured from its characters."""

from dataclasses import replace
from gettext import NullTranslations

import pytest

from creditmate.documents import voice
from creditmate.documents.page import PageSize
from creditmate.documents.papers import StatementPaper
from creditmate.documents.statement import draw_statement
from creditmate.documents.window import PRESETS, Preset
from creditmate.i18n import labels
from tests.documents.builders import AS_AT, a_card, a_paper, an_invoice, many_items, mockup_items
from tests.documents.reading import Drawn, drawn, find, pages_of, texts

FOUR_LINES = ("Brindle Row Interiors Ltd", "Unit 6, Tannery Yard", "Overmere", "OV3 8LN")
LONG_NAME = "The Northern Counties Timber, Mouldings and Builders' Merchants (Holdings) Ltd"


def variations() -> dict[str, StatementPaper]:
    big = [
        an_invoice("INV-2026-000123456", AS_AT, 12345678900, order="PO/2026/NW/000123456-B"),
        an_invoice("2", AS_AT, 98765432199),
    ]
    return {
        "mockup": a_paper(),
        "short": a_paper(many_items(2)),
        "long": a_paper(many_items(60)),
        "big": a_paper(big),
        "long name": replace(
            a_paper(business=a_card(name=LONG_NAME, legal=LONG_NAME * 3)), customer_name=LONG_NAME
        ),
        "german": a_paper(locale="de_DE", preset=Preset.DIN_B),
        "replaced draft": a_paper(draft=True, replaces="S-2611-013"),
    }


@pytest.mark.parametrize("preset", Preset)
def test_only_the_address_can_show_in_the_window(preset: Preset) -> None:
    size = PageSize.LETTER if preset is Preset.US_10 else PageSize.A4
    paper = a_paper(many_items(3), preset=preset, size=size, address=FOUR_LINES)
    paper = replace(paper, business=a_card(name=LONG_NAME))
    window = PRESETS[preset]
    measures = (215.9, 279.4) if preset is Preset.US_10 else (210.0, 297.0)
    always, ever = window.always(measures), window.ever(measures)
    spare = 0.25 if preset is Preset.UK_C4 else window.clearance
    seen = 0
    for item in pages_of(paper)[0]:
        if item.text in FOUR_LINES and item.baseline < 100:
            seen += 1
            assert item.left >= always.left + window.clearance
            assert item.right <= always.right - window.clearance
            assert item.top >= always.top + spare
            assert item.bottom <= always.bottom - spare
        else:
            apart = (
                item.right <= ever.left
                or item.left >= ever.right
                or item.bottom <= ever.top
                or item.top >= ever.bottom
            )
            assert apart, item
    assert seen == len(FOUR_LINES)


@pytest.mark.parametrize("name", variations())
def test_no_text_leaves_the_text_box_or_is_too_small(name: str) -> None:
    for page in pages_of(variations()[name]):
        assert_inside(page)


def assert_inside(page: list[Drawn]) -> None:
    for item in page:
        if item.text.strip() and not item.text.startswith("Fold, then cut here"):
            assert item.left >= 24 - 0.01, item
            assert item.right <= 194 + 0.01, item
        assert item.size >= 7 - 0.001
        assert 5 < item.top < item.bottom < 292


@pytest.mark.parametrize("name", variations())
def test_no_two_strings_overlap(name: str) -> None:
    """Bodies are compared from a little above the baseline to the x-height: what would collide."""
    for page in pages_of(variations()[name]):
        assert_apart(page)


def assert_apart(page: list[Drawn]) -> None:
    items = [item for item in page if item.text.strip()]
    for number, one in enumerate(items):
        for other in items[number + 1 :]:
            if one.right <= other.left + 0.01 or other.right <= one.left + 0.01:
                continue
            low, high = sorted((one, other), key=lambda item: item.baseline)
            assert high.baseline - low.baseline > 0.5 * high.size * 0.3528, (one, other)


def test_money_columns_share_one_right_edge() -> None:
    page = pages_of(a_paper())[0]
    for head, first, last in (
        ("Balance", 112, 157),
        ("Original", 112, 150),
        ("credited", 112, 150),
    ):
        edge = find(page, head).right
        column = [i for i in page if first < i.baseline < last and abs(i.right - edge) < 1]
        assert len(column) >= 1
        assert all(abs(item.right - edge) < 0.01 * 25.4 / 72 for item in column)


@pytest.mark.parametrize(
    ("text", "left", "baseline"),
    [
        ("Rookmere Joinery Supplies", 38.5, 20.0),
        ("Brindle Row Interiors Ltd", 24.0, 62.0),
        ("OV3 8LN", 24.0, 78.0),
        ("Statement", 125.5, 62.0),
        ("S-2611-014", 154.5, 62.0),
        ("Statement of account", 24.0, 100.0),
        ("Date paid", 24.0, 256.5),
        ("Remittance slip", 24.0, 219.0),
        ("Ellen Rook trading", 24.0, 206.2),
        ("Please pay now", 28.0, 181.5),
    ],
)
def test_things_stand_where_the_picture_has_them(text: str, left: float, baseline: float) -> None:
    item = next(
        i
        for i in pages_of(a_paper())[0]
        if i.text.startswith(text) and abs(i.baseline - baseline) < 0.5
    )
    assert item.left == pytest.approx(left, abs=0.05)
    assert item.baseline == pytest.approx(baseline, abs=0.3)


def test_letter_shifts_the_text_box_not_the_window() -> None:
    paper = a_paper(many_items(2), size=PageSize.LETTER, preset=Preset.US_10, address=FOUR_LINES)
    page = pages_of(paper)[0]
    assert find(page, "Brindle Row").left == pytest.approx(25.4, abs=0.02)
    assert find(page, "Statement of account").left == pytest.approx(25.4, abs=0.02)
    assert find(page, "Statement of account").baseline == pytest.approx(104.0, abs=0.01)
    assert max(i.right for i in page if i.text != "Fold, then cut here") <= 195.41
    assert "Remittance slip" in texts(page)


def test_heads_of_later_pages_stand_on_the_grid() -> None:
    page = drawn(draw_statement(a_paper(many_items(60))).pdf)[1]
    assert find(page, "Rookmere").baseline == pytest.approx(20.0, abs=0.01)
    assert find(page, "Brindle").baseline == pytest.approx(29.5, abs=0.01)
    assert find(page, "Brought forward from page 1").baseline == pytest.approx(49.0, abs=0.01)
    assert find(page, "Page 2 of 3").right == pytest.approx(194.0, abs=0.01)


class LongerWords(NullTranslations):
    """A language whose every phrase is two fifths longer than the English one."""

    def gettext(self, message: str) -> str:
        return message + "x" * round(0.4 * min(len(message), 12)) + (" mmmm" * (len(message) // 16))


@pytest.mark.parametrize("count", [2, 7, 60])
def test_labels_two_fifths_longer_still_fit(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice, "words", lambda _language: LongerWords())
    monkeypatch.setattr(labels, "words", lambda _language: LongerWords())
    items = [*many_items(count), *mockup_items()[:1], *mockup_items()[6:]]
    for page in pages_of(a_paper(items)):
        assert_apart(page)
        assert_inside(page)
