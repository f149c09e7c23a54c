"""What a visit brought, told the same day: per issue, per paper asked for, and for us alone.

A report is corrected by adding to it: of each issue, topic and paper the latest word counts, and of
the review each figure that was told last.

Source: domain-rules 4.8, after; issue 8, 5.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from creditmate.domain.feeling import Mood
from creditmate.domain.money import Money
from creditmate.domain.visit_observations import Observation, Topic
from creditmate.domain.visits import Side, VisitEventKind

SCORES = range(1, 6)
"""How satisfied somebody may be."""


class IssueResult(StrEnum):
    """What came of an issue; the values are stored and never change."""

    WANTED = "wanted"
    FALL_BACK = "fall_back"
    PART = "part"
    NONE = "none"
    NOT_SPOKEN_OF = "not_spoken_of"

    @property
    def is_settled(self) -> bool:
        """Whether nothing of it is left to be spoken of."""
        return self in {IssueResult.WANTED, IssueResult.FALL_BACK}

    @property
    def needs_words(self) -> bool:
        """Whether it says nothing by itself."""
        return self in {IssueResult.PART, IssueResult.NONE}


class Came(StrEnum):
    """What became of a paper that we asked for; the values are stored and never change."""

    RECEIVED = "received"
    PROMISED = "promised"
    REFUSED = "refused"


class LimitView(StrEnum):
    """What a visit says of the credit limit; the values are stored."""

    KEEP = "keep"
    RAISE = "raise"
    LOWER = "lower"
    LATER = "later"  # to be looked at again


class RiskView(StrEnum):
    """What a visit says of the risk; the values are stored."""

    LESS = "less"
    SAME = "same"
    MORE = "more"


NOT_MET = (VisitEventKind.DEPUTY, VisitEventKind.NOBODY, VisitEventKind.REFUSED)
"""How a visit may end that was no conversation with somebody who decides."""
REBOOKED = frozenset({VisitEventKind.DEPUTY, VisitEventKind.NOBODY})
"""After these it stays open, so that another day can be agreed."""


@dataclass(frozen=True, slots=True)
class IssueOutcome:
    """What came of one issue, by its id, with words of ours."""

    issue: int
    result: IssueResult
    words: str = ""


@dataclass(frozen=True, slots=True)
class RequestOutcome:
    """What became of one paper that we asked for; promised papers have a day."""

    request: int
    came: Came
    by_day: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    """What one side will do and by when: theirs to pay where there is an ``amount``."""

    side: Side
    by: date
    words: str = ""
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What a visit says of limit, risk and mood, and what it took; None where nothing was told.

    ``minutes`` are talk and travel together, ``distance_tenths`` there and back.
    """

    limit: LimitView | None = None
    risk: RiskView | None = None
    mood: Mood | None = None
    satisfaction: int | None = None
    minutes: int | None = None
    distance_tenths: int | None = None
    cost: Money | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """What of a report stays on the visit itself; nothing of it reaches a customer's paper."""

    results: tuple[IssueOutcome, ...] = ()
    requests: tuple[RequestOutcome, ...] = ()
    observations: tuple[Observation, ...] = ()
    review: Review = field(default_factory=Review)


@dataclass(frozen=True, slots=True)
class Told:
    """What was put down at once: on which day it holds, and in which contact it was said."""

    day: date
    interaction: int | None
    findings: Findings


def together(told: Iterable[Told]) -> Findings:
    """Return what holds after everything that was told, in its order.

    Of each issue, paper and topic the latest word counts, of the review every figure by itself.
    """
    results: dict[int, IssueOutcome] = {}
    requests: dict[int, RequestOutcome] = {}
    observations: dict[Topic, Observation] = {}
    review = Review()
    for one in told:
        results |= {each.issue: each for each in one.findings.results}
        requests |= {each.request: each for each in one.findings.requests}
        observations |= {each.topic: each for each in one.findings.observations}
        review = _reviewed(review, one.findings.review)
    return Findings(
        tuple(results.values()),
        tuple(requests.values()),
        tuple(observations[topic] for topic in Topic if topic in observations),
        review,
    )


def _reviewed(before: Review, after: Review) -> Review:
    """A review with what was told later in place of what it says of the same."""
    return Review(
        limit=after.limit or before.limit,
        risk=after.risk or before.risk,
        mood=after.mood or before.mood,
        satisfaction=_later(before.satisfaction, after.satisfaction),
        minutes=_later(before.minutes, after.minutes),
        distance_tenths=_later(before.distance_tenths, after.distance_tenths),
        cost=before.cost if after.cost is None else after.cost,
        note=after.note or before.note,
    )


def _later(before: int | None, after: int | None) -> int | None:
    return before if after is None else after


class Field(StrEnum):
    """A field of the report that is missing, or does not fit."""

    RESULTS = "visit.results"
    RESULT_WORDS = "visit.result_words"
    REQUESTS = "visit.requests"
    REQUEST_DAY = "visit.request_day"
    OBSERVATIONS = "visit.observations"
    COMMITMENT = "visit.commitment"
    COMMITMENT_DAY = "visit.commitment_day"
    SATISFACTION = "visit.satisfaction"
    TOOK = "visit.took"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report has to speak of: issues and papers by id, ``told`` those it does already."""

    issues: Sequence[int] = ()
    requests: Sequence[int] = ()
    told: frozenset[int] = frozenset()


def misfits(
    findings: Findings, commitments: Iterable[Commitment], asked: Asked, day: date
) -> list[Field]:
    """Return the fields in which a report does not fit together, in the order of the form.

    Every issue is spoken of, were it to say that it was not.

    Args:
        findings: What is told.
        commitments: What both sides will do.
        asked: The visit's issues and papers.
        day: Of the visit; nobody commits themselves to a day before it.
    """
    results, requests = findings.results, findings.requests
    spoken = [one.issue for one in results]
    papers = [one.request for one in requests]
    topics = [one.topic for one in findings.observations]
    given = list(commitments)
    rules: Mapping[Field, bool] = {
        Field.RESULTS: _wrong(spoken, asked.issues)
        or not set(asked.issues) <= {*spoken, *asked.told},
        Field.RESULT_WORDS: any(
            one.result.needs_words and not one.words.strip() for one in results
        ),
        Field.REQUESTS: _wrong(papers, asked.requests),
        Field.REQUEST_DAY: any(_wrong_day(one, day) for one in requests),
        Field.OBSERVATIONS: len(set(topics)) < len(topics),
        Field.COMMITMENT: any(_says_nothing(one) for one in given),
        Field.COMMITMENT_DAY: any(one.by < day for one in given),
        Field.SATISFACTION: findings.review.satisfaction not in {None, *SCORES},
        Field.TOOK: _took_nothing(findings.review),
    }
    return [name for name, wrong in rules.items() if wrong]


def _wrong(named: Sequence[int], known: Sequence[int]) -> bool:
    """Whether something is named twice, or is not there."""
    return len(set(named)) < len(named) or not set(named) <= set(known)


def _wrong_day(one: RequestOutcome, day: date) -> bool:
    if one.came is not Came.PROMISED:
        return one.by_day is not None
    return one.by_day is None or one.by_day < day


def _says_nothing(one: Commitment) -> bool:
    if one.amount is None:
        return not one.words.strip()
    return one.side is Side.OURS or one.amount.minor <= 0


def _took_nothing(review: Review) -> bool:
    cost = review.cost
    figures = (review.minutes, review.distance_tenths, None if cost is None else cost.minor)
    return any(figure is not None and figure < 0 for figure in figures)
