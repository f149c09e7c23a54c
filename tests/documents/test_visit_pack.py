"""The visit pack: all that whoever goes should know, marked as ours on every page."""

from dataclasses import replace
from datetime import date

import pytest

from creditmate.documents.page import RIGHT, PageSize, page
from creditmate.documents.visit_pack import draw_pack
from creditmate.documents.visit_pack_paper import VisitPack
from creditmate.domain.talk_facts import OurAuthority
from creditmate.domain.visit_observations import Topic
from creditmate.domain.visits import IssueKind, VisitInner, VisitIssue
from creditmate.i18n.visit_report_words import topic_words
from tests.documents.builders import a_statement, mockup_items
from tests.documents.longer_words import in_longer_words
from tests.documents.pack_builders import PACK, VISIT
from tests.documents.reading import Drawn, drawn, texts
from tests.documents.test_contact_history import PAPER


def pages(paper: VisitPack = PACK) -> list[list[Drawn]]:
    return drawn(draw_pack(paper).drawn.pdf)


def said(paper: VisitPack = PACK) -> str:
    found = " ".join(text for one in pages(paper) for text in texts(one))
    return " ".join(found.split())


def issues(count: int) -> VisitPack:
    found = tuple(
        VisitIssue(n, IssueKind.OTHER, f"Issue {n:02} that takes more than one line of the table")
        for n in range(count)
    )
    return replace(PACK, visit=replace(VISIT, issues=found))


def test_it_holds_all_of_it_in_the_order_in_which_it_is_read() -> None:
    found = said(replace(PACK, history=PAPER))
    place = -1
    for words in (
        "Visit pack: Brindle Row Interiors Ltd",
        "for Ellen Rook, Tom Ashby printed 23 Nov 2026, 16:20",
        "We should like to settle the short delivery on invoice 2118. (get-well visit)",
        "50 min each way, 44 miles there and back",
        "Ruth Okafor, director, decides, likes figures on one sheet; Daniel Prentice, accounts",
        "not yet: ring before you leave",
        "Delivery note",
        "Leaving well",
        "Pays the builders' merchant first.",
        "Usually pays 12 days late",
        "£7,500.00, used £6,435.10",
        "£4,100.00 a year",
        "Invoice 2118",
        "Balance, of it overdue 3,813.70",
        "£86.40 for a short delivery, since 14 Sep",
        "Terms and their proof",
        "Issues",
        "Joint count of stock",
        "Plan up to 4 months",
        "re-book for the week of 7 December",
        "compare with 11 June 2026 (grey)",
        "Promised by them",
        "Notes",
        "Call with Ruth Okafor, 3 min",
        "driver's sheet to Ruth",
    ):
        assert words in found
        at = found.index(words, place + 1)
        assert at > place
        place = at


def test_of_an_account_on_which_nothing_is_overdue_it_says_so() -> None:
    found = said(replace(PACK, statements=(a_statement(mockup_items()[-3:]),)))
    assert "Balance, nothing overdue" in found
    assert "overdue 0.00" not in found


def test_every_page_says_that_it_is_ours() -> None:
    found = pages(replace(PACK, history=PAPER))
    assert len(found) >= 3
    for number, one in enumerate(found, start=1):
        assert texts(one).count("INTERNAL") == 2
        assert texts(one).count("not for the customer, do not leave behind") == 2
        assert f"V-2611-006   Page {number} of {len(found)}" in texts(one)


def test_all_topics_stand_on_one_page_with_their_heads() -> None:
    for count in (0, 4, 9, 40):
        titles = {topic_words(topic, "en_GB") for topic in Topic}
        found = [one for one in pages(issues(count)) if titles & set(texts(one))]
        assert len(found) == 1
        assert titles <= set(texts(found[0]))
        assert "Better" in texts(found[0])


def test_notes_have_room_to_write_whatever_stands_above_them() -> None:
    for count in (0, 4, 9, 13, 20):
        whole = [one for one in pages(issues(count)) if "Notes" in texts(one)]
        assert len(whole) == 1


def test_without_anything_known_there_is_still_a_pack() -> None:
    bare = replace(
        PACK, inner=VisitInner(), statements=(), last=None,
        visit=replace(VISIT, people=(), issues=(), requests=(), at=None),
        confirmed_day=date(2026, 11, 25), base="Tom Ashby, 01632 960 145",
    )  # fmt: skip
    found = said(bare)
    assert "Nothing is open." in found
    assert "None were written down." in found
    assert "ask before you go" in found
    assert "Tell Tom Ashby, 01632 960 145 where you go" in found
    assert "(grey)" not in found


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("wordy", [False, True])
def test_nothing_leaves_the_page_in_longer_words(
    size: PageSize, wordy: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if wordy:
        in_longer_words(monkeypatch)
    form = page(size)
    for one in drawn(draw_pack(replace(issues(15), size=size, history=PAPER)).drawn.pdf):
        assert max(item.right for item in one) <= RIGHT + form.shift + 0.1
        assert max(item.baseline for item in one) <= form.height - 6.0


def test_the_same_pack_gives_the_same_bytes() -> None:
    assert draw_pack(PACK) == draw_pack(PACK)


def test_who_goes_reads_what_they_may_agree_where_nothing_was_said_for_this_visit() -> None:
    bare = replace(PACK, inner=replace(PACK.inner, limits=""))
    assert "Nothing was agreed: ask before you go." in said(bare)
    may = OurAuthority(plan_parts=6, currency="GBP")
    found = said(replace(bare, may=may))
    assert "A plan of up to 6 parts; ask before a discount" in found
    assert "Nothing was agreed" not in found
    assert "ask before a discount" not in said(replace(PACK, may=may)), "what was said counts"


def test_our_own_paper_cuts_no_words_of_an_issue() -> None:
    words = " ".join(f"word{number:02}" for number in range(30))
    one = VisitIssue(1, IssueKind.OTHER, words)
    found = said(replace(PACK, visit=replace(VISIT, issues=(one,))))
    assert all(f"word{number:02}" in found for number in range(30))
