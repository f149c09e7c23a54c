"""What two numbering series, or a series and numbers used before, could both call a paper.

A number stands for one paper for ever. So before a pattern is changed it is compared with the
patterns of the other series, and with every number that was ever given.
"""

import re
from collections.abc import Iterator
from datetime import date

from creditmate.domain.numbering import NumberPattern

_TOKEN = re.compile(r"\{([^{}]*)\}")
_DIGITS = {"yyyy": 4, "yy": 2, "mm": 2, "dd": 2}
_DIGIT, _MORE = "digit", "more"
"""One digit, and any number of further digits, among the literal characters of a pattern."""


def may_clash(one: NumberPattern, other: NumberPattern) -> bool:
    """Whether two patterns could give the same number, letters compared without case.

    Errs on the side of caution: any two digits pass for a month.
    """
    first, second = list(_parts(one.text)), list(_parts(other.text))
    seen: set[tuple[int, int]] = set()
    left = [(0, 0)]
    while left:
        at = left.pop()
        if at in seen:
            continue
        seen.add(at)
        if at == (len(first), len(second)):
            return True
        left += _further(first, second, *at)
    return False


def _parts(text: str) -> Iterator[str]:
    """A pattern as literal characters, digits, and the place where more digits may follow."""
    for place, part in enumerate(_TOKEN.split(text)):
        if place % 2 == 0:
            yield from part.casefold()
        elif part in _DIGITS:
            yield from [_DIGIT] * _DIGITS[part]
        else:
            yield from [_DIGIT] * _least(part)
            yield _MORE


def _least(counter: str) -> int:
    return int(counter[-1]) if ":" in counter else 1


def _further(
    first: list[str], second: list[str], one: int, other: int
) -> Iterator[tuple[int, int]]:
    """Where both may go on from a place in each: by leaving "more digits", or by one character."""
    here = first[one] if one < len(first) else ""
    there = second[other] if other < len(second) else ""
    if here == _MORE:
        yield one + 1, other
    if there == _MORE:
        yield one, other + 1
    if here and there and _agree(here, there):
        yield one + (here != _MORE), other + (there != _MORE)


def _agree(here: str, there: str) -> bool:
    """Whether two parts may stand for the same character."""
    if here == there == _MORE:
        return False  # leaving either leads to all that staying in both would
    digits = {_DIGIT, _MORE}
    if here in digits:
        return there in digits or there.isdecimal()
    return (there in digits and here.isdecimal()) or here == there


def counted(pattern: NumberPattern, number: str, day: date) -> tuple[str, int] | None:
    """Return the period (as ``NumberPattern.period`` has it) and counter that give a number.

    None: the pattern gives no such number. Two digits of a year are of ``day``'s century.
    """
    match = re.fullmatch(_expression(pattern.text), number, re.IGNORECASE)
    if match is None:
        return None
    shown = match.groupdict()
    count = shown.pop("n")
    if not int(count) or (count[0] == "0" and len(count) > _width(pattern.text)):
        return None
    year = shown.get("yyyy") or (f"{day.year // 100}{shown['yy']}" if "yy" in shown else "")
    return "-".join(filter(None, (year, shown.get("mm"), shown.get("dd")))), int(count)


def _width(text: str) -> int:
    return next(_least(part) for part in _TOKEN.findall(text) if part not in _DIGITS)


def _expression(text: str) -> str:
    made = []
    for place, part in enumerate(_TOKEN.split(text)):
        if place % 2 == 0:
            made.append(re.escape(part))
        elif part in _DIGITS:
            made.append(f"(?P<{part}>[0-9]{{{_DIGITS[part]}}})")
        else:
            made.append(f"(?P<n>[0-9]{{{_least(part)},18}})")
    return "".join(made)
