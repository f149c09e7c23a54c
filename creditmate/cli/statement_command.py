"""``statements``: issue statements of account and write them into a folder."""

from itertools import chain
from pathlib import Path

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.domain.statement_choice import LeftOut, Reason
from creditmate.i18n.formats import money
from creditmate.i18n.paper_warnings import paper_warning_words
from creditmate.i18n.statement_words import left_out_words
from creditmate.services.statement_delivery import one_file_each
from creditmate.services.statement_run import StatementRun, file_name
from creditmate.services.statements import NOTHING_OPEN, Issued, Skipped


def statements(session: Session) -> int:
    """Issue statements as at a day, one file each."""
    session.open_to_write()
    folder, as_at = session.arguments.out, session.as_at()
    codes = list(chain.from_iterable(session.arguments.customer))
    run = StatementRun(session.program.statements, session.program.ask)
    with one_file_each(folder) as deliver:
        result = run.run(as_at, codes, deliver)
    if session.wants_json:
        session.say_json(
            {
                "issued": [_answer(folder, row) for row in result.issued],
                "skipped": [_skipped(row) for row in result.skipped],
            }
        )
        return 0
    for row in result.issued:
        _print(session, folder, row)
    for skipped in result.skipped:
        session.say(_why(session, skipped))
    if not (result.issued or result.skipped):
        session.say(session.translate("Nothing is open, so there is no statement to send."))
    return 0


def _path(folder: Path, issued: Issued) -> Path:
    return folder / file_name(issued)


def _answer(folder: Path, row: Issued) -> answers.Json:
    return {
        "code": row.code,
        "name": row.name,
        "number": row.number,
        "balance": answers.money(row.balance),
        "pages": row.pages,
        "file": str(_path(folder, row)),
        "fresh": row.fresh,
        "warnings": [
            {"concern": warning.concern.value, "text": warning.text} for warning in row.warnings
        ],
    }


def _skipped(row: Skipped) -> answers.Json:
    return {"code": row.customer.code, "why": row.why, "day": answers.day(row.day)}


def _print(session: Session, folder: Path, row: Issued) -> None:
    _ = session.translate
    line = _("{number}  {code}  {name}  {balance}  {file}").format(
        number=row.number,
        code=row.code,
        name=row.name,
        balance=money(row.balance, session.locale, symbol=True),
        file=_path(folder, row),
    )
    session.say(line if row.fresh else line + "  " + _("(issued before, the same again)"))
    for warning in row.warnings:
        session.remark(
            "  " + paper_warning_words(warning.concern.value, warning.text, session.language)
        )


def _why(session: Session, skipped: Skipped) -> str:
    _ = session.translate
    why = _("nothing is open")
    if skipped.why != NOTHING_OPEN:
        reason = Reason(LeftOut(skipped.why), skipped.day)
        why = left_out_words(reason, session.language, session.locale, session.today)
    return _("{code}  {name}: no statement, {why}").format(
        code=skipped.customer.code, name=skipped.customer.name, why=why
    )
