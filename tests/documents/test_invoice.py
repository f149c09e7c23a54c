"""What an invoice says: sums that add up, the day three times, notes, parts, pages, variants."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import chain, pairwise

import pytest

from creditmate.documents.invoice import draw_invoice, lay_out, warnings
from creditmate.documents.invoice_paper import InvoicePaper, TermsProof
from creditmate.documents.papers import Concern
from creditmate.documents.sheet import Code
from creditmate.documents.stamp import stamped
from creditmate.documents.window import PRESETS, Preset
from creditmate.domain.due_rules import Instalment, Instalments, Net
from creditmate.domain.invoice_parts import Retention
from creditmate.domain.invoicing import InvoiceLine
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import Discount, PaymentTerms, Shift
from creditmate.domain.settings import Prices
from tests.documents.builders import EURO_BANK, a_card
from tests.documents.invoice_builders import (
    RC,
    E,
    O,
    Z,
    a_credit_paper,
    a_line,
    an_invoice_paper,
    many_lines,
    mockup_lines,
)
from tests.documents.reading import Drawn, drawn, find, on_line, pence, texts


def pages_of(paper: InvoicePaper) -> list[list[Drawn]]:
    return drawn(draw_invoice(paper).pdf)


def said(paper: InvoicePaper) -> list[str]:
    return [text for page in pages_of(paper) for text in texts(page)]


def column(page: Sequence[Drawn], right: float, top: float, bottom: float) -> list[int]:
    found = [i for i in page if top < i.baseline < bottom and abs(i.right - right) < 0.05]
    return [pence(item.text) for item in found]


# ---------------------------------------------------------------- the picture
def test_the_picture_in_words() -> None:
    text = said(an_invoice_paper())
    for words in (
        "VAT invoice",
        "Please pay by",
        "Wednesday 16 December 2026",
        "£2,046.00",
        "Supplied",
        "13 November 2026",
        "P. Lisle, Tannery Yard",
        "Softwood architrave, ogee 69 × 18 mm",
        "VAT at 20% on 1,705.00",
        "To pay by 16 December 2026",
        "Scan to copy these details",
        "30 days from invoice date.",
        "Thank you for your order.",
        "Invoice 2217",
        "Page 1 of 1",
    ):
        assert words in text


def test_the_measures_of_the_picture() -> None:
    (page,) = pages_of(an_invoice_paper())
    for text, baseline in (
        ("VAT invoice", 100.0),
        ("Please pay by", 113.2),
        ("Wednesday", 121.0),
        ("Description", 135.0),
        ("Oak door", 141.5),
        ("Delivery", 171.5),
        ("Net", 135.0),
        ("VAT at 20%", 185.0),
        ("To pay by", 191.8),
        ("How to pay", 221.0),
        ("Thank you", 265.0),
    ):
        assert find(page, text).baseline == pytest.approx(baseline, abs=0.02)
    assert find(page, "Wednesday").size == pytest.approx(18)
    for amount in ("774.00", "1,705.00", "341.00", "£2,046.00"):
        assert find(page, amount).right == pytest.approx(194, abs=0.01)


def test_every_sum_on_the_page_adds_up() -> None:
    (page,) = pages_of(an_invoice_paper())
    rows = column(page, 194, 138, 173)
    net, tax, total = column(page, 194, 175, 195)
    assert sum(rows) == net
    assert net + tax == total == 204_600


def test_the_due_day_stands_three_times() -> None:
    text = said(an_invoice_paper())
    assert sum("16 December 2026" in words for words in text) == 3


def test_quantities_stand_on_their_decimal_mark() -> None:
    (page,) = pages_of(an_invoice_paper())
    for row, whole in (("Oak", "12"), ("Softwood", "96"), ("Machining", "3"), ("Delivery", "1")):
        line = on_line(page, find(page, row).baseline)
        (quantity,) = [i for i in line if i.text.split(".")[0] == whole and i.left < 120]
        until_mark = quantity.text.partition(".")[0]
        width_until = (quantity.right - quantity.left) * len(until_mark) / len(quantity.text)
        assert quantity.left + width_until == pytest.approx(113, abs=0.9)
        if "." not in quantity.text:
            assert quantity.right == pytest.approx(113, abs=0.01)


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert draw_invoice(an_invoice_paper()).pdf == draw_invoice(an_invoice_paper()).pdf


# ---------------------------------------------------------------- what it may say
def test_the_discount_is_offered_in_the_band() -> None:
    paper = an_invoice_paper(terms=PaymentTerms(Net(30), Discount(Decimal(2), 10)))
    assert "or 2,005.08 by 26 November" in said(paper)


def test_a_day_that_is_not_worked_is_told() -> None:
    paper = an_invoice_paper(terms=PaymentTerms(Net(5), shift=Shift.NEXT))
    text = said(paper)
    assert "Saturday 21 November 2026" in text
    assert "This is no working day: by our terms Monday 23 November 2026 counts." in text


@pytest.mark.parametrize(
    ("who", "said_so"),
    [
        (
            "Ruth Okafor",
            "Terms of trade version 3 apply, accepted by Ruth Okafor on 6 October 2026.",
        ),
        ("", "Terms of trade version 3 apply, accepted on 6 October 2026."),
    ],
)
def test_the_box_says_which_terms_apply_and_who_accepted_them(who: str, said_so: str) -> None:
    proof = TermsProof("Terms of trade", 3, who, date(2026, 10, 6))
    paper = an_invoice_paper(proof=proof)
    text = " ".join(" ".join(said(paper)).split())
    assert f"{said_so} 30 days" in text
    assert len(pages_of(paper)) == 1
    assert "apply, accepted" not in " ".join(said(an_invoice_paper()))


def test_parts_are_listed_and_the_band_shows_the_next() -> None:
    terms = PaymentTerms(Instalments((Instalment(30), Instalment(60), Instalment(90))))
    held = Retention(date(2027, 11, 16), percent=Decimal(5))
    text = said(an_invoice_paper(terms=terms, retention=held))
    for words in (
        "Amount to pay by then", "£647.90", "Due in parts", "15 January 2027",
        "16 November 2027, held until then", "102.30", "Total", "£2,046.00",
    ):  # fmt: skip
        assert words in text
    assert len(pages_of(an_invoice_paper(terms=terms, retention=held))) == 1


def test_reverse_charge_and_labour_are_explained() -> None:
    lines = [a_line("Labour", "18", "h", "32.00", RC), a_line("Books", "1", "", "30", Z),
             a_line("Insurance", "1", "", "30", E)]  # fmt: skip
    paper = an_invoice_paper(lines, labour=Money(57_600, "GBP"), their_tax_number="GB 123 4567 89")
    text = " ".join(said(paper))
    for words in (
        "Reverse charge: please account to HMRC for the VAT, 20% of 576.00.",
        "Labour within the Construction Industry Scheme, before tax: 576.00.",
        "Reverse charge on 576.00",
        "Exempt from VAT: 30.00",
        "VAT at 0% on 30.00",
        "GB 123 4567 89",
        "£636.00",
    ):
        assert words in text
    abroad = " ".join(said(replace(paper, country="IE")))
    assert "please account for the VAT, 20% of 576.00" in abroad
    nil = an_invoice_paper([a_line("x", "1", "", "5", replace(RC, rate=Decimal(0)))])
    assert "the VAT is for you to account for" in " ".join(said(nil))


def test_outside_the_tax_nothing_is_said_of_it() -> None:
    paper = an_invoice_paper([a_line("Work", "1", "", "100", O)])
    text = said(paper)
    assert "Invoice" in text
    assert not [words for words in text if "VAT at" in words or words in {"Net", "VAT"}]
    mixed = said(an_invoice_paper([a_line("Work", "1", "", "100", O), a_line("x", "1", "", "1")]))
    assert "Outside VAT: 100.00" in mixed


def test_titles_follow_the_tax() -> None:
    gst = replace(a_line("x", "1", "", "1").tax, name="GST")
    assert "Tax invoice" in said(an_invoice_paper([a_line("x", "1", "", "1", gst)]))
    unregistered = replace(a_card(), tax_number="")
    assert "VAT invoice" not in said(an_invoice_paper(business=unregistered))


def test_prices_with_tax_are_called_so() -> None:
    text = " ".join(said(an_invoice_paper(prices=Prices.GROSS)))
    assert "Amount with tax" in text
    assert "£1,705.00" in text  # the lines' sum has the tax in it


def test_a_line_discount_stands_below_its_line() -> None:
    (page,) = pages_of(an_invoice_paper([a_line("Oak", "3", "", "19.99", discount="10")]))
    assert find(page, "less 10%").baseline > find(page, "Oak").baseline
    assert find(page, "53.97")


def test_a_credit_note_asks_for_nothing() -> None:
    text = said(a_credit_paper([a_line("Architrave", "4", "m", "2.85")]))
    for words in ("Credit note", "We credit you for", "Invoice 2217", "Four lengths came short.",
                  "Amount credited", "£13.68", "2217, 16 November 2026", "Credited"):  # fmt: skip
        assert words in text
    joined = " ".join(text)
    for words in ("How to pay", "Please pay", "To pay by", "Scan", "Thank you"):
        assert words not in joined
    sheets = lay_out(a_credit_paper(mockup_lines())).sheets
    assert not any(isinstance(mark, Code) for sheet in sheets for mark in sheet.marks)


def test_euro_gives_the_code_of_the_banks() -> None:
    paper = an_invoice_paper(currency="EUR", business=a_card(bank=EURO_BANK))
    text = " ".join(said(paper))
    assert "Scan to pay with your bank's app" in text
    assert "DE89 3704 0044 0532 0130 00" in text


def test_without_a_bank_the_box_still_says_by_when() -> None:
    text = said(an_invoice_paper(business=a_card(bank=None)))
    assert "By" in text
    assert "Sort code" not in text


def test_a_draft_has_no_number() -> None:
    text = said(an_invoice_paper(draft=True))
    assert "Invoice Draft" in text
    assert "2217" not in text


def test_figures_and_days_follow_the_customers_locale() -> None:
    text = [words.replace("\u202f", " ") for words in said(an_invoice_paper(locale="de_DE"))]
    assert "Mittwoch, 16. Dezember 2026" in text
    assert "1.705,00" in text
    assert "3,5" in text  # the whole and the part are one word to whoever copies it


# ---------------------------------------------------------------- pages
@pytest.mark.parametrize("count", range(1, 75))
def test_pages_hold_every_line_and_end_with_two_of_them(count: int) -> None:
    pages = pages_of(an_invoice_paper(many_lines(count)))
    rows = [[i.text for i in page if i.text.startswith("Board no.")] for page in pages]
    assert [*chain.from_iterable(rows)] == [f"Board no. {n + 1}" for n in range(count)]
    if len(pages) > 1:
        assert len(rows[-1]) >= 2
    for page in pages:
        body = [i for i in page if i.baseline < 282]
        assert max(i.bottom for i in body) < 281.5


def test_the_net_is_carried_forward() -> None:
    pages = pages_of(an_invoice_paper(many_lines(60)))
    for number, page in enumerate(pages[:-1]):
        carried = on_line(page, find(page, "Carried forward").baseline)[-1].text
        brought = on_line(pages[number + 1], find(pages[number + 1], "Brought").baseline)[-1].text
        rows = sum(column(page, 194, find(page, "Board").baseline - 1,
                          find(page, "Carried").baseline - 1))  # fmt: skip
        before = 0
        if number:
            before = pence(on_line(page, find(page, "Brought").baseline)[-1].text)
        assert pence(carried) == pence(brought) == before + rows


@pytest.mark.parametrize("preset", Preset)
@pytest.mark.parametrize("count", [1, 6, 9, 14])
def test_no_fold_goes_through_the_box_and_nothing_shows_in_the_window(
    preset: Preset, count: int
) -> None:
    window = PRESETS[preset]
    layout = lay_out(an_invoice_paper(many_lines(count), window=window))
    for sheet in layout.sheets:
        for mark in sheet.marks:
            if isinstance(mark, Code):
                for fold in window.folds or ():
                    assert not mark.y - 2 < fold < mark.y + mark.size + 2


def test_long_texts_wrap_and_large_amounts_keep_their_distance() -> None:
    lines = [a_line("Oak " * 60, "123456.125", "m²", "123456.5678"),
             a_line("x", "1", "pallets", "9999999.99")]  # fmt: skip
    (page,) = pages_of(an_invoice_paper(lines))
    first = on_line(page, find(page, "Oak").baseline)
    assert all(right.left - left.right > 0.5 for left, right in pairwise(first))
    assert max(i.right for i in page if i.text.startswith("Oak")) <= 24 + 85.1


def test_hostile_texts_are_only_texts() -> None:
    hostile = "<b>&<img src='http://x'/> \u202eevil\x00 =1+1"
    lines: list[InvoiceLine] = [a_line(hostile, "1", hostile[:6], "1")]
    paper = an_invoice_paper(lines, note=hostile, order_number=hostile, received_by=hostile)
    assert "<b>&<img" in " ".join(said(paper))


def test_what_the_user_should_look_at() -> None:
    paper = an_invoice_paper([a_line("漢字", "1", "", "1"), a_line("x\n" * 20, "1", "", "1")],
                             address=tuple("123456789"))  # fmt: skip
    found = {warning.concern for warning in warnings(paper)}
    assert {Concern.UNDRAWABLE, Concern.SHORTENED, Concern.ADDRESS_TOO_LONG} <= found
    dense = replace(a_card().bank, account_name="Ł" * 300)  # type: ignore[type-var]
    assert Concern.NO_CODE in {w.concern for w in warnings(an_invoice_paper(
        business=a_card(bank=dense)))}  # fmt: skip


def test_a_stamp_stands_above_everything() -> None:
    pdf = stamped(draw_invoice(an_invoice_paper(many_lines(30))).pdf, "Cancelled – Łódź")
    for page in drawn(pdf):
        stamp = find(page, "Cancelled – Łódź")
        assert stamp.baseline == pytest.approx(9.5, abs=0.05)
        assert min(i.top for i in page if i is not stamp) > stamp.bottom
    with pytest.raises(ValueError, match="not a PDF"):
        stamped(b"no", "x")
