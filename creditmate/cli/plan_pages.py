"""``plan``: the plans there are, listed, and one with its parts."""

from creditmate.cli.plan_answers import plan_answer
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.money import Money
from creditmate.domain.plan_terms import rhythm_of
from creditmate.domain.plans import PlanState
from creditmate.i18n.formats import day_short, money, number
from creditmate.i18n.plan_words import (
    instalment_state_words,
    meanwhile_words,
    plan_state_words,
    rhythm_words,
)
from creditmate.services.plan_lists import PlanRow


def list_plans(session: Session) -> int:
    """List everybody's plans, or one customer's, in these states or in any."""
    session.open_to_read()
    asked, plans = session.arguments, session.program.plans
    states = frozenset(map(PlanState, asked.state))
    if asked.code is None:
        rows = session.ask(lambda: plans.all(session.today, states))
    else:
        every = session.ask(lambda: plans.of_customer(asked.code, session.today))
        rows = [row for row in every if not states or row.standing.state in states]
    if session.wants_json:
        session.say_json([plan_answer(row, session.today) for row in rows])
        return 0
    _ = session.translate
    if not rows:
        session.say(_("There are no such plans."))
        return 0
    heads = [_("Plan"), _("Customer"), _("How it stands"), _("Amount"), _("Came"), _("Next part")]
    session.say_lines(table(heads, [_line(session, row) for row in rows], "lllrrl"))
    return 0


def _line(session: Session, row: PlanRow) -> list[str]:
    standing, locale = row.standing, session.locale
    part, currency = standing.next_due, standing.plan.currency
    coming = "–"
    if part is not None:
        amount = money(Money(part.missing_minor, currency), locale, symbol=True)
        coming = f"{amount}, {day_short(part.due_day, locale)}"
    return [
        standing.plan.number,
        who(row.code, row.name),
        plan_state_words(standing.state, session.language),
        money(standing.plan.amount, locale, symbol=True),
        money(Money(standing.came_minor, currency), locale),
        coming,
    ]


def show_plan(session: Session, row: PlanRow) -> int:
    """Show a plan with its parts."""
    if session.wants_json:
        session.say_json(plan_answer(row, session.today))
        return 0
    _, language, locale = session.translate, session.language, session.locale
    standing, plan = row.standing, row.standing.plan
    session.say(f"{plan.number}  {who(row.code, row.name)}")
    session.say(
        _("{amount} agreed on {day}: {state}.").format(
            amount=money(plan.amount, locale, symbol=True),
            day=day_short(plan.day, locale),
            state=plan_state_words(standing.state, language),
        )
    )
    rhythm = rhythm_words(rhythm_of(plan.rhythm), language)
    session.say(f"{rhythm}; {meanwhile_words(plan.interest, language)}")
    signed = plan.signed_day
    session.say(
        _("The signed agreement has not come back.")
        if signed is None
        else _("Signed agreement back on {day}.").format(day=day_short(signed, locale))
    )
    rows = [
        [
            str(one.instalment.place),
            day_short(one.due_day, locale),
            money(Money(one.minor, plan.currency), locale),
            money(Money(one.came_minor, plan.currency), locale),
            "–" if (late := one.days_late(session.today)) is None else number(late, locale),
            instalment_state_words(one.state, language),
        ]
        for one in standing.instalments
    ]
    heads = [_("No."), _("On or before"), _("Instalment"), _("Came"), _("Days late")]
    session.say_lines(table([*heads, _("How it stands")], rows, "llrrrl"))
    return 0
