"""What went wrong, and what to do about it, in words."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from creditmate.domain.disk_room import Bytes
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.i18n.agreed_problems import AGREED_MESSAGES, terms_file_words
from creditmate.i18n.agreement_problems import agreement_stands_words
from creditmate.i18n.application_words import unread_words
from creditmate.i18n.backup_faults import fault_words, is_about_copies
from creditmate.i18n.backup_problems import BACKUP_MESSAGES
from creditmate.i18n.call_field_problems import call_field_words
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.customer_problems import customer_problem_words, is_about_customers
from creditmate.i18n.field_words import field_title, field_words
from creditmate.i18n.formats import day_short, moment, money
from creditmate.i18n.interest_problems import interest_problem
from creditmate.i18n.invoice_problems import invoice_problem, stands_problem
from creditmate.i18n.payment_problems import PAYMENT_FIELDS, PAYMENT_MESSAGES, payment_field_words
from creditmate.i18n.place_problems import PLACE_MESSAGES, place_message, place_offer
from creditmate.i18n.plan_problems import plan_problem
from creditmate.i18n.protection_problems import (
    PROTECTION_MESSAGES,
    is_about_protection,
    protection_words,
)
from creditmate.i18n.sizes import size_words
from creditmate.i18n.system_words import system_words
from creditmate.i18n.terms_problems import terms_problem
from creditmate.i18n.visit_problems import visit_problem

_MESSAGES: Mapping[Problem, str] = {
    **PAYMENT_MESSAGES,
    **PLACE_MESSAGES,
    **BACKUP_MESSAGES,
    **PROTECTION_MESSAGES,
    **AGREED_MESSAGES,
    Problem.LEDGER_MISSING: N_("There is no ledger at {path}. Make one with: creditmate new FILE"),
    Problem.LEDGER_GONE: N_(
        "The ledger {path} is not there any more: this was not saved. Put it back and do it again."
    ),
    Problem.LEDGER_EXISTS: N_("There is already a file at {path}. Choose another name."),
    Problem.LEDGER_EMPTY: N_(
        "The file {path} is empty: it is not a ledger. If it was one, take the newest backup."
    ),
    Problem.LEDGER_UNKNOWN: N_("The file {path} is not a CreditMate ledger."),
    Problem.LEDGER_FOREIGN: N_("The file {path} is the database of another program."),
    Problem.LEDGER_NEWER: N_(
        "The ledger {path} was written by a newer CreditMate (format {found}; this one knows"
        " {known}). Update this program; the file was not touched."
    ),
    Problem.LEDGER_DAMAGED: N_(
        "The ledger {path} is damaged. Leave the file as it is and take the newest backup."
    ),
    Problem.LEDGER_OTHER_TABLES: N_(
        "The ledger {path} was made by a CreditMate that was never released, or another program"
        " has changed it: its tables are not those of format {format}. It was not touched. Take the"
        " newest backup, or bring the invoices into a new ledger."
    ),
    Problem.LEDGER_IN_USE: N_("The ledger {path} is open in another program."),
    Problem.LEDGER_NOT_A_FILE: N_("{path} is not a file."),
    Problem.LEDGER_UNREADABLE: N_("{path} cannot be opened: {why}"),
    Problem.LEDGER_PRAGMA: N_(
        "The database cannot run as safely as it must: {pragma} is {found}. Reinstall CreditMate."
    ),
    Problem.MIGRATION_FAILED: N_(
        "The ledger {path} could not be brought to this version's format ({why}). Nothing was"
        " changed in it, and a backup was made before: the version that you had opens it as ever."
    ),
    Problem.NO_LEDGER_CHOSEN: N_(
        "No ledger has been opened here yet. Name one with --ledger FILE."
    ),
    Problem.LEDGER_MUST_BE_NAMED: N_(
        "This command writes into a ledger. Name it with --ledger FILE."
    ),
    Problem.DISK_FULL: N_(
        "The disk with {path} is full: this was not saved. Make room and do it again."
    ),
    Problem.DISK_READ_ONLY: N_(
        "{path} may only be read. Nothing was saved. A copy of it on this computer can be worked"
        " with."
    ),
    Problem.BAD_MONEY: N_("{field}: “{found}” is not an amount. Expected one such as {expected}."),
    Problem.BAD_NUMBER: N_("{field}: “{found}” is not a number. Expected one such as {expected}."),
    Problem.BAD_DATE: N_("{field}: “{found}” is not a date. Expected one such as {expected}."),
    Problem.BAD_HOUR: N_("{field}: “{found}” is not an hour. Expected one such as {expected}."),
    Problem.NOT_IN_DIARY: N_(
        "Nothing that could be moved has the number {found}: it is done, was taken out, or never"
        " was. List the diary again."
    ),
    Problem.DIARY_DAY: N_("{day} has passed: choose today or a later day."),
    Problem.DIARY_AGREED: N_(
        "This was agreed with {name}. Move it, or record the contact: the next step agreed then"
        " takes its place."
    ),
    Problem.UNKNOWN_CURRENCY: N_(
        "“{found}” is not a currency. Expected a code such as GBP or EUR."
    ),
    Problem.UNKNOWN_COUNTRY: N_("“{found}” is not a country. Expected a code such as GB or DE."),
    Problem.UNKNOWN_REGION: N_(
        "{field}: “{found}” is not a part of {country} whose holidays are known. Expected one of:"
        " {expected}."
    ),
    Problem.UNKNOWN_CUSTOMER: N_("There is no customer with the code “{code}”."),
    Problem.NOBODY_CHOSEN: N_("Choose a customer: part of the name is enough."),
    Problem.CHANGED_MEANWHILE: N_(
        "Somebody has changed this meanwhile. Nothing was saved; look at it again."
    ),
    Problem.UNKNOWN_STAFF: N_("Nobody of that name or number is among our people."),
    Problem.SETTINGS_UNREADABLE: N_(
        "The ledger's settings hold “{key}”, which this version does not know or cannot read."
    ),
    Problem.IMPORT_FILE_MISSING: N_("There is no file at {path}."),
    Problem.IMPORT_FILE_UNREADABLE: N_("{path} cannot be read: {system}"),
    Problem.IMPORT_FILE_TOO_LARGE: N_(
        "{path} has {bytes} bytes; at most {limit} are read. Split the file."
    ),
    Problem.IMPORT_DIFFERS: N_(
        "The ledger has some of these documents otherwise. Nothing was imported."
    ),
    Problem.BAD_OPTION: N_("{option}: “{found}” is not possible."),
    Problem.NOTHING_OPEN: N_(
        "Nothing is open in {currency}. Say --currency if another one was meant."
    ),
    Problem.CALL_STANDS: N_(
        "This call cannot be taken back: it was already, or what was recorded later rests on it."
    ),
    Problem.CALL_BEGUN: N_("Another call with {name} is being typed. Save or discard it first."),
    Problem.UNKNOWN_DOCUMENT: N_("There is no document with the number “{number}”."),
    Problem.SEVERAL_DOCUMENTS: N_(
        "Several documents have the number “{number}”. Say which one is meant: {sources}."
    ),
    Problem.NUMBER_TAKEN: N_(
        "The next number, {number}, is taken already. Say in the settings under Numbering with"
        " which number to go on."
    ),
    Problem.NO_PAPER: N_("No paper of document {number} is kept in this ledger."),
    Problem.PAPER_UNREADABLE: N_(
        "Nothing was issued, since the paper would not read as it should. Write it otherwise, or"
        " say --despite to issue it as it is."
    ),
    Problem.UNKNOWN_DRAFT: N_("This draft is not there any more: it was issued or discarded."),
    Problem.WORK_STANDS: N_("There is no such work waiting to be invoiced."),
    Problem.WRITE_OFF_STANDS: N_("There is no such write-off, or it was taken back already."),
    Problem.DAY_AHEAD: N_("{field}: {day} has not come yet; today is {today}."),
    Problem.NOT_THEIR_INVOICE: N_("{option}: {number} is not an open invoice of {code}."),
    Problem.UNKNOWN_CONTACT: N_("There is no contact with the number {number}."),
    Problem.DAY_FAR: N_("{field}: that would be {day}. If that is meant, type it with its year."),
    Problem.PROMISE_BEYOND: N_(
        "{field}: {promised} is more than all they owe, {owed}. If that is meant, say"
        " --more-than-owed."
    ),
    Problem.POSTED_AHEAD: N_("Cash cannot be posted up to {day}: that day has not come."),
    Problem.FOLDER_UNWRITABLE: N_("{path} cannot be written: {why}"),
    Problem.PRINTER_REFUSES: N_(
        "The printer {printer} does not take the pages. See whether it is on and has paper; what"
        " was issued keeps its number and is printed when you print again."
    ),
}

_SAID_BY: Mapping[Problem, Callable[[UserError, str], str]] = {
    Problem.CALL_FIELD: call_field_words,
    Problem.AGREEMENT_STANDS: agreement_stands_words,
    Problem.INVOICE_FIELD: invoice_problem,
    Problem.DOCUMENT_STANDS: stands_problem,
    Problem.FIELD_REFUSED: field_words,
    Problem.APPLICATION_UNREAD: unread_words,
    Problem.TERMS_FILE: terms_file_words,
    Problem.BAD_TERMS: terms_problem,
    Problem.PLACE_SYNCED: place_message,
    Problem.PLACE_ON_NETWORK: place_message,
    Problem.PLACE_REMOVABLE: place_message,
}
"""Problems whose message depends on more than their name; its facts are filled in afterwards."""


_BY_SYSTEM = frozenset({"why", "system"})
"""Facts that may be a system's own words."""


