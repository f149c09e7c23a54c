"""Words and numbers as they are compared when people look for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.folding import fold, folded_words, is_telephone, number_tails, typed_numbers


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Brackenford Foods Ltd", "brackenford foods ltd"),
        ("Łódź-Café & Søn", "lodz cafe son"),
        ("Straße STRASSE", "strasse strasse"),
        ("O’Brien, d'Arcy", "obrien darcy"),
        ("İstanbul ığdır", "istanbul igdir"),
        ("Œuvre Ærø Þór", "oeuvre aero thor"),
        ("株式会社山田", "株 式 会 社 山 田"),
        ("ヤマダ Foods", "ヤ マ タ foods"),  # the mark that makes DA of TA is dropped on both sides
        ("שָׁלוֹם בע״מ", "שלום בע מ"),
        ("شركة محمّد", "شركة محمد"),
        ("INV-2026/0042_b", "inv 2026 0042 b"),
        ("２０２６", "2026"),
        ("\u202e\x00 ~ \U0001f600", ""),
    ],
)
def test_a_text_as_it_is_compared(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_and_leaves_no_signs(text: str) -> None:
    words = folded_words(text)
    assert fold(" ".join(words)) == " ".join(words)
    assert not set(fold(text)) & set(map(chr, range(128))) - set(
        "0123456789abcdefghijklmnopqrstuvwxyz "
    )


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("0113 496 0142", "0113 496 0142"),
        ("0113 496 0142", "01134960142"),
        ("0113 496 0142", "(0113) 496-0142"),
        ("0113 496 0142", "+44 113 496 0142"),
        ("0113 496 0142", "0044 113 496 0142"),
        ("0113 496 0142", "496 01"),
        ("0113 496 0142", "0142"),
        ("+44 (0)113 496 0142", "0113 496"),
        ("+1 212 555 0100", "(212) 555-0100"),
        ("+41 44 668 18 00", "044 668 18 00"),
        ("٠١١٣ ٤٩٦ ٠١٤٢", "0113496"),
    ],
)
def test_a_number_is_found_however_it_is_spelt(written: str, typed: str) -> None:
    tails = number_tails(written)
    assert any(tail.startswith(sought) for tail in tails for sought in typed_numbers(typed))


@pytest.mark.parametrize("typed", ["", "12", "142", "INV-2318", "0" * 30, "ext 1234", "0000"])
def test_what_is_no_telephone_number(typed: str) -> None:
    assert typed_numbers(typed) in ([], ["0000"])


def test_another_number_is_not_found() -> None:
    assert not any(t.startswith(s) for t in number_tails("0113 496 0142") for s in ["4142", "0113"])


@pytest.mark.parametrize("number", ["", "none", "000"])
def test_a_number_without_digits_has_no_tails(number: str) -> None:
    assert number_tails(number) == []


def test_the_shortest_number_is_its_own_tail() -> None:
    assert number_tails("999") == ["999"]
    assert len(number_tails("9" * 400)) == 15


@given(st.text(alphabet="+-() 0123456789٠١"))
def test_any_number_can_be_taken_apart(text: str) -> None:
    assert all(tail.isdecimal() for tail in number_tails(text) + typed_numbers(text))


@pytest.mark.parametrize(
    "text", ["020 7946 0046", "+44 20 7946 0046", "(518) 555-0142", "0044 161 4960142"]
)
def test_what_can_only_be_a_telephone_number(text: str) -> None:
    assert is_telephone(text)


@pytest.mark.parametrize("text", ["7946 1212", "", "2250", "0123", "INV 0203 7946 00", "1,234.00"])
def test_what_may_be_an_invoice_or_an_amount(text: str) -> None:
    assert not is_telephone(text)
