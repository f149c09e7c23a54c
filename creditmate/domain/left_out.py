"""Who is not followed up at present: why, until when, and about how much it would be.

Two things keep a customer off the day's list: the policy of contacts, which stops what we would do
of our own accord, and what was agreed or said, which leaves nothing to ask for. Whoever has
anything overdue is on the list or here; nobody is forgotten.

Source: issue 7, "Not being followed up"; docs/decisions/0024.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from creditmate.domain.case_picture import Picture
from creditmate.domain.chasing import OpenEntry
from creditmate.domain.contact_budget import Refusal, refusal, used
from creditmate.domain.contact_hours import days_worked
from creditmate.domain.contacting import Contacting, PutOff
from creditmate.domain.errands import is_left_to_visit
from creditmate.domain.held_back import AGREED, WAITING, Stopped, WhyNot, held, next_call
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.passed import returned
from creditmate.domain.work_lines import OF_OUR_OWN_ACCORD, Channel, Kind, Line, place_of
from creditmate.domain.workcase import Policy

__all__ = [
    "LeftOut",
    "Stopped",
    "WhyNot",
    "asked_items",
    "how_much",
    "is_small",
    "leaves_the_bank",
    "left_out",
    "looks_again",
    "overdue",
    "stopped",
]


_NEXT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A customer who is not on the list: the first day on which it will be, where one is known.

    That is the day if nothing happens until then, whatever holds most of the money till then.

    ``words`` are the user's own, of who put the line off; ``branches`` as on a line.
    ``appointment`` is the day on which we call next whatever the reason, where that is not it.
    """

    customer: int
    why: WhyNot
    amounts: tuple[Money, ...]
    until: date | None = None
    words: str = ""
    branches: tuple[int, ...] = ()
    appointment: date | None = None

    def back_on(self, day: date | None) -> "LeftOut":
        """Return the same with the day on which it is on the list again."""
        is_told = self.why in AGREED and self.appointment == day
        return replace(self, until=day, appointment=None if is_told else self.appointment)

    def of_group(self, branches: tuple[int, ...]) -> "LeftOut":
        """Return the same about a head office and these branches of its."""
        return replace(self, branches=branches)


# ------------------------------------------------------------- the policy of contacts
def stopped(seen: Picture, line: Line) -> Stopped | None:
    """Return why a line is not proposed on a day; None where it is.

    What was agreed, promised or is due to come is never stopped by the policy; the user may put it
    off, but no promise of ours that is late.
    """
    contacting = seen.case.contacting
    put_off = None if contacting is None else contacting.put_off
    if put_off is not None and _is_put_off(put_off, line.kind, seen.as_at):
        return Stopped(WhyNot.PUT_OFF, put_off.until, put_off.reason)
    if line.kind not in OF_OUR_OWN_ACCORD:
        return None
    if line.kind is Kind.FOLLOW_UP and _is_news(seen):
        return None
    if is_small(line, seen.policy):
        return Stopped(WhyNot.SMALL_BALANCE)
    if (visit := _left_to_visit(seen, line)) is not None:
        return visit
    return None if contacting is None else _by_policy(seen, contacting, line)


def leaves_the_bank(seen: Picture, stop: Stopped | None) -> bool:
    """Whether to look at the bank is what there is to do, since the policy stops a call."""
    return stop is not None and stop.why is not WhyNot.PUT_OFF and bool(seen.awaited)


def _left_to_visit(seen: Picture, line: Line) -> Stopped | None:
    """Whether what they owe is left to a visit that they know of; a call by hand is made."""
    visit, longest = seen.case.visit, seen.policy.longest_pause
    if visit is None or seen.is_call_by_hand:
        return None
    if not is_left_to_visit(visit, line.step, seen.as_at, longest):
        return None
    why = WhyNot.VISIT_CONFIRMED if visit.confirmed else WhyNot.VISIT
    return Stopped(why, visit.day if visit.day > seen.as_at else None)


def _by_policy(seen: Picture, contacting: Contacting, line: Line) -> Stopped | None:
    """What lasts longest of all that is against contacting somebody of our own accord."""
    if line.channel is Channel.NONE:
        return Stopped(WhyNot.NO_WAY)
    waits = [
        *_over_budget(contacting, line, seen.as_at),
        *_just_asked(seen, contacting, line),
        *_without_step(seen, contacting, line),
    ]
    if waits:
        longest = max(waits, key=lambda wait: wait.until or date.max)
        if longest.why is WhyNot.NO_STEP and contacting.talked_on(seen.as_at):
            longest = replace(longest, why=WhyNot.TOO_SOON)  # of today's talk
        return replace(longest, until=_worked(contacting, longest.until))
    return _holiday(contacting, seen.as_at)


def _is_news(seen: Picture) -> bool:
    """Whether time that was agreed with them is over, or their payment came back: as a promise."""
    case = seen.case
    return bool((case.extensions and seen.time_passed) or (case.came_back and returned(case)))


def is_small(line: Line, policy: Policy) -> bool:
    """Whether a line is about too little to contact anybody of our own accord.

    What was agreed or promised, and money to look for, is done whatever it is about.
    """
    if policy.contact_from is None or line.kind not in OF_OUR_OWN_ACCORD:
        return False
    if line.kind is Kind.STAY_IN_TOUCH or line.when is not None:
        return False  # it is about no sum at all, or was planned whatever the sum
    return sum(map(policy.worth.of, line.amounts)) < policy.contact_from.decimal


def _is_put_off(put_off: PutOff, kind: Kind, as_at: date) -> bool:
    """Whether a line of this kind waits: what is more urgent than the one put off does not."""
    if put_off.until <= as_at or kind is Kind.OURS_LATE:
        return False
    return not put_off.kind or place_of(kind) >= place_of(Kind(put_off.kind))


