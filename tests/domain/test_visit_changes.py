"""What a changed visit means for its customer: only what its agenda says counts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from creditmate.domain.visit_changes import change_of, item_words
from creditmate.domain.visits import (
    IssueKind,
    Side,
    SlotKind,
    Visit,
    VisitChange,
    VisitIssue,
    VisitPerson,
    VisitPoint,
    VisitRequest,
    VisitSlot,
)

Change = Callable[[Visit], Visit]
VISIT = Visit(
    id=1, version=1, number="V-2611-001", customer=1, task=1, day=date(2026, 12, 3), at=time(10),
    minutes=60, zone="Europe/London", address="Unit 6\nOvermere", words="To listen.", owner=1,
    people=(VisitPerson(1, Side.THEIRS, "Ann Lee", "director"),),
    issues=(
        VisitIssue(1, IssueKind.DISPUTE, "Four lengths short", "the delivery note"),
        VisitIssue(2, IssueKind.ACCOUNT, "Overdue invoices", "statement"),
        VisitIssue(3, IssueKind.LIMIT, "The limit", "accounts"),
    ),
    points=(VisitPoint(1, "Delivery slots"),),
    slots=(
        VisitSlot(1, time(10), 20, SlotKind.ISSUE, issue=1),
        VisitSlot(2, time(10, 20), 20, SlotKind.ACCOUNT),
        VisitSlot(3, time(10, 40), 20, SlotKind.ISSUE, issue=3),
    ),
    requests=(VisitRequest(1, "Goods-in note"),),
)  # fmt: skip


def test_an_item_has_its_own_words_else_those_of_its_issue_and_never_names_a_limit() -> None:
    short, account, limit = VISIT.slots
    assert item_words(VISIT, short) == ("Four lengths short", "the delivery note", "")
    assert item_words(VISIT, replace(short, title="Lengths")) == (
        "Lengths", "the delivery note", "",
    )  # fmt: skip
    assert item_words(VISIT, account) == ("", "", "statement")
    assert item_words(VISIT, limit) == ("", "", "")


@pytest.mark.parametrize(
    "change",
    [
        lambda visit: visit,
        lambda visit: replace(visit, version=2, site=4),
        lambda visit: replace(visit, address="Unit 6,\n\nOvermere "),
        lambda visit: replace(
            visit, issues=(*visit.issues[:2], replace(visit.issues[2], what="A higher limit"))
        ),
        lambda visit: replace(visit, people=(replace(visit.people[0], decides=True),)),
        lambda visit: replace(visit, points=(VisitPoint(9, "Delivery slots", VISIT.day, "Ann"),)),
    ],
)
def test_what_they_do_not_read_changes_nothing_for_them(change: Change) -> None:
    assert change_of(VISIT, change(VISIT)) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda visit: replace(visit, address="New Yard"),
        lambda visit: replace(visit, minutes=90),
        lambda visit: replace(visit, minutes=90, words="To plan."),
    ],
)
def test_another_place_or_length_is_as_good_as_another_day(change: Change) -> None:
    assert change_of(VISIT, change(VISIT)) is VisitChange.PLACE


@pytest.mark.parametrize(
    "change",
    [
        lambda visit: replace(visit, words="To plan."),
        lambda visit: replace(visit, owner=2),
        lambda visit: replace(visit, people=()),
        lambda visit: replace(visit, points=()),
        lambda visit: replace(visit, requests=()),
        lambda visit: replace(visit, slots=visit.slots[:2]),
        lambda visit: replace(
            visit, issues=(replace(visit.issues[0], what="Six short"), *visit.issues[1:])
        ),
    ],
)
def test_other_words_are_a_new_agenda(change: Change) -> None:
    assert change_of(VISIT, change(VISIT)) is VisitChange.WORDS


def test_who_looks_after_it_is_not_read_where_somebody_of_ours_is_named() -> None:
    named = replace(VISIT, people=(*VISIT.people, VisitPerson(2, Side.OURS, "Ellen Rook")))
    assert change_of(named, replace(named, owner=2)) is None
