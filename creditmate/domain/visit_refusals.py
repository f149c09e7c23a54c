"""Why a visit cannot be planned or moved as it is told, so that it can be put right."""

from enum import StrEnum

from creditmate.domain.errors import Problem, UserError


class VisitWhy(StrEnum):
    """What is in the way; ``i18n.visit_problems`` has the words, and the facts each one names."""

    UNKNOWN_VISIT = "unknown-visit"  # found
    ENDED = "ended"  # number
    DAY_PAST = "day-past"  # day, today
    TOO_FAR = "too-far"  # day
    NO_PURPOSE = "no-purpose"
    LENGTH = "length"  # least, most
    TRAVEL = "travel"  # most
    DISTANCE = "distance"  # most
    NO_NAME = "no-name"
    TWICE = "twice"  # found
    NOT_THEIRS = "not-theirs"  # found
    NO_WHAT = "no-what"
    NOT_OPEN = "not-open"  # found
    AGENDA_TOO_LONG = "agenda-too-long"  # minutes, most
    NO_REASON = "no-reason"
    SAME_TIME = "same-time"
    UNKNOWN_STEP = "unknown-step"  # found
    STEP_IS_REPORT = "step-is-report"
    STEP_IS_USUAL = "step-is-usual"
    NO_PLACE = "no-place"  # found
    UNKNOWN_ZONE = "unknown-zone"  # found
    NO_STEP = "no-step"
    STEP_PAST = "step-past"  # day
    STEP_AFTER = "step-after"  # day, visit
    NOT_AN_HOUR = "not-an-hour"
    CANCEL_IT = "cancel-it"  # number
    RESTS = "rests"
    STILL_TO_COME = "still-to-come"  # day
    HELD_BEFORE = "held-before"  # day, found
    NOT_REPORTED = "not-reported"  # number
    NOTHING_ADDED = "nothing-added"
    ADDED_SINCE = "added-since"  # number
    THANKED = "thanked"
    NEVER_TOLD = "never-told"  # number
    DAY_OVER = "day-over"  # number, day
    IN_VAIN_ALREADY = "in-vain-already"  # number, day
    NOTHING_SUCH = "nothing-such"  # number


def visit_refused(why: VisitWhy, **facts: object) -> UserError:
    """Return the error that says why."""
    return UserError(Problem.VISIT_REFUSED, why=why.value, **facts)
