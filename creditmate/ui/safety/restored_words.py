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
        kept = _("The file from before is whole in {folder}.").format(folder=restored.aside)
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


def _unknown(_: Callable[[str], str], *, is_aside: bool) -> str:
    """Return what to do where no file tells what was done after the backup."""
    if is_aside:
        what = _("What was done after the backup cannot be read from the damaged file any more.")
    else:
        what = _("What was done after the backup, if anything was, can be read nowhere any more.")
    return what + " " + _("Go through what came and went since then.")


def moved_facts(moved: Moved, language: str) -> Facts:
    """Return what there is to tell after a ledger was moved."""
    _ = words(language).gettext
    told = [
        (_("It is now"), str(moved.path)),
        (_("The old file"), _("{path} is as it was. Delete it once you have seen that all is in"
                              " the new one.").format(path=moved.left)),
    ]  # fmt: skip
    if moved.copies:
        names = ", ".join(copy.name for copy in moved.copies)
        said = _("Beside the old one: {names}. See whether anything was entered only there.")
        told.append((_("Other versions"), said.format(names=names)))
    return told
