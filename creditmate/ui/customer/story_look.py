"""How happenings of a story look: their icon, and what its colour means."""

from typing import NamedTuple

from creditmate.domain.claims import ClaimEnd
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.kinds import DocumentKind, EntryKind, PaperKind
from creditmate.domain.plans import FULFILLED
from creditmate.domain.promises import NOT_KEPT, DeedState, PromiseState
from creditmate.domain.story import (
    ClaimMade,
    ClaimMoved,
    ContactMoved,
    DeedEnded,
    DisputeMoved,
    DisputeRaised,
    DocumentIssued,
    MoneyMoved,
    NotedDown,
    PaperIssued,
    PlanAgreed,
    PlanEnded,
    PlanMoved,
    PromiseEnded,
    PromiseMade,
    StoryEvent,
    Talk,
    TimeEnded,
    TimeGiven,
    VisitMoved,
    VisitPlanned,
)
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ink


class Look(NamedTuple):
    """An icon and its colour."""

    glyph: Glyph
    ink: Ink = Ink.MUTED


_CHANNELS = {
    "call": Glyph.CALL,
    "email": Glyph.EMAIL,
    "letter": Glyph.LETTER,
    "text": Glyph.NOTE,
    "meeting": Glyph.CUSTOMERS,
    "visit": Glyph.VISIT,
}
_THEIRS = {
    PromiseState.KEPT: Look(Glyph.CHECK, Ink.POSITIVE),
    PromiseState.LATE_KEPT: Look(Glyph.CHECK, Ink.WARNING),
    **dict.fromkeys(NOT_KEPT, Look(Glyph.THEIR_PROMISE, Ink.DANGER)),
}
_OURS = {
    DeedState.DONE: Look(Glyph.CHECK, Ink.POSITIVE),
    DeedState.DONE_LATE: Look(Glyph.CHECK, Ink.WARNING),
    DeedState.LATE: Look(Glyph.OUR_PROMISE, Ink.WARNING),
}
_CLAIMS = {
    ClaimEnd.FOUND: Look(Glyph.CHECK, Ink.POSITIVE),
    ClaimEnd.NOT_FOUND: Look(Glyph.PAYMENT, Ink.WARNING),
}
_MONEY = {
    EntryKind.RECEIPT: Look(Glyph.PAYMENT, Ink.POSITIVE),
    EntryKind.BOUNCE: Look(Glyph.PAYMENT, Ink.DANGER),
    EntryKind.REFUND: Look(Glyph.PAYMENT),
}


def look_of(event: StoryEvent) -> Look:
    """Return how a happening looks."""
    match event:
        case Talk() | ContactMoved():
            return Look(_CHANNELS[event.channel])
        case PromiseEnded():
            return _THEIRS.get(event.standing.state, Look(Glyph.THEIR_PROMISE))
        case DeedEnded():
            return _OURS.get(event.state, Look(Glyph.OUR_PROMISE))
        case PromiseMade():
            return Look(Glyph.THEIR_PROMISE if event.pledge.money else Glyph.OUR_PROMISE)
        case DisputeRaised() | DisputeMoved():
            return _dispute(event)
        case _:
            return _of_account(event)


def _dispute(event: DisputeRaised | DisputeMoved) -> Look:
    if isinstance(event, DisputeRaised):
        return Look(Glyph.DISPUTE, Ink.MUTED if event.ended_day else Ink.WARNING)
    is_open = event.kind is DisputeEventKind.AMENDED
    return Look(Glyph.DISPUTE) if is_open else Look(Glyph.CHECK, Ink.POSITIVE)


_PAPERS: dict[object, Glyph] = {
    None: Glyph.STATEMENT,
    PaperKind.TERMS: Glyph.DETAILS,
    PaperKind.WELCOME: Glyph.LETTER,
    PaperKind.PLAN: Glyph.PLAN,
    PaperKind.HELP_SHEET: Glyph.LETTER,
    PaperKind.VISIT_AGENDA: Glyph.VISIT,
    PaperKind.VISIT_THANKS: Glyph.LETTER,
}


def _of_account(event: StoryEvent) -> Look:
    match event:
        case DocumentIssued():
            is_credit = event.kind is DocumentKind.CREDIT_NOTE
            return Look(Glyph.INVOICE, Ink.POSITIVE if is_credit else Ink.MUTED)
        case MoneyMoved():
            return _MONEY.get(event.kind, Look(Glyph.EDIT))
        case PaperIssued():
            return Look(_PAPERS.get(event.kind, Glyph.INVOICE))
        case ClaimMade():
            return Look(Glyph.PAYMENT)
        case ClaimMoved():
            return _CLAIMS.get(event.kind, Look(Glyph.PAYMENT))
        case _:
            return _of_arrangement(event)


def _of_arrangement(event: StoryEvent) -> Look:
    if isinstance(event, PlanEnded) and event.standing.state in FULFILLED:
        return Look(Glyph.CHECK, Ink.POSITIVE)
    return _ARRANGED.get(type(event), Look(Glyph.DONE))


_ARRANGED: dict[type[StoryEvent], Look] = {
    NotedDown: Look(Glyph.OPPORTUNITY),
    VisitMoved: Look(Glyph.VISIT),
    VisitPlanned: Look(Glyph.VISIT),
    PlanAgreed: Look(Glyph.PLAN),
    PlanMoved: Look(Glyph.PLAN),
    PlanEnded: Look(Glyph.PLAN),
    TimeGiven: Look(Glyph.DIARY),
    TimeEnded: Look(Glyph.DIARY),
}
