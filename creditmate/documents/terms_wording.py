"""The wording of terms on paper: headings, numbered clauses, lists and bold, page by page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from creditmate.documents.fonts import Face, Style, width
from creditmate.documents.mixed_text import draw_runs, wrap_runs
from creditmate.documents.page import LEFT, RIGHT
from creditmate.documents.sheet import Sheet
from creditmate.domain.wording import Block, BlockKind

SIZE, PITCH = 9.5, 4.5
_PLAIN, _BOLD = Style(Face.REGULAR, SIZE), Style(Face.BOLD, SIZE)
_HEADING, _SUBHEADING = Style(Face.BOLD, 12), Style(Face.BOLD, 10)
_TEXT_X = LEFT + 12.0
"""Where clauses stand, right of their numbers; headings begin at the left."""
_ITEM_X = _TEXT_X + 5.0
_CLEAR_OF_NUMBER = 2.0
_BULLET = "•"
_ABOVE = {
    BlockKind.HEADING: 5.5,
    BlockKind.SUBHEADING: 3.6,
    BlockKind.CLAUSE: 1.4,
    BlockKind.ITEM: 0.6,
    BlockKind.TEXT: 1.4,
}
"""Room above a block, in mm, but at the head of a page."""
_KEPT = 2
"""A heading stays with so many lines of what follows it; of a block as many stay together."""


@dataclass(frozen=True, slots=True)
class WordingLine:
    """One line: words from ``x``, each with its style; ``label`` stands at ``label_x``."""

    words: tuple[tuple[str, Style], ...]
    x: float
    above: float
    label: str = ""
    label_x: float = LEFT
    with_next: bool = False


def wording_lines(blocks: Sequence[Block]) -> list[WordingLine]:
    """Return the lines of a wording, with those marked that have to stay with the next one."""
    return [line for block in blocks for line in _lines(block)]


def _lines(block: Block) -> Iterator[WordingLine]:
    heading = block.kind in {BlockKind.HEADING, BlockKind.SUBHEADING}
    x = _starts_at(block)
    label, label_x = _label(block, x)
    whole = _style(block.kind)
    runs = [(run.text, whole or (_BOLD if run.bold else _PLAIN)) for run in block.runs]
    wrapped = list(wrap_runs(runs, RIGHT - x))
    for number, words in enumerate(wrapped):
        kept = heading or (len(wrapped) >= _KEPT and number in {0, len(wrapped) - _KEPT})
        yield WordingLine(
            words=words,
            x=x,
            above=0.0 if number else _ABOVE[block.kind],
            label="" if number else label,
            label_x=label_x,
            with_next=kept and (heading or number + 1 < len(wrapped)),
        )


def _starts_at(block: Block) -> float:
    if block.kind is BlockKind.ITEM:
        return _ITEM_X
    if block.kind is BlockKind.CLAUSE:
        return max(_TEXT_X, LEFT + width(block.number, _PLAIN) + _CLEAR_OF_NUMBER)
    return LEFT


def _label(block: Block, x: float) -> tuple[str, float]:
    if block.kind is BlockKind.ITEM:
        return _BULLET, x - 3.5
    return block.number, LEFT


def _style(kind: BlockKind) -> Style | None:
    """The one style of a heading; None where bold words stand among others."""
    return {BlockKind.HEADING: _HEADING, BlockKind.SUBHEADING: _SUBHEADING}.get(kind)


def paged(
    lines: Sequence[WordingLine], first: float, later: float, last: float
) -> list[list[tuple[float, WordingLine]]]:
    """Return each page's lines with their baselines.

    Args:
        lines: Of the wording.
        first: The first baseline of the first page.
        later: That of every other page.
        last: The lowest baseline.
    """
    pages: list[list[tuple[float, WordingLine]]] = [[]]
    y = first
    at = 0
    while at < len(lines):
        group = _together(lines, at)
        high = sum(PITCH + line.above for line in group[1:])
        step = PITCH + group[0].above if pages[-1] else 0.0
        if pages[-1] and y + step + high > last:
            pages.append([])
            y, step = later, 0.0
        for number, line in enumerate(group):
            y += step if number == 0 else PITCH + line.above
            pages[-1].append((y, line))
        at += len(group)
    return pages


def _together(lines: Sequence[WordingLine], at: int) -> Sequence[WordingLine]:
    """The lines from one on that have to stand on one page."""
    end = at
    while lines[end].with_next and end + 1 < len(lines) and end - at < 2 * _KEPT + 1:
        end += 1
    return lines[at : end + 1]


def draw_wording(sheet: Sheet, lines: Sequence[tuple[float, WordingLine]]) -> None:
    """Draw a page's lines at their baselines."""
    for y, line in lines:
        if line.label:
            sheet.text(line.label_x, y, line.label, _PLAIN)
        draw_runs(sheet, line.x, y, line.words)
