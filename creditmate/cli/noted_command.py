"""``noted``: opportunities and feedback, and what became of them."""

from creditmate.cli import answers
from creditmate.cli.far_days import meant_day
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.changes import Done
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.noted import NewNoted, NotedKind, NotedRow
from creditmate.i18n.agreement_words import noted_kind_words, noted_state_words
from creditmate.i18n.formats import day_short


def noted(session: Session) -> int:
    """List what is noted, note something, or say what became of it."""
    asked = session.arguments
    if asked.add is None and asked.done is None and asked.put_off is None and asked.drop is None:
        session.open_to_read()
        return _list(session)
    session.open_to_write()
    done = _do(session)
    session.say_recorded({"action": done.action, "id": done.id})
    return 0


def _do(session: Session) -> Done:
    asked, service = session.arguments, session.program.noted
    follow_up = meant_day(session, asked.follow_up, "--follow-up") if asked.follow_up else None
    if asked.done is not None:
        return session.ask(lambda: service.done(asked.done, asked.note))
    if asked.drop is not None:
        return session.ask(lambda: service.drop(asked.drop, asked.note))
    if asked.put_off is not None:
        if follow_up is None:
            raise _bad("--follow-up", "--put-off")
        return session.ask(lambda: service.put_off(asked.put_off, follow_up, asked.note))
    for option, given in (("CODE", asked.code), ("--kind", asked.kind)):
        if not given:
            raise _bad(option, "--add")
    new = NewNoted(NotedKind(asked.kind), asked.add, follow_up)
    return session.ask(lambda: service.add(asked.code, new))


def _list(session: Session) -> int:
    asked, today, service = session.arguments, session.today, session.program.noted
    kinds = [NotedKind(asked.kind)] if asked.kind else list(NotedKind)
    rows = session.ask(lambda: service.all(today, asked.code, kinds=kinds, with_ended=asked.every))
    if session.wants_json:
        session.say_json([_answer(row) for row in rows])
        return 0
    if not rows:
        session.say(session.translate("Nothing is noted."))
        return 0
    _ = session.translate
    heads = [_("No."), _("Customer"), _("What"), _("Noted"), _("Come back"), _("State"),
             _("In their words")]  # fmt: skip
    session.say_lines(table(heads, [_row(session, row) for row in rows], "rllllll"))
    return 0


def _row(session: Session, row: NotedRow) -> list[str]:
    locale, language, on = session.locale, session.language, row.follow_up_day
    return [
        str(row.id),
        who(row.code, row.name),
        noted_kind_words(row.kind, language),
        day_short(row.day, locale),
        "–" if on is None else day_short(on, locale),
        noted_state_words(row.state, language),
        " ".join(row.words.split()),
    ]


def _answer(row: NotedRow) -> answers.Json:
    return {
        "noted": row.id,
        "code": row.code,
        "kind": row.kind.value,
        "day": answers.day(row.day),
        "words": row.words,
        "follow_up": answers.day(row.follow_up_day),
        "state": row.state.value,
        "ended": answers.day(row.ended_day),
        "note": row.note,
    }


def _bad(option: str, found: str) -> UserError:
    return UserError(Problem.BAD_OPTION, option=option, found=found, expected="")
