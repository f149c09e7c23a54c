"""Whether anything stands in a call form, and whether anybody has answered; knows no toolkit."""

from dataclasses import replace

from creditmate.services.call_drafts import TypedCall


def is_unanswered(typed: TypedCall, amount_offered: str, day_offered: str) -> bool:
    """Whether nothing but notes stands in a form that we began: nobody has answered yet."""
    amount = typed.amount if typed.amount != amount_offered else ""
    by = typed.by if typed.by != day_offered else ""
    told = (
        amount, by, typed.deed, typed.deed_by, typed.mood, typed.because,
        typed.paid_amount, typed.paid_on, typed.paid_reference, typed.opened,
    )  # fmt: skip
    return not (typed.incoming or any(told) or typed.signals or typed.deeds_done)


def worth_keeping(typed: TypedCall, untouched: TypedCall) -> bool:
    """Whether anything was typed; a form just opened is not, whatever its timer says."""
    return replace(typed, seconds=0) != replace(untouched, seconds=0)
