"""Quantities, prices and percents as a locale writes them, and as people type them.

They are decimal numbers without a currency; the grammar is that of amounts (``i18n.parsing``):
digits, one decimal mark, grouping that is right or absent, one sign. Nothing is guessed.
"""

import re
from decimal import Decimal
from functools import lru_cache

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.formats import MINUS, NBSP, decimal_figures
from creditmate.i18n.locales import known_locale
from creditmate.i18n.parsing import plain_figures, whole_pattern

LONGEST = 30
"""Characters worth reading."""
_EXAMPLE = Decimal("1234.5")


def decimal_words(number: Decimal, locale: str, least: int = 0) -> str:
    """Return a number with the locale's grouping and the decimals that it has, ``least`` or more.

    Zeros behind the last decimal are left out: 3.50 is ``3.5`` and, with two at least, ``3.50``.
    """
    shown = _plain(number)
    decimals = max(-int(shown.as_tuple().exponent), least, 0)
    text = decimal_figures(shown, decimals, locale)
    return MINUS + text if shown < 0 else text


def _plain(number: Decimal) -> Decimal:
    """Without zeros behind the last decimal, and without an exponent."""
    return number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()


def decimal_mark(locale: str) -> str:
    """Return the locale's decimal mark, on which columns are aligned."""
    return str(known_locale(locale).number_symbols["latn"]["decimal"])


def percent_words(percent: Decimal, locale: str) -> str:
    """Return a percentage with the decimals that it has: ``20%``, ``17.5%``, ``20 %``."""
    shown = _plain(percent)
    decimals = max(-int(shown.as_tuple().exponent), 0)
    usual = known_locale(locale).percent_formats[None]
    before, after = usual.prefix[0].replace(" ", NBSP), usual.suffix[0].replace(" ", NBSP)
    return f"{before}{decimal_figures(shown, decimals, locale)}{after}"


def parse_decimal(text: str, locale: str, *, field: str = "quantity") -> Decimal:
    """Read a quantity, price or percent as typed in ``locale``.

    Raises:
        UserError: ``BAD_NUMBER`` with ``field``, ``found`` and ``expected``, an example.
    """
    plain = plain_figures(text, locale)
    match = _grammar(locale).fullmatch(plain) if len(text) <= LONGEST else None
    if match is None or not (match["whole"] or match["part"]):
        expected = decimal_words(_EXAMPLE, locale)
        raise UserError(Problem.BAD_NUMBER, field=field, found=text[:LONGEST], expected=expected)
    whole = re.sub(r"[^0-9]", "", match["whole"] or "") or "0"
    sign = "-" if match["sign"] == "-" else ""
    return Decimal(f"{sign}{whole}.{match['part'] or '0'}").normalize() + 0


@lru_cache(maxsize=64)
def _grammar(locale: str) -> re.Pattern[str]:
    decimal = re.escape(decimal_mark(locale))
    return re.compile(
        rf"(?P<sign>[-+])?[ ]?(?P<whole>{whole_pattern(locale)})?(?:{decimal}(?P<part>[0-9]+))?"
    )
