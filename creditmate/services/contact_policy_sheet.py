"""What the form of the policy begins with: the policy, what differs, and an invoice to look at."""

from dataclasses import dataclass
from datetime import date

from creditmate.services.contact_policy_editing import ContactPolicies, KeptPolicy, Override
from creditmate.services.policy_examples import Example, example_of, usual_example


@dataclass(frozen=True, slots=True)
class PolicySheet:
    """Everything that the form shows; ``tags`` are those in use.

    ``lacking`` says that whoever was asked for has no invoice: the example is the usual one then.
    """

    kept: KeptPolicy
    overrides: tuple[Override, ...]
    tags: tuple[str, ...]
    example: Example
    lacking: bool = False


def policy_sheet(
    service: ContactPolicies, today: date, code: str = "", number: str = ""
) -> PolicySheet:
    """Read what the form begins with.

    Args:
        service: Of the policies.
        today: The day.
        code: Whose invoice is looked at; '' for the newest that is open.
        number: Of the invoice; '' for their newest.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``; ``SETTINGS_UNREADABLE`` naming the key.
    """
    found = example_of(code, number, today) if code else None
    example = usual_example(today) if found is None else found
    lacking = bool(code) and found is None
    return PolicySheet(service.business(), service.overrides(), service.tags(), example, lacking)
