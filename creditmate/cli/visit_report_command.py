"""``visit report|nobody|deputy|refused``: visits told afterwards."""

from collections.abc import Mapping
from datetime import date, time

from creditmate.cli import answers
from creditmate.cli.far_days import meant_day
from creditmate.cli.session import Session
from creditmate.cli.taken_answer import taken_json
from creditmate.cli.visit_promised import doubts
from creditmate.cli.visit_report_answers import report_json, report_lines
from creditmate.cli.visit_talk_answers import talk_json, talk_lines
from creditmate.cli.visit_told import tells_anything, told_addition, told_report
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.domain.visits import VisitEventKind
from creditmate.i18n.catalogue import N_
from creditmate.i18n.formats import day_with_weekday
from creditmate.i18n.hour_parsing import parse_hour
from creditmate.i18n.taken_words import taken_words
from creditmate.services.contact_again import require_contact
from creditmate.services.visit_attempts import visit_attempt
from creditmate.services.visit_report_notes import NotMet
from creditmate.services.visit_report_pages import held_event
from creditmate.services.visit_talks import visit_talk
from creditmate.services.visits import VisitPage

_TAKEN_BACK: Mapping[VisitEventKind, str] = {
    VisitEventKind.NOBODY: N_("Taken back of visit {number}: that nobody was there."),
    VisitEventKind.DEPUTY: N_("Taken back of visit {number}: that only a deputy was there."),
    VisitEventKind.REFUSED: N_("Taken back of visit {number}: that it was not wished."),
}


def visit_report(session: Session) -> int:
    """Tell what a visit brought, add to it, take it back, or show it."""
    asked = session.arguments
    if asked.undo:
        return _undo_report(session)
    if not tells_anything(session):
        return _show(session)
    session.open_to_write()
    page = _page(session)
    asked.code = page.row.code
    reports = session.program.visit_reports
    _ = session.translate
    if asked.add:
        added = told_addition(session, page.file)
        done = session.ask(lambda: reports.add(asked.visit, added))
        answer: answers.Json = {"number": page.row.number, "action": done.action}
        words = _("Added to the report on visit {number}.").format(number=page.row.number)
    else:
        told = told_report(session, page.file)
        taken = session.ask(lambda: reports.takes_place_of(asked.visit, told))
        saved = session.ask(lambda: reports.report(asked.visit, told))
        answer = {"number": page.row.number, "interaction": saved.id, **taken_json(taken)}
        words = _("Visit {number} is reported.").format(number=page.row.number)
        anew = any(one.amount is not None for one in told.commitments) or bool(told.talk.promised)
        ended = taken_words(taken, session.language, session.locale, anew=anew)
        words = " ".join([words, *ended])
    doubted = doubts(session, page.row.code)
    if session.wants_json:
        session.say_json({**answer, "doubts": doubted})
    else:
        session.say_lines([words, *doubted])
    return 0


def visit_not_met(session: Session) -> int:
    """Put down that nobody was met who decides; ``arguments.kind`` says how."""
    asked = session.arguments
    if asked.undo:
        return _undo_attempt(session)
    session.open_to_write()
    page = _page(session)
    hour = asked.next_at and parse_hour(asked.next_at, session.locale, field="--next-at")
    told = NotMet(
        VisitEventKind(asked.kind),
        asked.with_name,
        asked.note,
        meant_day(session, asked.next, "--next") if asked.next else None,
        hour or None,
        _again(session, page),
    )
    saved = session.ask(lambda: session.program.visit_reports.not_met(asked.visit, told))
    again = session.ask(lambda: require_contact(saved.id)).next_day
    moved = None if told.again is None else told.again[0]
    if session.wants_json:
        session.say_json({
            "number": page.row.number, "interaction": saved.id, "next": answers.day(again),
            "again": answers.day(moved),
        })  # fmt: skip
        return 0
    _ = session.translate
    session.say(_("Kept as an attempt on visit {number}.").format(number=page.row.number))
    if moved is not None:
        day = day_with_weekday(moved, session.locale)
        session.say(_("The visit is now on {day}.").format(day=day))
    if again is not None:
        day = day_with_weekday(again, session.locale)
        session.say(_("Next step on {day}.").format(day=day))
    return 0


def _again(session: Session, page: VisitPage) -> tuple[date, time | None] | None:
    """The day and hour agreed instead; without an hour it is that which it had."""
    asked = session.arguments
    text, typed = getattr(asked, "again", None), getattr(asked, "again_at", None)
    if text is None and typed is not None:
        raise UserError(
            Problem.BAD_OPTION, option="--again-at", found=typed, expected="--again DATE"
        )
    if text is None:
        return None
    at = page.file.visit.at
    hour = parse_hour(typed, session.locale, field="--again-at") if typed else at
    return meant_day(session, text, "--again"), hour


def _page(session: Session) -> VisitPage:
    asked = session.arguments
    return session.ask(lambda: session.program.visits.show(asked.visit, session.today))


def _show(session: Session) -> int:
    session.open_to_read()
    asked = session.arguments
    page = session.ask(lambda: session.program.visit_reports.show(asked.visit, session.today))
    talk = session.ask(lambda: visit_talk(asked.visit)) if page.told else None
    if session.wants_json:
        session.say_json({**report_json(page), "talk": None if talk is None else talk_json(talk)})
    elif page.told:
        said = [] if talk is None else talk_lines(session, talk)
        session.say_lines([*said, *report_lines(session, page)])
    else:
        _ = session.translate
        number = page.file.visit.number
        session.say(_("Nothing was told of visit {number} yet.").format(number=number))
    return 0


def _undo_report(session: Session) -> int:
    """Take back what was told last: what was added to a report before the report itself."""
    session.open_to_write()
    page, reports = _page(session), session.program.visit_reports
    number, held = page.row.number, held_event(page.file)
    if held is None or held.interaction is None:
        raise visit_refused(VisitWhy.NOT_REPORTED, number=number)
    told = held.interaction
    added = session.ask(lambda: reports.last_added(number))
    _ = session.translate
    if added is not None:
        session.ask(lambda: reports.undo_added(added))
        words = _("What was added last to the report on visit {number} is taken back.")
    else:
        session.ask(lambda: reports.undo(told))
        words = _("The report on visit {number} is taken back.")
    if session.wants_json:
        undone, what = (told, "told") if added is None else (added, "added")
        session.say_json({"number": number, "undone": undone, "what": what})
    else:
        session.say(words.format(number=number))
    return 0


def _undo_attempt(session: Session) -> int:
    """Take back that nobody was met, where the visit stands with that."""
    session.open_to_write()
    asked, page = session.arguments, _page(session)
    number, kind = page.row.number, VisitEventKind(asked.kind)
    attempt = session.ask(lambda: visit_attempt(number))
    if attempt is None or attempt.kind is not kind:
        raise visit_refused(VisitWhy.NOTHING_SUCH, number=number)
    session.ask(lambda: session.program.visit_reports.undo(attempt.interaction))
    if session.wants_json:
        session.say_json({"number": number, "undone": attempt.interaction, "what": kind.value})
        return 0
    _ = session.translate
    session.say(_(_TAKEN_BACK[kind]).format(number=number))
    if attempt.again is not None:
        day = day_with_weekday(_page(session).file.visit.day, session.locale)
        session.say(_("The visit is now on {day}.").format(day=day))
    return 0
