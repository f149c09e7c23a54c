"""After a restore or a move: what was compared and equal, and where the old file lies."""

from collections.abc import Callable, Sequence
from datetime import datetime

from creditmate.i18n.catalogue import words
from creditmate.services.damage import Lost
from creditmate.services.moving import Moved
from creditmate.services.restoring import Restored
from creditmate.ui.safety.backup_words import not_made_words
from creditmate.ui.safety.change_words import ChangeWords
from creditmate.ui.safety.deed_words import lost_words
from creditmate.ui.safety.restore_work import Opened

Facts = list[tuple[str, str]]


def restored_facts(
    restored: Restored, lost: Sequence[Lost] | None, now: datetime, language: str, locale: str
) -> Facts:
    """Return what there is to tell after a restore.

    Args:
        restored: What came of it.
        lost: What was done after the backup, as the damaged file tells; None if it does not.
        now: The moment.
        language: Of the words.
        locale: Of figures and days.
    """
    _ = words(language).gettext
    holds = ChangeWords(language, locale, now).holds(restored.holds)
    equal = _("{holds}; every open item, every paper, and the record to its last entry.")
    told = [(_("Compared, equal"), equal.format(holds=holds))]
    if restored.aside is not None:
        kept = _("The file from before is as it was, in {folder}.").format(folder=restored.aside)
        told.append((_("Kept aside"), kept))
    if lost:
        told.append((_("To enter again"), lost_words(lost, now, language, locale)))
    elif lost is None:
        told.append((_("To enter again"), _unknown(_, is_aside=restored.aside is not None)))
    if restored.problem is not None:
        why = not_made_words(restored.problem, language, locale)
        said = _("It could not be backed up once more before. {why}").format(why=why)
        told.append((_("Before"), said))
    return told


def key_words(opened: Opened, language: str, *, goes_back: bool) -> str:
    """Return what a backup with another key or password than its ledger will be protected with.

    Args:
        opened: The backup.
        language: Of the words.
        goes_back: It takes the ledger's place, else it becomes one of its own.
    """
    _ = words(language).gettext
    if opened.is_bare and goes_back:
        return bare_words(language)
    if opened.locked is None:
        return of_then_words(language, goes_back=goes_back) if opened.is_of_then else ""
    if goes_back:
        return _("It stays protected as it is today: today's passwords and the newest recovery"
                 " sheet open it, not those of the backup.")  # fmt: skip
    if opened.key is not None:
        return _("It has the key of the backup: the passwords and the recovery sheet of that day"
                 " open it.")  # fmt: skip
    return _("It is not protected, as the backup is not: whoever gets the file can read it.")


def of_then_words(language: str, *, goes_back: bool) -> str:
    """Return what opens a ledger whose backup was opened by a password that was changed since."""
    _ = words(language).gettext
    if goes_back:
        return _("It keeps the passwords of today. The one you typed is of the day of the backup"
                 " and opens the backup only: once the ledger is open you are asked to choose a"
                 " password that you know.")  # fmt: skip
    return _("The password you typed opens it, as on the day of the backup.")


def bare_words(language: str) -> str:
    """Return what it means to go back to a backup from before the ledger was protected."""
    return words(language).gettext(
        "It is not protected, as the backup is not: whoever gets the file can read it. The newest"
        " backup is protected, and its password or its recovery sheet opens it. If this one is"
        " meant, protect it anew in the settings, under Security."
    )


def restored_key_words(restored: Restored, opened: Opened, language: str) -> str:
    """Return what a restored ledger is protected with, where that is not plainly as before."""
    _ = words(language).gettext
    if not restored.key_lost:
        if opened.is_of_then and opened.locked is None and restored.path == opened.place:
            return _("It keeps the passwords of today, of which the one you typed is none. Next you"
                     " choose one that you know: without it you could not open the ledger again"
                     " once it is closed.")  # fmt: skip
        return key_words(opened, language, goes_back=restored.path == opened.place)
    if opened.key is not None:
        return _("It has the key of its backup: the recovery sheet of that day opens it, a newer"
                 " one does not. Print its sheet once more.")  # fmt: skip
    return _("It is not protected, as its backup is not: whoever gets the file can read it."
             " Protect it anew in the settings, under Security.")  # fmt: skip


def _unknown(_: Callable[[str], str], *, is_aside: bool) -> str:
    """Return what to do where no file tells what was done after the backup."""
    if is_aside:
        what = _("What was done after the backup cannot be read from the damaged file any more.")
    else:
        what = _("What was done after the backup, if anything was, can be read nowhere any more.")
    return what + " " + _("Go through what came and went since then.")


def moved_facts(moved: Moved, language: str, *, carries: bool = False) -> Facts:
    """Return what there is to tell after a ledger was moved.

    Args:
        moved: What came of it.
        language: Of the words.
        carries: Something was half typed and went along.
    """
    _ = words(language).gettext
    typed = [
        (_("What you were typing"), _("It went along: calls come back where you were, invoices"
                                      " are among the drafts.")),
    ]  # fmt: skip
    told = [
        *(typed if carries else ()),
        (_("It is now"), str(moved.path)),
        (_("The old file"), _("{path} is as it was. Delete it once you have seen that all is in"
                              " the new one.").format(path=moved.left)),
    ]  # fmt: skip
    if moved.copies:
        names = ", ".join(copy.name for copy in moved.copies)
        said = _("Beside the old one: {names}. See whether anything was entered only there.")
        told.append((_("Other versions"), said.format(names=names)))
    return told
