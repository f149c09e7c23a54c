"""Kept figures that stand in tables of their own: worked out again and compared."""

from collections.abc import Iterator

from creditmate.db.connection import database, execute
from creditmate.db.customers import chunks
from creditmate.db.habits import worked_out_habits
from creditmate.db.models import PayHabit
from creditmate.db.proof.finding import Finding


def prove_kept() -> Iterator[Finding]:
    """Prove each customer's kept habit of paying, and that nobody's is missing."""
    customers = [id_ for (id_,) in execute("SELECT id FROM customer ORDER BY id")]
    for chunk in chunks(customers):
        query = PayHabit.select(
            PayHabit.customer_id, PayHabit.late_days, PayHabit.worst_late, PayHabit.last_closed_day
        ).where(PayHabit.customer_id.in_(chunk))
        kept = {row[0]: tuple(row) for row in database.execute(query)}
        worked_out = {row[0]: row for row in worked_out_habits(chunk)}
        for customer in sorted(kept.keys() | worked_out.keys()):
            if kept.get(customer) != worked_out.get(customer):
                yield Finding("habit-is-kept", "pay_habit", customer, str(worked_out.get(customer)))
