"""Currencies and how many digits their minor unit has.

Source: ISO 4217 list of active codes. Babel's exponents follow usage and differ from the
standard for IQD, AFN, ALL and others, so they are not used.
"""

_TWO_DIGITS = frozenset(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD
    CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
    GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD
    MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP
    PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS
    TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
    """.split()
)
_NO_DIGITS = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split())
_THREE_DIGITS = frozenset("BHD IQD JOD KWD LYD OMR TND".split())

CODES = _TWO_DIGITS | _NO_DIGITS | _THREE_DIGITS
"""Every currency that CreditMate accepts."""


def exponent(currency: str) -> int:
    """Return the number of decimal digits of the minor unit (GBP 2, JPY 0, KWD 3).

    Raises:
        KeyError: ``currency`` is not an active ISO 4217 code.
    """
    if currency in _TWO_DIGITS:
        return 2
    if currency in _NO_DIGITS:
        return 0
    if currency in _THREE_DIGITS:
        return 3
    raise KeyError(currency)
