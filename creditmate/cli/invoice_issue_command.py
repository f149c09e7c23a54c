"""``invoice new`` and ``invoice credit``: written, kept as a draft or issued, as PDF."""

from collections.abc import Iterable
from pathlib import Path

from creditmate.cli import answers, invoice_answers
from creditmate.cli.arguments.invoices import CREDITED, LINE
from creditmate.cli.session import Session
from creditmate.documents.invoice import draw_invoice, warnings
from creditmate.documents.papers import UNREADABLE, PaperWarning
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.kinds import OWED, DocumentKind
from creditmate.domain.new_invoice import NewCredit
from creditmate.domain.typed_invoice import TypedInvoice, TypedLine
from creditmate.i18n.formats import day_with_weekday, money
from creditmate.i18n.invoice_typing import Typing, understood_credit, understood_invoice
from creditmate.i18n.invoice_words import notice_words
from creditmate.i18n.paper_warnings import paper_warning_words
from creditmate.services.customers import require_customer
from creditmate.services.document_delivery import see_writable, write_pdf
from creditmate.services.documents import require_only
from creditmate.services.invoice_issue import DeliverableDocument, InvoiceIssue
from creditmate.services.invoice_plans import InvoicePlan

_PARTS = (3, 4)
"""Description, quantity, price and perhaps the tax code of a line."""


def new(session: Session) -> int:
    """Write an invoice or a charge note: a draft, or issued at once."""
    session.open_to_write()
    typed = _typed(session)
    code = session.arguments.code
    customer = session.ask(lambda: require_customer(code))
    how = Typing(session.locale, session.today, customer.currency)
    wanted = understood_invoice(typed, how)
    plan = session.ask(lambda: session.program.invoicing.plan(wanted))
    if session.arguments.issue:
        return issue(session, plan)
    return keep_draft(session, plan, typed)


def _typed(session: Session) -> TypedInvoice:
    arguments = session.arguments
    return TypedInvoice(
        code=arguments.code,
        day=arguments.day,
        supply_day=arguments.supplied,
        order_number=arguments.order,
        job=arguments.job,
        note=arguments.note,
        prices=arguments.prices,
        retention=arguments.retention,
        retention_due=arguments.retention_due,
        labour=arguments.labour,
        charge=arguments.charge,
        belongs_to=arguments.belongs_to,
        terms=arguments.terms,
        lines=tuple(typed_line(text) for text in arguments.line),
    )


def typed_line(text: str) -> TypedLine:
    """Read ``DESC;QTY;PRICE[;TAX]``; a description may hold semicolons.

    Raises:
        UserError: ``BAD_OPTION``.
    """
    parts = text.split(";")
    if len(parts) < min(_PARTS):
        raise UserError(Problem.BAD_OPTION, option="--line", found=text, expected=LINE)
    tax = ""
    if len(parts) >= max(_PARTS) and not any(letter.isdigit() for letter in parts[-1]):
        tax = parts.pop().strip()
    *description, quantity, price = parts
    return TypedLine(";".join(description), quantity, "", price, tax=tax)


def keep_draft(session: Session, plan: InvoicePlan, typed: TypedInvoice) -> int:
    """Keep an invoice as a draft; with ``--out`` the page it would be is written."""
    now, program, path = session.program.clock.now(), session.program, session.arguments.out
    if path is not None:
        see_writable(path)
    draft = session.ask(lambda: program.invoice_drafts.save(typed, now))
    if path is not None:
        write_pdf(path, draw_invoice(program.invoicing.preview(plan)).pdf)
    if session.wants_json:
        session.say_json({"draft": draft, **invoice_answers.plan(plan)})
        return 0
    _ = session.translate
    amount = money(plan.totals.gross, session.locale, symbol=True)
    session.say(
        _("Kept as draft {id}: {amount}. It has no number yet.").format(id=draft, amount=amount)
    )
    _remark(session, plan)
    return 0


def credit(session: Session) -> int:
    """Issue a credit note."""
    session.open_to_write()
    number = session.arguments.number
    document = session.ask(lambda: require_only(number, OWED))
    wanted = _credit(session, document.gross.currency)
    plan = session.ask(lambda: session.program.invoicing.plan_credit(wanted))
    return issue(session, plan)


