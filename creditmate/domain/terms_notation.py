"""Payment terms as a line of text that people type and programs print: ``2/10 net 30``.

One notation for the command line, for files and for whoever types quickly; it is English in every
language, as ``net 30`` is. ``terms_text.terms_text`` writes what ``parse_terms`` reads back alike.
Nothing is guessed: "30 end of month" has two readings that differ, and is refused with both.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from math import gcd

from creditmate.domain.due_rules import (
    CashOnDelivery,
    DayOfNextMonth,
    DaysAfterMonthEnd,
    DaysThenMonthEnd,
    DueRule,
    Instalment,
    Instalments,
    MonthEnd,
    Net,
    OnDay,
    OnReceipt,
    Prepaid,
    TermsBoundsError,
)
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.payment_terms import Discount, PaymentTerms, Shift
from creditmate.domain.terms_text import MONTHS_PLAIN, rule_text

LONGEST = 1700
"""Characters worth reading: what the longest terms there may be take."""
_SHOWN = 60
_WHOLE = 100


class TermsWhy(StrEnum):
    """Why terms are refused; ``i18n.terms_problems`` has the words."""

    UNKNOWN = "unknown"
    TWO_READINGS = "two-readings"  # one, one_day, other, other_day, day
    BOUNDS = "bounds"  # part, number, low, high
    ORDER = "order"
    SHARES = "shares"  # sum
    PERCENT = "percent"  # number
    DISCOUNT_ON_PARTS = "discount-on-parts"


class _TwoReadingsError(ValueError):
    """A text that two rules fit, which are due on different days."""

    def __init__(self, one: DueRule, other: DueRule) -> None:
        super().__init__(f"{one} or {other}")
        self.one, self.other = one, other


class _RefusedError(ValueError):
    def __init__(self, why: TermsWhy, **facts: object) -> None:
        super().__init__(why.value)
        self.why, self.facts = why, facts


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A way to write a rule: what it looks like, and what it means."""

    looks: re.Pattern[str]
    means: Callable[[re.Match[str]], DueRule]


def parse_terms(text: str, example: date, *, field: str = "terms") -> PaymentTerms:
    """Read terms from their notation.

    Args:
        text: As typed; capitals, "the", "of" and "days" make no difference.
        example: An invoice's day by which two readings are told from one another.
        field: What a refusal names.

    Raises:
        UserError: ``BAD_TERMS`` with ``field``, ``found``, ``why`` (a ``TermsWhy``) and its facts.
    """
    found = text.strip()
    try:
        return _parse(found)
    except _TwoReadingsError as two:
        facts = {
            "one": rule_text(two.one),
            "one_day": two.one.due(example),
            "other": rule_text(two.other),
            "other_day": two.other.due(example),
            "day": example,
        }
        why = TermsWhy.TWO_READINGS
    except TermsBoundsError as wrong:
        why = TermsWhy.BOUNDS
        facts = {
            "part": wrong.part, "number": wrong.found, "low": wrong.low, "high": wrong.high
        }  # fmt: skip
    except _RefusedError as refused:
        why, facts = refused.why, dict(refused.facts)
    raise UserError(Problem.BAD_TERMS, field=field, found=found[:_SHOWN], why=why.value, **facts)


_NUMBER = r"([0-9]{1,6})"
_SHIFT = re.compile(r" (next|previous|prior|preceding) (?:working|business) day$")
_DISCOUNT = re.compile(rf"^([0-9]+(?:\.[0-9]+)?)(?:%?/|%(?:(?:with)?in )?){_NUMBER} (?=\S)")
_SAME: Mapping[str, str] = {
    r"[\u2010-\u2014\u2212]": "-",
    r"[,;]|\bwith\b|\bthe\b": " ",
    r"\s+": " ",
    r"\bend of (?:next|following) month\b": "eom+1",
    r"\b(?:end of(?: (?:this|that|invoice))? month|month[- ]end)\b": "eom",
    r"\b(?:of )?(?:(?:next|following) month|month following)\b": "next month",
    r"\bprox(?:imo|\.)?(?= |$)": "next month",
    r"\bcut ?off\b": "cut-off",
    r"(?<=[0-9]) ?d(?:ays?)?\b": "",
    r"\binstal?lments?\b": "parts",
    r" ?([/:+%]) ?": r"\1",
}
"""What makes no difference, and what stands for it, in this order."""


def _rule(looks: str, means: Callable[[re.Match[str]], DueRule]) -> _Spelling:
    return _Spelling(re.compile(looks), means)


def _number(match: re.Match[str], place: int = 1) -> int:
    return int(match[place])


def _two(match: re.Match[str]) -> DueRule:
    days = int(match[1] or match[2])
    raise _TwoReadingsError(DaysAfterMonthEnd(days), DaysThenMonthEnd(days))


def _month_end(match: re.Match[str]) -> DueRule:
    count = _number(match)
    if count > MONTHS_PLAIN:
        raise _TwoReadingsError(DaysAfterMonthEnd(count), MonthEnd(count))
    return MonthEnd(count)


