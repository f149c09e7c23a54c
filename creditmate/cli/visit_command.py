"""``visit``: plan one, change and move it, prepare it; the report has commands of its own."""

from collections.abc import Callable, Mapping

from creditmate.cli.far_days import meant_day
from creditmate.cli.session import Session
from creditmate.cli.visit_answers import page_json, page_lines, thoughts
from creditmate.cli.visit_papers_command import visit_agenda, visit_pack, visit_thanks
from creditmate.cli.visit_place_command import visit_place
from creditmate.cli.visit_report_command import visit_not_met, visit_report
from creditmate.cli.visit_typed import changed_plan, typed_plan
from creditmate.cli.visit_worth_command import visit_worth
from creditmate.domain.changes import Done
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.visit_courtesy import courtesy_hints
from creditmate.domain.visit_plan import VisitPlan
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.domain.visits import VisitFile
from creditmate.i18n.harsh_words import harsh_words, our_words
from creditmate.i18n.hour_parsing import parse_hour
from creditmate.i18n.visit_words import courtesy_words
from creditmate.services.visits import TOUCHED, ConfirmedHow, VisitPage


def visit(session: Session) -> int:
    """Do what was said with a visit."""
    return _DEEDS[session.arguments.deed](session)


# ---------------------------------------------------------------- planning
def _plan(session: Session) -> int:
    session.open_to_write()
    code = session.arguments.code
    plan = typed_plan(session, code)
    done = session.ask(lambda: session.program.visits.plan(code, plan))
    return _say_page(session, done, plan)


def _change(session: Session) -> int:
    session.open_to_write()
    asked, visits = session.arguments, session.program.visits
    page = _page(session)
    plan = changed_plan(session, page.row.code, page.file)
    version = page.file.visit.version
    done = session.ask(lambda: visits.change(asked.visit, plan, version, asked.because))
    return _say_page(session, done, plan)


def _move(session: Session) -> int:
    session.open_to_write()
    asked, visits = session.arguments, session.program.visits
    file = _page(session).file
    day = meant_day(session, asked.day, "DATE")
    at = file.visit.at
    if asked.time is not None:
        at = parse_hour(asked.time, session.locale, field="--time")
    done = session.ask(lambda: visits.move(asked.visit, day, at, asked.because))
    return _say_page(session, done, None)


def _show(session: Session) -> int:
    session.open_to_read()
    page = _page(session)
    if session.wants_json:
        session.say_json(page_json(page))
    else:
        session.say_lines([*page_lines(session, page), *thoughts(session, page)])
    return 0


def _page(session: Session) -> VisitPage:
    asked = session.arguments
    return session.ask(lambda: session.program.visits.show(asked.visit, session.today))


def _say_page(session: Session, done: Done, plan: VisitPlan | None) -> int:
    """Tell of what was planned, with what to think of."""
    page = session.ask(lambda: session.program.visits.show(str(done.id), session.today))
    if session.wants_json:
        session.say_json({"action": done.action, **page_json(page)})
        return 0
    _, language, locale = session.translate, session.language, session.locale
    session.say_lines(page_lines(session, page))
    if plan is not None:
        harsh, ours = harsh_words(locale), our_words(locale)
        for hint in courtesy_hints(plan.words, harsh, [page.row.name], ours):
            session.say(courtesy_words(hint, language))
    session.say_lines(thoughts(session, page))
    session.say(_("To take it back: visit undo {action}").format(action=done.action))
    return 0


# ---------------------------------------------------------------- before it
def _confirm(session: Session) -> int:
    session.open_to_write()
    asked, visits = session.arguments, session.program.visits
    how = ConfirmedHow(asked.way, asked.by, note=asked.note, again=asked.again)
    return _say_done(session, session.ask(lambda: visits.confirm(asked.visit, how)))


def _prepare(session: Session) -> int:
    session.open_to_write()
    asked, visits = session.arguments, session.program.visits
    _check_step(asked.step, asked.add, asked.by)
    if asked.add is not None:
        day = None if asked.by is None else session.day(asked.by, "--by")
        return _say_done(session, session.ask(lambda: visits.add_step(asked.visit, asked.add, day)))
    step = _step(_page(session).file, asked.step)
    if asked.take_out:
        return _say_done(session, session.ask(lambda: visits.take_out_step(asked.visit, step)))
    is_done = not asked.not_done
    return _say_done(session, session.ask(lambda: visits.prepare(asked.visit, step, done=is_done)))


def _check_step(step: str | None, added: str | None, by: str | None) -> None:
    """Refuse a step that is named and added at once, or neither.

    Raises:
        UserError: ``BAD_OPTION``.
    """
    named = "visit prepare"
    if (step is None) is (added is None):
        found = "" if step is None else step
        raise UserError(Problem.BAD_OPTION, option=named, found=found, expected="STEP | --add TEXT")
    if by is not None and added is None:
        raise UserError(Problem.BAD_OPTION, option="--by", found=by, expected="--add TEXT")


def _step(file: VisitFile, named: str) -> int:
    """The id of a step that was named by its id, or by its kind."""
    for step in file.steps:
        if named in {str(step.id), step.kind.value}:
            return step.id
    raise visit_refused(VisitWhy.UNKNOWN_STEP, found=named)


def _cancel(session: Session) -> int:
    session.open_to_write()
    asked, visits = session.arguments, session.program.visits
    return _say_done(session, session.ask(lambda: visits.cancel(asked.visit, asked.because)))


def _undo(session: Session) -> int:
    session.open_to_write()
    asked, visits = session.arguments, session.program.visits
    session.ask(lambda: visits.undo(Done(asked.action, TOUCHED)))
    if session.wants_json:
        session.say_json({})
    else:
        session.say(session.translate("Taken back."))
    return 0


def _say_done(session: Session, done: Done) -> int:
    if session.wants_json:
        session.say_json({"action": done.action, "id": done.id})
        return 0
    _ = session.translate
    session.say(_("Recorded."))
    session.say(_("To take it back: visit undo {action}").format(action=done.action))
    return 0


_DEEDS: Mapping[str, Callable[[Session], int]] = {
    "plan": _plan,
    "change": _change,
    "show": _show,
    "move": _move,
    "confirm": _confirm,
    "prepare": _prepare,
    "cancel": _cancel,
    "undo": _undo,
    "agenda": visit_agenda,
    "pack": visit_pack,
    "thanks": visit_thanks,
    "report": visit_report,
    "nobody": visit_not_met,
    "deputy": visit_not_met,
    "refused": visit_not_met,
    "worth": visit_worth,
    "place": visit_place,
}
