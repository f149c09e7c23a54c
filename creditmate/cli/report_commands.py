"""``aged`` and ``today``."""

from collections.abc import Iterator, Sequence

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.ageing import BUCKETS
from creditmate.domain.money import Money
from creditmate.i18n.formats import day_long, money, number
from creditmate.i18n.reasons import channel_words, reason_words
from creditmate.i18n.standing_words import rest_words
from creditmate.services.not_contacted import NotContacted
from creditmate.services.receivables import AgedLine, AgedReport
from creditmate.services.worklists import WorkRow


def aged(session: Session) -> int:
    """Print aged debtors."""
    session.open_to_read()
    as_at, by_customer = session.as_at(may_look_ahead=True), session.arguments.by_customer
    reports = session.ask(lambda: session.program.receivables.aged(as_at))
    if session.wants_json:
        session.say_json([answers.aged_report(report, by_customer) for report in reports])
        return 0
    _ = session.translate
    session.say(_("Aged debtors as at {day}").format(day=day_long(as_at, session.locale)))
    if not reports:
        session.say(_("Nothing is open."))
    for report in reports:
        session.say()
        session.say_lines(_aged_table(session, report, by_customer))
    return 0


def _aged_table(session: Session, report: AgedReport, by_customer: bool) -> list[str]:
    _ = session.translate
    heads = [
        report.total.ageing.currency, _("Items"), _("Not due"), _("1–30"), _("31–60"),
        _("61–90"), _("Over 90"), _("Unmatched"), _("Balance"), _("Of which in question"),
    ]  # fmt: skip
    lines = report.customers if by_customer else ()
    rows = [_aged_row(session, who(line.code, line.name), line) for line in lines]
    rows.append(_aged_row(session, _("Total"), report.total))
    return table(heads, rows, "lrrrrrrrrr")


def _aged_row(session: Session, title: str, line: AgedLine) -> list[str]:
    ageing = line.ageing
    sums = [ageing.amount(bucket) for bucket in BUCKETS]
    sums += [ageing.unallocated, ageing.total, line.disputed]
    count = number(sum(line.counts[: len(BUCKETS)]), session.locale)
    return [title, count, *(_figure(amount, session.locale) for amount in sums)]


def _figure(amount: Money, locale: str) -> str:
    return money(amount, locale) if amount else "–"


def today(session: Session) -> int:
    """Print the day's work list."""
    session.open_to_read()
    limit, day = session.arguments.limit, session.today
    rows = session.ask(lambda: session.program.worklists.today(day, limit))
    at_rest = session.ask(lambda: session.program.worklists.at_rest(day))
    if session.wants_json:
        session.say_json([_work_answer(session, row) for row in rows])
        return 0
    _ = session.translate
    session.say(_("Today, {day}").format(day=day_long(day, session.locale)))
    session.say_lines(_today_table(session, rows))
    session.say_lines(_at_rest(session, at_rest))
    return 0


def _today_table(session: Session, rows: Sequence[WorkRow]) -> list[str]:
    _ = session.translate
    if not rows:
        return [_("Nothing more today.")]
    heads = ["", _("Customer"), _("Amount"), _("How"), _("Points"), _("Why")]
    cells = [
        [
            str(place),
            who(row.code, row.name),
            ", ".join(money(m, session.locale, symbol=True) for m in row.line.amounts) or "–",
            channel_words(row.line.channel, session.language),
            f"{row.line.score:.0f}",
            "; ".join(_reasons(session, row)),
        ]
        for place, row in enumerate(rows, start=1)
    ]
    return ["", *table(heads, cells, "rlrlrl")]


def _at_rest(session: Session, rows: Sequence[NotContacted]) -> Iterator[str]:
    """Who is left in peace, and why: nobody is forgotten because of it."""
    if rows:
        yield ""
    for row in rows:
        if row.rest is not None:
            why = rest_words(row.rest, session.language, session.locale, session.today)
            amounts = ", ".join(money(m, session.locale, symbol=True) for m in row.amounts)
            yield "  ".join(filter(None, (who(row.code, row.name), amounts, why)))


def _reasons(session: Session, row: WorkRow) -> list[str]:
    found = [
        reason_words(reason, session.language, session.locale, session.today)
        for reason in row.line.reasons
    ]
    if row.branches:
        names = ", ".join(row.branches)
        found.append(session.translate("for {branches}").format(branches=names))
    return found


def _work_answer(session: Session, row: WorkRow) -> answers.Json:
    return {
        "code": row.code,
        "name": row.name,
        "kind": row.line.kind.value,
        "reasons": _reasons(session, row),
        "reason_codes": [reason.code.value for reason in row.line.reasons],
        "channel": row.line.channel.value,
        "amounts": [answers.money(amount) for amount in row.line.amounts],
        "score": round(row.line.score, 1),
        "score_parts": {part.code.value: part.points for part in row.line.parts},
        "days_late": row.line.days_late,
        "branches": list(row.branches),
    }
