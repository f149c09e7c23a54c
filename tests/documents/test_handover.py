"""The hand-over: one page, the most urgent first, what does not fit counted."""

from dataclasses import replace
from datetime import date

import pytest

from creditmate.documents.handover import HandoverPaper, draw_handover
from creditmate.documents.page import PageSize
from creditmate.domain.handover import Handover, HandoverItem, Query
from creditmate.domain.money import Money
from creditmate.domain.promises import Deed, Promise
from creditmate.domain.rows import ContactRow
from tests.documents.reading import drawn, texts

MADE = date(2026, 11, 23)
RUTH = ContactRow(1, 1, "Ruth Okafor", "Director", "decides", "call", "mornings", "01632 960 271",
                  "ruth@brindle.example")  # fmt: skip
ITEM = HandoverItem(
    customer=1,
    code="BRIN01",
    name="Brindle Row Interiors Ltd",
    overdue=(Money(342_730, "GBP"), Money(5_000, "EUR")),
    promises=(Promise(1, "GBP", 125_000, MADE, date(2026, 11, 27), date(2026, 12, 1)),),
    deeds=(Deed(2, "copy of invoice 2118", MADE, date(2026, 11, 25)),),
    calls=(date(2026, 11, 24),),
    queries=(Query(Money(8_640, "GBP"), date(2026, 9, 14), "four lengths short"),),
    person=RUTH,
    remember="Quote their order number.",
)


def a_paper(count: int, *, note: str = "", size: PageSize = PageSize.A4) -> HandoverPaper:
    items = tuple(replace(ITEM, code=f"C{place:03}") for place in range(count))
    days = (date(2026, 11, 24), date(2026, 12, 1))
    return HandoverPaper(
        Handover("Marian Pike", "Ellen Rook", *days, MADE, note, items), "en_GB", size
    )


def page_of(paper: HandoverPaper) -> list[str]:
    made = draw_handover(paper)
    (page,) = drawn(made.pdf)
    assert made.pages == 1
    return texts(page)


def test_everything_about_a_customer_is_on_it() -> None:
    said = page_of(a_paper(1, note="Back on Wednesday"))
    for words in (
        "INTERNAL",
        "Marian Pike is away",
        "for Ellen Rook",
        "Tuesday 24 November 2026 to Tuesday 1 December 2026, both included; as at 23 Nov",
        "Back on Wednesday",
        "Brindle Row Interiors Ltd C000",
        "£3,427.30, €50.00 overdue",
        "Ruth Okafor, 01632 960 271, best mornings",
        "They: £1,250.00 by 27 Nov",
        "We: copy of invoice 2118, by 25 Nov",
        "A call was agreed for 24 Nov",
        "Under query: £86.40, four lengths short, since 14 Sep",
        "Quote their order number.",
    ):
        assert words in [" ".join(text.split()) for text in said]


def test_who_is_away_has_signed_it() -> None:
    paper = a_paper(1, note="Back on Wednesday")
    signed = replace(paper.handover, signature="Marian Pike\n\nAccounts\n01632 960 219")
    said = page_of(replace(paper, handover=signed))
    line = "Marian Pike, Accounts, 01632 960 219"
    assert said[said.index("Back on Wednesday") + 1] == line
    assert line in page_of(replace(paper, handover=replace(signed, note="")))
    assert line not in page_of(paper)


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("count", [5, 7, 8, 40])
def test_what_does_not_fit_is_counted(count: int, size: PageSize) -> None:
    said = page_of(a_paper(count, size=size))
    shown = [text for text in said if text.startswith("Brindle")]
    more = [text for text in said if text.startswith("and ")]
    assert len(shown) == len(set(shown)) >= 5
    assert more == ([] if len(shown) == count else [f"and {count - len(shown)} more"])


@pytest.mark.parametrize("size", PageSize)
def test_nothing_runs_into_the_lower_band(size: PageSize) -> None:
    made = draw_handover(a_paper(40, note="x " * 400, size=size))
    (page,) = drawn(made.pdf)
    high = 297.0 if size is PageSize.A4 else 279.4
    body = [item for item in page if item.text not in {"INTERNAL", "hand-over"}]
    assert max(item.bottom for item in body) < high - 12.0
    assert max(item.right for item in body) <= 194.0 + 1.5


def test_with_nothing_to_hand_over_it_says_so() -> None:
    assert "None of these customers needs anything in this time." in page_of(a_paper(0))


def test_the_same_hand_over_gives_the_same_bytes() -> None:
    assert draw_handover(a_paper(3)).pdf == draw_handover(a_paper(3)).pdf


def test_long_notes_go_on_below_and_the_code_stays() -> None:
    remember = "Quote their order number on everything that goes there, always. " * 5
    reason = "four lengths short and one split along the grain " * 3
    item = replace(
        ITEM,
        name="Brindle Row Interiors and Shopfitting of Overmere and Hollin Bridge Limited " * 2,
        remember=remember + "The end.",
        queries=(replace(ITEM.queries[0], reason=reason + "at the end"),),
    )
    paper = a_paper(1)
    paper = replace(paper, handover=replace(paper.handover, items=(item,)))
    (page,) = drawn(draw_handover(paper).pdf)
    said = " ".join(" ".join(texts(page)).split())
    assert "The end." in said
    assert "at the end, since 14 Sep" in said
    (name,) = [text for text in texts(page) if text.startswith("Brindle")]
    assert name.endswith("BRIN01")
    assert max(mark.right for mark in page) <= 194.0 + 0.2


def test_one_endless_note_leaves_room_for_the_others() -> None:
    paper = a_paper(3)
    items = [replace(item, remember="again and " * 190) for item in paper.handover.items]
    said = page_of(replace(paper, handover=replace(paper.handover, items=tuple(items))))
    assert len([text for text in said if text.startswith("Brindle")]) == 3
