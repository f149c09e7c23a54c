"""What was typed into a field and cannot be: which field, and why, so that it can be put right."""

from enum import StrEnum

from creditmate.domain.errors import Problem, UserError


class Why(StrEnum):
    """Why a field is refused; ``i18n.field_words`` has the words, and the facts each one names."""

    EMPTY = "empty"
    TOO_LONG = "too-long"  # most
    UNSEEN = "unseen"
    NOT_POSSIBLE = "not-possible"  # found
    NOT_AN_EMAIL = "not-an-email"  # found
    CHECK_DIGITS = "check-digits"  # found
    WRONG_FORM = "wrong-form"  # found
    TAKEN = "taken"  # found, by
    TWICE = "twice"
    IN_USE = "in-use"  # found
    TOO_PALE = "too-pale"  # found, least
    NOT_A_COLOUR = "not-a-colour"  # found
    # a logo
    NOT_A_PICTURE = "not-a-picture"
    TOO_MANY_BYTES = "too-many-bytes"  # most
    TOO_MANY_PIXELS = "too-many-pixels"  # most
    VANISHES = "vanishes"
    # our people
    STILL_OWNS = "still-owns"  # count
    STILL_COVERS = "still-covers"  # by, to_day
    DAYS_TURNED = "days-turned"
    HIMSELF = "himself"
    OVERLAPS = "overlaps"  # by, from_day, to_day
    # numbering
    PATTERN = "pattern"  # found, example
    GIVES_TWICE = "gives-twice"  # found
    START_TOO_LOW = "start-too-low"  # least
    # rates
    DAY_TAKEN = "day-taken"  # day
    DAY_AHEAD = "day-ahead"  # day
    HOME_CURRENCY = "home-currency"  # found
    RATE = "rate"  # found
    HALF_YEAR = "half-year"  # found
    KIND_CHANGES = "kind-changes"  # found
    OUT_OF_BOUNDS = "out-of-bounds"  # found
    # terms and conditions
    TOO_MANY = "too-many"  # most
    CLAUSE_TWICE = "clause-twice"  # clause
    NO_SUCH_CLAUSE = "no-such-clause"  # found
    BEFORE_LAST = "before-last"  # day
    SAME_AS = "same-as"  # number
    AGREES_TO_NOTHING = "agrees-to-nothing"
    NOT_IN_VERSION = "not-in-version"  # clause
    INCOMPLETE = "incomplete"  # of a signed application
    # the policy of contacts
    OUTSIDE = "outside"  # found, least, most
    STEP_TURNED = "step-turned"  # found
    HOURS_TURNED = "hours-turned"  # found
    # the day's list
    OUR_PROMISE_LATE = "our-promise-late"  # found
    # questions, promises and what is noted
    NOT_THEIRS = "not-theirs"  # found
    ASKED_ALREADY = "asked-already"  # found
    MORE_THAN_OPEN = "more-than-open"  # most
    TWO_CURRENCIES = "two-currencies"
    DAY_PASSED = "day-passed"  # day
    STANDS_ALREADY = "stands-already"
    TOO_FAR = "too-far"  # day
    NOT_PUT_OFF = "not-put-off"  # found
    TOO_LARGE_A_PART = "too-large-a-part"  # most


def refused(field: str, why: Why, **facts: object) -> UserError:
    """Return the error that names a field, such as ``business.iban``, and why it is refused."""
    return UserError(Problem.FIELD_REFUSED, field=field, why=why.value, **facts)
