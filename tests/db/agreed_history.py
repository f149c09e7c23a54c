"""Deeds of a random history about what was agreed: interest decided, terms sent and accepted."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from creditmate.db.connection import execute
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.models import TermsVersion
from creditmate.domain.acceptance import Method, Way
from creditmate.domain.extensions import NewExtension
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.interest_events import EventKind
from creditmate.domain.kinds import DocumentKind, EntryKind
from creditmate.domain.plan_terms import Every, Meanwhile, PlanTerms
from creditmate.domain.terms import wording_sha256
from creditmate.services.acceptance_entries import AcceptedEntry, SentEntry
from creditmate.services.acceptances import Acceptances
from creditmate.services.extensions import Extensions
from creditmate.services.interest import Interest
from creditmate.services.interest_writing import BOTH, new_event, write_event
from creditmate.services.plans import Plans
from creditmate.services.terms_sending import TermsSending
from tests.builders import SetClock, an_entry, day
from tests.db.history_deeds import Deed, actions, pick

TODAY = 200


class AgreedDeeds:
    """What a book of money does beside money; ``MoneyBook`` has what it works on."""

    gateway: Gateway
    clock: SetClock
    plans: Plans
    extensions: Extensions
    interest: Interest
    acceptances: Acceptances
    sending: TermsSending
    terms: list[int]
    people: list[int]
    count: int

    def whose(self, deed: Deed) -> tuple[int, str, str]:
        """Return the customer, its code and the currency of a deed."""
        raise NotImplementedError

    def document(  # noqa: PLR0917 - the columns that differ
        self, writing: Writing, customer: int, minor: int, currency: str, on: int,
        kind: DocumentKind = DocumentKind.INVOICE,
    ) -> int:  # fmt: skip
        """Add a document and return its id."""
        raise NotImplementedError

    # ------------------------------------------------------------- interest
    def _to_decide(self, deed: Deed) -> LateInterest | None:
        """Pick one; what is read for the list is all there is, whatever was left unread."""
        found = [one for one in self.interest.claimable(day(TODAY)) if one.left.total]
        heaps = self.interest.to_decide(day(TODAY), everything=True)
        assert {(one.debt.entry, one.left) for one in heaps.everything} == {
            (one.debt.entry, one.left) for one in found
        }
        return found[deed.which % len(found)] if found else None

    def _charge_interest(self, deed: Deed) -> None:
        """On a charge note with a number of its own, as ``InvoiceIssue`` writes it."""
        if one := self._to_decide(deed):
            self.count += 1
            event = new_event(one, day(TODAY), BOTH)
            whole, whose = event.interest + event.fixed, one.debt.customer
            with self.gateway.write("issue-charge-note") as writing:
                note = self.document(writing, whose, whole.minor, whole.currency, TODAY,
                                      DocumentKind.CHARGE_NOTE)  # fmt: skip
                an_entry(writing, whose, EntryKind.CHARGE, day(TODAY), whole, due=day(TODAY),
                         document=note)  # fmt: skip
                write_event(writing, EventKind.CHARGED, whose, day(TODAY), event, document=note)

    def _waive(self, deed: Deed) -> None:
        if one := self._to_decide(deed):
            self.interest.waive([one.debt.entry], day(TODAY), "a good customer")

    def _decide_again(self, deed: Deed) -> None:
        if given_up := actions("interest_event", "kind <> 'charged'"):
            self.interest.undo(given_up[deed.which % len(given_up)])

    # ------------------------------------------------------------- plans and more time
    def _plan(self, deed: Deed) -> None:
        """Once something is owed; in the place of one that stands, or a stage of one before."""
        _, code, _ = self.whose(deed)
        on = max(deed.on, *self._owed_since(deed))
        standing, last = pick("plan", deed.which), pick("plan", -1)
        verbs = (self.plans.sign, self.plans.cancel, self.plans.reinstate)
        with self._on(day(on)):
            if deed.way > 2 and last is not None:
                verbs[deed.way - 3](str(last), "as agreed")
                return
            replaces = standing if deed.way == 2 else None
            first = day(on + deed.later % 9)
            terms = PlanTerms(Every.WEEK, first, 2, replaces=replaces, cure_days=deed.minor % 4)
            self.plans.agree(code, terms)

    def _owed_since(self, deed: Deed) -> tuple[int, int]:
        """The first day of what a customer has open, and the last day on which a plan moved."""
        customer, _, _ = self.whose(deed)
        open_ = execute(
            "SELECT min(day) FROM entry WHERE customer_id = ? AND open_minor > 0", (customer,)
        ).fetchone()[0]
        moved = execute(
            "SELECT max(day) FROM (SELECT day FROM plan UNION SELECT day FROM plan_event)"
        ).fetchone()[0]
        days = (date.fromisoformat(text) if text else day(0) for text in (open_, moved))
        first, last = ((one - day(0)).days for one in days)
        return first, last

    def _time(self, deed: Deed) -> None:
        _, code, _ = self.whose(deed)
        with self._on(day(max(deed.on, *self._owed_since(deed)))):
            if deed.way > 3 and (given := pick("extension", deed.which)):
                self.extensions.withdraw(given, "silent")
                return
            to = self.clock.today + timedelta(1 + deed.later)
            kind = list(Meanwhile)[deed.way % 2]
            self.extensions.give(code, NewExtension(to, "ill", interest=kind))

    def _unarrange(self, deed: Deed) -> None:
        made = [
            id_
            for table in ("plan", "plan_event", "extension", "extension_event")
            for id_ in actions(table, "1")
        ]
        if made:
            self.plans.undo(made[deed.which % len(made)])

    @contextmanager
    def _on(self, on: date) -> Iterator[None]:
        """What is agreed is agreed on the day it is put down."""
        self.clock.today, today = on, self.clock.today
        try:
            yield
        finally:
            self.clock.today = today

    # ------------------------------------------------------------- terms
    def _send(self, deed: Deed) -> None:
        """To somebody at one of the three: whoever is nobody there is refused."""
        _, code, _ = self.whose(deed)
        version, person = self.terms[deed.which % 2], self.people[deed.way % 3]
        ask = day(deed.on + 1 + deed.later)
        entry = SentEntry(version, day(deed.on), Way.POST, contact=person, follow_up=ask)
        self.sending.record(code, entry)

    def _accept(self, deed: Deed) -> None:
        _, code, _ = self.whose(deed)
        version, person = self.terms[deed.which % 2], self.people[deed.way % 3]
        entry = AcceptedEntry(version, day(deed.on), Method.SIGNED_TERMS, contact=person)
        self.acceptances.accept(code, entry)

    def _unaccept(self, deed: Deed) -> None:
        if (one := pick("acceptance", deed.which)) and deed.way:
            self.acceptances.take_back(one)
        elif one := pick("terms_sent", deed.which):
            self.acceptances.take_back_sent(one)


def terms_of(writing: Writing, number: int) -> int:
    """Terms in effect from the first day on, with a wording of a few words."""
    wording = f"As agreed, for the {number}. time"
    return writing.add(
        TermsVersion, title="Terms of trade", language="en", number=number,
        effective_day=day(30 * number - 30), wording=wording, blob_id=None, file_name="",
        pages=None, sha256=wording_sha256(wording), note="",
    )  # fmt: skip
