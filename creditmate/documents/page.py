"""The sheet: page sizes, inks, rules and type sizes (mockups/paper.md, sections 2 and 4).

Lengths are millimetres from the top left corner, baselines included; type sizes are points.
"""

from dataclasses import dataclass
from enum import StrEnum

POINTS_PER_MM = 72 / 25.4

Ink = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""


def ink(colour: str) -> Ink:
    """Return the ink of ``#RRGGBB``.

    Raises:
        ValueError: ``colour`` is not of that form.
    """
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(colour)
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255


TEXT = ink("#1A1A1A")
MUTED = ink("#555555")
ROW_RULE_INK = ink("#B4B4B4")
WHITE = ink("#FFFFFF")
BLACK = ink("#000000")
AGEING_RAMP = (WHITE, ink("#D9D9D9"), ink("#A8A8A8"), ink("#6E6E6E"), TEXT)
"""Not due, 1-30, 31-60, 61-90, over 90: still apart on a grey printer."""

ROW_RULE, TABLE_RULE, TOTAL_RULE = 0.2, 0.75, 1.2
"""Widths of rules, in points."""
FRAME_RULE, BOX_RULE, MARK_RULE = 0.3, 0.6, 0.3

LEAST_CONTRAST = 7.0
"""The accent colour must stand out from white paper at least this much."""


def contrast_with_paper(colour: str) -> float:
    """Return the contrast ratio of ``#RRGGBB`` against white, from 1 to 21.

    Source: WCAG 2.2, relative luminance and contrast ratio.
    """
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in ink(colour)
    ]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)


class PageSize(StrEnum):
    """The papers that documents are laid out for."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Page:
    """Measures of a page; the text box is 170 wide on both papers.

    ``shift`` is added to every x that is given on the A4 grid.
    """

    width: float
    height: float
    shift: float
    body_bottom: float
    footer_rule: float
    footer_baseline: float
    last_row: float
    facts_labels: float
    facts_values: float


LEFT, RIGHT = 24.0, 194.0
"""The text box, on the A4 grid."""

_PAGES = {
    PageSize.A4: Page(210.0, 297.0, 0.0, 280.0, 282.5, 287.0, 262.0, 125.5, 154.5),
    # Facts stand in column 9 of the Letter page (x 141.4, labels 18 wide), here less the shift.
    PageSize.LETTER: Page(215.9, 279.4, 1.4, 262.0, 264.9, 269.4, 244.0, 140.0, 158.0),
}


def page(size: PageSize) -> Page:
    """Return the measures of a paper."""
    return _PAGES[size]
