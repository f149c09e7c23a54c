"""What a contact was about, the policy of contacts, and what is put off or noted."""

import peewee

from creditmate.db.fields import DayField
from creditmate.db.models.base import Fact, Record, Scratch, Voidable


class InteractionDetail(Voidable):
    """What a contact was about and whether it costs of the budget; one for each contact.

    ``told`` are codes of what the customer was told, with blanks between them; ``override`` is the
    reason for which somebody went against the policy.
    """

    personal = frozenset({"satisfaction", "override"})
    free = frozenset({"override"})

    interaction_id = peewee.IntegerField(unique=True)
    purpose = peewee.TextField()
    step = peewee.TextField()
    barrier = peewee.TextField()
    told = peewee.TextField()
    zone = peewee.TextField()
    satisfaction = peewee.IntegerField(null=True)
    override = peewee.TextField()


class InteractionItem(Fact):
    """An entry that a contact was about."""

    interaction_id = peewee.IntegerField()
    entry_id = peewee.IntegerField()


class InteractionMoved(Fact):
    """A contact logged on the wrong customer: the first is void, the second takes its place."""

    personal = frozenset({"reason"})
    free = frozenset({"reason"})

    interaction_id = peewee.IntegerField(unique=True)
    to_interaction_id = peewee.IntegerField(unique=True)
    day = DayField()
    reason = peewee.TextField()


class Noted(Voidable):
    """An opportunity or feedback, in their words, with a day to come back to it."""

    personal = frozenset({"words"})
    free = frozenset({"words"})

    customer_id = peewee.IntegerField()
    interaction_id = peewee.IntegerField(null=True)
    kind = peewee.TextField()
    day = DayField()
    words = peewee.TextField()
    follow_up_day = DayField(null=True)


class NotedEvent(Voidable):
    """What became of something noted."""

    personal = frozenset({"note"})
    free = frozenset({"note"})

    noted_id = peewee.IntegerField()
    kind = peewee.TextField()
    day = DayField()
    follow_up_day = DayField(null=True)
    note = peewee.TextField()


class ContactPolicy(Record):
    """Rules of contact that differ for a tag or for one customer; ``rules`` is JSON."""

    tag = peewee.TextField()
    customer_id = peewee.IntegerField(null=True)
    rules = peewee.TextField()


class StepSet(Voidable):
    """Somebody said which step of the policy a customer is at already."""

    personal = frozenset({"reason"})
    free = frozenset({"reason"})

    customer_id = peewee.IntegerField()
    day = DayField()
    step = peewee.TextField()
    reason = peewee.TextField()


class Snooze(Voidable):
    """A customer's line put off until a day, with the reason; until its own day it is ended."""

    personal = frozenset({"reason"})
    free = frozenset({"reason"})

    customer_id = peewee.IntegerField()
    day = DayField()
    until_day = DayField()
    kind = peewee.TextField()
    reason = peewee.TextField()


class IncomingDraft(Scratch):
    """A talk whose customer is not known yet; ``typed`` is JSON."""

    id = peewee.AutoField()
    begun_at = peewee.TextField()
    saved_at = peewee.TextField()
    typed = peewee.TextField()
