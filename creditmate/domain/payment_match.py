"""What a payment seems to be for, by what the payer wrote, by sums, and by age, in that order.

Whoever pays may say what it is for, and that goes before any guess of ours; so numbers in the
reference win if they add up. Then what adds up to the penny, with an early discount if only so
(``allocation_suggestion``), then what the payer named, then the oldest first. What is in question
comes last then, unless the payer named it: who disputes an invoice hardly pays it unasked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from creditmate.domain.allocation_suggestion import Fit, OpenItem, Suggestion, suggest
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.payment_reference import named_in
from creditmate.domain.proposals import PayableItem, Proposal, ProposedItem
from creditmate.domain.settings import AllocationOrder

_ADDS_UP = frozenset({Fit.EXACT_ITEM, Fit.EXACT_SUM})


@dataclass(frozen=True, slots=True)
class _Found:
    """A suggestion, and the discounts that it counts on by item."""

    suggestion: Suggestion
    discounts: Mapping[int, Money]


def match(
    code: str,
    amount: Money,
    items: Sequence[PayableItem],
    text: str = "",
    order: AllocationOrder = AllocationOrder.PRINCIPAL_FIRST,
) -> Proposal:
    """Return what an amount of a customer's seems to be for.

    Args:
        code: The customer's; what is left over is theirs.
        amount: Above zero.
        items: Open debits in its currency, in any order, of the customer and its branches.
        text: What the payer wrote.
        order: Which of principal and charges is paid first where nothing adds up.
    """
    ordered = sorted(items, key=lambda item: (item.due_day, item.day, item.entry_id))
    if not ordered:
        return Proposal(code, amount, None, True, (), amount)
    numbers = {item.entry_id: item.number for item in ordered if item.number}
    names = set(named_in(text, numbers))
    named = [item for item in ordered if item.entry_id in names]
    found = _found(amount, ordered, named, order)
    return _proposal(code, amount, ordered, found, tuple(item.number for item in named))


def _found(
    amount: Money,
    items: Sequence[PayableItem],
    named: Sequence[PayableItem],
    order: AllocationOrder,
) -> _Found:
    by_name = _adding_up(amount, named, order)
    if by_name is not None:
        return replace(by_name, suggestion=replace(by_name.suggestion, fit=Fit.NAMED))
    by_sum = _adding_up(amount, items, order)
    if by_sum is not None:
        # What the payer wrote does not add up, and something else does: that is to be asked.
        only = by_sum.suggestion.only and not named
        return replace(by_sum, suggestion=replace(by_sum.suggestion, only=only))
    if named:
        part = suggest(amount, _open_items(named, order), steps=0)
        return _Found(replace(part, fit=Fit.NAMED_PART), {})
    unasked = [
        replace(open_, questioned_minor=min(item.disputed, item.open).minor)
        for item, open_ in zip(items, _open_items(items, order), strict=True)
    ]
    return _Found(suggest(amount, unasked, steps=0), {})


def _adding_up(
    amount: Money, items: Sequence[PayableItem], order: AllocationOrder
) -> _Found | None:
    """What of these items adds up to the penny: as they are, else less the discounts offered."""
    if not items:
        return None
    plain = suggest(amount, _open_items(items, order))
    if plain.fit in _ADDS_UP:
        return _Found(plain, {})
    offered = {item.entry_id: item.discount for item in items if item.discount is not None}
    less = [replace(item, open=item.open - offered[item.entry_id])
            if item.entry_id in offered else item for item in items]  # fmt: skip
    if not offered:
        return None
    early = suggest(amount, _open_items(less, order))
    return _Found(early, offered) if early.fit in _ADDS_UP else None


def _open_items(items: Sequence[PayableItem], order: AllocationOrder) -> list[OpenItem]:
    late = EntryKind.CHARGE if order is AllocationOrder.PRINCIPAL_FIRST else None
    first = EntryKind.CHARGE if order is AllocationOrder.COSTS_FIRST else None
    return [
        OpenItem(item.entry_id, item.due_day, item.open, (item.kind is late) - (item.kind is first))
        for item in items
    ]


def _proposal(
    code: str,
    amount: Money,
    items: Sequence[PayableItem],
    found: _Found,
    named: tuple[str, ...],
) -> Proposal:
    suggestion, nothing = found.suggestion, Money(0, amount.currency)
    parts = {part.entry_id: part.amount for part in suggestion.parts}
    rows = tuple(
        ProposedItem(
            item,
            parts.get(item.entry_id, nothing),
            found.discounts.get(item.entry_id, nothing) if item.entry_id in parts else nothing,
        )
        for item in items
    )
    return Proposal(code, amount, suggestion.fit, suggestion.only, rows, suggestion.left, named)
