"""What the Security page says of a ledger's keys, and of what was done about them."""

from datetime import date

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_short
from creditmate.services.protection import Change, Rewrapped
from creditmate.services.protection_facts import SecurityFacts


def ledger_words(facts: SecurityFacts, language: str, locale: str) -> tuple[str, str]:
    """Return what kind of ledger it is, and how it stands with what opens it."""
    catalogue = words(language)
    _ = catalogue.gettext
    if facts.passwords is None:
        return (
            _("This ledger is not protected"),
            _("Whoever gets its file, or a backup of it, can read everything in it."),
        )
    if not facts.passwords:
        opens = _("No password opens it, since its key file is missing: only the recovery sheet.")
    else:
        opens = catalogue.ngettext(
            "{count} password opens it.", "{count} passwords open it.", facts.passwords
        ).format(count=facts.passwords)
    if facts.sheet_confirmed:
        day = day_short(date.fromisoformat(facts.sheet_confirmed), locale)
        sheet = _("The recovery sheet is on paper since {day}.").format(day=day)
    else:
        sheet = _("The recovery sheet is not known to be on paper yet.")
    return _("This ledger is protected"), f"{opens} {sheet}"


def done_words(change: Change, came: Rewrapped, language: str) -> tuple[str, str]:
    """Return what was done, and what is left to do about it."""
    _ = words(language).gettext
    title, left = {
        Change.PROTECTED: (
            _("The ledger is protected now"),
            _("The unprotected file from before lies in {folder}. See whether all is in the ledger,"
              " then delete that folder."),
        ),
        Change.UNPROTECTED: (
            _("The ledger is unprotected now"),
            _("The protected file from before lies in {folder}, with its key file."),
        ),
        Change.KEY_RENEWED: (
            _("The ledger has a new key"),
            _("The file from before lies in {folder}: the old sheet opens it still, as it does all"
              " backups made before. Delete what must not be read."),
        ),
    }[change]  # fmt: skip
    if came.kept is None:
        detail = _("The file from before was removed.")
    else:
        detail = left.format(folder=came.kept)
    if came.problem is not None:
        detail = f"{detail} " + _("The backup after it could not be made:")
    return title, detail
