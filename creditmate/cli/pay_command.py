"""``pay``: record a payment, or say what became of one."""

from collections.abc import Callable, Mapping

from creditmate.cli.arguments.describing import LAST_ID
from creditmate.cli.payment_answers import payment_answer
from creditmate.cli.payment_options import PaymentOptions
from creditmate.cli.session import Session
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.payment_list import PaymentDetail
from creditmate.i18n.day_parsing import Towards
from creditmate.i18n.formats import day_long, money
from creditmate.i18n.labels import entry_label
from creditmate.i18n.parsing import parse_money
from creditmate.i18n.payment_words import method_words


def pay(session: Session) -> int:
    """Record a payment, or do what was said with one."""
    session.open_to_write()
    verb, *rest = session.arguments.words
    if verb in _VERBS and rest:
        return _VERBS[verb](session, rest)
    if len(rest) != 1:
        raise _unexpected(rest[-1] if rest else verb)
    return _record(session, verb, rest[0])


def _record(session: Session, code: str, amount: str) -> int:
    options = PaymentOptions(session, code, amount)
    payments = session.program.payments
    done = session.ask(lambda: payments.record(options.payment()))
    return _say_payment(session, done.id, done.action)


def _say_payment(session: Session, receipt: int, action: int) -> int:
    lists, today = session.program.payment_lists, session.today
    detail = session.ask(lambda: lists.detail(receipt, today))
    if session.wants_json:
        session.say_json({"action": action, **payment_answer(detail)})
    else:
        session.say_lines(payment_lines(session, detail))
        session.say(_undo_line(session, action))
    return 0


def payment_lines(session: Session, detail: PaymentDetail) -> list[str]:
    """Return a payment in words: what came, what it is set against, and what waits."""
    _ = session.translate
    row = detail.row
    lines = [
        _("Payment {id}: {amount} on {day} from {names}, {method}").format(
            id=row.id,
            amount=_money(session, row.amount),
            day=day_long(row.day, session.locale),
            names=", ".join(row.names),
            method=method_words(row.method, session.language),
        )
    ]
    for entry in detail.entries:
        for part in entry.allocations:
            label = entry_label(part.kind, part.number, session.language)
            lines.append(f"  {_money(session, part.amount)}  {label}")
        for part in entry.returned:
            words = _("  {amount}  {item}, taken back by the bank")
            label = entry_label(part.kind, part.number, session.language)
            lines.append(words.format(amount=_money(session, part.amount), item=label))
        if entry.deposit_for and entry.released_day is None and entry.open:
            words = _("  {amount}  held for {job} (deposit {id})")
            lines.append(words.format(amount=_money(session, entry.open), job=entry.deposit_for,
                                      id=entry.deposit_id))  # fmt: skip
        elif entry.open:
            words = _("  {amount}  not matched")
            lines.append(words.format(amount=_money(session, entry.open)))
    if detail.claims:
        lines.append(_("  This is what they said they had paid."))
    return lines


# ------------------------------------------------------------------ what became of one
def _bounce(session: Session, words: list[str]) -> int:
    receipt, told = _id(words), session.arguments.received
    on = session.today if told is None else session.day(told, "--received", Towards.PAST)
    done = session.ask(lambda: session.program.payments.bounce(receipt, on))
    text = session.translate("The payment is returned: what it paid is open again.")
    return _say_done(session, done.action, text)


def _void(session: Session, words: list[str]) -> int:
    receipt, because = _id(words), session.arguments.because
    done = session.ask(lambda: session.program.payments.void(receipt, because))
    return _say_done(session, done.action, session.translate("The payment never was."))


def _release(session: Session, words: list[str]) -> int:
    deposit, today = _id(words), session.today
    done = session.ask(lambda: session.program.payments.release(deposit, today))
    return _say_done(session, done.action, session.translate("The deposit may be used."))


def _refund(session: Session, words: list[str]) -> int:
    if len(words) != 2:
        raise _unexpected(words[-1])
    code, today, credit = words[0], session.today, session.arguments.from_credit
    program = session.program
    currency = session.arguments.currency
    if currency is None:
        currency = session.ask(lambda: program.calls.currency_owed(code, today))
    amount = parse_money(words[1], currency.upper(), session.locale, field="AMOUNT")
    done = session.ask(lambda: program.payments.refund(code, amount, today, credit=credit))
    text = session.translate("{amount} is given back.").format(amount=_money(session, amount))
    return _say_done(session, done.action, text)


def _unmatch(session: Session, words: list[str]) -> int:
    ids = [_id([word]) for word in words]
    done = session.ask(lambda: session.program.allocating.take_back(ids))
    return _say_done(session, done.action, session.translate("That is not matched any more."))


def _undo(session: Session, words: list[str]) -> int:
    action = _id(words)
    session.ask(lambda: session.program.payments.undo(action))
    again = session.ask(lambda: session.program.payment_lists.put_down_again(action))
    if session.wants_json:
        session.say_json({"undone": action, "payments": again})
        return 0
    session.say(session.translate("Taken back."))
    for receipt in again:
        session.say(session.translate("The payment is number {id} now.").format(id=receipt))
    return 0


_VERBS: Mapping[str, Callable[[Session, list[str]], int]] = {
    "bounce": _bounce,
    "void": _void,
    "release": _release,
    "refund": _refund,
    "unmatch": _unmatch,
    "undo": _undo,
}
"""Written small; a customer with such a code is named by it in capitals."""


def _id(words: list[str]) -> int:
    if len(words) != 1 or not words[0].isdecimal() or int(words[0]) > LAST_ID:
        raise _unexpected(words[-1])
    return int(words[0])


def _unexpected(found: str) -> UserError:
    return UserError(Problem.PAYMENT_FIELD, field="command", found=found)


def _say_done(session: Session, action: int, text: str) -> int:
    if session.wants_json:
        session.say_json({"action": action})
    else:
        session.say(text)
        session.say(_undo_line(session, action))
    return 0


def _undo_line(session: Session, action: int) -> str:
    return session.translate("To take it back: pay undo {action}").format(action=action)


def _money(session: Session, amount: Money) -> str:
    return money(amount, session.locale, symbol=True)
