"""Documents, money in, and the entries that move what a customer owes."""

import peewee

from creditmate.db.fields import DayField
from creditmate.db.models.base import Fact, Table, Voidable


class ImportBatch(Fact):
    """A file that was read in, and how."""

    source = peewee.TextField()
    file_sha256 = peewee.TextField()
    mapping = peewee.TextField()
    options = peewee.TextField()
    totals = peewee.TextField()


class Document(Voidable):
    """An invoice, credit note or charge note: own, or a copy of another program's."""

    customer_id = peewee.IntegerField()
    kind = peewee.TextField()
    origin = peewee.TextField()
    state = peewee.TextField()
    source = peewee.TextField()
    number = peewee.TextField()
    number_key = peewee.TextField()
    revision = peewee.IntegerField()
    day = DayField()
    order_number = peewee.TextField()
    payment_terms_id = peewee.IntegerField(null=True)
    currency = peewee.TextField()
    net_minor = peewee.IntegerField(null=True)
    tax_minor = peewee.IntegerField(null=True)
    gross_minor = peewee.IntegerField()
    import_batch_id = peewee.IntegerField(null=True)
    source_row = peewee.IntegerField(null=True)


class Receipt(Voidable):
    """Money that came in; ``presumed`` where the source does not say on which day."""

    number = peewee.TextField()
    day = DayField()
    method = peewee.TextField()
    payer = peewee.TextField()
    reference = peewee.TextField()
    currency = peewee.TextField()
    amount_minor = peewee.IntegerField()
    presumed = peewee.IntegerField()
    earliest_day = DayField(null=True)
    import_batch_id = peewee.IntegerField(null=True)
    source_row = peewee.IntegerField(null=True)


class Entry(Voidable):
    """One row per due date of all that moves what a customer owes: + debit, − credit.

    ``open_minor`` is what is open now; ``closed_day`` the day on which it became nil for good.
    """

    kept = frozenset({"open_minor", "closed_day"})

    customer_id = peewee.IntegerField()
    document_id = peewee.IntegerField(null=True)
    receipt_id = peewee.IntegerField(null=True)
    part = peewee.IntegerField()
    kind = peewee.TextField()
    day = DayField()
    due_day = DayField(null=True)
    currency = peewee.TextField()
    amount_minor = peewee.IntegerField()
    open_minor = peewee.IntegerField()
    closed_day = DayField(null=True)


class Allocation(Fact):
    """A credit set against a debit (+), or taken back again (−), with frozen copies."""

    credit_entry_id = peewee.IntegerField()
    debit_entry_id = peewee.IntegerField()
    amount_minor = peewee.IntegerField()
    day = DayField()
    reverses_id = peewee.IntegerField(null=True)
    customer_id = peewee.IntegerField()
    currency = peewee.TextField()
    debit_day = DayField()
    due_day = DayField()
    credit_day = DayField()


class CashPosted(Fact):
    """Up to which day the bank's receipts have been entered."""

    to_day = DayField()


class PayHabit(Table):
    """Kept: days late of a customer's last settled items, oldest first, as JSON."""

    customer_id = peewee.IntegerField(primary_key=True)
    late_days = peewee.TextField()
    worst_late = peewee.IntegerField()
    last_closed_day = DayField()
