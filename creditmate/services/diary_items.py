"""What stands in the diary, kind by kind, as the tables have it: whose it is comes later."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

from creditmate.db import diary as db
from creditmate.db.dispute_register import dispute_rows
from creditmate.db.noted import noted_rows
from creditmate.db.plans import customers_with_plans, plans_of
from creditmate.db.promises import promises_made_in
from creditmate.domain.dates import ONE_DAY
from creditmate.domain.diary import MINUTES, USUAL_MINUTES, DiaryItem, DiaryKind, Source
from creditmate.domain.dispute_register import DisputePick
from creditmate.domain.money import Money
from creditmate.domain.next_steps import About
from creditmate.domain.noted import NotedState
from creditmate.domain.plans import RUNNING_OR_DEFAULTED, UNPAID, InstalmentState
from creditmate.domain.promises import NOT_KEPT, OVER, PromiseState, Standing
from creditmate.services.plan_lists import plan_rows
from creditmate.services.promise_standings import standings_of

_KEPT = frozenset({PromiseState.KEPT, PromiseState.LATE_KEPT})
_GONE = frozenset({PromiseState.LAPSED, PromiseState.WITHDRAWN, PromiseState.REPLACED})
_MISSED = frozenset({InstalmentState.MISSED, InstalmentState.DEFAULTED})
_CHECK_MONEY = "check_money"
_MADE_MINUTES = 15
"""How long a contact is taken to have lasted where nobody timed it."""


def planned_items(first: date, last: date, as_at: date) -> list[DiaryItem]:
    """Return next steps that are not done; those about money that came all the same left out."""
    tasks = db.planned_tasks(first, last, as_at)
    watching = [t for t in tasks if t.kind == _CHECK_MONEY and t.talk is not None]
    made = promises_made_in([task.talk for task in watching if task.talk is not None])
    states = _standings({task.customer for task in watching if task.talk in made}, as_at)
    return [
        planned_item(task)
        for task in tasks
        if task.kind != _CHECK_MONEY or _is_waited_for(made.get(task.talk or 0, ()), states)
    ]


def planned_item(task: db.PlannedTask) -> DiaryItem:
    """Return a next step as it stands in the diary."""
    item = _item(Source.TASK, task.id, _kind(task), task.customer, task.day)
    return replace(
        item,
        set_at=task.at,
        zone=task.zone,
        owner=task.owner,
        person=task.person,
        words=task.note,
        by_hand=task.talk is None and not task.asks_for_terms and not task.visit,
        version=task.version,
        minutes=task.minutes or item.minutes,
        visit=task.visit,
        travel=task.travel,
        next_door=task.next_door,
        about=task.about,
    )


def _kind(task: db.PlannedTask) -> DiaryKind:
    if task.about == About.VISIT:
        return DiaryKind.VISIT
    if task.kind != "call_back" or task.about == About.HELP_SHEET:
        return DiaryKind.FOLLOW_UP
    if task.agreed:
        return DiaryKind.SPEAK_AGAIN if task.hard else DiaryKind.CALL_BACK
    is_ours = task.talk is None or task.refused or task.written
    return DiaryKind.CALL if is_ours else DiaryKind.TRY


def _is_waited_for(promises: Sequence[int], states: dict[int, Standing]) -> bool:
    """Whether money of one of these promises may still come; what hangs on none is waited for."""
    known = [states[id_].state for id_ in promises if id_ in states]
    return not known or any(state not in OVER for state in known)


def _standings(customers: Collection[int], as_at: date) -> dict[int, Standing]:
    found = standings_of(sorted(customers), as_at) if customers else {}
    return {standing.promise.id: standing for rows in found.values() for standing in rows}


def promise_items(first: date, last: date, as_at: date) -> list[DiaryItem]:
    """Return the days on which customers said they would pay."""
    vows = db.vows("theirs", first, last, as_at)
    states = _standings({vow.customer for vow in vows}, as_at)
    found = []
    for vow in vows:
        stands = states.get(vow.id)
        if stands is None or stands.state in _GONE:
            continue
        item = _item(Source.PROMISE, vow.id, DiaryKind.PROMISE_DUE, vow.customer, vow.due_day)
        amount = Money(stands.promise.minor, stands.promise.currency)
        is_kept, is_late = stands.state in _KEPT, stands.state in NOT_KEPT
        found.append(replace(item, amount=amount, done=is_kept, late=is_late))
    return found


def deed_items(first: date, last: date, as_at: date) -> list[DiaryItem]:
    """Return what we promised to do, and by when."""
    return [
        replace(
            _item(Source.PROMISE, vow.id, DiaryKind.OUR_PROMISE, vow.customer, vow.due_day),
            words=vow.deed,
        )
        for vow in db.vows("ours", first, last, as_at)
    ]


def instalment_items(first: date, last: date, as_at: date) -> list[DiaryItem]:
    """Return the parts of plans that are running or in default."""
    plans = plans_of(sorted(customers_with_plans(as_at)), as_at)
    found = []
    for row in plan_rows([plan for own in plans.values() for plan in own], as_at):
        plan = row.standing.plan
        parts = row.standing.instalments if row.standing.state in RUNNING_OR_DEFAULTED else ()
        for one in parts:
            if first <= one.due_day <= last and one.state is not InstalmentState.FALLEN_AWAY:
                kind = DiaryKind.INSTALMENT
                item = _item(Source.INSTALMENT, plan.id, kind, plan.customer_id, one.due_day)
                found.append(
                    replace(
                        item,
                        part=one.instalment.place,
                        owner=plan.staff_id,
                        amount=Money(one.minor, plan.currency),
                        done=one.state not in UNPAID,
                        late=one.state in _MISSED,
                    )
                )
    return found


def answer_items(first: date, last: date, as_at: date) -> list[DiaryItem]:
    """Return the days by which questions of customers are to be answered."""
    found = []
    for row in dispute_rows(as_at, pick=DisputePick.OPEN):
        if row.is_open and row.answer_by is not None and first <= row.answer_by <= last:
            kind = DiaryKind.ANSWER_DUE
            item = _item(Source.DISPUTE, row.id, kind, row.customer_id, row.answer_by)
            found.append(replace(item, owner=row.owner))
    return found


def follow_up_items(first: date, last: date, as_at: date) -> list[DiaryItem]:
    """Return the days on which something noted is come back to."""
    found = []
    for row in noted_rows(as_at):
        day = row.follow_up_day
        if row.state is NotedState.OPEN and day is not None and first <= day <= last:
            item = _item(Source.NOTED, row.id, DiaryKind.FOLLOW_UP, row.customer_id, day)
            found.append(replace(item, words=row.words))
    return found


def contact_items(first: date, last: date, as_at: date, zone: str) -> list[DiaryItem]:
    """Return the contacts made, each at the hour that our clock in ``zone`` showed."""
    until = min(last, as_at)
    if first > until:
        return []
    here, found = ZoneInfo(zone), []
    for made in db.contacts_between(first - ONE_DAY, until):
        shown = made.at.astimezone(here)
        item = _item(Source.CONTACT, made.id, DiaryKind.CONTACT, made.customer, shown.date())
        minutes = _MADE_MINUTES if made.seconds is None else max(round(made.seconds / 60), 1)
        at = time(shown.hour, shown.minute)
        found.append(
            replace(
                item,
                set_at=at,
                zone=zone,
                minutes=minutes,
                owner=made.owner,
                person=made.person,
                way=made.way,
                done=True,
            )
        )
    return found


def _item(source: Source, id_: int, kind: DiaryKind, customer: int, day: date) -> DiaryItem:
    return DiaryItem(
        source=source,
        id=id_,
        kind=kind,
        customer=customer,
        code="",
        name="",
        day=day,
        set_day=day,
        minutes=MINUTES.get(kind, USUAL_MINUTES),
    )
