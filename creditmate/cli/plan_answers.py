"""The shapes of JSON answers about plans and more time."""

from collections.abc import Sequence
from datetime import date

from creditmate.cli import answers
from creditmate.domain.changes import Done
from creditmate.domain.money import Money
from creditmate.domain.plans import InstalmentStanding
from creditmate.services.extensions import ExtensionRow
from creditmate.services.plan_agreeing import PlanDraft
from creditmate.services.plan_lists import PlanRow


def draft_answer(draft: PlanDraft, done: Done | None, number: str) -> answers.Json:
    """A plan as it would be or was just agreed; ``plan`` is None where nothing was done."""
    return {
        "code": draft.code,
        "plan": None if done is None else done.id,
        "action": None if done is None else done.action,
        "number": number,
        "amount": answers.money(draft.amount),
        "received": answers.money(draft.received),
        "in_question": answers.money(draft.in_question),
        "needs_reason": draft.needs_reason,
        "items": [
            {"number": item.row.number, "amount": answers.money(item.amount)}
            for item in draft.items
        ],
        "parts": [
            {
                "no": one.place,
                "day": answers.day(one.day),
                "moved": one.is_moved,
                "amount": answers.money(one.amount),
                "left": answers.money(one.left),
            }
            for one in draft.parts
        ],
        "warnings": [
            {
                "kind": one.kind.value,
                "amount": None if one.money is None else answers.money(one.money),
                "count": one.count,
                "plan": one.plan or None,
            }
            for one in draft.warnings
        ],
    }


def plan_answer(row: PlanRow, as_at: date) -> answers.Json:
    """A plan with how it stands on a day."""
    standing, plan = row.standing, row.standing.plan
    return {
        "plan": plan.id,
        "number": plan.number,
        "code": row.code,
        "state": standing.state.value,
        "agreed": answers.day(plan.day),
        "by": plan.by_whom,
        "amount": answers.money(plan.amount),
        "came": answers.money(Money(standing.came_minor, plan.currency)),
        "missing": answers.money(Money(standing.missing_minor, plan.currency)),
        "every": plan.rhythm,
        "interest": plan.interest.value,
        "signed": answers.day(plan.signed_day),
        "note": plan.note,
        "items": [
            {
                "number": "" if item.row is None else item.row.number,
                "amount": answers.money(item.amount),
            }
            for item in row.items
        ],
        "parts": _parts(standing.instalments, plan.currency, as_at),
    }


def _parts(parts: Sequence[InstalmentStanding], currency: str, as_at: date) -> list[answers.Json]:
    return [
        {
            "no": one.instalment.place,
            "day": answers.day(one.due_day),
            "until": answers.day(one.cure_day),
            "amount": answers.money(Money(one.minor, currency)),
            "came": answers.money(Money(one.came_minor, currency)),
            "state": one.state.value,
            "days_late": one.days_late(as_at),
        }
        for one in parts
    ]


def extension_answer(row: ExtensionRow) -> answers.Json:
    """Time given with how it stands."""
    one = row.standing.extension
    return {
        "id": one.id,
        "code": row.code,
        "state": row.standing.state.value,
        "given": answers.day(one.day),
        "to": answers.day(one.to_day),
        "because": one.because,
        "by": one.by_whom,
        "interest": one.interest.value,
        "items": [{"number": item.number, "open": answers.money(item.open)} for item in row.items],
    }
