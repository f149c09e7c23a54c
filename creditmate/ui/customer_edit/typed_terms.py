"""Payment terms as they are typed: a form, what it needs, a discount; knows no toolkit."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from creditmate.domain.due_rules import (
    CashOnDelivery,
    DayOfNextMonth,
    DaysAfterMonthEnd,
    DaysThenMonthEnd,
    DueRule,
    Form,
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
from creditmate.domain.refusals import Why, refused
from creditmate.domain.terms_notation import TermsWhy, parse_terms
from creditmate.domain.terms_text import rule_text
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.locales import typed
from creditmate.i18n.parsing import plain_figures

NONE = ""
"""Nothing agreed."""
FIELD = "customer.terms"
FROM_START, FROM_END = "start", "end"
"""From where in the month a cut-off is counted."""
PARTS = "parts "
"""Begins instalments in the notation; in their own field it is not typed."""
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
    Form.ON_DAY: OnDay,
}
_NUMBERS = {
    Form.NET: "days",
    Form.MONTH_END: "months",
    Form.DAYS_AFTER_MONTH_END: "days",
    Form.DAYS_THEN_MONTH_END: "days",
    Form.DAY_OF_NEXT_MONTH: "day_of_month",
    Form.ON_DAY: "day_of_month",
    Form.INSTALMENTS: "parts",
}
_FORMS = {
    Form.NET: N_("Days from the invoice date"),
    Form.ON_RECEIPT: N_("On receipt"),
    Form.MONTH_END: N_("End of the month, months later"),
    Form.DAYS_AFTER_MONTH_END: N_("Days after the end of the month"),
    Form.DAYS_THEN_MONTH_END: N_("Days, then the end of that month"),
    Form.DAY_OF_NEXT_MONTH: N_("A day of the following month"),
    Form.ON_DAY: N_("The next such day of a month"),
    Form.INSTALMENTS: N_("In parts"),
    Form.CASH_ON_DELIVERY: N_("Cash on delivery"),
    Form.PREPAID: N_("Payment before delivery"),
}
_USUAL = {Form.NET: "30", Form.MONTH_END: "1", Form.DAYS_AFTER_MONTH_END: "30",
          Form.DAYS_THEN_MONTH_END: "30", Form.DAY_OF_NEXT_MONTH: "15", Form.ON_DAY: "15",
          Form.INSTALMENTS: "30/60/90"}  # fmt: skip
_ASKS = {
    "days": N_("Days"),
    "months": N_("Months"),
    "day_of_month": N_("Day of the month"),
    "parts": N_("Days of the parts; with shares: 0:50/30:50, or 50% now, 50% in 30"),
}
_SHIFTS = {
    Shift.NONE: N_("It stays due on that day"),
    Shift.NEXT: N_("The next working day"),
    Shift.PREVIOUS: N_("The working day before"),
}


@dataclass(frozen=True, slots=True)
class TypedTerms:
    """``form`` is a code of ``Form`` or ``NONE``, ``shift`` one of ``Shift``; the rest as typed.

    ``number`` is what the form needs first, ``cut_off`` its second, counted from ``cut_from``.
    """

    form: str = NONE
    number: str = ""
    percent: str = ""
    within: str = ""
    cut_off: str = ""
    cut_from: str = FROM_START
    shift: str = Shift.NONE.value


NO_TERMS = TypedTerms()


def as_text(given: TypedTerms) -> str:
    """Return what is typed as one text, for whoever compares texts."""
    return json.dumps(asdict(given), sort_keys=True)


def from_text(text: str) -> TypedTerms:
    """Return what ``as_text`` made a text of."""
    return TypedTerms(**json.loads(text))


def typed_terms(terms: PaymentTerms | None) -> TypedTerms:
    """Return terms as the fields show them."""
    if terms is None:
        return NO_TERMS
    rule, discount = terms.rule, terms.discount
    cut_off = getattr(rule, "cut_off", None) or 0
    return TypedTerms(
        rule.form.value,
        _number(rule),
        "" if discount is None else f"{discount.percent.normalize():f}",
        "" if discount is None else str(discount.days),
        str(abs(cut_off)) if cut_off else "",
        FROM_END if cut_off < 0 else FROM_START,
        terms.shift.value,
    )


def _number(rule: DueRule) -> str:
    if isinstance(rule, Instalments):
        return rule_text(rule).removeprefix(PARTS)
    name = _NUMBERS.get(rule.form)
    return "" if name is None else str(getattr(rule, name))


def read_typed(given: TypedTerms, locale: str, field: str = FIELD) -> PaymentTerms | None:
    """Return the terms that were typed; None where nothing is agreed.

    Args:
        given: As typed; what belongs to another form is left out.
        locale: In which figures.
        field: What a refusal names.

    Raises:
        UserError: ``FIELD_REFUSED`` where a number is missing or none, ``BAD_TERMS`` where it
            is out of its bounds.
    """
    if given.form == NONE:
        return None
    form = Form(given.form)
    try:
        rule = _rule(form, given, locale, field)
        discount = None if form is Form.INSTALMENTS else _discount(given, locale, field)
        return PaymentTerms(rule, discount, Shift(given.shift))
    except TermsBoundsError as wrong:
        facts = {"part": wrong.part, "number": wrong.found, "low": wrong.low, "high": wrong.high}
        found, why = str(wrong.found), TermsWhy.BOUNDS.value
        raise UserError(Problem.BAD_TERMS, field=field, found=found, why=why, **facts) from wrong


def asks_for(form: str, language: str) -> str:
    """Return what the number of a form is called; nothing where it takes none."""
    name = _NUMBERS.get(Form(form)) if form != NONE else None
    return words(language).gettext(_ASKS[name]) if name else ""


def takes_cut_off(form: str) -> bool:
    """Whether a form may have a cut-off."""
    return form == Form.DAY_OF_NEXT_MONTH.value


def takes_parts(form: str) -> bool:
    """Whether a form has several parts: they take room, and no discount."""
    return form == Form.INSTALMENTS.value


def usual_number(form: str) -> str:
    """Return the number to begin with when a form is chosen."""
    return _USUAL.get(Form(form), "") if form != NONE else ""


def terms_offers(language: str, *, may_be_none: bool = True) -> list[tuple[str, str]]:
    """Return code and words of every form, and of nothing agreed where that may be."""
    _ = words(language).gettext
    offers = [(form.value, _(text)) for form, text in _FORMS.items()]
    return [(NONE, _("Nothing agreed")), *offers] if may_be_none else offers


def shift_offers(language: str) -> list[tuple[str, str]]:
    """Return code and words of what may happen to a due day that is not worked."""
    return [(shift.value, words(language).gettext(text)) for shift, text in _SHIFTS.items()]


def cut_from_offers(language: str) -> list[tuple[str, str]]:
    """Return code and words of where a cut-off is counted from."""
    _ = words(language).gettext
    return [(FROM_START, _("of the month")), (FROM_END, _("days before its end"))]


def _rule(form: Form, given: TypedTerms, locale: str, field: str) -> DueRule:
    if form in _AT_ONCE:
        return _AT_ONCE[form]
    if not given.number.strip():
        raise refused(field, Why.EMPTY)
    if form is Form.INSTALMENTS:
        text = typed(given.number, locale)
        example = date(2026, 1, 15)  # of parts there are no two readings
        return parse_terms(text if "%" in text else PARTS + text, example, field=field).rule
    number = _whole(given.number, locale, field)
    if form is Form.DAY_OF_NEXT_MONTH:
        return DayOfNextMonth(number, _cut_off(given, locale, field))
    return _COUNTED[form](number)


def _cut_off(given: TypedTerms, locale: str, field: str) -> int | None:
    if not given.cut_off.strip():
        return None
    days = _whole(given.cut_off, locale, field)
    if not days:
        raise TermsBoundsError("cut-off", days, 1, 31)
    return -days if given.cut_from == FROM_END else days


def _whole(text: str, locale: str, field: str) -> int:
    try:
        return int(typed(text, locale))
    except ValueError as error:
        raise refused(field, Why.NOT_POSSIBLE, found=text.strip()) from error


def _discount(given: TypedTerms, locale: str, field: str) -> Discount | None:
    if not given.percent.strip() and not given.within.strip():
        return None
    try:
        percent = Decimal(plain_figures(given.percent, locale))
        return Discount(percent, int(typed(given.within, locale)))
    except TermsBoundsError:
        raise
    except (ValueError, InvalidOperation) as error:
        found = f"{given.percent.strip()} / {given.within.strip()}"
        raise refused(field, Why.NOT_POSSIBLE, found=found) from error
