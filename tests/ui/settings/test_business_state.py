"""What is said beside the fields of the business."""

from dataclasses import replace
from typing import Any

import pytest

from creditmate.domain.business_form import BusinessEntry
from creditmate.ui.settings.business_state import (
    FIELD,
    FieldNote,
    Standing,
    entry_of_texts,
    notes,
    texts_of,
)

ENTRY = BusinessEntry(
    name="Kestrel Lane",
    country="GB",
    zone="Europe/London",
    currency="GBP",
    locale="en_GB",
    address=("7 Kestrel Lane", "Ashby Mills"),
)


def said(name: str, text: str) -> FieldNote | None:
    """What is said of one field."""
    changed: dict[str, Any] = {name: text}
    return notes(replace(ENTRY, **changed), "en_GB", "en_GB").get(FIELD + name)


def test_texts_there_and_back_are_the_same_entry() -> None:
    assert entry_of_texts(texts_of(ENTRY), ENTRY) == ENTRY


def test_the_home_currency_is_no_field() -> None:
    texts = {**texts_of(ENTRY), FIELD + "name": "Other"}
    assert FIELD + "currency" not in texts
    assert entry_of_texts(texts, ENTRY) == replace(ENTRY, name="Other")


@pytest.mark.parametrize(
    ("name", "text", "standing"),
    [
        ("iban", "GB33BUKB20201555555555", Standing.RIGHT),
        ("iban", "GB33BUKB20201555555556", Standing.WRONG),
        ("bic", "BUKBGB22", Standing.RIGHT),
        ("bic", "BUKB", Standing.WRONG),
        ("email", "ann@", Standing.WRONG),
        ("tax_number", "GB 999 9999 73", Standing.RIGHT),
        ("tax_number", "GB 999 9999 74", Standing.ODD),
        ("bank_sort_code", "00-11", Standing.ODD),
        ("name", " ", Standing.WRONG),
        ("accent", "#1F4B57", Standing.RIGHT),
        ("accent", "#7F9FA8", Standing.WRONG),
        ("accent", "#1F4B5X", Standing.WRONG),
    ],
)
def test_what_is_right_odd_or_wrong(name: str, text: str, standing: Standing) -> None:
    found = said(name, text)
    assert found is not None
    assert found.standing is standing


@pytest.mark.parametrize(
    ("name", "text"),
    [("iban", ""), ("bic", ""), ("email", "ann@kestrel.example"), ("accent", "#1F4"),
     ("bank_sort_code", "00-11-22"), ("tax_number", "")],
)  # fmt: skip
def test_what_is_empty_or_half_typed_or_sound_is_left_alone(name: str, text: str) -> None:
    assert said(name, text) is None


def test_a_contrast_is_never_rounded_up_to_what_is_refused() -> None:
    found = said("accent", "#5A5A5A")  # 6.9 : 1
    assert found is not None
    assert found.standing is Standing.WRONG
    right = said("accent", "#595959")  # 7.0046 : 1
    assert right == FieldNote(Standing.RIGHT, "7.0 : 1 on white")
