"""What is done with lines of ``today``: put off, taken up again, and told at which step."""

from collections.abc import Callable

from creditmate.cli.session import Session
from creditmate.domain.changes import Done
from creditmate.domain.contact_steps import Step
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.formats import day_long
from creditmate.i18n.proposed_steps import mid_step_words


def is_deed(session: Session) -> bool:
    """Whether anything is to be written."""
    asked = session.arguments
    return any((asked.snooze, asked.wake, asked.at_step, asked.undo))


def do(session: Session) -> int:
    """Do it, and say what was done."""
    asked, service = session.arguments, session.program.snoozes
    if asked.undo:
        session.open_to_write()
        session.ask(lambda: service.undo(asked.undo))
        return _say(session, session.translate("Taken back."), asked.undo)
    if asked.wake:
        session.open_to_write()
        done = session.ask(lambda: service.end(asked.wake))
        return _say(session, session.translate("On the list again from today on."), done.action)
    return _at_step(session) if asked.at_step else _snooze(session)


def _snooze(session: Session) -> int:
    asked, service = session.arguments, session.program.snoozes
    if asked.until is None:
        raise UserError(Problem.BAD_OPTION, option="--snooze", found="--until …")
    until = session.day(asked.until, "--until")
    done = _done(session, lambda: service.put_off(asked.snooze, until, asked.because))
    text = session.translate("Put off: back on the list on {day}.")
    return _say(session, text.format(day=day_long(until, session.locale)), done.action)


def _at_step(session: Session) -> int:
    asked, service = session.arguments, session.program.snoozes
    code, _, name = asked.at_step.partition("=")
    if name not in set(Step):
        raise UserError(Problem.BAD_OPTION, option="--at-step", found=asked.at_step)
    step = Step(name)
    done = _done(session, lambda: service.at_step(code, step, asked.because))
    text = session.translate("Put down as already at {step}.")
    return _say(session, text.format(step=mid_step_words(step, session.language)), done.action)


def _done(session: Session, work: Callable[[], Done]) -> Done:
    session.open_to_write()
    return session.ask(work)


def _say(session: Session, words: str, action: int) -> int:
    if session.wants_json:
        session.say_json({"id": action})
        return 0
    session.say(words)
    if not session.arguments.undo:
        session.say(session.translate("To take it back: today --undo {id}").format(id=action))
    return 0
