"""The contact history in the finished PDF: in order, nothing parted that should not be, quickly."""

from dataclasses import replace
from datetime import date, timedelta
from time import perf_counter

import pytest

from creditmate.documents.contact_history import draw_history
from creditmate.documents.history_paper import HistoryPaper
from creditmate.documents.page import RIGHT, PageSize, page
from creditmate.domain.kinds import DocumentKind, EntryKind
from creditmate.domain.money import Money
from creditmate.domain.promises import Deed
from creditmate.domain.story import (
    DocumentIssued,
    Happening,
    MoneyMoved,
    Pledge,
    StoryEvent,
    StoryKey,
    Talk,
    Topic,
)
from tests.documents.builders import a_card
from tests.documents.longer_words import in_longer_words
from tests.documents.reading import Drawn, drawn, find, on_line, texts

FIRST = date(2026, 9, 28)


def invoice(day: date, number: str) -> DocumentIssued:
    key = StoryKey(day, Happening.DOCUMENT, 1)
    due = (day + timedelta(days=30),)
    gross = Money(45_630, "GBP")
    return DocumentIssued(key, DocumentKind.INVOICE, number, "PO 1", due, gross)


def talk(day: date, *, notes: str = "", outcome: str = "will_pay") -> Talk:
    return Talk(
        key=StoryKey(day, Happening.TALK, 2),
        channel="call",
        direction="out",
        outcome=outcome,
        with_name="Ruth Okafor",
        by="Ellen Rook",
        seconds=180,
        notes=notes,
        none_because="",
        pledges=(Pledge(day + timedelta(days=4), Money(50_000, "GBP")),),
    )


def money(day: date) -> MoneyMoved:
    key = StoryKey(day, Happening.MONEY, 3)
    return MoneyMoved(key, EntryKind.RECEIPT, "1988", "2170", Money(-50_000, "GBP"), False)


EVENTS: tuple[StoryEvent, ...] = (
    invoice(FIRST, "2227"),
    talk(date(2026, 10, 19), notes="Cash is short until the showroom is signed off."),
    money(date(2026, 10, 23)),
)
PAPER = HistoryPaper(
    business=a_card(),
    customer_name="Brindle Row Interiors Ltd",
    account="BRIN01",
    as_at=date(2026, 11, 23),
    events=EVENTS,
    deeds=(Deed(1, "driver's sheet to Ruth", FIRST, FIRST, FIRST),),
)


def pages(paper: HistoryPaper = PAPER) -> list[list[Drawn]]:
    return drawn(draw_history(paper).drawn.pdf)


def test_every_contact_is_told_with_who_when_how_and_what_came_of_it() -> None:
    (only,) = pages()
    found = " ".join(texts(only))
    for words in (
        "Contact history: Brindle Row Interiors Ltd",
        "INTERNAL not for the customer",
        "everything up to 23 November 2026",
        "3 entries",
        "September 2026",
        "Mon 28 Sep",
        "Call with Ruth Okafor, 3 min",
        "Will pay",
        "Ellen Rook",
        "£500.00 by Fri 23 Oct",
        "Cash is short",
        "What was promised",
        "driver's sheet to Ruth",
        "Done",
        "Page 1 of 1",
    ):
        assert words in found
    assert texts(only).count("INTERNAL") == 2
    tops = [find(only, text).baseline for text in ("Mon 28 Sep", "Mon 19 Oct", "Fri 23 Oct")]
    assert tops == sorted(tops)


def test_money_takes_one_line() -> None:
    (only,) = pages()
    line = texts(on_line(only, find(only, "Payment received").baseline))
    assert line == ["Fri 23 Oct", "Payment received", "Receipt 1988, reference 2170", "£500.00"]


def test_what_may_be_handed_over_has_our_letterhead_and_no_band() -> None:
    (only,) = pages(replace(PAPER, facts_only=True, first=FIRST, last=date(2026, 11, 1)))
    found = " ".join(texts(only))
    assert "INTERNAL" not in found
    assert "from 28 September 2026 to 1 November 2026" in found
    assert "Our own notes are not part of it." in found
    assert "Ellen Rook trading as Rookmere Joinery Supplies" in found


def test_what_it_was_narrowed_to_is_said() -> None:
    (only,) = pages(replace(PAPER, topic=Topic.TALKS, text=" showroom ", channel="email"))
    assert "Only: Talks, E-mail, with the words “showroom”" in texts(only)


def test_nothing_happened() -> None:
    (only,) = pages(replace(PAPER, events=(), deeds=()))
    assert "Nothing happened in this time." in texts(only)


def many(count: int) -> tuple[StoryEvent, ...]:
    note = "She looks at it with the yard and rings back; the order number was missing. " * 3
    days = (FIRST + timedelta(days=n) for n in range(count))
    return tuple(
        talk(day, notes=note) if n % 2 else invoice(day, f"{3000 + n}")
        for n, day in enumerate(days)
    )


def test_a_long_one_is_whole_in_order_and_quick() -> None:
    paper = replace(PAPER, events=many(900), as_at=date(2029, 12, 31))
    draw_history(replace(paper, events=many(10)))  # the typeface is read
    begun = perf_counter()
    made = draw_history(paper).drawn
    assert perf_counter() - begun < 5
    found = drawn(made.pdf)
    assert len(found) == made.pages >= 30
    numbers = [t.split()[1] for one in found for t in texts(one) if t.startswith("Invoice 3")]
    assert numbers == [f"{3000 + n}" for n in range(0, 900, 2)]
    assert any(f"Page {len(found)} of {len(found)}" in text for text in texts(found[-1]))


def test_a_note_longer_than_a_page_is_parted_and_none_of_it_lost() -> None:
    words = [f"word{n}" for n in range(3000)]
    found = pages(replace(PAPER, events=(talk(FIRST, notes=" ".join(words)),)))
    assert len(found) > 2
    said = " ".join(text for one in found for text in texts(one)).split()
    assert [word for word in said if word.startswith("word")] == words


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("facts", [False, True])
@pytest.mark.parametrize("wordy", [False, True])
def test_nothing_leaves_the_page(
    size: PageSize, facts: bool, wordy: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if wordy:
        in_longer_words(monkeypatch)
    paper = replace(PAPER, events=many(60), facts_only=facts, size=size)
    form = page(size)
    for one in pages(paper):
        assert max(item.right for item in one) <= RIGHT + form.shift + 0.1
        foot = form.height - 12.0 if not facts else form.footer_rule
        body = [item for item in one if item.size > 7.6 and item.top > 20]
        inside = [item for item in body if item.bottom < form.height - 13.0]
        assert max(item.bottom for item in inside) <= foot


def test_the_same_history_gives_the_same_bytes() -> None:
    assert draw_history(PAPER) == draw_history(PAPER)
