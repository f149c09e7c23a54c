"""A reason why a customer stands on the work list: its code and its facts."""

from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from creditmate.domain.contact_steps import Step
from creditmate.domain.money import Money


class ReasonCode(StrEnum):
    """Each names the facts of ``Reason`` that it fills."""

    OURS_LATE = "ours_late"  # words, day
    OURS_DUE = "ours_due"  # words, day
    ANSWER_DUE = "answer_due"  # day, words (the reason's code)
    CALL_BACK = "call_back"  # day, days (late, maybe), at, their_at, words (all maybe)
    PLANNED_CALL = "planned_call"  # day, days (late, maybe), at, their_at, words (all maybe)
    VISIT = "visit"  # day, at (maybe), words (maybe)
    VISIT_PASSED = "visit_passed"  # day, words (maybe)
    VISIT_STEP = "visit_step"  # day, words (what the step is about, a code, or our own)
    VISIT_AHEAD = "visit_ahead"  # day; they know of it
    VISIT_CONFIRMED = "visit_confirmed"  # day
    HELP_SHEET = "help_sheet"  # day, words (maybe)
    NOTED = "noted"  # day, words (maybe)
    PROMISE_BROKEN = "promise_broken"  # amount, day
    PROMISE_PART_KEPT = "promise_part_kept"  # amount, came, day
    PAYMENT_RETURNED = "payment_returned"  # amount, day
    TIME_PASSED = "time_passed"  # amount, day
    PEACE_PASSED = "peace_passed"  # day
    PLAN_DEFAULT = "plan_default"  # amount (what is missing of the plan), day
    INSTALMENT_DUE = "instalment_due"  # amount, day
    INSTALMENT_LATE = "instalment_late"  # amount, day
    INSTALMENT_PART = "instalment_part"  # amount (all of it), came, day
    PLAN_WRITE = "plan_write"
    PLAN_ENDS = "plan_ends"  # day (the last on which the part may come)
    SAID_PAID_NOT_FOUND = "said_paid_not_found"  # amount, day
    LOOKS_LIKE_IT = "looks_like_it"
    CHECK_BANK = "check_bank"  # amount, day
    CHECK_SAID_PAID = "check_said_paid"  # amount, day
    MATCH_RECEIPT = "match_receipt"  # amount
    OVERDUE = "overdue"  # days
    FIRST_TIME_LATE = "first_time_late"  # days
    SLOWER_THAN_USUAL = "slower_than_usual"  # days
    DUE_SOON = "due_soon"  # day
    STEP = "step"  # step
    FIRST_INVOICE = "first_invoice"
    NO_HISTORY = "no_history"
    USUALLY_LATE = "usually_late"  # days
    LATE_SHARE = "late_share"  # count, of
    PROMISED = "promised"  # amount
    SAID_PAID = "said_paid"  # amount
    IN_QUESTION = "in_question"  # amount
    TO_CREDIT = "to_credit"  # amount
    ANSWER_UNTOLD = "answer_untold"  # amount, day
    UNMATCHED = "unmatched"  # amount
    SPOKEN_TODAY = "spoken_today"
    SPOKEN_YESTERDAY = "spoken_yesterday"
    TRIED_TODAY = "tried_today"
    LAST_SPOKEN = "last_spoken"  # days
    SILENCE = "silence"  # days
    NO_PHONE = "no_phone"
    WRONG_NUMBER = "wrong_number"
    ON_STOP = "on_stop"
    FRIEND = "friend"


class Reason(NamedTuple):
    """A reason and its facts; those that its code does not name stay empty.

    ``member`` is with whom of a group it was agreed (an id), where that is not who the line is of,
    ``house`` its name and ``person`` whom we spoke with. ``hard``: they said then that they cannot
    pay, so that it is about what is possible. ``spoken``: it was spoken of since. ``named``: the
    person is said though it was agreed with nobody else of a group; ``stranger``: they had rung us,
    and are nobody on file.
    """

    code: ReasonCode
    amount: Money | None = None
    came: Money | None = None
    day: date | None = None
    at: time | None = None
    days: int | None = None
    times: int | None = None
    of: int | None = None
    words: str = ""
    their_at: time | None = None
    step: Step | None = None
    person: str = ""
    member: int | None = None
    house: str = ""
    hard: bool = False
    spoken: bool = False
    named: bool = False
    stranger: bool = False
