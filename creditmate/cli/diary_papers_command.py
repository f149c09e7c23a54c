"""``plan-paper``, ``history`` and ``today-sheet``: papers of the diary as PDF."""

from datetime import date
from pathlib import Path

from creditmate.cli.session import Session
from creditmate.documents.call_sheet import draw_call_sheet
from creditmate.documents.contact_history import draw_history
from creditmate.documents.papers import CheckedPaper
from creditmate.documents.plan_agreement import draw_plan
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.story import StoryWanted, Topic
from creditmate.i18n.day_parsing import Towards
from creditmate.i18n.paper_warnings import paper_warning_words
from creditmate.services.attachments import read_file
from creditmate.services.call_sheet_papers import SheetWanted
from creditmate.services.document_delivery import see_writable, write_pdf
from creditmate.services.history_papers import HistoryWanted
from creditmate.services.plan_papers import PlanIssue


def plan_paper(session: Session) -> int:
    """Issue the agreement on a plan, show it as a draft, or keep the signed one."""
    asked = session.arguments
    if asked.signed is not None:
        return _keep_signed(session)
    if asked.draft:
        return _plan_draft(session)
    session.open_to_write()
    see_writable(asked.out)
    issued = PlanIssue(session.program.plan_papers, session.ask).issue(asked.number)
    write_pdf(asked.out, issued.pdf)
    if session.wants_json:
        session.say_json({
            "paper": str(asked.out), "number": issued.number, "pages": issued.pages,
            "issued_now": issued.saved is not None,
        })  # fmt: skip
        return 0
    _ = session.translate
    if issued.saved is None:
        said = _("{number} was issued before; the same is in {path}.")
    else:
        said = _("{number} is in {path}.")
        session.remark(_("It is issued and kept. Its wording is no legal advice."))
    session.say(said.format(number=issued.number, path=asked.out))
    return 0


def _plan_draft(session: Session) -> int:
    asked, papers = session.arguments, session.program.plan_papers
    session.open_to_read()
    paper = session.ask(lambda: papers.draft(asked.number))
    return _write(session, asked.out, draw_plan(paper))


def _keep_signed(session: Session) -> int:
    asked, papers = session.arguments, session.program.plan_papers
    if asked.draft:
        raise UserError(Problem.BAD_OPTION, option="--draft", found="--signed")
    content = read_file(asked.signed)
    session.open_to_write()
    saved = session.ask(lambda: papers.keep_signed(asked.number, asked.signed.name, content))
    session.say_recorded({"attachment": saved.id})
    return 0


def history(session: Session) -> int:
    """Write a customer's contact history."""
    asked, papers = session.arguments, session.program.history_papers
    story = StoryWanted(
        Topic(asked.topic),
        asked.words,
        asked.channel,
        _day(session, asked.first, "--from"),
        _day(session, asked.last, "--to"),
    )
    wanted = HistoryWanted(story, facts_only=asked.facts_only)
    session.open_to_read()
    see_writable(asked.out)
    paper = session.ask(lambda: papers.paper(asked.code, wanted))
    return _write(session, asked.out, draw_history(paper), entries=len(paper.events))


def _day(session: Session, text: str | None, field: str) -> date | None:
    return None if text is None else session.day(text, field, Towards.PAST)


def today_sheet(session: Session) -> int:
    """Write the call sheet of the day."""
    asked, papers = session.arguments, session.program.call_sheet_papers
    session.open_to_read()
    see_writable(asked.out)
    wanted = SheetWanted(mine=asked.mine, everything=asked.all, top=asked.top)
    paper = session.ask(lambda: papers.paper(wanted))
    counts = {"lines": len(paper.lines), "of": paper.of, "for_tomorrow": paper.later}
    return _write(session, asked.out, draw_call_sheet(paper), **counts)


def _write(session: Session, out: Path, checked: CheckedPaper, **more: int) -> int:
    """Write a paper that is not issued, and say what to look at in it."""
    see_writable(out)
    write_pdf(out, checked.drawn.pdf)
    for warning in checked.warnings:
        session.remark(paper_warning_words(warning.concern, warning.text, session.language))
    if session.wants_json:
        session.say_json({"paper": str(out), "pages": checked.drawn.pages, **more})
        return 0
    pages = checked.drawn.pages
    said = session.catalogue.ngettext("{path}: {count} page", "{path}: {count} pages", pages)
    session.say(said.format(path=out, count=pages))
    return 0
