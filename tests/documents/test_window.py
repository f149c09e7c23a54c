"""Windows: the rectangles of mockups/paper.md section 3, and addresses inside them."""

import pytest

from creditmate.documents.address import AddressBlock
from creditmate.documents.fonts import CAP_HEIGHT, width
from creditmate.documents.page import POINTS_PER_MM, PageSize, page
from creditmate.documents.window import PRESETS, Preset

A4 = (210.0, 297.0)
LETTER = (215.9, 279.4)
DESCENT = 0.212  # ems below the baseline, from the font
TABLE = {
    Preset.UK_DL: ((20, 57, 100, 87), (10, 52, 110, 92)),
    Preset.UK_DL_THIRDS: ((20, 57, 100, 81), (10, 46, 110, 92)),
    Preset.UK_C5_6: ((20, 61, 91, 87), (1, 52, 110, 96)),
    Preset.UK_C4: ((20, 53, 91, 71), (1, 26, 110, 98)),
    Preset.DIN_B: ((20, 50, 100, 90), (10, 45, 110, 95)),
    Preset.DIN_B_C6_5: ((20, 54, 91, 90), (1, 45, 110, 99)),
    Preset.DIN_A: ((20, 32, 100, 72), (10, 27, 110, 77)),
    Preset.US_10: ((22.2, 63.5, 111.1, 85.7), (-3.2, 57.1, 136.5, 92.1)),
}


def paper_of(preset: Preset) -> tuple[float, float]:
    return LETTER if preset is Preset.US_10 else A4


@pytest.mark.parametrize("preset", TABLE)
def test_always_and_ever_are_those_of_the_table(preset: Preset) -> None:
    window, paper = PRESETS[preset], paper_of(preset)
    always, ever = TABLE[preset]
    assert window.always(paper) == pytest.approx(always, abs=0.11)
    assert window.ever(paper) == pytest.approx(ever, abs=0.11)


@pytest.mark.parametrize("preset", Preset)
def test_the_most_lines_stay_in_the_window(preset: Preset) -> None:
    """The C4 window shows four lines with 0.3 to spare, as its row in the table says."""
    window, paper = PRESETS[preset], paper_of(preset)
    spare = 0.0 if preset is Preset.UK_C4 else window.clearance
    always = window.always(paper)
    for count in range(1, window.most_lines + 1):
        lines = tuple(f"Line {n} {'m' * 15}" for n in range(count))
        block = AddressBlock(lines, window, paper)
        assert len(block.lines) == count
        em = block.style.size / POINTS_PER_MM
        last = window.first_baseline + (count - 1) * block.pitch
        assert window.first_baseline - CAP_HEIGHT * em >= always.top + spare
        assert last + DESCENT * em <= always.bottom - spare
        for indent, text in block.lines:
            assert window.left >= always.left + window.clearance
            end = window.left + indent + width(text, block.style)
            assert end <= always.right - window.clearance


def test_a_long_line_is_hung_not_cut() -> None:
    line = "The Northern Counties Timber, Mouldings and Builders' Merchants (Holdings) Limited"
    block = AddressBlock((line, "Overmere"), PRESETS[Preset.UK_DL], A4)
    assert [indent for indent, _ in block.lines] == [0.0, 2.0, 0.0]
    assert " ".join(text for _, text in block.lines[:2]) == line


def test_six_lines_are_set_smaller_and_eight_are_too_many() -> None:
    window = PRESETS[Preset.UK_DL]
    assert AddressBlock(("x",) * 5, window, A4).style.size == 9.5
    assert (AddressBlock(("x",) * 6, window, A4).style.size, 3.7) == (9, 3.7)
    assert not AddressBlock(("x",) * 7, window, A4).too_long
    assert AddressBlock(("x",) * 8, window, A4).too_long


def test_both_papers_have_a_text_box_of_170() -> None:
    letter = page(PageSize.LETTER)
    assert letter.width - 20.5 - 25.4 == pytest.approx(170.0)
    assert 24.0 + letter.shift == pytest.approx(25.4)
