"""``invoice``: what is done with one; cancelling and writing off stand here."""

from collections.abc import Callable, Mapping

from creditmate.cli import answers
from creditmate.cli.invoice_issue_command import credit, new
from creditmate.cli.invoice_list_command import print_, show
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.currencies import CODES
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.kinds import OWED, DocumentKind
from creditmate.domain.money import Money
from creditmate.i18n.formats import money
from creditmate.i18n.invoice_words import leave_out_words
from creditmate.i18n.parsing import parse_money
from creditmate.services.documents import require_only
from creditmate.services.write_offs import WriteOffLine, WrittenOff


def invoice(session: Session) -> int:
    """Do what was said with an invoice."""
    return _STEPS[session.arguments.step](session)


def _cancel(session: Session) -> int:
    session.open_to_write()
    typed, because = session.arguments.number, session.arguments.because
    number = session.ask(lambda: require_only(typed, OWED)).number
    done = session.ask(lambda: session.program.cancelling.cancel(typed, because))
    if session.wants_json:
        session.say_json(
            {
                "number": number,
                "kind": done.kind.value,
                "amount": answers.money(done.amount),
                "released": answers.money(done.released),
                "work_waiting_again": done.work,
            }
        )
        return 0
    _ = session.translate
    amount = money(done.amount, session.locale, symbol=True)
    words = _("Invoice {number} is cancelled: {amount} is owed no more.")
    if done.kind is DocumentKind.CHARGE_NOTE:
        words = _("Charge note {number} is cancelled: {amount} is owed no more.")
    session.say(words.format(number=number, amount=amount))
    if done.released:
        words = _("{amount} that had paid it is free to be matched.")
        session.say(words.format(amount=money(done.released, session.locale, symbol=True)))
    return 0


def _write_off(session: Session) -> int:
    session.open_to_write()
    arguments, offs = session.arguments, session.program.write_offs
    if arguments.undo is not None:
        session.ask(lambda: offs.undo(arguments.undo))
        return _say_undone(session)
    if arguments.under is not None:
        return _small_balances(session)
    if arguments.dry_run:
        raise UserError(Problem.BAD_OPTION, option="--dry-run", found="NUMBER")
    document = session.ask(lambda: require_only(arguments.number, OWED)).id
    done = session.ask(lambda: offs.write_off([document], arguments.because))
    return _say_written(session, done, [])


def _small_balances(session: Session) -> int:
    """Write off what is small, or show it; what is better left stays."""
    limit, today, offs = _limit(session), session.today, session.program.write_offs
    lines = session.ask(lambda: offs.preview(limit, today))
    chosen = [line.document_id for line in lines if line.reason is None]
    if session.arguments.dry_run or not chosen:
        return _say_preview(session, lines)
    because = session.arguments.because
    done = session.ask(lambda: offs.write_off(chosen, because))
    return _say_written(session, done, [line for line in lines if line.reason is not None])


def _limit(session: Session) -> Money:
    arguments = session.arguments
    currency = arguments.currency
    if currency is None:
        currency = session.ask(session.program.ledgers.facts).business.currency
    elif currency.upper() not in CODES:
        raise UserError(Problem.UNKNOWN_CURRENCY, found=currency)
    limit = parse_money(arguments.under, currency.upper(), session.locale, field="--under")
    if limit.minor <= 0:
        raise UserError(Problem.PAYMENT_FIELD, field="amount", found=limit)
    return limit


def _line_answer(line: WriteOffLine) -> answers.Json:
    return {
        "number": line.number,
        "code": line.code,
        "name": line.name,
        "due": answers.day(line.due_day),
        "gross": answers.money(line.gross),
        "open": answers.money(line.open),
        "left_out": None if line.reason is None else line.reason.value,
    }


def _say_preview(session: Session, lines: list[WriteOffLine]) -> int:
    if session.wants_json:
        session.say_json({"written_off": 0, "lines": [_line_answer(line) for line in lines]})
        return 0
    _ = session.translate
    if not lines:
        session.say(_("There is no such small balance."))
        return 0
    cells = [
        [
            line.number,
            who(line.code, line.name),
            money(line.open, session.locale, symbol=True),
            "" if line.reason is None else leave_out_words(line.reason, session.language),
        ]
        for line in lines
    ]
    session.say_lines(table([_("Number"), _("Customer"), _("Open"), _("Left out")], cells, "llrl"))
    return 0


def _say_written(session: Session, done: WrittenOff, left: list[WriteOffLine]) -> int:
    if session.wants_json:
        session.say_json(
            {
                "written_off": done.count,
                "waived": done.waived,
                "amount": answers.money(done.amount),
                "action": done.done.action,
                "lines": [_line_answer(line) for line in left],
            }
        )
        return 0
    if done.waived:
        _ = session.translate
        words = _("The charge is waived: {amount}. To take it back: --undo {action}")
        amount = money(done.amount, session.locale, symbol=True)
        session.say(words.format(amount=amount, action=done.done.action))
        return 0
    words = session.catalogue.ngettext(
        "{count} invoice written off: {amount}. To take it back: --undo {action}",
        "{count} invoices written off: {amount}. To take it back: --undo {action}",
        done.count,
    )
    amount = money(done.amount, session.locale, symbol=True)
    session.say(words.format(count=done.count, amount=amount, action=done.done.action))
    return 0


def _say_undone(session: Session) -> int:
    if session.wants_json:
        session.say_json({"undone": session.arguments.undo})
    else:
        session.say(session.translate("The write-off is taken back."))
    return 0


_STEPS: Mapping[str, Callable[[Session], int]] = {
    "new": new,
    "credit": credit,
    "cancel": _cancel,
    "write-off": _write_off,
    "show": show,
    "print": print_,
}
