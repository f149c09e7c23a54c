"""``today``: whom to contact, who is left out and why, and what is put off."""

from collections.abc import Collection, Iterator

from creditmate.cli import answers
from creditmate.cli.owners import owner_name, owner_named
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.cli.today_deeds import do, is_deed
from creditmate.cli.today_done import say_done
from creditmate.cli.today_left_out import say_left_out, sums_told
from creditmate.domain.worklist import Kind
from creditmate.i18n.bidi import plain
from creditmate.i18n.formats import day_long, number
from creditmate.i18n.left_out_words import (
    with_nothing_overdue,
)
from creditmate.i18n.reasons import channel_words
from creditmate.i18n.standing_words import rest_words
from creditmate.i18n.why_words import why_words
from creditmate.services.call_drafts import CallDraft
from creditmate.services.day_lists import DayList, Narrowed
from creditmate.services.housekeeping import Housekeeping, housekeeping
from creditmate.services.worklists import WorkRow


def today(session: Session) -> int:
    """Print the day's list, or do what was said with it."""
    if is_deed(session):
        return do(session)
    session.open_to_read()
    if session.arguments.left_out:
        return say_left_out(session)
    if session.arguments.done:
        return say_done(session)
    asked, day = session.arguments, session.today
    wanted = Narrowed(
        kinds=frozenset(map(Kind, asked.kind)),
        owner=owner_named(session, asked.owner),
        cap=asked.cap,
        everything=asked.all,
        limit=asked.limit,
    )
    found = session.ask(lambda: session.program.day_lists.day(day, wanted))
    if session.wants_json:
        begun = {draft.code for draft in _half_written(session)}
        session.say_json([_line_answer(session, row, found, begun) for row in found.rows])
        return 0
    _ = session.translate
    session.say(_("Today, {day}").format(day=day_long(day, session.locale)))
    session.say_lines(map(plain, _lines(session, found)))
    session.say_lines(map(plain, _rest(session, found)))
    for draft in _half_written(session):
        text = _("Call half written: {name}")
        session.say(plain(text.format(name=who(draft.code, draft.name))))
    session.say_lines(_to_put_in_order(session, session.ask(lambda: housekeeping(day))))
    return 0


def _half_written(session: Session) -> tuple[CallDraft, ...]:
    """Call forms that were begun in the window and are not finished."""
    return session.ask(session.program.call_drafts.unfinished)


def _lines(session: Session, found: DayList) -> list[str]:
    _ = session.translate
    if not found.rows:
        return [_nothing(session, found)]
    heads = ["", _("Customer"), _("Amount"), _("How"), _("Points"), _("Why")]
    cells = [
        [
            str(place),
            who(row.code, row.name),
            sums_told(session, row.line.amounts) or "–",
            channel_words(row.line.channel, session.language),
            f"{row.line.score:.0f}",
            "; ".join(_why(session, row)),
        ]
        for place, row in enumerate(found.rows, start=1)
    ]
    return ["", *table(heads, cells, "rlrlrl")]


def _nothing(session: Session, found: DayList) -> str:
    """Why there are no lines: of whom, where those of others wait."""
    _ = session.translate
    if found.others:
        return _("Nothing of this sort today.")
    if found.of_others:
        name = owner_name(session, session.arguments.owner)
        return _("Nothing more for {name} today.").format(name=name)
    return _("Nothing more today.")


def _rest(session: Session, found: DayList) -> Iterator[str]:
    """What is for tomorrow, and who is left in peace: nobody is forgotten because of it."""
    catalogue = session.catalogue
    if found.others:
        yield ""
        text = catalogue.ngettext(
            "{count} line of another sort waits: today shows it",
            "{count} lines of other sorts wait: today shows them",
            found.others,
        )
        yield text.format(count=number(found.others, session.locale))
    if found.of_others:
        yield ""
        text = catalogue.ngettext(
            "{count} line of others waits: today shows it",
            "{count} lines of others wait: today shows them",
            found.of_others,
        )
        yield text.format(count=number(found.of_others, session.locale))
    if found.later and found.is_whole and not session.arguments.all:
        yield ""
        text = catalogue.ngettext(
            "{count} more for tomorrow: today --all shows it",
            "{count} more for tomorrow: today --all shows them",
            found.later,
        )
        yield text.format(count=number(found.later, session.locale))
    at_rest = [row for row in found.not_contacted if row.rest is not None]
    if at_rest:
        yield ""
    for row in at_rest:
        if row.rest is not None:
            why = rest_words(row.rest, session.language, session.locale, session.today)
            why = with_nothing_overdue(why, row, session.language)
            cells = (who(row.code, row.name), sums_told(session, row.amounts), why)
            yield "  ".join(filter(None, cells))
    others = len(found.not_contacted) - len(at_rest)
    if found.is_whole and others:
        yield ""
        text = catalogue.ngettext(
            "{count} customer is not being followed up at present: today --left-out says why",
            "{count} customers are not being followed up at present: today --left-out says why",
            len(found.not_contacted),
        )
        yield text.format(count=number(len(found.not_contacted), session.locale))


def _to_put_in_order(session: Session, found: Housekeeping) -> Iterator[str]:
    """Work to be invoiced and credit notes to be written are money; the rest is one line."""
    catalogue, locale = session.catalogue, session.locale
    if found.to_credit:
        text = catalogue.ngettext(
            "Credit note to be written: {count} query they were right about, {amount}",
            "Credit notes to be written: {count} queries they were right about, {amount}",
            found.to_credit,
        )
        count = number(found.to_credit, locale)
        yield text.format(count=count, amount=sums_told(session, found.credits))
    if found.to_invoice:
        text = catalogue.ngettext(
            "Done and not invoiced: {count} piece of work, {amount}",
            "Done and not invoiced: {count} pieces of work, {amount}",
            found.to_invoice,
        )
        count = number(found.to_invoice, locale)
        yield text.format(count=count, amount=sums_told(session, found.amounts))
    if found.count:
        text = catalogue.gettext(
            "To put in order: {terms} without proof of terms, {contacts} whose details were not "
            "confirmed for a year"
        )
        terms, contacts = number(found.terms, locale), number(found.contacts, locale)
        yield text.format(terms=terms, contacts=contacts)


def _why(session: Session, row: WorkRow) -> list[str]:
    found = why_words(row.line, session.language, session.locale, session.today)
    if row.branches:
        names = ", ".join(row.branches)
        found.append(session.translate("for {branches}").format(branches=names))
    return found


def _line_answer(
    session: Session, row: WorkRow, found: DayList, begun: Collection[str]
) -> answers.Json:
    line = row.line
    return {
        "code": row.code,
        "name": row.name,
        "kind": line.kind.value,
        "step": None if line.step is None else line.step.value,
        "reasons": _why(session, row),
        "reason_codes": [reason.code.value for reason in line.reasons],
        "channel": line.channel.value,
        "amounts": [answers.money(amount) for amount in line.amounts],
        "score": round(line.score, 1),
        "score_parts": {part.code.value: part.points for part in line.parts},
        "days_late": line.days_late,
        "day": None if line.when is None else answers.day(line.when),
        "at": None if line.at is None else line.at.strftime("%H:%M"),
        "branches": list(row.branches),
        "with": _with(row),
        "for_tomorrow": line.customer in found.tomorrow,
        "half_written": row.code in begun,
    }


def _with(row: WorkRow) -> answers.Json | None:
    """With whom it was agreed: another one of the group, and whom we spoke with there."""
    if not (row.with_code or row.line.person):
        return None
    code, name = row.with_code or row.code, row.with_name or row.name
    return {"code": code, "name": name, "person": row.line.person or None}
