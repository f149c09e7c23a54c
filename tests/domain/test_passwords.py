"""A password is the same however it is typed, and one that protects nothing is not taken."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.passwords import LONGEST, SHORTEST, as_typed, see_suitable


@given(st.text())
def test_accents_and_blanks_at_the_ends_may_be_typed_either_way(text: str) -> None:
    assert as_typed(f"  {unicodedata.normalize('NFD', text)}\t") == as_typed(text)


@pytest.mark.parametrize("other", ["Four Words", "four  words", "fourwords", "four words.", ""])
def test_nothing_else_is_the_same(other: str) -> None:
    assert as_typed(other) != as_typed("four words")


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("", "empty"),
        (" \t ", "empty"),
        ("seven77", "short"),
        ("  seven77  ", "short"),
        ("e\u0301" * (SHORTEST - 1), "short"),
        ("with\x00nothing", "sign"),
        ("with a\nline", "sign"),
        ("with a \udcff byte", "sign"),
        ("x" * (LONGEST + 1), "long"),
    ],
)
def test_what_protects_nothing_is_refused_by_name(password: str, fault: str) -> None:
    with pytest.raises(UserError) as caught:
        see_suitable(password)
    assert caught.value.problem is Problem.PASSWORD_UNSUITABLE
    assert caught.value.facts == {"fault": fault, "least": SHORTEST}


@pytest.mark.parametrize("password", ["four words", "пароль-и-ещё", "eight888", "x" * LONGEST])
def test_any_other_is_taken(password: str) -> None:
    see_suitable(password)
