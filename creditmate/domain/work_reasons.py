"""Why a customer stands on the work list, as codes and facts; ``i18n.reasons`` has the words."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from creditmate.domain.agreed import (
    answers_due,
    errands_due,
    instalments_due,
    is_to_write,
    plans_in_default,
    visit_at_hour,
)
from creditmate.domain.case_picture import Picture
from creditmate.domain.claims import ClaimStanding
from creditmate.domain.contact_steps import Step
from creditmate.domain.errands import Errand
from creditmate.domain.missed import missing
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.next_steps import OUR_CHORES, About
from creditmate.domain.passed import peace_passed, returned
from creditmate.domain.plans import InstalmentStanding, InstalmentState
from creditmate.domain.promises import DeedState, PromiseState, Standing
from creditmate.domain.reason import Reason, ReasonCode
from creditmate.domain.workcase import CallBack, Case

__all__ = ["Reason", "ReasonCode", "reasons"]

SILENCE = 10
"""Days without contact from which the silence is a reason of its own."""
ENOUGH = 3
"""Settled items from which a habit is worth telling."""


def reasons(
    seen: Picture,
    step: Step | None = None,
    *,
    chores_first: bool = False,
    bank_first: bool = False,
) -> tuple[Reason, ...]:
    """Return every reason that holds, the one to act on first, supporting ones after.

    Args:
        seen: What follows from the case.
        step: The step of the policy that is due.
        chores_first: What is to be done is work of ours before or after a visit.
        bank_first: What is to be done is to look at the bank, however much is asked for besides.
    """
    case = seen.case
    made = visit_at_hour(case, seen.as_at)
    errands = [one for one in errands_due(case, seen.as_at) if one is not made]
    with_them = [one for one in errands if _is_with_them(one, errands)]
    chores = [_errand(seen, errand) for errand in errands if errand not in with_them]
    bank_first = bank_first or seen.bank_first
    planned = seen.planned_due() if case.call_backs else ()
    found = (
        *(() if made is None else (_errand(seen, made),)),
        *(chores if chores_first else ()),
        *(_agreed(seen) if case.deeds or case.answers or case.call_backs else ()),
        *(_errand(seen, errand) for errand in sorted(with_them, key=_comes)),
        *_passed(seen),
        *(_promises(seen) if case.standings else ()),
        *(_plans(seen) if case.plans else ()),
        *(_said_paid(seen) if case.said else ()),
        *(_bank(seen) if bank_first else ()),
        *_money_to_match(seen),
        *(_ring(ReasonCode.PLANNED_CALL, call, seen.as_at) for call in planned),
        *_visit_ahead(seen),
        *_lateness(seen),
        *(() if bank_first else _bank(seen)),
        *_coming(seen),
        *_step(step),
        *(() if chores_first else chores),
        *_habit(seen),
        *_held(seen),
        *_contact(seen),
    )
    return tuple(found)


def _agreed(seen: Picture) -> Iterator[Reason]:
    for deed in seen.deeds_in(DeedState.LATE):
        member = seen.other_member(deed.customer)
        yield Reason(ReasonCode.OURS_LATE, day=deed.due_day, words=deed.words, member=member)
    for deed in seen.deeds_in(DeedState.OPEN):
        member = seen.other_member(deed.customer)
        yield Reason(ReasonCode.OURS_DUE, day=deed.due_day, words=deed.words, member=member)
    for answer in answers_due(seen.case, seen.as_at):
        member = seen.other_member(answer.customer)
        yield Reason(ReasonCode.ANSWER_DUE, day=answer.day, words=answer.reason, member=member)
    calls = seen.call_backs_due()
    several = len({(call.customer, call.person) for call in calls}) > 1
    for call in calls:
        yield _ring(ReasonCode.CALL_BACK, call, seen.as_at)._replace(
            person=call.person,
            member=seen.other_member(call.customer),
            hard=call.hard,
            named=bool(call.person) and (several or call.stranger),
            stranger=call.stranger,
        )


def _errand(seen: Picture, errand: Errand) -> Reason:
    code, at = _ERRANDS.get(errand.about, ReasonCode.VISIT_STEP), errand.at
    told = errand.words if errand.about in {*_ERRANDS, About.VISIT_STEP} else errand.about
    member = seen.other_member(errand.customer)
    if code is ReasonCode.VISIT and errand.day < seen.as_at:
        code, at = ReasonCode.VISIT_PASSED, None
    return Reason(code, day=errand.day, at=at, words=str(told), member=member)


def _visit_ahead(seen: Picture) -> Iterator[Reason]:
    """The visit that they know of, before its day: on it, it is what there is to do."""
    visit = seen.case.visit
    if visit is not None and visit.day > seen.as_at:
        code = ReasonCode.VISIT_CONFIRMED if visit.confirmed else ReasonCode.VISIT_AHEAD
        yield Reason(code, day=visit.day, member=seen.other_member(visit.customer))


def _is_with_them(errand: Errand, others: Iterable[Errand]) -> bool:
    """Whether it is done with them, or goes before that: who has no agenda is asked for nothing."""
    if errand.about is About.VISIT_AGENDA:
        return any(other.about is About.VISIT_CONFIRM for other in others)
    return errand.about not in OUR_CHORES


def _comes(errand: Errand) -> tuple[date, bool]:
    return errand.day, errand.about is not About.VISIT_AGENDA


def _ring(code: ReasonCode, call: CallBack, as_at: date) -> Reason:
    late = (as_at - call.day).days or None
    return Reason(
        code, day=call.day, days=late, at=call.at, words=call.words, their_at=call.their_at
    )


_ERRANDS = {
    About.VISIT: ReasonCode.VISIT,
    About.HELP_SHEET: ReasonCode.HELP_SHEET,
    About.NOTED: ReasonCode.NOTED,
    About.OWN: ReasonCode.NOTED,
}


def _passed(seen: Picture) -> Iterator[Reason]:
    """What came back, and what was agreed until a day that has passed, the last first."""
    yield from _came_back(seen)
    for one in seen.time_passed if seen.case.extensions else ():
        yield Reason(ReasonCode.TIME_PASSED, amount=one.amount, day=one.day)
    peace = peace_passed(seen.case) if seen.demanded else None
    if peace is not None:
        yield Reason(ReasonCode.PEACE_PASSED, day=peace.to_day)


def _came_back(seen: Picture) -> Iterator[Reason]:
    """Payments that came back, unless a promise or a plan's part says so: they tell it first."""
    if not seen.case.came_back or not seen.demanded:
        return
    told = {standing.returned.day for standing in seen.missed if standing.returned is not None}
    told |= {
        part.returned.day
        for plan in seen.case.plans
        for part in plan.instalments
        if part.returned is not None
    }
    for one in returned(seen.case):
        if one.day not in told:
            yield Reason(ReasonCode.PAYMENT_RETURNED, amount=one.amount, day=one.day)


