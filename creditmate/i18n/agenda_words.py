"""What the items of an agenda are called where nobody gave them words: as a customer reads them."""

from collections.abc import Mapping

from creditmate.domain.visits import SlotKind
from creditmate.i18n.catalogue import N_, words

_TITLES: Mapping[SlotKind, str] = {
    SlotKind.WELCOME: N_("How things are with you"),
    SlotKind.POINTS: N_("Your own points"),
    SlotKind.ORDERS: N_("Deliveries, orders and invoices"),
    SlotKind.ISSUE: N_("How we go on together"),
    SlotKind.ACCOUNT: N_("The account"),
    SlotKind.PROPOSAL: N_("A proposal to discuss"),
    SlotKind.NEXT: N_("What we each will do, and by when"),
    SlotKind.TOUR: N_("A look round"),
    SlotKind.OTHER: N_("Anything else"),
}
_NOTES: Mapping[SlotKind, str] = {
    SlotKind.WELCOME: N_("Your own points first, if you wish"),
    SlotKind.ORDERS: N_("What works, what we could do better"),
    SlotKind.TOUR: N_("If it suits you"),
}


def slot_title(kind: SlotKind, language: str) -> str:
    """Return what is talked about."""
    return words(language).gettext(_TITLES[kind])


def slot_note(kind: SlotKind, language: str) -> str:
    """Return what stands below it in smaller print; '' for nothing."""
    return words(language).gettext(_NOTES[kind]) if kind in _NOTES else ""
