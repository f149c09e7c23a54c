"""What the form of the policy begins with: the policy, what differs, and an invoice to look at."""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.contact_policy import ContactPolicy
from creditmate.domain.contact_steps import Step, step_days
from creditmate.domain.dates import Calendar
from creditmate.services.calendars import home_calendar
from creditmate.services.contact_policy_editing import ContactPolicies, KeptPolicy, Override
from creditmate.services.settings import current_settings


@dataclass(frozen=True, slots=True)
class Example:
    """An invoice of a day at the usual terms, of a customer in our own country."""

    day: date
    due_day: date
    calendar: Calendar

    def days(self, policy: ContactPolicy) -> dict[Step, date]:
        """Return the days of its steps, the welcome call among them."""
        return step_days(policy.steps, self.day, self.due_day, self.calendar)


@dataclass(frozen=True, slots=True)
class PolicySheet:
    """Everything that the form shows; ``tags`` are those in use."""

    kept: KeptPolicy
    overrides: tuple[Override, ...]
    tags: tuple[str, ...]
    example: Example


def policy_sheet(service: ContactPolicies, today: date) -> PolicySheet:
    """Read what the form begins with.

    Raises:
        UserError: ``SETTINGS_UNREADABLE`` naming the key.
    """
    due = current_settings().default_terms.rule.due(today)
    example = Example(today, due, home_calendar(today))
    return PolicySheet(service.business(), service.overrides(), service.tags(), example)
