"""Today's work list: whom to contact, why, about how much and by which channel.

At most one line per customer. Order: what we promised, agreed call-backs, promises not kept,
what is said to be paid and cannot be found, money to check first, then the calls by their worth,
courtesy calls among them.

Source: product.md, places; domain-rules 4.12; mock-up 01.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from creditmate.domain.agreed import (
    answers_due,
    errands_due,
    instalments_due,
    is_time_to_write,
    is_with_them,
    plans_in_default,
    visit_at_hour,
)
from creditmate.domain.case_ahead import Look, first_day
from creditmate.domain.case_picture import Picture, picture
from creditmate.domain.contact_policy import is_written
from creditmate.domain.contact_steps import Step, last_step
from creditmate.domain.errands import is_left_to_visit
from creditmate.domain.left_out import (
    LeftOut,
    Stopped,
    asked_items,
    is_small,
    leaves_the_bank,
    left_out,
    looks_again,
    stopped,
)
from creditmate.domain.line_hours import WRITTEN, day_and_hour, hour_today
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.next_steps import VISIT_STEPS, About
from creditmate.domain.passed import peace_passed, returned
from creditmate.domain.priority import score_parts
from creditmate.domain.promises import DeedState
from creditmate.domain.work_lines import OF_OUR_OWN_ACCORD, Channel, Kind, Line, place_of
from creditmate.domain.work_reasons import Reason, ReasonCode, reasons
from creditmate.domain.workcase import DEFAULT_POLICY, Case, Policy, Reach

__all__ = [
    "Channel",
    "Kind",
    "Line",
    "is_small",
    "line_at_any_size",
    "place_of",
    "step_taken",
    "work_line",
    "work_list",
    "worked_out",
]


def worked_out(case: Case, as_at: date, policy: Policy = DEFAULT_POLICY) -> Line | LeftOut | None:
    """Return a customer's line for the day, or why there is none though something is overdue.

    ``None``: nothing is to be done, and nothing is overdue.
    """
    seen, line, stop = _looked_at(case, as_at, policy)
    if line is not None and stop is None:
        return line
    found = left_out(seen, line)
    if found is None:
        return None
    again = None if line is None or stop is None else looks_again(seen, line, stop)
    return found.back_on(first_day(case, as_at, policy, _look, again))


def _looked_at(
    case: Case, as_at: date, policy: Policy
) -> tuple[Picture, Line | None, Stopped | None]:
    seen = picture(case, as_at, policy)
    kind = _kind(seen)
    line = None if kind is None else _line(seen, kind)
    stop = None if line is None else stopped(seen, line)
    if leaves_the_bank(seen, stop):
        return seen, _line(seen, Kind.CHECK_MONEY), None
    return seen, line, stop


def _look(case: Case, as_at: date, policy: Policy) -> Look:
    """Whether there is a line, of which nothing more is asked than the policy needs."""
    seen = picture(case, as_at, policy)
    kind = _kind(seen)
    line = None if kind is None else _bare_line(seen, kind)
    stop = None if line is None else stopped(seen, line)
    if line is None or stop is None or leaves_the_bank(seen, stop):
        return Look(line is not None)
    return Look(again=looks_again(seen, line, stop))


def _bare_line(seen: Picture, kind: Kind) -> Line:
    step, (when, at) = _step(seen, kind), day_and_hour(seen, kind)
    return Line(
        customer=seen.case.customer,
        kind=kind,
        channel=_channel(seen, kind, step),
        reasons=(),
        amounts=tuple(totals_by_currency(_amounts(seen, kind))),
        parts=(),
        days_late=seen.days_late,
        when=when,
        at=at,
        step=step,
    )


def work_line(case: Case, as_at: date, policy: Policy = DEFAULT_POLICY) -> Line | None:
    """Return a customer's line for the day, or ``None`` when there is nothing to do."""
    _, line, stop = _looked_at(case, as_at, policy)
    return line if stop is None else None


