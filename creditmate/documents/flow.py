"""Blocks one below another over pages: what belongs together is never parted.

For papers whose length nobody knows beforehand: agreements with many items, histories, lists.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from creditmate.documents.sheet import Sheet

Draw = Callable[[Sheet, float], None]
"""Draws a block from its top, in mm."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something of known height that is drawn in one piece.

    Attributes:
        high: How high it is, in mm.
        draw: Draws it.
        keep: It stays on one page with the block behind it.
        gap: Free room above it, in mm; none at the head of a page.
        again: Drawn once more where this block begins a page: the heads of a table.
    """

    high: float
    draw: Draw = field(repr=False)
    keep: bool = False
    gap: float = 0.0
    again: "Block | None" = None


class Placed(NamedTuple):
    """A block and where its top stands, in mm."""

    top: float
    block: Block


def flowed(
    blocks: Sequence[Block], first: float, later: float, bottom: float
) -> list[list[Placed]]:
    """Place blocks on as many pages as it takes, at least one.

    Args:
        blocks: In their order.
        first: Where the first page begins, in mm.
        later: Where every other page begins.
        bottom: What nothing but a block taller than a page goes beyond.

    Returns:
        What stands on each page.
    """
    pages: list[list[Placed]] = [[]]
    y = first
    for chain in _chains(blocks):
        # what is kept together and taller than its page is parted like anything else
        head = later if any(pages) else max(first, later)
        parts = [chain] if head + _high(chain) <= bottom else [(block,) for block in chain]
        for part in parts:
            if pages[-1] and y + part[0].gap + _high(part) > bottom:
                pages.append([])
                y = later
            for block in part:
                if not pages[-1] and len(pages) > 1 and block.again is not None:
                    pages[-1].append(Placed(y, block.again))
                    y += block.again.high
                elif pages[-1]:
                    y += block.gap
                pages[-1].append(Placed(y, block))
                y += block.high
    return pages


def draw_placed(sheet: Sheet, placed: Sequence[Placed]) -> None:
    """Draw what stands on a page."""
    for top, block in placed:
        block.draw(sheet, top)


def _chains(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    chain: list[Block] = []
    for block in blocks:
        chain.append(block)
        if not block.keep:
            yield tuple(chain)
            chain = []
    if chain:
        yield tuple(chain)


def _high(chain: Sequence[Block]) -> float:
    """How high a chain is at the head of a page, what is drawn again with it."""
    head = chain[0].again
    between = sum(block.gap for block in chain[1:])
    return sum(block.high for block in chain) + between + (head.high if head is not None else 0.0)


def stacked(blocks: Sequence[Block], *, keep: bool = False, gap: float = 0.0) -> Block:
    """Return blocks one below another as one that is never parted."""
    ((*placed,),) = flowed([*blocks], 0.0, 0.0, float("inf"))

    def draw(sheet: Sheet, top: float) -> None:
        for offset, block in placed:
            block.draw(sheet, top + offset)

    high = max((offset + block.high for offset, block in placed), default=0.0)
    return Block(high, draw, keep=keep, gap=gap)


def beside(left: Block, right: Block, *, keep: bool = False, gap: float = 0.0) -> Block:
    """Return two blocks side by side, each of which knows its own columns, as one."""

    def draw(sheet: Sheet, top: float) -> None:
        left.draw(sheet, top)
        right.draw(sheet, top)

    return Block(max(left.high, right.high), draw, keep=keep, gap=gap)
