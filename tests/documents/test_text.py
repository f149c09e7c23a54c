"""Strings made safe, wrapped and shortened."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from creditmate.documents.fonts import BODY, undrawable, width
from creditmate.documents.text import clean, reads_right_to_left, shortened, wrap


@given(st.text(max_size=80))
def test_nothing_invisible_is_left(text: str) -> None:
    cleaned = clean(text)
    assert not {"Cc", "Cs", "Zl", "Zp"} & {unicodedata.category(c) for c in cleaned}
    assert not set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff") & set(
        cleaned
    )
    assert clean(cleaned) == cleaned


def test_line_breaks_become_blanks_and_marks_compose() -> None:
    assert clean("a\nb\tc") == "a b c"
    assert clean("Cafe\u0301 \u202egpj.exe") == "Café gpj.exe"


@given(st.text(alphabet="abc -/.,é5", max_size=120), st.floats(6, 60))
def test_wrapping_keeps_every_character_and_the_width(text: str, room: float) -> None:
    lines = wrap(text, BODY, room)
    assert all(width(line, BODY) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_long_word_breaks_after_its_punctuation() -> None:
    assert wrap("PO/2026/000123456-B", BODY, 20.0) == ["PO/2026/", "000123456-B"]


@given(st.text(alphabet="abcdef ", min_size=1, max_size=60), st.floats(5, 40))
def test_what_is_shortened_says_so(text: str, room: float) -> None:
    short = shortened(text, BODY, room)
    assert width(short, BODY) <= room
    assert short == text or short.endswith("…")


def test_scripts_written_from_the_right_are_noticed() -> None:
    assert reads_right_to_left("חשבונית 2118")
    assert not reads_right_to_left("Łódź Ωmega")


def test_missing_glyphs_are_named_once() -> None:
    assert undrawable("Łódź, Ωmega, Привет, שלום, −€–") == ()
    assert undrawable("a😀b日😀") == ("😀", "日")
