"""What is typed of a payment plan, and what it says; knows no toolkit."""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.money import Money
from creditmate.domain.pay_cycles import PayCycle
from creditmate.domain.plan_refusals import PlanWhy, plan_refused
from creditmate.domain.plan_terms import Every, Meanwhile, PlanTerms
from creditmate.domain.receipts import Method
from creditmate.i18n.day_parsing import Towards, parse_day
from creditmate.i18n.parsing import parse_money, plain_figures

_DIGITS = 4


@dataclass(frozen=True, slots=True)
class PlanTyped:
    """The fields of a plan as they stand in the form; ``cycle`` is what was proposed."""

    parts: str = ""
    each: str = ""
    every: str = Every.MONTH.value
    first: str = ""
    down: str = ""
    interest: str = Meanwhile.WAIVED.value
    method: str = Method.TRANSFER.value
    by_whom: str = ""
    because: str = ""
    entries: tuple[int, ...] = ()
    replaces: int | None = None
    cycle: PayCycle | None = None

    @property
    def is_begun(self) -> bool:
        """Whether enough stands there to work a plan out: how it is cut, and from when on."""
        cut = self.parts.strip() or self.each.strip() or self.every == Every.DATES.value
        return bool(cut and self.first.strip() and self.entries)


@dataclass(frozen=True, slots=True)
class PlanReader:
    """Reads what was typed, in a locale and on a day; amounts are in one currency."""

    locale: str
    today: date
    currency: str

    def terms(self, typed: PlanTyped) -> PlanTerms:
        """Return the plan that was typed.

        Raises:
            UserError: A day, a number or an amount cannot be understood; ``field`` names it.
        """
        every = Every(typed.every)
        days = self._days(typed.first) if every is Every.DATES else ()
        first = None if days or not typed.first.strip() else self._day(typed.first, "first")
        return PlanTerms(
            every=every,
            first=first,
            days=() if typed.cycle is None else typed.cycle.days_of(every, first),
            parts=self._count(typed.parts) if not days else None,
            each=self._money(typed.each, "each") if not days else None,
            dates=days,
            entries=typed.entries,
            down=self._money(typed.down, "down"),
            method=Method(typed.method),
            interest=Meanwhile(typed.interest),
            by_whom=typed.by_whom,
            because=typed.because,
            replaces=typed.replaces,
        )

    def _days(self, text: str) -> tuple[date, ...]:
        """Days with a semicolon between them: a comma may stand within one."""
        return tuple(self._day(part, "first") for part in text.split(";") if part.strip())

    def _day(self, text: str, field: str) -> date:
        return parse_day(text, self.locale, self.today, towards=Towards.FUTURE, field=field)

    def _count(self, text: str) -> int | None:
        figures = plain_figures(text, self.locale).strip()
        if not figures:
            return None
        if not (figures.isascii() and figures.isdigit() and len(figures) <= _DIGITS):
            raise plan_refused(PlanWhy.HOW_CUT)
        return int(figures)

    def _money(self, text: str, field: str) -> Money | None:
        if not text.strip():
            return None
        return parse_money(text, self.currency, self.locale, field=field)
