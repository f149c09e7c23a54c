"""Payment terms written in the notation that ``domain.terms_notation`` reads: ``2/10 net 30``."""

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
)
from creditmate.domain.payment_terms import PaymentTerms, Shift

MONTHS_PLAIN = 3
"""``eom+1`` to ``eom+3`` are months; of more, days may be meant, and the unit must be said."""
_TEENS = frozenset({11, 12, 13})
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def terms_text(terms: PaymentTerms) -> str:
    """Return terms in the notation; ``parse_terms`` reads the same terms from it."""
    text = rule_text(terms.rule)
    if terms.discount:
        text = f"{terms.discount.percent.normalize():f}/{terms.discount.days} {text}"
    return text if terms.shift is Shift.NONE else f"{text}, {terms.shift.value} working day"


def rule_text(rule: DueRule) -> str:
    """Return a rule without discount and shift in the notation."""
    match rule:
        case OnReceipt():
            return "on receipt"
        case CashOnDelivery():
            return "cod"
        case Prepaid():
            return "prepaid"
        case Net(days=days):
            return f"net {days}"
        case Instalments(parts=parts):
            return "parts " + _parts_text(parts)
        case _:
            return _month_text(rule)


def _month_text(rule: DueRule) -> str:
    match rule:
        case MonthEnd(months=months):
            unit = "" if months <= MONTHS_PLAIN else " months"
            return f"eom+{months}{unit}" if months else "eom"
        case DaysAfterMonthEnd(days=days):
            return f"{days} after eom"
        case DaysThenMonthEnd(days=days):
            return f"{days} then eom"
        case DayOfNextMonth(day_of_month=day, cut_off=cut_off):
            cut = "" if cut_off is None else f", cut-off {cut_off}"
            return f"{_ordinal(day)} next month{cut}"
        case OnDay(day_of_month=day):
            return f"on day {day}"
        case _unknown:
            raise ValueError(f"no notation of {rule}")


def _parts_text(parts: tuple[Instalment, ...]) -> str:
    if all(part.share == 1 for part in parts):
        return "/".join(str(part.days) for part in parts)
    return "/".join(f"{part.days}:{part.share}" for part in parts)


def _ordinal(day: int) -> str:
    return f"{day}{'th' if day in _TEENS else _ENDINGS.get(day % 10, 'th')}"
