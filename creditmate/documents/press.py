"""Prints sheets to a PDF with reportlab's canvas.

Only this, ``form_press``, ``primed_font`` and ``embedded_picture`` know reportlab.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Protocol

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from creditmate.documents.embedded_picture import embedded
from creditmate.documents.fonts import Face, font
from creditmate.documents.page import BLACK, POINTS_PER_MM, Ink, Page
from creditmate.documents.papers import BusinessCard
from creditmate.documents.sheet import Box, Code, Line, Mark, Picture, Sheet, Text
from creditmate.documents.text import clean

rl_config.useA85 = 0
"""reportlab's own switch: streams as bytes, not as text; quicker and a fifth smaller."""


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself."""

    title: str
    author: str
    language: str
    day: date


class Titled(Protocol):
    """A paper of ours: whose it is, and in which language."""

    @property
    def business(self) -> BusinessCard:
        """Whose letterhead it has."""

    @property
    def locale(self) -> str:
        """In which it is written."""


def about_of(paper: Titled, title: str, day: date) -> About:
    """Return what a paper's file says of itself, under a title and a day."""
    return About(title, paper.business.name, paper.locale.replace("_", "-"), day)


class Extra(Protocol):
    """Adds what is not drawn to a PDF that is being printed."""

    def add_to_page(self, canvas: Canvas, number: int) -> None:
        """Add to the page being printed, counted from 0."""

    def finish(self, canvas: Canvas) -> None:
        """Add to the document, all pages of which are there."""


def print_sheets(
    sheets: Sequence[Sheet],
    page: Page,
    about: About,
    extra: "Extra | None" = None,
) -> bytes:
    """Return the PDF of ``sheets``; the same sheets give the same bytes.

    Args:
        sheets: The pages.
        page: Their measures.
        about: What the file says of itself.
        extra: Adds what is not drawn: the fields of a form.
    """
    target = BytesIO()
    canvas = Canvas(
        target,
        pagesize=(page.width * POINTS_PER_MM, page.height * POINTS_PER_MM),
        invariant=1,
        pageCompression=1,
        initialFontName=font(Face.REGULAR).fontName,  # else Helvetica is named, not embedded
        lang=clean(about.language),
    )
    canvas.setTitle(clean(about.title))
    canvas.setAuthor(clean(about.author))
    canvas.setCreator("CreditMate")
    canvas.setDateFormatter(lambda *_: f"D:{about.day:%Y%m%d}000000Z")
    canvas.bookmarkPage("start")
    canvas.addOutlineEntry(clean(about.title), "start")
    printer = _Printer(canvas, page.height)
    for place, sheet in enumerate(sheets):
        canvas.addLiteral(printer.operators(sheet))
        if extra is not None:
            extra.add_to_page(canvas, place)
        canvas.showPage()
    if extra is not None:
        extra.finish(canvas)
    canvas.save()
    return target.getvalue()


class _Printer:
    """Turns marks into PDF operators, changing ink, width and font only when they change."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        self._canvas = canvas
        self._document = canvas._doc  # noqa: SLF001 - the fonts keep their subsets per document
        self._top = height * POINTS_PER_MM
        self._names: dict[Face, str] = {}
        self._draw: dict[type, Callable[[Mark], None]] = {
            Text: self._text,  # type: ignore[dict-item]  # each is called with its own kind only
            Line: self._line,  # type: ignore[dict-item]
            Box: self._box,  # type: ignore[dict-item]
            Code: self._code,  # type: ignore[dict-item]
            Picture: self._picture,  # type: ignore[dict-item]
        }

    def operators(self, sheet: Sheet) -> str:
        """Return one page's content."""
        self._out: list[str] = []
        self._fill: Ink | None = None
        self._stroke: Ink | None = None
        self._line_width = 0.0
        self._setting: object = None
        for mark in sheet.marks:
            self._draw[type(mark)](mark)
        return "\n".join(self._out)

    def _text(self, mark: Text) -> None:
        face, size = mark.style
        name = self._names.get(face)
        if name is None:
            name = self._names[face] = font(face).begin(self._document)
        if mark.ink != self._fill:
            self._set_fill(mark.ink)
        tf = ""
        if mark.style != self._setting:
            self._setting = mark.style
            tf = f"{name} {size:g} Tf "
        shown = font(face).shown(mark.text, self._document, name, f"{size:g}")
        x, y = mark.x * POINTS_PER_MM, self._top - mark.y * POINTS_PER_MM
        self._out.append(f"BT {tf}1 0 0 1 {x:.3f} {y:.3f} Tm {shown} ET")

    def _line(self, mark: Line) -> None:
        self._set_stroke(mark.ink, mark.width)
        y1, y2 = self._top - mark.y1 * POINTS_PER_MM, self._top - mark.y2 * POINTS_PER_MM
        path = (
            f"{mark.x1 * POINTS_PER_MM:.3f} {y1:.3f} m {mark.x2 * POINTS_PER_MM:.3f} {y2:.3f} l S"
        )
        if mark.dash:
            path = f"[{mark.dash[0]:g} {mark.dash[1]:g}] 0 d {path} [] 0 d"
        self._out.append(path)

    def _box(self, mark: Box) -> None:
        paint = "S"
        if mark.fill is not None:
            self._set_fill(mark.fill)
            paint = "B" if mark.line else "f"
        if mark.line:
            self._set_stroke(mark.ink, mark.line)
        left, top = mark.x * POINTS_PER_MM, self._top - mark.y * POINTS_PER_MM
        wide, high = mark.width * POINTS_PER_MM, -mark.height * POINTS_PER_MM
        self._out.append(f"{left:.3f} {top:.3f} {wide:.3f} {high:.3f} re {paint}")

    def _code(self, mark: Code) -> None:
        self._set_fill(BLACK)
        module = mark.size * POINTS_PER_MM / len(mark.rows)
        left, top = mark.x * POINTS_PER_MM, self._top - mark.y * POINTS_PER_MM
        # In units of a module, downwards, so that the squares are whole numbers and meet exactly.
        runs = " ".join(
            f"{start} {row} {length} 1 re"
            for row, dark in enumerate(mark.rows)
            for start, length in dark
        )
        self._out.append(f"q {module:.5f} 0 0 -{module:.5f} {left:.3f} {top:.3f} cm {runs} f Q")

    def _picture(self, mark: Picture) -> None:
        name = embedded(self._canvas, mark.png)
        wide, high = mark.width * POINTS_PER_MM, mark.height * POINTS_PER_MM
        left, below = mark.x * POINTS_PER_MM, self._top - mark.y * POINTS_PER_MM - high
        self._out.append(f"q {wide:.3f} 0 0 {high:.3f} {left:.3f} {below:.3f} cm /{name} Do Q")

    def _set_fill(self, ink: Ink) -> None:
        if ink != self._fill:
            self._fill = ink
            self._out.append(_colour(ink, "rg"))

    def _set_stroke(self, ink: Ink, width: float) -> None:
        if ink != self._stroke:
            self._stroke = ink
            self._out.append(_colour(ink, "RG"))
        if width != self._line_width:
            self._line_width = width
            self._out.append(f"{width:g} w")


def _colour(ink: Ink, operator: str) -> str:
    red, green, blue = ink
    return f"{red:.4g} {green:.4g} {blue:.4g} {operator}"