def problem_words(error: UserError, language: str, locale: str) -> str:
    """Return an error in words: what was found, what was expected, what to do.

    Args:
        error: Any ``UserError``.
        language: Of the words.
        locale: Of the amounts and days in them.
    """
    _ = words(language).gettext
    if is_about_customers(error.problem):
        return customer_problem_words(error, language, locale)
    if error.problem is Problem.INTEREST_REFUSED:
        return interest_problem(error, language, locale)
    if error.problem is Problem.PLAN_REFUSED:
        return plan_problem(error, language, locale)
    if error.problem is Problem.VISIT_REFUSED:
        return visit_problem(error, language, locale)
    say = _SAID_BY.get(error.problem)
    if error.problem in PAYMENT_FIELDS:
        message = payment_field_words(error, language)
    elif is_about_protection(error.problem):
        message = protection_words(error, language)
    else:
        message = _(_MESSAGES[error.problem]) if say is None else say(error, language)
    told = _Told({name: _told(value, locale) for name, value in error.facts.items()})
    if "field" in told:
        told["field"] = field_title(told["field"], language)
    for said in _BY_SYSTEM & told.keys():
        told[said] = system_words(told[said], language)
    if is_about_copies(error.problem):
        told["why"] = fault_words(error, language)
    return message.format_map(told) + _more(error, told, _) + place_offer(error, language)


