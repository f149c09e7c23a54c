"""What was issued on paper, byte for byte, and the runs that issued it."""

import peewee

from creditmate.db.fields import DayField
from creditmate.db.models.base import Fact


class Blob(Fact):
    """Bytes, kept once and named by their SHA-256, which is what the digest covers."""

    kept = frozenset({"content"})

    sha256 = peewee.TextField(unique=True)
    content = peewee.BlobField()


class Paper(Fact):
    """A PDF as issued: its number, what it says in short, and the hash of its bytes."""

    kind = peewee.TextField()
    series_id = peewee.IntegerField()
    period = peewee.TextField()
    counter = peewee.IntegerField()
    number = peewee.TextField(unique=True)
    customer_id = peewee.IntegerField()
    currency = peewee.TextField()
    locale = peewee.TextField()
    as_at_day = DayField()
    total_minor = peewee.IntegerField()
    pages = peewee.IntegerField()
    size = peewee.IntegerField()
    sha256 = peewee.TextField()
    content_sha256 = peewee.TextField()
    replaces_id = peewee.IntegerField(null=True)


class PaperPart(Fact):
    """One of the blobs that make a paper's bytes when put end to end."""

    paper_id = peewee.IntegerField()
    place = peewee.IntegerField()
    blob_id = peewee.IntegerField()


class Run(Fact):
    """A run of papers over many customers."""

    kind = peewee.TextField()
    as_at_day = DayField()


class RunItem(Fact):
    """What a run did for one customer and currency, and why."""

    run_id = peewee.IntegerField()
    customer_id = peewee.IntegerField()
    currency = peewee.TextField()
    state = peewee.TextField()
    why = peewee.TextField()
    paper_id = peewee.IntegerField(null=True)
