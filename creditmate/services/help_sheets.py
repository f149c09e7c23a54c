"""Help sheets: read, edited, and sent to somebody who cannot pay, with a day to ask again."""

from dataclasses import dataclass, replace
from datetime import date

from creditmate.db import conversation, next_steps
from creditmate.db.decisions import add_decision, holds_of
from creditmate.db.gateway import Gateway, Writing, offset_minutes
from creditmate.db.help_sheets import drop_sheet, edited_sheets, save_sheet
from creditmate.domain.changes import Done, Saved, Touched
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.contact_channels import Way
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.help_sheets import SHIPPED, HelpSheet
from creditmate.domain.holds import HoldKind, stops_text, usual
from creditmate.domain.next_steps import About
from creditmate.domain.outcomes import Outcome
from creditmate.domain.ports import Clock
from creditmate.domain.refusals import Why, refused
from creditmate.services.contact_details import Detail, put_down_detail
from creditmate.services.customers import require_customer
from creditmate.services.decision_entries import HoldEntry, check_hold
from creditmate.services.place_clocks import customer_zone
from creditmate.services.typed_texts import one_line, some_lines

_LONGEST_TITLE, _LONGEST, _LONGEST_NAME = 120, 8000, 120
_COUNTRY = 2


@dataclass(frozen=True, slots=True)
class SentSheet:
    """A sheet that was sent; ``hold`` is proposed where the customer is in none for hardship."""

    done: Done
    sheet: HelpSheet
    hold: HoldEntry | None


