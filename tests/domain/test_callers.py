"""Who may be on the telephone: amounts as they are said, and who comes first."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.callers import Caller, Match, Why, amounts_meant, found_by_all, ranked


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1212", {"1212"}),
        ("1,212.50", {"1212.50"}),
        ("1.212,50", {"1212.50"}),
        ("£1,212.50", {"1212.50"}),
        ("1 212,50 EUR", {"1212.50"}),
        ("1'212.50", {"1212.50"}),
        ("1212,5", {"1212.5"}),
        ("1,212", {"1212", "1.212"}),
        ("1,212,000", {"1212000"}),
        ("1,21,000", set()),
        ("1212.", {"1212"}),
        ("0", set()),
        ("", set()),
        ("Smith & Sons", set()),
        ("INV 12 of 30", set()),
        ("Ann 500", set()),
    ],
)
def test_an_amount_is_meant_whatever_separates_its_thousands(text: str, meant: set[str]) -> None:
    assert amounts_meant(text) == {Decimal(one) for one in meant}


@given(st.integers(1, 10**9))
def test_an_amount_is_found_in_every_spelling(pence: int) -> None:
    said = Decimal(pence) / 100
    english, german = f"{said:,.2f}", f"{said:,.2f}".translate(str.maketrans(",.", ".,"))
    for text in (english, german, f"{said:.2f}", english.replace(",", " ")):
        assert said in amounts_meant(text)


PHONE, NAME, PAPER = Match(Why.PHONE, "1"), Match(Why.NAME, "x"), Match(Why.PAPER, "INV-1")


def test_the_surest_comes_first_and_of_two_who_was_found_in_more_ways() -> None:
    found = ranked(
        [("B", "Bee", NAME), ("A", "Ay", NAME), ("C", "Cee", PHONE), ("B", "Bee", PAPER),
         ("D", "Dee", PHONE), ("D", "Dee", NAME), ("B", "Bee", NAME)]
    )  # fmt: skip
    assert [one.code for one in found] == ["D", "C", "B", "A"]
    assert found[0].matches == (PHONE, NAME)
    assert found[2].matches == (PAPER, NAME)
    assert found[2].sure is Why.PAPER


def test_who_is_found_by_every_word_is_meant() -> None:
    both, one = Caller("A", "Ay", (NAME,)), Caller("B", "Bee", (NAME,))
    assert found_by_all([[both, one], [Caller("A", "Ay", (PAPER,))]]) == [
        Caller("A", "Ay", (PAPER, NAME))
    ]
    assert found_by_all([[both], [one]]) == []
    assert found_by_all([]) == []
