"""The business, its people, its customers and theirs."""

import peewee

from creditmate.db.models.base import Fact, Record


class Business(Record):
    """One row: the business whose ledger this is, as its letterhead names it."""

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


class Setting(Record):
    """One row: the settings as one typed document (``domain.settings``) in JSON."""

    content = peewee.TextField()


class Series(Record):
    """A numbering series; the next number follows from the papers issued in it."""

    kind = peewee.TextField(unique=True)
    pattern = peewee.TextField()


class Staff(Record):
    """One of our people."""

    personal = frozenset({"name", "initials", "os_login"})

    name = peewee.TextField()
    initials = peewee.TextField()
    role = peewee.TextField()
    os_login = peewee.TextField()


class PaymentTerms(Fact):
    """When an invoice is due: a form of domain-rules 4.5 and its parameters as JSON."""

    form = peewee.TextField()
    parameters = peewee.TextField()


class Customer(Record):
    """Someone we sell to on account; ``code_key`` is the code case-folded."""

    personal = frozenset({"name", "trading_name", "tax_number", "remember"})

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


class Site(Record):
    """An address of a customer, one line of it per line of text."""

    personal = frozenset({"address", "postcode"})

    customer_id = peewee.IntegerField()
    kind = peewee.TextField()
    address = peewee.TextField()
    postcode = peewee.TextField()
    country = peewee.TextField()


class Contact(Record):
    """A person at a customer's."""

    personal = frozenset({"name", "role", "best_time", "notes"})

    customer_id = peewee.IntegerField()
    name = peewee.TextField()
    role = peewee.TextField()
    authority = peewee.TextField()
    channel = peewee.TextField()
    best_time = peewee.TextField()
    notes = peewee.TextField()
    confirmed_day = peewee.TextField(null=True)


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
