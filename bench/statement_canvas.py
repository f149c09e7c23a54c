"""The reference for a statement's cost: the same page on a bare reportlab canvas in Helvetica.

``draw(paper)`` draws the strings, lines and boxes of the real page at their places with the
canvas's own calls, knows no layout, and embeds no font. ``python -m bench.statement_canvas``
prints CPU time of both, interleaved, and the ratio.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from creditmate.documents.fonts import Face
from creditmate.documents.page import POINTS_PER_MM, page
from creditmate.documents.papers import StatementPaper
from creditmate.documents.sheet import Box, Code, Line, Mark, Text
from creditmate.documents.statement import draw_statement, lay_out
from tests.documents.builders import a_card, a_paper, an_invoice

_FONTS = {Face.REGULAR: "Helvetica", Face.BOLD: "Helvetica-Bold", Face.ITALIC: "Helvetica-Oblique"}
GOAL, STRETCH = 2.5, 1.6


@lru_cache(maxsize=512)
def _recorded(paper: StatementPaper) -> tuple[tuple[Mark, ...], ...]:
    """The marks of the real pages, recorded once, outside what is timed."""
    return tuple(tuple(sheet.marks) for sheet in lay_out(paper).sheets)


def draw(paper: StatementPaper) -> bytes:
    """Return the PDF of the recorded pages, drawn with nothing but canvas calls."""
    measures = page(paper.size)
    target = BytesIO()
    size = (measures.width * POINTS_PER_MM, measures.height * POINTS_PER_MM)
    canvas = Canvas(target, pagesize=size, invariant=1, pageCompression=1)
    for marks in _recorded(paper):
        pen = _Pen(canvas)
        for mark in marks:
            _draw_mark(canvas, pen, mark, size[1])
        canvas.showPage()
    canvas.save()
    return target.getvalue()


class _Pen:
    """Sets ink, width, dash and font only when they change, as careful hand-written code would."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._state: dict[str, object] = {}

    def set(self, name: str, *values: object) -> None:
        if self._state.get(name) != values:
            self._state[name] = values
            getattr(self._canvas, name)(*values)


def _draw_mark(canvas: Canvas, pen: _Pen, mark: Mark, top: float) -> None:
    k = POINTS_PER_MM
    if isinstance(mark, Text):
        pen.set("setFont", _FONTS[mark.style.face], mark.style.size)
        pen.set("setFillColorRGB", *mark.ink)
        canvas.drawString(mark.x * k, top - mark.y * k, mark.text)
    elif isinstance(mark, Line):
        pen.set("setLineWidth", mark.width)
        pen.set("setStrokeColorRGB", *mark.ink)
        pen.set("setDash", *(mark.dash or ([],)))
        canvas.line(mark.x1 * k, top - mark.y1 * k, mark.x2 * k, top - mark.y2 * k)
    elif isinstance(mark, Box):
        if mark.fill:
            pen.set("setFillColorRGB", *mark.fill)
        pen.set("setLineWidth", mark.line)
        high = mark.height * k
        left, bottom, wide = mark.x * k, top - mark.y * k - high, mark.width * k
        canvas.rect(left, bottom, wide, high, int(mark.line > 0), int(mark.fill is not None))
    elif isinstance(mark, Code):  # the letterhead of the bench has no picture
        pen.set("setFillColorRGB", 0, 0, 0)
        _draw_code(canvas, mark, top)


def _draw_code(canvas: Canvas, mark: Code, top: float) -> None:
    module = mark.size * POINTS_PER_MM / len(mark.rows)
    left, head = mark.x * POINTS_PER_MM, top - mark.y * POINTS_PER_MM
    path = canvas.beginPath()
    for row, dark in enumerate(mark.rows):
        for start, length in dark:
            bottom = head - (row + 1) * module
            path.rect(left + start * module, bottom, length * module, module)
    canvas.drawPath(path, stroke=0, fill=1)


def papers(count: int, first: int = 0, *, code: bool = True) -> list[StatementPaper]:
    """Different one-page statements with a slip, so that no cache flatters the figure."""
    found = []
    for n in range(first, first + count):
        items = [
            an_invoice(
                str(20_000 + 7 * n + k),
                date(2026, 3, 2) + timedelta(days=n % 97 + 29 * k),
                10_000 + 1_337 * n + 7_919 * k,
                order=f"PO-{n}-{k}",
            )
            for k in range(7)
        ]
        card = a_card() if code else a_card(bank=None)
        paper = replace(a_paper(items, business=card), account=f"BRIN{n}", number=f"S-2611-{n}")
        found.append(replace(paper, customer_name=f"Brindle Row {n} Ltd"))
    return found


def ratio(count: int = 60, rounds: int = 5, *, code: bool = True) -> tuple[float, float]:
    """Return the CPU milliseconds of one real page and of one bare page, medians of rounds."""
    draw_statement(a_paper())  # reads the fonts, as the first paper of a run does
    real, bare = [], []
    for turn in range(rounds):
        subjects = papers(count, turn * count, code=code)
        real.append(_spent(draw_statement, subjects))
        for paper in subjects:
            _recorded(paper)
        bare.append(_spent(draw, subjects))
    return statistics.median(real), statistics.median(bare)


def _spent(work: Callable[[StatementPaper], object], subjects: list[StatementPaper]) -> float:
    start = time.process_time()
    for paper in subjects:
        work(paper)
    return (time.process_time() - start) * 1000 / len(subjects)


def main() -> None:
    for name, code in (("with QR code", True), ("without", False)):
        real, bare = ratio(code=code)
        print(
            f"statement, embedded TTF, {name}: {real:.2f} ms; canvas Helvetica {bare:.2f} ms; "
            f"{real / bare:.2f}x (goal {GOAL}x, stretch {STRETCH}x)"
        )


if __name__ == "__main__":
    main()
