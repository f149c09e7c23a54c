"""A logo: what is let in, how it is made ready, how large it is printed, and where it stands."""

from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest
from PIL import Image, ImageDraw

from creditmate.documents.binder import Binder
from creditmate.documents.letterhead import logo_room
from creditmate.documents.logo import (
    MOST_BYTES,
    MOST_DOTS,
    image_data,
    prepared_logo,
    printed_size,
)
from creditmate.documents.papers import StatementPaper
from creditmate.documents.statement import draw_statement
from creditmate.documents.window import PRESETS, Preset
from creditmate.domain.errors import Problem, UserError
from tests.documents.builders import a_card, a_paper
from tests.documents.reading import drawn, texts

MM = 25.4 / 72


def saved(picture: Image.Image, form: str = "PNG", **how: object) -> bytes:
    target = BytesIO()
    picture.save(target, form, **how)
    return target.getvalue()


def a_picture(size: tuple[int, int] = (1200, 400), mode: str = "RGB") -> Image.Image:
    picture = Image.new(mode, size, "white")
    inside = (size[0] // 10, size[1] // 4, size[0] * 9 // 10, size[1] * 3 // 4)
    ImageDraw.Draw(picture).rectangle(inside, fill="#1F4B57")
    return picture


def opened(logo: bytes) -> Image.Image:
    with Image.open(BytesIO(logo)) as picture:
        picture.load()
        return picture


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "1", "CMYK"])
def test_every_kind_of_picture_becomes_a_plain_png(mode: str) -> None:
    picture = a_picture().convert(mode)
    logo = opened(prepared_logo(saved(picture, "JPEG" if mode == "CMYK" else "PNG")))
    assert (logo.format, logo.mode) == ("PNG", "RGB")
    assert abs(logo.width / logo.height - 960 / 200) < 0.1, "the white around it is cut off"


def test_it_is_no_finer_than_paper_shows() -> None:
    logo = opened(prepared_logo(saved(a_picture((4000, 4000)))))
    assert logo.size == (603, 377)


def test_what_was_beside_the_dots_is_gone() -> None:
    picture = saved(a_picture(), "JPEG", comment=b"SECRET", exif=b"Exif\x00\x00SECRET")
    assert b"SECRET" in picture
    assert b"SECRET" not in prepared_logo(picture)


def test_a_photograph_on_its_side_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    logo = opened(prepared_logo(saved(a_picture(), "JPEG", exif=exif)))
    assert logo.height > logo.width


def test_what_is_see_through_is_seen_on_white() -> None:
    picture = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((0, 0, 99, 49), fill=(0, 0, 0, 255))
    assert opened(prepared_logo(saved(picture))).size == (100, 50)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "not-a-picture"),
        (b"%PDF-1.4", "not-a-picture"),
        (b"<svg/>", "not-a-picture"),
        (saved(a_picture(), "GIF"), "not-a-picture"),
        (saved(a_picture())[:200], "not-a-picture"),
        (saved(a_picture(), "JPEG")[:300], "not-a-picture"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "not-a-picture"),
        (b"\0" * (MOST_BYTES + 1), "too-many-bytes"),
        (saved(Image.new("1", (5001, 5000), 1)), "too-many-pixels"),
        (saved(Image.new("1", (20_000, 20_000), 1)), "too-many-pixels"),
        (saved(Image.new("RGB", (50, 50), "white")), "vanishes"),
        (saved(Image.new("RGB", (50, 50), "#F2F2C0")), "vanishes"),
        (saved(Image.new("RGBA", (50, 50), (0, 0, 0, 0))), "vanishes"),
    ],
)
def test_what_is_not_let_in(content: bytes, why: str) -> None:
    with pytest.raises(UserError) as error:
        prepared_logo(content)
    assert error.value.problem is Problem.FIELD_REFUSED
    assert (error.value.facts["field"], error.value.facts["why"]) == ("business.logo", why)


def test_the_bound_on_dots_is_where_it_is_said_to_be() -> None:
    assert MOST_DOTS == 5000 * 5000
    fits = Image.new("1", (5000, 5000), 1)
    ImageDraw.Draw(fits).rectangle((0, 0, 4999, 2500), fill=0)
    assert prepared_logo(saved(fits))


def test_it_is_printed_at_three_hundred_dots_an_inch_or_more() -> None:
    small = prepared_logo(saved(Image.new("RGB", (150, 60), "black")))
    assert printed_size(small) == pytest.approx((12.7, 5.08))
    wide = prepared_logo(saved(Image.new("RGB", (1200, 200), "black")))
    assert printed_size(wide)[0] == pytest.approx(60.0)
    high = prepared_logo(saved(Image.new("RGB", (600, 600), "black")))
    assert printed_size(high) == pytest.approx((24.0, 24.0))
    assert printed_size(high, 11.5) == pytest.approx((11.5, 11.5))


def with_logo(preset: Preset = Preset.UK_DL) -> StatementPaper:
    card = replace(a_card(), logo=prepared_logo(saved(a_picture((600, 500)))))
    return a_paper(business=card, preset=preset)


def test_a_pdf_shows_the_very_dots() -> None:
    paper = with_logo()
    pdf = draw_statement(paper).pdf
    with pdfplumber.open(BytesIO(pdf)) as document:
        (image,) = document.pages[0].images
        page = document.pages[0].to_image(resolution=150).original
    across, down, _ = image_data(paper.business.logo or b"")
    assert image["srcsize"] == (across, down)
    left, top = float(image["x0"]) * MM, float(image["top"]) * MM
    assert (left, top) == pytest.approx((24.0, 14.0), abs=0.01)
    middle = (int((left + 8) / 25.4 * 150), int((top + 8) / 25.4 * 150))
    assert page.convert("RGB").getpixel(middle) == (0x1F, 0x4B, 0x57)


def test_the_name_is_still_read_beside_a_logo() -> None:
    said = texts(drawn(draw_statement(with_logo()).pdf)[0])
    assert "Rookmere Joinery Supplies" in said
    assert "R" not in said, "the mark"


@pytest.mark.parametrize("preset", Preset)
def test_no_logo_shows_in_a_window(preset: Preset) -> None:
    paper = with_logo(preset)
    with pdfplumber.open(BytesIO(draw_statement(paper).pdf)) as document:
        (image,) = document.pages[0].images
        below = float(image["bottom"]) * MM
        size = (float(document.pages[0].width) * MM, float(document.pages[0].height) * MM)
    assert below < PRESETS[preset].ever(size).top
    assert logo_room(PRESETS[preset], size) in {11.5, 24.0}


def test_the_same_paper_gives_the_same_bytes_and_is_bound_with_others() -> None:
    paper = with_logo()
    pdf = draw_statement(paper).pdf
    assert draw_statement(paper).pdf == pdf
    target = BytesIO()
    binder = Binder(target)
    for _ in range(3):
        binder.add(pdf, "S-1")
    binder.finish()
    assert target.getvalue().count(b"/Subtype /Image") == 1
    with pdfplumber.open(BytesIO(target.getvalue())) as document:
        assert [len(page.images) for page in document.pages] == [1, 1, 1]
