"""Balance forward and activity on paper: sums that add up, pages that join, measures that hold."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from creditmate.documents.page import PageSize
from creditmate.documents.papers import Concern, StatementPaper
from creditmate.documents.sheet import Line
from creditmate.documents.statement import draw_statement, lay_out, warnings
from creditmate.documents.window import Preset
from creditmate.domain.customer_form import StatementKind
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.statement_period import PeriodRow, StatementPeriod
from tests.documents.builders import AS_AT, EURO_BANK, a_card, a_paper, a_receipt, an_invoice
from tests.documents.reading import Drawn, find, on_line, pages_of, pence, texts

FIRST = date(2026, 9, 1)
CHARGES, PAYMENTS, BALANCE = 144.1, 167.9, 194.0
"""Where the columns of figures end in the picture."""


def movements(count: int, currency: str, large: int) -> tuple[PeriodRow, ...]:
    """Invoices, every fourth time a receipt, now and then a credit note."""
    found = []
    for n in range(count):
        day = FIRST + timedelta(days=n * 83 // max(count, 1))
        if n % 4 == 3:
            money, kind = Money(-(90_210 + n) * large, currency), EntryKind.RECEIPT
            branch = "Brindle North Ltd" if n % 8 == 3 else ""
            found.append(
                PeriodRow(kind, f"08{n:02}", day, None, "", money, "transfer", branch)
            )  # fmt: skip
        elif n % 9 == 5:
            credit = Money(-4_520 * large, currency)
            found.append(PeriodRow(EntryKind.CREDIT_NOTE, f"C-{n:03}", day, None, "", credit))
        else:
            due, money = day + timedelta(30), Money((28_130 + 1_711 * n) * large, currency)
            order = f"PF/{7700 + n}"
            found.append(PeriodRow(EntryKind.INVOICE, f"{2160 + n}", day, due, order, money))
    return tuple(found)


def a_period_paper(
    count: int,
    kind: StatementKind = StatementKind.BALANCE_FORWARD,
    *,
    opening: int = 302_675,
    changed: int = 0,
    currency: str = "GBP",
    large: int = 1,
    preset: Preset = Preset.UK_DL,
    size: PageSize = PageSize.A4,
    locale: str = "en_GB",
) -> StatementPaper:
    rows = movements(count, currency, large)
    money, change = Money(opening, currency), Money(changed, currency)
    period = StatementPeriod(kind, FIRST, AS_AT, money, rows, change, "S-2608-003")
    closing = period.closing.minor
    items = [an_invoice("2099", date(2026, 8, 3), closing, currency=currency)]
    if closing < 0:
        items = [a_receipt("0877", AS_AT, -closing, currency=currency)]
    bank = a_card(bank=EURO_BANK) if currency == "EUR" else a_card()
    paper = a_paper(
        items if closing else [],
        currency=currency,
        business=bank,
        preset=preset,
        size=size,
        locale=locale,
    )
    return replace(paper, statement=replace(paper.statement, period=period))


def figures(page: list[Drawn], baseline: float, right: float) -> list[int]:
    return [pence(i.text) for i in on_line(page, baseline) if abs(i.right - right) < 0.1]


def rows_of(page: list[Drawn]) -> list[Drawn]:
    names = ("Invoice ", "Receipt ", "Credit note ", "Changes to")
    return [i for i in page if i.text.startswith(names) and abs(i.left - 45.0) < 0.05]


def test_every_row_moves_the_balance_and_the_sum_is_written_out() -> None:
    paper = a_period_paper(40, changed=-1_200)
    pages = pages_of(paper)
    balance, charged, paid = 302_675, 0, 0
    opening = find(pages[0], "Opening balance")
    assert figures(pages[0], opening.baseline, BALANCE) == [balance]
    for number, page in enumerate(pages, 1):
        if number > 1:
            brought = find(page, f"Brought forward from page {number - 1}").baseline
            said = [figures(page, brought, at) for at in (CHARGES, PAYMENTS, BALANCE)]
            assert said == [[charged], [paid], [balance]]
        for row in rows_of(page):
            charge = sum(figures(page, row.baseline, CHARGES))
            payment = sum(figures(page, row.baseline, PAYMENTS))
            assert (charge == 0) is (payment != 0)
            balance += charge - payment
            charged, paid = charged + charge, paid + payment
            assert figures(page, row.baseline, BALANCE) == [balance]
        if number < len(pages):
            carried = find(page, f"Carried forward to page {number + 1}").baseline
            said = [figures(page, carried, at) for at in (CHARGES, PAYMENTS, BALANCE)]
            assert said == [[charged], [paid], [balance]]
    last = texts(pages[-1])
    assert f"£{balance / 100:,.2f}" in last
    assert (
        f"Opening 3,026.75 + charges {charged / 100:,.2f} − payments and credits"
        f" {paid / 100:,.2f} = closing {balance / 100:,.2f}"
    ) in last
    assert sum(len(rows_of(page)) for page in pages) == 41


def test_it_stands_where_the_picture_has_it() -> None:
    first, second, *_ = pages_of(a_period_paper(60))
    heads = {"Details": 45.0, "Your order": 88.0, "Due": 106.0}
    for page in (first, second):
        assert {word: round(find(page, word).left, 1) for word in heads} == heads
        assert round(find(page, "Charges").right, 1) == CHARGES
    assert round(find(second, "Details").baseline, 1) == 42.5
    assert round(find(second, "Brought forward").baseline, 1) == 49.0
    rows = [row.baseline for row in rows_of(second)]
    assert round(rows[0], 1) == 54.5
    assert round(rows[1] - rows[0], 1) == 5.5
    assert max(rows) <= 262
    said = texts(second)
    assert "Statement of account, balance forward" in said
    assert "1 September to 23 November 2026   S-2611-014" in said
    assert {"Period", "1 Sep to 23 Nov", "Opening", "3,026.75"} <= set(texts(first))


def test_what_kind_of_movement_it_is_and_whose_is_said() -> None:
    said = texts(pages_of(a_period_paper(6, changed=500))[0])
    assert {"Receipt 0803, bank transfer", "for Brindle North Ltd", "PF/7700", "1 Oct 2026"} <= set(
        said
    )
    assert "Changes to earlier days since statement S-2608-003" in said


def test_without_movements_it_is_one_page() -> None:
    (page,) = pages_of(a_period_paper(0))
    said = texts(page)
    assert {"No movements in this period.", "Closing balance", "Please pay now"} <= set(said)
    assert "£3,026.75" in said
    assert find(page, "Closing balance").baseline > find(page, "No movements").baseline


def test_in_credit_it_offers_the_money() -> None:
    (page,) = pages_of(a_period_paper(3, opening=-500_000))
    said = " ".join(texts(page))
    assert "We owe you 4,104.77" in said
    assert "= closing −4,104.77" in said
    assert "Remittance slip" not in said


@pytest.mark.parametrize("count", [0, 3, 45])
def test_activity_never_says_due(count: int) -> None:
    pages = pages_of(a_period_paper(count, StatementKind.ACTIVITY, changed=-700 if count else 0))
    said = " ".join(text for page in pages for text in texts(page))
    for word in ("due", "balance", "pay now", "remittance", "opening", "closing"):
        assert word not in said.casefold(), word
    charged = sum(sum(figures(p, r.baseline, 170.2)) for p in pages for r in rows_of(p))
    paid = sum(sum(figures(p, r.baseline, BALANCE)) for p in pages for r in rows_of(p))
    assert f"Billed £{charged / 100:,.2f}, received or credited £{paid / 100:,.2f}." in said
    assert (charged > 0) is (count > 0)


@pytest.mark.parametrize("kind", [StatementKind.BALANCE_FORWARD, StatementKind.ACTIVITY])
@pytest.mark.parametrize(
    ("preset", "size", "locale", "currency", "large"),
    [
        (Preset.UK_DL, PageSize.A4, "en_GB", "GBP", 1),
        (Preset.DIN_B, PageSize.A4, "de_DE", "EUR", 1),
        (Preset.US_10, PageSize.LETTER, "en_US", "USD", 1),
        (Preset.UK_DL, PageSize.A4, "en_GB", "GBP", 9_000),
    ],
)
def test_no_figure_touches_its_neighbour_and_nothing_leaves_the_page(  # noqa: PLR0917 - as above
    kind: StatementKind, preset: Preset, size: PageSize, locale: str, currency: str, large: int
) -> None:
    paper = a_period_paper(
        40,
        kind,
        opening=302_675 * large,
        currency=currency,
        large=large,
        preset=preset,
        size=size,
        locale=locale,
    )
    wide = 1.4 if size is PageSize.LETTER else 0.0
    for page in pages_of(paper):
        lines: dict[float, list[Drawn]] = {}
        for item in page:
            assert item.left >= 24 + wide - 0.05
            assert item.right <= 194 + wide + 0.05
            lines.setdefault(round(item.baseline, 1), []).append(item)
        for line in lines.values():
            line.sort(key=lambda item: item.left)
            of_a_row = any(item.text.startswith(("Invoice ", "Receipt ")) for item in line)
            for one, other in pairwise(line):
                is_figure = of_a_row and re.fullmatch(r"−?[\d.,]*[.,]\d\d", other.text)
                least = 3.9 if is_figure else 1.0
                assert other.left - one.right > least, (one.text, other.text)
    broken = [found for found in warnings(paper) if found.concern is Concern.WORD_BROKEN]
    assert broken == []


def test_a_sum_too_long_for_a_line_breaks_before_a_sign() -> None:
    *_, last = pages_of(a_period_paper(8, opening=302_675 * 9_000, large=9_000))
    said = texts(last)
    at = next(place for place, text in enumerate(said) if text.startswith("Opening "))
    assert said[at].endswith("payments and credits 16,645,500.00")
    assert said[at + 1] == "= closing 25,255,620.00"


@pytest.mark.parametrize("kind", [StatementKind.BALANCE_FORWARD, StatementKind.ACTIVITY])
@pytest.mark.parametrize("large", [1, 9_000])
def test_the_line_below_what_is_carried_is_below_its_figures(
    kind: StatementKind, large: int
) -> None:
    paper = a_period_paper(60, kind, large=large)
    (first, *_), (sheet, *_) = pages_of(paper), lay_out(paper).sheets
    carried = find(first, "Carried forward").baseline
    rules = [mark for mark in sheet.marks if isinstance(mark, Line)]
    (rule,) = [mark for mark in rules if abs(mark.y1 - carried - 2.0) < 0.01]
    lefts = [item.left for item in on_line(first, carried) if item.text[0].isdigit()]
    assert len(lefts) == (3 if kind is StatementKind.BALANCE_FORWARD else 2)
    least = max(lefts) if kind is StatementKind.BALANCE_FORWARD else min(lefts)
    assert least - 12 < rule.x1 <= least + 0.05


def test_the_same_paper_gives_the_same_bytes() -> None:
    paper = a_period_paper(20)
    assert draw_statement(paper).pdf == draw_statement(paper).pdf
