"""What is arranged with a customer besides a promise: plans, more time, and care for a question."""

import peewee

from creditmate.db.fields import DayField
from creditmate.db.models.base import Fact, Record, Voidable


class DisputeCare(Voidable):
    """Who of us looks after a question from a day on, and until when it is to be answered."""

    personal = frozenset({"evidence"})
    free = frozenset({"evidence"})

    dispute_id = peewee.IntegerField()
    day = DayField()
    staff_id = peewee.IntegerField(null=True)
    answer_by_day = DayField(null=True)
    interaction_id = peewee.IntegerField(null=True)
    evidence = peewee.TextField()


class Plan(Voidable):
    """A debt acknowledged, and agreed to be paid in parts; its state is worked out.

    ``rhythm`` is how often, as codes of ``domain.plans``; ``interest`` says whether it runs on.
    """

    personal = frozenset({"by_whom", "note"})
    free = frozenset({"note"})

    customer_id = peewee.IntegerField()
    interaction_id = peewee.IntegerField(null=True)
    day = DayField()
    number = peewee.TextField()
    contact_id = peewee.IntegerField(null=True)
    by_whom = peewee.TextField()
    staff_id = peewee.IntegerField(null=True)
    currency = peewee.TextField()
    amount_minor = peewee.IntegerField()
    rhythm = peewee.TextField()
    method = peewee.TextField()
    reference = peewee.TextField()
    interest = peewee.TextField()
    cure_days = peewee.IntegerField()
    note = peewee.TextField()


class PlanItem(Fact):
    """An entry that a plan pays, and how much of it."""

    plan_id = peewee.IntegerField()
    entry_id = peewee.IntegerField()
    amount_minor = peewee.IntegerField()


class Instalment(Fact):
    """A part of a plan; ``cure_day`` is the last day on which it may still come."""

    plan_id = peewee.IntegerField()
    place = peewee.IntegerField()
    due_day = DayField()
    cure_day = DayField()
    amount_minor = peewee.IntegerField()


class PlanEvent(Voidable):
    """A plan signed, taken up again after a default, cancelled, or replaced by another."""

    personal = frozenset({"note"})
    free = frozenset({"note"})

    plan_id = peewee.IntegerField()
    kind = peewee.TextField()
    day = DayField()
    by_plan_id = peewee.IntegerField(null=True)
    note = peewee.TextField()


class Extension(Voidable):
    """More time given for items; their contract due days stay."""

    personal = frozenset({"by_whom", "reason"})
    free = frozenset({"reason"})

    customer_id = peewee.IntegerField()
    interaction_id = peewee.IntegerField(null=True)
    day = DayField()
    to_day = DayField()
    staff_id = peewee.IntegerField(null=True)
    by_whom = peewee.TextField()
    interest = peewee.TextField()
    reason = peewee.TextField()


class ExtensionItem(Fact):
    """An entry for which more time was given."""

    extension_id = peewee.IntegerField()
    entry_id = peewee.IntegerField()


class ExtensionEvent(Voidable):
    """More time taken back, or given anew."""

    personal = frozenset({"note"})
    free = frozenset({"note"})

    extension_id = peewee.IntegerField()
    kind = peewee.TextField()
    day = DayField()
    note = peewee.TextField()


class HelpSheet(Record):
    """Where people of a country who cannot pay find help, in our own words."""

    country = peewee.TextField()
    title = peewee.TextField()
    wording = peewee.TextField()
