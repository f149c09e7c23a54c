"""Why this computer does not have the key of a ledger, in words."""

from collections.abc import Mapping

from creditmate.i18n.catalogue import N_, words

_WHY: Mapping[str, str] = {
    "none-kept": N_("This computer's store of secrets does not have the password any more."),
    "no-store": N_("This computer has no safe store of secrets."),
    "locked": N_("This computer's store of secrets is locked."),
    "fails": N_("This computer's store of secrets does not work."),
    "stale": N_("This computer remembers the key that the ledger had before."),
    "damaged": N_("What this computer remembers of the ledger cannot be read."),
    "forgets": N_("This computer's store of secrets did not keep the key."),
}


def remembering_words(why: str, language: str) -> str:
    """Return why there is no key, by the code that the store's answer has.

    Nothing is lost by it: the password opens the ledger as ever.
    """
    _ = words(language).gettext
    return _(_WHY[why]) + " " + _("Nothing is lost: the password opens the ledger.")
