"""What bounds the lines of groups before any case is read: what all their members owe."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from creditmate.domain.groups import Heads, branches_by_head, grouped, speaks_for
from creditmate.domain.money import totals_by_currency
from creditmate.domain.top_lines import Aggregate, Owing


def group_aggregates(aggregates: Iterable[Aggregate], heads: Heads) -> list[Aggregate]:
    """Return what bounds the lines, one for each group and one for everybody else.

    Args:
        aggregates: Of all members of a group or of none: one who owes nothing may be the one who
            is rung, or who pays late.
        heads: All that there are.
    """
    known = {aggregate.customer: aggregate for aggregate in aggregates}
    return [
        _added(head, [known[member] for member in members])
        for head, members in grouped(known, heads).items()
    ]


def _added(head: int, members: Sequence[Aggregate]) -> Aggregate:
    if len(members) == 1:
        only = members[0]
        return only if only.customer == head else only._replace(customer=head)
    worst = [member.worst_recent for member in members]
    known = [days for days in worst if days is not None]
    return Aggregate(
        customer=head,
        owed=tuple(totals_by_currency(chain.from_iterable(m.owed for m in members))),
        oldest_due_day=min(member.oldest_due_day for member in members),
        worst_recent=max(known) if len(known) == len(worst) else None,
        agreed=any(member.agreed for member in members),
        missed=tuple(chain.from_iterable(member.missed for member in members)),
        to_check=any(member.to_check for member in members),
        by_phone=any(member.by_phone for member in members),
    )


def group_debts(owing: Iterable[Owing], heads: Heads) -> Iterator[Owing]:
    """Return what is owed, that of a branch as its head office's."""
    return (
        (speaks_for(customer, heads), currency, minor, due)
        for customer, currency, minor, due in owing
    )


def group_worst(worst_recent: Mapping[int, int], heads: Heads) -> dict[int, int]:
    """Return the worst lateness of each group by its head office, and of everybody else.

    It is not known of a group while it is not known of one of its members, whoever owes.
    """
    found = dict(worst_recent)
    for head, branches in branches_by_head(heads).items():
        known = [worst_recent.get(member) for member in (head, *branches)]
        days = [worst for worst in known if worst is not None]
        if len(days) == len(known):
            found[head] = max(days)
        else:
            found.pop(head, None)
    return found


def groups_not_to_ring(silent: Collection[int], heads: Heads) -> set[int]:
    """Return whom nobody rings; a head office is rung as long as one of its members is."""
    rung = {head for branch, head in heads.items() if branch not in silent}
    return set(silent) - rung
