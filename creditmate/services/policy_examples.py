"""The invoice at hand, for which the days of the steps are shown while a policy is typed."""

from dataclasses import dataclass
from datetime import date

from creditmate.db.contact_policies import policies_about
from creditmate.db.customers import customers_by_id
from creditmate.db.invoices import documents_numbered
from creditmate.db.policy_examples import (
    NewestInvoice,
    invoice_of,
    newest_of,
    newest_open,
)
from creditmate.domain.contact_policy import ContactPolicy, layered
from creditmate.domain.contact_steps import Step, step_days
from creditmate.domain.dates import Calendar
from creditmate.domain.errors import UserError
from creditmate.domain.kinds import OWED
from creditmate.services.calendars import customer_calendar, home_calendar
from creditmate.services.contact_policies import Layers, business_policy, stored_rules
from creditmate.services.customers import require_customer
from creditmate.services.settings import current_settings


@dataclass(frozen=True, slots=True)
class Example:
    """An invoice to look at.

    Attributes:
        day: Of the invoice.
        due_day: When it is due.
        calendar: The days that are worked where its customer is.
        number: The invoice's; '' for one that was made up, of a day at the usual terms.
        name: Whose it is.
        differs: For them other values count than the business's.
    """

    day: date
    due_day: date
    calendar: Calendar
    number: str = ""
    name: str = ""
    differs: bool = False

    def days(self, policy: ContactPolicy) -> dict[Step, date]:
        """Return the days of its steps, the welcome call among them."""
        return step_days(policy.steps, self.day, self.due_day, self.calendar)


@dataclass(frozen=True, slots=True)
class ExampleFor:
    """An invoice of somebody for whom values differ, and what counts for them besides those."""

    example: Example
    base: ContactPolicy


def usual_example(today: date) -> Example:
    """Return the newest invoice of which something is open, or a made-up one of today.

    Raises:
        UserError: ``SETTINGS_UNREADABLE`` naming the key.
    """
    found = newest_open(today)
    if found is not None:
        return _example(found)
    due = current_settings().default_terms.rule.due(today)
    return Example(today, due, home_calendar(today))


def example_of(code: str, number: str, today: date) -> Example | None:
    """Return an invoice of a customer: that of a number, or the newest; None if there is none.

    Args:
        code: The customer's.
        number: The invoice's; '' for the newest that is open, or the newest of all.
        today: Up to this day.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``.
    """
    id_ = require_customer(code).id
    numbered = documents_numbered(number, OWED) if number else []
    theirs = [row for row in numbered if row.customer_id == id_]
    if theirs:
        found = invoice_of(theirs[0].id, today)
    else:
        found = newest_open(today, customer=id_) or newest_of(id_, today)
    return None if found is None else _example(found)


def example_for(tag: str, code: str, today: date) -> ExampleFor:
    """Return what to look at where values are set for a tag, or for one customer.

    Where nobody has such an invoice, it is the usual one; where nobody is called so, as well.

    Args:
        tag: Set for those who have it; '' for one customer.
        code: The customer's.
        today: Up to this day.

    Raises:
        UserError: ``SETTINGS_UNREADABLE`` naming the key.
    """
    base = business_policy()
    if tag:
        found = newest_open(today, tag=" ".join(tag.split()))
        return ExampleFor(usual_example(today) if found is None else _example(found), base)
    try:
        id_ = require_customer(code).id
    except UserError:
        return ExampleFor(usual_example(today), base)
    layers = Layers(policies_about([id_]), [id_])
    head = layers.head_office(id_)
    tags = [stored_rules(row) for row in layers.tags(id_)]
    under = layered(base, tags, None if head is None else stored_rules(head))
    return ExampleFor(example_of(code, "", today) or usual_example(today), under)


def _example(found: NewestInvoice) -> Example:
    who, id_ = customers_by_id([found.customer_id])[found.customer_id], found.customer_id
    differs = bool(Layers(policies_about([id_]), [id_]).rows_for(id_))
    calendar = customer_calendar(who.country, found.day, who.region)
    return Example(found.day, found.due_day, calendar, found.number, who.name, differs)
