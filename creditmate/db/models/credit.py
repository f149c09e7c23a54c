"""Credit before the sale: what a customer gave in its application, and what was looked at."""

import peewee

from creditmate.db.fields import DayField
from creditmate.db.models.base import Voidable


class CreditApplication(Voidable):
    """An application for credit as it came in; ``given`` is JSON, field by field."""

    personal = frozenset({"given"})

    customer_id = peewee.IntegerField()
    day = DayField()
    way = peewee.TextField()
    given = peewee.TextField()
    currency = peewee.TextField()
    limit_minor = peewee.IntegerField(null=True)
    terms_version_id = peewee.IntegerField(null=True)
    signed_day = DayField(null=True)


class CreditCheck(Voidable):
    """Something looked at before, or while, credit is given; ``review_day`` asks for it again."""

    personal = frozenset({"about", "note"})
    free = frozenset({"note"})

    customer_id = peewee.IntegerField()
    kind = peewee.TextField()
    day = DayField()
    result = peewee.TextField()
    about = peewee.TextField()
    note = peewee.TextField()
    staff_id = peewee.IntegerField(null=True)
    review_day = DayField(null=True)
    credit_limit_id = peewee.IntegerField(null=True)
