"""Our own documents: what stands on them beside ``document``, and what they are made from."""

import peewee

from creditmate.db.fields import DayField
from creditmate.db.models.base import Fact, Record, Scratch, Voidable


class TaxRate(Voidable):
    """What a tax code comes to from a day on; ``rate`` is percent as decimal text."""

    code = peewee.TextField()
    name = peewee.TextField()
    kind = peewee.TextField()
    from_day = DayField()
    rate = peewee.TextField()
    source = peewee.TextField()


class ExchangeRate(Voidable):
    """One unit of ``currency`` in ``home_currency`` from a day on, as decimal text."""

    currency = peewee.TextField()
    home_currency = peewee.TextField()
    day = DayField()
    rate = peewee.TextField()
    source = peewee.TextField()


class OwnDocument(Fact):
    """What an own document says beside what every document has; frozen with it."""

    personal = frozenset({"received_by", "note", "reason"})

    document_id = peewee.IntegerField(unique=True)
    supply_day = DayField()
    job = peewee.TextField()
    received_by = peewee.TextField()
    prices = peewee.TextField()
    rounding = peewee.TextField()
    locale = peewee.TextField()
    discount_day = DayField(null=True)
    discount_minor = peewee.IntegerField(null=True)
    retention_minor = peewee.IntegerField(null=True)
    retention_due_day = DayField(null=True)
    labour_minor = peewee.IntegerField(null=True)
    site_id = peewee.IntegerField(null=True)
    credits_document_id = peewee.IntegerField(null=True)
    belongs_document_id = peewee.IntegerField(null=True)
    reason = peewee.TextField()
    note = peewee.TextField()


class Line(Fact):
    """A line of an own document: ``quantity``, ``price`` and ``discount`` are decimal text.

    ``credits_place`` is the line of the invoice that a credit note's takes back, if it takes one.
    """

    document_id = peewee.IntegerField()
    place = peewee.IntegerField()
    description = peewee.TextField()
    quantity = peewee.TextField()
    unit = peewee.TextField()
    price = peewee.TextField()
    discount = peewee.TextField()
    tax_code = peewee.TextField()
    tax_rate = peewee.TextField()
    amount_minor = peewee.IntegerField()
    work_item_id = peewee.IntegerField(null=True)
    credits_place = peewee.IntegerField(null=True)


class DocumentTax(Fact):
    """The tax of a document at one rate, and what it was worked out from."""

    document_id = peewee.IntegerField()
    place = peewee.IntegerField()
    code = peewee.TextField()
    name = peewee.TextField()
    kind = peewee.TextField()
    rate = peewee.TextField()
    net_minor = peewee.IntegerField()
    tax_minor = peewee.IntegerField()


class DocumentPaper(Fact):
    """The paper on which an own document was issued."""

    document_id = peewee.IntegerField(unique=True)
    paper_id = peewee.IntegerField(unique=True)


class WorkItem(Record):
    """Work done or goods supplied that is to be invoiced, until it has been."""

    customer_id = peewee.IntegerField()
    done_day = DayField()
    description = peewee.TextField()
    quantity = peewee.TextField()
    unit = peewee.TextField()
    price = peewee.TextField()
    discount = peewee.TextField()
    tax_code = peewee.TextField()
    job = peewee.TextField()
    order_number = peewee.TextField()
    document_id = peewee.IntegerField(null=True)
    invoiced_day = DayField(null=True)


class InvoiceDraft(Scratch):
    """An invoice, charge note or credit note being written; ``typed`` is JSON."""

    id = peewee.AutoField()
    customer_id = peewee.IntegerField(null=True)
    kind = peewee.TextField()
    begun_at = peewee.TextField()
    saved_at = peewee.TextField()
    typed = peewee.TextField()
