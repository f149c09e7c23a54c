"""Payment card numbers in what people type: found and masked, so that none is ever kept.

A customer may read a card out on the telephone; whoever keeps the number has to guard it as the
card schemes demand (PCI DSS 3.3 and 3.4: shown are at most the first six and the last four
figures). A number counts as a card's if all of it holds: 13 to 19 figures in any spacing, the
length and first figures of an issuer, and the check digit (ISO/IEC 7812). What is part of an IBAN
or a British sort code and account, follows ``+`` or ``00`` as a telephone number does, or hangs on
capital letters as an invoice number does, is none.

Whatever is pasted into a note is looked through before it is saved, so the time this takes grows
with the text and no faster.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from creditmate.domain.bank_numbers import iban_refusal

_SHOWN = 4
_MARK = "••••"
_SHORTEST = 13
_TELLING = 4
"""Figures that tell the issuer."""
_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
"""What each figure adds to the check digit where it is doubled."""
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
    pieces: list[str] = []
    at = count = 0
    for first, end in _cards(text):
        last = "".join(c for c in text[first:end] if c.isdecimal())[-_SHOWN:]
        pieces += text[at:first], f"{_MARK} {last}"
        at, count = end, count + 1
    return "".join([*pieces, text[at:]]), count


def _cards(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where a card's number stands, from left to right."""
    ibans = _Spans(found.span() for found in _IBAN.finditer(text) if not iban_refusal(found[0]))
    accounts = _Spans(found.span() for found in _ACCOUNT.finditer(text))
    for found in _RUN.finditer(text):
        run, at, before = _Run(text, found.start(), found[0]), 0, ""
        while at < len(run.groups):
            first, end = run.groups[at][0], run.card_from(at)
            is_bank = ibans.meet(first, end) or accounts.meet(first, end)
            if end and not is_bank and not _is_other(text, first, before):
                yield first, end
                at = bisect_left(run.groups, (end,))
            else:
                at += 1
            before = text[slice(*run.groups[at - 1])]


class _Run:
    """Figures with blanks, strokes or joins between them, counted: a look at them is no search."""

    def __init__(self, text: str, start: int, run: str) -> None:
        self.groups = [(start + each.start(), start + each.end()) for each in _GROUP.finditer(run)]
        figures: list[int] = []
        self._begins: list[int] = []
        self._ends: dict[int, int] = {}
        for first, end in self.groups:
            self._begins.append(len(figures))
            figures += [int(c) for c in text[first:end] if c.isdecimal()]
            self._ends[len(figures)] = end
        self._figures = figures
        self._alike = _alike_until(figures)
        # of the check digit: what the figures add up to, doubled at even and at odd places
        self._sums = [
            [0, *accumulate(_DOUBLED[f] if at % 2 == odd else f for at, f in enumerate(figures))]
            for odd in (0, 1)
        ]

    def card_from(self, group: int) -> int:
        """Return where the longest card's number that begins with a group ends; 0: none does.

        One that is written figure by figure may seem to end too early.
        """
        first = self._begins[group]
        beginning = self._figures[first : first + _TELLING]
        for length in _lengths("".join(map(str, beginning))):
            end = self._ends.get(first + length, 0)
            if end and self._is_checked(first, first + length):
                return end
        return 0

    def _is_checked(self, first: int, end: int) -> bool:
        """Whether the check digit is right (Luhn; ISO/IEC 7812-1, annex B); all alike is none."""
        sums = self._sums[end % 2]  # the last figure but one is doubled, and every second before
        return (sums[end] - sums[first]) % 10 == 0 and self._alike[first] < end


def _alike_until(figures: Sequence[int]) -> list[int]:
    """Return for each place the next one with another figure, or the end."""
    found = [len(figures)] * len(figures)
    for at in range(len(figures) - 2, -1, -1):
        found[at] = found[at + 1] if figures[at] == figures[at + 1] else at + 1
    return found


@lru_cache(maxsize=10_000)
def _lengths(beginning: str) -> tuple[int, ...]:
    """Return how long numbers are that begin so, the longest first; none if no issuer's do."""
    found = [lengths for low, high, lengths in _ISSUERS if low <= beginning[: len(low)] <= high]
    return tuple(sorted(frozenset[int]().union(*found), reverse=True))


class _Spans:
    """Places in a text, none of which meets another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = list(spans)

    def meet(self, first: int, end: int) -> bool:
        """Whether one of them has a character between ``first`` and ``end``."""
        last = bisect_left(self._spans, (end,)) - 1  # of those that begin before the end
        return last >= 0 and first < self._spans[last][1]


def _is_other(text: str, first: int, before: str) -> bool:
    """Whether what stands before a number says that it is none of a card."""
    near = text[max(first - _NEAR, 0) : first]
    if _CALLING.search(near) or before == "00":
        return True
    named = _NUMBERED.search(near)
    return named is not None and named[1] not in _CARD_WORDS
