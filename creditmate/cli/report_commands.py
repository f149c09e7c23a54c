"""``aged``."""

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.ageing import BUCKETS
from creditmate.domain.money import Money
from creditmate.i18n.formats import day_long, money, number
from creditmate.services.receivables import AgedLine, AgedReport


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
        _("61–90"), _("Over 90"), _("Unmatched"), _("Balance"), _("Of which under query"),
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
