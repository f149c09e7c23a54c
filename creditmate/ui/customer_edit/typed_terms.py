"""Payment terms as they are typed: a form, its number, and perhaps a discount; knows no toolkit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from creditmate.domain.due_rules import (
    CashOnDelivery,
    DayOfNextMonth,
    DaysAfterMonthEnd,
    DaysThenMonthEnd,
    DueRule,
    Form,
    MonthEnd,
    Net,
    OnReceipt,
    Prepaid,
)
from creditmate.domain.payment_terms import Discount, PaymentTerms, Shift
from creditmate.domain.refusals import Why, refused
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.locales import typed
from creditmate.i18n.parsing import plain_figures

NONE, KEPT = "", "kept"
"""Nothing agreed; as it was, where these fields cannot tell it (instalments, a cut-off)."""
FIELD = "customer.terms"
_AT_ONCE: Mapping[Form, DueRule] = {
    Form.ON_RECEIPT: OnReceipt(),
    Form.CASH_ON_DELIVERY: CashOnDelivery(),
    Form.PREPAID: Prepaid(),
}
_COUNTED: Mapping[Form, Callable[[int], DueRule]] = {
    Form.NET: Net,
    Form.MONTH_END: MonthEnd,
    Form.DAYS_AFTER_MONTH_END: DaysAfterMonthEnd,
    Form.DAYS_THEN_MONTH_END: DaysThenMonthEnd,
    Form.DAY_OF_NEXT_MONTH: DayOfNextMonth,
}
_NUMBERS = {
    Form.NET: "days",
    Form.MONTH_END: "months",
    Form.DAYS_AFTER_MONTH_END: "days",
    Form.DAYS_THEN_MONTH_END: "days",
    Form.DAY_OF_NEXT_MONTH: "day_of_month",
}
_FORMS = {
    Form.NET: N_("Days from the invoice date"),
    Form.ON_RECEIPT: N_("On receipt"),
    Form.MONTH_END: N_("End of the month, months later"),
    Form.DAYS_AFTER_MONTH_END: N_("Days after the end of the month"),
    Form.DAYS_THEN_MONTH_END: N_("Days, then the end of that month"),
    Form.DAY_OF_NEXT_MONTH: N_("A day of the following month"),
    Form.CASH_ON_DELIVERY: N_("Cash on delivery"),
    Form.PREPAID: N_("Payment before delivery"),
}
_USUAL = {Form.NET: "30", Form.MONTH_END: "1", Form.DAYS_AFTER_MONTH_END: "30",
          Form.DAYS_THEN_MONTH_END: "30", Form.DAY_OF_NEXT_MONTH: "15"}  # fmt: skip
_ASKS = {
    "days": N_("Days"),
    "months": N_("Months"),
    "day_of_month": N_("Day of the month"),
}


@dataclass(frozen=True, slots=True)
class TypedTerms:
    """``form`` is a code of ``Form``, ``NONE`` or ``KEPT``; the rest as typed."""

    form: str = NONE
    number: str = ""
    percent: str = ""
    within: str = ""
    kept: PaymentTerms | None = None


NO_TERMS = TypedTerms()


def typed_terms(terms: PaymentTerms | None) -> TypedTerms:
    """Return terms as the fields show them."""
    if terms is None:
        return TypedTerms()
    rule, discount = terms.rule, terms.discount
    form = rule.form
    odd = terms.shift is not Shift.NONE or form not in _FORMS
    if odd or getattr(rule, "cut_off", None) is not None:
        return TypedTerms(KEPT, kept=terms)
    name = _NUMBERS.get(form)
    return TypedTerms(
        form.value,
        "" if name is None else str(getattr(rule, name)),
        "" if discount is None else f"{discount.percent.normalize():f}",
        "" if discount is None else str(discount.days),
        terms,
    )


def read_typed(given: TypedTerms, locale: str) -> PaymentTerms | None:
    """Return the terms that were typed; None where nothing is agreed.

    Raises:
        UserError: ``FIELD_REFUSED``: a number is missing or cannot be.
    """
    if given.form == NONE:
        return None
    if given.form == KEPT:
        return given.kept
    return PaymentTerms(_rule(Form(given.form), given.number, locale), _discount(given, locale))


def asks_for(form: str, language: str) -> str:
    """Return what the number of a form is called; nothing where it takes none."""
    name = _NUMBERS.get(Form(form)) if form in _FORMS else None
    return words(language).gettext(_ASKS[name]) if name else ""


def usual_number(form: str) -> str:
    """Return the number to begin with when a form is chosen."""
    return _USUAL.get(Form(form), "") if form in _FORMS else ""


def terms_offers(kept: str, language: str) -> list[tuple[str, str]]:
    """Return code and words of every form; ``kept`` are the terms that stand, in words, or ''."""
    _ = words(language).gettext
    offers = [(NONE, _("Nothing agreed"))]
    offers += [(form.value, _(text)) for form, text in _FORMS.items()]
    return [*offers, (KEPT, _("As it is: {terms}").format(terms=kept))] if kept else offers


def _rule(form: Form, number: str, locale: str) -> DueRule:
    if form in _AT_ONCE:
        return _AT_ONCE[form]
    if not number.strip():
        raise refused(FIELD, Why.EMPTY)
    try:
        return _COUNTED[form](int(typed(number, locale)))
    except ValueError as error:
        raise refused(FIELD, Why.NOT_POSSIBLE, found=number.strip()) from error


def _discount(given: TypedTerms, locale: str) -> Discount | None:
    if not given.percent.strip() and not given.within.strip():
        return None
    try:
        percent = Decimal(plain_figures(given.percent, locale))
        return Discount(percent, int(typed(given.within, locale)))
    except (ValueError, InvalidOperation) as error:
        found = f"{given.percent.strip()} / {given.within.strip()}"
        raise refused(FIELD, Why.NOT_POSSIBLE, found=found) from error
