"""What a visit's page says in few words: of what the hour is made, and what an issue is about."""

from collections.abc import Mapping

from creditmate.domain.visits import IssueKind, SlotKind
from creditmate.i18n.catalogue import N_, words

_SLOTS: Mapping[SlotKind, str] = {
    SlotKind.WELCOME: N_("Welcome"),
    SlotKind.POINTS: N_("Your points"),
    SlotKind.ORDERS: N_("Orders"),
    SlotKind.ISSUE: N_("To settle"),
    SlotKind.ACCOUNT: N_("Account"),
    SlotKind.PROPOSAL: N_("Proposal"),
    SlotKind.NEXT: N_("Next"),
    SlotKind.TOUR: N_("Look round"),
    SlotKind.OTHER: N_("Something else"),
}
_ISSUES: Mapping[IssueKind, str] = {
    IssueKind.ACCOUNT: N_("Open items"),
    IssueKind.DISPUTE: N_("A query of theirs"),
    IssueKind.LIMIT: N_("Credit limit"),
    IssueKind.TERMS: N_("Terms"),
    IssueKind.ORDERS: N_("Orders and deliveries"),
    IssueKind.OTHER: N_("Something else"),
}


def slot_short(kind: SlotKind, language: str) -> str:
    """Return what an item of the hour is called where there is little room."""
    return words(language).gettext(_SLOTS[kind])


def issue_kind_words(kind: IssueKind, language: str) -> str:
    """Return what an issue is about."""
    return words(language).gettext(_ISSUES[kind])
