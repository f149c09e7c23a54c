"""Whether a text fits, told without shaping it: most do, and shaping costs more than drawing."""

from functools import lru_cache
from math import inf

from PySide6.QtGui import QFont, QFontMetricsF

_SLACK = 9 / 8
"""Letters beside one another take at most this much more room than each by itself: pairs stand
apart, and some signs change by what stands beside them (``2x3``, ``12:30``)."""
_SIMPLE = (range(0x20, 0x250), range(0x2000, 0x2070), range(0x20A0, 0x20D0))
"""Latin letters, punctuation and signs of currencies: nothing here joins or stacks."""
_FONTS = 64  # every style at a few text sizes


class _Letters(dict[str, float]):
    """How wide letters of a font are, each by itself; endless for what has to be shaped."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._metrics = QFontMetricsF(font)

    def __missing__(self, letter: str) -> float:
        """Measure a letter when it is first met."""
        simple = any(ord(letter) in block for block in _SIMPLE)
        width = self[letter] = self._metrics.horizontalAdvance(letter) if simple else inf
        return width


@lru_cache(maxsize=_FONTS)
def _letters(font: QFont) -> _Letters:
    return _Letters(font)


def surely_fits(text: str, font: QFont, room: int) -> bool:
    """Return whether a line of text fits into ``room`` pixels.

    Quick, and on the safe side: where it says no, the text has to be measured.
    """
    return sum(map(_letters(font).__getitem__, text)) * _SLACK <= room
