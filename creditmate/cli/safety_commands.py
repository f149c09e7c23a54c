"""``backup`` and ``drill``."""

import math
from pathlib import Path

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.disk import is_folder
from creditmate.i18n.formats import moment, number
from creditmate.services.drills import Drilled


def backup(session: Session) -> int:
    """Back the ledger up and prove the copy."""
    session.open_to_read()
    arguments, backups = session.arguments, session.program.backups
    if arguments.second_place is not None or arguments.no_second_place:
        session.ask(lambda: backups.choose_second(arguments.second_place))
    made = session.ask_unless_stopped(
        lambda progress: backups.back_up("by hand", arguments.to, progress)
    )
    record = session.ask(backups.record)
    second = {"folder": record.second, "problem": record.second_problem} if record.second else None
    is_newest = record.head == made.manifest["head"]
    if session.wants_json:
        said = {"path": str(made.path), "size": made.size, "sha256": made.sha256, "second": second}
        session.say_json({**said, "newest": is_newest, **made.manifest})
        return 0
    _ = session.translate
    session.say(_("Backed up and proved: {path}").format(path=made.path))
    rows = number(sum(made.manifest["rows"].values()), session.locale)
    session.say(_("{rows} rows; chain head {head}").format(rows=rows, head=made.manifest["head"]))
    if not is_newest:
        session.say(
            _(
                "This file is an older state of the ledger and stands as such among the backups:"
                " the newest stays the newest."
            )
        )
    if second is not None and arguments.to is None:
        _say_second(session, record.second, record.second_problem)
    return 0


def _say_second(session: Session, folder: str, problem: str) -> None:
    _ = session.translate
    if not problem:
        said = _("It is in {folder} as well.")
    elif is_folder(Path(folder)):
        said = _("It could not be put into {folder} as well: see whether there is room.")
    else:
        said = _("{folder} is not there now; the next backup goes there when it is.")
    session.say(said.format(folder=folder))


def drill(session: Session) -> int:
    """Try the newest backup out; status 1 when it is no ledger."""
    session.open_to_read()
    target = session.ask(session.program.drills.target)
    done = session.program.drills.run(target)
    if session.wants_json:
        session.say_json(_drilled(done))
    elif done.problem is None:
        _say_drilled(session, done)
    if done.problem is not None:
        session.tell(done.problem)
    return 0 if done.problem is None else 1


def _drilled(done: Drilled) -> answers.Json:
    return {
        "ok": done.problem is None,
        "backup": str(done.backup.path),
        "made_at": done.backup.made_at.isoformat(),
        "seconds": done.seconds,
        "rows": done.holds.get("rows"),
        "open": done.holds.get("open"),
        "head": done.holds.get("head"),
    }


def _say_drilled(session: Session, done: Drilled) -> None:
    _ = session.translate
    made = moment(done.backup.made_at.astimezone(), session.locale)
    text = _("The backup of {moment} is a whole ledger: {path}")
    session.say(text.format(moment=made, path=done.backup.path))
    session.say(_("Totals, open items, documents and chain head are those of its manifest."))
    seconds = math.ceil(done.seconds)
    text = session.catalogue.ngettext(
        "It took less than {count} second.", "It took less than {count} seconds.", seconds
    )
    session.say(text.format(count=number(seconds, session.locale)))
