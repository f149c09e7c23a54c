"""What of a story may stand on paper: nothing of how they felt, and to others facts alone."""

from dataclasses import fields
from datetime import date

from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.extensions import ExtensionEnd
from creditmate.domain.feeling import Signal
from creditmate.domain.kinds import EntryKind, PaperKind
from creditmate.domain.money import Money
from creditmate.domain.plan_terms import Meanwhile
from creditmate.domain.plans import Plan, PlanEventKind, PlanStanding, PlanState
from creditmate.domain.story import (
    ContactMoved,
    DisputeMoved,
    DisputeRaised,
    Happening,
    MoneyMoved,
    PaperIssued,
    PlanAgreed,
    PlanEnded,
    PlanMoved,
    Pledge,
    PromiseMade,
    StepDone,
    StoryEvent,
    StoryKey,
    Talk,
    TimeEnded,
    TimeGiven,
)
from creditmate.domain.story_on_paper import facts_only, for_ourselves

DAY = date(2026, 11, 23)
OURS = "for ourselves"


def key(what: Happening) -> StoryKey:
    return StoryKey(DAY, what, 1)


TALK = Talk(
    key=key(Happening.TALK),
    channel="call",
    direction="out",
    outcome="will_pay",
    with_name="Ruth Okafor",
    by="Ellen Rook",
    seconds=120,
    notes=OURS,
    none_because=OURS,
    pledges=(Pledge(DAY, Money(100, "GBP")),),
    signals=(next(iter(Signal)),),
    moved_from="OTHER01",
    files=(OURS,),
    override=OURS,
)
PLAN = Plan(
    id=1, customer_id=1, interaction_id=None, day=DAY, number="P-1", contact_id=None,
    by_whom="Ruth", staff_id=None, currency="GBP", minor=5, rhythm="month", method="transfer",
    reference="", interest=Meanwhile.WAIVED, cure_days=7, note=OURS, items=(), instalments=(),
)  # fmt: skip
EVENTS: tuple[StoryEvent, ...] = (
    TALK,
    ContactMoved(key(Happening.CONTACT_MOVED), "call", DAY, "OTHER01", "Other Ltd", OURS),
    DisputeRaised(
        key(Happening.DISPUTE_RAISED), "price", "Ruth", None, OURS, (), None, OURS, (OURS,)
    ),
    DisputeMoved(key(Happening.DISPUTE_ENDED), DisputeEventKind.UPHELD, "price", DAY, OURS, ()),
    MoneyMoved(
        key(Happening.MONEY), EntryKind.WRITE_OFF, "", "", Money(-5, "GBP"), False, reason=OURS
    ),
    StepDone(key(Happening.STEP_DONE), "call_back", DAY, OURS),
    PaperIssued(key(Happening.PAPER), "S-1", DAY, Money(5, "GBP"), 1),
    PaperIssued(
        key(Happening.PAPER), "H-1", DAY, Money(0, "GBP"), 1, PaperKind.HELP_SHEET
    ),
    PromiseMade(key(Happening.PROMISE_MADE), Pledge(DAY, None, "copy of 2118")),
    PlanAgreed(key(Happening.PLAN_AGREED), "P-1", Money(5, "GBP"), 1, DAY, DAY, "Ruth"),
    PlanMoved(key(Happening.PLAN_MOVED), PlanEventKind.SIGNED, "P-1", OURS),
    PlanEnded(key(Happening.PLAN_ENDED), PlanStanding(PLAN, PlanState.COMPLETED, ())),
    TimeGiven(key(Happening.TIME_GIVEN), DAY, ("2118",), "Ruth", OURS),
    TimeEnded(key(Happening.TIME_ENDED), ExtensionEnd.WITHDRAWN, DAY, OURS),
)  # fmt: skip


def test_for_ourselves_all_is_told_but_how_they_felt() -> None:
    found = list(for_ourselves(EVENTS))
    assert len(found) == len(EVENTS)
    assert isinstance(found[0], Talk)
    assert (found[0].signals, found[0].notes, found[0].override) == ((), OURS, OURS)
    assert found[1:] == list(EVENTS[1:])


def test_others_learn_what_was_done_and_agreed_and_no_word_of_ours() -> None:
    found = list(facts_only(EVENTS))
    said = repr(found)
    for words in (OURS, "OTHER01", "Other Ltd", "H-1", "Signal"):
        assert words not in said
    talk = next(one for one in found if isinstance(one, Talk))
    assert (talk.with_name, talk.by, talk.outcome, talk.pledges) == (
        "Ruth Okafor", "Ellen Rook", "will_pay", TALK.pledges,
    )  # fmt: skip
    told = [type(one) for one in found]
    assert told == [
        Talk, DisputeRaised, DisputeMoved, MoneyMoved, PaperIssued, PromiseMade, PlanAgreed,
        PlanMoved, PlanEnded, TimeGiven, TimeEnded,
    ]  # fmt: skip


def test_what_the_story_learns_anew_is_no_fact_until_it_is_said_to_be() -> None:
    """A new field of a contact, or a new sort of happening, stays out by itself."""
    known = {
        "key", "channel", "direction", "outcome", "with_name", "by", "seconds", "pledges",
        "claims", "corrects", "corrected", "barrier", "told",
    }  # fmt: skip
    (found,) = facts_only([TALK])
    others = {one.name for one in fields(Talk)} - known
    assert not any(getattr(found, name) for name in others)

    class New:
        pass

    assert list(facts_only([New()])) == []  # type: ignore[list-item]  # as a later one would be
