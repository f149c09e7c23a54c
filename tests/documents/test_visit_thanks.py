"""The letter of thanks: short, exact, and with every day on which somebody does something."""

from dataclasses import replace
from datetime import date

import pytest

from creditmate.documents.page import RIGHT, PageSize, page
from creditmate.documents.papers import Concern
from creditmate.documents.visit_thanks import draw_thanks, thanks_text
from creditmate.documents.visit_thanks_paper import SentLater, VisitThanks
from creditmate.documents.window import PRESETS, Preset
from creditmate.domain.confirmation import Confirmation, Deed, Part
from creditmate.domain.money import Money
from tests.documents.builders import a_card
from tests.documents.longer_words import in_longer_words
from tests.documents.reading import drawn, find, texts

VISIT = date(2026, 12, 3)
TOLD = Confirmation(
    interaction=1, code="BRIN01", customer="Brindle Row Interiors Ltd", locale="en_GB",
    to="Ruth Okafor", address="ruth@brindle.example", day=VISIT, channel="visit", incoming=False,
    promised=Part(Money(114_243, "GBP"), date(2026, 12, 18)),
    deeds=(Deed("Credit note for the four lengths", date(2026, 12, 9)),),
    business="Rookmere Joinery Supplies", phone="01632 960 144",
    from_address="ellen@rookmere.example", signed="Ellen Rook",
)  # fmt: skip
THANKS = VisitThanks(
    business=a_card(),
    number="V-2611-006/2",
    day=date(2026, 12, 4),
    visit_day=VISIT,
    customer_name="Brindle Row Interiors Ltd",
    account="BRIN01",
    address=("Ruth Okafor", "Brindle Row Interiors Ltd", "Unit 6, Tannery Yard", "Overmere",
             "OV3 8LN"),
    told=TOLD,
    does=(Deed("Order numbers on every order", date(2026, 12, 11)),),
    received=("Your goods-in note",),
    later=(SentLater("Accounts to June", date(2026, 12, 11)), SentLater("A list of sites", None)),
    opening="Thank you for showing us the workshop.",
    signed="Ellen Rook",
)  # fmt: skip


def said(paper: VisitThanks = THANKS) -> str:
    return " ".join(text for one in drawn(draw_thanks(paper).drawn.pdf) for text in texts(one))


def test_it_is_one_page_that_says_what_each_does_by_when() -> None:
    (only,) = drawn(draw_thanks(THANKS).drawn.pdf)
    found = " ".join(texts(only))
    for words in (
        "Dear Ruth Okafor,",
        "Our visit on Thursday 3 December 2026, account BRIN01",
        "Thank you for your time on Thursday 3 December 2026. Thank you for showing us",
        "This is what we each said we would do.",
        "You pay £1,142.43 by Friday 18 December 2026.",
        "Order numbers on every order, by Friday 11 December 2026.",
        "You send us by Friday 11 December 2026: Accounts to June.",
        "You send us: A list of sites.",
        "Credit note for the four lengths, by Wednesday 9 December 2026.",
        "Thank you for letting us have:",
        "Your goods-in note",
        "If a line is not as you remember it, please ring us on 01632 960 144.",
        "V-2611-006/2",
        "Page 1 of 1",
    ):
        assert words in found
    assert find(only, "From your side:").baseline < find(only, "From our side:").baseline


def test_the_message_says_what_the_paper_says() -> None:
    text = thanks_text(THANKS)
    printed = said()
    for line in text.mail.replace("\u00a0", " ").splitlines():
        for word in line.removeprefix("- ").split():
            assert word in printed
    assert "- You pay £1,142.43" in text.mail


def test_a_visit_that_brought_no_promise_is_thanked_for_all_the_same() -> None:
    paper = replace(
        THANKS, told=replace(TOLD, promised=None, deeds=(), to=""), does=(), received=(), later=(),
        opening="",
    )  # fmt: skip
    found = said(paper)
    assert "Dear Accounts team," in found
    assert "We look forward to continuing to work with you." in found
    assert "said we would do" not in found
    assert "From your side" not in found


@pytest.mark.parametrize(
    "told",
    [
        replace(TOLD, deeds=()),
        replace(TOLD, promised=None),
    ],
)
def test_what_one_side_alone_does_is_not_told_as_said_by_both(told: Confirmation) -> None:
    found = said(replace(THANKS, told=told, does=(), later=()))
    assert "This is what we agreed." in found
    assert "each said" not in found
    assert ("From your side:" in found) is (told.promised is not None)
    assert ("From our side:" in found) is bool(told.deeds)


@pytest.mark.parametrize(
    ("met", "greeted"),
    [
        ("somebody in accounts", "Dear Accounts team,"),
        ("Bob from Leeds", "Dear Bob,"),
        ("Ludwig van der Berg", "Dear Ludwig van der Berg,"),
    ],
)
def test_a_name_that_was_only_heard_is_greeted_as_in_any_letter(met: str, greeted: str) -> None:
    assert greeted in said(replace(THANKS, told=replace(TOLD, to=met)))


def test_nothing_in_it_presses() -> None:
    found = said().casefold()
    for word in ("overdue", "late", "must", "failure", "demand", "immediately", "!"):
        assert word not in found.replace("later", "")


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("count", [1, 60])
def test_nothing_leaves_the_page_nor_is_lost_and_the_name_is_never_alone(
    size: PageSize, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_longer_words(monkeypatch)
    window = PRESETS[Preset.US_10 if size is PageSize.LETTER else Preset.UK_DL]
    deeds = tuple(Deed(f"Deed number {n} of a rather long list", VISIT) for n in range(count))
    paper = replace(
        THANKS, size=size, window=window, address=THANKS.address[:4],
        told=replace(TOLD, deeds=deeds),
    )  # fmt: skip
    checked, form = draw_thanks(paper), page(size)
    found = drawn(checked.drawn.pdf)
    for one in found:
        assert max(item.right for item in one) <= RIGHT + form.shift + 0.1
        assert max(item.baseline for item in one) <= form.footer_baseline + 0.1
    assert [w for w in checked.warnings if w.concern is not Concern.ADDRESS_TOO_LONG] == []
    last = texts(found[-1])
    signed = last.index("Ellen Rook")
    assert len(last[:signed]) > 6


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert draw_thanks(THANKS) == draw_thanks(THANKS)
