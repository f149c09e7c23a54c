"""The application for credit as a PDF: two pages, every field named, told and in its place."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from creditmate.documents.application_form import draw_application, lay_out_application
from creditmate.documents.form_fields import FieldKind, FormField
from creditmate.documents.page import LEFT, POINTS_PER_MM, RIGHT, PageSize, page
from creditmate.documents.sheet import Text
from creditmate.domain.application_form import MAKE, MARK_FIELD, Item, form_mark
from tests.documents.application_papers import ANSWERS, UID, an_application, blank
from tests.documents.longer_words import in_longer_words
from tests.documents.reading import drawn, texts


def widgets(pdf: bytes) -> list[list[dict[str, Any]]]:
    pages: list[Any] = list(PdfReader(BytesIO(pdf)).pages)
    return [[note.get_object() for note in one["/Annots"]] for one in pages]


def test_every_field_is_there_once_with_a_name_and_what_it_asks() -> None:
    found = [each for one in widgets(blank()) for each in one]
    names = [str(each["/T"]) for each in found]
    assert names[0] == MARK_FIELD
    assert sorted(names[1:]) == sorted(item.value for item in Item)
    said = [each["/TU"] for each in found[1:]]
    assert all(said)
    assert len(set(said)) == len(said)  # a screen reader tells every field from the others
    assert "Who pays: Telephone" in said
    assert "Reference 2: Whom to ask" in said
    assert "Delivery: Postcode" in said


def test_what_is_hidden_says_whose_form_it_is() -> None:
    hidden = widgets(blank())[0][0]
    mark = form_mark(hidden["/V"])
    assert mark is not None
    assert (mark.make, mark.ledger, mark.terms) == (MAKE, UID, 7)
    assert (mark.decimal, mark.order) == (".", "dmy")
    assert hidden["/F"] & 2  # nobody sees it
    german = form_mark(widgets(blank(locale="de_DE"))[0][0]["/V"])
    assert german is not None
    assert (german.decimal, german.order, german.locale) == (",", "dmy", "de_DE")


def test_tab_walks_the_fields_as_they_are_read() -> None:
    pages: list[Any] = list(PdfReader(BytesIO(blank())).pages)
    assert [one["/Tabs"] for one in pages] == ["/R", "/R"]
    for fields in ([f for f in lay_out().fields if f.page == number] for number in (0, 1)):
        seen = [each for each in fields if each.kind is not FieldKind.HIDDEN]
        for above, below in pairwise(seen):
            rows = above.y + above.high <= below.y + 0.01 or abs(above.y - below.y) < 0.01
            assert rows or above.x < below.x  # beside a signature the column is read down


def lay_out(**changes: object) -> Any:  # noqa: ANN401 - a layout
    return lay_out_application(an_application(**changes))


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("wordy", [False, True])
def test_two_pages_with_nothing_outside_and_nothing_over_another(
    size: PageSize, wordy: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if wordy:
        in_longer_words(monkeypatch)
    form, layout = page(size), lay_out(size=size, given=ANSWERS)
    for field in layout.fields:
        if field.kind is not FieldKind.HIDDEN:
            assert field.x >= LEFT + form.shift - 0.01
            assert field.x + field.wide <= RIGHT + form.shift + 0.01
            assert field.y + field.high <= form.body_bottom
    for number, sheet in enumerate(layout.pages):
        here = [each for each in layout.fields if each.page == number][number == 0 :]
        assert not [pair for pair in pairs(here) if overlap(*pair)]
        marks = [mark for mark in sheet.marks if isinstance(mark, Text)]
        assert min(mark.style.size for mark in marks) >= 7
        assert max(mark.y for mark in marks if mark.style.size > 7.5) <= form.body_bottom
        for mark in marks:
            assert not [each for each in here if within(mark, each)], mark
    made = draw_application(an_application(size=size))
    assert made.pages == 2
    shown = [item for one in drawn(made.pdf) for item in one]
    assert max(item.right for item in shown) <= RIGHT + form.shift + 0.1


def pairs(fields: list[FormField]) -> list[tuple[FormField, FormField]]:
    return [(one, other) for at, one in enumerate(fields) for other in fields[at + 1 :]]


def overlap(one: FormField, other: FormField) -> bool:
    beside = one.x + one.wide <= other.x + 0.01 or other.x + other.wide <= one.x + 0.01
    over = one.y + one.high <= other.y + 0.01 or other.y + other.high <= one.y + 0.01
    return not (beside or over)


def within(mark: Text, field: FormField) -> bool:
    return field.x <= mark.x < field.x + field.wide and field.y < mark.y < field.y + field.high


def test_the_words_on_paper_say_what_is_asked_and_what_is_agreed() -> None:
    first, second = (" ".join(texts(one)) for one in drawn(blank()))
    for words in (
        "Application for a credit account",
        "Legal name",
        "Who approves invoices",
        "Trade references",
        "Invoices must carry our order number",
        "Page 1 of 2",
    ):
        assert words in first
    for words in (
        "Credit limit wished",
        "Terms of trade, version 3 of 1 October 2026",
        "7F3A 91C0 D25E 4B18",
        "accept them for all our orders",
        "may ask the firms named above and a credit register",
        "Signature, by hand",
        "such as 23 Nov 2026",
        "Send both pages to accounts@rookmere.example",
        "Ellen Rook, 01632 960 144",
    ):
        assert words in second
    without = " ".join(texts(drawn(blank(terms=None))[1]))
    assert "Terms enclosed" not in without
    assert "We accept your terms" in without
    by_post = replace(an_application().business, email="", phone="", contact_person="")
    alone = " ".join(texts(drawn(blank(business=by_post))[1]))
    assert "Send both pages by post" in alone
    assert "Questions?" not in alone


def test_what_is_known_stands_in_it_in_our_own_type() -> None:
    pdf = blank(given=ANSWERS, account="MILL01")
    found = {each["/T"]: each for one in widgets(pdf) for each in one}
    assert found["legal_name"]["/V"] == ANSWERS[Item.LEGAL_NAME]
    assert (found["legal_form"]["/V"], found["order_required"]["/AS"]) == ("company", "/Yes")
    assert found["accepts_terms"]["/AP"]["/N"].keys() == {"/Yes", "/Off"}
    shown = found["legal_name"]["/AP"]["/N"]
    fonts = [font.get_object()["/BaseFont"] for font in shown["/Resources"]["/Font"].values()]
    assert any("LiberationSans" in name for name in fonts)
    options = dict(found["payment_run"]["/Opt"])
    assert options[found["payment_run"]["/V"]] == "on the last Friday of the month"
    assert "Account MILL01" in " ".join(texts(drawn(pdf)[1]))


def test_a_field_of_one_line_is_high_enough_to_write_in_by_hand() -> None:
    for field in lay_out().fields:
        if field.kind in {FieldKind.TEXT, FieldKind.CHOICE}:
            assert field.high * POINTS_PER_MM > 17


def test_the_same_form_gives_the_same_bytes() -> None:
    assert blank(given=ANSWERS) == blank(given=ANSWERS)
    assert len(blank()) < 120_000
