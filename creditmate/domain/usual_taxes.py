"""The usual taxes of some countries, as a proposal that the user edits.

Only what is certain stands here, with where it was read; rates that ended before 2011 are left
out. A country that is missing gets "outside" alone, and its user enters the rest.
"""

from datetime import date
from decimal import Decimal

from creditmate.domain.taxes import TaxKind, TaxRate

_Change = tuple[str, TaxKind, str, str]
"""From which day (ISO), of which kind, percent, and the code."""

_STANDARD, _REDUCED = TaxKind.STANDARD, TaxKind.REDUCED
_EU = "Directive 2006/112/EC, Articles 194 to 199a"
_RATES: dict[str, tuple[str, str, str, tuple[_Change, ...]]] = {
    # country: name on paper, source, from when the kinds without a rate are known, changes
    "GB": ("VAT", "Value Added Tax Act 1994, ss. 2, 29A; Finance (No. 2) Act 2010, s. 3",
           "2011-01-04",
           (("2011-01-04", _STANDARD, "20", "S"), ("2011-01-04", _REDUCED, "5", "R"))),
    "IE": ("VAT", "Value-Added Tax Consolidation Act 2010, s. 46", "2012-01-01",
           (("2012-01-01", _STANDARD, "23", "S"), ("2020-09-01", _STANDARD, "21", "S"),
            ("2021-03-01", _STANDARD, "23", "S"), ("2012-01-01", _REDUCED, "13.5", "R"))),
    "DE": ("USt", "UStG §§ 12, 28", "2011-01-01",
           (("2011-01-01", _STANDARD, "19", "S"), ("2020-07-01", _STANDARD, "16", "S"),
            ("2021-01-01", _STANDARD, "19", "S"), ("2011-01-01", _REDUCED, "7", "R"),
            ("2020-07-01", _REDUCED, "5", "R"), ("2021-01-01", _REDUCED, "7", "R"))),
    "FR": ("TVA", "Code général des impôts, art. 278, 278-0 bis, 279", "2014-01-01",
           (("2014-01-01", _STANDARD, "20", "S"), ("2014-01-01", _REDUCED, "10", "R"),
            ("2014-01-01", _REDUCED, "5.5", "R5"))),
    "NL": ("btw", "Wet op de omzetbelasting 1968, art. 9", "2012-10-01",
           (("2012-10-01", _STANDARD, "21", "S"), ("2012-10-01", _REDUCED, "6", "R"),
            ("2019-01-01", _REDUCED, "9", "R"))),
    "AU": ("GST", "A New Tax System (Goods and Services Tax) Act 1999, s. 9-70", "2011-01-01",
           (("2011-01-01", _STANDARD, "10", "S"),)),
    "NZ": ("GST", "Goods and Services Tax Act 1985, s. 8", "2011-01-01",
           (("2011-01-01", _STANDARD, "15", "S"),)),
}  # fmt: skip
_REVERSED = {
    "GB": ("Value Added Tax Act 1994, s. 55A; VAT Notice 735", "20"),
    **dict.fromkeys(("IE", "DE", "FR", "NL"), (_EU, "0")),
}
"""Countries whose sellers meet reverse charge, by which rule, and what the paper has to name: in
the United Kingdom the rate, elsewhere in Europe only that the customer owes the tax."""
_ZERO_SINCE = {"GB": "2011-01-04", "IE": "2012-01-01", "DE": "2023-01-01", "NL": "2012-10-01",
               "AU": "2011-01-01", "NZ": "2011-01-01"}  # fmt: skip
"""Countries with a rate of nil, and from which day we know of it; France has none."""
_NOWHERE = "2011-01-01"


def usual_taxes(country: str) -> tuple[TaxRate, ...]:
    """Return the taxes that a business of a country usually needs.

    Args:
        country: ISO 3166 code of two letters.
    """
    if country not in _RATES:
        return (_nil("Tax", "", TaxKind.OUTSIDE, "O", _NOWHERE),)
    name, source, since, changes = _RATES[country]
    found = [
        TaxRate(code, name, kind, date.fromisoformat(day), Decimal(percent), source)
        for day, kind, percent, code in changes
    ]
    if country in _ZERO_SINCE:
        found.append(_nil(name, source, TaxKind.ZERO, "Z", _ZERO_SINCE[country]))
    found += [
        _nil(name, source, TaxKind.EXEMPT, "E", since),
        _nil(name, source, TaxKind.OUTSIDE, "O", since),
    ]
    if country in _REVERSED:
        rule, percent = _REVERSED[country]
        first, kind = date.fromisoformat(since), TaxKind.REVERSE_CHARGE
        found.append(TaxRate("RC", name, kind, first, Decimal(percent), rule))
    return tuple(found)


def _nil(name: str, source: str, kind: TaxKind, code: str, since: str) -> TaxRate:
    return TaxRate(code, name, kind, date.fromisoformat(since), Decimal(0), source)
