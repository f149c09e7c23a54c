"""``visit agenda|pack|thanks``: papers of visits as PDF, as a message, for a calendar."""

from datetime import date
from pathlib import Path

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.documents.binder import bound
from creditmate.documents.papers import CheckedPaper, PaperWarning
from creditmate.documents.route_sheet import draw_route
from creditmate.documents.visit_agenda import draw_agenda
from creditmate.documents.visit_cover import draw_cover
from creditmate.documents.visit_pack import draw_pack
from creditmate.documents.visit_thanks import draw_thanks
from creditmate.domain.changes import Done
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.visit_hints import HintWhy
from creditmate.domain.visits import VisitState
from creditmate.i18n.formats import day_with_weekday
from creditmate.i18n.paper_warnings import paper_warning_words
from creditmate.i18n.visit_words import visit_hint_words
from creditmate.services.document_delivery import see_writable, write_pdf
from creditmate.services.visit_agendas import AgendaIssue, KeptAgenda
from creditmate.services.visit_thanks import ThanksIssue
from creditmate.services.visits import VisitPage

_OFF = frozenset({VisitState.CANCELLED, VisitState.REFUSED})
_OF_PAPER = frozenset({HintWhy.NO_ANSWER, HintWhy.PERSON_GONE, HintWhy.COLLEAGUE_GONE})
"""What the customer would read wrong, or miss, on the agenda."""


# ---------------------------------------------------------------- the agenda
def visit_agenda(session: Session) -> int:
    """Issue a visit's agenda and write what was asked for; or show it, or call it off."""
    asked = session.arguments
    files = {name: getattr(asked, name) for name in ("out", "cover", "eml", "ics")}
    _need_something(session, any(files.values()) or bool(asked.sent))
    if asked.draft:
        return _agenda_draft(session)
    session.open_to_write()
    for path in filter(None, files.values()):
        see_writable(path)
    page = session.ask(lambda: session.program.visits.show(asked.visit, session.today))
    if page.row.standing.state in _OFF and not (asked.out or asked.cover or asked.sent):
        return _call_off(session)
    _think(session, page)
    kept = AgendaIssue(session.program.visit_agendas, session.ask).issue(asked.visit)
    _write_agenda(session, kept)
    sent = None
    if asked.sent:
        mail, way = session.program.visit_mail, asked.sent
        sent = session.ask(lambda: mail.sent(asked.visit, kept, way))
    _remark(session, kept.warnings)
    return _say_agenda(session, kept, sent)


def _think(session: Session, page: VisitPage) -> None:
    """Say of people put away, and that nobody could answer, before the agenda goes to them."""
    for hint in page.hints:
        if hint.why in _OF_PAPER:
            session.remark(visit_hint_words(hint, session.language, session.locale))


def _write_agenda(session: Session, kept: KeptAgenda) -> None:
    asked, mail = session.arguments, session.program.visit_mail
    if asked.out is not None:
        write_pdf(asked.out, kept.pdf)
    if asked.cover is not None:
        write_pdf(asked.cover, draw_cover(kept.agenda).drawn.pdf)
    if asked.eml is not None:
        write_pdf(asked.eml, session.ask(lambda: mail.message(asked.visit, kept, asked.enclose)))
    if asked.ics is not None:
        write_pdf(asked.ics, session.ask(lambda: mail.entry(asked.visit)).ics)


def _say_agenda(session: Session, kept: KeptAgenda, sent: Done | None) -> int:
    asked, number = session.arguments, kept.agenda.number
    if session.wants_json:
        before = kept.agenda.replaces
        session.say_json({
            "number": number, "pages": kept.pages, "issued_now": kept.fresh,
            "action": None if sent is None else sent.action,
            "replaces": answers.day(None if before is None else before.day),
            "replaces_number": None if before is None else before.number,
            "paper": _path(asked.out), "cover": _path(asked.cover), "eml": _path(asked.eml),
            "ics": _path(asked.ics),
        })  # fmt: skip
        return 0
    _ = session.translate
    for path in filter(None, (asked.out, asked.cover, asked.eml, asked.ics)):
        session.say(_("{number} is in {path}.").format(number=number, path=path))
    if kept.fresh:
        session.remark(_("It is issued and kept."))
    if sent is not None:
        session.say(_("Put down that {number} was sent.").format(number=number))
        session.say(_("To take it back: visit undo {action}").format(action=sent.action))
    elif asked.eml is not None:
        session.remark(_("Nothing was sent: open the message in your mail program."))
    return 0