def _credit(session: Session, currency: str) -> NewCredit:
    arguments = session.arguments
    typed = TypedInvoice(
        day=arguments.day,
        credits=arguments.number,
        reason=arguments.because,
        credited=tuple(_credited(text) for text in arguments.line),
        amount=arguments.amount,
    )
    return understood_credit(typed, Typing(session.locale, session.today, currency))


def _credited(text: str) -> tuple[int, str]:
    place, _, quantity = text.partition("=")
    if not place.strip().isdecimal():
        raise UserError(Problem.BAD_OPTION, option="--line", found=text, expected=CREDITED)
    return int(place), quantity


def issue(session: Session, plan: InvoicePlan, draft: int | None = None) -> int:
    """Issue a document that was worked out, and write its PDF where it is wanted.

    What can be seen before is seen before, since what is issued stays issued.

    Raises:
        UserError: ``FOLDER_UNWRITABLE``; ``PAPER_UNREADABLE``, unless ``--despite`` is said; or
            what issuing raises. Nothing is issued then.
    """
    path = session.arguments.out
    if path is not None:
        see_writable(path)
    if not session.arguments.despite:
        see_readable(session, plan)
    issuing = InvoiceIssue(session.program.invoicing, session.ask)
    done = issuing.issue(plan, draft)
    failed = None if path is None else _write(path, done.pdf)
    if failed is not None:
        path = None
    if session.wants_json:
        session.say_json(
            {
                "number": done.issued.number,
                "document": done.issued.document_id,
                "pages": done.pages,
                "file": None if path is None else str(path),
                "unmatched": answers.money(done.issued.left),
                "work_waiting_again": done.issued.work,
                **invoice_answers.plan(plan),
            }
        )
    else:
        session.say(_said(session, plan, done))
        if done.issued.work:
            session.say(session.translate("The work on it waits to be invoiced again."))
        _remark(session, plan)
        _warn(session, done.warnings)
    return 0 if failed is None else say_unwritten(session, done.issued.number, failed)


def see_readable(session: Session, plan: InvoicePlan) -> None:
    """Refuse a paper that nobody could read as it was meant: it cannot be taken back."""
    found = [warning for warning in warnings(plan.paper) if warning.concern in UNREADABLE]
    if found:
        _warn(session, found)
        raise UserError(Problem.PAPER_UNREADABLE)


def _warn(session: Session, found: Iterable[PaperWarning]) -> None:
    for warning in found:
        words = paper_warning_words(warning.concern.value, warning.text, session.language)
        session.remark("  " + words)


def _write(path: Path, pdf: bytes) -> UserError | None:
    try:
        write_pdf(path, pdf)
    except UserError as error:
        return error
    return None


def say_unwritten(session: Session, number: str, failed: UserError) -> int:
    """Tell why a paper was not written, and how it is written all the same; status 1."""
    session.tell(failed)
    words = session.translate(
        "{number} is issued all the same. Write its paper with: invoice print {number} --out FILE"
    )
    session.remark(words.format(number=number))
    return 1


def _said(session: Session, plan: InvoicePlan, done: DeliverableDocument) -> str:
    _ = session.translate
    amount = money(plan.totals.gross, session.locale, symbol=True)
    if plan.schedule is None:
        words = _("Credit note {number} issued: {amount} for {name}.")
        return words.format(number=done.issued.number, amount=amount, name=plan.customer.name)
    words = _("Invoice {number} issued: {amount} from {name} by {day}.")
    if plan.kind is DocumentKind.CHARGE_NOTE:
        words = _("Charge note {number} issued: {amount} from {name} by {day}.")
    return words.format(
        number=done.issued.number,
        amount=amount,
        name=plan.customer.name,
        day=day_with_weekday(plan.schedule.first.day, session.locale),
    )


def _remark(session: Session, plan: InvoicePlan) -> None:
    for notice in plan.notices:
        session.remark("  " + notice_words(notice, session.language, plan.why_stopped))
