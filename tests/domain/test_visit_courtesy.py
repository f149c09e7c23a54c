"""A gentle look at the sentence that tells a customer what a visit is for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.visit_courtesy import CourtesyHint, CourtesyWhy, courtesy_hints

HARSH = ("failure to", "demand*", "legal action", "overdue debt", "insist*")
GOOD = (
    "To agree together how the four open invoices can be settled before the spring season, and to"
    " put right anything in our deliveries that has held you up."
)


def whys(text: str) -> list[CourtesyWhy]:
    return [hint.why for hint in courtesy_hints(text, HARSH, ["CAWDER MARINE"])]


def test_the_pictured_sentence_is_courteous() -> None:
    assert courtesy_hints(GOOD, HARSH) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("To demand payment of what is due.", ("demand",)),
        ("Because of your Failure  to pay we demanded a visit.", ("Failure to", "demanded")),
        ("To avoid legal action we come on Friday.", ("legal action",)),
    ],
)
def test_what_threatens_or_blames_is_named_as_it_stands(text: str, found: tuple[str, ...]) -> None:
    assert courtesy_hints(text, HARSH) == (CourtesyHint(CourtesyWhy.HARSH, found),)


def test_a_word_inside_another_is_not_meant() -> None:
    assert whys("To see what is in much demand.") == [CourtesyWhy.HARSH]
    assert whys("To hear about your undemanding customers.") == []


def test_it_is_one_sentence_however_it_is_abbreviated() -> None:
    assert whys("To see you. To talk.") == [CourtesyWhy.SEVERAL_SENTENCES]
    assert whys("To see Mr. Coulthard of St. Ives Ltd. about approx. 4 pallets.") == []
    assert whys("To see J. Tallis about invoice 2.5.") == []


def test_it_is_short_and_quiet() -> None:
    assert whys("x" * 241) == [CourtesyWhy.TOO_LONG]
    assert whys("To talk!") == [CourtesyWhy.EXCLAIMS]
    assert whys("To settle EVERYTHING with CAWDER MARINE.") == [CourtesyWhy.SHOUTS]
    assert whys("To talk about VAT and the PO.") == []
    assert whys("  \n ") == [CourtesyWhy.EMPTY]


@given(text=st.text(max_size=300), harsh=st.lists(st.text(max_size=12), max_size=4))
def test_any_text_can_be_looked_at(text: str, harsh: list[str]) -> None:
    hints = courtesy_hints(text, [phrase for phrase in harsh if phrase.strip("* ")])
    assert len({hint.why for hint in hints}) == len(hints)
    assert (hints == (CourtesyHint(CourtesyWhy.EMPTY),)) == (not text.split())
