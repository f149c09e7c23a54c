"""``import``: read a file, show how it was understood, import it or say what stands in the way."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from creditmate.cli import answers
from creditmate.cli.interrupts import INTERRUPTED, answer_of, heard_by_work
from creditmate.cli.session import Session
from creditmate.cli.tables import table
from creditmate.domain.currencies import CODES
from creditmate.domain.errors import Cancelled, Problem, UserError
from creditmate.domain.importing import (
    Ask,
    DateOrder,
    Difference,
    ImportOptions,
    InvoiceTable,
    Question,
)
from creditmate.domain.money import Money
from creditmate.domain.progress import Progress
from creditmate.exchange.invoice_table import read_invoice_table
from creditmate.exchange.table_file import read_table_file
from creditmate.i18n.difference_words import difference_words
from creditmate.i18n.formats import day_short, money, number
from creditmate.i18n.import_questions import question_words
from creditmate.i18n.import_words import problem_words
from creditmate.services.import_plan import ImportPlan

_TAB = "tab"
_OPTIONS = {
    Ask.ENCODING: "--encoding cp1252",
    Ask.COLUMN: "--map HEADER=FIELD",
    Ask.DATE_ORDER: "--date-order mdy|dmy|ymd",
    Ask.DECIMAL_MARK: "--decimal-mark .|,",
    Ask.CURRENCY: "--currency CODE",
    Ask.DUE_DAYS: "--due-days N",
}
"""The option that decides each question."""


def import_file(session: Session) -> int:
    """Import a table of invoices; status 1 when it is refused or something must be decided."""
    session.open_to_write()
    try:
        found = _read(session)
    except KeyboardInterrupt:
        return _cancelled(session)
    if not found.ready:
        _refuse(session, found)
        return 1
    with heard_by_work() as progress:
        try:
            plan = _plan(session, found, progress)
        except UserError as error:
            _tell_differences(session, error)
            raise
        except Cancelled:
            return _cancelled(session)
        _tell(session, found, plan)
    return 0


def _cancelled(session: Session) -> int:
    session.remark(session.translate("Cancelled; nothing was imported."))
    return INTERRUPTED


def _read(session: Session) -> InvoiceTable:
    """Read the file and say how it was understood."""
    options, data = _options(session), read_table_file(session.arguments.file)
    with _collector_paused():
        found = read_invoice_table(data, options)
    if not session.wants_json:
        session.say_lines(_understood(session, found))
    return found


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Look for no cyclic garbage meanwhile: among a million cells that stay it finds none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _plan(session: Session, found: InvoiceTable, progress: Progress) -> ImportPlan:
    """Import, or with ``--dry-run`` only look, and return what there was to do."""
    importing, source = session.program.importing, session.arguments.source
    if not session.arguments.dry_run:
        asked = session.program.later(lambda: importing.run(found, source, progress))
        plan, _touched = answer_of(asked)
        return plan
    plan = session.ask(lambda: importing.preview(found, source))
    if plan.differences:
        raise UserError(Problem.IMPORT_DIFFERS, differences=plan.differences)
    return plan


def _options(session: Session) -> ImportOptions:
    arguments = session.arguments
    currency = None if arguments.currency is None else arguments.currency.upper()
    if currency is not None and currency not in CODES:
        raise UserError(Problem.UNKNOWN_CURRENCY, found=arguments.currency)
    if not arguments.source.strip():
        raise UserError(Problem.BAD_OPTION, option="--source", found=arguments.source)
    mapping = dict(_pair(text) for text in arguments.map)
    if arguments.due_days is not None and not 0 <= arguments.due_days <= 999:
        raise UserError(Problem.BAD_OPTION, option="--due-days", found=arguments.due_days)
    return ImportOptions(
        date_order=None if arguments.date_order is None else DateOrder(arguments.date_order),
        currency=currency,
        mapping=mapping,
        decimal_mark=arguments.decimal_mark,
        encoding=arguments.encoding,
        delimiter="\t" if arguments.delimiter == _TAB else arguments.delimiter,
        due_days=arguments.due_days,
    )


def _pair(text: str) -> tuple[str, str]:
    """A ``HEADER=FIELD``; the header may hold equals signs itself, a field never does."""
    header, equals, field = text.rpartition("=")
    if not equals or not header:
        raise UserError(Problem.BAD_OPTION, option="--map", found=text)
    return header, field.strip()


# ------------------------------------------------------------------ understood
def _understood(session: Session, found: InvoiceTable) -> Iterator[str]:
    _ = session.translate
    if found.mapping or found.ignored:
        rows = [[header, field.value] for header, field in found.mapping.items()]
        rows += [[header, "–"] for header in found.ignored]
        yield from table([_("Column"), _("holds")], rows, "ll")
        yield ""
    if found.date_order is not None:
        yield _("Dates are read as {order}.").format(order=found.date_order.value) + _because(
            session, found
        )
    for total in found.totals:
        yield _("{count} documents, {amount}; settled {settled}, open {open}").format(
            count=number(total.count, session.locale),
            amount=money(total.amount, session.locale, symbol=True),
            settled=money(total.settled, session.locale, symbol=True),
            open=money(total.open, session.locale, symbol=True),
        )
    for remark in found.remarks:
        yield problem_words(remark, session.language, session.locale)


def _because(session: Session, found: InvoiceTable) -> str:
    evidence = found.date_evidence
    if evidence is None:
        return ""
    return " " + session.translate("Row {row}, {column}: “{value}” decides it.").format(
        row=evidence.row, column=evidence.column, value=evidence.value
    )


# ------------------------------------------------------------------ refused
def _refuse(session: Session, found: InvoiceTable) -> None:
    if session.wants_json:
        session.say_json(
            {
                "ready": False,
                "mapping": {header: field.value for header, field in found.mapping.items()},
                "problems": [
                    {
                        "reason": problem.reason.value,
                        "row": problem.row,
                        "column": problem.column,
                        "value": problem.value,
                        "text": problem_words(problem, session.language, session.locale),
                    }
                    for problem in found.problems
                ],
                "questions": [
                    {
                        "ask": question.ask.value,
                        "text": question_words(question, session.language, session.locale),
                    }
                    for question in found.questions
                ],
            }
        )
    for problem in found.problems:
        session.remark(problem_words(problem, session.language, session.locale))
    for question in found.questions:
        session.remark(_question(session, question))
    session.remark(session.translate("Nothing was imported."))


def _question(session: Session, question: Question) -> str:
    text = question_words(question, session.language, session.locale)
    decides = session.translate("Decide it with {option}").format(option=_OPTIONS[question.ask])
    return f"{text} {decides}"


def _tell_differences(session: Session, error: UserError) -> None:
    differences = error.facts.get("differences", ())
    if not isinstance(differences, tuple):
        return
    if session.wants_json:
        session.say_json({"ready": True, "differences": [_difference(row) for row in differences]})
    for row in differences:
        session.remark(difference_words(row, session.language, session.locale))


def _difference(row: Difference) -> answers.Json:
    return {
        "row": row.row,
        "number": row.number,
        "field": row.field,
        "ledger": _plain(row.ledger),
        "file": _plain(row.file),
    }


def _plain(value: object) -> object:
    if isinstance(value, Money):
        return answers.money(value)
    return value if value is None or isinstance(value, bool) else str(value)


# ------------------------------------------------------------------ done
def _tell(session: Session, found: InvoiceTable, plan: ImportPlan) -> None:
    dry = session.arguments.dry_run
    if session.wants_json:
        session.say_json(
            {
                "ready": True,
                "dry_run": dry,
                "mapping": {header: field.value for header, field in found.mapping.items()},
                "date_order": None if found.date_order is None else found.date_order.value,
                "new": len(plan.new),
                "settled": len(plan.settlements),
                "unchanged": plan.unchanged,
                "dated_later": plan.dated_after(session.today),
                "new_customers": len(plan.new_customers),
                "totals": [
                    {
                        "currency": total.amount.currency,
                        "count": total.count,
                        "amount": answers.money(total.amount),
                        "settled": answers.money(total.settled),
                    }
                    for total in found.totals
                ],
            }
        )
        return
    _ = session.translate
    text = (
        _("Would import {new} new documents of {customers} new customers, {settled} settlements;")
        if dry
        else _("Imported {new} new documents of {customers} new customers, {settled} settlements;")
    )
    session.say(
        text.format(
            new=number(len(plan.new), session.locale),
            customers=number(len(plan.new_customers), session.locale),
            settled=number(len(plan.settlements), session.locale),
        )
        + " "
        + _("{count} were there already.").format(count=number(plan.unchanged, session.locale))
    )
    _tell_later(session, plan)


def _tell_later(session: Session, plan: ImportPlan) -> None:
    """A payment dated later counts from its day; until then nobody knows that it will come."""
    count, ngettext = plan.dated_after(session.today), session.catalogue.ngettext
    if count:
        text = ngettext(
            "{count} payment is dated later than {day}: it counts from its own day on.",
            "{count} payments are dated later than {day}: each counts from its own day on.",
            count,
        )
        day = day_short(session.today, session.locale)
        session.say(text.format(count=number(count, session.locale), day=day))
