"""``acceptances``: which terms customers accepted; ``accept``: put down that one did."""

from creditmate.cli import answers
from creditmate.cli.agreed_answers import acceptance_answer, sent_answer, standing_answer
from creditmate.cli.arguments.agreed import ALL, NONE
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.acceptance import Capacity, Method
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.terms import ClauseKind, TermsVersion
from creditmate.i18n.agreed_words import (
    accepted_words,
    clause_names,
    sent_words,
    standing_short,
    state_words,
    version_short,
)
from creditmate.i18n.day_parsing import Towards
from creditmate.services.acceptance_entries import AcceptedEntry, ProofFile
from creditmate.services.acceptances import CustomerTerms
from creditmate.services.attachments import read_file
from creditmate.services.terms_report import TermsPick, TermsRow, terms_rows

_BACK = "back"


def acceptances(session: Session) -> int:
    """Print how every customer's terms are proved, or everything about one."""
    session.open_to_read()
    code, today = session.arguments.code, session.today
    if code is not None:
        found = session.ask(lambda: session.program.acceptances.of(code, today))
        return _say_customer(session, found)
    only = session.arguments.only
    pick = None if only is None else TermsPick(only)
    rows = session.ask(lambda: terms_rows(today, pick))
    if session.wants_json:
        session.say_json({"as_at": answers.day(today), "customers": list(map(_row_answer, rows))})
        return 0
    _ = session.translate
    heads = [_("Customer"), _("Terms"), _("Proof"), _("What")]
    session.say_lines(table(heads, [_cells(session, row) for row in rows], "llll"))
    return 0


def _row_answer(row: TermsRow) -> answers.Json:
    return {"code": row.code, "name": row.name, **standing_answer(row.standing)}


def _cells(session: Session, row: TermsRow) -> list[str]:
    language, locale, standing = session.language, session.locale, row.standing
    governs = standing.governing
    version = "–" if governs is None else version_short(governs.version, language, locale)
    said = standing_short(standing, language, locale, session.today)
    return [who(row.code, row.name), version, said, state_words(standing.state, language)]


def _say_customer(session: Session, found: CustomerTerms) -> int:
    if session.wants_json:
        session.say_json(
            {
                "code": found.customer.code,
                "name": found.customer.name,
                **standing_answer(found.standing),
                "acceptances": [acceptance_answer(one) for one in found.acceptances],
                "sent": [sent_answer(one) for one in found.sent],
            }
        )
        return 0
    _, language, locale, today = session.translate, session.language, session.locale, session.today
    session.say(who(found.customer.code, found.customer.name))
    session.say(state_words(found.standing.state, language))
    governs = found.standing.governing
    if governs is not None and governs.clauses:
        agreed = clause_names(governs.clauses, language)
        session.say(_("Agreed to by name: {clauses}").format(clauses=agreed))
    for one in found.acceptances:
        version = version_short(one.version, language, locale)
        said = accepted_words(one, language, locale, today)
        session.say(f"  {one.id}  {version}: {said}")
    for paper in found.sent:
        version = version_short(paper.version, language, locale)
        said = sent_words(paper, language, locale, today)
        session.say("  " + _("Sent: {version}, {how}").format(version=version, how=said))
    return 0


def accept(session: Session) -> int:
    """Put down that a customer accepted terms, or take that back."""
    session.open_to_write()
    arguments, register = session.arguments, session.program.acceptances
    if arguments.code == _BACK and arguments.id is not None:
        session.ask(lambda: register.take_back(arguments.id))
        if session.wants_json:
            session.say_json({"taken_back": arguments.id})
        else:
            session.say(session.translate("Taken back: it never was."))
        return 0
    if arguments.id is not None or arguments.version is None:
        found = arguments.code if arguments.version is None else str(arguments.id)
        raise UserError(Problem.BAD_OPTION, option="--version", found=found)
    version = session.ask(
        lambda: session.program.terms_library.named(
            arguments.version, arguments.title, arguments.language
        )
    )
    entry, proof = _entry(session, version), _proof(session)
    done = session.ask(lambda: register.accept(arguments.code, entry, proof))
    found_now = session.ask(lambda: register.of(arguments.code, session.today))
    if session.wants_json:
        session.say_json({"action": done.action, "id": done.id,
                          **standing_answer(found_now.standing)})  # fmt: skip
        return 0
    return _say_customer(session, found_now)


def _entry(session: Session, version: TermsVersion) -> AcceptedEntry:
    arguments, day = session.arguments, session.today
    if arguments.day is not None:
        day = session.day(arguments.day, "--day", Towards.PAST)
    method = Method(arguments.method)
    return AcceptedEntry(
        version=version.id,
        day=day,
        method=method,
        by_whom=arguments.by,
        capacity=Capacity(arguments.capacity),
        clauses=_clauses(arguments.clauses, version, method),
        reference=arguments.reference,
        note=arguments.note,
    )


def _clauses(text: str, version: TermsVersion, method: Method) -> frozenset[ClauseKind]:
    if text == ALL:
        return frozenset() if method is Method.CONDUCT else frozenset(version.ticked)
    if text == NONE:
        return frozenset()
    try:
        return frozenset(ClauseKind(code.strip()) for code in text.split(","))
    except ValueError as error:
        raise UserError(Problem.BAD_OPTION, option="--clauses", found=text) from error


def _proof(session: Session) -> ProofFile | None:
    path = session.arguments.file
    return None if path is None else ProofFile(path.name, read_file(path))
