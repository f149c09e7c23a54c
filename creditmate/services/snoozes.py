"""Lines put off until a day, with the reason, and steps that customers are said to be at.

Both are facts of a day. A slip is undone (it never was); who changes their mind ends it.
"""

from datetime import date, timedelta

from creditmate.db import put_off as db
from creditmate.db.customers import customers_by_id
from creditmate.db.gateway import Gateway
from creditmate.db.groups import branches_of, heads_of
from creditmate.db.promises import deeds_of
from creditmate.domain.changes import Done, Touched
from creditmate.domain.contact_steps import Step, StepMark
from creditmate.domain.contacting import PutOff
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock
from creditmate.domain.promises import DeedState, deed_state
from creditmate.domain.refusals import Why, refused
from creditmate.domain.rows import CustomerRow
from creditmate.domain.work_lines import Kind
from creditmate.services.cases import read_files
from creditmate.services.customers import require_customer
from creditmate.services.lateness import learnt_book
from creditmate.services.work_told import line_of

_LONGEST = 500  # letters of a reason
_FARTHEST = 366  # days; what is put off for longer is a hold, which stops letters as well
_TOUCHED = Touched.TASKS
_PUT_OFF, _END, _STEP = "put-off", "end-put-off", "set-step"


class Snoozes:
    """Puts lines of Today off, and says at which step a customer is.

    What is said of a branch is said of its head office, which stands on the list for it.
    """

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def of(self, code: str, as_at: date) -> PutOff | None:
        """Return how a customer's line is put off on a day; None where it is not.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return self._of(_spoken_for(code).id, as_at)

    def put_off(self, code: str, until: date, reason: str, kind: Kind | None = None) -> Done:
        """Put a customer's line off: it comes back on the day ``until``.

        While a promise of ours is late nothing is put off: that line stays on the list, and so
        does whatever is more urgent than a line of ``kind``.

        Args:
            code: The customer's.
            until: The first day on which the line may be on the list again.
            reason: In the user's words.
            kind: Of the line; where it is not told, of the one that stands there, else a follow-up.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``FIELD_REFUSED``: no reason, a day that is not to
                come or lies more than a year ahead, or our own late promise.
        """
        customer, today = _spoken_for(code), self._clock.today
        if until < today:
            raise refused("put_off.until", Why.DAY_PASSED, day=until)
        if until == today:
            raise refused("put_off.until", Why.NOT_POSSIBLE, found=until)
        if until > (last := today + timedelta(_FARTHEST)):
            raise refused("put_off.until", Why.TOO_FAR, day=last)
        if kind is Kind.OURS_LATE or _are_we_late(customer.id, today):
            raise refused("put_off.line", Why.OUR_PROMISE_LATE, found=customer.name)
        words = _reason("put_off.reason", reason)
        kind = _kind_now(customer.id, today) if kind is None else kind
        return self._put(_PUT_OFF, customer, PutOff(until, words, kind))

    def end(self, code: str) -> Done:
        """Take a customer's line up again from today on.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``FIELD_REFUSED``: nothing is put off.
        """
        customer, today = _spoken_for(code), self._clock.today
        known = self._of(customer.id, today)
        if known is None:
            raise refused("put_off.line", Why.NOT_PUT_OFF, found=customer.code)
        return self._put(_END, customer, PutOff(today, known.reason, known.kind))

    def at_step(self, code: str, step: Step, reason: str) -> Done:
        """Put down that a customer is at a step already: it goes on with the next one.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``FIELD_REFUSED``: no reason.
        """
        customer, mark = _spoken_for(code), StepMark(step, self._clock.today)
        words = _reason("step.reason", reason)
        with self._gateway.write(_STEP) as writing:
            id_ = db.add_step(writing, customer.id, mark, words)
        return Done(writing.id, _TOUCHED, id_)

    def undo(self, action: int) -> Touched:
        """Take back what was just put off, taken up again, or set: it never was.

        Raises:
            UserError: ``DECISION_STANDS``: it was taken back already, or is something else.
        """
        if not db.is_by_hand(action, (_PUT_OFF, _END, _STEP)) or not any(db.set_by(action)):
            raise UserError(Problem.DECISION_STANDS)
        with self._gateway.write("undo-put-off", undoes=action) as writing:
            db.take_back(writing, action)
        return _TOUCHED

    def _of(self, customer: int, as_at: date) -> PutOff | None:
        return db.put_offs([customer], as_at).get(customer)

    def _put(self, use_case: str, customer: CustomerRow, put_off: PutOff) -> Done:
        with self._gateway.write(use_case) as writing:
            id_ = db.add_put_off(writing, customer.id, self._clock.today, put_off)
        return Done(writing.id, _TOUCHED, id_)


def _spoken_for(code: str) -> CustomerRow:
    """Who stands on the list for a customer."""
    customer = require_customer(code)
    head = heads_of([customer.id]).get(customer.id)
    return customer if head is None else customers_by_id([head])[head]


def _kind_now(customer: int, today: date) -> Kind:
    (file,) = read_files([customer], today, learnt_book(today), holidays=False)
    line = line_of(file, today)
    return Kind.FOLLOW_UP if line is None else line.kind


def _are_we_late(customer: int, today: date) -> bool:
    """Whether anything is late that we promised to somebody or, of a head office, in its group."""
    group = [customer, *branches_of([customer]).get(customer, [])]
    deeds = (deed for found in deeds_of(group, today).values() for deed in found)
    return any(deed_state(deed, today) is DeedState.LATE for deed in deeds)


def _reason(field: str, words: str) -> str:
    """Return a reason without blanks around it.

    Raises:
        UserError: ``FIELD_REFUSED``: there is none, or it is too long.
    """
    said = words.strip()
    if not said:
        raise refused(field, Why.EMPTY)
    if len(said) > _LONGEST:
        raise refused(field, Why.TOO_LONG, most=_LONGEST)
    return said
