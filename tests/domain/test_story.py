"""What belongs to which topic of a story, in which order it is told, and what words find."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.domain.disputes import DisputedItem, DisputeEventKind
from creditmate.domain.kinds import DocumentKind, EntryKind
from creditmate.domain.money import Money
from creditmate.domain.promises import (
    Cash,
    Deed,
    DeedState,
    Ending,
    Promise,
    PromiseEnd,
    PromiseState,
    Standing,
    promise_states,
)
from creditmate.domain.story import (
    DeedEnded,
    DisputeMoved,
    DisputeRaised,
    DocumentIssued,
    Happening,
    MoneyMoved,
    PaperIssued,
    Pledge,
    PromiseEnded,
    PromiseMade,
    StepDone,
    StoryEvent,
    StoryKey,
    Talk,
    Topic,
)
from creditmate.domain.story_order import (
    deed_ended_on,
    happenings_of,
    is_told_in,
    newest_first,
    promise_ended_on,
)
from creditmate.domain.story_search import is_found

DAY = timedelta(days=1)
MADE, DUE, UNTIL = date(2026, 11, 10), date(2026, 11, 17), date(2026, 11, 19)
PROMISE = Promise(7, "GBP", 10_000, MADE, DUE, UNTIL)
KEY = StoryKey(MADE, Happening.TALK, 1)
TALK = Talk(KEY, "call", "out", "will_pay", "Ann Lee", "Ellen Rook", 240, "Café is slow", "")


def standing(*cash: Cash, promise: Promise = PROMISE, as_at: date = UNTIL + 9 * DAY) -> Standing:
    (found,) = promise_states([promise], cash, as_at, as_at, {})
    return found


def paid(on: date, minor: int, number: int = 1) -> Cash:
    return Cash(number, on, "GBP", minor)


# ------------------------------------------------------------------ topics
def test_every_happening_is_told_in_everything_and_in_one_other_topic() -> None:
    assert happenings_of(Topic.EVERYTHING) == frozenset(Happening)
    others = [topic for topic in Topic if topic is not Topic.EVERYTHING]
    for what in Happening:
        found = [topic for topic in others if what in happenings_of(topic)]
        if what is Happening.TALK:
            assert found == [Topic.TALKS, Topic.PROMISES, Topic.LETTERS]
        else:
            assert len(found) == 1, what


@pytest.mark.parametrize(
    ("topic", "channel", "pledged", "told"),
    [
        (Topic.EVERYTHING, "call", False, True),
        (Topic.EVERYTHING, "letter", False, True),
        (Topic.TALKS, "call", False, True),
        (Topic.TALKS, "email", True, False),
        (Topic.LETTERS, "email", False, True),
        (Topic.LETTERS, "visit", True, False),
        (Topic.PROMISES, "email", True, True),
        (Topic.PROMISES, "call", False, False),
    ],
)
def test_a_contact_is_a_talk_or_a_letter_and_perhaps_a_promise(
    topic: Topic, channel: str, pledged: bool, told: bool
) -> None:
    assert is_told_in(topic, channel, pledged=pledged) is told


def test_the_newest_day_comes_first_and_of_one_day_what_was_settled() -> None:
    keys = [
        StoryKey(MADE, Happening.DOCUMENT, 1),
        StoryKey(MADE, Happening.TALK, 1),
        StoryKey(MADE, Happening.TALK, 2),
        StoryKey(DUE, Happening.MONEY, 1),
        StoryKey(DUE, Happening.PROMISE_ENDED, 1),
    ]
    assert newest_first(keys) == [keys[4], keys[3], keys[2], keys[1], keys[0]]


def test_of_one_day_the_later_talk_comes_first_whenever_it_was_put_down() -> None:
    moved, noon, right = (StoryKey(MADE, Happening.TALK, id_) for id_ in (9, 2, 11))
    moments = {9: "2026-11-02T09:00", 2: "2026-11-02T12:00", 11: "2026-11-02T09:00"}
    assert newest_first([moved, noon, right], moments) == [noon, right, moved]


# ------------------------------------------------------------------ when promises ended
def test_a_promise_kept_ended_when_its_last_money_came() -> None:
    found = standing(paid(MADE, 4_000), paid(DUE, 6_000, 2), paid(UNTIL, 5_000, 3))
    assert (found.state, found.filled_day) == (PromiseState.KEPT, DUE)
    assert promise_ended_on(found) == DUE


def test_a_promise_kept_late_ended_on_the_late_day() -> None:
    late = UNTIL + 2 * DAY
    found = standing(paid(DUE, 4_000), paid(late, 6_000, 2), paid(late + DAY, 5_000, 3))
    assert found.state is PromiseState.LATE_KEPT
    assert promise_ended_on(found) == late


def test_a_promise_not_kept_ended_with_its_grace() -> None:
    assert promise_ended_on(standing()) == UNTIL
    part = standing(paid(DUE, 4_000))
    assert (part.state, part.filled_day) == (PromiseState.PART_KEPT, DUE)
    assert promise_ended_on(part) == UNTIL


def test_one_that_runs_or_lapsed_has_not_ended() -> None:
    assert standing(as_at=DUE).filled_day is None
    assert promise_ended_on(standing(as_at=DUE)) is None
    assert promise_ended_on(Standing(PROMISE, PromiseState.LAPSED, 0, 0)) is None


@pytest.mark.parametrize("end", PromiseEnd)
def test_one_taken_back_ended_that_day_and_not_before(end: PromiseEnd) -> None:
    promise = replace(PROMISE, ended=Ending(end, DUE))
    assert promise_ended_on(standing(promise=promise)) == DUE
    assert promise_ended_on(standing(promise=promise, as_at=DUE - DAY)) is None


def test_ours_ends_when_it_is_done_taken_back_or_late() -> None:
    deed = Deed(1, "send the copy", MADE, DUE)
    assert deed_ended_on(deed, DUE) is None
    assert deed_ended_on(deed, DUE + DAY) == DUE
    assert deed_ended_on(replace(deed, done_day=MADE), DUE) == MADE
    assert deed_ended_on(replace(deed, done_day=DUE + DAY), DUE + DAY) == DUE + DAY
    ended = replace(deed, ended=Ending(PromiseEnd.WITHDRAWN, DUE))
    assert deed_ended_on(ended, DUE) == DUE
    assert deed_ended_on(ended, DUE - DAY) is None


# ------------------------------------------------------------------ search
ITEM = DisputedItem("2064", None, Money(121_200, "GBP"))
PLEDGES = (
    Pledge(DUE, Money(421_260, "GBP")),
    Pledge(DUE, None, "Delivery notes to Daniel"),
)


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (TALK, "ann"),
        (TALK, "slow ANN"),
        (TALK, "CAFÉ"),
        (TALK, "ellen"),
        (replace(TALK, none_because="Paid in full"), "paid full"),
        (replace(TALK, pledges=PLEDGES), "4,212"),
        (replace(TALK, pledges=PLEDGES), "delivery 4212.60"),
        (PromiseMade(KEY, PLEDGES[0]), "4212"),
        (PromiseMade(KEY, PLEDGES[1]), "daniel"),
        (PromiseEnded(KEY, standing()), "100.00"),
        (DeedEnded(KEY, Deed(1, "Send the copy", MADE, DUE), DeedState.DONE), "copy"),
        (DisputeRaised(KEY, "price", "Ruth", None, "Short", (ITEM,), None), "ruth 2064"),
        (DisputeRaised(KEY, "price", "", None, "", (ITEM,), None), "1.212"),
        (DisputeRaised(KEY, "price", "", None, "", (ITEM,), None, "Photo"), "photo"),
        (DisputeRaised(KEY, "price", "", None, "", (), None, "", ("box.jpg",)), "box"),
        (DisputeMoved(KEY, DisputeEventKind.PART, "price", MADE, "Half", (ITEM,)), "half 2064"),
        (
            DocumentIssued(KEY, DocumentKind.INVOICE, "INV-7", "PO 88", (DUE,), Money(500, "EUR")),
            "inv-7 po 5.00",
        ),
        (
            MoneyMoved(KEY, EntryKind.RECEIPT, "19", "BRAC01", Money(-15_000, "GBP"), False),
            "brac01 150",
        ),
        (PaperIssued(KEY, "S-2611-001", MADE, Money(9_900, "GBP"), 1), "s-2611 99"),
        (StepDone(KEY, "other", MADE, "Ring the bank"), "ring"),
    ],
)
def test_every_word_is_looked_for_in_what_people_wrote(event: StoryEvent, words: str) -> None:
    assert is_found(event, words)
    assert not is_found(event, words + " larkspur")


def test_a_figure_finds_the_beginning_of_an_amount_only() -> None:
    event = PromiseEnded(KEY, standing())  # 100.00
    assert is_found(event, "10")
    assert not is_found(event, "00")
    assert not is_found(event, "£100")
    assert not is_found(event, "200")
    assert is_found(event, "")
