"""What a finished PDF says and where: characters by line, in mm from the top left."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pdfplumber
from pypdf import PdfReader

from creditmate.documents.papers import StatementPaper
from creditmate.documents.statement import draw_statement

MM = 25.4 / 72


@dataclass(frozen=True)
class Drawn:
    """One run of characters on one baseline, from one drawing call."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str

    @property
    def top(self) -> float:
        return self.baseline - 0.74 * self.size * MM

    @property
    def bottom(self) -> float:
        return self.baseline + 0.212 * self.size * MM


def drawn(pdf: bytes) -> list[list[Drawn]]:
    """Return the strings of each page in drawing order."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        return [_strings(page.chars, float(page.height)) for page in document.pages]


def pages_of(paper: StatementPaper) -> list[list[Drawn]]:
    return drawn(draw_statement(paper).pdf)


def _strings(chars: Iterable[dict[str, object]], height: float) -> list[Drawn]:
    found: list[Drawn] = []
    key: object = None
    for char in chars:
        matrix = char["matrix"]
        assert isinstance(matrix, tuple)
        baseline = (height - float(matrix[5])) * MM
        left, right = float(str(char["x0"])) * MM, float(str(char["x1"])) * MM
        size, font = float(str(char["size"])), str(char["fontname"])
        now = (round(baseline, 3), size, font)
        if found and key == now and abs(left - found[-1].right) < 0.01:
            last = found.pop()
            found.append(
                Drawn(last.text + str(char["text"]), last.left, right, baseline, size, font)
            )
        else:
            found.append(Drawn(str(char["text"]), left, right, baseline, size, font))
        key = now
    return found


def fonts_of(pdf: bytes) -> dict[str, Any]:
    """Return the font dictionaries of a PDF by name."""
    pages: list[Any] = list(PdfReader(BytesIO(pdf)).pages)
    found = [ref.get_object() for page in pages for ref in page["/Resources"]["/Font"].values()]
    return {font["/BaseFont"]: font for font in found}


def texts(page: list[Drawn]) -> list[str]:
    return [item.text.replace("\u00a0", " ") for item in page]


def pence(text: str) -> int:
    """Read an amount of two decimals as British paper writes it; a dash is nothing."""
    if text == "–":
        return 0
    digits = text.replace(",", "").replace(".", "").replace("£", "")
    return -int(digits[1:]) if digits[0] == "−" else int(digits)


def find(page: list[Drawn], text: str) -> Drawn:
    """Return the first string that begins with ``text``."""
    return next(i for i in page if i.text.replace("\u00a0", " ").startswith(text))


def on_line(page: list[Drawn], baseline: float) -> list[Drawn]:
    return [item for item in page if abs(item.baseline - baseline) < 0.05]
