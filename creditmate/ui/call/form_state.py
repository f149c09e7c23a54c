"""What a call form understands of what is typed, and what it still needs; knows no toolkit."""

from dataclasses import replace
from datetime import date

from creditmate.domain.confirmation import WANTS_COPY
from creditmate.domain.copy_days import copy_read, copy_sent
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.taken_place import TakenPlace, taken_place
from creditmate.i18n.formats import day_short, money
from creditmate.i18n.parsing import Towards
from creditmate.i18n.read_back import Agreed, AgreedPlan
from creditmate.services.call_drafts import TypedCall
from creditmate.services.call_notes import CallNote, misfits
from creditmate.services.call_sheets import CallSheet
from creditmate.services.words_before import word_of
from creditmate.ui.call.call_noting import Understood, call_note
from creditmate.ui.call.extra_state import (
    EXTRA_FIELDS,
    ExtraReader,
)
from creditmate.ui.call.form_texts import FormTexts
from creditmate.ui.call.paid_state import promised_method, read_back, said_paid, waits_until

_ALL_OF_IT = frozenset({Outcome.WILL_PAY, Outcome.NEXT_PAYMENT_RUN})
"""Promises that are most often of all that is asked for."""


class Reader:
    """Reads the texts of one form.

    Args:
        sheet: What is known of the customer.
        today: Days are understood from here.
        locale: In which amounts and days are typed.
    """

    def __init__(self, sheet: CallSheet, today: date, locale: str) -> None:
        self._sheet, self._today, self._locale = sheet, today, locale
        self.extras = ExtraReader(sheet, today, locale)

    def understand(self, typed: TypedCall) -> Understood:
        """Return what the texts mean."""
        texts = FormTexts(self._sheet.currency, self._locale, self._today)
        outcome = Outcome(typed.outcome) if typed.outcome else None
        open_ended = Understood(outcome)
        if open_ended.speaks_of_promises:
            open_ended = replace(
                self._theirs(open_ended, typed, texts),
                deed_by=texts.day("we-by", typed.deed_by),
            )
        next_day = None if typed.no_step else texts.day("next", typed.next_day)
        extras = self.extras.understand(typed)
        return replace(
            open_ended, next_day=next_day, extras=extras, bad={**texts.bad, **extras.bad}
        )

    @staticmethod
    def _theirs(got: Understood, typed: TypedCall, texts: FormTexts) -> Understood:
        """What they promise, or say to have paid."""
        if not got.says_paid:
            promised = texts.amount("promise", typed.amount)
            return replace(got, promised=promised, by=texts.day("by", typed.by))
        paid_on = texts.day("paid-on", typed.paid_on, Towards.PAST)
        paid = texts.amount("paid-amount", typed.paid_amount)
        return replace(got, paid=paid, paid_on=paid_on)

    def takes_place(
        self, typed: TypedCall, got: Understood, *, replaces: bool | None = None
    ) -> TakenPlace:
        """Return what they said before that holds no longer after this.

        Args:
            typed: What stands in the form.
            got: What was understood of it.
            replaces: What somebody decides of it; None: as the rule has it.
        """
        if got.outcome is not None and not got.outcome.reached:
            return TakenPlace()
        word = word_of(self.note(typed, got))._replace(replaces=replaces)
        return taken_place(self._sheet.before, word, self._today)

    # ------------------------------------------------------------- what is offered
    def amount_offered(self, outcome: Outcome | None, *, anew: bool = False) -> str:
        """Return what the promise is prefilled with: *please pay now*, or nothing.

        Args:
            outcome: How the call ended.
            anew: It takes the place of earlier promises, which it has to make good.
        """
        pays = self._sheet.anew if anew else None
        asked = self._sheet.asked if pays is None else pays.due
        return money(asked, self._locale) if asked and outcome in _ALL_OF_IT else ""

    def by_offered(self, outcome: Outcome | None) -> str:
        """Return the day that the promise is prefilled with: their payment run, if one is known."""
        day = self._sheet.proposed_day
        promised = outcome is not None and outcome.promises_money and self._sheet.asked is not None
        return day_short(day, self._locale) if promised and day is not None else ""

    def paid_offered(self, outcome: Outcome | None) -> str:
        """Return what a payment said to be sent is prefilled with: *please pay now*."""
        asked = self._sheet.asked
        return money(asked, self._locale) if asked and outcome is Outcome.PAYMENT_SENT else ""

    def deed_by_offered(self, typed: TypedCall) -> str:
        """Return by when we send a copy of what they have not received, where that is our deed."""
        sends = typed.outcome in WANTS_COPY and typed.deed.strip()
        calendar = self._sheet.calendar
        return day_short(copy_sent(calendar, self._today), self._locale) if sends else ""

    def waits_until(self, typed: TypedCall, got: Understood) -> date:
        """Return until when money that is said to be sent is waited for."""
        return waits_until(self._sheet, typed, got.paid_on, self._today)

    def next_offered(self, typed: TypedCall, got: Understood) -> str:
        """Return the day that the next step is prefilled with, if one follows.

        A promise is looked after when its grace ends, and what is said to be paid when it is no
        longer waited for; who was not reached is tried again on the next working day. A plan, more
        time and a question have days of their own; of several the first counts.
        """
        calendar, day = self._sheet.calendar, None
        again = self._sheet.beside.again
        if not got.speaks_of_promises:
            day = calendar.add_working_days(self._today, 1) if again is None else again.day
        elif got.says_paid:
            day = calendar.add_working_days(self.waits_until(typed, got), 1)
        elif got.promised is not None and got.by is not None and got.by >= self._today:
            day = calendar.add_working_days(got.by, self._sheet.grace_days)
        elif got.outcome in WANTS_COPY and got.promised is None:
            day = copy_read(calendar, got.deed_by or copy_sent(calendar, self._today))
        arranged = self.extras.next_days(typed, got.extras) if got.speaks_of_promises else []
        day = min((*arranged, *([] if day is None else [day])), default=None)
        return "" if day is None else day_short(day, self._locale)

    def hour_offered(self, got: Understood) -> str:
        """Return the hour at which whoever was not reached is tried again, in the other half."""
        again = self._sheet.beside.again
        return "" if again is None or got.speaks_of_promises else f"{again.at:%H:%M}"

    # ------------------------------------------------------------- saving
    def missing(self, typed: TypedCall, got: Understood) -> list[str]:
        """Return the fields that are not right yet, in the order of the form.

        Those that cannot be read are among them; the words for the others are in
        ``i18n.call_words``.
        """
        if got.outcome is None:
            return ["outcome"]
        gaps = self._gaps(typed, got)
        extras = self.extras.missing(typed, got.extras)
        found = {*got.bad, *gaps, *extras, *misfits(self.note(typed, got), self._today)}
        found -= self._follow_from(gaps, got) | ({"note"} if extras else set())
        if typed.no_step:
            found = {"because" if name == "next" else name for name in found}
        order = (
            "with", "promise", "nothing-open", "by", "paid-amount", "paid-none", "paid-on",
            "deed", "we-by", *EXTRA_FIELDS, "note", "next", "next-at", "because",
        )  # fmt: skip
        return [name for name in order if name in found]

    def _gaps(self, typed: TypedCall, got: Understood) -> set[str]:
        """What the service would name less precisely than the form can."""
        found = set()
        if got.outcome is not None and got.outcome.promises_money and got.promised is None:
            found.add("promise")
        if got.by is not None and got.promised is None:
            found.add("promise")
        if got.promised is not None and self._sheet.pays is None:
            found.add("nothing-open")
        if got.deed_by is not None and not typed.deed.strip():
            found.add("deed")
        if got.paid is not None and got.paid.minor <= 0:
            found.add("paid-amount")
        if got.paid_on is not None and got.paid_on > self._today:
            found.add("paid-on")
        said = got.says_paid and said_paid(typed, got.paid, got.paid_on) is not None
        if said and self._sheet.pays is None:
            found.add("paid-none")
        return found

    def _follow_from(self, gaps: set[str], got: Understood) -> set[str]:
        """What is right, or not needed, as soon as its gap is filled."""
        follows = set()
        if "promise" in gaps:
            follows.add("note")
            follows |= {"by"} if got.by is not None and got.by >= self._today else set()
        if "deed" in gaps and got.deed_by is not None and got.deed_by >= self._today:
            follows |= {"we-by", "note"}
        return follows

    def note(self, typed: TypedCall, got: Understood) -> CallNote:
        """Return the call as the service records it; an outcome is chosen."""
        return call_note(typed, got, self.extras)

    def agreed(self, typed: TypedCall, got: Understood, plan: AgreedPlan | None = None) -> Agreed:
        """Return what is to be read back.

        Args:
            typed: What stands in the form.
            got: What was understood of it.
            plan: The plan as it would be, once that is worked out.
        """
        deed = typed.deed.strip() if got.speaks_of_promises else ""
        whole = got.promised is not None and got.by is not None
        reached = got.outcome is not None and got.outcome.reached
        said = said_paid(typed, got.paid, got.paid_on)
        return Agreed(
            promised=got.promised if whole else None,
            promised_by=got.by if whole else None,
            deed=deed,
            deed_by=got.deed_by if deed else None,
            ring_again=got.next_day if reached else None,
            said_paid=read_back(said, self._today) if got.says_paid else None,
            plan=plan,
            query=self.extras.agreed_query(typed, got.extras) if reached else None,
            more_time=self.extras.agreed_time(typed, got.extras) if reached else None,
            ring_at=got.extras.next_at if reached else None,
            method=promised_method(typed),
            instead=self._instead(typed, got) if whole else (),
        )

    def _instead(self, typed: TypedCall, got: Understood) -> tuple[tuple[Money, date], ...]:
        """What was promised before, and by when, that they promise otherwise now."""
        taken = self.takes_place(typed, got, replaces=typed.replaces)
        return tuple(
            (Money(one.unfilled_minor, one.promise.currency), one.promise.due_day)
            for one in taken.promises
        )