class HelpSheets:
    """A country's help sheet, as it is shipped until the business edits it."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def all(self) -> list[HelpSheet]:
        """Return every sheet, by country."""
        found = {**SHIPPED, **edited_sheets()}
        return [found[country] for country in sorted(found)]

    def of(self, country: str) -> HelpSheet:
        """Return a country's sheet.

        Raises:
            UserError: ``AGREEMENT_STANDS``: there is none.
        """
        code = country.strip().upper()
        found = edited_sheets().get(code) or SHIPPED.get(code)
        if found is None:
            raise UserError(
                Problem.AGREEMENT_STANDS, what="help_sheet", why="unknown", country=code
            )
        return found

    def for_customer(self, code: str) -> HelpSheet:
        """Return the sheet of a customer's country.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``AGREEMENT_STANDS``: there is none.
        """
        return self.of(require_customer(code).country)

    def edit(self, sheet: HelpSheet) -> Saved:
        """Keep a sheet with our own names and numbers; a country that has none gets one.

        Raises:
            UserError: ``FIELD_REFUSED``; ``CHANGED_MEANWHILE``.
        """
        country = sheet.country.strip().upper()
        if len(country) != _COUNTRY or not country.isalpha():
            raise refused("help_sheet.country", Why.NOT_POSSIBLE, found=sheet.country)
        title = one_line("help_sheet.title", sheet.title, _LONGEST_TITLE, required=True)
        wording = some_lines("help_sheet.wording", sheet.wording, _LONGEST)
        if not wording:
            raise refused("help_sheet.wording", Why.EMPTY)
        with self._gateway.write("edit-help-sheet") as writing:
            made = save_sheet(writing, HelpSheet(country, title, wording, sheet.version))
        return Saved(made, Touched.SETTINGS)

    def put_back(self, country: str, before: HelpSheet | None) -> Touched:
        """Let a country's sheet be as it was before it was edited; None where it had none."""
        kept = edited_sheets().get(country)
        with self._gateway.write("put-back-help-sheet") as writing:
            if before is None or before.is_as_shipped:
                drop_sheet(writing, country, self._clock.today)
            else:
                save_sheet(writing, replace(before, version=kept.version if kept else 0))
        return Touched.SETTINGS

    def send(  # noqa: PLR0913 - what sending one means
        self,
        code: str,
        to_whom: str,
        follow_up: date,
        *,
        way: Way = Way.LETTER,
        note: str = "",
        in_peace: bool = False,
    ) -> SentSheet:
        """Put down that a customer was sent its help sheet, with a day to ask how it goes.

        It answers what the customer told us, so it costs nothing of the budget of contacts. A call
        that today's talk set for the same day is this one, and with ``in_peace`` whenever it was
        for: nobody will be rung before. Other next steps stand, and whatever has an hour.
        ``Calls.undo`` takes all of it back.

        Args:
            code: The customer's.
            to_whom: The name, '' for the customer as a whole.
            follow_up: The day to ask again.
            way: A letter or an e-mail.
            note: In the user's words.
            in_peace: The hold that is proposed is put down as well, in the same action.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``AGREEMENT_STANDS``: its country has no sheet;
                ``FIELD_REFUSED``: the day has passed.
        """
        customer, today, now = require_customer(code), self._clock.today, self._clock.now()
        sheet = self.for_customer(code)
        name = one_line("help_sheet.to_whom", to_whom, _LONGEST_NAME)
        words = some_lines("help_sheet.wording", note, _LONGEST)
        if follow_up < today:
            raise refused("help_sheet.follow_up", Why.DAY_PASSED, day=follow_up)
        hold = _hold(customer.id, today)
        same = _same_call(customer.id, today, None if in_peace else follow_up)
        if in_peace and hold is not None:
            check_hold(customer, hold)
        with self._gateway.write("send-help-sheet") as writing:
            contact = conversation.add_interaction(
                writing,
                customer_id=customer.id,
                contact_id=None,
                heard_name=name,
                channel=way.value,
                direction="out",
                number="",
                day=today,
                at=now.isoformat(timespec="seconds"),
                at_offset=offset_minutes(now),
                outcome=Outcome.NO_ANSWER.value,
                notes=words or sheet.title,
                next_day=follow_up,
                none_because="",
            )
            zone = customer_zone(customer.id)
            put_down_detail(writing, contact, Detail(Purpose.REPLY, zone=zone))
            next_steps.add_task(
                writing,
                customer_id=customer.id,
                kind="call_back",
                day=follow_up,
                note=sheet.title,
                from_interaction_id=contact,
                about=About.HELP_SHEET.value,
            )
            for step in same:
                next_steps.finish_task(writing, step, today, contact)
            if in_peace and hold is not None:
                _leave_in_peace(writing, customer.id, hold)
        touched = Touched.CONTACTS_MADE | Touched.TASKS
        touched |= Touched.CUSTOMERS if in_peace else Touched.NOTHING
        return SentSheet(Done(writing.id, touched, contact), sheet, hold)


def _same_call(customer: int, today: date, day: date | None) -> list[int]:
    """The calls of no hour that a talk of today set: for a day, or for whichever it was."""
    return [
        task.id
        for task in next_steps.open_tasks([customer], today).get(customer, ())
        if (task.kind, task.about, task.at) == ("call_back", About.TALK, None)
        and task.made_day == today
        and (day is None or task.day == day)
    ]


def _leave_in_peace(writing: Writing, customer: int, hold: HoldEntry) -> None:
    add_decision(
        writing,
        "hold",
        customer_id=customer,
        kind=hold.kind.value,
        from_day=hold.from_day,
        review_day=hold.review_day,
        until_day=hold.until_day,
        stops=stops_text(hold.stops),
        reason=hold.reason,
    )


def _hold(customer: int, today: date) -> HoldEntry | None:
    """The hold to be proposed: none where the customer is left in peace for hardship already."""
    for hold in holds_of(today, [customer]).get(customer, ()):
        if hold.kind is HoldKind.HARDSHIP and hold.in_force(today):
            return None
    usually = usual(HoldKind.HARDSHIP, today)
    return HoldEntry(HoldKind.HARDSHIP, today, usually.stops, usually.review_day, usually.until_day)
