"""Interest for paying late: reference rates, which basis counts, and what became of it."""

import peewee

from creditmate.db.fields import DayField
from creditmate.db.models.base import Voidable


class ReferenceRate(Voidable):
    """Percent a year, as text, that interest beginning from a day on is built on."""

    scheme = peewee.TextField()
    from_day = DayField()
    rate = peewee.TextField()
    checked = peewee.IntegerField()
    source = peewee.TextField()


class InterestChoice(Voidable):
    """On what basis interest may be charged to a customer from a day on; the latest counts."""

    personal = frozenset({"reason"})
    free = frozenset({"reason"})

    customer_id = peewee.IntegerField()
    day = DayField()
    choice = peewee.TextField()
    fair = peewee.IntegerField()
    reason = peewee.TextField()


class InterestEvent(Voidable):
    """What had come up on an entry to ``until_day`` was charged, waived or cancelled."""

    personal = frozenset({"reason"})
    free = frozenset({"reason"})

    customer_id = peewee.IntegerField()
    entry_id = peewee.IntegerField()
    kind = peewee.TextField()
    day = DayField()
    until_day = DayField()
    currency = peewee.TextField()
    interest_minor = peewee.IntegerField()
    fixed_minor = peewee.IntegerField()
    basis = peewee.TextField()
    document_id = peewee.IntegerField(null=True)
    reason = peewee.TextField()
