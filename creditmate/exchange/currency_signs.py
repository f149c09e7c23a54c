"""Currency signs in front of or behind an amount, and the currencies each may stand for.

Wide on purpose: a sign never decides a currency, it can only contradict the one that is known.
"""

from creditmate.domain.currencies import CODES

_DOLLARS = """
    USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP BBD BMD BND BSD BZD FJD GYD JMD KYD LRD NAD SBD
    SRD TTD XCD CUP DOP UYU"""
_SIGNS = {
    "$": _DOLLARS,
    "US$": "USD",
    "C$": "CAD NIO",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "S$": "SGD",
    "HK$": "HKD",
    "NT$": "TWD",
    "MX$": "MXN",
    "R$": "BRL",
    "€": "EUR",
    "£": "GBP GIP FKP SHP EGP LBP SDG SSP SYP",
    "¥": "JPY CNY",
    "￥": "JPY CNY",
    "CN¥": "CNY",
    "₹": "INR",
    "Rs": "INR PKR LKR NPR MUR SCR",
    "₽": "RUB",
    "₺": "TRY",
    "₩": "KRW KPW",
    "₪": "ILS",
    "₫": "VND",
    "₱": "PHP",
    "₴": "UAH",
    "₦": "NGN",
    "₵": "GHS",
    "₡": "CRC",
    "₸": "KZT",
    "₾": "GEL",
    "₼": "AZN",
    "฿": "THB",
    "kr": "SEK NOK DKK ISK",
    "zł": "PLN",
    "Kč": "CZK",
    "Ft": "HUF",
    "lei": "RON MDL",
    "R": "ZAR",
    "RM": "MYR",
    "Rp": "IDR",
    "Fr": "CHF",
}
_MEANT = {sign: frozenset(codes.split()) for sign, codes in _SIGNS.items()}


def meant(sign: str) -> frozenset[str]:
    """Return the currencies that a sign or an ISO 4217 code may stand for; empty if unknown."""
    if sign in CODES:
        return frozenset((sign,))
    return _MEANT.get(sign.removesuffix("."), frozenset())
