"""What is looked for: texts as ``domain.folding`` folds them, kept and made again at will.

``subject`` is the id of the row that has the text, in the table that ``kind`` stands for.
"""

import peewee

from creditmate.db.models.base import Table


class SearchName(Table):
    """Who and what people are called and reached by: customers, contacts, numbers, addresses."""

    id = peewee.AutoField()
    kind = peewee.TextField()
    subject = peewee.IntegerField()
    text = peewee.TextField()


class SearchNote(Table):
    """What was said and remembered."""

    id = peewee.AutoField()
    kind = peewee.TextField()
    subject = peewee.IntegerField()
    text = peewee.TextField()


class SearchMade(Table):
    """One row: by which rules (``folding.FOLDING``) the texts are folded; none before the first."""

    id = peewee.AutoField()
    folding = peewee.IntegerField()
