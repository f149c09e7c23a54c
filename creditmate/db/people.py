"""Entering the addresses and persons of customers."""

from collections.abc import Sequence
from typing import Any

from creditmate.db.gateway import Writing
from creditmate.db.models import Contact, Email, Phone, Site

SITE_COLUMNS = ("customer_id", "kind", "address", "postcode", "country")
CONTACT_COLUMNS = (
    "customer_id", "name", "role", "authority", "channel", "best_time", "notes", "confirmed_day",
)  # fmt: skip
PHONE_COLUMNS = ("contact_id", "number", "kind")
EMAIL_COLUMNS = ("contact_id", "address")

Rows = Sequence[Sequence[Any]]
"""Values in the order of a table's columns."""


def create_sites(writing: Writing, rows: Rows) -> range:
    """Add addresses of customers: values of ``SITE_COLUMNS``."""
    return writing.create_many(Site, SITE_COLUMNS, rows)


def create_contacts(writing: Writing, rows: Rows) -> range:
    """Add persons at customers': values of ``CONTACT_COLUMNS``."""
    return writing.create_many(Contact, CONTACT_COLUMNS, rows)


def create_phones(writing: Writing, rows: Rows) -> range:
    """Add telephone numbers of contacts: values of ``PHONE_COLUMNS``."""
    return writing.create_many(Phone, PHONE_COLUMNS, rows)


def create_emails(writing: Writing, rows: Rows) -> range:
    """Add e-mail addresses of contacts: values of ``EMAIL_COLUMNS``."""
    return writing.create_many(Email, EMAIL_COLUMNS, rows)
