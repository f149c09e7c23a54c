"""What is said below the fields of a policy: the day of every step, and what comes of nothing."""

from collections.abc import Mapping
from typing import Any

from creditmate.domain.contact_policy import ContactPolicy
from creditmate.domain.contact_steps import Step
from creditmate.services.contact_policy_sheet import PolicySheet
from creditmate.ui.kit.field import Field
from creditmate.ui.settings.policy_state import days_field, off_words, step_echo
from creditmate.ui.surroundings import Surroundings


def say_below(
    fields: Mapping[str, Field[Any]],
    policy: ContactPolicy,
    sheet: PolicySheet,
    around: Surroundings,
) -> None:
    """Say beside every step its day for the invoice at hand, and what other values mean.

    Args:
        fields: By their names.
        policy: That would count by what is typed.
        sheet: With the invoice.
        around: Language and locale.
    """
    for step in Step:
        day, why_not = step_echo(step, policy, sheet, around.language, around.locale)
        field = fields[days_field(step)]
        if day:
            field.echo(day)
        else:
            field.note(why_not)
    for name, said in off_words(policy, around.language, around.locale).items():
        fields[name].note(said)
