"""What becomes of questions: raised, amended, handed over, answered, asked again."""

from collections.abc import Callable, Mapping

from creditmate.cli import dispute_answers as told
from creditmate.cli.far_days import meant_day
from creditmate.cli.owners import owner_named
from creditmate.cli.session import Session
from creditmate.domain.changes import Done
from creditmate.domain.dispute_register import DisputeItemRow
from creditmate.domain.disputes import (
    CREDITED,
    DisputeEventKind,
    DisputeReason,
    NewDispute,
    Questioned,
)
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.i18n.formats import money
from creditmate.i18n.parsing import parse_money
from creditmate.services.attachments import read_files


def is_deed(session: Session) -> bool:
    """Whether something is to be done, not only shown."""
    asked = session.arguments
    return asked.raises or any(getattr(asked, name) is not None for name in _DEEDS)


def do(session: Session) -> int:
    """Do what was said with a question.

    Raises:
        UserError: ``BAD_OPTION``; what the use-cases raise. Nothing is done then.
    """
    session.open_to_write()
    if session.arguments.raises:
        return _raise(session)
    name = next(name for name in _DEEDS if getattr(session.arguments, name) is not None)
    return _DEEDS[name](session, getattr(session.arguments, name))


def _raise(session: Session) -> int:
    asked, service = session.arguments, session.program.disputes
    for option, given in (("CODE", asked.code), ("--invoices", asked.invoices),
                          ("--reason", asked.reason)):  # fmt: skip
        if not given:
            raise _bad(option, "", "--raise")
    new = NewDispute(
        items=_items(session),
        reason=DisputeReason(asked.reason),
        by_whom=asked.by_whom,
        evidence=asked.evidence,
        owner=owner_named(session, asked.owner),
        answer_by=meant_day(session, asked.answer_by, "--answer-by") if asked.answer_by else None,
        note=asked.note,
        files=read_files(asked.files),
    )
    done = session.ask(lambda: service.raise_one(asked.code, new))
    return _say(session, done, done.id)


def _items(session: Session) -> tuple[Questioned, ...]:
    """The entries that the invoices named stand for, with how much of each is in question."""
    asked, service = session.arguments, session.program.disputes
    known = session.ask(lambda: service.open_items(asked.code))
    items: list[Questioned] = []
    for typed in asked.invoices:
        number, mark, amount = typed.partition("=")
        rows = [row for row in known if row.number.casefold() == number.strip().casefold()]
        if not rows:
            raise UserError(
                Problem.NOT_THEIR_INVOICE,
                option="--invoices",
                number=number.strip(),
                code=asked.code.upper(),
            )
        if not mark:
            items += [Questioned(row.id) for row in rows]
            continue
        currency = rows[0].open.currency
        left = parse_money(amount, currency, session.locale, field="--invoices").minor
        for place, row in enumerate(rows, start=1):
            part = left if place == len(rows) else min(left, row.open.minor)
            if part:
                items.append(Questioned(row.id, Money(part, currency)))
            left -= part
    return tuple(items)


def _end(session: Session, dispute: int) -> int:
    asked, service = session.arguments, session.program.disputes
    if not asked.outcome:
        raise _bad("--outcome", "", "--end")
    kind, amount = DisputeEventKind(asked.outcome), _amount(session, dispute)
    ended = session.ask(lambda: service.end(dispute, kind, amount, asked.note))
    credit = [told.item(item) for item in ended.credit]
    if session.wants_json:
        session.say_json({"action": ended.done.action, "id": dispute, "credit": credit})
        return 0
    session.say(session.translate("Recorded."))
    for item in ended.credit:
        session.say(_credit_words(session, item))
    if kind not in CREDITED:
        session.say(session.translate("What was under query can be asked for again."))
    return 0


def _credit_words(session: Session, item: DisputeItemRow) -> str:
    text = session.translate("A credit note of {amount} for invoice {number} is to follow.")
    amount = money(item.questioned, session.locale, symbol=True)
    return text.format(amount=amount, number=item.number or "–")


def _amend(session: Session, dispute: int) -> int:
    amount, note = _amount(session, dispute), session.arguments.note
    service = session.program.disputes
    return _say(session, session.ask(lambda: service.amend(dispute, amount, note)), dispute)


def _reopen(session: Session, dispute: int) -> int:
    amount, note = _amount(session, dispute), session.arguments.note
    service = session.program.disputes
    return _say(session, session.ask(lambda: service.reopen(dispute, amount, note)), dispute)


def _hand_over(session: Session, dispute: int) -> int:
    asked, service = session.arguments, session.program.disputes
    owner = owner_named(session, asked.owner)
    by = meant_day(session, asked.answer_by, "--answer-by") if asked.answer_by else None
    done = session.ask(lambda: service.hand_over(dispute, owner, by, asked.evidence))
    return _say(session, done, dispute)


def _amount(session: Session, dispute: int) -> Money | None:
    """The amount told, in the currency of the question."""
    typed, today = session.arguments.amount, session.today
    if typed is None:
        return None
    row = session.ask(lambda: session.program.disputes.row(dispute, today))
    return parse_money(typed, row.questioned.currency, session.locale, field="--amount")


def _say(session: Session, done: Done, dispute: int) -> int:
    if session.wants_json:
        session.say_json({"action": done.action, "id": dispute})
    else:
        session.say(session.translate("Recorded: query {id}.").format(id=dispute))
    return 0


def _bad(option: str, expected: str, found: str) -> UserError:
    return UserError(Problem.BAD_OPTION, option=option, found=found, expected=expected)


_DEEDS: Mapping[str, Callable[[Session, int], int]] = {
    "end": _end,
    "amend": _amend,
    "reopen": _reopen,
    "hand_over": _hand_over,
}
