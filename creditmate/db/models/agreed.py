"""Terms and conditions in versions, and what customers were sent and accepted of them."""

import peewee

from creditmate.db.fields import DayField
from creditmate.db.models.base import Fact, Scratch, Voidable


class TermsVersion(Voidable):
    """A version of terms: a wording in our simple marks, or a PDF; ``sha256`` is of either."""

    free = frozenset({"note"})

    title = peewee.TextField()
    language = peewee.TextField()
    number = peewee.IntegerField()
    effective_day = DayField()
    wording = peewee.TextField()
    blob_id = peewee.IntegerField(null=True)
    file_name = peewee.TextField()
    pages = peewee.IntegerField(null=True)
    sha256 = peewee.TextField()
    note = peewee.TextField()


class TermsClause(Fact):
    """A marked clause of a version; one about interest may set a rate ``per`` year or month."""

    terms_version_id = peewee.IntegerField()
    place = peewee.IntegerField()
    kind = peewee.TextField()
    rate = peewee.TextField(null=True)
    per = peewee.TextField(null=True)
    number = peewee.TextField()
    summary = peewee.TextField()


class TermsDraft(Scratch):
    """A version being written; ``typed`` is JSON."""

    id = peewee.AutoField()
    follows_id = peewee.IntegerField(null=True)
    begun_at = peewee.TextField()
    saved_at = peewee.TextField()
    typed = peewee.TextField()


class TermsSent(Voidable):
    """A version was sent or given to a customer; ``task_id`` follows it up."""

    personal = frozenset({"to_whom"})

    customer_id = peewee.IntegerField()
    terms_version_id = peewee.IntegerField()
    day = DayField()
    way = peewee.TextField()
    contact_id = peewee.IntegerField(null=True)
    to_whom = peewee.TextField()
    paper_id = peewee.IntegerField(null=True)
    task_id = peewee.IntegerField(null=True)


class Acceptance(Voidable):
    """A customer accepted a version; ``clauses`` are kinds of clause agreed to by name."""

    personal = frozenset({"by_whom", "note"})
    free = frozenset({"reference", "note"})

    customer_id = peewee.IntegerField()
    terms_version_id = peewee.IntegerField()
    day = DayField()
    method = peewee.TextField()
    contact_id = peewee.IntegerField(null=True)
    by_whom = peewee.TextField()
    capacity = peewee.TextField()
    clauses = peewee.TextField()
    reference = peewee.TextField()
    note = peewee.TextField()