_REFUSALS = {
    Refusal.WEEK: WhyNot.WEEK,
    Refusal.MONTH: WhyNot.MONTH,
    Refusal.TOO_SOON: WhyNot.TOO_SOON,
    Refusal.ATTEMPTS: WhyNot.ATTEMPTS,
}


def _over_budget(contacting: Contacting, line: Line, as_at: date) -> Iterator[Stopped]:
    limits, known = contacting.policy.limits, used(contacting.touches, as_at)
    refused = refusal(known, limits, as_at, by_phone=line.channel is Channel.CALL)
    if refused is not None:
        yield Stopped(_REFUSALS[refused[0]], refused[1])


def _just_asked(seen: Picture, contacting: Contacting, line: Line) -> Iterator[Stopped]:
    """Whatever the last talk cost: today's step is taken, what was left behind keeps its pace."""
    if contacting.talked_on(seen.as_at):
        yield Stopped(WhyNot.TOO_SOON, seen.as_at + timedelta(days=1))
    last, gap = contacting.followed_up_on(seen.as_at), timedelta(contacting.policy.limits.gap_days)
    if last is None or last + gap <= seen.as_at:
        return
    items = asked_items(seen, line.kind)
    if last == seen.as_at or contacting.is_behind(items, line.step, last):
        yield Stopped(WhyNot.TOO_SOON, last + gap)


def _worked(contacting: Contacting, day: date | None) -> date | None:
    """The first day from one on that is worked."""
    not_then = None if day is None else _holiday(contacting, day)
    return day if not_then is None or not_then.until is None else not_then.until


def _without_step(seen: Picture, contacting: Contacting, line: Line) -> Iterator[Stopped]:
    if line.kind is not Kind.STAY_IN_TOUCH and line.step is None and line.when is None:
        items = asked_items(seen, line.kind)
        answer_by = contacting.answers_until(items, seen.as_at)
        why = WhyNot.NO_STEP if answer_by is None else WhyNot.TIME_TO_ANSWER
        days = (contacting.next_step_day(items, seen.as_at), answer_by and answer_by + _NEXT)
        yield Stopped(why, max((day for day in days if day is not None), default=None))


def _holiday(contacting: Contacting, as_at: date) -> Stopped | None:
    worked = days_worked(contacting.calendar, contacting.policy.hours)
    if worked.is_working(as_at):
        return None
    return Stopped(WhyNot.HOLIDAY, worked.next_working(as_at + timedelta(days=1)))


def asked_items(seen: Picture, kind: Kind) -> list[OpenEntry]:
    """Return the items of which a line of our own accord asks: those it takes a step for."""
    if kind is Kind.COURTESY:
        return [portion.entry for portion, _ in seen.courtesy]
    late = [portion for portion, _ in seen.near if portion.days_late(seen.as_at) > 0]
    return [portion.entry for portion in late]


# ------------------------------------------------------------- what was agreed or said
def overdue(entries: Iterable[OpenEntry], as_at: date) -> list[Money]:
    """Return what is overdue, per currency, largest first; whatever may be asked of it."""
    late = (e for e in entries if e.due_day < as_at and e.open_minor)
    return totals_by_currency(Money(entry.open_minor, entry.currency) for entry in late)


def how_much(seen: Picture, *, everything: bool = False) -> tuple[Money, ...]:
    """Return what of somebody's is overdue and not followed up, per currency, largest first.

    It is all of it, what was arranged as well: nothing of that is asked for today. Money received
    that waits to be matched is taken off, except where it covers everything.

    Args:
        seen: What follows from the case.
        everything: What is not due yet as well: who has shut pays nothing of that either.
    """
    if everything:
        owed = (Money(entry.open_minor, entry.currency) for entry in seen.case.entries)
        return tuple(totals_by_currency(owed))
    net = totals_by_currency(pay.overdue - pay.unmatched for pay in seen.pays)
    return tuple(amount for amount in net if amount) or tuple(
        overdue(seen.case.entries, seen.as_at)
    )


def left_out(seen: Picture, line: Line | None) -> LeftOut | None:
    """Return a customer who is not on the list although something is overdue, or was put off.

    When it will be again is not looked for.

    Args:
        seen: What follows from the case.
        line: What the list would have of it; None where nothing is to be done.
    """
    owed, customer = how_much(seen), seen.case.customer
    why = None if line is None else stopped(seen, line)
    if line is not None and why is not None and not _tells_more(seen, line, why):
        told = owed or line.when or why.why in {WhyNot.PUT_OFF, WhyNot.SMALL_BALANCE}
        return LeftOut(customer, why.why, owed or line.amounts, words=why.words) if told else None
    if (line is not None and why is None) or not owed:
        return None
    cause = held(seen).why
    beside = None if cause in WAITING - AGREED else next_call(seen)
    return LeftOut(customer, cause, owed, appointment=beside)


def looks_again(seen: Picture, line: Line, stop: Stopped) -> date | None:
    """Return the next day on which the policy may let a line be that it stops on a day."""
    contacting = seen.case.contacting
    days = [stop.until]
    if contacting is not None:
        days.append(contacting.next_step_day(asked_items(seen, line.kind), seen.as_at))
    return min((day for day in days if day is not None), default=None)


def _tells_more(seen: Picture, line: Line, why: Stopped) -> bool:
    """Whether more of what is overdue waits for another reason than the one that stops the line.

    What somebody put off, or planned a call for, is told as that.
    """
    if (
        why.why is WhyNot.PUT_OFF
        or line.when is not None
        or not overdue(seen.case.entries, seen.as_at)
    ):
        return False
    return held(seen, why if line.kind is Kind.FOLLOW_UP else None) is not why
