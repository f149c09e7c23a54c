"""The welcome letter: one page that says how we work together, in the customer's language."""

from dataclasses import replace
from datetime import date

import pytest

from creditmate.documents.page import LEFT, RIGHT, PageSize, page
from creditmate.documents.papers import Concern
from creditmate.documents.sheet import Text
from creditmate.documents.welcome_letter import draw_welcome, lay_out_welcome
from creditmate.documents.welcome_paper import Person, WelcomePaper
from creditmate.documents.window import PRESETS, Preset
from creditmate.domain.due_rules import Net
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.terms import TermsVersion
from tests.documents.builders import EURO_BANK, a_card
from tests.documents.longer_words import in_longer_words
from tests.documents.reading import drawn, texts

PAPER = WelcomePaper(
    business=a_card(),
    number="W-2611-001",
    day=date(2026, 11, 23),
    customer_name="Brindle Row Interiors Ltd",
    account="BRIN01",
    address=("Brindle Row Interiors Ltd", "14 Brindle Row", "Overmere", "OV2 4LN"),
    currency="GBP",
    greeted="Ms Hale",
    terms=PaymentTerms(Net(30)),
    limit=Money(750_000, "GBP"),
    agreed=TermsVersion(3, "Terms of trade", "en", 3, date(2026, 10, 1), "0" * 64),
    people=(
        Person("Invoices and payments", "Ellen Rook", "01632 960 144, ellen@rookmere.example"),
        Person("Orders and deliveries", "Tom Ash", "01632 960 145"),
    ),
)


def said(paper: WelcomePaper = PAPER) -> str:
    made = draw_welcome(paper).drawn
    assert made.pages == 1
    (only,) = drawn(made.pdf)
    return " ".join(texts(only))


def test_it_says_how_we_work_how_to_pay_and_whom_to_call() -> None:
    found = said()
    for words in (
        "Dear Ms Hale,",
        "Your account with Rookmere Joinery Supplies",
        "Our invoices are due: 30 days from invoice date.",
        "£7,500.00 may be open",
        "on our Terms of trade, version 3 of 1 October 2026;",
        "How to pay",
        "00-11-22",
        "BRIN01 and the number of the invoice",
        "Whom to call",
        "Tom Ash",
        "01632 960 145",
        "Enclosed: Terms of trade, version 3 of 1 October 2026",
        "With kind regards",
        "W-2611-001",
        "23 November 2026",
    ):
        assert words in found


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(
        PAPER, greeted="", terms=None, limit=None, agreed=None, people=(),
        business=a_card(bank=None),
    )  # fmt: skip
    found = said(bare)
    assert "Dear Accounts team," in found
    for words in ("How to pay", "Whom to call", "Enclosed", "may be open", "deliveries", "due:"):
        assert words not in found
    assert "stands on every invoice" in found


def test_abroad_the_country_stands_last_and_the_account_is_the_iban() -> None:
    found = said(replace(PAPER, abroad="DE", currency="EUR", business=a_card(bank=EURO_BANK)))
    assert "GERMANY" in found
    assert "DE89 3704" in found


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("wordy", [False, True])
def test_it_is_one_page_whatever_the_language(
    size: PageSize, wordy: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if wordy:
        in_longer_words(monkeypatch)
    window = PRESETS[Preset.US_10 if size is PageSize.LETTER else Preset.UK_DL]
    people = tuple(Person(f"Task {n}", f"Person {n}", f"01632 960 14{n}") for n in range(4))
    form = page(size)
    sheet, warnings = lay_out_welcome(replace(PAPER, size=size, window=window, people=people))
    marks = [mark for mark in sheet.marks if isinstance(mark, Text)]
    body = [mark for mark in marks if mark.style.size > 7.5 and mark.y > 96]
    assert max(mark.y for mark in body) <= form.body_bottom
    assert min(mark.x for mark in marks) >= LEFT + form.shift - 0.01
    assert warnings == []
    (shown,) = drawn(draw_welcome(replace(PAPER, size=size, window=window)).drawn.pdf)
    assert max(item.right for item in shown) <= RIGHT + form.shift + 0.1


def test_an_address_that_is_too_long_is_told() -> None:
    long = replace(PAPER, address=tuple(f"Line {n}" for n in range(9)))
    assert [one.concern for one in draw_welcome(long).warnings] == [Concern.ADDRESS_TOO_LONG]


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert draw_welcome(PAPER) == draw_welcome(PAPER)
