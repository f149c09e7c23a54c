"""The printed call sheet: one block per customer that no page parts, internal on every page."""

from dataclasses import replace
from datetime import date, time

import pytest

from creditmate.documents.call_sheet import draw_call_sheet
from creditmate.documents.call_sheet_paper import CallSheetPaper, SheetLine
from creditmate.documents.page import RIGHT, PageSize, page
from creditmate.domain.money import Money
from creditmate.domain.rows import ContactRow
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.worklist import Channel, Kind, Line
from tests.documents.builders import a_card
from tests.documents.longer_words import in_longer_words
from tests.documents.reading import Drawn, drawn, find, texts

DANIEL = ContactRow(
    id=1, customer_id=1, name="Daniel Marsh", role="Purchase ledger", authority="pays",
    channel="call", best_time="mornings", phone="020 7946 0011", email="daniel@brack.example",
)  # fmt: skip


def line(
    kind: Kind = Kind.FOLLOW_UP, channel: Channel = Channel.CALL, at: time | None = None
) -> Line:
    return Line(
        customer=1,
        kind=kind,
        channel=channel,
        reasons=(Reason(ReasonCode.OVERDUE, days=18), Reason(ReasonCode.SILENCE, days=12)),
        amounts=(Money(420_000, "GBP"),),
        parts=(),
        days_late=18,
        at=at,
    )


ONE = SheetLine("BRAC01", "Brackenford Homes Ltd", line(), DANIEL)
PAPER = CallSheetPaper(a_card(), date(2026, 11, 23), (ONE,), of=1)


def pages(paper: CallSheetPaper = PAPER) -> list[list[Drawn]]:
    return drawn(draw_call_sheet(paper).drawn.pdf)


def said(paper: CallSheetPaper = PAPER) -> list[str]:
    return [text for one in pages(paper) for text in texts(one)]


def test_a_customer_is_told_with_whom_why_what_to_ask_and_boxes() -> None:
    found = said()
    joined = " ".join(found)
    for words in (
        "Call sheet",
        "Monday 23 November 2026",
        "1 customer",
        "Brackenford Homes Ltd BRAC01",
        "£4,200.00",
        "Daniel Marsh   Purchase ledger   020 7946 0011   mornings",
        "18 days late; no contact for 12 days",
        "A day for £4,200.00, and whether anything holds it up.",
        "No answer", "Will pay", "Has paid", "Under query", "Call back later",
        "Promised by Next step Notes",
        "Page 1 of 1",
    ):  # fmt: skip
        assert words in joined
    assert found.count("INTERNAL") == 2


def test_what_is_under_query_is_to_be_answered_as_the_screen_says() -> None:
    query = Reason(ReasonCode.IN_QUESTION, amount=Money(41_200, "GBP"))
    asks = line()._replace(reasons=(*line().reasons, query))
    joined = " ".join(said(replace(PAPER, lines=(replace(ONE, line=asks),))))
    assert "And an answer on £412.00 under query." in joined
    assert "And an answer on" not in " ".join(said())


def test_whose_list_it_is_and_that_it_is_not_all() -> None:
    joined = " ".join(said(replace(PAPER, whose="Ellen Rook", of=31)))
    assert "for Ellen Rook   the first 1 of 31 customers" in joined


def test_an_hour_that_was_agreed_and_branches_and_other_ways_are_said() -> None:
    called_back = replace(
        ONE, line=line(Kind.CALL_BACK, at=time(9, 30)), branches=("Leeds", "York")
    )
    mail = replace(ONE, line=line(channel=Channel.EMAIL))
    joined = " ".join(said(replace(PAPER, lines=(called_back, mail), of=2)))
    assert "Call at 09:30" in joined
    (one,) = pages(replace(PAPER, lines=(called_back,)))
    assert find(one, "Daniel").left > find(one, "Call at 09:30").right
    assert "for Leeds, York" in joined
    assert "daniel@brack.example" in joined
    assert "Done Put off" in joined


def test_somebody_who_may_not_discuss_the_account_is_marked_and_nobody_is_said() -> None:
    silent = replace(ONE, person=DANIEL._replace(discuss="no"))
    nobody = replace(ONE, person=None)
    joined = " ".join(said(replace(PAPER, lines=(silent, nobody), of=2)))
    assert "only name and number: not about the account" in joined
    assert "nobody is known there" in joined


def test_nothing_more_today_is_a_page_too() -> None:
    assert "Nothing more today." in said(replace(PAPER, lines=(), of=0, whose=""))
    of_one = said(replace(PAPER, lines=(), of=0, whose="Anna Reed"))
    assert "Nothing more for Anna Reed today." in of_one


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("wordy", [False, True])
def test_no_block_is_parted_and_nothing_leaves_the_page(
    size: PageSize, wordy: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if wordy:
        in_longer_words(monkeypatch)
    lines = tuple(
        replace(
            ONE, code=f"C{n:03}", name=f"Customer {n}",
            line=line(channel=Channel.CALL if n % 3 else Channel.LETTER),
        )
        for n in range(40)
    )  # fmt: skip
    found = pages(replace(PAPER, lines=lines, of=40, size=size))
    form = page(size)
    names = []
    for one in found:
        here = [text for text in texts(one) if text.startswith("Customer ")]
        notes = [text for text in texts(one) if text.lower().startswith(("notes", "ñötéš"))]
        assert len(here) == len(notes) > 0  # a block's last words stand where its first do
        names += here
        assert max(item.right for item in one) <= RIGHT + form.shift + 0.1
        last = max(item.baseline for item in one if item.text in notes)
        assert last < form.height - 15.0
    assert names == [f"Customer {n}" for n in range(40)]


def test_a_name_too_long_gives_way_to_no_code() -> None:
    long = "The Most Honourable Guild of Wheelwrights, Coopers and Allied Trades of Hollin Bridge"
    (only,) = pages(replace(PAPER, lines=(replace(ONE, name=long),)))
    assert find(only, "£4,200.00").left > find(only, "The Most").right
    assert not any(text == "BRAC01" for text in texts(only))


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert draw_call_sheet(PAPER) == draw_call_sheet(PAPER)
