"""What a visit's page says in few words: of what the hour is made, and what an issue is about."""

from collections.abc import Mapping
from datetime import date

from creditmate.domain.visits import IssueKind, SlotKind
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_note, money, number
from creditmate.services.visit_issue_facts import IssueStands

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


def issue_stands_words(stands: IssueStands, language: str, locale: str, today: date) -> str:
    """Return how an issue stands: what is open and how late it is, or when it was raised."""
    catalogue = words(language)
    said = [money(one, locale, symbol=True) for one in stands.open]
    if stands.is_query:
        said = [catalogue.gettext("{amount} under query").format(amount=one) for one in said]
    if said and stands.days_late:
        days = stands.days_late
        text = catalogue.ngettext("oldest {days} day late", "oldest {days} days late", days)
        said.append(text.format(days=number(days, locale)))
    if stands.raised is not None:
        text = catalogue.gettext("raised {day}") if said else catalogue.gettext("Raised {day}")
        said.append(text.format(day=day_in_note(stands.raised, locale, today)))
    return ", ".join(said)


def slot_short(kind: SlotKind, language: str) -> str:
    """Return what an item of the hour is called where there is little room."""
    return words(language).gettext(_SLOTS[kind])


def issue_kind_words(kind: IssueKind, language: str) -> str:
    """Return what an issue is about."""
    return words(language).gettext(_ISSUES[kind])
