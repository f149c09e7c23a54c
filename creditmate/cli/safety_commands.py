"""``backup``, ``restore`` and ``drill``."""

import math
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from creditmate.cli import answers
from creditmate.cli.protection_command import typed_sheet
from creditmate.cli.session import Session
from creditmate.disk import is_folder, is_there
from creditmate.domain.data_key import DataKey
from creditmate.domain.money import Money
from creditmate.i18n.formats import moment, money, number
from creditmate.services.drills import Drilled
from creditmate.services.ledger_difference import Difference
from creditmate.services.restoring import Restored
from creditmate.services.unpacking import Container, key_by_sheet, read_backup, unpacked_for


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
    if session.wants_json:
        said = {"path": str(made.path), "size": made.size, "sha256": made.sha256, "second": second}
        session.say_json({**said, **made.manifest})
        return 0
    _ = session.translate
    session.say(_("Backed up and proved: {path}").format(path=made.path))
    rows = number(sum(made.manifest["rows"].values()), session.locale)
    session.say(_("{rows} rows; chain head {head}").format(rows=rows, head=made.manifest["head"]))
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


def restore(session: Session) -> int:
    """Make a ledger of a backup."""
    place, restoring = session.arguments.into, session.program.restoring
    container = read_backup(session.arguments.file)
    session.when_free(lambda: restoring.see_free(place))
    key = _key(session, container, place)
    put = restoring.in_place if is_there(place) else restoring.into_new

    def take_place() -> Restored:
        unpacked = unpacked_for(container, place, key)
        return session.ask_to_the_end(lambda: put(unpacked, place, key))

    restored = session.when_free(take_place)
    made_at = str(container.manifest.get("made_at", ""))
    if session.wants_json:
        session.say_json(_restored(restored, made_at))
    else:
        _say_restored(session, restored, made_at)
    return 0


def _key(session: Session, container: Container, place: Path) -> DataKey | None:
    if session.arguments.with_sheet is not None:
        return key_by_sheet(container, typed_sheet(session.arguments.with_sheet))
    return session.passwords.of_backup(container, place)


def _restored(restored: Restored, made_at: str) -> answers.Json:
    holds, change = restored.holds, restored.difference
    return {
        "ledger": str(restored.path.absolute()),
        "made_at": made_at,
        "aside": None if restored.aside is None else str(restored.aside),
        "head": holds["head"],
        "rows": holds["rows"],
        "open": holds["open"],
        "difference": None if change is None else _difference(change),
    }


def _difference(change: Difference) -> answers.Json:
    return {
        "rows": {name: list(pair) for name, pair in change.rows.items()},
        "open": {name: list(pair) for name, pair in change.open.items()},
        "last_at": list(change.last_at),
    }


def _say_restored(session: Session, restored: Restored, made_at: str) -> None:
    _ = session.translate
    made = _moment(made_at, session.locale)
    session.say(
        _("{path} is the ledger of {moment}, proved.").format(path=restored.path, moment=made)
    )
    _say_open(session, _("Open in it: {amounts}"), restored.holds["open"])
    change = restored.difference
    if change is not None:
        before, now = change.rows.get("action", (0, 0))
        if before > now:
            text = session.catalogue.ngettext(
                "{count} action that was done later is not in it.",
                "{count} actions that were done later are not in it.",
                before - now,
            )
            session.say(text.format(count=number(before - now, session.locale)))
        if change.open:
            was = {currency: pair[0] for currency, pair in change.open.items()}
            _say_open(session, _("Open before it was restored: {amounts}"), was)
    if restored.aside is not None:
        session.say(
            _("The ledger that was there is in {folder}, whole.").format(folder=restored.aside)
        )


def _say_open(session: Session, text: str, amounts: Mapping[str, int]) -> None:
    said = [
        money(Money(minor, currency), session.locale, symbol=True)
        for currency, minor in sorted(amounts.items())
    ]
    session.say(text.format(amounts=", ".join(said) or "–"))


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


def _moment(text: str, locale: str) -> str:
    return moment(datetime.fromisoformat(text).astimezone(), locale) if text else "–"
