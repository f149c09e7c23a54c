"""Dated decisions about a customer, and customers that turned out to be one."""

import peewee

from creditmate.db.fields import DayField
from creditmate.db.models.base import Fact, Voidable


class CustomerStatus(Voidable):
    """How we trade with a customer from a day on; the latest at or before a day counts."""

    personal = frozenset({"reason"})
    free = frozenset({"reason"})

    customer_id = peewee.IntegerField()
    day = DayField()
    status = peewee.TextField()
    reason = peewee.TextField()


class CreditLimit(Voidable):
    """How much a customer, or a whole group, may owe from a day on; no amount is no limit."""

    personal = frozenset({"reason"})
    free = frozenset({"reason"})

    customer_id = peewee.IntegerField()
    day = DayField()
    scope = peewee.TextField()
    currency = peewee.TextField()
    amount_minor = peewee.IntegerField(null=True)
    reason = peewee.TextField()


class Hold(Voidable):
    """A state that stops things: ``stops`` are codes of ``domain.holds`` with blanks between."""

    personal = frozenset({"reason"})
    free = frozenset({"reason"})

    customer_id = peewee.IntegerField()
    kind = peewee.TextField()
    from_day = DayField()
    review_day = DayField(null=True)
    until_day = DayField(null=True)
    stops = peewee.TextField()
    reason = peewee.TextField()


class HoldEvent(Voidable):
    """A hold looked at again, or ended, on a day."""

    hold_id = peewee.IntegerField()
    kind = peewee.TextField()
    day = DayField()
    review_day = DayField(null=True)


class Wish(Voidable):
    """How a customer, or one person there, wants to be approached; an empty value lifts it."""

    personal = frozenset({"note"})
    free = frozenset({"note"})

    customer_id = peewee.IntegerField()
    contact_id = peewee.IntegerField(null=True)
    day = DayField()
    kind = peewee.TextField()
    value = peewee.TextField()
    note = peewee.TextField()


class Merge(Voidable):
    """Two customers that are one: everything of the first was given to the second."""

    from_customer_id = peewee.IntegerField()
    into_customer_id = peewee.IntegerField()
    day = DayField()


class Repointed(Fact):
    """A row that a merge, or its undoing, gave to another customer, and whose it was."""

    merge_id = peewee.IntegerField()
    entity = peewee.TextField()
    entity_id = peewee.IntegerField()
    from_customer_id = peewee.IntegerField()
    to_customer_id = peewee.IntegerField()
