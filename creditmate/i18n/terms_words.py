"""Payment terms in words: "30 days from invoice date", with the discount if there is one."""

from collections.abc import Callable
from gettext import NullTranslations

from creditmate.domain.due_rules import (
    CashOnDelivery,
    DayOfNextMonth,
    DaysAfterMonthEnd,
    DaysThenMonthEnd,
    DueRule,
    Instalments,
    MonthEnd,
    Net,
    OnDay,
    OnReceipt,
    Prepaid,
)
from creditmate.domain.payment_terms import Discount, PaymentTerms
from creditmate.i18n.catalogue import words


def terms_words(terms: PaymentTerms, language: str) -> str:
    """Return terms as a customer reads them."""
    catalogue = words(language)
    said = _rule(terms.rule, catalogue)
    if terms.discount is None:
        return said
    return said + "; " + _discount(terms.discount, catalogue)


def _discount(discount: Discount, catalogue: NullTranslations) -> str:
    text = catalogue.ngettext(
        "{percent} % off if paid within {days} day",
        "{percent} % off if paid within {days} days",
        discount.days,
    )
    return text.format(percent=f"{discount.percent.normalize():f}", days=discount.days)


def _rule(rule: DueRule, catalogue: NullTranslations) -> str:
    _ = catalogue.gettext
    return _at_once(rule, _) or _on_a_day(rule, _) or _counted(rule, catalogue)


def _at_once(rule: DueRule, _: Callable[[str], str]) -> str:
    match rule:
        case OnReceipt() | Net(days=0):
            return _("on receipt")
        case CashOnDelivery():
            return _("cash on delivery")
        case Prepaid():
            return _("payment before delivery")
    return ""


def _on_a_day(rule: DueRule, _: Callable[[str], str]) -> str:
    match rule:
        case MonthEnd(months=0):
            text = _("end of the invoice's month")
        case MonthEnd(months=1):
            text = _("end of the following month")
        case DayOfNextMonth(cut_off=None):
            text = _("day {day} of the following month")
        case DayOfNextMonth():
            text = _("day {day} of the following month, invoices to day {cut_off}")
        case OnDay():
            text = _("next day {day} of a month")
        case Instalments():
            text = _("in parts after {days} days")
        case _unknown:
            return ""
    return text.format(
        day=getattr(rule, "day_of_month", ""),
        cut_off=getattr(rule, "cut_off", ""),
        days=" / ".join(str(part.days) for part in getattr(rule, "parts", ())),
    )


def _counted(rule: DueRule, catalogue: NullTranslations) -> str:
    ngettext = catalogue.ngettext
    match rule:
        case Net(days=days):
            count = days
            text = ngettext("{count} day from invoice date", "{count} days from invoice date", days)
        case MonthEnd(months=count):
            text = ngettext(
                "end of month, {count} month later", "end of month, {count} months later", count
            )
        case DaysAfterMonthEnd(days=count):
            text = ngettext(
                "{count} day after the end of the month",
                "{count} days after the end of the month",
                count,
            )
        case DaysThenMonthEnd(days=count):
            text = ngettext(
                "{count} day, then the end of that month",
                "{count} days, then the end of that month",
                count,
            )
        case _:
            raise ValueError(f"no words for {rule}")
    return text.format(count=count)
