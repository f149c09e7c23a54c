"""The customer's address in the window of the envelope (mockups/paper.md section 3)."""

from creditmate.documents.fonts import ADDRESS, BODY, Style
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import shortened, wrap
from creditmate.documents.window import Window

TIGHT_PITCH = 3.7
HANG = 2.0
_LAST_BASELINE = 95.5
"""Below it the title would be overprinted; a long way below every window."""


class AddressBlock:
    """An address broken into lines: 9.5 pt as long as it fits, then 9 pt, never smaller."""

    def __init__(
        self, address: tuple[str, ...], window: Window, paper: tuple[float, float]
    ) -> None:
        self._window = window
        room = window.always(paper).right - window.clearance - window.left
        usual = 6 if window.pitch > 4.0 else 5
        self.style, self.pitch = ADDRESS, window.pitch
        self.lines = _lines(address, self.style, room)
        if len(self.lines) > usual:
            self.style, self.pitch = BODY, TIGHT_PITCH
            self.lines = _lines(address, self.style, room)
        self._room = room

    @property
    def too_long(self) -> bool:
        """Whether some line may not show, so that the user must merge lines first."""
        return len(self.lines) > self._window.most_lines

    def draw(self, sheet: Sheet) -> None:
        """Draw the lines from the window's first baseline down."""
        first = self._window.first_baseline
        most = int((self._title_limit() - first) / self.pitch) + 1
        lines = self.lines[:most]
        if len(self.lines) > most:  # far beyond any window, and the user has been told
            rest = " ".join(text for _, text in self.lines[most - 1 :])
            sheet.shortened.append(rest)
            lines[-1] = (lines[-1][0], shortened(rest, self.style, self._room - HANG))
        x = self._window.left - sheet.shift  # the window is measured on the paper, not the grid
        for number, (indent, text) in enumerate(lines):
            sheet.text(x + indent, first + number * self.pitch, text, self.style)

    def _title_limit(self) -> float:
        return _LAST_BASELINE - (18.0 if self._window.first_baseline < 50 else 0.0)


def _lines(address: tuple[str, ...], style: Style, room: float) -> list[tuple[float, str]]:
    """Wrap each line; what runs over is indented so that it reads as one line."""
    found: list[tuple[float, str]] = []
    for line in address:
        first, *rest = wrap(line, style, room, hang=HANG) or [""]
        if first:
            found.append((0.0, first))
            found.extend((HANG, more) for more in rest)
    return found
