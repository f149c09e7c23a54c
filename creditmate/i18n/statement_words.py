"""Words of statements: why somebody is left out, how they go, what kinds of them there are."""

from datetime import date

from creditmate.domain.customer_form import StatementKind
from creditmate.domain.kinds import EntryKind
from creditmate.domain.receipts import Method
from creditmate.domain.statement_choice import Carriage, LeftOut, Reason
from creditmate.domain.statement_period import PeriodRow
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_note
from creditmate.i18n.labels import entry_label

_REASONS = {
    LeftOut.CEASED: N_("Said to have ceased trading"),
    LeftOut.IN_CREDIT: N_("In credit"),
    LeftOut.IN_DISPUTE: N_("All under query"),
    LeftOut.PROMISED: N_("By arrangement"),
    LeftOut.SAID_PAID: N_("Said to be paid"),
    LeftOut.SMALL: N_("Small balance"),
    LeftOut.DECEASED: N_("Deceased"),
    LeftOut.INSOLVENT: N_("Insolvent"),
    LeftOut.BREATHING_SPACE: N_("Breathing space"),
    LeftOut.HARDSHIP: N_("Hardship"),
    LeftOut.OURS: N_("Left in peace"),
    LeftOut.WITH_AGENCY: N_("With the agency"),
    LeftOut.FRIEND: N_("A friend"),
    LeftOut.AT_HEAD_OFFICE: N_("On the head office's"),
    LeftOut.NO_WAY: N_("Wants neither e-mails nor letters"),
    LeftOut.HELD: N_("Under query or promised"),
    LeftOut.STATEMENT_DAY: N_("Not yet their statement day"),
}
_WITH_DAYS = {
    LeftOut.PROMISED: N_("Promised by {day}"),
    LeftOut.STATEMENT_DAY: N_("Statement day {day}"),
}
_CARRIAGES = {
    Carriage.EMAIL: N_("E-mail"),
    Carriage.POST: N_("Post"),
    Carriage.NONE: N_("No way left"),
}
_TITLES = {
    StatementKind.OPEN_ITEM: N_("open items, in {currency} ({code})"),
    StatementKind.BALANCE_FORWARD: N_("balance forward, in {currency} ({code})"),
    StatementKind.ACTIVITY: N_("activity, in {currency} ({code})"),
}
_LATER_TITLES = {
    StatementKind.OPEN_ITEM: N_("Statement of account"),
    StatementKind.BALANCE_FORWARD: N_("Statement of account, balance forward"),
    StatementKind.ACTIVITY: N_("Statement of account, activity"),
}
_RECEIVED: dict[str, str] = {
    Method.TRANSFER: N_("{receipt}, bank transfer"),
    Method.CARD: N_("{receipt}, card"),
    Method.CHEQUE: N_("{receipt}, cheque"),
    Method.CASH: N_("{receipt}, cash"),
    Method.DIRECT_DEBIT: N_("{receipt}, direct debit"),
    Method.CONTRA: N_("{receipt}, set off"),
}


def title_words(kind: StatementKind, currency: str, code: str, language: str) -> str:
    """Return what follows a statement's title: ``balance forward, in pounds (GBP)``."""
    return words(language).gettext(_TITLES[kind]).format(currency=currency, code=code)


def later_title_words(kind: StatementKind, language: str) -> str:
    """Return what a statement is called on its later pages."""
    return words(language).gettext(_LATER_TITLES[kind])


def movement_words(row: PeriodRow, language: str) -> str:
    """Return what a movement is called, a receipt with how the money came."""
    name = entry_label(row.kind, row.number, language)
    if row.kind is not EntryKind.RECEIPT or row.method not in _RECEIVED:
        return name
    return words(language).gettext(_RECEIVED[row.method]).format(receipt=name)


def left_out_words(reason: Reason, language: str, locale: str, as_at: date) -> str:
    """Return why a customer is left out: ``All under query``, ``Promised by 27 Nov``."""
    _ = words(language).gettext
    if reason.day is not None and reason.why in _WITH_DAYS:
        said = _(_WITH_DAYS[reason.why])
        return said.format(day=day_in_note(reason.day, locale, as_at))
    return _(_REASONS[reason.why])


def carriage_words(carriage: Carriage, language: str) -> str:
    """Return how a statement goes."""
    return words(language).gettext(_CARRIAGES[carriage])
