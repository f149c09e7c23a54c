"""The pages of a paper, looked at as pictures: written on, nothing cut, nothing at the edge."""

from creditmate.documents.raster import page_forms, rastered

_DPI, _MM = 50, 25.4
_DARK = 128
"""A level below which something is printed; grey lines are not counted."""
_EDGE = 3.0
"""Millimetres at each side on which no printer prints."""
_LEAST, _MOST = 0.004, 0.3
"""The shares of a page that are dark: less is blank, more is a fault of fonts or boxes."""


def looked_at(pdf: bytes, *, fills: float = 0.0) -> int:
    """See that every page can be read as it is; how many there are.

    Args:
        pdf: The paper.
        fills: How far down its first page is written on, the foot left out, as a share.
    """
    forms = page_forms(pdf)
    assert forms
    for number, form in enumerate(forms):
        rows = _dark_rows(pdf, number)
        high, wide = len(rows), len(rows[0])
        edge = round(_EDGE / _MM * _DPI)
        share = sum(map(sum, rows)) / (high * wide)
        assert _LEAST < share < _MOST, (number, share)
        sides = [cell for row in rows for cell in (*row[:edge], *row[-edge:])]
        ends = [cell for row in (*rows[:edge], *rows[-edge:]) for cell in row]
        assert not any(sides), f"page {number + 1} is cut at a side"
        assert not any(ends), f"page {number + 1} is cut above or below"
        assert form.height > form.width
    first = _dark_rows(pdf, 0)
    above_foot = first[: round(len(first) * 0.93)]
    written = [place for place, row in enumerate(above_foot) if any(row)]
    assert written[-1] / len(first) >= fills
    return len(forms)


def _dark_rows(pdf: bytes, number: int) -> list[list[bool]]:
    page = rastered(pdf, number, _DPI)
    rows = []
    for row in range(page.height):
        line = page.pixels[row * page.stride : row * page.stride + page.width * 4]
        rows.append([level < _DARK for level in line[1::4]])
    return rows
