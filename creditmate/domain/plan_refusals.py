"""Why a plan or more time cannot be agreed as it is told, so that it can be put right."""

from enum import StrEnum

from creditmate.domain.errors import Problem, UserError


class PlanWhy(StrEnum):
    """What is in the way; ``i18n.plan_problems`` has the words, and the facts each one names."""

    NOTHING_OPEN = "nothing-open"
    NOT_OPEN = "not-open"  # found
    IN_QUESTION = "in-question"  # numbers
    IN_A_PLAN = "in-a-plan"  # number
    SEVERAL_CURRENCIES = "several-currencies"
    OTHER_CURRENCY = "other-currency"  # currency
    TOO_MUCH = "too-much"  # amount, most
    HOW_CUT = "how-cut"
    TOO_MANY_PARTS = "too-many-parts"  # most
    PART_TOO_SMALL = "part-too-small"
    DOWN_TOO_MUCH = "down-too-much"
    NO_FIRST = "no-first"
    FIRST_PAST = "first-past"  # day, today
    TOO_FAR = "too-far"  # day
    DAYS_OF_MONTH = "days-of-month"
    DATES_TURNED = "dates-turned"
    CURE_DAYS = "cure-days"  # most
    NO_REASON = "no-reason"
    BEYOND = "beyond"  # months
    UNKNOWN_PLAN = "unknown-plan"  # found
    NOT_RUNNING = "not-running"  # number, state
    NOT_IN_DEFAULT = "not-in-default"  # number
    SIGNED_ALREADY = "signed-already"  # number
    RESTS = "rests"
    BEGUN = "begun"  # number
    # more time
    PART_OF_PLAN = "part-of-plan"  # number
    NO_DAY = "no-day"
    TO_PAST = "to-past"  # day, today
    UNKNOWN_EXTENSION = "unknown-extension"  # found
    EXTENSION_ENDED = "extension-ended"


def plan_refused(why: PlanWhy, **facts: object) -> UserError:
    """Return the error that says why."""
    return UserError(Problem.PLAN_REFUSED, why=why.value, **facts)
