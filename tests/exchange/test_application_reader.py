"""A credit application that comes back: read whoever filled it in, refused for what it is."""

import random
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from creditmate.domain.application_form import (
    LONGEST_TEXT,
    MARK_FIELD,
    TICKS,
    DayOrder,
    Item,
    Unread,
)
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.exchange.application_reader import (
    MOST_BYTES,
    read_application,
    read_application_file,
)
from creditmate.exchange.application_values import amount_on_form, day_on_form
from creditmate.i18n.problems import problem_words
from tests.documents.application_papers import ANSWERS, UID, blank, filled, filled_oddly, written
from tests.documents.builders import AS_AT


def why(content: bytes) -> Unread:
    with pytest.raises(UserError) as refused:
        read_application(content, "form.pdf")
    assert refused.value.problem is Problem.APPLICATION_UNREAD
    said = problem_words(refused.value, "en_GB", "en_GB")
    assert said.startswith("form.pdf ")
    assert "{" not in said
    return Unread(str(refused.value.facts["why"]))


def changed(form: bytes, field: str, **entries: object) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(form)))
    for reference in writer._root_object["/AcroForm"]["/Fields"]:  # type: ignore[index]
        found = reference.get_object()
        if found["/T"] == field:
            for name, value in entries.items():
                found[NameObject(f"/{name}")] = value
    return written(writer)


# ---------------------------------------------------------------- read
@pytest.mark.parametrize("fill", [filled, filled_oddly])
def test_a_form_filled_in_says_what_was_typed(fill: object) -> None:
    found = read_application(fill(blank()), "form.pdf")  # type: ignore[operator]
    assert found.given == ANSWERS
    assert (found.mark.ledger, found.mark.terms, found.mark.decimal) == (UID, 7, ".")


def test_what_we_put_in_ourselves_comes_back_untouched() -> None:
    assert read_application(blank(given=ANSWERS), "form.pdf").given == ANSWERS


def test_a_form_left_blank_says_nothing_but_what_was_preset() -> None:
    assert read_application(blank(), "form.pdf").given == {Item.LIMIT_CURRENCY: "GBP"}


_TYPED = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=60
)
_ASKED = [
    item
    for item in Item
    if item not in TICKS
    and item
    not in {
        Item.LEGAL_FORM,
        Item.INVOICE_COUNTRY,
        Item.DELIVERY_COUNTRY,
        Item.PAYMENT_RUN,
        Item.LIMIT_CURRENCY,
    }
]
_BLANK = blank()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(_ASKED), _TYPED, max_size=6))
def test_any_text_comes_back_as_it_was_typed(answers: dict[Item, str]) -> None:
    found = read_application(filled_oddly(_BLANK, answers), "form.pdf").given
    assert {item: text for item, text in found.items() if item in _ASKED} == answers


@pytest.mark.parametrize("state", ["/Yes", "/On", "/1", "/Ja", "/Checked"])
def test_a_tick_has_many_names(state: str) -> None:
    ticked = changed(blank(), "accepts_terms", V=NameObject(state), AS=NameObject(state))
    assert Item.ACCEPTS_TERMS in read_application(ticked, "form.pdf").given
    off = changed(blank(), "accepts_terms", V=NameObject("/Off"), AS=NameObject("/Off"))
    assert Item.ACCEPTS_TERMS not in read_application(off, "form.pdf").given


