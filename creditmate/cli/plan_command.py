"""``plan``: agree a payment plan, list and show plans, and what is done with one."""

from creditmate.cli.far_days import meant_day
from creditmate.cli.own_cycle import on_their_cycle, told_rhythm
from creditmate.cli.plan_answers import draft_answer
from creditmate.cli.plan_pages import list_plans, show_plan
from creditmate.cli.session import Session
from creditmate.cli.tables import table
from creditmate.domain.changes import Done
from creditmate.domain.currencies import CODES
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.plan_refusals import PlanWhy, plan_refused
from creditmate.domain.plan_terms import Every, Meanwhile, PlanTerms
from creditmate.domain.receipts import Method
from creditmate.i18n.formats import day_short, money
from creditmate.i18n.parsing import parse_money
from creditmate.i18n.plan_words import plan_warning_words
from creditmate.services.plan_agreeing import PlanDraft


def plan(session: Session) -> int:
    """Do what was said with payment plans."""
    asked = session.arguments
    deeds = ("signed", "cancel", "reinstate", "undo")
    if any(getattr(asked, name) is not None for name in deeds):
        return _do(session)
    if asked.show is not None:
        session.open_to_read()
        row = session.ask(lambda: session.program.plans.show(asked.show, session.today))
        return show_plan(session, row)
    if asked.list or asked.code is None:
        return list_plans(session)
    return _agree(session)


# ---------------------------------------------------------------- agreeing one
def _agree(session: Session) -> int:
    code, plans = session.arguments.code, session.program.plans
    if session.arguments.dry_run:
        session.open_to_read()
    else:
        session.open_to_write()
    terms = _terms(session, code)
    draft = session.ask(lambda: plans.draft(code, terms))
    done = None
    if not session.arguments.dry_run:
        done = session.ask(lambda: plans.agree(code, terms))
    number = ""
    if done is not None:
        row = session.ask(lambda: plans.show(str(done.id), session.today))
        number = row.standing.plan.number
    if session.wants_json:
        session.say_json(draft_answer(draft, done, number))
        return 0
    _say_draft(session, draft)
    if done is not None:
        session.say(session.translate("Agreed as plan {number}.").format(number=number))
        _say_undo(session, done)
    return 0


def _terms(session: Session, code: str) -> PlanTerms:
    asked = session.arguments
    own = [meant_day(session, text, "--days") for text in _listed(asked.days)]
    replaces = None
    if asked.replaces:
        found = session.ask(lambda: session.program.plans.show(asked.replaces, session.today))
        replaces = found.standing.plan.id
    numbers = _listed(asked.invoices)
    entries = session.ask(lambda: session.program.plans.entries_named(code, numbers))
    terms = PlanTerms(
        every=Every.DATES if own else told_rhythm(asked.every),
        first=meant_day(session, asked.first, "--first") if asked.first else None,
        parts=asked.parts,
        each=_money(session, asked.each, "--each"),
        dates=tuple(own),
        days=_days_of_month(asked.on_the),
        entries=entries,
        amount=_money(session, asked.amount, "--amount"),
        down=_money(session, asked.down, "--down"),
        down_by=meant_day(session, asked.down_by, "--down-by") if asked.down_by else None,
        method=Method(asked.method),
        reference=asked.reference,
        interest=Meanwhile(asked.interest),
        cure_days=asked.cure_days,
        by_whom=asked.with_name,
        note=asked.note,
        replaces=replaces,
        because=asked.because,
    )
    return on_their_cycle(session, terms, asked.every)


def _listed(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").split(",") if part.strip()]


def _days_of_month(text: str) -> tuple[int, ...]:
    days = _listed(text)
    if not all(day.isdecimal() and len(day) <= 2 for day in days):
        raise plan_refused(PlanWhy.DAYS_OF_MONTH)
    return tuple(map(int, days))


def _money(session: Session, text: str | None, field: str) -> Money | None:
    if text is None:
        return None
    code, today = session.arguments.code, session.today
    currency = session.arguments.currency
    if currency is None:
        currency = session.ask(lambda: session.program.calls.currency_owed(code, today))
    elif currency.upper() not in CODES:
        raise UserError(Problem.UNKNOWN_CURRENCY, found=currency)
    return parse_money(text, currency.upper(), session.locale, field=field)


def _say_draft(session: Session, draft: PlanDraft) -> None:
    _, locale = session.translate, session.locale
    owed = [
        [
            item.row.number,
            day_short(item.row.due_day or item.row.day, locale),
            money(item.amount, locale),
        ]
        for item in draft.items
    ]
    session.say_lines(table([_("Invoice"), _("Due"), _("In the plan")], owed, "llr"))
    session.say(_("Together: {amount}").format(amount=money(draft.amount, locale, symbol=True)))
    rows = [
        [str(one.place), day_short(one.day, locale), money(one.amount, locale),
         money(one.left, locale)]
        for one in draft.parts
    ]  # fmt: skip
    heads = [_("No."), _("On or before"), _("Instalment"), _("Left after it")]
    session.say_lines(table(heads, rows, "llrr"))
    for warning in draft.warnings:
        session.say(plan_warning_words(warning, session.language, locale))


# ---------------------------------------------------------------- what is done with one
def _do(session: Session) -> int:
    session.open_to_write()
    asked, plans = session.arguments, session.program.plans
    if asked.undo is not None:
        session.ask(lambda: plans.undo(asked.undo))
        done = None
    elif asked.signed is not None:
        done = session.ask(lambda: plans.sign(asked.signed, asked.note))
    elif asked.cancel is not None:
        done = session.ask(lambda: plans.cancel(asked.cancel, asked.because))
    else:
        done = session.ask(lambda: plans.reinstate(asked.reinstate, asked.because))
    say_done(session, done)
    return 0


def say_done(session: Session, done: Done | None) -> None:
    """Say that something was put down, and how it is taken back; or that it was."""
    if session.wants_json:
        session.say_json({} if done is None else {"action": done.action, "id": done.id})
        return
    if done is None:
        session.say(session.translate("Taken back."))
        return
    session.say(session.translate("Recorded."))
    _say_undo(session, done)


def _say_undo(session: Session, done: Done) -> None:
    words = session.translate("To take it back: {command} --undo {action}")
    session.say(words.format(command=session.arguments.command, action=done.action))
