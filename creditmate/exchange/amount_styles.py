"""How one amount is written, as far as it tells by itself.

The grammar is our own, since ``Decimal`` and ``float`` take ``NaN``, ``1e5``, ``1_000`` and
Arabic digits, and ``1.234`` is 1234 in half of Europe (reliability.md, section (f), D11).
"""

import re
from typing import NamedTuple

from creditmate.exchange.currency_signs import meant

LONGEST = 60
"""Characters of the longest cell that may be an amount."""

EITHER = "either"
"""Shown by a figure that is one amount with a decimal point and another with a comma."""

PLAIN = re.compile(r"-?[0-9]{1,16}\.[0-9]{1,2}")
"""The commonest amounts, which need not be taken apart."""

_SIGN = r"[A-Za-z]{0,3}[$€£¥￥₹₽₺₩₪₫₱₴₦₵₡₸₾₼฿]|[A-Za-zčł]{1,3}\.?"
_FIGURE = re.compile(
    rf"(?P<open>\()?\s*(?P<minus1>[-−])?\s*(?P<before>{_SIGN})?\s*(?P<minus2>[-−])?\s*"
    r"(?P<core>(?:[0-9.,][0-9.,'’ \u00a0\u2009\u202f]*)?[0-9])"
    rf"\s*(?P<minus3>[-−])?\s*(?P<after>(?!(?:CR|DR)\b)(?:{_SIGN}))?"
    r"\s*(?P<side>CR|DR)?\s*(?P<close>\))?",
    re.IGNORECASE,
)
_GROUPED = r"[0-9]{1,3}(?:(?P<group>[%s'’ \u00a0\u2009\u202f])[0-9]{3})(?:(?P=group)[0-9]{3})*"
_LAKHS = r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}"  # Indian grouping: 12,34,567
_PATTERNS = {
    ".": re.compile(rf"(?P<whole>[0-9]+|{_GROUPED % ','}|{_LAKHS})?(?:\.(?P<part>[0-9]+))?"),
    ",": re.compile(rf"(?P<whole>[0-9]+|{_GROUPED % '.'})?(?:,(?P<part>[0-9]+))?"),
}
_NOT_DIGITS = re.compile(r"[^0-9]")


class Exact(NamedTuple):
    """A figure without loss: ``digits`` / 10 ** ``places``, with the currency sign found."""

    digits: int
    places: int
    sign: str


class Figure(NamedTuple):
    """A cell taken apart: its figure still as written, since the mark is not known yet."""

    negative: bool
    sign: str
    core: str


def figure(cell: str) -> Figure | None:
    """Take an amount apart into sign, currency sign and figure; None if it is no amount."""
    found = _FIGURE.fullmatch(cell) if len(cell) <= LONGEST else None
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None
    minus = [found[name] for name in ("open", "minus1", "minus2", "minus3") if found[name]]
    side = (found["side"] or "").upper()
    signs = [found[name] for name in ("before", "after") if found[name]]
    if len(minus) + bool(side) > 1 or len(signs) > 1 or not all(map(meant, signs)):
        return None
    return Figure(bool(minus) or side == "CR", signs[0] if signs else "", found["core"])


def shows(core: str) -> str | None:
    """Return the decimal mark that a figure shows; ``either`` if it leaves it open."""
    dots, commas = core.count("."), core.count(",")
    if not dots and not commas:
        return None
    if dots and commas:
        return "." if core.rfind(".") > core.rfind(",") else ","
    mark, other = (".", ",") if dots else (",", ".")
    if dots + commas > 1:
        return other
    before, after = core.split(mark)
    if len(after) != 3 or not before.isdigit() or len(before) > 3 or before[0] == "0":
        return mark
    return EITHER


def exact(figure: Figure, mark: str) -> Exact | None:
    """Return the figure read with ``mark``; None if its groups are not in threes."""
    found = _PATTERNS[mark].fullmatch(figure.core)
    if found is None:
        return None
    part = found["part"] or ""
    digits = int(_NOT_DIGITS.sub("", found["whole"] or "") + part)
    return Exact(-digits if figure.negative else digits, len(part), figure.sign)
