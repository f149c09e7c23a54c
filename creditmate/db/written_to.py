"""On which days customers were written to: what a plan with a missed part waits for."""

from collections.abc import Sequence
from datetime import date

from creditmate.db.conversation import not_corrected
from creditmate.db.groups import heads_of
from creditmate.db.models import Interaction
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.contact_channels import Way
from creditmate.domain.outcomes import Outcome

_TO_READ = (Way.LETTER.value, Way.EMAIL.value)
"""A text message is no letter."""


def written_to(customers: Sequence[int], since: date, as_at: date) -> dict[int, tuple[date, ...]]:
    """Return the days on which a letter or an e-mail of ours went to each of these.

    What was written to a head office was written to its branches; what came back was not.

    Args:
        customers: Ids; a few hundred at a time.
        since: The first day that counts.
        as_at: Contacts dated later are not known.
    """
    heads = heads_of(customers)
    found: dict[int, list[date]] = {}
    for id_, day in _written(sorted({*customers, *heads.values()}), since, as_at):
        found.setdefault(id_, []).append(date.fromisoformat(day))
    return {
        id_: tuple(sorted((*found.get(id_, ()), *found.get(heads.get(id_, 0), ()))))
        for id_ in customers
    }


@prepared
def _written(customers: Argument, since: Argument, as_at: Argument) -> Query:
    return (
        Interaction.select(Interaction.customer_id, Interaction.day)
        .where(Interaction.customer_id.in_(listed(customers)) & (Interaction.day >= since))
        .where((Interaction.day <= as_at) & Interaction.void_action_id.is_null())
        .where((Interaction.direction == "out") & Interaction.channel.in_(_TO_READ))
        .where(Interaction.outcome != Outcome.WRONG_NUMBER.value)
        .where(not_corrected(as_at))
    )
