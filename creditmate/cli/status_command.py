"""``status``: how we trade with a customer, and since when; or a decision on it."""

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.cli.tables import table
from creditmate.domain.customer_status import Status
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.formats import day_in_table, day_with_weekday
from creditmate.i18n.standing_words import status_words


def status(session: Session) -> int:
    """Tell how we trade with a customer, decide on it, or take the last decision back."""
    asked, service = session.arguments, session.program.decisions
    if asked.undo is not None:
        session.open_to_write()
        session.ask(lambda: service.undo(asked.undo))
        return _say(session, session.translate("Taken back."), {})
    if asked.set is not None:
        session.open_to_write()
        new = Status(asked.set)
        done = session.ask(lambda: service.set_status(asked.code, new, asked.because))
        text = session.translate("Recorded. To take it back: status {code} --undo {action}")
        words = text.format(code=asked.code, action=done.action)
        return _say(session, words, {"action": done.action, "id": done.id})
    if asked.because:
        raise UserError(Problem.BAD_OPTION, option="--because", found=asked.because)
    return _show(session)


def _say(session: Session, words: str, answer: answers.Json) -> int:
    if session.wants_json:
        session.say_json(answer)
    else:
        session.say(words)
    return 0


def _show(session: Session) -> int:
    _, code, today = session.translate, session.arguments.code, session.today
    session.open_to_read()
    decided = session.ask(lambda: session.program.decisions.of(code, today))
    ceased = session.ask(lambda: session.program.decisions.ceased_since(code, today))
    now = decided.statuses[0].status if decided.statuses else Status.ACTIVE
    if session.wants_json:
        session.say_json(
            {
                "code": code,
                "status": now.value,
                "said_to_have_ceased": answers.day(ceased),
                "decided": [
                    {"status": one.status.value, "day": answers.day(one.day), "because": one.reason}
                    for one in decided.statuses
                ],
            }
        )
        return 0
    language, locale = session.language, session.locale
    session.say(_("Status: {status}").format(status=status_words(now, language)))
    if ceased is not None:
        text = _(
            "Said on {day} to have ceased trading: nothing is proposed and no statement goes until"
            " it is decided how to go on, with hold, status or today --at-step."
        )
        session.say(text.format(day=day_with_weekday(ceased, locale)))
    if decided.statuses:
        rows = [
            [day_in_table(one.day, locale, today), status_words(one.status, language), one.reason]
            for one in decided.statuses
        ]
        session.say_lines(table([_("Day"), _("Status"), _("What was said")], rows, "lll"))
    return 0
