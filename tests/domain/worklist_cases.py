"""Small cases for the tests of the work list."""

from datetime import date, timedelta

from creditmate.domain.chasing import OpenEntry
from creditmate.domain.lateness import Book, Lateness
from creditmate.domain.promises import Deed, Promise, PromiseState, Standing
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.workcase import Case
from creditmate.domain.worklist import Line, work_line

TODAY = date(2026, 11, 23)
DAY = timedelta(1)
BOOK = Book((0, 5, 10))
LATE_PAYER = Lateness((8, 12, -1, 10, 9, 20, 11, 0, 14), BOOK)


def entry(
    number: int, late: int, minor: int, currency: str = "GBP", disputed: int = 0, *, grace: int = 0
) -> OpenEntry:
    due = TODAY - late * DAY
    return OpenEntry(number, currency, due - 30 * DAY, due, minor, disputed, grace_days=grace)


def case_of(*entries: OpenEntry, habit: Lateness = LATE_PAYER, customer: int = 1) -> Case:
    return Case(customer, entries, habit)


def promised(
    minor: int,
    state: PromiseState = PromiseState.OPEN,
    *,
    until: int = 4,
    came: int = 0,
    made: int = -5,
    number: int = 1,
) -> Standing:
    due = TODAY + (until - 2) * DAY
    promise = Promise(number, "GBP", minor, TODAY + made * DAY, due, TODAY + until * DAY)
    return Standing(promise, state, came, 0)


def line_of(case: Case) -> Line:
    line = work_line(case, TODAY)
    assert line is not None
    return line


def codes_of(case: Case) -> list[ReasonCode]:
    return [reason.code for reason in line_of(case).reasons]


def deed_of(due: int, done: date | None = None) -> Deed:
    return Deed(1, "corrected invoice", TODAY - 9 * DAY, TODAY + due * DAY, done)
