"""What was put right about how a customer pays, as the note of a call says it."""

from collections.abc import Iterator
from datetime import date

from creditmate.domain.customer_form import CustomerForm
from creditmate.i18n.catalogue import words
from creditmate.i18n.customer_fields import CUSTOMER_FIELDS
from creditmate.i18n.formats import number
from creditmate.i18n.standing_words import payment_run_words

_TEXTS = ("pay_method", "invoices_to", "approver", "account_at_theirs")


def paying_put_right(
    before: CustomerForm, after: CustomerForm, language: str, locale: str, as_at: date
) -> str:
    """Return what is otherwise now; nothing where nothing is.

    Such as ``How they pay put right. Payment run: every Friday.``
    """
    said = "; ".join(_changes(before, after, language, locale, as_at))
    text = words(language).gettext("How they pay put right. {changes}.")
    return text.format(changes=said) if said else ""


def _changes(
    before: CustomerForm, after: CustomerForm, language: str, locale: str, as_at: date
) -> Iterator[str]:
    _ = words(language).gettext
    told: list[tuple[str, str]] = []
    run, cut_off = after.payment_run, after.invoice_cut_off
    if run != before.payment_run:
        said = "" if run is None else payment_run_words(run, language, locale, as_at)
        told.append(("payment_run", said))
    if cut_off != before.invoice_cut_off:
        told.append(("invoice_cut_off", "" if cut_off is None else number(cut_off, locale)))
    for name in _TEXTS:
        now = getattr(after, name).strip()
        if now != getattr(before, name).strip():
            told.append((name, now))
    for name, value in told:
        label = _(CUSTOMER_FIELDS[f"customer.{name}"])
        yield _("{field}: {value}").format(field=label, value=value or _("not known"))
    if after.order_required != before.order_required:
        yield (
            _("every invoice needs an order number")
            if after.order_required
            else _("no order number is needed")
        )


def person_put_right(name: str, language: str) -> str:
    """Return that somebody's details were put right, as the note of a call says it."""
    return words(language).gettext("Details of {name} put right.").format(name=name)
