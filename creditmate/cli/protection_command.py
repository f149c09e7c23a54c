"""``protect``, ``unprotect`` and ``password``."""

import sys
from pathlib import Path

from creditmate.cli.answers import Json
from creditmate.cli.session import Session
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.services import passwords, unlocking
from creditmate.services.protection import Change, Rewrapped
from creditmate.services.remembering import forget, remember, remembered
from creditmate.system.key_file import KeyFile

_SHEET_LARGEST = 64 * 1024  # bytes


def protect(session: Session) -> int:
    """Protect an unprotected ledger."""
    path, arguments, _ = session.ledger_named(), session.arguments, session.translate
    if unlocking.is_protected(path):
        raise UserError(Problem.LEDGER_PROTECTED_ALREADY, path=path)
    session.open_to_write()
    missing = UserError(Problem.PROTECTION_UNDECIDED)
    lock = unlocking.new_lock(session.passwords.new(session.named("password_file"), missing))
    remove = arguments.remove_original
    done = session.ask_unless_stopped(
        lambda progress: session.program.protection.protect(
            lock, remove_original=remove, progress=progress
        )
    )
    say_backed_up(session, done)
    if session.wants_json:
        session.say_json(rewrapped(done))
        return 0
    session.say(_("{path} is protected now.").format(path=path))
    if done.kept is None:
        session.say(_("The unprotected file from before was removed."))
    else:
        kept = _("The unprotected file from before is in {folder}. See whether all is in the"
                 " protected ledger, then delete that folder.")  # fmt: skip
        session.say(kept.format(folder=done.kept))
    session.say(_("Backups made before now are unprotected still."))
    session.say(session.print_sheet_words(path))
    return 0


def unprotect(session: Session) -> int:
    """Store a protected ledger so that it can be read without a password."""
    path, _password, _key = session.open_with_password()
    done = session.ask_unless_stopped(session.program.protection.unprotect)
    say_backed_up(session, done)
    if session.wants_json:
        session.say_json(rewrapped(done))
        return 0
    _ = session.translate
    session.say(
        _("{path} is unprotected now: whoever gets the file can read it.").format(path=path)
    )
    kept = _("The protected file from before is in {folder}, with its key file.")
    session.say(kept.format(folder=done.kept))
    return 0


def rewrapped(done: Rewrapped) -> Json:
    """Return what came of another key, or of none, as JSON."""
    return {
        "kept": None if done.kept is None else str(done.kept),
        "backup": None if done.backup is None else str(done.backup.path),
    }


def say_backed_up(session: Session, done: Rewrapped) -> None:
    """Say where the first backup is under the new key, or why there is none."""
    if done.problem is not None:
        session.remark(session.translate("The backup after it could not be made:"))
        session.tell(done.problem)
    elif done.backup is not None and not session.wants_json:
        made = session.translate("Backed up and proved: {path}")
        session.say(made.format(path=done.backup.path))


def password(session: Session) -> int:
    """Change a password, add one, take one away, or set one by the recovery sheet."""
    if session.arguments.remember or session.arguments.forget:
        return _remembering(session)
    key_file, change = _changed(session)
    session.ask_to_the_end(lambda: session.program.protection.put_down(key_file, change))
    count = len(key_file.slots)
    if session.wants_json:
        session.say_json({"change": change.value, "passwords": count})
        return 0
    _, ngettext = session.translate, session.catalogue.ngettext
    opened = ngettext("{count} password opens it.", "{count} passwords open it.", count)
    session.say(_("Done. The ledger itself was not touched."))
    session.say(opened.format(count=count))
    session.say(_("Backups made before are opened by the passwords they were made with."))
    return 0


def _remembering(session: Session) -> int:
    """Let this computer remember the key of a ledger, or forget it."""
    wanted = session.arguments.remember
    if not wanted and _only_remembered(session) is not None:
        raise UserError(Problem.KEY_FILE_GONE, path=session.ledger_named())
    _path, _password, key = session.open_with_password()
    why = remember(key) if wanted else forget(key)
    if why is not None:
        session.say_why(why.value)
        return 1
    if session.wants_json:
        session.say_json({"remembered": wanted})
        return 0
    _ = session.translate
    session.say(
        _("This computer remembers the key: your login to it opens the ledger.")
        if wanted
        else _("This computer does not remember the key.")
    )
    return 0


def _only_remembered(session: Session) -> DataKey | None:
    """Return the key that this computer remembers of a ledger whose key file is gone."""
    path = session.ledger_named()
    if not unlocking.is_protected(path):
        return None
    try:
        unlocking.see_key_file(path)
    except UserError as error:
        if error.problem not in {Problem.KEY_FILE_MISSING, Problem.KEY_FILE_DAMAGED}:
            raise
        found = remembered(path)
        return None if found is None else found.key
    return None


def _changed(session: Session) -> tuple[KeyFile, Change]:
    """Open the ledger, and return its key file as it will be."""
    arguments = session.arguments
    if arguments.with_sheet is not None:
        path = session.ledger_named()
        key = unlocking.unlock_with_sheet(path, typed_sheet(arguments.with_sheet))
        session.open_with(path, key)
        return passwords.reset_password(path, key, _new(session)), Change.PASSWORD_RESET
    kept = None if arguments.remove else _only_remembered(session)
    if kept is not None:  # there is no password to prove oneself by
        path = session.ledger_named()
        session.open_with(path, kept)
        return passwords.reset_password(path, kept, _new(session)), Change.PASSWORD_RESET
    path, known, key = session.open_with_password()
    if arguments.remove:
        return passwords.removed_password(path, key, known), Change.PASSWORD_REMOVED
    if arguments.add:
        added = passwords.added_password(path, key, known, _new(session))
        return added, Change.PASSWORD_ADDED
    changed = passwords.changed_password(path, key, known, _new(session))
    return changed, Change.PASSWORD_CHANGED


def _new(session: Session) -> str:
    missing = UserError(Problem.NEW_PASSWORD_MISSING)
    return session.passwords.new(session.arguments.new_password_file, missing)


def typed_sheet(path: Path) -> str:
    """Return what was typed from the sheet, into a file or at the keyboard."""
    if str(path) == "-":
        return sys.stdin.read(_SHEET_LARGEST)
    try:
        with path.open("rb") as file:
            return file.read(_SHEET_LARGEST).decode("utf-8-sig", "replace")
    except OSError as error:
        raise UserError(Problem.LEDGER_UNREADABLE, path=path, why=error.strerror) from error
