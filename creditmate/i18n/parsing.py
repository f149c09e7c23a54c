"""Amounts and days as people type them, in the user's locale: ``parse_money``, ``parse_day``.

Babel's own parser takes ``NaN``, ``1e5`` and ``1_000``, reads an English ``1,5`` as 15 and refuses
an ordinary space in French, so amounts have a grammar of their own: digits, one decimal mark,
grouping that is right or absent, one sign, one symbol. What does not fit is refused, not guessed.
"""

import re
import unicodedata
from functools import lru_cache

from babel.numbers import get_currency_symbol

from creditmate.domain.currencies import exponent
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import LIMIT, Money
from creditmate.i18n import formats
from creditmate.i18n.day_parsing import Towards, parse_day
from creditmate.i18n.locales import known_locale, typed

__all__ = ["Towards", "parse_day", "parse_money"]

LONGEST = 60
"""Characters worth reading: a longer text is no amount."""
_QUOTES = dict.fromkeys(map(ord, "’‘`´＇"), "'")


def parse_money(text: str, currency: str, locale: str, *, field: str = "amount") -> Money:
    """Read an amount of ``currency`` in major units, as typed in ``locale``.

    The locale's decimal mark; its grouping, or spaces or apostrophes every three digits, or none;
    a sign before or after, or parentheses; the currency's symbol or code. Digits are ASCII or the
    locale's own.

    Raises:
        UserError: ``BAD_MONEY`` with ``field``, ``found`` and ``expected``, an example: the text
            is no amount, has more decimals than the currency, or is beyond ``money.LIMIT``.
        KeyError: ``currency`` is not an active ISO 4217 code.
    """
    digits = exponent(currency)
    plain = plain_figures(text, locale)
    match = _grammar(currency, locale).fullmatch(plain) if len(text) <= LONGEST else None
    if match is None or not _well_formed(match) or len(match["part"] or "") > digits:
        raise _bad(text, currency, locale, field)
    whole = re.sub(r"[^0-9]", "", match["whole"] or "")
    minor = int(whole + (match["part"] or "").ljust(digits, "0"))
    if minor > LIMIT:
        raise _bad(text, currency, locale, field)
    negative = match["open"] or "-" in (match["sign"], match["inner"], match["end"])
    return Money(-minor if negative else minor, currency)


def _bad(text: str, currency: str, locale: str, field: str) -> UserError:
    example = formats.money(Money(123456 * 10 ** exponent(currency) // 100, currency), locale)
    return UserError(Problem.BAD_MONEY, field=field, found=text[:LONGEST], expected=example)


def plain_figures(text: str, locale: str) -> str:
    """Return figures as typed with one kind of digit, blank, sign, mark and quote."""
    return _western_marks(typed(text, locale), locale).translate(_QUOTES)


def _western_marks(text: str, locale: str) -> str:
    """Turn the marks that only Arabic figures have into those the locale has in Latin ones."""
    marks = known_locale(locale).number_symbols["latn"]
    return text.replace("٫", marks["decimal"]).replace("٬", marks["group"])


def _well_formed(match: re.Match[str]) -> bool:
    """Whether there is a figure, and what may stand in several places stands in one at most."""
    signs = [match[name] for name in ("open", "sign", "inner", "end") if match[name]]
    symbols = [match[name] for name in ("before", "after") if match[name]]
    paired = bool(match["open"]) == bool(match["close"])
    return bool(match["whole"] or match["part"]) and len(signs) < 2 and len(symbols) < 2 and paired


@lru_cache(maxsize=64)
def _grammar(currency: str, locale: str) -> re.Pattern[str]:
    symbol = "|".join(re.escape(name) for name in _symbols(currency, locale))
    decimal = re.escape(known_locale(locale).number_symbols["latn"]["decimal"])
    return re.compile(
        rf"(?P<open>\()?(?P<sign>[-+])?[ ]?(?P<before>{symbol})?[ ]?(?P<inner>[-+])?[ ]?"
        rf"(?P<whole>{whole_pattern(locale)})?(?:{decimal}(?P<part>[0-9]+))?"
        rf"[ ]?(?P<end>[-+])?[ ]?(?P<after>{symbol})?(?P<close>\))?",
        re.IGNORECASE,
    )


def whole_pattern(locale: str) -> str:
    """Return the pattern of the digits before the decimal mark, grouped rightly or not at all."""
    known = known_locale(locale)
    group = typed(f"1{known.number_symbols['latn']['group']}1", locale)[1:-1].translate(_QUOTES)
    own = re.escape(group)
    marks = "".join(sorted({own, "'", " "}))
    _, rest = known.decimal_formats[None].grouping  # 2 in India: 12,34,567
    return (
        rf"[0-9]{{1,3}}(?P<mark>[{marks}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*"
        rf"|[0-9]{{1,{rest}}}(?:{own}[0-9]{{{rest}}})*{own}[0-9]{{3}}"
        r"|[0-9]+"
    )


def _symbols(currency: str, locale: str) -> list[str]:
    """The currency's code and symbols, longest first; of "A$" also the "$" alone."""
    shown = {get_currency_symbol(currency, name) for name in (known_locale(locale), "en")}
    signs = {"".join(sign for sign in name if unicodedata.category(sign) == "Sc") for name in shown}
    names = {typed(name, locale) for name in {currency} | shown | signs} - {""}
    return sorted(names, key=lambda name: (-len(name), name))
