"""``customer``: the brief, everything to know before a call in one look."""

from collections.abc import Iterator

from creditmate.cli import answers
from creditmate.cli.agreed_answers import standing_answer as terms_answer
from creditmate.cli.brief_money import group_lines, money_answer, money_lines, sums_words
from creditmate.cli.brief_standing import people_answer, standing_answer, standing_lines
from creditmate.cli.brief_talk import (
    before_answer,
    before_lines,
    contact_answer,
    contact_lines,
    rate_answer,
    talk_lines,
)
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.ageing import BUCKETS
from creditmate.domain.money import Money
from creditmate.domain.promises import Standing, deed_state
from creditmate.domain.rows import TaskRow
from creditmate.i18n.agreed_words import standing_short
from creditmate.i18n.before_words import kept_value_words, late_share_words, person_may_words
from creditmate.i18n.brief_words import (
    age_words,
    group_habit_words,
    habit_words,
    phone_words,
)
from creditmate.i18n.casing import capital
from creditmate.i18n.formats import day_short, money
from creditmate.i18n.labels import entry_label
from creditmate.i18n.left_out_words import why_not_words
from creditmate.i18n.next_step_words import step_title, step_when
from creditmate.i18n.reasons import kind_words, part_words, reason_words
from creditmate.i18n.terms_words import terms_words
from creditmate.services.account_briefs import AccountBrief
from creditmate.services.customers import Brief
from creditmate.services.not_contacted import NotContacted


def customer(session: Session) -> int:
    """Print a customer's brief."""
    session.open_to_read()
    code, day = session.arguments.code, session.today
    brief = session.ask(lambda: session.program.customers.brief(code, day, holidays=True))
    if session.wants_json:
        session.say_json(_answer(session, brief))
    else:
        session.say_lines(_lines(session, brief))
    return 0


# ------------------------------------------------------------------ words
def _lines(session: Session, brief: Brief) -> Iterator[str]:
    _ = session.translate
    yield who(brief.customer.code, brief.customer.name)
    yield from _habit(session, brief)
    if brief.customer.remember:
        yield _("Remember: {text}").format(text=brief.customer.remember)
    yield ""
    if said := list(standing_lines(session, brief)):
        yield from (*said, "")
    for account in brief.spoken_of:
        yield from _account(session, account, brief)
    if not brief.spoken_of:
        yield _("Nothing is open.")
    yield from group_lines(session, brief)
    yield from money_lines(session, brief)
    yield from _oldest(session, brief)
    yield from _why(session, brief)
    yield from contact_lines(session, brief)
    yield from _facts(session, brief)


def _habit(session: Session, brief: Brief) -> Iterator[str]:
    lateness = brief.lateness if brief.group is None else brief.group.lateness
    habit = habit_words if brief.group is None else group_habit_words
    said = habit(lateness, session.language, session.locale)
    if lateness.usual_days > 0 and lateness.known:
        said += ", " + late_share_words(lateness, session.language, session.locale)
    yield said + "."


def _account(session: Session, account: AccountBrief, brief: Brief) -> Iterator[str]:
    _, locale = session.translate, session.locale
    ageing = account.ageing
    heads = [_("Not due"), _("1–30"), _("31–60"), _("61–90"), _("Over 90"), _("Unmatched"),
             _("Balance")]  # fmt: skip
    sums = [*(ageing.amount(bucket) for bucket in BUCKETS), ageing.unallocated, ageing.total]
    row = [money(amount, locale) if amount else "–" for amount in sums]
    yield from table([ageing.currency, *heads], [["", *row]], "lrrrrrrr")
    if brief.group is not None:
        return  # all of it is said once for the group
    yield f"{capital(sums_words(session, account.pay_now, ageing.overdue))}."
    if brief.before.around.asks_nothing:
        yield _("Nothing is asked for now.")
    else:
        asked = money(account.pay_now.due, locale, symbol=True)
        yield _("Please pay now: {amount}").format(amount=asked)
    yield ""


def _oldest(session: Session, brief: Brief) -> Iterator[str]:
    oldest = brief.oldest if brief.group is None else brief.group.oldest
    if oldest is None or oldest.due_day is None:
        return
    late = (brief.as_at - oldest.due_day).days
    yield session.translate("Oldest: {item}, {amount}, due {day}, {when}").format(
        item=entry_label(oldest.kind, oldest.number, session.language),
        amount=money(oldest.open, session.locale, symbol=True),
        day=day_short(oldest.due_day, session.locale),
        when=age_words(late, session.language, session.locale),
    )


