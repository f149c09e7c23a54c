"""What follows from a customer's case on a day: what to ask for, what to check, what waits.

Worked out once, so that choosing the line, its reasons and its worth all start from the same
figures.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time, timedelta
from typing import NamedTuple

from creditmate.domain.agreed import days_late
from creditmate.domain.chasing import Portion, pay_now
from creditmate.domain.claims import ClaimStanding, ClaimState
from creditmate.domain.missed import (
    Asked,
    claimed,
    is_agreed_anew,
    is_believed,
    is_in_question,
    missing,
    unanswered,
    unfound,
)
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.passed import TimePassed, time_passed
from creditmate.domain.plans import InstalmentStanding, InstalmentState
from creditmate.domain.priority import (
    Contact,
    Stake,
    spoken_factor,
    talked_over,
    wait_factor,
)
from creditmate.domain.promises import (
    JUDGED,
    LIVE,
    NOT_KEPT,
    Deed,
    DeedState,
    PromiseState,
    Standing,
    deed_state,
)
from creditmate.domain.statement import PayNow
from creditmate.domain.workcase import DEFAULT_POLICY, CallBack, Case, Policy


class Picture(NamedTuple):
    """What follows from a case on a day.

    ``pays`` is *please pay now* per currency with open debits; ``asks`` is the same of what is to
    be followed up, items within their days of grace left out, and ``demanded`` what of that is
    asked for today, above zero. Grace ends in a currency in which a word was not kept. ``claims``
    is asked for besides: what is not overdue, but was promised and missed. ``near`` is what a call
    would be about: the portions overdue or soon due, and their chaseable parts less unallocated
    money (taken off the oldest first), all above zero, then what is claimed of later ones;
    ``days_late`` counts from the oldest of them, None where there is none.
    ``missed`` are the promises not kept and not answered yet, while anything is asked for in their
    currency; the most missing first. ``unfound`` is what is said to be paid and cannot be found,
    alike. ``apart`` are the entries of branches that wait for a call agreed with them: nothing of
    those is asked for meanwhile.
    """

    case: Case
    as_at: date
    policy: Policy
    portions: tuple[Portion, ...]
    pays: tuple[PayNow, ...]
    asks: tuple[PayNow, ...]
    demanded: tuple[Money, ...]
    claims: tuple[Money, ...]
    near: tuple[Asked, ...]
    days_late: int | None
    missed: tuple[Standing, ...]
    unfound: tuple[ClaimStanding, ...]
    apart: frozenset[int] = frozenset()

    @property
    def asked(self) -> list[Money]:
        """What is asked for today, overdue or claimed, per currency."""
        return totals_by_currency((*self.demanded, *self.claims))

    @property
    def time_passed(self) -> list[TimePassed]:
        """More time that ran out, and that nobody has spoken of since."""
        return time_passed(self.case, self.portions, self.as_at)

    @property
    def unmatched(self) -> list[Money]:
        """Receipts and credits, not matched, that cover what is to follow up, per currency."""
        return [pay.unmatched for pay in self.asks if pay.unmatched]

    @property
    def to_check(self) -> list[Standing]:
        """Promises whose money is looked for: past while cash is not posted, or on a day set."""
        return [
            s
            for s in self.case.standings
            if s.state is PromiseState.CHECK_BANK or s.promise.id in self.case.looked_for
        ]

    @property
    def said_to_check(self) -> list[ClaimStanding]:
        """What is said to be paid and should have come, while cash is not posted that far."""
        return [c for c in self.case.said if c.state is ClaimState.CHECK_BANK]

    @property
    def awaited(self) -> list[Money]:
        """What the bank may have: promised, said to be paid, or by plan; past, and not posted."""
        case = self.case
        if not (case.standings or case.said or case.plans):
            return []
        said = (Money(c.missing_minor, c.claim.currency) for c in self.said_to_check)
        parts = [
            Money(part.asked_minor, plan.plan.currency)
            for plan in case.plans
            for part in plan.to_check
        ]
        return [*(missing(standing) for standing in self.to_check), *said, *parts]

    @property
    def bank_first(self) -> bool:
        """Whether to look at the bank before anybody is rung.

        It is when money waits there, unless more than that is asked for besides: then one call
        about the larger sum is worth more than the wait, and tells of the bank as well. While
        an agreed call-back pauses the customer nobody is rung, so the bank is all there is to
        do. Currencies count for as much as in the score.
        """
        awaited, worth = self.awaited, self.policy.worth
        if not awaited:
            return False
        waiting = sum(map(worth.of, awaited))
        besides = sum(map(worth.of, self.demanded))
        return waiting >= besides or self.paused()

    @property
    def has_live_promise(self) -> bool:
        """Whether a promise of the customer's is still running."""
        return any(s.state in LIVE for s in self.case.standings)

    @property
    def answered(self) -> Standing | None:
        """The latest promise that can be judged, when it was not kept and all are answered.

        Only while something is demanded in its currency; ``None`` otherwise.
        """
        demanded = {money.currency for money in self.demanded}
        said = self.case.said
        judged = [
            standing
            for standing in self.case.standings
            if standing.state in JUDGED
            and not is_believed(standing, said)
            and not is_in_question(standing, self.portions)
            and not _is_agreed_anew(standing, self.case, self.portions)
        ]
        latest = max(judged, key=lambda s: (s.promise.due_day, s.promise.id), default=None)
        if self.missed or latest is None or latest.state not in NOT_KEPT:
            return None
        return latest if latest.promise.currency in demanded else None

    @property
    def courtesy(self) -> list[Asked]:
        """Items soon due that are worth a courtesy call, and not talked over yet."""
        lateness, contact = self.case.lateness, self.case.last_contact
        if contact is not None:  # whoever began the talk, and whatever it was about
            contact = contact._replace(answers=True)
        return [
            (portion, money)
            for portion, money in self.near
            if portion.days_late(self.as_at) <= 0
            and not self.covered(portion, contact)
            and (
                not lateness.known
                or lateness.days_ahead(portion.days_late(self.as_at)) >= self.policy.courtesy_days
            )
        ]

    def covered(self, portion: Portion, contact: Contact | None) -> bool:
        """Whether the last talk could cover an item."""
        entry = portion.entry
        return talked_over(contact, entry.day, entry.due_day, self.policy.courtesy_window)

    def other_member(self, customer: int) -> int | None:
        """Return the member of a group with whom something was agreed, if the case is another's."""
        return customer if customer not in {0, self.case.customer} else None

    def deeds_in(self, state: DeedState) -> list[Deed]:
        """Our promises in a state, by due day; open ones only when today is their day."""
        if not self.case.deeds:
            return []
        due = (d for d in self.case.deeds if d.due_day <= self.as_at)
        found = [d for d in due if deed_state(d, self.as_at) is state]
        return sorted(found, key=lambda d: (d.due_day, d.id))

    def call_backs_due(self) -> list[CallBack]:
        """Call-backs that were agreed and whose day has come, the earliest first."""
        return self._due(ours=False)

    def planned_due(self) -> list[CallBack]:
        """Calls that we planned ourselves and whose day has come, the earliest first.

        Nobody is tried again about what is paid meanwhile, or not asked for any more.
        """
        due = self._due(ours=True)
        if all(not call.in_vain for call in due) or self._asks_anything:
            return due
        return [call for call in due if not call.in_vain]

    @property
    def is_call_by_hand(self) -> bool:
        """Whether a call is due that somebody put into the diary, no next try after an attempt."""
        return any(not call.in_vain for call in self.planned_due())

    @property
    def _asks_anything(self) -> bool:
        return bool(self.demanded or self.claims or self.courtesy) or self.is_out_of_touch

    @property
    def is_out_of_touch(self) -> bool:
        """Whether a word is in place although nothing is late or soon due."""
        contacting, case = self.case.contacting, self.case
        return contacting is not None and (
            contacting.greets(case.entries, self.as_at)
            or contacting.is_out_of_touch(case.last_talk, self.as_at)
        )

    def _due(self, *, ours: bool) -> list[CallBack]:
        if not self.case.call_backs:
            return []
        due = [c for c in self.case.call_backs if c.day <= self.as_at and c.ours is ours]
        return due if len(due) < 2 else sorted(due, key=lambda c: (c.day, c.at or time.max))

    def paused(self) -> bool:
        """Whether an agreed call-back still to come pauses the customer.

        It does until its day, and at most as long as the policy says; not when the same talk
        brought a promise (which pauses what it covers, and nothing else), nor when a promise
        has been missed since, or the day of a plan's part has come. One set after that pauses it
        as well, though nobody was reached: the next try has its day. One agreed with a branch
        pauses that branch, and nobody else of its group: see ``apart``.
        """
        return any(
            _pauses(self.case, call, self.as_at, self.policy)
            for call in self.case.call_backs
            if not _is_of_branch(self.case, call)
        )

    def stakes(self) -> list[Stake]:
        """What a call would be about, weighed."""
        contact, ahead = self.case.last_contact, self.case.lateness.days_ahead
        covered, others = (spoken_factor(contact, said, self.as_at) for said in (True, False))
        found = []
        for portion, money in self.near:
            late = portion.days_late(self.as_at)
            spoken = covered if self.covered(portion, contact) else others
            found.append(Stake(money, ahead(late), wait_factor(late), spoken))
        return found


