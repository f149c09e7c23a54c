"""What was arranged with a customer or answered to it, for whoever is about to speak to them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from creditmate.db.answered import answered_since_spoken
from creditmate.db.customers import customers_by_id
from creditmate.db.dispute_register import dispute_row
from creditmate.db.groups import branches_of
from creditmate.domain.arranged_talk import (
    TOLD_WITHIN,
    Answered,
    Coming,
    Longer,
    Promised,
    Replying,
    Sent,
)
from creditmate.domain.claims import LIVE_CLAIMS
from creditmate.domain.disputes import ANSWERS
from creditmate.domain.extensions import ExtensionStanding, ExtensionState
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.plan_terms import Meanwhile
from creditmate.domain.plans import UNPAID, InstalmentState, PlanStanding
from creditmate.domain.promises import LIVE
from creditmate.domain.rows import CustomerRow
from creditmate.services.cases import CustomerFile

_PAST = frozenset({InstalmentState.PAUSED})


def promised_by(file: CustomerFile, as_at: date) -> tuple[Promised, ...]:
    """Return what they have promised and is waited for, the next day first.

    What others of the group have promised for them counts too.
    """
    running = (
        standing
        for standing in (*file.case.standings, *file.case.covering(as_at))
        if standing.state in LIVE and standing.unfilled_minor > 0
    )
    return tuple(
        Promised(Money(one.unfilled_minor, one.promise.currency), one.promise.due_day)
        for one in sorted(running, key=lambda one: (one.promise.due_day, one.promise.id))
    )


def sent_by(file: CustomerFile, as_at: date) -> tuple[Sent, ...]:
    """Return what they say to have paid and is waited for, the first sent first.

    What others of the group say to have paid for them counts too.
    """
    said = (*file.case.said, *file.case.said_for_them(as_at))
    waited = (one for one in said if one.state in LIVE_CLAIMS and one.missing_minor > 0)
    return tuple(
        Sent(Money(one.missing_minor, one.claim.currency), one.claim.paid_day)
        for one in sorted(waited, key=lambda one: (one.claim.paid_day, one.claim.id))
    )


def longer_for(file: CustomerFile) -> tuple[Longer, ...]:
    """Return the time that was given and still runs, with how much it is about."""
    running = (s for s in file.case.extensions if s.state is ExtensionState.RUNNING)
    return tuple(one for standing in running for one in _longer(standing, file))


def _longer(standing: ExtensionStanding, file: CustomerFile) -> Iterator[Longer]:
    given = standing.extension
    about = (  # of what was promised besides nobody was given time
        Money(one.planned_minor, one.currency)
        for one in file.case.entries
        if one.id in given.entries and one.planned_minor
    )
    for amount in totals_by_currency(about):
        runs = given.interest is Meanwhile.RUNS
        yield Longer(amount, given.to_day, given.because, runs)


def coming_of(plans: Iterable[PlanStanding]) -> tuple[Coming, ...]:
    """Return the next part of each plan that is kept; one that is missed is asked for instead.

    What is in question of it, or said to be paid, is not named as coming.
    """
    found = []
    for standing in plans:
        unpaid = [one for one in standing.instalments if one.state in UNPAID]
        part = next((o for o in unpaid if o.state not in _PAST and o.asked_minor), None)
        if standing.is_kept and not standing.missed and part is not None:
            amount = Money(part.asked_minor, standing.plan.currency)
            found.append(Coming(amount, part.due_day, len(unpaid), len(standing.instalments)))
    return tuple(found)


def replying_of(file: CustomerFile, as_at: date) -> Replying | None:
    """Return our letter before action, while they have time to answer it; None where none runs."""
    contacting = file.case.contacting
    if contacting is None or contacting.warned is None:
        return None
    until = contacting.answers_until(file.case.entries, as_at)
    return None if until is None else Replying(contacting.warned, until)


def answered_of(customer: CustomerRow, as_at: date) -> tuple[Answered, ...]:
    """Return what we answered since somebody was last spoken to.

    A head office is rung for its branches too: what one of them asked is told it as theirs, until
    somebody was reached at either.
    """
    branches = branches_of([customer.id]).get(customer.id, [])
    houses = {one.id: one.name for one in customers_by_id(branches).values()} if branches else {}
    found = _answered(customer.id, as_at)
    for branch, house in houses.items():
        found += [
            replace(one, house=house) for one in _answered(branch, as_at, told=(customer.id,))
        ]
    return tuple(found)


def _answered(customer: int, as_at: date, told: tuple[int, ...] = ()) -> list[Answered]:
    since = as_at - timedelta(days=TOLD_WITHIN)
    ids = answered_since_spoken(customer, since, as_at, told)
    rows = (dispute_row(id_, as_at) for id_ in ids)
    found = []
    for row in rows:
        ending = None if row is None else row.standing.ending
        if row is None or ending is None or ending.kind not in ANSWERS:
            continue
        found.append(Answered(row.questioned, ending.kind, ending.day, ending.note))
    return found
