"""What of a story may stand on paper: facts alone, or our own notes as well, never how they felt.

Mood and signals are for ourselves, on the screen, and leave it on no paper. A history that goes
with a claim to somebody else says what was done and agreed, and nothing that we noted for
ourselves. Only what is known here to be a fact is taken into it: something new in the story has to
be added before it is handed to anybody.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from creditmate.domain.kinds import PaperKind
from creditmate.domain.story import (
    ClaimMade,
    ClaimMoved,
    DeedEnded,
    DisputeMoved,
    DisputeRaised,
    DocumentIssued,
    MoneyMoved,
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

_FACTS = (
    ClaimMade, ClaimMoved, DeedEnded, DocumentIssued, PlanAgreed, PromiseEnded, PromiseMade,
    VisitPlanned,
)  # fmt: skip
"""They hold no words of ours for ourselves: a deed is what was promised to the customer."""
_OURS: Mapping[type, str] = {
    DisputeMoved: "note",
    MoneyMoved: "reason",
    PlanMoved: "note",
    TimeEnded: "note",
    TimeGiven: "because",
    VisitMoved: "note",
}
"""Where the words stand that are ours alone; the rest of these is facts."""


def for_ourselves(events: Iterable[StoryEvent]) -> Iterator[StoryEvent]:
    """Yield a story as it may be printed for ourselves: with notes, without signals."""
    for event in events:
        yield replace(event, signals=()) if isinstance(event, Talk) else event


def facts_only(events: Iterable[StoryEvent]) -> Iterator[StoryEvent]:
    """Yield what may be handed to others: who, when, how and what was agreed; no note of ours."""
    for event in events:
        fact = _fact(event)
        if fact is not None:
            yield fact


def _fact(event: StoryEvent) -> StoryEvent | None:
    """What of a happening is a fact; None where nothing is, as of what we set ourselves to do."""
    if isinstance(event, Talk):
        return _talk(event)
    if isinstance(event, PlanEnded):
        plan = replace(event.standing.plan, note="")
        return replace(event, standing=replace(event.standing, plan=plan))
    if isinstance(event, DisputeRaised):
        return replace(event, note="", evidence="", files=())
    if isinstance(event, PaperIssued):  # that somebody cannot pay is theirs to tell
        return None if event.kind is PaperKind.HELP_SHEET else event
    ours = _OURS.get(type(event))
    if ours is not None:
        without: dict[str, Any] = {ours: ""}
        return replace(event, **without)
    return event if isinstance(event, _FACTS) else None


def _talk(talk: Talk) -> Talk:
    """A contact with what is named here and nothing else: no note, no file, no other customer."""
    return Talk(
        key=talk.key,
        channel=talk.channel,
        direction=talk.direction,
        outcome=talk.outcome,
        with_name=talk.with_name,
        by=talk.by,
        seconds=talk.seconds,
        notes="",
        none_because="",
        pledges=talk.pledges,
        claims=talk.claims,
        corrects=talk.corrects,
        corrected=talk.corrected,
        barrier=talk.barrier,
        told=talk.told,
        in_vain=talk.in_vain,
    )