class _Told(dict[str, str]):
    """Facts by name; one that an error does not carry is left out of its message."""

    def __missing__(self, key: str) -> str:
        return "–"


def _told(value: object, locale: str) -> str:
    if isinstance(value, Money):
        return money(value, locale, symbol=True)
    if isinstance(value, Bytes):
        return size_words(value, locale, locale)
    if isinstance(value, datetime):  # which is a date as well
        return moment(value.astimezone(), locale)
    if isinstance(value, date):
        return day_short(value, locale)
    return str(value)


def _more(error: UserError, told: "_Told", _: Callable[[str], str]) -> str:
    """What some errors can add: who has the ledger, which codes are like the one typed."""
    if error.problem is Problem.LEDGER_IN_USE and error.facts.get("user"):
        return " " + _("It is held by {user} on {host} since {since}.").format_map(told)
    similar = error.facts.get("similar")
    if error.problem is Problem.UNKNOWN_CUSTOMER and isinstance(similar, list) and similar:
        return " " + _("Like it: {codes}.").format(codes=", ".join(similar))
    if error.problem is Problem.BAD_OPTION and "expected" in error.facts:
        return " " + _("Expected: {expected}").format_map(told)
    if error.problem is Problem.UNKNOWN_DOCUMENT and isinstance(similar, list) and similar:
        return " " + _("Like it: {codes}.").format(codes=", ".join(similar))
    return ""