def line_at_any_size(case: Case, as_at: date, policy: Policy = DEFAULT_POLICY) -> Line | None:
    """Return the line that a customer would have were nothing against contacting it.

    No sum is too small for it, and the policy of contacts is not asked.
    """
    seen = picture(case, as_at, policy)
    kind = _kind(seen)
    return None if kind is None else _line(seen, kind)


def step_taken(
    case: Case, as_at: date, policy: Policy = DEFAULT_POLICY, *, written: bool = False
) -> Step | None:
    """Return the step that a contact takes in which what a customer owes is followed up.

    Whatever the contact was for: whoever is spoken to about a promise that was not kept has heard
    what there was to say, but for what has to be read: a letter before action is not taken by
    speaking. A second contact on a day belongs to the first one. None where no step is due.
    """
    if case.contacting is None:
        return None
    before = tuple(touch for touch in case.contacting.touches if touch.day < as_at)
    seen = picture(
        case._replace(contacting=replace(case.contacting, touches=before)), as_at, policy
    )
    kind, contacting = _kind(seen), seen.case.contacting
    step = None if kind is None else _step(seen, kind)
    if step is None and contacting is not None:
        step = contacting.step(asked_items(seen, Kind.FOLLOW_UP), as_at)
    if step is None or contacting is None or written or not is_written(contacting.policy, step):
        return step
    return last_step(contacting.policy.steps, step)


def _line(seen: Picture, kind: Kind) -> Line:
    when, at = day_and_hour(seen, kind)
    step, ours_alone = (
        _step(seen, kind),
        kind is Kind.VISIT and not is_with_them(seen.case, seen.as_at),
    )
    told = _reasons(seen, kind, step, ours_alone=ours_alone)
    lead = next((reason for reason in told if reason.code == _AGREED_WITH.get(kind)), None)
    return Line(
        customer=seen.case.customer,
        kind=kind,
        channel=_channel(seen, kind, step),
        reasons=told,
        amounts=tuple(totals_by_currency(_amounts(seen, kind))),
        parts=score_parts(seen.stakes(), kind is Kind.PROMISE_NOT_KEPT, seen.policy.worth),
        days_late=seen.days_late,
        when=when,
        at=at,
        step=step,
        ours_alone=ours_alone,
        member=None if lead is None else lead.member,
        person="" if lead is None else lead.person,
        stranger=lead is not None and lead.stranger,
    )


def work_list(cases: Iterable[Case], as_at: date, policy: Policy = DEFAULT_POLICY) -> list[Line]:
    """Return the day's lines in the order in which to work them off."""
    lines = (work_line(case, as_at, policy) for case in cases)
    return sorted((line for line in lines if line is not None), key=lambda line: line.rank)


def _kind(seen: Picture) -> Kind | None:
    agreed = _agreed_kind(seen) or _money_kind(seen)
    if agreed is not None:
        return agreed
    errands = {errand.about for errand in errands_due(seen.case, seen.as_at)}
    chores, errands = errands & VISIT_STEPS, errands - VISIT_STEPS
    if errands:
        return Kind.HELP_SHEET if About.HELP_SHEET in errands else Kind.NOTED
    kind = _own_kind(seen)
    return Kind.VISIT if chores and not _goes_before_chores(seen, kind) else kind


def _own_kind(seen: Picture) -> Kind | None:
    """What we would do of our own accord."""
    planned = Kind.PLANNED_CALL if seen.planned_due() else None
    kind = None if seen.paused() else _call_kind(seen)
    if planned is None or kind in {None, Kind.STAY_IN_TOUCH}:
        return kind if planned is None else planned
    return planned if kind is Kind.FOLLOW_UP and _call_before_letter(seen) else kind


