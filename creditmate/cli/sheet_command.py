"""``sheet``: the recovery sheet of a protected ledger, and typing some of it back."""

from pathlib import Path

from creditmate.cli.answers import Json
from creditmate.cli.protection_command import rewrapped, say_backed_up
from creditmate.cli.session import Session
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.services import passwords
from creditmate.services.document_delivery import see_writable
from creditmate.services.recovery_paper import recovery_paper, write_recovery_sheet

_A_LINE = 5
"""Groups in a line on the screen."""


def sheet(session: Session) -> int:
    """Show the recovery sheet or write it, after making a new one if that is wanted."""
    path, known, key = session.open_with_password()
    if session.arguments.confirm:
        return _confirm(session)
    out = session.arguments.out
    if out is not None:
        see_writable(out)
    renewed = _renew(session, path, known, key) if session.arguments.new else {}
    if out is not None:
        return _write(session, out, renewed)
    groups = session.ask(session.program.recovery_sheets.groups)
    if session.wants_json:
        session.say_json({"groups": groups, **renewed})
        return 0
    _ = session.translate
    lines = [groups[at : at + _A_LINE] for at in range(0, len(groups), _A_LINE)]
    for number, line in enumerate(lines):
        places = range(number * _A_LINE + 1, number * _A_LINE + len(line) + 1)
        session.say("   ".join(f"{at:2} {group}" for at, group in zip(places, line, strict=True)))
    session.say(_("Whoever has these groups can read the ledger and all its backups."))
    session.say(_("When it is on paper, type three of them back with --confirm."))
    return 0


def _write(session: Session, out: Path, renewed: Json) -> int:
    """Write the sheet as a PDF; it is worth as much as the ledger."""
    write_recovery_sheet(out, session.ask(lambda: recovery_paper(session.today)))
    if session.wants_json:
        session.say_json({"sheet": str(out), **renewed})
        return 0
    _ = session.translate
    session.say(_("The recovery sheet is in {path}.").format(path=out))
    session.say(_("Print it, then delete that file: whoever has it can read the ledger."))
    session.say(_("When it is on paper, type three of its groups back with --confirm."))
    return 0


def _confirm(session: Session) -> int:
    typed = dict(map(_place_and_group, session.arguments.confirm))
    session.ask(lambda: session.program.recovery_sheets.confirm(typed))
    if session.wants_json:
        session.say_json({"confirmed": session.today.isoformat()})
    else:
        session.say(session.translate("The recovery sheet is known to be on paper."))
    return 0


def _place_and_group(text: str) -> tuple[int, str]:
    place, _, group = text.partition("=")
    try:
        return int(place), group
    except ValueError as error:
        raise UserError(
            Problem.BAD_OPTION, option="--confirm", found=text, expected="3=K7QF"
        ) from error


def _renew(session: Session, path: Path, known: str, key: DataKey) -> Json:
    """Give the ledger a new key; return what is to be said of it in JSON."""
    lock = passwords.renewed_lock(path, key, known)
    done = session.ask_unless_stopped(
        lambda progress: session.program.protection.renew_key(lock, progress)
    )
    _ = session.translate
    say_backed_up(session, done)
    if not session.wants_json:
        session.say(_("{path} has a new key.").format(path=path))
        kept = _("The file from before is in {folder}: the old sheet opens it still, as it does all"
                 " backups made before.")  # fmt: skip
        session.say(kept.format(folder=done.kept))
    return rewrapped(done)
