"""What a contact does to the next steps that were set before it: done, tried again, or left.

Source: issue 7, "nothing promised by either side is forgotten"; docs/decisions/0027.
"""

from collections.abc import Iterable
from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from creditmate.domain.money import Money
from creditmate.domain.next_steps import CALL_BACK, About, is_person
from creditmate.domain.rows import TaskRow
from creditmate.domain.statement import PayNow

_ANSWERABLE = frozenset({About.TALK, About.OWN})


class Fate(StrEnum):
    """What becomes of a next step."""

    DONE = "done"
    AGAIN = "again"  # it goes on to the day of the next try, with its words and its person
    STAYS = "stays"


class Approach(NamedTuple):
    """A contact as the steps before it see it.

    ``person`` is with whom somebody was spoken: '' without a name, None if nobody was reached;
    ``tried`` is who was rung then, '' where that is not said.
    ``written`` is what nobody has answered yet, ``again`` that a next try has its day,
    ``incoming`` that they began it. ``for_part``: they promised less than is overdue.
    """

    customer: int
    day: date
    person: str | None
    written: bool = False
    again: bool = True
    incoming: bool = False
    tried: str = ""
    for_part: bool = False


class Answered(NamedTuple):
    """The steps whose place a contact takes, and those it tried in vain."""

    done: tuple[TaskRow, ...] = ()
    again: tuple[TaskRow, ...] = ()


def answered(steps: Iterable[TaskRow], approach: Approach) -> Answered:
    """Return what a contact does to the steps of a customer and of its group."""
    known = list(steps)
    stand = _of_somebody_else(known, approach)
    fates = [(step, fate(step, approach)) for step in known if step not in stand]
    return Answered(
        done=tuple(step for step, found in fates if found is Fate.DONE),
        again=tuple(step for step, found in fates if found is Fate.AGAIN),
    )


def _of_somebody_else(steps: Iterable[TaskRow], approach: Approach) -> list[TaskRow]:
    """What stands, as another one's hour is due besides and it is theirs that was kept or tried.

    Where nobody said who was rung in vain, it was the first of them.
    """
    waiting = sorted(
        (step for step in steps if _is_waited_for(step, approach)),
        key=lambda step: (step.day, step.at or time.max, step.id),
    )
    if len({step.person for step in waiting}) < 2:
        return []
    said = approach.tried if approach.person is None else approach.person
    theirs = [step for step in waiting if is_person(said, step.person)]
    if not theirs and approach.person is None:
        theirs = waiting[:1]
    rung = {step.person for step in theirs}
    return [step for step in waiting if theirs and step.person not in rung]


def _is_waited_for(step: TaskRow, approach: Approach) -> bool:
    """Whether somebody known by name at this customer's expects a call of ours by now."""
    mine = step.customer_id == approach.customer and step.day <= approach.day
    return mine and step.agreed and bool(step.person) and is_call(step)


def fate(step: TaskRow, approach: Approach) -> Fate:
    """Return what becomes of a next step.

    A try answers nothing but tries of ours; what is due goes on to the next one. A talk answers
    what we had planned for its day or before, and what was agreed with that person, or with nobody
    in particular. If we rang on the day, whoever of theirs was spoken with answers it, but for what
    ``answered`` leaves to somebody else; of the others in a group what was agreed with them is
    theirs alone. Who cannot pay and promises a part is still spoken with of what is possible.
    """
    mine, due = step.customer_id == approach.customer, step.day <= approach.day
    if step.about not in _ANSWERABLE or not (mine or due):
        return Fate.STAYS
    if is_try(step) or (step.written and approach.written):
        return Fate.DONE
    if approach.person is None:
        return _tried(step, approach) if due and (mine or not step.agreed) else Fate.STAYS
    if step.agreed:
        if step.hard and approach.for_part and not due:
            return Fate.STAYS
        rung = mine and due and not approach.incoming
        return Fate.DONE if rung or _is_theirs(step, approach) else Fate.STAYS
    return Fate.DONE if due or step.interaction_id is not None else Fate.STAYS


def is_for_part(promised: Money | None, pays: Iterable[PayNow]) -> bool:
    """Return whether money promised in a talk is less than what is overdue and not in question."""
    if promised is None:
        return False
    late = (
        pay.overdue - pay.in_question for pay in pays if pay.overdue.currency == promised.currency
    )
    return any(promised.minor < one.minor for one in late)


def is_try(step: TaskRow) -> bool:
    """Whether it is the next try after an attempt: agreed with nobody, and about nothing else."""
    return step.interaction_id is not None and not (step.agreed or step.refused or step.written)


def is_call(step: TaskRow) -> bool:
    """Whether they are to be rung or otherwise turned to: to look for money is none by itself."""
    return step.about == About.TALK and (step.kind == CALL_BACK or step.at is not None)


def _tried(step: TaskRow, approach: Approach) -> Fate:
    if approach.written:
        return Fate.DONE  # what we wrote is how it was done
    if step.about == About.TALK and not is_call(step):
        return Fate.STAYS  # nobody has looked for the money by trying to ring
    if approach.again:
        return Fate.AGAIN
    return Fate.STAYS if step.about == About.OWN else Fate.DONE


def _is_theirs(step: TaskRow, approach: Approach) -> bool:
    """Whether something agreed is answered by a talk with whoever was spoken with."""
    said = approach.person or ""
    if is_person(said, step.person):
        return True
    if step.customer_id != approach.customer:
        return step.kind != CALL_BACK
    return not said.strip() or is_person(step.person, said) or not step.person
