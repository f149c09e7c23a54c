"""Disputes, contacts made, promises both ways, what is to be done next, and what is typed."""

from types import MappingProxyType

import peewee

from creditmate.db.fields import DayField
from creditmate.db.models.base import Fact, Record, Scratch, Voidable


class Dispute(Voidable):
    """A question the customer raised; ``ended_day`` is kept from its events."""

    kept = frozenset({"ended_day"})
    personal = frozenset({"note", "by_whom"})
    free = frozenset({"note"})

    customer_id = peewee.IntegerField()
    raised_day = DayField()
    day_presumed = peewee.IntegerField()
    reason = peewee.TextField()
    by_whom = peewee.TextField()
    answer_by_day = DayField(null=True)
    note = peewee.TextField()
    ended_day = DayField(null=True)


class DisputeItem(Fact):
    """An entry that a dispute is about; no amount means all of it."""

    dispute_id = peewee.IntegerField()
    entry_id = peewee.IntegerField()
    amount_minor = peewee.IntegerField(null=True)


class DisputeEvent(Voidable):
    """What became of a dispute, and when."""

    personal = frozenset({"note"})
    free = frozenset({"note"})

    dispute_id = peewee.IntegerField()
    kind = peewee.TextField()
    day = DayField()
    amount_minor = peewee.IntegerField(null=True)
    note = peewee.TextField()


class Interaction(Voidable):
    """A call, e-mail, letter, message, meeting or visit: corrected only by another one.

    ``signals`` are codes of ``domain.feeling`` with blanks between them.
    """

    personal = frozenset({"heard_name", "number", "notes", "none_because", "mood", "signals"})
    free = frozenset({"heard_name", "notes", "none_because"})

    customer_id = peewee.IntegerField()
    contact_id = peewee.IntegerField(null=True)
    heard_name = peewee.TextField()
    staff_id = peewee.IntegerField(null=True)
    channel = peewee.TextField()
    direction = peewee.TextField()
    number = peewee.TextField()
    day = DayField()
    at = peewee.TextField()
    at_offset = peewee.IntegerField()
    seconds = peewee.IntegerField(null=True)
    outcome = peewee.TextField()
    notes = peewee.TextField()
    next_day = DayField(null=True)
    none_because = peewee.TextField()
    corrects_id = peewee.IntegerField(null=True)
    mood = peewee.TextField()
    signals = peewee.TextField()


class Promise(Voidable):
    """A promise to pay (theirs) or to do something (ours). Its state is worked out.

    ``method`` is the way in which they mean to pay: a code of ``domain.receipts``, '' if not said.
    """

    personal = frozenset({"deed", "method"})
    free = frozenset({"deed"})

    customer_id = peewee.IntegerField()
    interaction_id = peewee.IntegerField(null=True)
    side = peewee.TextField()
    made_day = DayField()
    due_day = DayField()
    grace_days = peewee.IntegerField()
    until_day = DayField()
    currency = peewee.TextField(null=True)
    amount_minor = peewee.IntegerField(null=True)
    deed = peewee.TextField()
    method = peewee.TextField(default="")


class PromiseItem(Fact):
    """An entry that a promise to pay meant."""

    promise_id = peewee.IntegerField()
    entry_id = peewee.IntegerField()


class PromiseEvent(Voidable):
    """A promise withdrawn, replaced by another, or (ours) done."""

    promise_id = peewee.IntegerField()
    kind = peewee.TextField()
    day = DayField()
    by_promise_id = peewee.IntegerField(null=True)


class Task(Record):
    """A next step with its day, and its hour (``HH:MM``) in the customer's ``zone`` if agreed.

    ``about`` says what it follows up: a code of ``domain.next_steps``, '' for the talk itself.
    """

    added = MappingProxyType({"at": None, "zone": "", "about": ""})
    personal = frozenset({"note"})
    free = frozenset({"note"})

    customer_id = peewee.IntegerField()
    kind = peewee.TextField()
    day = DayField()
    note = peewee.TextField()
    owner_id = peewee.IntegerField(null=True)
    from_interaction_id = peewee.IntegerField(null=True)
    done_by_interaction_id = peewee.IntegerField(null=True)
    done_day = DayField(null=True)
    at = peewee.TextField(null=True)
    zone = peewee.TextField(default="")
    about = peewee.TextField(default="")


class CallDraft(Scratch):
    """A call form being filled in; ``typed`` is JSON. One for each customer."""

    id = peewee.AutoField()
    customer_id = peewee.IntegerField(unique=True)
    begun_at = peewee.TextField()
    saved_at = peewee.TextField()
    typed = peewee.TextField()