def _call_before_letter(seen: Picture) -> bool:
    """Whether somebody put a call into the diary by hand, and a letter would be next.

    The next try after an attempt is none: where a letter is next they are written to. Nor is
    anything asked by letter of whom a visit was announced to.
    """
    step = _step(seen, Kind.FOLLOW_UP)
    contacting = seen.case.contacting
    if step is None and seen.case.visit is not None:
        return seen.is_call_by_hand
    if step is None or contacting is None or not is_written(contacting.policy, step):
        return False
    return seen.is_call_by_hand


def _goes_before_chores(seen: Picture, kind: Kind | None) -> bool:
    """Whether a call is made before work of ours of a visit: it would hide for days what is owed.

    Where the policy stops the call the work is what there is to do.
    """
    if kind not in {Kind.FOLLOW_UP, Kind.PLANNED_CALL}:
        return False
    return stopped(seen, _line(seen, kind)) is None


def _agreed_kind(seen: Picture) -> Kind | None:
    """What we said we would do, and what was agreed for the day; an hour of it goes before all."""
    if visit_at_hour(seen.case, seen.as_at) is not None:
        return Kind.VISIT
    if seen.deeds_in(DeedState.LATE):
        return Kind.OURS_LATE
    if seen.deeds_in(DeedState.OPEN):
        return Kind.OURS_DUE
    if answers_due(seen.case, seen.as_at):
        return Kind.ANSWER_DUE
    if seen.call_backs_due():
        return Kind.CALL_BACK
    return Kind.VISIT if is_with_them(seen.case, seen.as_at) else None


def _money_kind(seen: Picture) -> Kind | None:
    """What was to come and did not, and what may have come."""
    if not seen.paused():
        ways = (
            (Kind.PROMISE_NOT_KEPT, seen.missed),
            (Kind.PLAN_DEFAULT, plans_in_default(seen.case)),
            (Kind.SAID_PAID, seen.unfound),
            (Kind.INSTALMENT, instalments_due(seen.case, seen.as_at)),
        )
        for kind, found in ways:
            if found:
                return kind
    if seen.bank_first or (seen.unmatched and not seen.demanded):
        return Kind.CHECK_MONEY
    return None


def _call_kind(seen: Picture) -> Kind | None:
    if seen.demanded:
        return Kind.FOLLOW_UP
    if seen.has_live_promise or not seen.case.manner.gets_courtesy:
        return None
    if seen.courtesy:
        return Kind.COURTESY
    return Kind.STAY_IN_TOUCH if seen.is_out_of_touch else None


def _reasons(
    seen: Picture, kind: Kind, step: Step | None, *, ours_alone: bool
) -> tuple[Reason, ...]:
    bank, last = kind is Kind.CHECK_MONEY, seen.case.last_talk
    found = reasons(seen, step, chores_first=ours_alone, bank_first=bank)
    if kind is not Kind.STAY_IN_TOUCH or step is not None or last is None:
        return found
    first = Reason(ReasonCode.LAST_SPOKEN, days=(seen.as_at - last).days)
    return (first, *(reason for reason in found if reason != first))


def _step(seen: Picture, kind: Kind) -> Step | None:
    """The step of the policy that a line of our own accord takes; none that waits for a visit."""
    step, longest = _step_by_policy(seen, kind), seen.policy.longest_pause
    if step is None or step.before_due:
        return step
    return None if is_left_to_visit(seen.case.visit, step, seen.as_at, longest) else step


def _step_by_policy(seen: Picture, kind: Kind) -> Step | None:
    contacting = seen.case.contacting
    if contacting is None or kind not in OF_OUR_OWN_ACCORD:
        return None
    if kind is Kind.PLANNED_CALL and seen.demanded:
        return contacting.step(asked_items(seen, kind), seen.as_at)
    if kind is Kind.FOLLOW_UP and _something_passed(seen):
        return Step.CALL_1  # a friendly word about it, whatever step would be next
    if kind in {Kind.STAY_IN_TOUCH, Kind.PLANNED_CALL}:
        return Step.WELCOME if contacting.greets(seen.case.entries, seen.as_at) else None
    return contacting.step(asked_items(seen, kind), seen.as_at)


