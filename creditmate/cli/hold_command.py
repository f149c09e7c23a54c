"""``hold``: leave a customer in peace, look at it again, end it, or list who is left in peace."""

from datetime import date

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.changes import Done
from creditmate.domain.doubts import Doubt
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.holds import HoldKind, Stop, stops_text, usual
from creditmate.i18n.customer_fields import doubt_words
from creditmate.i18n.day_parsing import Towards
from creditmate.i18n.standing_words import hold_words
from creditmate.services.decision_entries import HoldEntry
from creditmate.services.hold_lists import HoldRow, held_customers


def hold(session: Session) -> int:
    """Put down a hold, a review or an end of one; take the last back; or list them."""
    asked, service = session.arguments, session.program.decisions
    if asked.undo is not None:
        session.open_to_write()
        session.ask(lambda: service.undo(asked.undo))
        _say(session, None)
    elif asked.end is not None:
        code = _whose(session, "--end", asked.end)
        session.open_to_write()
        _say(session, session.ask(lambda: service.end_hold(code, asked.end)))
    elif asked.reviewed is not None:
        code = _whose(session, "--reviewed", asked.reviewed)
        session.open_to_write()
        again = _day(session, asked.review, "--review")
        _say(session, session.ask(lambda: service.review_hold(code, asked.reviewed, again)))
    elif asked.kind is not None:
        _hold(session, _whose(session, "--kind", asked.kind), HoldKind(asked.kind))
    else:
        return _list(session)
    return 0


def _whose(session: Session, option: str, found: object) -> str:
    code: str | None = session.arguments.code
    if code is None:
        raise UserError(Problem.BAD_OPTION, option=option, found=str(found))
    return code


def _hold(session: Session, code: str, kind: HoldKind) -> None:
    """What is not said is as usual for the kind."""
    asked, service = session.arguments, session.program.decisions
    session.open_to_write()
    begins = _day(session, asked.begins, "--from", Towards.PAST) or session.today
    proposed = usual(kind, begins)
    until = _day(session, asked.until, "--until") or proposed.until_day
    review = _day(session, asked.review, "--review")
    if review is None and (until is None or proposed.review_day <= until):
        review = proposed.review_day
    stops = frozenset(map(Stop, asked.stop)) or proposed.stops
    entry = HoldEntry(kind, begins, stops, review, until, asked.because)
    doubts = session.ask(lambda: service.hold_doubts(code, kind))
    _say(session, session.ask(lambda: service.hold(code, entry)), doubts)


def _day(
    session: Session, text: str | None, option: str, towards: Towards = Towards.FUTURE
) -> date | None:
    return None if text is None else session.day(text, option, towards)


def _say(session: Session, done: Done | None, doubts: list[Doubt] | None = None) -> None:
    """Say that it was put down, what looks odd about it, and how it is taken back."""
    _ = session.translate
    odd = [doubt_words(doubt, session.language) for doubt in doubts or ()]
    if session.wants_json:
        made = {} if done is None else {"action": done.action, "id": done.id, "doubts": odd}
        session.say_json(made)
        return
    if done is None:
        session.say(_("Taken back."))
        return
    session.say(_("Recorded."))
    session.say_lines(odd)
    said = _("To take it back: {command} --undo {action}")
    session.say(said.format(command=session.arguments.command, action=done.action))


# ---------------------------------------------------------------- the list
def _list(session: Session) -> int:
    asked = session.arguments
    without = {"--because": asked.because, "--from": asked.begins, "--until": asked.until,
               "--review": asked.review, "--stop": ", ".join(asked.stop)}  # fmt: skip
    for option, found in without.items():
        if found:  # it says how, and nothing says why
            raise UserError(Problem.BAD_OPTION, option=option, found=found)
    session.open_to_read()
    rows = session.ask(lambda: held_customers(session.today, asked.code, ended=asked.all))
    if session.wants_json:
        session.say_json([_answer(session, row) for row in rows])
        return 0
    _ = session.translate
    if not rows:
        session.say(_("Nobody is left in peace."))
        return 0
    heads = [_("No."), _("Customer"), _("Why, and what it stops"), _("What was said")]
    session.say_lines(table(heads, [_cells(session, row) for row in rows], "rlll"))
    return 0


def _cells(session: Session, row: HoldRow) -> list[str]:
    said = hold_words(row.hold, session.language, session.locale, session.today)
    return [str(row.hold.id), who(row.code, row.name), said, row.hold.reason]


def _answer(session: Session, row: HoldRow) -> answers.Json:
    one = row.hold
    return {
        "id": one.id,
        "code": row.code,
        "kind": one.kind.value,
        "from": answers.day(one.from_day),
        "until": answers.day(one.until_day),
        "review": answers.day(one.review_day),
        "ended": answers.day(one.ended_day),
        "in_force": one.in_force(session.today),
        "stops": stops_text(one.stops).split(),
        "because": one.reason,
    }
