"""``today --done``: the contacts made on the day, tries in vain among them."""

from creditmate.cli import answers
from creditmate.cli.owners import owner_named
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.day_result import DoneContact
from creditmate.i18n.bidi import plain
from creditmate.i18n.conversation_words import outcome_words
from creditmate.i18n.formats import day_long, day_short, hour


def say_done(session: Session) -> int:
    """Print the contacts of the day in their order."""
    day, owner = session.today, owner_named(session, session.arguments.owner)
    found = session.ask(lambda: session.program.day_lists.done(day, owner))
    if session.wants_json:
        session.say_json([_answer(one) for one in found])
        return 0
    _ = session.translate
    session.say(_("Done today, {day}").format(day=day_long(day, session.locale)))
    if not found:
        session.say(_("Nothing was done yet today."))
        return 0
    heads = [_("Hour"), _("Customer"), _("Spoke to"), _("What came of it"), _("Next")]
    rows = [_cells(session, one) for one in found]
    session.say_lines(map(plain, ["", *table(heads, rows, "lllll")]))
    return 0


def _cells(session: Session, one: DoneContact) -> list[str]:
    return [
        hour(one.at, session.locale),
        who(one.code, one.name),
        one.person,
        outcome_words(one.outcome.value, session.language),
        "" if one.next_day is None else day_short(one.next_day, session.locale),
    ]


def _answer(one: DoneContact) -> answers.Json:
    return {
        "code": one.code,
        "name": one.name,
        "person": one.person,
        "at": one.at.strftime("%H:%M"),
        "channel": one.way,
        "incoming": one.incoming,
        "outcome": one.outcome.value,
        "next": None if one.next_day is None else answers.day(one.next_day),
    }
