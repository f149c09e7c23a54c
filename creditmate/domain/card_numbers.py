"""Payment card numbers in what people type: found and masked, so that none is ever kept.

A customer may read a card out on the telephone; whoever keeps the number has to guard it as the
card schemes demand (PCI DSS 3.3 and 3.4: shown are at most the first six and the last four
figures). A number counts as a card's if all of it holds: 13 to 19 figures in any spacing, the
length and first figures of an issuer, and the check digit (ISO/IEC 7812, python-stdnum). What is
part of an IBAN or a British sort code and account, follows ``+`` or ``00`` as a telephone number
does, or hangs on capital letters as an invoice number does, is none.
"""

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import accumulate
from typing import Any

from creditmate.domain.bank_numbers import iban_refusal

_SHOWN = 4
_MARK = "••••"
_SHORTEST, _LONGEST = 13, 19
_NEAR = 40
"""Characters before a number that may say what it is."""

# First figures from and to, and the lengths that issuers give them. Source: ISO/IEC 7812-1 and
# the schemes' own tables, as the public lists of issuer ranges have them.
_ISSUERS: tuple[tuple[str, str, frozenset[int]], ...] = (
    ("4", "4", frozenset({13, 16, 19})),  # Visa
    ("51", "55", frozenset({16})),  # Mastercard
    ("2221", "2720", frozenset({16})),
    ("34", "34", frozenset({15})),  # American Express
    ("37", "37", frozenset({15})),
    ("300", "305", frozenset({14, 16})),  # Diners Club
    ("3095", "3095", frozenset({14, 16})),
    ("36", "36", frozenset({14, 16})),
    ("38", "39", frozenset({14, 16})),
    ("3528", "3589", frozenset({16, 17, 18, 19})),  # JCB
    ("6011", "6011", frozenset({16, 19})),  # Discover
    ("644", "649", frozenset({16, 19})),
    ("65", "65", frozenset({16, 19})),
    ("62", "62", frozenset({16, 17, 18, 19})),  # UnionPay
    ("81", "81", frozenset({16})),  # UnionPay, RuPay
    ("60", "60", frozenset({16})),  # RuPay
    ("5018", "5018", frozenset({16, 18, 19})),  # Maestro
    ("5020", "5020", frozenset({16, 18, 19})),
    ("5038", "5038", frozenset({16, 18, 19})),
    ("5893", "5893", frozenset({16, 18, 19})),
    ("6304", "6304", frozenset({16, 18, 19})),
    ("6759", "6763", frozenset({16, 18, 19})),
    ("2200", "2205", frozenset({16, 17, 18, 19})),  # Mir, Borica
    ("9792", "9792", frozenset({16})),  # Troy
)
_BEGINS = re.compile(r"(?![017])\d")  # no issuer's number begins otherwise
_SPACE = r"[ \t\n\r\u00a0\u2007\u2009\u202f]"
_JOIN = r"[-.\u2010-\u2015_]"
# Figures with blanks, strokes or joins between them; a window may begin and end at a blank or a
# stroke only: what is joined by hyphens or dots is one number.
_RUN = re.compile(rf"\d(?:(?:{_SPACE}|{_JOIN}|[/|])*\d)*")
_GROUP = re.compile(rf"\d(?:{_JOIN}*\d)*")
_IBAN = re.compile(r"\b[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]){11,30}\b")
_ACCOUNT = re.compile(r"\b(?:\d{2}-\d{2}-\d{2}|\d{6})[ ,/]+\d{8}\b")
_CALLING = re.compile(r"\+\s*\(?$")
_NUMBERED = re.compile(r"\b([A-Z]{2,})[-/]?$")
_CARD_WORDS = frozenset({"VISA", "CARD", "CC", "MC", "AMEX", "PAN", "NO", "NR", "MAESTRO"})
"""In capitals before a card's number all the same."""


def masked_cards(text: str) -> tuple[str, int]:
    """Return a text with every card number masked but for its last four figures, and how many.

    ``4111 1111 1111 1111`` becomes ``•••• 1111``.
    """
    if sum(map(str.isdecimal, text)) < _SHORTEST:
        return text, 0
    spans = list(_cards(text))
    for first, end in reversed(spans):
        last = "".join(c for c in text[first:end] if c.isdecimal())[-_SHOWN:]
        text = f"{text[:first]}{_MARK} {last}{text[end:]}"
    return text, len(spans)


def _cards(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where a card's number stands, from left to right."""
    banks = [found.span() for found in _IBAN.finditer(text) if not iban_refusal(found[0])]
    banks += [found.span() for found in _ACCOUNT.finditer(text)]
    for run in _RUN.finditer(text):
        groups = [
            (run.start() + group.start(), run.start() + group.end())
            for group in _GROUP.finditer(run[0])
        ]
        at = 0
        while at < len(groups):
            end = _card_from(text, groups[at : at + _LONGEST])
            before = text[slice(*groups[at - 1])] if at else ""
            if end and not _is_other(text, groups[at][0], end, before, banks):
                yield groups[at][0], end
                while at < len(groups) and groups[at][0] < end:
                    at += 1
            else:
                at += 1


def _card_from(text: str, groups: Sequence[tuple[int, int]]) -> int:
    """Return where the longest card's number that begins with the first group ends; 0: none does.

    One that is written figure by figure may seem to end too early.
    """
    found = 0
    if not _BEGINS.match(text, groups[0][0]):
        return found
    figures = ("".join(str(int(c)) for c in text[a:b] if c.isdecimal()) for a, b in groups)
    for number, (_, end) in zip(accumulate(figures), groups, strict=True):
        if len(number) > _LONGEST:
            break
        if len(number) >= _SHORTEST and _is_issued(number) and _is_checked(number):
            found = end
    return found


def _is_issued(number: str) -> bool:
    return any(
        len(number) in lengths and low <= number[: len(low)] <= high
        for low, high, lengths in _ISSUERS
    )


def _is_checked(number: str) -> bool:
    # loaded when the first number is looked at, as in ``identifiers``
    luhn: Any = import_module("stdnum.luhn")
    return len(set(number)) > 1 and bool(luhn.is_valid(number))


def _is_other(
    text: str,
    first: int,
    end: int,
    before: str,
    banks: Sequence[tuple[int, int]],
) -> bool:
    """Whether what stands around a number says that it is none of a card."""
    if any(begin < end and first < close for begin, close in banks):
        return True
    near = text[max(first - _NEAR, 0) : first]
    if _CALLING.search(near) or before == "00":
        return True
    named = _NUMBERED.search(near)
    return named is not None and named[1] not in _CARD_WORDS
