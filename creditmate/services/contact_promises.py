"""What is promised in a contact by either side, put down in the action of the contact."""

from dataclasses import dataclass
from datetime import date

from creditmate.db import promises
from creditmate.db.gateway import Writing
from creditmate.domain.money import Money
from creditmate.domain.promised_items import items_meant
from creditmate.domain.promises import running
from creditmate.domain.rows import CustomerRow
from creditmate.domain.workcase import Case
from creditmate.services.calendars import customer_calendar
from creditmate.services.call_notes import CallNote
from creditmate.services.cases import CustomerFile
from creditmate.services.settings import current_settings


@dataclass(frozen=True, slots=True)
class Pledging:
    """Puts down what was promised in one contact: with whom, what, when.

    ``speaks_for`` is the case of whom the customer speaks for: what a head office promises is for
    its group. ``about`` are the entries that were spoken of. Without ``names_items`` their promise
    is of no item in particular.
    """

    customer: CustomerRow
    file: CustomerFile
    speaks_for: Case
    call: CallNote
    day: date
    interaction: int
    about: tuple[int, ...] = ()
    names_items: bool = True

    def put_down(self, writing: Writing) -> int | None:
        """Put down what both sides promised; return their promise to pay, if there is one."""
        file, call = self.file, self.call
        promise = self._theirs(writing)
        if promise is not None and call.promised is not None and call.replaces_promises:
            replaced = running(file.case.standings, call.promised.currency)
            ids = [standing.promise.id for standing in replaced]
            promises.replace_promises(writing, ids, self.day, by=promise)
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

    def _theirs(self, writing: Writing) -> int | None:
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
            meant=self._meant(call.promised) if self.names_items else (),
        )

    def _meant(self, promised: Money) -> tuple[int, ...]:
        """The entries that make up a promise: those spoken of, then the oldest due.

        What is in question, said to be paid, or covered by an earlier promise that stands, is not
        meant again.
        """
        case = self.speaks_for
        if self.call.replaces_promises:
            before = {standing.promise.id for standing in self.file.case.standings}
            stands = (one for one in case.standings if one.promise.id not in before)
            case = case._replace(standings=tuple(stands))
        return tuple(items_meant(case.portions(self.day), promised, self.about))
