"""What a call form needs to know before anything is typed in it."""

from dataclasses import dataclass, field
from datetime import date
from functools import partial

from creditmate.domain.call_script import Script, call_kind, call_script
from creditmate.domain.claims import LIVE_CLAIMS
from creditmate.domain.dates import Calendar
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.outcomes import CallKind
from creditmate.domain.ports import Clock
from creditmate.domain.promises import GRACE_DAYS, LIVE, Deed, Standing, running, undone
from creditmate.domain.settings import ClaimDays
from creditmate.domain.statement import PayNow
from creditmate.domain.taken_place import Before
from creditmate.services.calendars import customer_calendar
from creditmate.services.call_drafts import CallDraft, CallDrafts
from creditmate.services.call_surroundings import CallSurroundings, call_surroundings
from creditmate.services.calls import likely_currency
from creditmate.services.cases import read_files
from creditmate.services.customers import Brief, Customers
from creditmate.services.lateness import learnt_book
from creditmate.services.proposed_days import proposed_day
from creditmate.services.settings import current_settings
from creditmate.services.visit_promises import owed_by
from creditmate.services.whose_word import spoken_for
from creditmate.services.words_before import words_before


@dataclass(frozen=True, slots=True)
class CallSheet:
    """A customer's brief, and what the form makes of it.

    ``currency`` is the one a promise is most likely in and ``pays`` *please pay now* in it, a head
    office's for its group, which the promise is prefilled with; None where nothing is open.
    ``running`` are the customer's promises in it that still run, ``undone`` are ours that wait to
    be done. ``draft`` is what had been typed already; ``grace_days`` are worked after a promise's
    day, ``claim_days`` while money that is said to be sent is waited for. ``proposed_day`` is the
    day for their promise: the payment run that can take what is asked for, where one is known.
    ``beside`` is what else the form shows and offers, ``owed`` all that is open per currency, a
    head office's for its group: a promise of more is asked about. ``before`` is what they said
    before of what is open, which a new word may take the place of.
    """

    brief: Brief
    incoming: bool
    kind: CallKind
    script: Script
    currency: str
    pays: PayNow | None
    running: tuple[Standing, ...]
    undone: tuple[Deed, ...]
    calendar: Calendar
    draft: CallDraft | None
    grace_days: int = GRACE_DAYS
    claim_days: ClaimDays = field(default_factory=ClaimDays)
    proposed_day: date | None = None
    beside: CallSurroundings = field(default_factory=CallSurroundings)
    owed: tuple[Money, ...] = ()
    before: Before = field(default_factory=partial(Before, ()))

    @property
    def compared(self) -> PayNow | None:
        """What a promise is compared with: nothing where they are left in peace."""
        return None if self.brief.before.around.asks_nothing else self.pays

    @property
    def asked(self) -> Money | None:
        """What the promise field is prefilled with: nothing where nothing may be asked for."""
        return None if self.compared is None else self.compared.due or None

    @property
    def anew(self) -> PayNow | None:
        """What a promise is compared with that takes the place of those that run."""
        pays = self.compared
        if pays is None:
            return None
        before = min(sum(one.unfilled_minor for one in self.running), pays.promised.minor)
        return pays._replace(promised=pays.promised - Money(before, pays.promised.currency))


class CallSheets:
    """Prepares call forms."""

    def __init__(self, customers: Customers, drafts: CallDrafts, clock: Clock) -> None:
        self._customers = customers
        self._drafts = drafts
        self._clock = clock

    def sheet(self, code: str, *, incoming: bool = False) -> CallSheet:
        """Return what the form of a call with a customer needs to know today.

        Args:
            code: The customer's.
            incoming: They have called us; what a draft says of it goes before.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        today, settings = self._clock.today, current_settings()
        brief, draft = self._customers.brief(code, today), self._drafts.read(code)
        theirs = incoming if draft is None else draft.typed.incoming
        pays = brief.of_group or [account.pay_now for account in brief.accounts]
        owed = {row.open.currency for row in brief.entries if row.due_day is not None}
        owed |= {pay.overdue.currency for pay in brief.of_group}
        currency = likely_currency(owed, brief.customer)
        around = brief.before.around
        kind = call_kind(brief.line, around.asked)
        if (
            around.hardship
            or around.cannot_pay
            or around.part
            or around.disputed
            or around.is_arranged
        ):
            kind = CallKind.COLLECTION  # whatever is asked for: its outcomes are needed first
        return CallSheet(
            brief=brief,
            incoming=theirs,
            kind=CallKind.INCOMING if theirs else kind,
            script=call_script(brief.line, kind, (), incoming=theirs, around=around),
            currency=currency,
            pays=next((pay for pay in pays if pay.overdue.currency == currency), None),
            running=tuple(running(brief.standings, currency)),
            undone=tuple(undone(brief.deeds, today)),
            calendar=customer_calendar(brief.customer.country, today, brief.customer.region),
            draft=draft,
            grace_days=settings.grace_days,
            claim_days=settings.claim_days,
            proposed_day=proposed_day(
                brief.customer.id, brief.facts, brief.entries, currency, today
            ),
            beside=call_surroundings(brief.customer, self._clock, incoming=theirs),
            owed=_owed(brief, today),
            before=_before(brief, today),
        )


def _before(brief: Brief, today: date) -> Before:
    """What was said before; where nothing was there is nothing to take the place of."""
    live = any(one.state in LIVE for one in brief.standings)
    if not live and not any(one.state in LIVE_CLAIMS for one in brief.said):
        return Before(())
    (file,) = read_files([brief.customer.id], today, learnt_book(today), holidays=False)
    return words_before(file, spoken_for(file, today), today)


def _owed(brief: Brief, today: date) -> tuple[Money, ...]:
    """All that is open of a customer; of a head office all of its group."""
    if brief.of_group:
        return tuple(owed_by(brief.customer.code, today))
    return tuple(totals_by_currency(r.open for r in brief.entries if r.due_day is not None))
