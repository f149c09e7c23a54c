"""Words of a merge: what two customers share, where they differ, and what moves."""

from collections.abc import Mapping
from datetime import date

from creditmate.domain.customer_form import StatementKind
from creditmate.domain.customer_status import Status
from creditmate.domain.holds import HoldKind
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.merging import Conflict, Likely, Shared
from creditmate.domain.money import Money
from creditmate.domain.payment_runs import Fortnightly, Monthly, Weekly
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.wishes import WishKind
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.countries import country_name
from creditmate.i18n.customer_fields import CUSTOMER_FIELDS
from creditmate.i18n.customer_words import legal_form_words, statement_kind_words
from creditmate.i18n.formats import money, number
from creditmate.i18n.standing_words import (
    hold_kind_words,
    payment_run_words,
    status_words,
    wish_kind_words,
)
from creditmate.i18n.terms_words import terms_words

NOTHING = "–"
_SHARED = {
    Shared.TAX_NUMBER: N_("the same tax number"),
    Shared.COMPANY_NUMBER: N_("the same company number"),
    Shared.EMAIL: N_("the same e-mail address"),
    Shared.PHONE: N_("the same telephone"),
    Shared.NAME: N_("nearly the same name"),
}
_FIELDS = {
    "legal_form": N_("Legal form"),
    "owner_id": N_("Looked after by"),
    "friend": N_("A friend"),
    "statement_kind": N_("Statements list"),
    "order_required": N_("Order number needed"),
    "status": N_("Status"),
    "limit": N_("Credit limit"),
    "address": N_("Address for bills"),
    "group_limit": N_("Limit of the group"),
    "head_office": N_("Head office"),
    "holds": N_("Left in peace"),
    "wishes": N_("Wishes"),
}
_MOVES = {
    "document": N_("invoices and credit notes ({count})"),
    "entry": N_("items of the account ({count})"),
    "allocation": N_("matches of money ({count})"),
    "interaction": N_("calls and letters ({count})"),
    "promise": N_("promises ({count})"),
    "dispute": N_("queries ({count})"),
    "claim": N_("payments said to be sent ({count})"),
    "contact": N_("people ({count})"),
    "site": N_("addresses ({count})"),
    "task": N_("next steps ({count})"),
    "attachment": N_("files ({count})"),
    "paper": N_("papers ({count})"),
    "work_item": N_("work not invoiced ({count})"),
}


def shared_words(likely: Likely, language: str) -> str:
    """Return what two customers have in common: ``the same telephone, nearly the same name``."""
    return ", ".join(words(language).gettext(_SHARED[kind]) for kind in likely.shared)


def conflict_name(conflict: Conflict, language: str) -> str:
    """Return what a field is called in which two customers differ."""
    known = _FIELDS.get(conflict.field) or CUSTOMER_FIELDS.get(f"customer.{conflict.field}")
    return words(language).gettext(known) if known else conflict.field


def value_words(value: object, language: str, locale: str, as_at: date) -> str:
    """Return what one of the two has in a field."""
    _ = words(language).gettext
    if isinstance(value, Money):
        return money(value, locale, symbol=True)
    if isinstance(value, PaymentTerms):
        return terms_words(value, language)
    if isinstance(value, Weekly | Fortnightly | Monthly):
        return payment_run_words(value, language, locale, as_at)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return _code_words(value, language, locale)


def _code_words(value: object, language: str, locale: str) -> str:
    if isinstance(value, tuple):
        return ", ".join(_code_words(one, language, locale) for one in value) or NOTHING
    said = _known_words(value, language)
    if said is not None:
        return said or NOTHING
    text = "" if value is None else str(value)
    return country_name(text, locale) if len(text) == 2 and text.isupper() else text or NOTHING


def _known_words(value: object, language: str) -> str | None:
    """Return what a code is called, or None for what is no code."""
    if isinstance(value, Status):
        return status_words(value, language)
    if isinstance(value, HoldKind):
        return hold_kind_words(value, language)
    if isinstance(value, WishKind):
        return wish_kind_words(value, language)
    if isinstance(value, StatementKind):
        return statement_kind_words(value, language)
    if isinstance(value, LegalForm):
        return legal_form_words(value.value, language)
    return None


def moves_words(moves: Mapping[str, int], language: str, locale: str) -> str:
    """Return what goes from the one to the other."""
    _ = words(language).gettext
    said = [
        _(_MOVES[table]).format(count=number(count, locale))
        for table, count in moves.items()
        if table in _MOVES and count
    ]
    return ", ".join(said) or _("nothing but the code")
