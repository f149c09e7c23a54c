"""What a next step follows up: a talk closes those of talks, not those of other things."""

from enum import StrEnum

CALL_BACK = "call_back"
LOOK_FOR_MONEY = "check_money"
"""What is done in a step that follows up a talk; stored (``task.kind``)."""


class About(StrEnum):
    """What a next step is about; the values are stored (``task.about``) and never change."""

    TALK = ""
    VISIT = "visit"
    DISPUTE = "dispute"
    NOTED = "noted"
    HELP_SHEET = "help_sheet"
    OWN = "own"  # put into the diary by one of us; a talk is how it is done
    # steps before a visit that is planned, and the report after it
    VISIT_SALES = "visit_sales"
    VISIT_AGENDA = "visit_agenda"
    VISIT_PAPERS = "visit_papers"
    VISIT_CONFIRM = "visit_confirm"
    VISIT_PACK = "visit_pack"
    VISIT_RECONFIRM = "visit_reconfirm"
    VISIT_STEP = "visit_step"  # in our own words
    VISIT_REPORT = "visit_report"


VISIT_STEPS = frozenset(about for about in About if about.value.startswith("visit_"))
"""What belongs to a visit that is planned, and is done with it."""
BEFORE_REPORT = (VISIT_STEPS | {About.VISIT}) - {About.VISIT_REPORT}
"""What of a visit has no sense any more once its day has passed."""
OUR_CHORES = VISIT_STEPS - {About.VISIT_CONFIRM, About.VISIT_RECONFIRM}
"""What of it is work of ours, done without the customer: no reason to contact anybody."""


def is_person(said: str, agreed_with: str) -> bool:
    """Whether a name that is said may be that of whom something was agreed with.

    A first name alone is enough, as everywhere; no name is nobody's.
    """
    words = set(said.casefold().split())
    return bool(words) and words <= set(agreed_with.casefold().split())
