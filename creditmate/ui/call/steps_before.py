"""What a call takes the place of, said while it is put down; knows no toolkit."""

from datetime import date

from creditmate.domain.next_steps import About
from creditmate.domain.rows import TaskRow
from creditmate.domain.steps_answered import Approach, answered
from creditmate.i18n.next_step_words import answered_words
from creditmate.services.call_sheets import CallSheet
from creditmate.ui.call.call_noting import Understood

_TERMS = "other"


def steps_before(
    sheet: CallSheet, got: Understood, name: str, today: date, how: tuple[str, str]
) -> str:
    """Return which of the customer's next steps a call takes the place of, and which go on.

    Args:
        sheet: The customer's.
        got: What was understood; without an outcome nothing follows yet.
        name: With whom one speaks.
        today: The day.
        how: Language and locale.
    """
    if got.outcome is None:
        return ""
    in_vain = not (got.outcome.reached or sheet.incoming)
    exact = (row.name for row in sheet.brief.people if row.name.casefold() == name.casefold())
    approach = Approach(
        sheet.brief.customer.id,
        today,
        None if in_vain else next(exact, name),
        again=got.next_day is not None,
        incoming=sheet.incoming,
    )
    found = answered(filter(_is_answered, sheet.brief.tasks), approach)
    return " ".join(answered_words(found, *how, today))


def _is_answered(step: TaskRow) -> bool:
    """Terms that were sent are asked for until they are back."""
    return step.about != About.TALK or step.kind != _TERMS
