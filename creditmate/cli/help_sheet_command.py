"""``help-sheet``: where people who cannot pay find help; shown, edited, and sent."""

from datetime import timedelta
from pathlib import Path

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.documents.help_sheet_paper import draw_help_sheet
from creditmate.domain.contact_channels import Way
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.help_sheets import HelpSheet
from creditmate.i18n.formats import day_with_weekday
from creditmate.services.document_delivery import see_writable, write_pdf
from creditmate.services.help_sheet_papers import HelpSheetIssue
from creditmate.services.help_sheets import SentSheet

_ASK_AFTER = timedelta(days=14)


def help_sheet(session: Session) -> int:
    """Show sheets, keep one as it was edited, or put down that it was sent."""
    asked = session.arguments
    if asked.send:
        return _send(session)
    if asked.edit is not None:
        return _edit(session, asked.edit)
    session.open_to_read()
    service, code, country = session.program.help_sheets, asked.code, asked.country
    if asked.out is not None:
        return _write(session, asked.out)
    if code or country:
        find = service.for_customer if code else service.of
        return _show(session, session.ask(lambda: find(code or country)))
    return _list(session)


def _list(session: Session) -> int:
    sheets = session.ask(session.program.help_sheets.all)
    if session.wants_json:
        session.say_json([_answer(sheet) for sheet in sheets])
        return 0
    for sheet in sheets:
        session.say(f"{sheet.country}  {sheet.title}{_remark(session, sheet)}")
    return 0


def _show(session: Session, sheet: HelpSheet) -> int:
    if session.wants_json:
        session.say_json(_answer(sheet))
        return 0
    session.say(sheet.title)
    session.say()
    session.say(sheet.wording)
    if sheet.is_as_shipped:
        session.remark(session.translate("Check names and numbers before sending it."))
    return 0


def _write(session: Session, out: Path) -> int:
    """Write the letter as it would be sent; it is issued when it is."""
    code, papers = session.arguments.code, session.program.help_sheet_papers
    if not code:
        raise UserError(Problem.BAD_OPTION, option="--for", found="--out", expected="CODE")
    see_writable(out)
    drawn = draw_help_sheet(session.ask(lambda: papers.draft(code))).drawn
    write_pdf(out, drawn.pdf)
    if session.wants_json:
        session.say_json({"paper": str(out), "pages": drawn.pages, "number": None})
    else:
        session.say(session.translate("The help sheet is in {path}.").format(path=out))
    return 0


def _issue(session: Session, out: Path) -> str:
    """Issue the letter that is sent, and write it; return its number."""
    papers, code = session.program.help_sheet_papers, session.arguments.code
    issued = HelpSheetIssue(papers, session.ask).issue(code)
    write_pdf(out, issued.pdf)
    return issued.number


def _remark(session: Session, sheet: HelpSheet) -> str:
    said = session.translate("as shipped: check it before sending")
    return f"  ({said})" if sheet.is_as_shipped else ""


def _edit(session: Session, path: Path) -> int:
    """Keep a country's sheet as it stands in a file: the title, then the words."""
    country, service = session.arguments.country, session.program.help_sheets
    if not country:
        raise UserError(Problem.BAD_OPTION, option="COUNTRY", found="--edit", expected="GB")
    try:
        title, _, wording = path.read_text(encoding="utf-8-sig").partition("\n")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "UTF-8"
        raise UserError(Problem.IMPORT_FILE_UNREADABLE, path=path, system=why) from error
    session.open_to_write()
    known = {sheet.country: sheet for sheet in session.ask(service.all)}.get(country.upper())
    version = 0 if known is None else known.version
    saved = session.ask(lambda: service.edit(HelpSheet(country, title, wording, version)))
    session.say_recorded({"id": saved.id, "country": country.upper()})
    return 0


def _send(session: Session) -> int:
    asked, service = session.arguments, session.program.help_sheets
    if not asked.code:
        raise UserError(Problem.BAD_OPTION, option="--for", found="--send", expected="CODE")
    ask_on = session.day(asked.ask_on, "--ask-on") if asked.ask_on else session.today + _ASK_AFTER
    session.open_to_write()
    if asked.out is not None:
        see_writable(asked.out)
    way = Way(asked.way)
    sent = session.ask(
        lambda: service.send(
            asked.code, asked.to_whom, ask_on, way=way, note=asked.note, in_peace=asked.hold
        )
    )
    number = None if asked.out is None else _issue(session, asked.out)
    hold = sent.hold
    if session.wants_json:
        session.say_json({"interaction": sent.done.id, "ask_on": answers.day(ask_on),
                          "held": bool(asked.hold and hold), "number": number})  # fmt: skip
        return 0
    text = session.translate("Recorded. We ask again on {day}.")
    session.say(text.format(day=day_with_weekday(ask_on, session.locale)))
    if asked.out is not None:
        said = session.translate("The help sheet is in {path}.")
        session.say(said.format(path=asked.out))
    _say_hold(session, sent)
    return 0


def _say_hold(session: Session, sent: SentSheet) -> None:
    if sent.sheet.is_as_shipped:
        session.remark(session.translate("Check names and numbers before sending it."))
    if sent.hold is None:
        return
    if session.arguments.hold:
        session.say(session.translate("They are left in peace: hardship."))
    else:
        session.say(
            session.translate("They are still followed up. To leave them in peace, say --hold.")
        )


def _answer(sheet: HelpSheet) -> answers.Json:
    return {
        "country": sheet.country,
        "title": sheet.title,
        "wording": sheet.wording,
        "as_shipped": sheet.is_as_shipped,
    }
