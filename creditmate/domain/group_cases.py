"""A head office and its branches as one case: one line, one contact for all, one sum.

What somebody said at one of them was said for all; each is asked no more than it owes itself.
What was agreed with one of them stays that one's: it is told, rung and answered there.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, zip_longest

from creditmate.domain.agreed import was_spoken_of
from creditmate.domain.contacting import group_contacting
from creditmate.domain.lateness import RECENT, Lateness
from creditmate.domain.missed import unanswered
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.priority import Contact
from creditmate.domain.workcase import Case, Reach


def group_case(head: Case, branches: Sequence[Case], as_at: date) -> Case:
    """Return a head office's case with those of its branches in it, as at a day."""
    members = shared_credit(head, branches, as_at)
    return head._replace(
        entries=tuple(chain.from_iterable(case.entries for case in members)),
        lateness=_lateness(members),
        unallocated=tuple(totals_by_currency(chain.from_iterable(c.unallocated for c in members))),
        standings=tuple(chain.from_iterable(case.standings for case in members)),
        deeds=tuple(replace(d, customer=case.customer) for case in members for d in case.deeds),
        said=tuple(chain.from_iterable(case.said for case in members)),
        alike=frozenset(chain.from_iterable(case.alike for case in members)),
        call_backs=tuple(
            call._replace(customer=case.customer) for case in members for call in case.call_backs
        ),
        last_contact=_last_contact(members),
        last_talk=max((c.last_talk for c in members if c.last_talk is not None), default=None),
        last_answer=max((day for c in members if (day := c.answered_on) is not None), default=None),
        reach=_reach(members),
        contacting=group_contacting([case.contacting for case in members]),
        answers=tuple(replace(a, customer=case.customer) for case in members for a in case.answers),
        errands=tuple(
            replace(errand, customer=case.customer)
            for case in members
            for errand in case.errands
            if not was_spoken_of(errand, case)
        ),
        plans=tuple(chain.from_iterable(case.plans for case in members)),
        extensions=tuple(chain.from_iterable(case.extensions for case in members)),
        fellows=(),
        came_back=tuple(chain.from_iterable(case.came_back for case in members)),
        peace=max((c.peace for c in members if c.peace), key=lambda p: p.to_day, default=None),
        looked_for=frozenset(chain.from_iterable(case.looked_for for case in members)),
        looks=tuple(chain.from_iterable(case.looks for case in members)),
        of_branches={
            case.customer: frozenset(entry.id for entry in case.entries)
            for case in branches
            if any(not call.ours for call in case.call_backs)
        },
        left_unanswered=_left_unanswered(head, as_at),
        visit=min(
            (case.visit._replace(customer=case.customer) for case in members if case.visit),
            default=None,
        ),
    )


def _left_unanswered(head: Case, as_at: date) -> frozenset[int]:
    """What a head office promised and missed: it speaks for all, and nobody else for it."""
    if not head.standings:
        return frozenset()
    given = (one.extension.day for one in head.extensions if one.extension.day <= as_at)
    answers = [day for day in (head.answered_on, *given) if day is not None]
    missed = unanswered(head.standings, max(answers, default=None), as_at)
    return frozenset(standing.promise.id for standing in missed)


def as_branch(own: Case, group: Case) -> Case:
    """Return a branch's case with what was said and agreed anywhere in its group."""
    return own._replace(
        standings=group.standings,
        said=group.said,
        alike=group.alike,
        call_backs=group.call_backs,
        looked_for=group.looked_for,
        looks=group.looks,
        of_branches={id_: found for id_, found in group.of_branches.items() if id_ != own.customer},
        left_unanswered=group.left_unanswered,
        visit=group.visit,
        last_contact=group.last_contact,
        last_talk=group.last_talk,
        last_answer=group.last_answer,
        reach=group.reach,
        contacting=group.contacting,
        errands=tuple(e for e in group.errands if e.customer == own.customer),
        fellows=tuple(replace(one, standings=(), said=()) for one in own.fellows),
    )


