"""``visit report|nobody|deputy|refused``: visits told afterwards."""

from datetime import date, time

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.cli.visit_report_answers import report_json, report_lines
from creditmate.cli.visit_told import tells_anything, told_addition, told_report
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.visits import VisitEventKind
from creditmate.i18n.formats import day_with_weekday
from creditmate.i18n.hour_parsing import parse_hour
from creditmate.services.contact_again import require_contact
from creditmate.services.visit_report_notes import NotMet
from creditmate.services.visits import VisitPage


def visit_report(session: Session) -> int:
    """Tell what a visit brought, add to it, take it back, or show it."""
    asked = session.arguments
    if asked.undo:
        return _undo(session)
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
        saved = session.ask(lambda: reports.report(asked.visit, told))
        answer = {"number": page.row.number, "interaction": saved.id}
        words = _("Visit {number} is reported.").format(number=page.row.number)
    if session.wants_json:
        session.say_json(answer)
    else:
        session.say(words)
    return 0


def visit_not_met(session: Session) -> int:
    """Put down that nobody was met who decides; ``arguments.kind`` says how."""
    asked = session.arguments
    if asked.undo:
        return _undo(session)
    session.open_to_write()
    page = _page(session)
    hour = asked.next_at and parse_hour(asked.next_at, session.locale, field="--next-at")
    told = NotMet(
        VisitEventKind(asked.kind),
        asked.with_name,
        asked.note,
        session.day(asked.next, "--next") if asked.next else None,
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
    return session.day(text, "--again"), hour


def _page(session: Session) -> VisitPage:
    asked = session.arguments
    return session.ask(lambda: session.program.visits.show(asked.visit, session.today))


def _show(session: Session) -> int:
    session.open_to_read()
    asked = session.arguments
    page = session.ask(lambda: session.program.visit_reports.show(asked.visit, session.today))
    if session.wants_json:
        session.say_json(report_json(page))
    elif page.told:
        session.say_lines(report_lines(session, page))
    else:
        _ = session.translate
        number = page.file.visit.number
        session.say(_("Nothing was told of visit {number} yet.").format(number=number))
    return 0


def _undo(session: Session) -> int:
    session.open_to_write()
    page = _page(session)
    talks = [event.interaction for event in page.file.events if event.interaction is not None]
    if not talks:
        raise UserError(Problem.CALL_STANDS)
    session.ask(lambda: session.program.visit_reports.undo(talks[-1]))
    if session.wants_json:
        session.say_json({"number": page.row.number, "undone": talks[-1]})
    else:
        session.say(session.translate("Taken back."))
    return 0
