"""One row of everything that is kept of a visit."""

from creditmate.db.connection import execute
from creditmate.db.gateway import Writing
from creditmate.db.models import (
    Attachment,
    Contact,
    CreditLimit,
    Dispute,
    Interaction,
    Paper,
    Site,
    Staff,
    Task,
    Visit,
    VisitEvent,
    VisitIssue,
    VisitIssueItem,
    VisitObservation,
    VisitPerson,
    VisitPoint,
    VisitPreparation,
    VisitRequest,
    VisitRequestEvent,
    VisitResult,
    VisitReview,
    VisitSlot,
)
from creditmate.db.models.base import Table, table_name
from tests.builders import day


def write_visits(writing: Writing, customer: int, entry: int) -> None:
    """Write them about a customer that has people, a question, a contact and a paper already."""
    visit = writing.create(
        Visit,
        customer_id=customer, number="V-2602-001", task_id=_step(writing, customer, 60, "visit"),
        site_id=_first(Site), address="1 Mill Lane", minutes=60,
        purpose_words="To agree how the account is settled.", ended_day=day(61),
        inner_purpose="get_well", inner_travel_minutes=85, inner_distance_tenths=960,
        inner_unit="mile", inner_limits="no discount", inner_if_deputy="re-book",
        inner_note="ring the side bell", inner_margin_minor=690000,
    )  # fmt: skip
    about = {"visit_id": visit}
    people = {"role": "owner", "decides": 1, "inner_note": "may grant three months"}
    for place, side, contact, staff in (
        (1, "theirs", _first(Contact), None), (2, "ours", None, _first(Staff)),
    ):  # fmt: skip
        writing.create(
            VisitPerson, **about, place=place, side=side, contact_id=contact, staff_id=staff,
            name="E", **people,
        )  # fmt: skip
    issue = writing.create(
        VisitIssue, **about, place=1, kind="dispute", what="Short delivery",
        papers="3 delivery notes", dispute_id=_first(Dispute), inner_wanted="accepted",
        inner_fall_back="5 % credit",
    )  # fmt: skip
    writing.create(VisitIssueItem, visit_issue_id=issue, entry_id=entry)
    writing.create(
        VisitPoint, **about, place=1, words="Friday deliveries", said_day=day(50), by_whom="Ms Ash"
    )
    writing.create(
        VisitSlot, **about, place=1, minutes=15, kind="issue", title="", detail="",
        visit_issue_id=issue,
    )  # fmt: skip
    request = writing.create(VisitRequest, **about, place=1, what="Accounts to June")
    writing.create(
        VisitPreparation, **about, place=1, kind="send_agenda",
        task_id=_step(writing, customer, 53, "visit_agenda"),
    )  # fmt: skip
    _happened(writing, visit, issue, request)


def _happened(writing: Writing, visit: int, issue: int, request: int) -> None:
    talk = {"interaction_id": _first(Interaction)}
    for kind, from_day in (("agenda_sent", None), ("moved", day(59)), ("reported", None)):
        writing.add(
            VisitEvent, visit_id=visit, **talk, kind=kind, day=day(58), way="email",
            contact_id=_first(Contact), by_whom="Ms Ash", paper_id=_first(Paper),
            from_day=from_day, from_at=from_day and "10:30", to_day=from_day and day(60),
            to_at=None, note="as she asked",
        )  # fmt: skip
    writing.add(
        VisitRequestEvent, visit_request_id=request, **talk, kind="promised", day=day(60),
        by_day=day(70), attachment_id=_first(Attachment), note="by post",
    )  # fmt: skip
    writing.add(
        VisitResult, visit_issue_id=issue, **talk, day=day(60), result="fall_back",
        inner_words="after some talk",
    )  # fmt: skip
    writing.add(
        VisitObservation, visit_id=visit, **talk, day=day(60), topic="stock", seen="worse",
        inner_note="half the racks are empty",
    )  # fmt: skip
    writing.add(
        VisitReview, visit_id=visit, **talk, day=day(60), credit_limit_id=_first(CreditLimit),
        inner_limit="keep", inner_risk="higher", inner_mood="calm", inner_satisfaction=4,
        inner_minutes=230, inner_distance_tenths=960, inner_cost_minor=16587,
        inner_currency="GBP", inner_note="see them again in spring",
    )  # fmt: skip


def _step(writing: Writing, customer: int, due: int, about: str) -> int:
    return writing.create(
        Task, customer_id=customer, kind="other", day=day(due), note="", owner_id=None,
        from_interaction_id=None, done_by_interaction_id=None, done_day=day(61), about=about,
    )  # fmt: skip


def _first(model: type[Table]) -> int:
    (id_,) = execute(f"SELECT min(id) FROM {table_name(model)}").fetchone()
    return int(id_)
