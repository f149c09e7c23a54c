"""``dispute``: the register of queries, and what is behind them."""

from collections.abc import Iterator, Sequence
from datetime import date

from creditmate.cli import dispute_answers as told
from creditmate.cli.dispute_deeds import do, is_deed
from creditmate.cli.owners import owner_named
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.dispute_register import (
    DisputePick,
    DisputeRow,
    DisputeWanted,
    RootCause,
    aged,
)
from creditmate.domain.disputes import DisputeAge
from creditmate.i18n.agreement_words import (
    average_days_words,
    dispute_age_words,
    dispute_state,
)
from creditmate.i18n.day_parsing import Towards
from creditmate.i18n.dispute_words import dispute_title
from creditmate.i18n.formats import day_short, money, number


def dispute(session: Session) -> int:
    """List questions, tell what is behind them, or do what was said with one."""
    if is_deed(session):
        return do(session)
    session.open_to_read()
    return _causes(session) if session.arguments.causes else _list(session)


def _list(session: Session) -> int:
    asked, today = session.arguments, session.today
    pick = DisputePick.ENDED if asked.ended else DisputePick.OPEN
    pick = DisputePick.ALL if asked.every else pick
    wanted = DisputeWanted(
        pick=pick,
        code=asked.code,
        reason=asked.reason,
        owner=owner_named(session, asked.owner),
        age=DisputeAge(asked.age) if asked.age else None,
    )
    rows = session.ask(lambda: session.program.disputes.register(today, wanted))
    if session.wants_json:
        session.say_json([told.dispute(row) for row in rows])
        return 0
    if not rows:
        session.say(session.translate("Nothing is under query."))
        return 0
    session.say_lines(_table(session, rows))
    session.say_lines(_ages(session, rows))
    return 0


def _table(session: Session, rows: Sequence[DisputeRow]) -> Iterator[str]:
    _ = session.translate
    heads = [_("No."), _("Customer"), _("Invoice"), _("Under query"), _("About"), _("Raised"),
             _("State"), _("Who"), _("Answer by")]  # fmt: skip
    yield from table(heads, [_row(session, row) for row in rows], "rllrlllll")


def _row(session: Session, row: DisputeRow) -> list[str]:
    locale, language = session.locale, session.language
    answer_by = "–" if row.answer_by is None else day_short(row.answer_by, locale)
    late = session.translate("late") if row.is_late else ""
    return [
        str(row.id),
        who(row.code, row.name),
        ", ".join(item.number for item in row.items if item.number) or "–",
        money(row.questioned, locale, symbol=True),
        dispute_title(row.reason, language),
        day_short(row.standing.raised_day, locale),
        dispute_state(row, language, locale),
        row.initials or "–",
        " ".join(filter(None, (answer_by, late))) if row.is_open else "–",
    ]


def _ages(session: Session, rows: Sequence[DisputeRow]) -> Iterator[str]:
    """How old the open ones are, where there are any."""
    locale, language = session.locale, session.language
    for one in aged(rows):
        text = session.translate("Open {age}: {count}, {amount}")
        yield text.format(
            age=dispute_age_words(one.age, language),
            count=number(one.count, locale),
            amount=money(one.amount, locale, symbol=True),
        )


def _causes(session: Session) -> int:
    first, last = _period(session)
    service, today = session.program.disputes, session.today
    found = session.ask(lambda: service.root_causes(first, last, today))
    if session.wants_json:
        session.say_json(told.causes(found, first, last))
        return 0
    if not found.by_reason:
        session.say(session.translate("Nothing was under query in that time."))
        return 0
    _ = session.translate
    figures = [_("Queries"), _("Open"), _("Amount"), _("Days to answer")]
    by_reason = [
        [dispute_title(reason, session.language), *_figures(session, one)]
        for reason, one in found.by_reason
    ]
    session.say_lines(table([_("About"), *figures], by_reason, "lrrrr"))
    session.say()
    by_month = [
        [f"{month.year}-{month.month:02}", *_figures(session, one)] for month, one in found.by_month
    ]
    session.say_lines(table([_("Month"), *figures], by_month, "lrrrr"))
    return 0


def _figures(session: Session, one: RootCause) -> list[str]:
    locale = session.locale
    return [
        number(one.count, locale),
        number(one.open, locale),
        money(one.amount, locale, symbol=True),
        average_days_words(one.average_days, locale),
    ]


def _period(session: Session) -> tuple[date, date]:
    """From the first day that anything can be of to today, where nothing is said."""
    asked, today = session.arguments, session.today
    first = session.day(asked.first, "--from", Towards.PAST) if asked.first else date.min
    last = session.day(asked.last, "--to", Towards.PAST) if asked.last else today
    return first, last
