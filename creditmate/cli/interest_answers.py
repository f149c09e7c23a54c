"""The JSON of interest: ground, segments, sums; exact interest as a fraction of minor units."""

from collections.abc import Sequence

from creditmate.cli import answers
from creditmate.domain.charge_facts import ChargeFacts
from creditmate.domain.interest import RateStep, Segment
from creditmate.domain.interest_basis import Basis
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.interest_events import InterestEvent
from creditmate.domain.interest_worth import ToDecide, invoices_of, sums_of
from creditmate.domain.reference_rates import MissingRate


def late_interest(found: LateInterest) -> answers.Json:
    """What came up on a debt."""
    start, hold = found.start, found.stopped
    return {
        "number": found.debt.number,
        "code": found.debt.code,
        "due": answers.day(found.debt.due_day),
        "paid": answers.day(found.debt.paid_day),
        "as_at": answers.day(found.as_at),
        "basis": basis(found.basis),
        "start": None if start is None else answers.day(start.day),
        "start_because": None if start is None else start.because.value,
        "missing_rate": missing(found.missing),
        "rates": [rate(step) for step in found.rates],
        "segments": [_segment(each) for each in found.segments],
        "interest": answers.money(found.interest),
        "fixed": answers.money(found.fixed),
        "fixed_in_other_currency": found.other_currency,
        "daily": answers.money(found.daily),
        "total": answers.money(found.total),
        "disputed": answers.money(found.debt.disputed),
        "charged_by_hand": [
            {"number": note.number, "amount": answers.money(note.amount)}
            for note in found.debt.by_hand
        ],
        "decided": [_event(event) for event in found.events],
        "left": answers.money(found.left.total),
        "held_by": None if hold is None else hold.kind.value,
    }


def to_decide(found: ToDecide, shown: Sequence[LateInterest]) -> answers.Json:
    """What is to decide: some of it one by one, what is folded counted and added up."""
    limits = found.limits
    return {
        "worth_from": answers.money(limits.least),
        "paid_since": answers.day(limits.since),
        "invoices": [late_interest(one) for one in shown],
        "small": {
            "count": invoices_of(found.small),
            "left": [answers.money(one) for one in sums_of(found.small)],
        },
        "waiting": {
            "count": invoices_of(found.waiting),
            "numbers": [one.debt.number for one in found.waiting],
            "missing_rates": [
                missing(rate)
                for rate in dict.fromkeys(one.missing for one in found.waiting)
                if rate is not None
            ],
        },
    }


def basis(found: Basis) -> answers.Json:
    """On what ground."""
    terms, yearly = found.terms, found.yearly_percent
    return {
        "ground": found.ground.value,
        "because": found.because.value,
        "law": None if found.scheme is None else found.scheme.source,
        "terms": None
        if terms is None
        else {
            "title": terms.title,
            "version": terms.number,
            "accepted": answers.day(terms.accepted_day),
            "method": terms.method,
        },
        "contract_percent_a_year": None if yearly is None else f"{yearly:f}",
        "fixed_sum": found.fixed,
    }


def facts(found: ChargeFacts) -> answers.Json:
    """What may be charged to a customer."""
    return {
        "basis": basis(found.basis),
        "rate": None if found.percent is None else rate(found.percent),
        "missing_rate": missing(found.missing),
        "open": [answers.money(amount) for amount in found.open],
        "paid": [answers.money(amount) for amount in found.paid],
        "held_by": None if found.stopped is None else found.stopped.kind.value,
    }


def missing(found: MissingRate | None) -> answers.Json | None:
    """The reference rate that has to be entered."""
    if found is None:
        return None
    return {
        "series": found.series.value,
        "half": answers.day(found.half),
        "read_on": answers.day(found.reference_day),
    }


def rate(step: RateStep) -> answers.Json:
    """A rate, and the reference rate it is built on."""
    reference = step.reference
    return {
        "from": answers.day(step.day),
        "percent": f"{step.percent:f}",
        "reference": None if reference is None else f"{reference.percent:f}",
        "source": None if reference is None else reference.source,
        "checked": None if reference is None else reference.checked,
    }


def _segment(each: Segment) -> answers.Json:
    return {
        "from": answers.day(each.first),
        "to": answers.day(each.last),
        "days": each.days,
        "balance": answers.money(each.balance),
        "percent": f"{each.percent:f}",
        "held": each.held,
        "exact_minor": str(each.exact),
    }


def _event(event: InterestEvent) -> answers.Json:
    return {
        "kind": event.kind.value,
        "day": answers.day(event.day),
        "until": answers.day(event.until_day),
        "interest": answers.money(event.interest),
        "fixed": answers.money(event.fixed),
        "charge_note": event.number or None,
        "reason": event.reason,
        "action": event.action,
    }
