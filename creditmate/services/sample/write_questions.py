"""Who of us answers the sample's questions, and what its customers said beside them."""

from collections.abc import Mapping
from datetime import date, timedelta

from creditmate.db.contact_details import add_detail
from creditmate.db.conversation import interactions_of
from creditmate.db.dispute_register import dispute_rows
from creditmate.db.disputes import add_care
from creditmate.db.gateway import Writing
from creditmate.db.noted import add_noted
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.noted import NotedKind
from creditmate.services.sample.write import Ids

_EVIDENCE: Mapping[str, str] = {
    "BRIN01": "Driver's sheet, to be laid beside the loader's list",
    "QUIL01": "Photographs in the e-mail: six crushed corners",
    "LOCK01": "Delivery note with his signature",
    "GREY01": "Both orders, from the vestry",
}
_NOTED: tuple[tuple[str, NotedKind, int, int | None, str], ...] = (
    ("BRIN01", NotedKind.OPPORTUNITY, 16, 2, "Fits out two more showrooms in the spring."),
    ("DUNM01", NotedKind.OPPORTUNITY, 12, 9, "Would take oak offcuts by the pallet."),
    ("QUIL01", NotedKind.FEEDBACK, 74, None, "Pleased how quickly the six shelves were put right."),
)
"""Whose, what, said so many days ago, to be come back to in so many days, in their words."""
_SATISFIED = "GREY01", 5
"""Who was asked when a question had come to its end."""


def write_questions(writing: Writing, ids: Ids, staff: range, today: date) -> None:
    """Hand the questions over to our people, and note what is no question."""
    for place, row in enumerate(dispute_rows(today)):
        add_care(
            writing,
            row.id,
            day=row.standing.raised_day,
            staff_id=staff[place % len(staff)],
            answer_by_day=row.answer_by,
            interaction_id=None,
            evidence=_EVIDENCE.get(row.code, ""),
        )
    for code, kind, ago, ahead, words in _NOTED:
        add_noted(
            writing,
            customer_id=ids.customers[code],
            interaction_id=None,
            kind=kind.value,
            day=today - timedelta(days=ago),
            words=words,
            follow_up_day=None if ahead is None else today + timedelta(days=ahead),
        )
    _satisfied(writing, ids, today)


def _satisfied(writing: Writing, ids: Ids, today: date) -> None:
    """The last talk of a customer ended with how satisfied it was."""
    code, score = _SATISFIED
    customer = ids.customers[code]
    (ending,) = (row.standing.ending for row in dispute_rows(today, [customer]))
    talks = interactions_of(customer, today, limit=50)
    asked = [talk.id for talk in talks if ending is not None and talk.day == ending.day]
    add_detail(
        writing,
        interaction_id=asked[0],
        purpose=Purpose.INCOMING.value,
        step="",
        barrier="",
        told="",
        zone="",
        satisfaction=score,
        override="",
    )
