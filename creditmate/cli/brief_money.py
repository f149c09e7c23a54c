"""What a brief says of money before anybody is contacted: a group's, unmatched, said to be paid."""

from collections.abc import Iterator

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.cli.tables import who
from creditmate.domain.claims import UNFOUND
from creditmate.domain.money import Money
from creditmate.domain.statement import PayNow
from creditmate.i18n.brief_words import parts_words
from creditmate.i18n.formats import money
from creditmate.i18n.payment_words import (
    age_words,
    claim_state_words,
    claim_words,
    credit_words,
)
from creditmate.services.customers import Brief
from creditmate.services.group_accounts import GroupAccount


def money_lines(session: Session, brief: Brief) -> Iterator[str]:
    """Yield what came and is not matched, and what is said to be paid and not there yet."""
    _ = session.translate
    for credit in brief.unmatched:
        held, first = _("Held: {amount}, {what}"), _("Match first: {amount}, {what}, {age}")
        yield (held if credit.held_for else first).format(
            amount=money(credit.open, session.locale, symbol=True),
            what=credit_words(credit, session.language),
            age=age_words(credit.age_days, session.language, session.locale),
        )
    for standing in brief.said:
        if standing.state in UNFOUND:
            yield _("Said to be paid: {said}: {state}").format(
                said=claim_words(standing, session.language, session.locale, brief.as_at),
                state=claim_state_words(standing.state, session.language),
            )


def sums_words(session: Session, pays: PayNow, overdue: Money) -> str:
    """Return what is overdue and what of it is not asked for, each by what it is."""
    _, locale = session.translate, session.locale
    found = [_("overdue {amount}").format(amount=money(overdue, locale, symbol=True))]
    aside = (
        (_("of it under query {amount}"), pays.unanswered),
        (_("to be credited {amount}"), pays.to_credit),
        (_("promised {amount}"), pays.by_promise),
        (_("in plans or given more time {amount}"), pays.planned),
        (_("said to be on its way {amount}"), pays.said_paid),
    )
    for text, amount in aside:
        if amount is not None:
            found.append(text.format(amount=money(amount, locale, symbol=True)))
    return ", ".join(found)


def group_lines(session: Session, brief: Brief) -> Iterator[str]:
    """Yield what a head office is asked for all of its group: that is what its line is about."""
    _, locale = session.translate, session.locale
    if brief.group is None:
        return
    parts = [(who(part.code, part.name), part.overdue) for part in brief.group.parts]
    yield parts_words(parts, session.language, locale)
    for pays in brief.of_group:
        yield _("The whole group: {sums}.").format(sums=sums_words(session, pays, pays.overdue))
        if not brief.before.around.asks_nothing:
            yield _("The whole group, please pay now: {amount}").format(
                amount=money(pays.due, locale, symbol=True)
            )


def _group_answer(group: GroupAccount) -> answers.Json:
    """How all of a head office's group stands, and each of it."""
    usual = group.lateness
    return {
        "usual_days_late": usual.usual_days if usual.known else None,
        "accounts": [answers.ageing(account.ageing) for account in group.accounts],
        "oldest": None if group.oldest is None else answers.entry(group.oldest),
        "parts": [
            {
                "code": part.code,
                "name": part.name,
                "overdue": [answers.money(amount) for amount in part.overdue],
                "accounts": [answers.ageing(ageing) for ageing in part.ageings],
            }
            for part in group.parts
        ],
    }


def money_answer(brief: Brief) -> answers.Json:
    """Return all of it as JSON, claims that have ended among it."""
    asks = not brief.before.around.asks_nothing
    return {
        "group": None if brief.group is None else _group_answer(brief.group),
        "of_group": [
            {
                "overdue": answers.money(pays.overdue),
                "in_question": answers.money(pays.in_question),
                "to_credit": None if pays.to_credit is None else answers.money(pays.to_credit),
                "promised": answers.money(pays.by_promise),
                "planned": None if pays.planned is None else answers.money(pays.planned),
                "said_paid": answers.money(pays.said_paid),
                "please_pay_now": answers.money(pays.due) if asks else None,
            }
            for pays in brief.of_group
        ],
        "unmatched": [
            {
                "entry": credit.entry_id,
                "payment": credit.receipt_id,
                "kind": credit.kind.value,
                "open": answers.money(credit.open),
                "age_days": credit.age_days,
                "held_for": credit.held_for,
            }
            for credit in brief.unmatched
        ],
        "said_paid": [
            {
                "claim": one.claim.id,
                "state": one.state.value,
                "missing": answers.money(Money(one.missing_minor, one.claim.currency)),
                "paid_on": answers.day(one.claim.paid_day),
                "until": answers.day(one.claim.until_day),
            }
            for one in brief.said
        ],
    }