def _lateness(members: Sequence[Case]) -> Lateness:
    """The last settled items of all, each member's latest in turn, no more than one's own."""
    latest_first = (reversed(case.lateness.recent) for case in members)
    turns = chain.from_iterable(zip_longest(*latest_first))
    recent = [days for days in turns if days is not None][:RECENT]
    return Lateness(tuple(reversed(recent)), members[0].lateness.book)


def shared_credit(head: Case, branches: Sequence[Case], as_at: date) -> list[Case]:
    """Return the members of a group: a head office's money is for all, a branch's for its own."""
    return [head, *(with_own_credit(case, as_at) for case in branches)]


def with_own_credit(case: Case, as_at: date) -> Case:
    """A member whose unmatched money is no more than what may be asked of it today.

    It pays for no other one's invoices. What is left of it is taken off what is due later.
    """
    left = {credit.currency: -credit.minor for credit in case.unallocated}
    used = dict.fromkeys(left, 0)
    later: dict[int, int] = {}
    for portion in case.portions(as_at):
        entry = portion.entry
        taken = min(left.get(entry.currency, 0), portion.chaseable_minor)
        if taken and portion.is_to_follow_up(as_at):
            used[entry.currency] += taken
        elif taken:
            later[entry.id] = taken
        left[entry.currency] = left.get(entry.currency, 0) - taken
    entries = [
        entry._replace(open_minor=entry.open_minor - later.get(entry.id, 0))
        for entry in case.entries
    ]
    return case._replace(
        entries=tuple(entry for entry in entries if entry.open_minor),
        unallocated=tuple(Money(-minor, currency) for currency, minor in used.items() if minor),
    )


def _last_contact(members: Sequence[Case]) -> Contact | None:
    """The latest contact with any of them; on one day, somebody who was reached goes before."""
    known = [case.last_contact for case in members if case.last_contact is not None]
    return max(known, key=lambda one: (one.day, one.reached, one.answers), default=None)


def _reach(members: Sequence[Case]) -> Reach:
    return Reach(
        phone=any(case.reach.phone for case in members),
        email=any(case.reach.email for case in members),
        post=any(case.reach.post for case in members),
        wrong=any(case.reach.wrong for case in members),
    )


def branches_asked(
    head: int, cases: Iterable[Case], as_at: date, apart: Collection[int] = ()
) -> tuple[int, ...]:
    """Return the branches that a group's line is about: no other one's money is meant.

    They are those of which anything is asked for today, where that is of nobody those of which
    anything is overdue, and where nobody owes that those of which something is soon due. One whose
    own money covers it is not asked, nor is anything ``apart`` (entries by their ids).
    """
    members = list(cases)
    found = [with_own_credit(case, as_at) for case in members]
    if apart:
        free = [with_own_credit(_without(case, apart), as_at) for case in members]
        found = free if any(_is_asked(case, as_at) for case in free) else found
    for owes in (_is_asked, _owes_overdue, _owes_soon):
        if who := [case.customer for case in found if owes(case, as_at)]:
            return tuple(customer for customer in who if customer != head)
    return ()


def _without(case: Case, apart: Collection[int]) -> Case:
    return case._replace(entries=tuple(one for one in case.entries if one.id not in apart))


def _is_asked(case: Case, as_at: date) -> bool:
    """Whether anything may be asked of a member, beyond what its own money covers."""
    left = {credit.currency: credit.minor for credit in case.unallocated}
    for portion in case.portions(as_at):
        if portion.is_to_follow_up(as_at):
            currency = portion.entry.currency
            left[currency] = left.get(currency, 0) + portion.chaseable_minor
    return any(minor > 0 for minor in left.values())


def _owes_soon(case: Case, as_at: date) -> bool:
    """Whether anything of a member is not overdue yet."""
    return any(entry.due_day >= as_at for entry in case.entries)


def _owes_overdue(case: Case, as_at: date) -> bool:
    """Whether anything to follow up is left of a member whose own money has been taken off."""
    left = {credit.currency: credit.minor for credit in case.unallocated}
    for entry in case.entries:
        if (as_at - entry.due_day).days > entry.grace_days:
            left[entry.currency] = left.get(entry.currency, 0) + entry.open_minor
    return any(left.values())