def _promises(seen: Picture) -> Iterator[Reason]:
    for standing in seen.missed:
        yield _missed(standing)
    if seen.answered is not None:
        yield _missed(seen.answered)._replace(spoken=True)


def _plans(seen: Picture) -> Iterator[Reason]:
    for plan in plans_in_default(seen.case):
        amount = Money(plan.missing_minor, plan.plan.currency)
        yield Reason(ReasonCode.PLAN_DEFAULT, amount=amount, day=plan.defaulted_day)
    due = instalments_due(seen.case, seen.as_at)
    yield from _parts_returned(seen.case, due)
    for plan in seen.case.plans:
        for part in plan.instalments:
            if part in due:
                yield _instalment(part, plan.plan.currency, seen.as_at)
                if part.state is InstalmentState.MISSED and part.written_day is not None:
                    yield Reason(ReasonCode.PLAN_ENDS, day=part.cure_day)
                elif is_to_write(seen.case, plan, part, seen.as_at):
                    yield Reason(ReasonCode.PLAN_WRITE)


def _parts_returned(case: Case, due: Sequence[InstalmentStanding]) -> Iterator[Reason]:
    """What came back of the money that parts had, each payment once."""
    found = {
        (part.returned, plan.plan.currency): None
        for plan in case.plans
        for part in plan.instalments
        if part in due and part.returned is not None
    }
    for back, currency in found:
        if back is not None:
            amount = Money(back.minor, currency)
            yield Reason(ReasonCode.PAYMENT_RETURNED, amount=amount, day=back.day)


def _instalment(part: InstalmentStanding, currency: str, as_at: date) -> Reason:
    missing_of_it = Money(part.asked_minor, currency)
    if part.due_day >= as_at:
        return Reason(ReasonCode.INSTALMENT_DUE, amount=missing_of_it, day=part.due_day)
    if not part.came_minor:
        return Reason(ReasonCode.INSTALMENT_LATE, amount=missing_of_it, day=part.due_day)
    whole, came = Money(part.minor, currency), Money(part.came_minor, currency)
    return Reason(ReasonCode.INSTALMENT_PART, amount=whole, came=came, day=part.due_day)


def _bank(seen: Picture) -> Iterator[Reason]:
    for standing in seen.to_check:
        day = standing.promise.due_day
        yield Reason(ReasonCode.CHECK_BANK, amount=missing(standing), day=day)
    for plan in seen.case.plans:
        for part in plan.to_check:
            amount = Money(part.asked_minor, plan.plan.currency)
            yield Reason(ReasonCode.CHECK_BANK, amount=amount, day=part.due_day)
    for said in seen.said_to_check:
        day = said.claim.paid_day
        yield Reason(ReasonCode.CHECK_SAID_PAID, amount=_missing(said), day=day)


