"""What may be wrong in a record: told beside the field, and kept visible, never in the way.

What cannot be right at all is refused (``UserError``); what only looks odd (an old number without
a check digit, a postcode that the country would write otherwise) may be saved as it is.
"""

from dataclasses import dataclass
from enum import StrEnum


class Odd(StrEnum):
    """What looks odd about a value."""

    LENGTH = "length"  # not as long as such numbers are
    FORM = "form"  # letters or digits where others belong
    CHECK_DIGIT = "check_digit"
    NO_SUCH_NUMBER = "no_such_number"  # no telephone number of that country
    POSTCODE = "postcode"
    INCOMPLETE = "incomplete"  # a part that addresses of the country have is missing
    SAME_NUMBER = "same_number"  # another customer has it as well
    SAME_NAME = "same_name"
    CUT = "cut"  # papers have no room for all of it
    NOT_KNOWN = "not_known"  # what rules depend on
    HOLD_MISFITS = "hold_misfits"  # left in peace for a reason that cannot be
    NO_BREATHING_SPACE = "no_breathing_space"
    TOO_LONG = "too_long"
    NOT_AN_EMAIL = "not_an_email"
    NO_CHOICE = "no_choice"  # none of those that can be chosen
    NO_AMOUNT = "no_amount"
    NO_DAY = "no_day"
    DAY_AHEAD = "day_ahead"
    MISSING = "missing"  # what has to be there


@dataclass(frozen=True, slots=True)
class Doubt:
    """What looks odd: in which field, as it was found, and what was expected, if that is known.

    ``field`` is the form's; ``place`` counts the row of a list (an address, a telephone) from 0.
    """

    field: str
    odd: Odd
    found: str
    expected: str = ""
    place: int | None = None
