"""Numbering series: how the next invoice, credit note or statement is called.

A pattern such as ``S-{yy}{mm}-{n:03}`` gives S-2611-014 for the fourteenth of November 2026. Where
a pattern shows a year, month or day, its counter starts again in each; two numbers of one series
never look the same (but for two-digit years a century apart).
"""

import re
from dataclasses import dataclass
from datetime import date

LONGEST = 40
"""Characters a pattern may have."""
_TOKEN = re.compile(r"\{([^{}]*)\}")
_COUNTER = re.compile(r"n(:0[1-9])?")
_DAY_FORMATS = {"yyyy": "{0.year:04}", "yy": "{1:02}", "mm": "{0.month:02}", "dd": "{0.day:02}"}


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """A series' pattern: text with ``{n}`` once and any of ``{yyyy}`` ``{yy}`` ``{mm}`` ``{dd}``.

    ``{n:03}`` fills up to three digits with zeros and grows beyond; one to nine are possible.

    Raises:
        ValueError: The pattern could not be read or could give the same number twice; the text
            says why.
    """

    text: str

    def __post_init__(self) -> None:
        if not self.text.isprintable() or self.text != self.text.strip():
            raise ValueError(f"{self.text!r} has blanks at its ends or cannot be printed")
        if len(self.text) > LONGEST:
            raise ValueError(f"{len(self.text)} characters are more than {LONGEST}")
        rest = _TOKEN.sub("", self.text)
        if "{" in rest or "}" in rest:
            raise ValueError(f"{self.text!r} has a brace without its partner")
        self._check_counter()
        self._check_period()

    def _check_counter(self) -> None:
        counters = [token for token in self._tokens if token not in _DAY_FORMATS]
        if unknown := [token for token in counters if not _COUNTER.fullmatch(token)]:
            raise ValueError(f"{{{unknown[0]}}} is not known")
        if len(counters) != 1:
            raise ValueError(f"{{n}} stands {len(counters)} times in {self.text!r}, not once")

    def _check_period(self) -> None:
        shown = [token for token in self._tokens if token in _DAY_FORMATS]
        years = shown.count("yyyy") + shown.count("yy")
        if years > 1 or len(shown) != len(set(shown)):
            raise ValueError(f"{self.text!r} shows a year, month or day twice")
        if "mm" in shown and not years:
            raise ValueError("{mm} without a year gives the same numbers every year")
        if "dd" in shown and "mm" not in shown:
            raise ValueError("{dd} without {mm} gives the same numbers every month")

    @property
    def _tokens(self) -> list[str]:
        return _TOKEN.findall(self.text)

    def period(self, day: date) -> str:
        """Return the key of the counter that ``day`` belongs to.

        That is ``""`` for a series that never starts again, else ``2026``, ``2026-11`` or
        ``2026-11-16``: the same however the pattern writes it.
        """
        shown = set(self._tokens)
        if "dd" in shown:
            return day.isoformat()
        if "mm" in shown:
            return day.isoformat()[:7]
        return day.isoformat()[:4] if shown & {"yy", "yyyy"} else ""

    def number(self, day: date, count: int) -> str:
        """Return the number of the ``count``-th paper of ``day``'s period, counted from 1.

        Raises:
            ValueError: ``count`` is below 1.
        """
        if count < 1:
            raise ValueError(f"a {count}-th number")

        def written(token: re.Match[str]) -> str:
            name = token.group(1)
            if name in _DAY_FORMATS:
                return _DAY_FORMATS[name].format(day, day.year % 100)
            return f"{count:{name.partition(':')[2]}}"

        return _TOKEN.sub(written, self.text)


def next_number(pattern: NumberPattern, day: date, used: int) -> tuple[str, int]:
    """Return the next number and the counter to keep once it is used.

    Args:
        pattern: The series' pattern.
        day: The day of the paper.
        used: The counter of ``pattern.period(day)``: 0 before the first number.

    Raises:
        ValueError: ``used`` is negative.
    """
    return pattern.number(day, used + 1), used + 1
