"""Days of a report that a slip could mean: each is asked about once, where it stands."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from creditmate.domain.errors import UserError
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.plans.far_asked import FarAsked
from creditmate.ui.surroundings import Surroundings


class TypedDay(NamedTuple):
    """A day as it was understood, its field, and what unfolds the section that it is in."""

    field: Field[Any]
    day: date | None
    unfold: Callable[[], object] = lambda: None


def typed_day(field: DayField) -> date | None:
    """Return the day in a field, as far as it can be understood."""
    try:
        return field.read()
    except UserError:
        return None


class ReportFar:
    """All of them are pointed at together; whoever saves again means them."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._asked: dict[Field[Any], FarAsked] = {}

    def is_asked(self, days: Iterable[TypedDay]) -> bool:
        """Whether any was pointed at just now: the first of them is gone to."""
        fresh = [one for one in days if self._of(one.field).is_asked(one.day)]
        for one in fresh:
            one.unfold()
        if fresh:
            fresh[0].field.setFocus()
        return bool(fresh)

    def _of(self, field: Field[Any]) -> FarAsked:
        return self._asked.setdefault(field, FarAsked(self._around, field, in_form=True))
