"""What a report has to say, and how it is corrected by adding to it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.feeling import Mood
from creditmate.domain.money import Money
from creditmate.domain.visit_observations import Observation, Seen, Topic
from creditmate.domain.visit_report import (
    Asked,
    Came,
    Commitment,
    Field,
    Findings,
    IssueOutcome,
    IssueResult,
    LimitView,
    RequestOutcome,
    Review,
    RiskView,
    Told,
    misfits,
    together,
)
from creditmate.domain.visits import Side

DAY, LATER, BEFORE = date(2026, 11, 26), date(2026, 12, 10), date(2026, 11, 25)
ASKED = Asked(issues=(1, 2), requests=(7,))
BOTH = (IssueOutcome(1, IssueResult.WANTED), IssueOutcome(2, IssueResult.NOT_SPOKEN_OF))
WHOLE = Findings(results=BOTH)
GBP = Money(600000, "GBP")


def test_every_issue_is_spoken_of() -> None:
    assert misfits(WHOLE, (), ASKED, DAY) == []
    assert misfits(Findings(results=BOTH[:1]), (), ASKED, DAY) == [Field.RESULTS]
    assert misfits(Findings(results=BOTH[:1]), (), replace(ASKED, told=frozenset({2})), DAY) == []


@pytest.mark.parametrize(("findings", "commitments", "fields"), [
    (replace(WHOLE, results=(*BOTH, BOTH[0])), (), [Field.RESULTS]),
    (replace(WHOLE, results=(*BOTH, IssueOutcome(9, IssueResult.WANTED))), (), [Field.RESULTS]),
    (replace(WHOLE, results=(BOTH[0], IssueOutcome(2, IssueResult.PART, " "))), (),
     [Field.RESULT_WORDS]),
    (replace(WHOLE, requests=(RequestOutcome(8, Came.RECEIVED),)), (), [Field.REQUESTS]),
    (replace(WHOLE, requests=(RequestOutcome(7, Came.PROMISED),)), (), [Field.REQUEST_DAY]),
    (replace(WHOLE, requests=(RequestOutcome(7, Came.PROMISED, BEFORE),)), (),
     [Field.REQUEST_DAY]),
    (replace(WHOLE, requests=(RequestOutcome(7, Came.REFUSED, LATER),)), (), [Field.REQUEST_DAY]),
    (replace(WHOLE, requests=(RequestOutcome(7, Came.PROMISED, DAY),)), (), []),
    (replace(WHOLE, observations=(Observation(Topic.SITE, Seen.SAME),) * 2), (),
     [Field.OBSERVATIONS]),
    (WHOLE, (Commitment(Side.THEIRS, LATER),), [Field.COMMITMENT]),
    (WHOLE, (Commitment(Side.OURS, LATER, "pay", GBP),), [Field.COMMITMENT]),
    (WHOLE, (Commitment(Side.THEIRS, LATER, amount=Money(0, "GBP")),), [Field.COMMITMENT]),
    (WHOLE, (Commitment(Side.THEIRS, BEFORE, amount=GBP),), [Field.COMMITMENT_DAY]),
    (WHOLE, (Commitment(Side.THEIRS, DAY, amount=GBP), Commitment(Side.OURS, DAY, "write")), []),
    (replace(WHOLE, review=Review(satisfaction=6)), (), [Field.SATISFACTION]),
    (replace(WHOLE, review=Review(satisfaction=0)), (), [Field.SATISFACTION]),
    (replace(WHOLE, review=Review(satisfaction=5, minutes=0)), (), []),
    (replace(WHOLE, review=Review(minutes=-1)), (), [Field.TOOK]),
    (replace(WHOLE, review=Review(cost=Money(-1, "GBP"))), (), [Field.TOOK]),
])  # fmt: skip
def test_what_does_not_fit_is_named(
    findings: Findings, commitments: tuple[Commitment, ...], fields: list[Field]
) -> None:
    assert misfits(findings, commitments, ASKED, DAY) == fields


def test_what_is_settled_needs_no_words() -> None:
    settled = [result for result in IssueResult if result.is_settled]
    assert settled == [IssueResult.WANTED, IssueResult.FALL_BACK]
    assert not any(result.needs_words for result in settled)


def test_nothing_told_is_nothing() -> None:
    assert together(()) == Findings()


def test_a_later_word_takes_the_place_of_an_earlier_one() -> None:
    first = Told(DAY, 1, Findings(
        results=BOTH,
        requests=(RequestOutcome(7, Came.PROMISED, LATER),),
        observations=(Observation(Topic.TRADE, Seen.SAME), Observation(Topic.STOCK, Seen.WORSE)),
        review=Review(LimitView.KEEP, RiskView.SAME, Mood.CALM, 4, 230, 960,
                      Money(16587, "GBP"), "quiet"),
    ))  # fmt: skip
    second = Told(LATER, None, Findings(
        results=(IssueOutcome(2, IssueResult.PART, "by telephone since"),),
        requests=(RequestOutcome(7, Came.RECEIVED),),
        observations=(Observation(Topic.STOCK, Seen.SAME),),
        review=Review(limit=LimitView.LOWER, minutes=0),
    ))  # fmt: skip
    found = together((first, second))
    assert [one.result for one in found.results] == [IssueResult.WANTED, IssueResult.PART]
    assert [one.came for one in found.requests] == [Came.RECEIVED]
    assert [(one.topic, one.seen) for one in found.observations] == [
        (Topic.STOCK, Seen.SAME), (Topic.TRADE, Seen.SAME),
    ]  # fmt: skip
    assert found.review == Review(
        LimitView.LOWER, RiskView.SAME, Mood.CALM, 4, 0, 960, Money(16587, "GBP"), "quiet"
    )


OUTCOMES = st.lists(
    st.builds(IssueOutcome, st.integers(1, 4), st.sampled_from(IssueResult), st.text(max_size=3)),
    max_size=4,
    unique_by=lambda one: one.issue,
).map(tuple)
TOLD = st.lists(
    st.builds(Told, st.just(DAY), st.none(), st.builds(
        Findings,
        results=OUTCOMES,
        observations=st.lists(
            st.builds(Observation, st.sampled_from(Topic), st.sampled_from(Seen)),
            max_size=5, unique_by=lambda one: one.topic,
        ).map(tuple),
        review=st.builds(Review, minutes=st.none() | st.integers(0, 9)),
    )),
    max_size=5,
)  # fmt: skip


@given(TOLD, TOLD)
def test_what_is_told_in_two_parts_is_told_together(first: list[Told], then: list[Told]) -> None:
    halfway = Told(DAY, None, together(first))
    assert together([halfway, *then]) == together([*first, *then])


@given(TOLD)
def test_every_word_counts_until_another_one(told: list[Told]) -> None:
    found = together(told)
    last = {each.issue: each for one in told for each in one.findings.results}
    assert {one.issue: one for one in found.results} == last
    minutes = [one.findings.review.minutes for one in told]
    known = [figure for figure in minutes if figure is not None]
    assert found.review.minutes == (known[-1] if known else None)
