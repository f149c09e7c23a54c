"""Words of a customer's page: tabs, people, the states of items, how promises were kept."""

from collections.abc import Sequence
from datetime import date

from creditmate.domain.chasing import Portion
from creditmate.domain.customer_form import StatementKind
from creditmate.domain.money import Money
from creditmate.domain.promises import PromiseState
from creditmate.domain.rows import ContactRow, OpenEntryRow
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.conversation_words import promise_state_words
from creditmate.i18n.formats import day_in_note, money

_FORMS = {
    "company": N_("Company"),
    "plc": N_("Public company"),
    "llp": N_("Limited liability partnership"),
    "sole_trader": N_("Sole trader"),
    "partnership": N_("Partnership"),
    "charity": N_("Charity"),
    "public_body": N_("Public body"),
    "individual": N_("Individual"),
}
_STATEMENTS = {
    StatementKind.OPEN_ITEM: N_("Open items"),
    StatementKind.BALANCE_FORWARD: N_("Balance brought forward"),
    StatementKind.ACTIVITY: N_("Everything that happened"),
}
_AUTHORITY = {"decides": N_("decides"), "pays": N_("handles payments")}


def legal_form_words(form: str, language: str) -> str:
    """Return what sort of customer it is; nothing where that is not known."""
    return words(language).gettext(_FORMS[form]) if form in _FORMS else ""


def statement_kind_words(kind: StatementKind, language: str) -> str:
    """Return what a customer's statements list."""
    return words(language).gettext(_STATEMENTS[kind])


def role_words(person: ContactRow, language: str) -> str:
    """Return what a person does at the customer's, and whether they decide or pay."""
    may = _AUTHORITY.get(person.authority)
    parts = (person.role, words(language).gettext(may) if may else "")
    text = ", ".join(part for part in parts if part)
    return capital(text)


def item_state_words(
    row: OpenEntryRow, portion: Portion | None, language: str, locale: str, as_at: date
) -> str:
    """Return how an item stands: settled, in dispute, arranged, promised, part paid."""
    _ = words(language).gettext
    if not row.open:
        return _("settled")
    held = "" if portion is None else _held_back_words(portion, language, locale, as_at)
    if held or row.due_day is None:
        return held or _("not matched yet")
    return _("part paid") if row.open != row.original else ""


def _held_back_words(portion: Portion, language: str, locale: str, as_at: date) -> str:
    """Return why an item is not chased, the gravest reason; nothing if it is."""
    _ = words(language).gettext
    if portion.disputed_minor:
        return _disputed_words(portion, language, locale)
    if portion.planned_minor and portion.entry.planned_by is not None:
        day = day_in_note(portion.entry.planned_by, locale, as_at)
        return _("as agreed by {day}").format(day=day)
    if portion.said:
        return _("said to be paid")
    if portion.promised_by is not None:
        day = day_in_note(portion.promised_by, locale, as_at)
        return _("promised by {day}").format(day=day)
    return ""


def _disputed_words(portion: Portion, language: str, locale: str) -> str:
    """Return that it is in question, or that it only waits for our credit note."""
    _ = words(language).gettext
    whole, part = _("under query"), _("{amount} under query")
    if portion.credit_minor == portion.disputed_minor:
        whole, part = _("to be credited"), _("{amount} to be credited")
    if portion.disputed_minor == portion.entry.open_minor:
        return whole
    disputed = Money(portion.disputed_minor, portion.entry.currency)
    return part.format(amount=money(disputed, locale, symbol=True))


def item_states(language: str, locale: str, as_at: date) -> tuple[str, ...]:
    """Return what may have to fit into the column of states; amounts may be longer still."""
    _ = words(language).gettext
    promised = _("promised by {day}").format(day=day_in_note(as_at, locale, as_at))
    planned = _("as agreed by {day}").format(day=day_in_note(as_at, locale, as_at))
    others = _("said to be paid"), _("not matched yet"), _("part paid"), planned
    return (_("under query"), _("to be credited"), promised, *others)


def marks_words(states: Sequence[PromiseState], language: str) -> str:
    """Return how the last promises were kept, as a row of marks shows it."""
    _ = words(language).gettext
    said = ", ".join(promise_state_words(state, language) for state in states)
    return _("The newest comes last: {states}").format(states=said)
