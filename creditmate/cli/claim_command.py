"""``said-paid``: what customers say is on its way, and what became of it."""

from collections.abc import Callable, Mapping

from creditmate.cli import answers
from creditmate.cli.arguments.describing import LAST_ID
from creditmate.cli.session import Session
from creditmate.cli.tables import who
from creditmate.domain.changes import Done
from creditmate.domain.claims import ClaimState, SaidPaid
from creditmate.domain.currencies import CODES
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.receipts import Method
from creditmate.i18n.day_parsing import Towards
from creditmate.i18n.formats import day_short, money
from creditmate.i18n.parsing import parse_money
from creditmate.i18n.payment_words import claim_state_words, claim_words, credit_words
from creditmate.services.claims import Candidate, ClaimRow


def said_paid(session: Session) -> int:
    """List what is said to be paid, put such a thing down, or say what became of it."""
    words = session.arguments.words
    if not words:
        return _list(session)
    session.open_to_write()
    verb, *rest = words
    if verb in _VERBS and rest:
        done = _VERBS[verb](session, [_id(word) for word in rest])
    elif rest:
        raise UserError(Problem.PAYMENT_FIELD, field="command", found=rest[0])
    else:
        said, by_whom = told(session, verb), session.arguments.with_name
        done = session.ask(lambda: session.program.claims.make(verb, said, by_whom))
    if session.wants_json:
        session.say_json({"action": done.action, "id": done.id})
    else:
        session.say(session.translate("Recorded."))
        words_ = session.translate("To take it back: pay undo {action}")
        session.say(words_.format(action=done.action))
    return 0


def told(session: Session, code: str) -> SaidPaid:
    """Return what the options say of a payment that is said to be on its way."""
    arguments, today = session.arguments, session.today
    amount = None
    if arguments.amount is not None:
        currency = arguments.currency
        if currency is None:
            currency = session.ask(lambda: session.program.calls.currency_owed(code, today))
        elif currency.upper() not in CODES:
            raise UserError(Problem.UNKNOWN_CURRENCY, found=currency)
        currency = currency.upper()
        amount = parse_money(arguments.amount, currency, session.locale, field="--amount")
    paid_on = arguments.paid_on
    return SaidPaid(
        method=Method(arguments.method or Method.TRANSFER.value),
        paid_on=None if paid_on is None else session.day(paid_on, "--paid-on", Towards.PAST),
        reference=arguments.reference or "",
        amount=amount,
    )


def _list(session: Session) -> int:
    session.open_to_read()
    claims, today = session.program.claims, session.today
    rows = session.ask(lambda: claims.open(today))
    found = {
        row.standing.claim.id: session.ask(lambda row=row: claims.candidates(row.standing.claim.id))  # type: ignore[misc]
        for row in rows
        if row.standing.state is not ClaimState.WAITING
    }
    if session.wants_json:
        session.say_json([_answer(row, found.get(row.standing.claim.id, [])) for row in rows])
        return 0
    if not rows:
        session.say(session.translate("Nothing is said to be on its way."))
    for row in rows:
        _print(session, row, found.get(row.standing.claim.id, []))
    return 0


def _print(session: Session, row: ClaimRow, candidates: list[Candidate]) -> None:
    _ = session.translate
    standing = row.standing
    said = claim_words(standing, session.language, session.locale, session.today)
    state = claim_state_words(standing.state, session.language)
    session.say(f"{standing.claim.id}  {who(row.code, row.name)}: {said}: {state}")
    for one in candidates:
        credit = one.credit
        words = _("  maybe payment {id}: {amount} on {day}, {who}, {what}")
        session.say(
            words.format(
                id=credit.receipt_id,
                amount=money(credit.original, session.locale, symbol=True),
                day=day_short(credit.day, session.locale),
                who=who(credit.code, credit.name),
                what=credit_words(credit, session.language),
            )
        )


def _answer(row: ClaimRow, candidates: list[Candidate]) -> answers.Json:
    standing, claim = row.standing, row.standing.claim
    amount = None if claim.minor is None else Money(claim.minor, claim.currency)
    return {
        "claim": claim.id,
        "code": row.code,
        "state": standing.state.value,
        "said": answers.day(claim.day),
        "paid_on": answers.day(claim.paid_day),
        "method": claim.method,
        "reference": claim.reference,
        "amount": None if amount is None else answers.money(amount),
        "missing": answers.money(Money(standing.missing_minor, claim.currency)),
        "until": answers.day(claim.until_day),
        "candidates": [
            {
                "payment": one.credit.receipt_id,
                "code": one.credit.code,
                "amount": answers.money(one.credit.original),
                "open": answers.money(one.credit.open),
                "day": answers.day(one.credit.day),
                "same_amount": one.likeness.same_amount,
                "same_customer": one.likeness.same_customer,
                "like_reference": one.likeness.like_reference,
                "like_payer": one.likeness.like_payer,
            }
            for one in candidates
        ],
    }


def _found(session: Session, ids: list[int]) -> Done:
    if len(ids) != 2:
        raise UserError(Problem.PAYMENT_FIELD, field="command", found=ids[-1])
    return session.ask(lambda: session.program.claims.found(*ids))


def _not_found(session: Session, ids: list[int]) -> Done:
    return session.ask(lambda: session.program.claims.not_found(ids[0]))


def _withdraw(session: Session, ids: list[int]) -> Done:
    return session.ask(lambda: session.program.claims.withdraw(ids[0]))


_VERBS: Mapping[str, Callable[[Session, list[int]], Done]] = {
    "found": _found,
    "not-found": _not_found,
    "withdraw": _withdraw,
}


def _id(word: str) -> int:
    if not word.isdecimal() or int(word) > LAST_ID:
        raise UserError(Problem.PAYMENT_FIELD, field="command", found=word)
    return int(word)
