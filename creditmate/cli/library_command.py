"""``terms list|add|show|pdf|send|withdraw``: the library of terms and conditions."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

from creditmate.cli import answers
from creditmate.cli.agreed_answers import version_answer
from creditmate.cli.session import Session
from creditmate.cli.tables import table
from creditmate.documents.terms import draw_terms
from creditmate.domain.acceptance import Way
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.terms import Clause, ClauseKind, Per, TermsVersion
from creditmate.i18n.agreed_words import clause_name, version_short, version_words
from creditmate.i18n.formats import day_short, number
from creditmate.services.acceptance_entries import FOLLOW_UP_AFTER, SentEntry
from creditmate.services.attachments import read_file
from creditmate.services.document_delivery import see_writable, write_pdf
from creditmate.services.terms_library import LibraryRow, NewVersion, TermsFile
from creditmate.services.terms_sending import TermsIssue

_CLAUSE = re.compile(
    r"(?P<kind>[a-z_]+)(?:@(?P<number>[^,=]+))?(?:,(?P<rate>[0-9.]+)/(?P<per>month|year))?"
    r"=(?P<summary>.+)"
)
_PDF = ".pdf"


def library(session: Session) -> int:
    """Do what was said with the library."""
    return _STEPS[session.arguments.step](session)


def _list(session: Session) -> int:
    session.open_to_read()
    rows = session.ask(lambda: session.program.terms_library.rows(session.today))
    if session.wants_json:
        session.say_json(
            [
                {**version_answer(row.version), "in_effect": row.in_effect, "used": row.used}
                for row in rows
            ]
        )
        return 0
    _ = session.translate
    heads = [_("Title"), _("Language"), _("Version"), _("In effect from"), "", _("Fingerprint")]
    session.say_lines(table(heads, [_cells(session, row) for row in rows], "llrlll"))
    return 0


def _cells(session: Session, row: LibraryRow) -> list[str]:
    version = row.version
    return [
        version.title,
        version.language,
        number(version.number, session.locale),
        day_short(version.effective_day, session.locale),
        session.translate("in effect") if row.in_effect else "",
        version.fingerprint,
    ]


def _add(session: Session) -> int:
    session.open_to_write()
    arguments, day = session.arguments, session.today
    if arguments.effective is not None:
        day = session.day(arguments.effective, "--effective")
    content = read_file(arguments.file)
    new = NewVersion(
        title=arguments.title,
        language=arguments.language,
        effective_day=day,
        wording="" if _is_pdf(arguments.file) else _wording(arguments.file, content),
        clauses=tuple(map(_clause, arguments.clause)),
        note=arguments.note,
        file=TermsFile(arguments.file.name, content) if _is_pdf(arguments.file) else None,
    )
    shelf = session.program.terms_library
    saved = session.ask(lambda: shelf.publish(new))
    return _say_version(session, session.ask(lambda: shelf.version(saved.id)))


def _is_pdf(path: Path) -> bool:
    return path.suffix.lower() == _PDF


def _wording(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(Problem.TERMS_FILE, why="not-utf-8", name=path.name) from error


def _clause(text: str) -> Clause:
    found = _CLAUSE.fullmatch(text)
    if found is None or found["kind"] not in set(ClauseKind):
        raise UserError(Problem.BAD_OPTION, option="--clause", found=text)
    rate = None if found["rate"] is None else Decimal(found["rate"])
    per = None if found["per"] is None else Per(found["per"])
    try:
        return Clause(ClauseKind(found["kind"]), found["summary"], found["number"] or "", rate, per)
    except ValueError as error:
        raise UserError(Problem.BAD_OPTION, option="--clause", found=text) from error


def _named(session: Session) -> TermsVersion:
    arguments = session.arguments
    return session.ask(
        lambda: session.program.terms_library.named(
            arguments.version, arguments.title, arguments.language
        )
    )


def _show(session: Session) -> int:
    session.open_to_read()
    return _say_version(session, _named(session), whole=True)


def _say_version(session: Session, version: TermsVersion, *, whole: bool = False) -> int:
    wording = ""
    if whole:
        wording = session.ask(lambda: session.program.terms_library.wording(version.id))
    if session.wants_json:
        more: answers.Json = {"wording": wording or None} if whole else {}
        session.say_json({**version_answer(version), **more})
        return 0
    _, language = session.translate, session.language
    session.say(version_words(version, language, session.locale))
    session.say(_("Fingerprint: {print}").format(print=version.fingerprint))
    for clause in version.clauses:
        place = f" {clause.number}" if clause.number else ""
        session.say(f"  {clause_name(clause.kind, language)}{place}: {clause.summary}")
    if wording:
        session.say()
        session.say(wording)
    return 0


def _pdf(session: Session) -> int:
    session.open_to_read()
    version = _named(session)
    paper = session.ask(lambda: session.program.terms_sending.blank(version.id))
    drawn = draw_terms(paper)
    write_pdf(session.arguments.out, drawn.pdf)
    return _say_file(session, session.arguments.out, drawn.pages)


def _say_file(session: Session, path: Path, pages: int) -> int:
    if session.wants_json:
        session.say_json({"file": str(path), "pages": pages})
        return 0
    said = session.catalogue.ngettext("{path}: {n} page", "{path}: {n} pages", pages)
    session.say(said.format(path=path, n=number(pages, session.locale)))
    return 0


def _send(session: Session) -> int:
    session.open_to_write()
    arguments = session.arguments
    version = _to_send(session)
    ask_on = session.today + FOLLOW_UP_AFTER
    if arguments.ask_on is not None:
        ask_on = session.day(arguments.ask_on, "--ask-on")
    if arguments.out is not None:
        see_writable(arguments.out)
    called = version_short(version, session.language, session.locale)
    entry = SentEntry(
        version=version.id,
        day=session.today,
        way=Way(arguments.way),
        to_whom=arguments.to,
        follow_up=ask_on,
        follow_up_note=session.translate("{terms} sent, not returned").format(terms=called),
    )
    issued = TermsIssue(session.program.terms_sending, session.ask).issue(arguments.code, entry)
    if arguments.out is not None:
        write_pdf(arguments.out, issued.pdf)
    if session.wants_json:
        session.say_json(
            {"action": issued.done.action, "id": issued.done.id, "number": issued.number,
             "pages": issued.pages, "ask_on": answers.day(ask_on)}
        )  # fmt: skip
        return 0
    said = session.translate("{number}: {terms}. Ask for it back on {day}.")
    day = day_short(ask_on, session.locale)
    session.say(said.format(number=issued.number, terms=called, day=day))
    return 0


def _to_send(session: Session) -> TermsVersion:
    arguments, today = session.arguments, session.today
    if arguments.version is not None:
        return _named(session)
    found = session.ask(lambda: session.program.acceptances.of(arguments.code, today)).to_send
    if found is None:
        raise UserError(Problem.UNKNOWN_TERMS, found="–")
    return found


def _withdraw(session: Session) -> int:
    session.open_to_write()
    version = _named(session)
    session.ask(lambda: session.program.terms_library.withdraw(version.id))
    if session.wants_json:
        session.say_json({"withdrawn": version.id})
        return 0
    called = version_short(version, session.language, session.locale)
    session.say(session.translate("{terms} is withdrawn.").format(terms=called))
    return 0


_STEPS: Mapping[str, Callable[[Session], int]] = {
    "list": _list,
    "add": _add,
    "show": _show,
    "pdf": _pdf,
    "send": _send,
    "withdraw": _withdraw,
}
