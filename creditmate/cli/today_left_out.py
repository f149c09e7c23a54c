"""``today --left-out``: who is not being followed up, why, until when, and how much."""

from collections.abc import Sequence

from creditmate.cli import answers
from creditmate.cli.owners import owner_named
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.money import Money, totals_by_currency
from creditmate.i18n.bidi import plain
from creditmate.i18n.formats import day_long, money, number
from creditmate.i18n.left_out_words import until_words, why_alone_words, why_not_words
from creditmate.services.not_contacted import NotContacted


def say_left_out(session: Session) -> int:
    """Everybody who is not being followed up: who, why, until when, how much."""
    day, owner = session.today, owner_named(session, session.arguments.owner)
    rows = session.ask(lambda: session.program.day_lists.left_out(day, owner))
    if session.wants_json:
        session.say_json([_left_out_answer(session, row) for row in rows])
        return 0
    _ = session.translate
    session.say(_("Not being followed up, {day}").format(day=day_long(day, session.locale)))
    if not rows:
        session.say(_("Everybody with something overdue is on today's list."))
        return 0
    heads = [_("Customer"), _("Until"), _("Amount"), _("Why")]
    lines = table(heads, [_left_out_cells(session, row) for row in rows], "llrl")
    text = session.catalogue.ngettext(
        "{count} customer, {amount}", "{count} customers, {amount}", len(rows)
    )
    sums = sums_told(session, totals_by_currency(one for row in rows for one in row.amounts))
    told = text.format(count=number(len(rows), session.locale), amount=sums or "–")
    session.say_lines(map(plain, ["", *lines, "", told]))
    return 0


def _left_out_cells(session: Session, row: NotContacted) -> list[str]:
    why = why_alone_words(row, session.language, session.locale, session.today)
    until = until_words(row, session.locale, session.today)
    if row.branches:
        names = ", ".join(row.branches)
        why = f"{why}; {session.translate('for {branches}').format(branches=names)}"
    sums = sums_told(session, row.amounts)
    return [who(row.code, row.name), until or "–", sums or "–", why]


def _left_out_answer(session: Session, row: NotContacted) -> answers.Json:
    review = None if row.rest is None else row.rest.review
    return {
        "code": row.code,
        "name": row.name,
        "why": row.why.value,
        "because": row.words,
        "words": why_not_words(row, session.language, session.locale, session.today),
        "until": None if row.until is None else answers.day(row.until),
        "next_call": None if row.appointment is None else answers.day(row.appointment),
        "review": None if review is None else answers.day(review),
        "amounts": [answers.money(amount) for amount in row.amounts],
        "nothing_overdue": row.not_due,
        "branches": list(row.branches),
    }


def sums_told(session: Session, amounts: Sequence[Money]) -> str:
    """Return sums as one reads them, one behind the other."""
    return ", ".join(money(amount, session.locale, symbol=True) for amount in amounts)