def _agenda_draft(session: Session) -> int:
    asked = session.arguments
    _need_something(session, asked.out is not None)
    session.open_to_read()
    _think(session, session.ask(lambda: session.program.visits.show(asked.visit, session.today)))
    paper = session.ask(lambda: session.program.visit_agendas.draft(asked.visit))
    return _write(session, asked.out, draw_agenda(paper))


def _call_off(session: Session) -> int:
    """Write what tells the customer that a visit does not take place."""
    asked, mail = session.arguments, session.program.visit_mail
    if asked.eml is not None:
        write_pdf(asked.eml, session.ask(lambda: mail.called_off(asked.visit)))
    if asked.ics is not None:
        write_pdf(asked.ics, session.ask(lambda: mail.entry(asked.visit)).ics)
    if session.wants_json:
        session.say_json({"called_off": True, "eml": _path(asked.eml), "ics": _path(asked.ics)})
        return 0
    said = session.translate("The visit is called off in {path}.")
    for path in filter(None, (asked.eml, asked.ics)):
        session.say(said.format(path=path))
    return 0


# ---------------------------------------------------------------- the others
def visit_pack(session: Session) -> int:
    """Write what we take along."""
    asked = session.arguments
    session.open_to_read()
    see_writable(asked.out)
    paper = session.ask(lambda: session.program.visit_packs.paper(asked.visit))
    return _write(session, asked.out, draw_pack(paper))


def visit_thanks(session: Session) -> int:
    """Issue the letter after a visit, or show it as a draft."""
    asked, letters = session.arguments, session.program.visit_letters
    _need_something(session, bool(asked.out or asked.eml or asked.sent))
    if asked.draft:
        _need_something(session, asked.out is not None)
        session.open_to_read()
        paper = session.ask(lambda: letters.draft(asked.visit, asked.words))
        return _write(session, asked.out, draw_thanks(paper))
    session.open_to_write()
    for path in filter(None, (asked.out, asked.eml)):
        see_writable(path)
    kept = ThanksIssue(letters, session.ask).issue(asked.visit, asked.words)
    if asked.out is not None:
        write_pdf(asked.out, kept.pdf)
    if asked.eml is not None:
        write_pdf(asked.eml, session.ask(lambda: letters.message(kept)))
    if asked.sent:
        session.ask(lambda: letters.sent(kept))
    number = kept.paper.number
    if session.wants_json:
        session.say_json({
            "number": number, "pages": kept.pages, "issued_now": kept.fresh,
            "sent": asked.sent, "paper": _path(asked.out), "eml": _path(asked.eml),
        })  # fmt: skip
        return 0
    said = session.translate("{number} is in {path}.")
    for path in filter(None, (asked.out, asked.eml)):
        session.say(said.format(number=number, path=path))
    if asked.sent:
        session.say(session.translate("Put down that {number} was sent.").format(number=number))
    return 0


def write_route_sheets(session: Session, day: date, owner: int | None) -> int:
    """Write the route sheets of a day, one after another."""
    out = session.arguments.out
    see_writable(out)
    sheets = session.ask(lambda: session.program.route_papers.papers(day, owner))
    drawn = [draw_route(sheet) for sheet in sheets]
    if drawn:
        write_pdf(out, bound([one.drawn.pdf for one in drawn]))
    if session.wants_json:
        paper = str(out) if drawn else None
        pages = sum(one.drawn.pages for one in drawn)
        session.say_json({"paper": paper, "pages": pages, "sheets": len(drawn)})
        return 0
    said = session.translate("{path}: the route sheets of {day}.")
    if not drawn:
        said = session.translate("No visit with an hour is planned for {day}.")
    session.say(said.format(path=out, day=day_with_weekday(day, session.locale)))
    return 0


# ---------------------------------------------------------------- pieces
def _need_something(session: Session, found: bool) -> None:
    if not found:
        asked = session.arguments
        named = f"visit {asked.deed}"
        raise UserError(Problem.BAD_OPTION, option=named, found=asked.visit, expected="--out FILE")


def _path(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _remark(session: Session, warnings: tuple[PaperWarning, ...]) -> None:
    for warning in warnings:
        session.remark(paper_warning_words(warning.concern, warning.text, session.language))


def _write(session: Session, out: Path, checked: CheckedPaper) -> int:
    """Write a paper that is not issued, and say what to look at in it."""
    see_writable(out)
    write_pdf(out, checked.drawn.pdf)
    _remark(session, checked.warnings)
    pages = checked.drawn.pages
    if session.wants_json:
        session.say_json({"paper": str(out), "pages": pages})
        return 0
    said = session.catalogue.ngettext("{path}: {count} page", "{path}: {count} pages", pages)
    session.say(said.format(path=out, count=pages))
    return 0