def _said_paid(seen: Picture) -> Iterator[Reason]:
    for said in seen.unfound:
        day = said.claim.paid_day
        yield Reason(ReasonCode.SAID_PAID_NOT_FOUND, amount=_missing(said), day=day)
    if any(said.claim.id in seen.case.alike for said in seen.unfound):
        yield Reason(ReasonCode.LOOKS_LIKE_IT)


def _missing(said: ClaimStanding) -> Money:
    return Money(said.missing_minor, said.claim.currency)


def _missed(standing: Standing) -> Reason:
    promise = standing.promise
    amount, back = Money(promise.minor, promise.currency), standing.returned
    if back is not None:
        returned = Money(back.minor, promise.currency)
        return Reason(ReasonCode.PAYMENT_RETURNED, amount=returned, day=back.day)
    if standing.state is PromiseState.BROKEN:
        return Reason(ReasonCode.PROMISE_BROKEN, amount=amount, day=promise.due_day)
    came = Money(standing.came_minor + standing.late_minor, promise.currency)
    return Reason(ReasonCode.PROMISE_PART_KEPT, amount=amount, came=came, day=promise.due_day)


def _money_to_match(seen: Picture) -> Iterator[Reason]:
    code = ReasonCode.UNMATCHED if seen.demanded else ReasonCode.MATCH_RECEIPT
    for amount in totals_by_currency(seen.unmatched):
        yield Reason(code, amount=amount)


def _lateness(seen: Picture) -> Iterator[Reason]:
    late = seen.days_late
    if late is None or late <= 0:
        return
    habit = seen.case.lateness
    known = len(habit.recent) >= ENOUGH
    if known and habit.late_count == 0:
        yield Reason(ReasonCode.FIRST_TIME_LATE, days=late)
    elif known and late > max(habit.usual_days, 0):
        yield Reason(ReasonCode.SLOWER_THAN_USUAL, days=late)
    else:
        yield Reason(ReasonCode.OVERDUE, days=late)


def _coming(seen: Picture) -> Iterator[Reason]:
    if seen.demanded or seen.claims or not (soon := seen.courtesy):
        return
    first = min(portion.entry.due_day for portion, _ in soon)
    yield Reason(ReasonCode.DUE_SOON, day=first)
    if not seen.case.lateness.known:
        # With several open one of them is not the first; and what was settled before the books
        # were brought here is not known.
        alone = len(seen.case.entries) == 1
        yield Reason(ReasonCode.FIRST_INVOICE if alone else ReasonCode.NO_HISTORY)


def _step(step: Step | None) -> Iterator[Reason]:
    """The step, unless the line is called by it anyway."""
    if step is not None and step is not Step.COURTESY:
        yield Reason(ReasonCode.STEP, step=step)


def _habit(seen: Picture) -> Iterator[Reason]:
    habit = seen.case.lateness
    if not seen.near or len(habit.recent) < ENOUGH or not (late := habit.late_count):
        return
    if (usual := habit.usual_days) > 0:
        yield Reason(ReasonCode.USUALLY_LATE, days=usual)
    yield Reason(ReasonCode.LATE_SHARE, times=late, of=len(habit.recent))


def _held(seen: Picture) -> Iterator[Reason]:
    if not any(pay.promised or pay.said_paid or pay.in_question for pay in seen.pays):
        return
    for code, amounts in (
        (ReasonCode.PROMISED, [pay.promised for pay in seen.pays]),
        (ReasonCode.SAID_PAID, [pay.said_paid for pay in seen.pays]),
        (ReasonCode.IN_QUESTION, [pay.unanswered for pay in seen.pays]),
        (ReasonCode.TO_CREDIT, [pay.to_credit for pay in seen.pays]),
    ):
        for amount in totals_by_currency(amount for amount in amounts if amount):
            yield Reason(code, amount=amount)


def _contact(seen: Picture) -> Iterator[Reason]:
    contact = seen.case.last_contact
    since = -1 if contact is None else (seen.as_at - contact.day).days
    reached = contact is not None and contact.reached
    if since in (0, 1) and reached:
        yield Reason(ReasonCode.SPOKEN_YESTERDAY if since else ReasonCode.SPOKEN_TODAY)
    elif since == 0:
        yield Reason(ReasonCode.TRIED_TODAY)
    elif since >= SILENCE:
        yield Reason(ReasonCode.LAST_SPOKEN if reached else ReasonCode.SILENCE, days=since)
    reach = seen.case.reach
    if not reach.phone:
        yield Reason(ReasonCode.WRONG_NUMBER if reach.wrong else ReasonCode.NO_PHONE)
    if seen.case.manner.on_stop:
        yield Reason(ReasonCode.ON_STOP, words=seen.case.manner.why_stopped)
    if seen.case.manner.friend:
        yield Reason(ReasonCode.FRIEND)
