"""What is promised in a contact by either side, put down in the action of the contact."""

from dataclasses import dataclass
from datetime import date

from creditmate.db import promises
from creditmate.db.claims import end_claim
from creditmate.db.gateway import Writing
from creditmate.domain.claims import ClaimEnd
from creditmate.domain.money import Money
from creditmate.domain.promised_items import items_meant
from creditmate.domain.promises import Standing
from creditmate.domain.rows import CustomerRow
from creditmate.domain.taken_place import TakenPlace, taken_place
from creditmate.domain.workcase import Case
from creditmate.services.calendars import customer_calendar
from creditmate.services.call_notes import CallNote
from creditmate.services.cases import CustomerFile
from creditmate.services.settings import current_settings
from creditmate.services.words_before import (
    case_without,
    questioned_in,
    with_questions,
    word_of,
    words_before,
)


@dataclass(frozen=True, slots=True)
class Pledging:
    """Puts down what was promised in one contact: with whom, what, when.

    ``speaks_for`` is the case of whom the customer speaks for: what a head office promises is for
    its group. ``about`` are the entries that were spoken of. Without ``names_items`` their promise
    is of no item in particular.
    ``later`` is what they promised after it on the same day.
    """

    customer: CustomerRow
    file: CustomerFile
    speaks_for: Case
    call: CallNote
    day: date
    interaction: int
    about: tuple[int, ...] = ()
    names_items: bool = True
    later: tuple[Standing, ...] = ()

    def put_down(self, writing: Writing) -> int | None:
        """Put down what both sides promised; return their promise to pay, if there is one.

        What it takes the place of holds no longer: who changes their mind has not promised twice.
        Where they promised otherwise on a later day that holds, whenever this is put down.
        """
        call, taken = self.call, self._taken
        promise = self._theirs(writing, taken)
        ended = [standing.promise.id for standing in taken.promises]
        if promise is None:
            promises.withdraw_promises(writing, ended, self.day)
        else:
            promises.replace_promises(writing, ended, self.day, by=promise)
            for later in taken.later[-1:]:
                holds = later.promise
                promises.replace_promises(writing, [promise], holds.made_day, by=holds.id)
        for claim in taken.claims:
            end_claim(writing, claim.claim.id, ClaimEnd.WITHDRAWN, self.day)
        if call.deed and call.deed_by is not None:
            promises.add_promise(
                writing,
                customer_id=self.customer.id,
                interaction_id=self.interaction,
                made_day=self.day,
                side="ours",
                due_day=call.deed_by,
                grace_days=0,
                until_day=call.deed_by,
                currency=None,
                amount_minor=None,
                deed=call.deed,
                meant=(),
            )
        return promise

    @property
    def _taken(self) -> TakenPlace:
        """Of the customer's older words, which one takes the place of."""
        before = words_before(self.file, self.speaks_for, self.day)._replace(later=self.later)
        return taken_place(before, word_of(self.call, self.about), self.day)

    def _theirs(self, writing: Writing, taken: TakenPlace) -> int | None:
        customer, call = self.customer, self.call
        if call.promised is None or call.promised_by is None:
            return None
        calendar = customer_calendar(customer.country, call.promised_by, customer.region)
        grace = current_settings().grace_days
        return promises.add_promise(
            writing,
            customer_id=customer.id,
            interaction_id=self.interaction,
            made_day=self.day,
            side="theirs",
            due_day=call.promised_by,
            grace_days=grace,
            until_day=calendar.add_working_days(call.promised_by, grace),
            currency=call.promised.currency,
            amount_minor=call.promised.minor,
            deed="",
            method=call.method or "",
            meant=self._meant(call.promised, taken) if self.names_items else (),
        )

    def _meant(self, promised: Money, taken: TakenPlace) -> tuple[int, ...]:
        """The entries that make up a promise, as they stand once its older words have ended."""
        case = with_questions(case_without(self.speaks_for, taken), self.call)
        about = set(self.about) - questioned_in(self.call)
        return tuple(items_meant(case.portions(self.day), promised, self.day, about))