def _something_passed(seen: Picture) -> bool:
    """Whether more time ran out, or a peace, or money came back, and nobody spoke of it since."""
    case = seen.case
    return bool(
        (case.extensions and seen.time_passed)
        or (case.peace and peace_passed(case))
        or (case.came_back and returned(case))
    )


def _channel(seen: Picture, kind: Kind, step: Step | None) -> Channel:
    """How to act: as they wish to be met, and among the ways of writing as the step says."""
    if kind is Kind.VISIT:
        return Channel.VISIT
    if kind is Kind.CHECK_MONEY:
        return Channel.BANK if seen.awaited else Channel.MATCH
    if kind is Kind.SAID_PAID and any(c.claim.id in seen.case.alike for c in seen.unfound):
        return Channel.MATCH  # money that looks like it waits to be matched: look there first
    if kind is Kind.INSTALMENT and not _is_late(seen):
        return Channel.BANK
    reach, contacting = seen.case.reach, seen.case.contacting
    read = step is not None and contacting is not None and is_written(contacting.policy, step)
    if kind is Kind.INSTALMENT:
        read = is_time_to_write(seen.case, seen.as_at)
    written = kind in WRITTEN and not _is_rung_about(seen, kind)
    if reach.phone and not written and (not read or kind is Kind.PLANNED_CALL):
        return Channel.CALL
    return _way_of_writing(reach, by_post=_is_letter(seen, step))


def _is_rung_about(seen: Picture, kind: Kind) -> bool:
    """Whether what would be written is told in a call that is made in any case.

    They wait for it, or it has its hour; or their day has passed, and we owe them an answer.
    """
    calls = bool(seen.call_backs_due()) or hour_today(seen) is not None
    return calls or (kind is Kind.ANSWER_DUE and bool(seen.missed))


def _is_late(seen: Picture) -> bool:
    """Whether the day of a part of a plan has passed."""
    return any(part.due_day < seen.as_at for part in instalments_due(seen.case, seen.as_at))


def _is_letter(seen: Picture, step: Step | None) -> bool:
    contacting = seen.case.contacting
    if contacting is None or step is None:
        return False
    return contacting.policy.rule(step).channel == Channel.LETTER


def _way_of_writing(reach: Reach, *, by_post: bool) -> Channel:
    ways = (
        (Channel.LETTER, by_post and reach.post),
        (Channel.EMAIL, reach.email),
        (Channel.CALL, reach.phone),
        (Channel.LETTER, reach.post),
    )
    return next((way for way, is_open in ways if is_open), Channel.NONE)


def _amounts(seen: Picture, kind: Kind) -> Sequence[Money]:
    if kind is Kind.CHECK_MONEY:
        return seen.awaited or seen.unmatched
    if kind is Kind.SAID_PAID:
        return [Money(c.missing_minor, c.claim.currency) for c in seen.unfound]
    if kind is Kind.INSTALMENT:
        return _instalments(seen)
    if kind is Kind.COURTESY:
        return [money for _, money in seen.courtesy]
    return seen.asked or [money for _, money in seen.near]


def _instalments(seen: Picture) -> list[Money]:
    due = instalments_due(seen.case, seen.as_at)
    return [
        Money(part.asked_minor, plan.plan.currency)
        for plan in seen.case.plans
        for part in plan.instalments
        if part in due
    ]


_AGREED_WITH = {
    Kind.OURS_LATE: ReasonCode.OURS_LATE,
    Kind.OURS_DUE: ReasonCode.OURS_DUE,
    Kind.ANSWER_DUE: ReasonCode.ANSWER_DUE,
    Kind.VISIT: ReasonCode.VISIT_STEP,
    Kind.CALL_BACK: ReasonCode.CALL_BACK,
    Kind.HELP_SHEET: ReasonCode.HELP_SHEET,
    Kind.NOTED: ReasonCode.NOTED,
}
"""Lines that are of whoever in a group something was agreed with, and the reason that says so."""
