"""Finding happenings of a story by words that somebody types."""

import re
from collections.abc import Iterable, Sequence

from creditmate.domain.disputes import DisputedItem
from creditmate.domain.money import Money
from creditmate.domain.story import (
    Claimed,
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
    Pledge,
    PromiseEnded,
    PromiseMade,
    StepDone,
    StoryEvent,
    Talk,
    TimeEnded,
    TimeGiven,
    VisitMoved,
    VisitPlanned,
)

_FIGURE = re.compile(r"\d[\d.,'\u00a0\u202f]*")


def is_found(event: StoryEvent, text: str) -> bool:
    """Return whether every word of ``text`` is told of a happening, in any case and any order.

    What people wrote, names, numbers and amounts are looked at; how the program words things is
    not. A word that is a figure may also be how an amount begins, whatever separates its
    thousands: ``1,212`` finds 1,212.00, and so does ``1212.00``.
    """
    return _matches(text, *_told(event))


def _told(event: StoryEvent) -> tuple[Sequence[str], Sequence[Money]]:
    """What is told of a happening: in words, and in amounts."""
    match event:
        case Talk():
            said = (event.with_name, event.by, event.notes, event.none_because, event.override)
            words, amounts = _with_pledges(said, event.pledges)
            more, sums = _with_claims(event.files, event.claims)
            return (*words, *more), (*amounts, *sums)
        case ContactMoved() | NotedDown() | VisitMoved() | VisitPlanned():
            return _of_contact(event), ()
        case PromiseMade() | PromiseEnded() | DeedEnded():
            return _of_promise(event)
        case DisputeRaised() | DisputeMoved():
            return _with_items((event.note, *_of_query(event)), event.items)
        case DocumentIssued() | MoneyMoved() | PaperIssued() | StepDone():
            return _of_account(event)
        case _:
            return _of_arrangement(event)


def _of_query(event: DisputeRaised | DisputeMoved) -> Sequence[str]:
    """Who raised it, and what shows it: that stands where it was raised."""
    if isinstance(event, DisputeMoved):
        return ()
    return (event.by_whom, event.evidence, *event.files)


def _of_contact(event: ContactMoved | NotedDown | VisitMoved | VisitPlanned) -> Sequence[str]:
    if isinstance(event, NotedDown):
        return (event.words,)
    if isinstance(event, VisitMoved):
        return event.number, event.by_whom, event.note
    if isinstance(event, VisitPlanned):
        return (event.number,)
    return event.to_code, event.to_name, event.reason


def _of_promise(
    event: PromiseMade | PromiseEnded | DeedEnded,
) -> tuple[Sequence[str], Sequence[Money]]:
    match event:
        case PromiseMade():
            return _with_pledges((), (event.pledge,))
        case PromiseEnded():
            promise = event.standing.promise
            return (), (Money(promise.minor, promise.currency),)
        case DeedEnded():
            return (event.deed.words,), ()


def _of_arrangement(
    event: PlanAgreed | PlanMoved | PlanEnded | TimeGiven | TimeEnded | ClaimMade | ClaimMoved,
) -> tuple[Sequence[str], Sequence[Money]]:
    match event:
        case ClaimMade() | ClaimMoved():
            by_whom = event.by_whom if isinstance(event, ClaimMade) else ""
            return _with_claims((by_whom,), (event.claimed,))
        case PlanAgreed():
            return (event.number, event.by_whom), (event.amount,)
        case PlanMoved():
            return (event.number, event.note), ()
        case PlanEnded():
            return (event.standing.plan.number,), (event.standing.plan.amount,)
        case TimeGiven():
            return (*event.numbers, event.by_whom, event.because), ()
        case _:  # more time that ended
            return (event.note,), ()


def _of_account(
    event: DocumentIssued | MoneyMoved | PaperIssued | StepDone,
) -> tuple[Sequence[str], Sequence[Money]]:
    match event:
        case DocumentIssued():
            return (event.number, event.order_number), (event.gross,)
        case MoneyMoved():
            return (event.number, event.reference, event.reason), (event.amount,)
        case PaperIssued():
            return (event.number,), (event.total,)
        case _:  # a next step
            return (event.note,), ()


def _with_pledges(
    said: Iterable[str], pledges: Sequence[Pledge]
) -> tuple[Sequence[str], Sequence[Money]]:
    deeds = (pledge.deed for pledge in pledges)
    return (*said, *deeds), tuple(pledge.money for pledge in pledges if pledge.money is not None)


def _with_claims(
    said: Iterable[str], claims: Sequence[Claimed]
) -> tuple[Sequence[str], Sequence[Money]]:
    references = (claim.reference for claim in claims)
    return (*said, *references), tuple(claim.money for claim in claims if claim.money is not None)


def _with_items(
    said: Iterable[str], items: Sequence[DisputedItem]
) -> tuple[Sequence[str], Sequence[Money]]:
    numbers = (item.number for item in items)
    return (*said, *numbers), tuple(item.amount or item.original for item in items)


def _matches(text: str, said: Iterable[str], amounts: Iterable[Money]) -> bool:
    whole = "\n".join(said).casefold()
    figures = [str(abs(money.minor)) for money in amounts]
    return all(
        word in whole or _begins_an_amount(word, figures) for word in text.casefold().split()
    )


def _begins_an_amount(word: str, figures: Sequence[str]) -> bool:
    if not _FIGURE.fullmatch(word):
        return False
    digits = "".join(letter for letter in word if letter.isdigit())
    return any(figure.startswith(digits) for figure in figures)
