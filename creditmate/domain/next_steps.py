"""What a next step follows up: a talk closes those of talks, not those of other things."""

from enum import StrEnum


class About(StrEnum):
    """What a next step is about; the values are stored (``task.about``) and never change."""

    TALK = ""
    VISIT = "visit"
    DISPUTE = "dispute"
    NOTED = "noted"
    HELP_SHEET = "help_sheet"