def picture(case: Case, as_at: date, policy: Policy = DEFAULT_POLICY) -> Picture:
    """Work out what follows from a case on a day."""
    portions = case.portions(as_at)
    unallocated = {money.currency: money for money in case.unallocated}
    since, left = _given_or_spoken(case, as_at), case.left_unanswered
    broken = unanswered(case.standings, since, as_at, policy.worth, left)
    missed = [
        standing
        for standing in broken
        if not is_believed(standing, case.said)
        and not is_in_question(standing, portions)
        and not _is_agreed_anew(standing, case, portions)
    ]
    lost = unfound(case.said, case.standings, case.answered_on, as_at)
    pays: list[PayNow] = []
    asks: list[PayNow] = []
    impatient = _not_kept(missed, lost)
    near: list[Asked] = []
    claims: list[Asked] = []
    soon = as_at + timedelta(days=policy.courtesy_window)
    apart = waiting_apart(case, as_at, policy)
    for currency, same in _by_currency(portions):
        credit = unallocated.get(currency, Money(0, currency))
        pays.append(pay_now(same, credit, as_at))
        ripe = same
        if currency not in impatient:
            ripe = [one for one in same if one.is_to_follow_up(as_at)]
        if apart:
            ripe = [one for one in ripe if one.entry.id not in apart]
        asks.append(pays[-1] if len(ripe) == len(same) else pay_now(ripe, credit, as_at))
        free = _less_credit([p for p in same if p.entry.id not in apart] if apart else same, credit)
        wanted = claimed(missed, free, as_at) if missed else []
        claims += wanted
        near += [pair for pair in free if pair[0].entry.due_day <= soon]
        near += [pair for pair in wanted if pair[0].entry.due_day > soon]
    demanded = tuple(due for pay in asks if (due := pay.due))
    asked = {money.currency for money in (*demanded, *(money for _, money in claims))}
    return Picture(
        case=case,
        as_at=as_at,
        policy=policy,
        portions=tuple(portions),
        pays=tuple(pays),
        asks=tuple(asks),
        demanded=demanded,
        claims=tuple(money for _, money in claims),
        near=tuple(near),
        days_late=max([days_late(case, portion, as_at) for portion, _ in near], default=None),
        missed=tuple(s for s in missed if s.promise.currency in asked),
        unfound=tuple(c for c in lost if c.claim.currency in asked),
        apart=apart,
    )


