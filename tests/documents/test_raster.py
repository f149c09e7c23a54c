"""Pages as pictures."""

import pytest

from creditmate.documents.raster import page_forms, pixels, rastered
from creditmate.documents.statement import draw_statement
from tests.documents.builders import a_paper, many_items

PDF = draw_statement(a_paper(many_items(80))).pdf
WHITE = b"\xff\xff\xff"


def test_pages_have_their_size_in_points() -> None:
    forms = page_forms(PDF)
    assert len(forms) == 3
    assert {(round(form.width), round(form.height)) for form in forms} == {(595, 842)}


def test_a_page_is_drawn_on_white_at_the_resolution_asked_for() -> None:
    drawn = rastered(PDF, 0, 72)
    assert (drawn.width, drawn.height) == (596, 842)
    assert drawn.stride * drawn.height == len(drawn.pixels)
    assert drawn.pixels[:3] == WHITE
    dark = sum(value < 128 for value in drawn.pixels[::4])
    assert dark > 1000


def test_bands_make_up_the_page() -> None:
    """All but a few pixels at the seams are the very same."""
    whole = rastered(PDF, 0, 150)
    high = pixels(page_forms(PDF)[0].height, 150)
    assert whole.height == high
    bands = [rastered(PDF, 0, 150, (top, min(top + 400, high))) for top in range(0, high, 400)]
    assert sum(band.height for band in bands) == high
    joined = b"".join(band.pixels for band in bands)
    differing = sum(a != b for a, b in zip(joined, whole.pixels, strict=True))
    assert differing < len(joined) / 500


@pytest.mark.parametrize("content", [b"", b"no PDF"])
def test_other_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="not a PDF"):
        page_forms(content)
