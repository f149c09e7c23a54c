"""Which key and which passwords a restored ledger has, where that is not plainly as before."""

from pathlib import Path

from creditmate.cli.protection_command import typed_sheet
from creditmate.cli.session import Session
from creditmate.domain.data_key import DataKey
from creditmate.services.place_standing import lock_at
from creditmate.services.unpacking import Container, is_of_then, key_by_sheet
from creditmate.system.backup_records import record_of


def given(session: Session, container: Container, place: Path) -> tuple[DataKey | None, bool]:
    """Return the key of a backup, and whether a password gave it that was changed since.

    Raises:
        UserError: As ``Passwords.of_backup`` and ``unpacking.key_by_sheet``.
    """
    if session.arguments.with_sheet is not None:
        return key_by_sheet(container, typed_sheet(session.arguments.with_sheet)), False
    found = session.passwords.of_backup(container, place)
    if found is None:
        return None, False
    password, key = found
    return key, is_of_then(container, place, key, password)


def is_renewed(container: Container, place: Path) -> bool:
    """Whether the ledger of a backup lies elsewhere on this computer, and has another key by now.

    Asked before anything is restored: what is made of it then is the ledger that is remembered.
    """
    lies = record_of(str(container.manifest["ledger_uid"])).ledger
    if not container.protected or not lies or Path(lies) == place.absolute():
        return False
    lock = lock_at(Path(lies))
    return lock is not None and lock.fingerprint.hex() != container.manifest["key"]


def which(key: DataKey | None, today: DataKey | None, *, of_then: bool, takes_place: bool) -> str:
    """Return which key and passwords a ledger has.

    Args:
        key: Of the backup.
        today: Of the ledger that was made of it.
        of_then: The password that was given, or the key itself, was changed since.
        takes_place: It took the place of its ledger.

    Returns:
        ``kept`` where it has the key of before, and its backup had another or none; ``today``
        where it has the passwords of today, of which the given one is none; ``then`` where it is a
        ledger of its own with those of the backup, which are not those of the other one; ``same``;
        empty of an unprotected one.
    """
    if today is None:
        return ""
    if today != key:
        return "kept"
    if not of_then:
        return "same"
    return "today" if takes_place else "then"


def say(session: Session, key: str) -> None:
    """Say what ``which`` has told."""
    _ = session.translate
    if key == "kept":
        session.say(
            _("It is protected as the ledger of now was: today's passwords and the newest recovery"
              " sheet open it, not those of the backup.")
        )  # fmt: skip
    elif key == "today":
        session.say(
            _("It has the passwords of today: the one you gave is of the day of the backup and"
              " opens the backup only. If nobody knows today's, restore the backup into a file of"
              " another name: that one is opened by the password you gave.")
        )  # fmt: skip
    elif key == "then":
        session.say(
            _("It has the key of the backup: the passwords and the recovery sheet of that day open"
              " it.")
        )  # fmt: skip


def say_lost(session: Session, path: Path, *, has_key: bool) -> None:
    """Say what protects it, where its key of before is known to nobody any more."""
    _ = session.translate
    if has_key:
        session.say(
            _("It has the key of its backup: the recovery sheet of that day opens it, a newer one"
              " does not.")
        )  # fmt: skip
        session.say(session.print_sheet_words(path))
    else:
        session.say(
            _("It is not protected, as its backup is not: whoever gets the file can read it."
              " Protect it: creditmate protect --ledger {path}").format(path=path)
        )  # fmt: skip
