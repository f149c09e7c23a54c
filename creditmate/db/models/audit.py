"""Who did what, and what it was before."""

import peewee

from creditmate.db.models.base import Fact, Table


class Action(Table):
    """One per use-case that wrote; each carries the hash of the one before it."""

    id = peewee.AutoField()
    use_case = peewee.TextField()
    staff_id = peewee.IntegerField(null=True)
    os_user = peewee.TextField()
    at = peewee.TextField()
    at_offset = peewee.IntegerField()
    business_day = peewee.TextField()
    clock_back = peewee.IntegerField()
    reason = peewee.TextField()
    source = peewee.TextField()
    app_version = peewee.TextField()
    undoes_id = peewee.IntegerField(null=True)
    row_count = peewee.IntegerField()
    digest = peewee.TextField()
    prev_hash = peewee.TextField()
    hash = peewee.TextField(unique=True)


class Change(Fact):
    """A record made or edited, or a fact's personal text: plain and personal JSON apart."""

    personal = frozenset({"personal", "salt"})

    entity = peewee.TextField()
    entity_id = peewee.IntegerField()
    op = peewee.TextField()
    plain = peewee.TextField()
    personal_text = peewee.TextField(column_name="personal")
    salt = peewee.TextField()
    personal_hash = peewee.TextField()
