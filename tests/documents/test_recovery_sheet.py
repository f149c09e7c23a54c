"""The recovery sheet: one page, every group whole and in order, calm words, nothing cut."""

import random
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from creditmate.documents.fonts import Face, font
from creditmate.documents.page import LEFT, RIGHT, PageSize, page
from creditmate.documents.recovery_sheet import (
    RecoverySheetPaper,
    draw_recovery_sheet,
    lay_out_recovery_sheet,
)
from creditmate.documents.sheet import Text
from creditmate.domain.data_key import DataKey, read_recovery_code, recovery_code
from tests.documents.longer_words import in_longer_words
from tests.documents.reading import drawn, find, on_line, texts

KEY = DataKey(bytes(range(7, 39)))
PAPER = RecoverySheetPaper(
    business="Rookmere Joinery Supplies",
    ledger="Rookmere Joinery.creditmate",
    made_on=date(2026, 11, 22),
    groups=recovery_code(KEY),
    mark="3F7A 91C2",
)


def the_page(paper: RecoverySheetPaper = PAPER) -> str:
    made = draw_recovery_sheet(paper)
    assert made.pages == 1
    (only,) = PdfReader(BytesIO(made.pdf)).pages
    return only.extract_text()


def test_what_is_read_off_the_page_opens_the_ledger() -> None:
    """The groups are taken as somebody types them: by their numbers, from left to right."""
    (found,) = drawn(draw_recovery_sheet(PAPER).pdf)
    groups = [item for item in found if "Mono" in item.font]
    assert [item.text for item in groups] == list(PAPER.groups)
    numbers = [on_line(found, item.baseline) for item in groups]
    for place, (item, line) in enumerate(zip(groups, numbers, strict=True), start=1):
        beside = max((each for each in line if each.right < item.left), key=lambda it: it.right)
        assert beside.text == str(place)
    assert read_recovery_code(" ".join(item.text for item in groups)) == KEY
    assert all(item.size >= 20 for item in groups)


def test_it_says_whose_it_is_when_it_was_made_and_what_to_do() -> None:
    said = " ".join(the_page().split())
    for words in (
        "Rookmere Joinery Supplies",
        "Rookmere Joinery.creditmate",
        "22 November 2026",
        "3F7A 91C2",
        "can always be opened",
        "Take your time: nothing runs out",
        "0 and 1 are always figures",
        "Choose a new password",
        "Keep it like money",
        "keep a second one elsewhere",
        "KEEP SAFE",
    ):
        assert words in said


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("wordy", [False, True])
def test_all_of_it_fits_whatever_the_language(
    size: PageSize, wordy: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if wordy:
        in_longer_words(monkeypatch)
    form = page(size)
    sheet = lay_out_recovery_sheet(replace(PAPER, size=size))
    marks = [mark for mark in sheet.marks if isinstance(mark, Text)]
    foot = min(mark.y for mark in marks if mark.y > form.body_bottom - 5 and mark.style.size == 7)
    above = [mark for mark in marks if mark.y < foot]
    assert max(mark.y for mark in above) < foot - 6  # room to write by hand
    assert min(mark.x for mark in marks) >= LEFT + form.shift - 0.01
    (shown,) = drawn(draw_recovery_sheet(replace(PAPER, size=size)).pdf)
    assert max(item.right for item in shown) <= RIGHT + form.shift + 0.1
    assert sheet.shortened == []


def test_long_names_are_shortened_and_recorded_not_overprinted() -> None:
    name = "Gesellschaft für Holzverarbeitung " * 6
    sheet = lay_out_recovery_sheet(replace(PAPER, business=name, ledger=f"{name}.creditmate"))
    assert len(sheet.shortened) == 2


def test_the_groups_stay_out_of_what_may_be_logged_and_out_of_the_files_facts() -> None:
    assert not [group for group in PAPER.groups if group in repr(PAPER)]
    made = draw_recovery_sheet(PAPER).pdf
    about = PdfReader(BytesIO(made)).metadata
    assert about is not None
    assert (about.title, about.author) == ("Recovery sheet", "Rookmere Joinery Supplies")
    assert not [group for group in PAPER.groups if group in str(about)]


def test_there_is_nothing_on_it_to_be_scanned() -> None:
    (only,) = PdfReader(BytesIO(draw_recovery_sheet(PAPER).pdf)).pages
    assert list(only.images) == []
    assert not [mark for mark in lay_out_recovery_sheet(PAPER).marks if hasattr(mark, "rows")]


def test_the_face_tells_every_sign_of_the_code_apart() -> None:
    """All are equally wide, and each has a glyph of its own."""
    face = font(Face.FIXED).face
    signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    assert len({face.charToGlyph[ord(sign)] for sign in signs}) == len(signs)
    assert len({face.charWidths[ord(sign)] for sign in signs}) == 1


def test_the_same_sheet_gives_the_same_bytes_and_any_key_fits() -> None:
    assert draw_recovery_sheet(PAPER).pdf == draw_recovery_sheet(PAPER).pdf
    numbers = random.Random(5)
    for _ in range(10):
        key = DataKey(numbers.randbytes(32))
        (found,) = drawn(draw_recovery_sheet(replace(PAPER, groups=recovery_code(key))).pdf)
        typed = [item.text for item in found if "Mono" in item.font]
        assert read_recovery_code("".join(typed)) == key
        assert find(found, "Recovery sheet").size == 16
        assert "When you need it" in texts(found)