def waiting_apart(case: Case, as_at: date, policy: Policy) -> frozenset[int]:
    """Return the entries of the branches that wait for a call agreed with them."""
    if not case.of_branches:  # as with nearly all
        return frozenset()
    calls = (call for call in case.call_backs if _is_of_branch(case, call))
    waiting = {call.customer for call in calls if _pauses(case, call, as_at, policy)}
    return frozenset[int]().union(*(case.of_branches[branch] for branch in waiting))


def _is_of_branch(case: Case, call: CallBack) -> bool:
    """Whether a call was agreed with a branch: its head office, and the others, agreed nothing."""
    return not call.ours and call.customer in case.of_branches


def _pauses(case: Case, call: CallBack, as_at: date, policy: Policy) -> bool:
    waited = (as_at - call.set_day).days
    if call.day <= as_at or not 0 <= waited < policy.longest_pause:
        return False
    if any(s.promise.made_day == call.set_day for s in case.standings):
        return False
    if any(part.late_since >= call.set_day for part in _parts_come(case, as_at)):
        return False
    missed = (s.promise for s in case.standings if s.state in NOT_KEPT)
    return all(promise.until_day < call.set_day for promise in missed)


def _parts_come(case: Case, as_at: date) -> Iterator[InstalmentStanding]:
    """The parts of plans that are asked for: due today, or late."""
    for plan in case.plans:
        for part in plan.instalments if plan.is_kept else ():
            is_today = part.state is InstalmentState.OPEN and part.due_day == as_at
            if part.asked_minor and (is_today or part.state is InstalmentState.MISSED):
                yield part


def _is_agreed_anew(standing: Standing, case: Case, portions: Iterable[Portion]) -> bool:
    """Whether a plan agreed since is spoken of instead of a missed promise."""
    if not case.plans or standing.state not in NOT_KEPT:  # as with most
        return False
    currency = standing.promise.currency
    same = [one for one in portions if one.entry.currency == currency]
    credit = next((m for m in case.unallocated if m.currency == currency), Money(0, currency))
    return is_agreed_anew(standing, case.plans, _less_credit(same, credit))


def _given_or_spoken(case: Case, as_at: date) -> date | None:
    """The last day on which they were reached, or given time: that answers what was missed too."""
    given = (one.extension.day for one in case.extensions if one.extension.day <= as_at)
    days = [day for day in (case.answered_on, *given) if day is not None]
    return max(days, default=None)


def _not_kept(missed: Iterable[Standing], lost: Iterable[ClaimStanding]) -> set[str]:
    """The currencies in which what was said did not come true: nobody waits there any longer."""
    return {s.promise.currency for s in missed} | {c.claim.currency for c in lost}


def _by_currency(portions: Sequence[Portion]) -> Iterator[tuple[str, Sequence[Portion]]]:
    currencies = {portion.entry.currency for portion in portions}
    if len(currencies) == 1:
        yield currencies.pop(), portions
        return
    for currency in sorted(currencies):
        yield currency, [portion for portion in portions if portion.entry.currency == currency]


def _less_credit(portions: Sequence[Portion], credit: Money) -> list[Asked]:
    """What may be asked of each portion: unallocated money is taken off the oldest first."""
    found = []
    left = -credit.minor
    for portion in portions:
        chaseable = portion.chaseable_minor
        taken = min(left, chaseable)
        left -= taken
        if chaseable > taken:
            found.append((portion, Money(chaseable - taken, portion.entry.currency)))
    return found
