"""What was done to a ledger, by the names of its actions, in words; knows no toolkit."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import number
from creditmate.services.damage import Lost
from creditmate.ui.safety.backup_words import when_words

_DEEDS: Mapping[str, str] = {
    "record-call": N_("a call recorded"),
    "import-invoices": N_("invoices brought in"),
    "issue-statement": N_("a statement issued"),
    "issue-invoice": N_("an invoice issued"),
    "record-payment": N_("a payment recorded"),
    "allocate": N_("a payment matched"),
    "post-cash": N_("cash posted"),
    "say-paid": N_("“we have paid” written down"),
    "write-off": N_("something written off"),
    "cancel-invoice": N_("an invoice cancelled"),
    "decide-hold": N_("a customer left in peace"),
    "save-settings": N_("settings saved"),
    "edit-business": N_("the letterhead changed"),
    "add-staff": N_("somebody added to our people"),
    "merge-customers": N_("customers merged"),
    "undo-call": N_("a call taken back"),
    "undo-payment": N_("a payment taken back"),
    "restore-ledger": N_("a backup restored"),
}
_OTHER = N_("another change")
_NAMED = 12


def lost_words(lost: Sequence[Lost], now: datetime, language: str, locale: str) -> str:
    """Return what has to be entered again: kinds of deed, how many of each, and from when."""
    _ = words(language).gettext
    counted = Counter(_(_DEEDS.get(each.use_case, _OTHER)) for each in lost)
    parts = [
        what if count == 1 else f"{what} (× {number(count, locale)})"
        for what, count in counted.most_common(_NAMED)
    ]
    first = when_words(lost[0].at, now, language, locale)
    last = when_words(lost[-1].at, now, language, locale)
    if first == last:
        return _("{deeds}, {when}").format(deeds=", ".join(parts), when=first)
    return _("{deeds}, between {first} and {last}").format(
        deeds=", ".join(parts), first=first, last=last
    )
