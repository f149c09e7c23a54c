"""What can be done with a plan, by how it stands: the same on a customer's page and in the list."""

from collections.abc import Mapping
from enum import StrEnum

from creditmate.domain.plans import RUNNING_OR_DEFAULTED, PlanState
from creditmate.i18n.catalogue import N_
from creditmate.services.plan_lists import PlanRow
from creditmate.ui.theme.icons import Glyph

_TAKEN_UP = frozenset({PlanState.DEFAULTED, PlanState.CANCELLED})


class PlanDeed(StrEnum):
    """A deed; in their order."""

    PRINT = "print"
    SIGN = "sign"
    REINSTATE = "reinstate"
    REPLACE = "replace"
    CANCEL = "cancel"


DEED_WORDS: Mapping[PlanDeed, str] = {
    PlanDeed.PRINT: N_("Print agreement"),
    PlanDeed.SIGN: N_("It came back signed"),
    PlanDeed.REINSTATE: N_("Take up again…"),
    PlanDeed.REPLACE: N_("Agree anew…"),
    PlanDeed.CANCEL: N_("End it…"),
}
"""What a deed is called, to be translated."""
DEED_GLYPHS: Mapping[PlanDeed, Glyph] = {
    PlanDeed.PRINT: Glyph.PRINT,
    PlanDeed.SIGN: Glyph.CHECK,
    PlanDeed.REINSTATE: Glyph.UNDO,
    PlanDeed.REPLACE: Glyph.EDIT,
    PlanDeed.CANCEL: Glyph.STOP,
}
_FIRST = (PlanDeed.REINSTATE, PlanDeed.SIGN, PlanDeed.REPLACE)


def deeds_of(row: PlanRow) -> list[PlanDeed]:
    """Return what can be done with a plan as it stands."""
    state, plan = row.standing.state, row.standing.plan
    runs = state in RUNNING_OR_DEFAULTED
    possible = {
        PlanDeed.PRINT: runs,
        PlanDeed.SIGN: runs and plan.signed_day is None,
        PlanDeed.REINSTATE: state in _TAKEN_UP,
        PlanDeed.REPLACE: runs,
        PlanDeed.CANCEL: runs,
    }
    return [deed for deed, can in possible.items() if can]


def first_deed(row: PlanRow) -> PlanDeed | None:
    """Return what a plan mostly waits for; None where nothing is left to do."""
    can = deeds_of(row)
    return next((deed for deed in _FIRST if deed in can), None)