def _why(session: Session, brief: Brief) -> Iterator[str]:
    _, line, out = session.translate, brief.line, brief.left_out
    yield ""
    if out is not None:
        why = why_not_words(out, session.language, session.locale, brief.as_at)
        yield _("Not on today's list: {why}.").format(why=why)
    elif line is None:
        yield _("Not on today's list.")
    if line is not None:
        told = _("What is open there: {kind}") if out is not None else _("Why today: {kind}")
        yield told.format(kind=kind_words(line.kind, session.language))
        for reason in line.reasons:
            yield "  " + reason_words(reason, session.language, session.locale, brief.as_at)
        parts = [part_words(part, session.language, session.locale) for part in line.parts]
        yield "  " + _("Points: {parts}").format(parts=", ".join(parts))
    yield from talk_lines(session, brief)


def _facts(session: Session, brief: Brief) -> Iterator[str]:
    _ = session.translate
    yield ""
    for person in brief.people:
        may = person_may_words(person, session.language)
        phone = phone_words(person, session.language, session.locale)
        parts = (person.name, person.role, phone, person.email, person.best_time, may)
        yield _("Speak to: {who}").format(who=", ".join(part for part in parts if part))
    for rate in brief.kept_rates:
        yield _("Promises kept: {kept} of {judged} ({currency}), {value}").format(
            kept=rate.kept,
            judged=rate.count,
            currency=rate.currency,
            value=kept_value_words(rate, session.language, session.locale),
        )
    if brief.terms is not None:
        terms = terms_words(brief.terms, session.language)
        yield _("Terms: {terms}").format(terms=terms)
    if brief.agreed is not None:
        said = standing_short(brief.agreed, session.language, session.locale, brief.as_at)
        yield _("Terms and conditions: {state}").format(state=said)
    yield from before_lines(session, brief)
    for task in brief.tasks:
        when = step_when(task, session.locale, brief.as_at)
        text = _("Next step: {day}, {what}")
        if task.day < brief.as_at:
            text = _("Next step, its day has passed: {day}, {what}")
        yield text.format(day=when, what=step_title(task, session.language))


# ------------------------------------------------------------------ JSON
def _left_out_answer(out: NotContacted) -> answers.Json:
    return {"why": out.why.value, "until": answers.day(out.until)}


def _answer(session: Session, brief: Brief) -> answers.Json:
    line = brief.line
    return {
        "code": brief.customer.code,
        "name": brief.customer.name,
        "as_at": answers.day(brief.as_at),
        "accounts": [_account_answer(account, brief) for account in brief.accounts],
        "oldest": None if brief.oldest is None else answers.entry(brief.oldest),
        "entries": [answers.entry(row) for row in brief.entries],
        "left_out": None if brief.left_out is None else _left_out_answer(brief.left_out),
        "usual_days_late": brief.lateness.usual_days if brief.lateness.known else None,
        "promises": [_promise_answer(standing) for standing in brief.promised],
        "we_promised": [
            {
                "deed": deed.words,
                "by": answers.day(deed.due_day),
                "state": deed_state(deed, brief.as_at).value,
            }
            for deed in brief.deeds
        ],
        "disputes": [
            {
                "entry": row.entry_id,
                "reason": row.reason,
                "raised": answers.day(row.raised_day),
                "day_presumed": row.day_presumed,
                "amount": answers.money(row.disputed),
                "to_credit": row.to_credit,
            }
            for row in brief.disputed
        ],
        **money_answer(brief),
        **standing_answer(brief),
        "contacts_made": [contact_answer(row) for row in brief.last_contacts],
        "contacts_week": brief.contacts_week,
        "contacts_month": brief.contacts_month,
        "promises_kept": [rate_answer(rate) for rate in brief.kept_rates],
        **before_answer(session, brief),
        "people": people_answer(brief),
        "next_steps": [_step_answer(task) for task in brief.tasks],
        "terms_proof": None if brief.agreed is None else terms_answer(brief.agreed),
        "terms": None if brief.terms is None else terms_words(brief.terms, session.language),
        "reason_codes": [] if line is None else [reason.code.value for reason in line.reasons],
    }


def _step_answer(task: TaskRow) -> answers.Json:
    return {
        "day": answers.day(task.day),
        "at": None if task.at is None else task.at.isoformat("minutes"),
        "kind": task.kind,
        "about": task.about or None,
        "note": task.note,
    }


def _account_answer(account: AccountBrief, brief: Brief) -> answers.Json:
    ageing, asks = account.ageing, not brief.before.around.asks_nothing
    return {
        **answers.ageing(ageing),
        "overdue": answers.money(ageing.overdue),
        "disputed": answers.money(account.disputed),
        "promised": answers.money(account.pay_now.by_promise),
        "planned": None
        if account.pay_now.planned is None
        else answers.money(account.pay_now.planned),
        "said_paid": answers.money(account.pay_now.said_paid),
        "please_pay_now": answers.money(account.pay_now.due) if asks else None,
    }


def _promise_answer(standing: Standing) -> answers.Json:
    promise = standing.promise
    return {
        "amount": answers.money(Money(promise.minor, promise.currency)),
        "made": answers.day(promise.made_day),
        "by": answers.day(promise.due_day),
        "grace_to": answers.day(promise.until_day),
        "state": standing.state.value,
    }
