"""Which rates count today, and whose customers are mine."""

from datetime import date, timedelta
from decimal import Decimal

from creditmate.domain.exchange import ExchangeRateRow, Rate
from creditmate.domain.taxes import TaxKind, TaxRate
from creditmate.services.taxes import TaxRow
from creditmate.ui.settings import rate_cells, tax_cells
from creditmate.ui.settings.tax_cells import When

TODAY = date(2026, 11, 23)


def tax(code: str, day: date, kind: TaxKind = TaxKind.STANDARD, rate: str = "20") -> TaxRow:
    return TaxRow(1, TaxRate(code, "VAT", kind, day, Decimal(rate)))


def test_of_a_tax_code_the_latest_rate_up_to_today_counts() -> None:
    rows = [
        tax("E", date(2011, 1, 4), TaxKind.EXEMPT, "0"),
        tax("S", date(2011, 1, 4)),
        tax("S", TODAY),
        tax("S", TODAY + timedelta(days=1)),
    ]
    found = [(one.row.rate.code, one.when) for one in tax_cells.listed(rows, TODAY)]
    assert found == [
        ("S", When.COMING),
        ("S", When.NOW),
        ("S", When.EARLIER),
        ("E", When.NOW),
    ]


def test_of_a_currency_one_rate_is_used_and_none_before_its_day() -> None:
    rows = [
        ExchangeRateRow(1, Rate("EUR", TODAY - timedelta(days=9), Decimal("0.9")), ""),
        ExchangeRateRow(2, Rate("EUR", TODAY, Decimal("0.8")), ""),
        ExchangeRateRow(3, Rate("USD", TODAY + timedelta(days=1), Decimal("0.7")), ""),
    ]
    assert [one.used for one in rate_cells.listed(rows, TODAY)] == [False, True, False]


def test_a_rate_is_turned_round_to_four_decimals() -> None:
    assert rate_cells.turned(Decimal("0.8"), "en_GB") == "1.25"
    assert rate_cells.turned(Decimal("0.75"), "en_GB") == "1.3333"
    assert rate_cells.turned(Decimal("0.0056"), "de_DE") == "178,5714"
