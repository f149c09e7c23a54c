"""Payment terms in words: "30 days from invoice date", with the discount if there is one."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
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
from creditmate.domain.payment_terms import Discount, PaymentTerms, Shift
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import percent

_SHIFTS = {
    Shift.NEXT: N_("a day that is not worked moves to the next working day"),
    Shift.PREVIOUS: N_("a day that is not worked moves to the working day before"),
}


def terms_words(terms: PaymentTerms, language: str) -> str:
    """Return terms as a customer reads them."""
    catalogue = words(language)
    said = [_rule(terms.rule, catalogue)]
    if terms.discount is not None:
        said.append(_discount(terms.discount, catalogue))
    if terms.shift in _SHIFTS:
        said.append(catalogue.gettext(_SHIFTS[terms.shift]))
    return "; ".join(said)


def grace_words(days: int | None, language: str) -> str:
    """Return from when on a customer is followed up; '' for whoever is as usual."""
    if days is None:
        return ""
    catalogue = words(language)
    if not days:
        return catalogue.gettext("as soon as anything is late")
    text = catalogue.ngettext(
        "when anything is more than {count} day late",
        "when anything is more than {count} days late",
        days,
    )
    return text.format(count=days)


def yearly_cost_words(cost: Decimal, language: str, locale: str) -> str:
    """Return what a discount costs us as a yearly rate, in whole percent.

    Args:
        cost: A fraction of a year, as ``Discount.yearly_cost`` gives it.
        language: Of the words.
        locale: Of the figure.
    """
    whole = int((cost * 100).to_integral_value(ROUND_HALF_UP))
    text = words(language).gettext("The discount costs you about {percent} a year.")
    return text.format(percent=percent(whole, locale))


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
        case DayOfNextMonth(cut_off=int(cut)) if cut > 0:
            text = _("day {day} of the following month, invoices to day {cut_off}")
        case OnDay():
            text = _("next day {day} of a month")
        case Instalments(parts=parts) if len({part.share for part in parts}) > 1:
            text = _("in parts after {days} days, by shares of {shares}")
        case Instalments():
            text = _("in parts after {days} days")
        case _unknown:
            return ""
    parts = getattr(rule, "parts", ())
    return text.format(
        day=getattr(rule, "day_of_month", ""),
        cut_off=getattr(rule, "cut_off", ""),
        days=" / ".join(str(part.days) for part in parts),
        shares=" / ".join(str(part.share) for part in parts),
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
        case DayOfNextMonth(cut_off=int(cut)):
            count = -cut
            text = ngettext(
                "day {day} of the following month, invoices to {count} day before month's end",
                "day {day} of the following month, invoices to {count} days before month's end",
                count,
            )
        case _:
            raise ValueError(f"no words for {rule}")
    return text.format(count=count, day=getattr(rule, "day_of_month", ""))
