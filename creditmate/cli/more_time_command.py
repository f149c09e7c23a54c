"""``more-time``: give a customer more time for invoices, take it back, or list it."""

from creditmate.cli.far_days import meant_day
from creditmate.cli.plan_answers import extension_answer
from creditmate.cli.plan_command import say_done
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.extensions import NewExtension
from creditmate.domain.money import totals_by_currency
from creditmate.domain.plan_refusals import PlanWhy, plan_refused
from creditmate.domain.plan_terms import Meanwhile
from creditmate.i18n.formats import day_short, money
from creditmate.i18n.plan_words import extension_state_words
from creditmate.services.extensions import ExtensionRow


def more_time(session: Session) -> int:
    """Give more time, take it back, or list what was given."""
    asked, service = session.arguments, session.program.extensions
    if asked.undo is not None:
        session.open_to_write()
        session.ask(lambda: service.undo(asked.undo))
        say_done(session, None)
    elif asked.withdraw is not None:
        session.open_to_write()
        say_done(session, session.ask(lambda: service.withdraw(asked.withdraw, asked.because)))
    elif asked.code is None or asked.to is None:
        return _list(session)
    else:
        session.open_to_write()
        new = _told(session, asked.code)
        done = session.ask(lambda: service.give(asked.code, new))
        _say_ended(session, session.ask(lambda: service.promises_ended(done.action)))
        say_done(session, done)
    return 0


def _say_ended(session: Session, count: int) -> None:
    """Say that promises about the same items ended with it, where any did."""
    if count and not session.wants_json:
        text = session.catalogue.ngettext(
            "{count} promise about the same items ends: the time takes its place.",
            "{count} promises about the same items end: the time takes their place.",
            count,
        )
        session.say(text.format(count=count))


def _told(session: Session, code: str) -> NewExtension:
    asked = session.arguments
    numbers = [part.strip() for part in (asked.invoices or "").split(",") if part.strip()]
    return NewExtension(
        to_day=meant_day(session, asked.to, "--to"),
        because=asked.because,
        entries=session.ask(lambda: session.program.plans.entries_named(code, numbers)),
        interest=Meanwhile(asked.interest),
        by_whom=asked.with_name,
    )


def _list(session: Session) -> int:
    asked, service = session.arguments, session.program.extensions
    if asked.code is not None and (asked.invoices or asked.because):
        raise plan_refused(PlanWhy.NO_DAY)
    session.open_to_read()
    if asked.code is None:
        rows = session.ask(lambda: service.all(session.today, running=not asked.all))
    else:
        rows = session.ask(lambda: service.of_customer(asked.code, session.today))
    if session.wants_json:
        session.say_json([extension_answer(row) for row in rows])
        return 0
    _ = session.translate
    if not rows:
        session.say(_("Nobody was given more time."))
        return 0
    heads = [_("No."), _("Customer"), _("Until"), _("Open"), _("How it stands"), _("Why")]
    session.say_lines(table(heads, [_line(session, row) for row in rows], "rllrll"))
    return 0


def _line(session: Session, row: ExtensionRow) -> list[str]:
    one, locale = row.standing.extension, session.locale
    sums = totals_by_currency(item.open for item in row.items)
    return [
        str(one.id),
        who(row.code, row.name),
        day_short(one.to_day, locale),
        ", ".join(money(each, locale, symbol=True) for each in sums) or "–",
        extension_state_words(row.standing.state, session.language),
        one.because,
    ]