def test_a_program_that_puts_our_form_into_its_own() -> None:
    """Fields hang below a name of that program's, and take their values from there."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(filled(blank()))))
    form = writer._root_object["/AcroForm"].get_object()
    assert isinstance(form, DictionaryObject)
    kids = form["/Fields"]
    above = writer._add_object(
        DictionaryObject({NameObject("/T"): TextStringObject("Topmost"), NameObject("/Kids"): kids})
    )
    form[NameObject("/Fields")] = ArrayObject([above])
    assert read_application(written(writer), "form.pdf").given == ANSWERS


def test_nothing_unseen_and_nothing_endless_comes_in() -> None:
    hostile = TextStringObject("A\x00\x07\u202e\u200bcme\r\n  \tLtd" + "x" * 100_000)
    found = read_application(changed(blank(), "legal_name", V=hostile), "form.pdf").given
    name = found[Item.LEGAL_NAME]
    assert name.startswith("Acme Ltd")
    assert len(name) <= LONGEST_TEXT


def test_scripts_and_actions_are_not_looked_at() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(filled(blank()))))
    script = TextStringObject("this.getField('legal_name').value = 'Mallory';")
    action = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): script}
    )
    writer._root_object[NameObject("/OpenAction")] = action
    assert read_application(written(writer), "form.pdf").given == ANSWERS


def test_a_bomb_in_a_page_is_never_unpacked() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(filled(blank()))))
    content = writer.pages[0]["/Contents"].get_object()
    assert isinstance(content, StreamObject)
    content._data = zlib.compress(b"\x00" * 400_000_000, 9)
    assert read_application(written(writer), "form.pdf").given == ANSWERS


# ---------------------------------------------------------------- refused
def test_what_is_no_form_of_ours_is_refused_for_what_it_is() -> None:
    assert why(b"") is Unread.NOT_A_PDF
    assert why(b"\x89PNG\r\n\x1a\n") is Unread.NOT_A_PDF
    assert why(b"%PDF-1.7\nhello") is Unread.DAMAGED
    assert why(b"%PDF-1.4" + b"\x00" * MOST_BYTES) is Unread.LARGE
    plain = PdfWriter()
    plain.add_blank_page(200, 200)
    assert why(written(plain)) is Unread.FLAT
    assert why(changed(blank(), MARK_FIELD, T=TextStringObject("other"))) is Unread.FOREIGN
    assert why(changed(blank(), MARK_FIELD, V=TextStringObject("hello"))) is Unread.FOREIGN
    newer = changed(blank(), MARK_FIELD, V=TextStringObject("2 uid of a newer make"))
    assert why(newer) is Unread.NEWER


def test_a_form_with_a_password_is_refused() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(blank())))
    writer.encrypt("secret", algorithm="RC4-128")
    assert why(written(writer)) is Unread.LOCKED


def test_a_form_flattened_by_printing_says_to_type_beside_its_picture() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(filled(blank()))))
    writer.remove_annotations(subtypes=None)
    del writer._root_object["/AcroForm"]
    with pytest.raises(UserError) as refused:
        read_application(written(writer), "form.pdf")
    assert "type it in beside its picture" in problem_words(refused.value, "en_GB", "en_GB")


def test_a_form_cut_short_or_garbled_is_read_or_refused_never_worse() -> None:
    form, numbers = filled(blank()), random.Random(11)
    for _ in range(60):
        broken = bytearray(form[: numbers.randrange(1, len(form))])
        for _ in range(numbers.randrange(30)):
            broken[numbers.randrange(len(broken))] = numbers.randrange(256)
        found, problem = {}, None
        try:
            found = dict(read_application(bytes(broken), "form.pdf").given)
        except UserError as error:
            problem = error.problem
        assert problem in {None, Problem.APPLICATION_UNREAD}
        assert set(found) <= set(Item)


def test_fields_that_lead_in_a_circle_end() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(blank())))
    field = DictionaryObject({NameObject("/T"): TextStringObject("round")})
    reference = writer._add_object(field)
    field[NameObject("/Kids")] = ArrayObject([reference, reference])
    field[NameObject("/Parent")] = reference
    writer._root_object["/AcroForm"]["/Fields"].insert(0, reference)  # type: ignore[index]
    assert read_application(written(writer), "form.pdf").given == {Item.LIMIT_CURRENCY: "GBP"}


def test_files_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    path.write_bytes(blank())
    assert read_application_file(path) == blank()
    with pytest.raises(UserError) as missing:
        read_application_file(tmp_path / "none.pdf")
    assert missing.value.problem is Problem.IMPORT_FILE_MISSING
    with pytest.raises(UserError) as folder:
        read_application_file(tmp_path)
    assert folder.value.problem is Problem.IMPORT_FILE_UNREADABLE
    with path.open("r+b") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(UserError) as large:
        read_application_file(path)
    assert large.value.facts["why"] == Unread.LARGE.value


# ---------------------------------------------------------------- amounts and days
@pytest.mark.parametrize(
    ("text", "currency", "decimal", "minor"),
    [
        ("5,000", "GBP", ".", 500_000),
        ("5.000", "EUR", ",", 500_000),
        ("£ 5,000.50", "GBP", ".", 500_050),
        ("5000 EUR", "EUR", ",", 500_000),
        ("5000", "JPY", ".", 5000),
        ("5.000", "EUR", ".", None),
        ("$5,000", "GBP", ".", None),
        ("-5", "GBP", ".", None),
        ("five thousand", "GBP", ".", None),
        ("9" * 30, "GBP", ".", None),
        ("5", "£", ".", None),
        ("", "GBP", ".", None),
    ],
)
def test_amounts(text: str, currency: str, decimal: str, minor: int | None) -> None:
    expected = None if minor is None else Money(minor, currency)
    assert amount_on_form(text, currency, decimal) == expected


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("23/11/26", DayOrder.DMY),
        ("23.11.2026", DayOrder.DMY),
        ("11/23/2026", DayOrder.MDY),
        ("23 Nov 2026", DayOrder.MDY),
        ("2026-11-23", DayOrder.YMD),
    ],
)
def test_days(text: str, order: DayOrder) -> None:
    assert day_on_form(text, order) == AS_AT


@pytest.mark.parametrize("text", ["", "soon", "31/02/26", "23/11"])
def test_no_days(text: str) -> None:
    assert day_on_form(text, DayOrder.DMY) is None
