"""What visits brought, read back as it was told.

What is here is ours alone: nothing of it goes into a record for a customer's paper.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from creditmate.db.connection import execute
from creditmate.db.days import maybe_day
from creditmate.domain.feeling import Mood
from creditmate.domain.money import Money
from creditmate.domain.visit_observations import Observation, Observed, Seen, Topic
from creditmate.domain.visit_report import (
    Came,
    Findings,
    IssueOutcome,
    IssueResult,
    LimitView,
    RequestOutcome,
    Review,
    RiskView,
    Told,
    together,
)

_RESULTS = """
    SELECT i.visit_id, r.action_id, r.day, r.interaction_id, r.visit_issue_id, r.result,
        r.inner_words
    FROM visit_result r JOIN visit_issue i ON i.id = r.visit_issue_id
    WHERE i.visit_id IN (SELECT value FROM json_each(?)) AND r.day <= ?
        AND r.void_action_id IS NULL ORDER BY r.id
"""
_REQUESTS = """
    SELECT q.visit_id, e.action_id, e.day, e.interaction_id, e.visit_request_id, e.kind, e.by_day,
        e.note
    FROM visit_request_event e JOIN visit_request q ON q.id = e.visit_request_id
    WHERE q.visit_id IN (SELECT value FROM json_each(?)) AND e.day <= ?
        AND e.void_action_id IS NULL ORDER BY e.id
"""
_OBSERVATIONS = """
    SELECT visit_id, action_id, day, interaction_id, topic, seen, inner_note
    FROM visit_observation WHERE visit_id IN (SELECT value FROM json_each(?)) AND day <= ?
        AND void_action_id IS NULL ORDER BY id
"""
# What a way in vain cost is no report.
_REVIEWS = """
    SELECT visit_id, action_id, day, interaction_id, inner_limit, inner_risk, inner_mood,
        inner_satisfaction, inner_minutes, inner_distance_tenths, inner_cost_minor,
        inner_currency, inner_note
    FROM visit_review r WHERE visit_id IN (SELECT value FROM json_each(?)) AND day <= ?
        AND void_action_id IS NULL AND NOT EXISTS (
            SELECT 1 FROM visit_event e WHERE e.interaction_id = r.interaction_id
                AND e.kind IN ('nobody', 'deputy', 'refused')
        ) ORDER BY id
"""


def told_of(visits: Sequence[int], as_at: date) -> dict[int, list[Told]]:
    """Return what was told of each of these visits up to a day, in its order."""
    parts: dict[tuple[int, int], tuple[date, int | None, list[Any]]] = {}
    asked = (_json(visits), as_at.isoformat())
    for sql, made in (
        (_RESULTS, _result),
        (_REQUESTS, _request),
        (_OBSERVATIONS, _observation),
        (_REVIEWS, _review),
    ):
        for visit, action, day, talk, *rest in execute(sql, asked):
            key = (int(visit), int(action))
            part = parts.setdefault(key, (date.fromisoformat(day), talk, []))
            part[2].append(made(*rest))
    found: dict[int, list[Told]] = {}
    for (visit, _), (day, talk, pieces) in sorted(parts.items(), key=lambda part: part[0]):
        found.setdefault(visit, []).append(Told(day, talk, _findings(pieces)))
    return found


def _findings(pieces: Iterable[Any]) -> Findings:
    every = list(pieces)
    reviews = [one for one in every if isinstance(one, Review)]
    return Findings(
        tuple(one for one in every if isinstance(one, IssueOutcome)),
        tuple(one for one in every if isinstance(one, RequestOutcome)),
        tuple(one for one in every if isinstance(one, Observation)),
        reviews[-1] if reviews else Review(),
    )


def _result(issue: int, result: str, words: str) -> IssueOutcome:
    return IssueOutcome(issue, IssueResult(result), words)


def _request(request: int, kind: str, by_day: str | None, note: str) -> RequestOutcome:
    return RequestOutcome(request, Came(kind), maybe_day(by_day), note)


def _observation(topic: str, seen: str, note: str) -> Observation:
    return Observation(Topic(topic), Seen(seen), note)


def _review(  # noqa: PLR0913, PLR0917 - the columns of a row
    limit: str,
    risk: str,
    mood: str,
    satisfaction: int | None,
    minutes: int | None,
    tenths: int | None,
    cost: int | None,
    currency: str,
    note: str,
) -> Review:
    return Review(
        limit=LimitView(limit) if limit else None,
        risk=RiskView(risk) if risk else None,
        mood=Mood(mood) if mood else None,
        satisfaction=satisfaction,
        minutes=minutes,
        distance_tenths=tenths,
        cost=None if cost is None else Money(cost, currency),
        note=note,
    )


def observed_with(customer: int, held_by: date, as_at: date) -> list[Observed]:
    """Return what was observed on each visit to a customer, in order.

    Args:
        customer: Who was visited.
        held_by: Visits held later are left out.
        as_at: What was told later is not known.
    """
    held = (
        "SELECT v.id, MIN(e.day) FROM visit v JOIN visit_event e ON e.visit_id = v.id"
        " WHERE v.customer_id = ? AND e.kind = 'held' AND e.void_action_id IS NULL AND e.day <= ?"
        " AND v.archived_day IS NULL GROUP BY v.id ORDER BY 2, 1"
    )
    days = {
        int(id_): date.fromisoformat(day)
        for id_, day in execute(held, (customer, held_by.isoformat()))
    }
    told = told_of(list(days), as_at)
    return [
        Observed(day, together(told[id_]).observations) for id_, day in days.items() if id_ in told
    ]


def files_of(visit: int, as_at: date) -> dict[int, int]:
    """Return the file that each paper came as last, by the ids of request and attachment."""
    sql = (
        "SELECT e.visit_request_id, e.attachment_id FROM visit_request_event e"
        " JOIN visit_request q ON q.id = e.visit_request_id"
        " WHERE q.visit_id = ? AND e.day <= ? AND e.void_action_id IS NULL"
        " AND e.attachment_id IS NOT NULL ORDER BY e.id"
    )
    return {int(request): int(file) for request, file in execute(sql, (visit, as_at.isoformat()))}


def _json(ids: Sequence[int]) -> str:
    return f"[{','.join(map(str, ids))}]"
