"""Visits: what is planned, what happened to them, and what came of them.

Columns called ``inner_…`` are ours alone: no record for a customer's paper is built from them.
"""

import peewee

from creditmate.db.fields import DayField
from creditmate.db.models.base import Record, Scratch, Voidable


class Visit(Record):
    """A visit; its day, hour, zone and owner are those of its next step, ``task_id``.

    ``ended_day`` since when nothing is to be done with it. Distances are there and back, in tenths
    of ``inner_unit``; the way takes ``inner_travel_minutes`` once, NULL where nobody said.
    """

    personal = frozenset({"address", "purpose_words", "inner_limits", "inner_if_deputy",
                          "inner_note"})  # fmt: skip
    free = frozenset({"purpose_words", "inner_limits", "inner_if_deputy", "inner_note"})

    customer_id = peewee.IntegerField()
    number = peewee.TextField(unique=True)
    task_id = peewee.IntegerField(unique=True)
    site_id = peewee.IntegerField(null=True)
    address = peewee.TextField()
    minutes = peewee.IntegerField()
    purpose_words = peewee.TextField()
    ended_day = DayField(null=True)
    inner_purpose = peewee.TextField()
    inner_travel_minutes = peewee.IntegerField(null=True)
    inner_distance_tenths = peewee.IntegerField()
    inner_unit = peewee.TextField()
    inner_limits = peewee.TextField()
    inner_if_deputy = peewee.TextField()
    inner_note = peewee.TextField()
    inner_margin_minor = peewee.IntegerField(null=True)


class VisitPerson(Record):
    """Somebody who takes part; ``name`` as said, whoever it is."""

    personal = frozenset({"name", "role", "inner_note"})
    free = frozenset({"inner_note"})

    visit_id = peewee.IntegerField()
    place = peewee.IntegerField()
    side = peewee.TextField()
    contact_id = peewee.IntegerField(null=True)
    staff_id = peewee.IntegerField(null=True)
    name = peewee.TextField()
    role = peewee.TextField()
    decides = peewee.IntegerField()
    inner_note = peewee.TextField()


class VisitIssue(Record):
    """Something to be settled, what we want of it, and with what we would be content."""

    personal = frozenset({"what", "papers", "inner_wanted", "inner_fall_back"})
    free = frozenset({"what", "papers", "inner_wanted", "inner_fall_back"})

    visit_id = peewee.IntegerField()
    place = peewee.IntegerField()
    kind = peewee.TextField()
    what = peewee.TextField()
    papers = peewee.TextField()
    dispute_id = peewee.IntegerField(null=True)
    inner_wanted = peewee.TextField()
    inner_fall_back = peewee.TextField()


class VisitIssueItem(Record):
    """An entry that an issue is about."""

    visit_issue_id = peewee.IntegerField()
    entry_id = peewee.IntegerField()


class VisitPoint(Record):
    """A point of the customer's own."""

    personal = frozenset({"words", "by_whom"})
    free = frozenset({"words"})

    visit_id = peewee.IntegerField()
    place = peewee.IntegerField()
    words = peewee.TextField()
    said_day = DayField(null=True)
    by_whom = peewee.TextField()


class VisitSlot(Record):
    """An item of the agenda; when it begins follows from those before it."""

    personal = frozenset({"title", "detail"})
    free = frozenset({"title", "detail"})

    visit_id = peewee.IntegerField()
    place = peewee.IntegerField()
    minutes = peewee.IntegerField()
    kind = peewee.TextField()
    title = peewee.TextField()
    detail = peewee.TextField()
    visit_issue_id = peewee.IntegerField(null=True)


class VisitRequest(Record):
    """Something we ask them to have ready."""

    personal = frozenset({"what"})
    free = frozenset({"what"})

    visit_id = peewee.IntegerField()
    place = peewee.IntegerField()
    what = peewee.TextField()


class VisitPreparation(Record):
    """A step before a visit, or the report after it; its next step says when and by whom."""

    visit_id = peewee.IntegerField()
    place = peewee.IntegerField()
    kind = peewee.TextField()
    task_id = peewee.IntegerField(unique=True)


class VisitEvent(Voidable):
    """Something that happened to a visit; a move keeps from where to where."""

    personal = frozenset({"by_whom", "note"})
    free = frozenset({"note"})

    visit_id = peewee.IntegerField()
    interaction_id = peewee.IntegerField(null=True)
    kind = peewee.TextField()
    day = DayField()
    way = peewee.TextField()
    contact_id = peewee.IntegerField(null=True)
    by_whom = peewee.TextField()
    paper_id = peewee.IntegerField(null=True)
    from_day = DayField(null=True)
    from_at = peewee.TextField(null=True)
    to_day = DayField(null=True)
    to_at = peewee.TextField(null=True)
    note = peewee.TextField()


class VisitRequestEvent(Voidable):
    """What was asked for: received, promised by a day, or refused."""

    personal = frozenset({"note"})
    free = frozenset({"note"})

    visit_request_id = peewee.IntegerField()
    interaction_id = peewee.IntegerField(null=True)
    kind = peewee.TextField()
    day = DayField()
    by_day = DayField(null=True)
    attachment_id = peewee.IntegerField(null=True)
    note = peewee.TextField()


class VisitResult(Voidable):
    """What came of an issue; the latest that stands counts."""

    personal = frozenset({"inner_words"})
    free = frozenset({"inner_words"})

    visit_issue_id = peewee.IntegerField()
    interaction_id = peewee.IntegerField(null=True)
    day = DayField()
    result = peewee.TextField()
    inner_words = peewee.TextField()


class VisitObservation(Voidable):
    """What was seen of a topic, against the last visit; the latest that stands counts."""

    personal = frozenset({"inner_note"})
    free = frozenset({"inner_note"})

    visit_id = peewee.IntegerField()
    interaction_id = peewee.IntegerField(null=True)
    day = DayField()
    topic = peewee.TextField()
    seen = peewee.TextField()
    inner_note = peewee.TextField()


class VisitReview(Voidable):
    """What a visit says of the limit, the risk and their mood, and what it cost."""

    personal = frozenset({"inner_mood", "inner_note"})
    free = frozenset({"inner_note"})

    visit_id = peewee.IntegerField()
    interaction_id = peewee.IntegerField(null=True)
    day = DayField()
    credit_limit_id = peewee.IntegerField(null=True)
    inner_limit = peewee.TextField()
    inner_risk = peewee.TextField()
    inner_mood = peewee.TextField()
    inner_satisfaction = peewee.IntegerField(null=True)
    inner_minutes = peewee.IntegerField(null=True)
    inner_distance_tenths = peewee.IntegerField(null=True)
    inner_cost_minor = peewee.IntegerField(null=True)
    inner_currency = peewee.TextField()
    inner_note = peewee.TextField()


class VisitDraft(Scratch):
    """A visit's report being typed; ``typed`` is JSON. One for each visit."""

    id = peewee.AutoField()
    visit_id = peewee.IntegerField(unique=True)
    begun_at = peewee.TextField()
    saved_at = peewee.TextField()
    typed = peewee.TextField()
