"""What a contact does to the next steps that were set before it: done, tried again, or left.

Source: issue 7, "nothing promised by either side is forgotten"; docs/decisions/0027.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from creditmate.domain.next_steps import CALL_BACK, About, is_person
from creditmate.domain.rows import TaskRow

_ANSWERABLE = frozenset({About.TALK, About.OWN})


class Fate(StrEnum):
    """What becomes of a next step."""

    DONE = "done"
    AGAIN = "again"  # it goes on to the day of the next try, with its words and its person
    STAYS = "stays"


class Approach(NamedTuple):
    """A contact as the steps before it see it.

    ``person`` is with whom somebody was spoken: '' without a name, None if nobody was reached.
    ``written`` is what nobody has answered yet, ``again`` that a next try has its day,
    ``incoming`` that they began it.
    """

    customer: int
    day: date
    person: str | None
    written: bool = False
    again: bool = True
    incoming: bool = False


class Answered(NamedTuple):
    """The steps whose place a contact takes, and those it tried in vain."""

    done: tuple[TaskRow, ...] = ()
    again: tuple[TaskRow, ...] = ()


def answered(steps: Iterable[TaskRow], approach: Approach) -> Answered:
    """Return what a contact does to the steps of a customer and of its group."""
    fates = [(step, fate(step, approach)) for step in steps]
    return Answered(
        done=tuple(step for step, found in fates if found is Fate.DONE),
        again=tuple(step for step, found in fates if found is Fate.AGAIN),
    )


def fate(step: TaskRow, approach: Approach) -> Fate:
    """Return what becomes of a next step.

    A try answers nothing but tries of ours; what is due goes on to the next one. A talk answers
    what we had planned for its day or before, and what was agreed with that person, or with nobody
    in particular. If we rang on the day, whoever of theirs was spoken with answers it; of the
    others in a group what was agreed with them is theirs alone.
    """
    mine, due = step.customer_id == approach.customer, step.day <= approach.day
    if step.about not in _ANSWERABLE or not (mine or due):
        return Fate.STAYS
    if is_try(step) or (step.written and approach.written):
        return Fate.DONE
    if approach.person is None:
        return _tried(step, approach) if due and (mine or not step.agreed) else Fate.STAYS
    if step.agreed:
        rung = mine and due and not approach.incoming
        return Fate.DONE if rung or _is_theirs(step, approach) else Fate.STAYS
    return Fate.DONE if due or step.interaction_id is not None else Fate.STAYS


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
