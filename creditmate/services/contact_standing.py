"""Which policy of contacts counts for somebody, where it comes from, and the days of its steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.db.contact_policies import all_policies, policies_about
from creditmate.db.customers import customers_by_id
from creditmate.db.entries import open_entries
from creditmate.db.invoice_lists import entries_of
from creditmate.domain.contact_policy import ContactPolicy, Rules, overlay, rules_of
from creditmate.domain.contact_steps import StepRule, step_days
from creditmate.domain.kinds import OWED
from creditmate.domain.rows import CustomerRow
from creditmate.services.account_ages import new_accounts
from creditmate.services.calendars import customer_calendar
from creditmate.services.contact_policies import (
    Layers,
    business_policy,
    policies_of,
    stored_rules,
)
from creditmate.services.customers import require_customer
from creditmate.services.documents import require_document


class Origin(StrEnum):
    """Where a value comes from; the values are stable."""

    BUSINESS = "business"
    TAG = "tag"
    HEAD_OFFICE = "head_office"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Told:
    """A value of the policy, and where it comes from; ``tags`` names the tags that say it."""

    key: str
    value: object
    origin: Origin = Origin.BUSINESS
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldPolicy:
    """A policy with every value's origin, in the order in which they are shown."""

    policy: ContactPolicy
    values: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class DatedStep:
    """A step and its day for an invoice; None where it has none: off, skipped, or not for them.

    ``nominal`` is its day before it moved to a working day.
    """

    rule: StepRule
    day: date | None
    nominal: date


@dataclass(frozen=True, slots=True)
class InvoiceSteps:
    """The steps of an invoice, or of one part of it; ``is_new``: the account is a new one."""

    number: str
    code: str
    name: str
    day: date
    due_day: date
    is_new: bool
    steps: tuple[DatedStep, ...]


def told_business() -> ToldPolicy:
    """Return the business's policy.

    Raises:
        UserError: ``SETTINGS_UNREADABLE`` naming the key.
    """
    return _told(business_policy(), [])


def told_tag(tag: str) -> ToldPolicy:
    """Return what counts for somebody with one tag and nothing else set.

    Raises:
        UserError: ``SETTINGS_UNREADABLE`` naming the key.
    """
    key = " ".join(tag.split()).casefold()
    rows = [row for row in all_policies() if row.customer is None and row.tag.casefold() == key]
    layers = [(Origin.TAG, row.tag, stored_rules(row)) for row in rows]
    policy = business_policy()
    for *_, rules in layers:
        policy = overlay(policy, rules)
    return _told(policy, layers)


def told_customer(code: str) -> ToldPolicy:
    """Return what counts for a customer, and where each value comes from.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``; ``SETTINGS_UNREADABLE`` naming the key.
    """
    id_ = require_customer(code).id
    found = Layers(policies_about([id_]), [id_])
    layers = [(Origin.TAG, row.tag, stored_rules(row)) for row in found.tags(id_)]
    head, own = found.head_office(id_), found.own(id_)
    layers += [] if head is None else [(Origin.HEAD_OFFICE, "", stored_rules(head))]
    layers += [] if own is None else [(Origin.CUSTOMER, "", stored_rules(own))]
    return _told(found.policy(business_policy(), id_), layers)


def _told(policy: ContactPolicy, layers: Sequence[tuple[Origin, str, Rules]]) -> ToldPolicy:
    """Each value with the nearest layer that says it; of tags all that say what came of them."""
    values = []
    for key, value in rules_of(policy).items():
        said = [(origin, tag) for origin, tag, rules in layers if key in rules]
        origin = said[-1][0] if said else Origin.BUSINESS
        agreeing = [
            tag for from_, tag, rules in layers if from_ is Origin.TAG and rules.get(key) == value
        ]
        tags = tuple(agreeing) if origin is Origin.TAG else ()
        values.append(Told(key, value, origin, tags))
    return ToldPolicy(policy, tuple(values))


# ---------------------------------------------------------------- the days
def steps_of_invoice(number: str, as_at: date) -> list[InvoiceSteps]:
    """Return the steps of an invoice with their days, for each part of it.

    Raises:
        UserError: ``UNKNOWN_DOCUMENT`` with numbers that are like it; ``DOCUMENT_STANDS``,
            ``SEVERAL_DOCUMENTS``.
    """
    document = require_document(number, OWED)
    parts = entries_of([document.id], as_at).get(document.id, ())
    dues = [date.fromisoformat(due) for *_, due in parts if due is not None]
    customer, day = document.customer_id, document.day
    return _dated([(customer, document.number, day, due) for due in dues], as_at)


def steps_of_customer(code: str, as_at: date) -> list[InvoiceSteps]:
    """Return the steps of all that a customer has open on a day, by due day.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``.
    """
    customer = require_customer(code)
    rows = open_entries([customer.id], as_at)
    dated = [(customer.id, r.number, r.day, r.due_day) for r in rows if r.due_day is not None]
    return _dated(sorted(dated, key=lambda one: one[3]), as_at)


def _dated(parts: Sequence[tuple[int, str, date, date]], as_at: date) -> list[InvoiceSteps]:
    ids = sorted({customer for customer, *_ in parts})
    policies, who = policies_of(ids), customers_by_id(ids)
    new = new_accounts(policies, as_at)
    return [
        InvoiceSteps(
            number=number,
            code=who[customer].code,
            name=who[customer].name,
            day=day,
            due_day=due,
            is_new=customer in new,
            steps=dated_steps(
                policies[customer], (day, due), who[customer], welcome=customer in new
            ),
        )
        for customer, number, day, due in parts
    ]


def dated_steps(
    policy: ContactPolicy, days: tuple[date, date], who: CustomerRow, *, welcome: bool
) -> tuple[DatedStep, ...]:
    """Return every step of a policy with its day for an invoice.

    Args:
        policy: The customer's.
        days: The invoice's day, and the day it is due.
        who: The customer, whose working days count.
        welcome: Whether the account is new or large.
    """
    issued, due = days
    calendar = customer_calendar(who.country, issued, who.region)
    found = step_days(policy.steps_of(welcome=welcome), issued, due, calendar)
    return tuple(
        DatedStep(rule, found.get(rule.step), rule.day(issued, due)) for rule in policy.steps
    )
