"""Contacts made that stand so close together that none could be read: one block for all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from creditmate.domain.diary import DiaryItem, DiaryKind

_HOUR = 60


@dataclass(frozen=True, slots=True)
class Block:
    """Several contacts drawn as one.

    Attributes:
        item: The first of them, as long as all of them together.
        keys: Theirs, in order.
    """

    item: DiaryItem
    keys: tuple[str, ...]


def blocks_of(
    items: Sequence[DiaryItem], lanes_of: Mapping[str, int], fit: int, least: int
) -> dict[str, Block]:
    """Return the blocks of a day by the key of each contact in them.

    Args:
        items: What has an hour.
        lanes_of: How many stand side by side where an item does, by its key.
        fit: So many can be read side by side.
        least: Minutes as which the shortest is drawn.
    """
    made = [one for one in items if one.kind is DiaryKind.CONTACT and one.at is not None]
    groups: list[list[DiaryItem]] = []
    ends = -1
    for item in sorted(made, key=_begins):
        begins = _begins(item)
        if not groups or begins >= ends:
            groups.append([])
        groups[-1].append(item)
        ends = max(ends, begins + max(item.minutes, least))
    found: dict[str, Block] = {}
    for group in groups:
        if len(group) > 1 and any(lanes_of[item.key] > fit for item in group):
            last = max(_begins(item) + max(item.minutes, least) for item in group)
            whole = replace(group[0], minutes=last - _begins(group[0]))
            block = Block(whole, tuple(item.key for item in group))
            found |= dict.fromkeys(block.keys, block)
    return found


def _begins(item: DiaryItem) -> int:
    return 0 if item.at is None else item.at.hour * _HOUR + item.at.minute