def _next_month(match: re.Match[str]) -> DueRule:
    if match[2] is None:
        return DayOfNextMonth(_number(match))
    if not int(match[2]):
        raise TermsBoundsError("cut-off", 0, -27, 31)
    return DayOfNextMonth(_number(match), int(match[2]))


def _parts(match: re.Match[str]) -> DueRule:
    pieces = [piece.split(":") for piece in match[1].split("/")]
    return _in_order([(int(days), int(share[0]) if share else 1) for days, *share in pieces])


def _percent_parts(match: re.Match[str]) -> DueRule:
    pieces = re.findall(rf"([0-9.]+)% ?(?:now|in {_NUMBER})", match[0])
    hundredths = [int(Decimal(percent) * _WHOLE) for percent, _ in pieces]
    if sum(hundredths) != _WHOLE * _WHOLE:
        raise _RefusedError(TermsWhy.SHARES, sum=f"{Decimal(sum(hundredths)) / _WHOLE:f}")
    common = gcd(*hundredths)
    days = [int(days or 0) for _, days in pieces]
    return _in_order([(day, share // common) for day, share in zip(days, hundredths, strict=True)])


def _in_order(parts: list[tuple[int, int]]) -> DueRule:
    made = tuple(Instalment(days, share) for days, share in parts)
    days = [part.days for part in made]
    if days != sorted(set(days)):
        raise _RefusedError(TermsWhy.ORDER)
    return Instalments(made)


_ONE = rf"{_NUMBER}(?:\:[0-9]{{1,7}})?"
_SPELLINGS: tuple[_Spelling, ...] = (
    _rule(r"(?:due )?(?:on|upon) receipt|immediate(?:ly)?", lambda _: OnReceipt()),
    _rule(r"cod|cash on delivery", lambda _: CashOnDelivery()),
    _rule(r"prepaid|prepayment|(?:payment |paid )?in advance", lambda _: Prepaid()),
    _rule(r"payment before delivery", lambda _: Prepaid()),
    _rule(rf"(?:net ?|n)?{_NUMBER}|{_NUMBER} net", lambda m: Net(int(m[1] or m[2]))),
    _rule(r"eom", lambda _: MonthEnd()),
    _rule(rf"eom\+{_NUMBER} months?", lambda m: MonthEnd(_number(m))),
    _rule(rf"eom\+{_NUMBER}", _month_end),
    _rule(rf"(?:net )?{_NUMBER} after eom", lambda m: DaysAfterMonthEnd(_number(m))),
    _rule(rf"(?:net )?{_NUMBER} then eom", lambda m: DaysThenMonthEnd(_number(m))),
    _rule(
        rf"(?:eom {_NUMBER}|{_NUMBER} eom) ?\(?a\)?",
        lambda m: DaysAfterMonthEnd(int(m[1] or m[2])),
    ),
    _rule(
        rf"(?:eom {_NUMBER}|{_NUMBER} eom) ?\(?b\)?", lambda m: DaysThenMonthEnd(int(m[1] or m[2]))
    ),
    _rule(rf"(?:net )?(?:eom {_NUMBER}|{_NUMBER} eom)", _two),
    _rule(
        rf"(?:on )?(?:day )?{_NUMBER}(?:st|nd|rd|th)? next month(?: cut-off (-?[0-9]{{1,6}}))?",
        _next_month,
    ),
    _rule(
        rf"(?:on )?day {_NUMBER}|on {_NUMBER}(?:st|nd|rd|th)", lambda m: OnDay(int(m[1] or m[2]))
    ),
    _rule(rf"parts ({_ONE}(?:/{_ONE})*)", _parts),
    _rule(rf"(?:[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?% ?(?:now|in {_NUMBER}) ?)+", _percent_parts),
)


def _parse(text: str) -> PaymentTerms:
    if len(text) > LONGEST:
        raise _RefusedError(TermsWhy.UNKNOWN)
    plain, shift = _plain(text), Shift.NONE
    if moved := _SHIFT.search(plain):
        shift = Shift.NEXT if moved[1] == "next" else Shift.PREVIOUS
        plain = plain[: moved.start()]
    discount = None
    if offered := _DISCOUNT.match(plain):
        discount = _discount(offered)
        plain = plain[offered.end() :]
    rule = _read_rule(plain)
    if discount and isinstance(rule, Instalments):
        raise _RefusedError(TermsWhy.DISCOUNT_ON_PARTS)
    return PaymentTerms(rule, discount, shift)


def _plain(text: str) -> str:
    plain = text.casefold()
    for looks, stands_for in _SAME.items():
        plain = re.sub(looks, stands_for, plain)
    return plain.strip()


def _discount(offered: re.Match[str]) -> Discount:
    try:
        return Discount(Decimal(offered[1]), int(offered[2]))
    except TermsBoundsError:
        raise
    except ValueError:
        raise _RefusedError(TermsWhy.PERCENT, number=offered[1]) from None


def _read_rule(plain: str) -> DueRule:
    for spelling in _SPELLINGS:
        if match := spelling.looks.fullmatch(plain):
            return spelling.means(match)
    raise _RefusedError(TermsWhy.UNKNOWN)
