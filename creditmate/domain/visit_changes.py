"""What a changed visit means for its customer, who holds an agenda of it.

Only what an agenda says counts: what is ours alone changes nothing for them.
"""

from creditmate.domain.visits import IssueKind, Side, SlotKind, Visit, VisitChange, VisitSlot

_GATHERED = {SlotKind.ACCOUNT: IssueKind.ACCOUNT, SlotKind.ORDERS: IssueKind.ORDERS}
"""Items that are of all issues of a kind: what is brought for any of them is brought for them."""
_OF_AN_ISSUE = frozenset({SlotKind.ISSUE, SlotKind.OTHER})


def change_of(before: Visit, after: Visit) -> VisitChange | None:
    """Return what was changed for the customer but day and hour; None for nothing."""
    if _room(before) != _room(after):
        return VisitChange.PLACE
    return None if _words(before) == _words(after) else VisitChange.WORDS


def in_one_line(address: str) -> str:
    """Return an address that may have several lines as it stands in a sentence."""
    return ", ".join(line.strip().rstrip(",") for line in address.splitlines() if line.strip())


def item_words(visit: Visit, slot: VisitSlot) -> tuple[str, str, str]:
    """Return what an item says, its note, and the papers that are brought for it.

    It has its own words, else those of its issue; a limit is named only in its own.
    """
    issue = next((one for one in visit.issues if one.id == slot.issue), None)
    what, note, papers = slot.title, slot.detail, ""
    if slot.kind in _GATHERED:
        of_kind = (one for one in visit.issues if one.kind is _GATHERED[slot.kind])
        papers = "; ".join(one.papers for one in of_kind if one.papers)
    elif issue is not None and issue.kind is not IssueKind.LIMIT and slot.kind in _OF_AN_ISSUE:
        what, note = what or issue.what, note or issue.papers
    return what, note, papers


def _room(visit: Visit) -> tuple[object, ...]:
    """Where and how long it is; by another clock the same figures are another hour."""
    clock = "" if visit.at is None else visit.zone
    return in_one_line(visit.address), visit.country, clock, visit.minutes


def _words(visit: Visit) -> tuple[object, ...]:
    return (
        visit.words,
        None if visit.of_side(Side.OURS) else visit.owner,  # who goes is named then
        [(one.side, one.name, one.role) for one in visit.people],
        [(one.minutes, one.kind, item_words(visit, one)) for one in visit.slots],
        [one.what for one in visit.requests],
        [one.words for one in visit.points],
    )
