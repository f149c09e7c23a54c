"""The business, its people, its customers and theirs."""

from types import MappingProxyType

import peewee

from creditmate.db.fields import DayField
from creditmate.db.models.base import Fact, Record


class Business(Record):
    """One row: the business whose ledger this is, as its letterhead names it."""

    added = MappingProxyType({"logo_blob_id": None, "region": ""})

    ledger_uid = peewee.TextField()
    name = peewee.TextField()
    trade_line = peewee.TextField()
    legal_line = peewee.TextField()
    address = peewee.TextField()
    phone = peewee.TextField()
    email = peewee.TextField()
    tax_number = peewee.TextField()
    contact_name = peewee.TextField()
    bank_payee = peewee.TextField()
    bank_sort_code = peewee.TextField()
    bank_account = peewee.TextField()
    iban = peewee.TextField()
    bic = peewee.TextField()
    country = peewee.TextField()
    zone = peewee.TextField()
    currency = peewee.TextField()
    locale = peewee.TextField()
    accent = peewee.TextField()
    books_kept = peewee.TextField()
    sample = peewee.IntegerField()
    logo_blob_id = peewee.IntegerField(null=True)
    region = peewee.TextField()


class Setting(Record):
    """One row: the settings as one typed document (``domain.settings``) in JSON."""

    content = peewee.TextField()


class Series(Record):
    """A numbering series; the next number follows from the papers issued in it.

    The counter of ``start_period`` begins at ``start_at``, those of all other periods at 1.
    """

    added = MappingProxyType({"start_at": 1, "start_period": ""})

    kind = peewee.TextField(unique=True)
    pattern = peewee.TextField()
    start_at = peewee.IntegerField()
    start_period = peewee.TextField()


class Staff(Record):
    """One of our people."""

    personal = frozenset({"name", "initials", "os_login", "phone", "email", "signature"})
    added = MappingProxyType({"phone": "", "email": "", "signature": ""})

    name = peewee.TextField()
    initials = peewee.TextField()
    role = peewee.TextField()
    os_login = peewee.TextField()
    phone = peewee.TextField()
    email = peewee.TextField()
    signature = peewee.TextField()


class Cover(Record):
    """One of our people stands in for another, both days included."""

    personal = frozenset({"note"})
    free = frozenset({"note"})

    staff_id = peewee.IntegerField()
    by_staff_id = peewee.IntegerField()
    from_day = DayField()
    to_day = DayField()
    note = peewee.TextField()


class PaymentTerms(Fact):
    """When an invoice is due: a form of domain-rules 4.5 and its parameters as JSON."""

    form = peewee.TextField()
    parameters = peewee.TextField()


class Customer(Record):
    """Someone we sell to on account; ``code_key`` is the code case-folded."""

    personal = frozenset(
        {"name", "trading_name", "tax_number", "remember", "approver", "invoices_to"}
    )
    free = frozenset({"remember"})
    added = MappingProxyType(
        {
            "industry": "",
            "statement_kind": "open_item",
            "statement_day": None,
            "friend": 0,
            "head_office_id": None,
            "statement_to": "branch",
            "insurer": "",
            "insured_minor": None,
            "report_by_days": None,
            "payment_run": "",
            "invoice_cut_off": None,
            "order_required": 0,
            "invoices_to": "",
            "approver": "",
            "pay_method": "",
            "account_at_theirs": "",
            "region": "",
            "grace_days": None,
        }
    )

    code = peewee.TextField()
    code_key = peewee.TextField(unique=True)
    name = peewee.TextField()
    trading_name = peewee.TextField()
    legal_form = peewee.TextField()
    country = peewee.TextField()
    zone = peewee.TextField()
    locale = peewee.TextField()
    currency = peewee.TextField()
    payment_terms_id = peewee.IntegerField(null=True)
    company_number = peewee.TextField()
    tax_number = peewee.TextField()
    remember = peewee.TextField()
    owner_id = peewee.IntegerField(null=True)
    merged_into_id = peewee.IntegerField(null=True)
    industry = peewee.TextField()
    statement_kind = peewee.TextField()
    statement_day = peewee.IntegerField(null=True)
    friend = peewee.IntegerField()
    head_office_id = peewee.IntegerField(null=True)
    statement_to = peewee.TextField()
    insurer = peewee.TextField()
    insured_minor = peewee.IntegerField(null=True)
    report_by_days = peewee.IntegerField(null=True)
    payment_run = peewee.TextField()
    invoice_cut_off = peewee.IntegerField(null=True)
    order_required = peewee.IntegerField()
    invoices_to = peewee.TextField()
    approver = peewee.TextField()
    pay_method = peewee.TextField()
    account_at_theirs = peewee.TextField()
    region = peewee.TextField()
    grace_days = peewee.IntegerField(null=True)


class Tag(Record):
    """A word by which customers are sorted."""

    customer_id = peewee.IntegerField()
    text = peewee.TextField()


class Site(Record):
    """An address of a customer, one line of it per line of text.

    ``parts`` is what was typed into the fields of the country's form, as JSON; ``{}`` where the
    lines were typed or imported as they are. ``latitude`` and ``longitude``, both or neither, are
    in millionths of a degree.
    """

    personal = frozenset({"name", "address", "postcode", "parts", "latitude", "longitude"})
    added = MappingProxyType({"name": "", "parts": "{}", "latitude": None, "longitude": None})

    customer_id = peewee.IntegerField()
    kind = peewee.TextField()
    address = peewee.TextField()
    postcode = peewee.TextField()
    country = peewee.TextField()
    name = peewee.TextField()
    parts = peewee.TextField()
    latitude = peewee.IntegerField(null=True)
    longitude = peewee.IntegerField(null=True)


class Contact(Record):
    """A person at a customer's."""

    personal = frozenset({"name", "role", "best_time", "notes"})
    free = frozenset({"best_time", "notes"})
    added = MappingProxyType({"discuss": "unknown"})

    customer_id = peewee.IntegerField()
    name = peewee.TextField()
    role = peewee.TextField()
    authority = peewee.TextField()
    channel = peewee.TextField()
    best_time = peewee.TextField()
    notes = peewee.TextField()
    confirmed_day = peewee.TextField(null=True)
    discuss = peewee.TextField()


class Phone(Record):
    """A contact's telephone number, as written."""

    personal = frozenset({"number"})

    contact_id = peewee.IntegerField()
    number = peewee.TextField()
    kind = peewee.TextField()


class Email(Record):
    """A contact's e-mail address."""

    personal = frozenset({"address"})

    contact_id = peewee.IntegerField()
    address = peewee.TextField()


class Attachment(Record):
    """A file kept in the ledger, and what it proves: a table's name and the row's id."""

    personal = frozenset({"name", "note"})
    free = frozenset({"note"})

    customer_id = peewee.IntegerField()
    blob_id = peewee.IntegerField()
    name = peewee.TextField()
    media_type = peewee.TextField()
    size = peewee.IntegerField()
    subject = peewee.TextField()
    subject_id = peewee.IntegerField(null=True)
    note = peewee.TextField()
