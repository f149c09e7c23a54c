"""``promise``: promises of both sides, how well theirs were kept, and how they are ended."""

from collections.abc import Iterator, Sequence

from creditmate.cli import answers
from creditmate.cli.far_days import meant_day
from creditmate.cli.owners import owner_named
from creditmate.cli.promised_beyond import meant_amount
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.changes import Done
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.promise_register import (
    Matured,
    PromiseRow,
    PromiseWanted,
    Side,
    promised_by_them,
)
from creditmate.domain.promises import DeedState, PromiseState
from creditmate.i18n.agreement_words import percent_words
from creditmate.i18n.conversation_words import deed_state_words, promise_state_words
from creditmate.i18n.formats import day_short, money, number
from creditmate.i18n.parsing import parse_money
from creditmate.services.promise_register import NewPromise


def promise(session: Session) -> int:
    """List promises, tell how they were kept, or say what became of one."""
    asked = session.arguments
    if asked.withdraw is None and asked.replace is None and asked.done is None:
        session.open_to_read()
        return _rate(session) if asked.rate else _list(session)
    session.open_to_write()
    done = _do(session)
    session.say_recorded({"action": done.action, "id": done.id})
    return 0


def _do(session: Session) -> Done:
    asked, service = session.arguments, session.program.promise_register
    if asked.done is not None:
        return session.ask(lambda: service.done(asked.done))
    if asked.withdraw is not None:
        return session.ask(lambda: service.withdraw(asked.withdraw, asked.because))
    for option, given in (("--amount", asked.amount), ("--by", asked.by)):
        if not given:
            raise UserError(Problem.BAD_OPTION, option=option, found="--replace", expected="")
    new = NewPromise(_amount(session), meant_day(session, asked.by, "--by"))
    return session.ask(lambda: service.replace(asked.replace, new, asked.because))


def _amount(session: Session) -> Money:
    """The amount typed, in the currency of the promise that it replaces."""
    asked, service, today = session.arguments, session.program.promise_register, session.today
    currency = session.ask(lambda: service.currency_of(asked.replace, today))
    read = parse_money(asked.amount, currency, session.locale, field="--amount")
    code = session.ask(lambda: service.code_of(asked.replace, today))
    return meant_amount(session, read, code, "--amount")


def _list(session: Session) -> int:
    asked, today = session.arguments, session.today
    wanted = PromiseWanted(
        side=Side(asked.side) if asked.side else None,
        state=asked.state,
        waiting=asked.waiting,
        code=asked.code,
        owner=owner_named(session, asked.owner),
        first=session.day(asked.first, "--from") if asked.first else None,
        last=session.day(asked.last, "--to") if asked.last else None,
    )
    rows = session.ask(lambda: session.program.promise_register.rows(today, wanted))
    if session.wants_json:
        session.say_json([_answer(row) for row in rows])
        return 0
    if not rows:
        session.say(session.translate("Nothing was promised."))
        return 0
    session.say_lines(_table(session, rows))
    for total in totals_by_currency(promised_by_them(rows)):
        text = session.translate("Promised by them: {amount}")
        session.say(text.format(amount=money(total, session.locale, symbol=True)))
    return 0


def _table(session: Session, rows: Sequence[PromiseRow]) -> Iterator[str]:
    _ = session.translate
    heads = [_("No."), _("Customer"), _("Whose"), _("Promised"), _("By"), _("Came"), _("State")]
    yield from table(heads, [_row(session, row) for row in rows], "rllrlrl")


def _row(session: Session, row: PromiseRow) -> list[str]:
    _, locale = session.translate, session.locale
    came = row.came if row.came else None
    return [
        str(row.id),
        who(row.code, row.name),
        _("theirs") if row.side is Side.THEIRS else _("ours"),
        row.deed if row.money is None else money(row.money, locale, symbol=True),
        day_short(row.due_day, locale),
        "–" if came is None else money(came, locale, symbol=True),
        _state(session, row.state),
    ]


def _state(session: Session, state: PromiseState | DeedState) -> str:
    if isinstance(state, PromiseState):
        return promise_state_words(state, session.language)
    return deed_state_words(state, session.language)


def _answer(row: PromiseRow) -> answers.Json:
    return {
        "promise": row.id,
        "side": row.side.value,
        "code": row.code,
        "state": row.state.value,
        "made": answers.day(row.made_day),
        "by": answers.day(row.due_day),
        "until": answers.day(row.until_day),
        "amount": None if row.money is None else answers.money(row.money),
        "came": None if row.came is None else answers.money(row.came),
        "deed": row.deed,
    }


def _rate(session: Session) -> int:
    code, today = session.arguments.code, session.today
    found = session.ask(lambda: session.program.promise_register.rate(today, code))
    if session.wants_json:
        session.say_json([_rate_answer(one) for one in found])
        return 0
    if not found:
        session.say(session.translate("Kept: – (the day of no promise has come yet)"))
    for one in found:
        session.say(_rate_words(session, one))
    return 0


def _rate_words(session: Session, one: Matured) -> str:
    locale = session.locale
    text = session.translate(
        "Kept {by_count} of {count} promises and {by_value} of {amount}. In part {part}, of which"
        " {part_amount} came; late {late}."
    )
    return text.format(
        by_count=percent_words(one.by_count, locale),
        count=number(one.count, locale),
        by_value=percent_words(one.by_value, locale),
        amount=money(Money(one.minor, one.currency), locale, symbol=True),
        part=number(one.part, locale),
        part_amount=money(Money(one.part_minor, one.currency), locale, symbol=True),
        late=number(one.late, locale),
    )


def _rate_answer(one: Matured) -> answers.Json:
    return {
        "currency": one.currency,
        "matured": {"count": one.count, "minor": one.minor},
        "kept": {"count": one.kept, "minor": one.kept_minor},
        "part_kept": {"count": one.part, "minor": one.part_minor},
        "late_kept": one.late,
        "by_count": None if one.by_count is None else str(one.by_count),
        "by_value": None if one.by_value is None else str(one.by_value),
    }
