"""Window envelopes: what may show of a folded sheet, and where the address stands.

"Always" is visible wherever the sheet slides in its envelope, "ever" could be visible. Both
follow from envelope, window and folded sheet; nothing but the address may be inside "ever".

Source: mockups/paper.md section 3, which names where each measure comes from.
"""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from creditmate.i18n.countries import country_name

_TITLE_ABOVE_BASELINE = 4.15
"""Ink of the 16 pt title above its baseline, in mm."""


class Area(NamedTuple):
    """A rectangle in mm from the top left corner of the paper."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Window:
    """An envelope with its window, the folds that bring the sheet into it, and the address.

    All in mm. ``from_left`` and ``from_bottom`` place the window in the envelope; ``folds`` are
    measured from the top of the sheet, and without folds the sheet goes in whole.
    """

    envelope: tuple[float, float]
    window: tuple[float, float]
    from_left: float
    from_bottom: float
    folds: tuple[float, float] | None
    first_baseline: float
    pitch: float = 4.0
    most_lines: int = 7
    left: float = 24.0
    clearance: float = 2.0

    def _panel(self, paper: tuple[float, float]) -> tuple[float, float]:
        """Return the folded height, and how far down in it the top of the sheet lies."""
        if self.folds is None:
            return paper[1], 0.0
        first, second = self.folds
        folded = max(first, second - first, paper[1] - second)
        return folded, folded - first

    def _visible(self, paper: tuple[float, float], *, ever: bool) -> Area:
        wide, high = self.envelope
        folded, lowered = self._panel(paper)
        play_x, play_y = wide - paper[0], high - folded
        left, right = self.from_left, self.from_left + self.window[0]
        top = high - self.from_bottom - self.window[1] - lowered
        bottom = high - self.from_bottom - lowered
        if ever:
            return Area(left - play_x, top - play_y, right, bottom)
        return Area(left, top, right - play_x, bottom - play_y)

    def always(self, paper: tuple[float, float]) -> Area:
        """What of a sheet of this width and height shows wherever it slides."""
        return self._visible(paper, ever=False)

    def ever(self, paper: tuple[float, float]) -> Area:
        """What of a sheet of this width and height could show."""
        return self._visible(paper, ever=True)

    def title_baseline(self, paper: tuple[float, float]) -> float:
        """Where the title stands: 38 below the address, and never inside the window."""
        clear = self.ever(paper).bottom + _TITLE_ABOVE_BASELINE
        return max(self._usual_title(), math.ceil(clear * 2) / 2)

    def _usual_title(self) -> float:
        if self.first_baseline < 50:  # a window high on the sheet (DIN 5008 A)
            return 82.0
        return 104.0 if self.first_baseline > 69 else 100.0


class Preset(StrEnum):
    """Envelopes that CreditMate knows by name."""

    UK_DL = "uk_dl"
    UK_DL_THIRDS = "uk_dl_thirds"
    UK_C5_6 = "uk_c5_6"
    UK_C4 = "uk_c4"
    DIN_B = "din_b"
    DIN_B_C6_5 = "din_b_c6_5"
    DIN_A = "din_a"
    US_10 = "us_10"
    AU_DL = "au_dl"


_HALVES = (105.0, 210.0)
PRESETS = {
    Preset.UK_DL: Window((220, 110), (90, 35), 20, 18, _HALVES, 62.0),
    Preset.UK_DL_THIRDS: Window((220, 110), (90, 35), 20, 18, (99, 198), 62.0, most_lines=5),
    Preset.UK_C5_6: Window((229, 114), (90, 35), 20, 18, _HALVES, 66.0, most_lines=5),
    Preset.UK_C4: Window((229, 324), (90, 45), 20, 226, None, 58.0, most_lines=4),
    Preset.DIN_B: Window((220, 110), (90, 45), 20, 15, _HALVES, 66.0, 4.23, 6, 25.0),
    Preset.DIN_B_C6_5: Window((229, 114), (90, 45), 20, 15, _HALVES, 66.0, 4.23, 6, 25.0),
    Preset.DIN_A: Window((220, 110), (90, 45), 20, 15, (87, 192), 48.0, 4.23, 6, 25.0),
    Preset.US_10: Window(
        (241.3, 104.8), (114.3, 28.6), 22.2, 12.7, (98.4, 196.9), 69.3, 4.0, 4, 25.4, 3.2
    ),
    # Australia Post recommends at least 95 x 38; the user measures, this is where to start.
    Preset.AU_DL: Window((220, 110), (95, 38), 20, 18, _HALVES, 62.0),
}


def with_country(address: tuple[str, ...], abroad: str, locale: str) -> tuple[str, ...]:
    """Return an address as it shows in a window; abroad it ends with the country.

    Args:
        address: Its lines, the customer's name included.
        abroad: The country's code (ISO 3166); '' at home.
        locale: Of the sender, who says the country's name to the post of its own country.
    """
    return (*address, country_name(abroad, locale).upper()) if abroad else address
