"""Payments as JSON."""

from creditmate.cli import answers
from creditmate.domain.payment_list import PaymentDetail, PaymentRow


def payment_row_answer(row: PaymentRow) -> answers.Json:
    """Return a payment as it stands in a list."""
    return {
        "payment": row.id,
        "received": answers.day(row.day),
        "method": row.method,
        "payer": row.payer,
        "reference": row.reference,
        "codes": list(row.codes),
        "amount": answers.money(row.amount),
        "open": answers.money(row.open),
        "held": answers.money(row.held),
        "bounced": answers.day(row.bounced_day),
        "presumed": row.presumed,
    }


def payment_answer(detail: PaymentDetail) -> answers.Json:
    """Return a payment with what belongs to it."""
    return {
        **payment_row_answer(detail.row),
        "reached_bank": None if detail.reached_bank is None else answers.money(detail.reached_bank),
        "claims": list(detail.claims),
        "entries": [
            {
                "entry": entry.entry_id,
                "code": entry.code,
                "kind": entry.kind.value,
                "amount": answers.money(entry.amount),
                "open": answers.money(entry.open),
                "deposit": entry.deposit_id,
                "deposit_for": entry.deposit_for,
                "released": answers.day(entry.released_day),
                "allocations": [
                    {
                        "allocation": part.id,
                        "number": part.number,
                        "kind": part.kind.value,
                        "amount": answers.money(part.amount),
                        "day": answers.day(part.day),
                    }
                    for part in entry.allocations
                ],
                "returned": [
                    {
                        "number": part.number,
                        "kind": part.kind.value,
                        "amount": answers.money(part.amount),
                        "day": answers.day(part.day),
                    }
                    for part in entry.returned
                ],
            }
            for entry in detail.entries
        ],
    }
