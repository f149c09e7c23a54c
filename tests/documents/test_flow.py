"""Blocks over pages: nothing that belongs together is parted, and nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st

from creditmate.documents.flow import Block, beside, draw_placed, flowed, stacked
from creditmate.documents.fonts import BODY
from creditmate.documents.sheet import Sheet, Text

FIRST, LATER, BOTTOM = 100.0, 40.0, 280.0


def block(high: float, *, keep: bool = False, gap: float = 0.0, name: str = "") -> Block:
    return Block(high, lambda sheet, top: sheet.text(0, top, name, BODY), keep=keep, gap=gap)


@given(st.lists(st.tuples(st.floats(1, 90), st.booleans(), st.floats(0, 9)), max_size=40))
def test_every_block_stands_once_in_order_and_above_the_foot(
    made: list[tuple[float, bool, float]],
) -> None:
    blocks = [block(high, keep=keep, gap=gap) for high, keep, gap in made]
    pages = flowed(blocks, FIRST, LATER, BOTTOM)
    assert [placed.block for page in pages for placed in page] == blocks
    for number, page in enumerate(pages):
        y = LATER if number else FIRST
        for placed in page:
            assert placed.top >= y - 1e-6
            y = placed.top + placed.block.high
            assert y <= BOTTOM + 1e-6
    assert len(pages) == 1 or all(pages)


def test_what_is_kept_together_goes_over_together() -> None:
    head, row, more = block(8, keep=True), block(5, keep=True), block(5)
    pages = flowed([block(170), head, row, more], FIRST, LATER, BOTTOM)
    assert [[placed.block for placed in page] for page in pages[1:]] == [[head, row, more]]
    assert pages[1][0].top == LATER


def test_more_than_a_page_that_is_kept_together_is_parted_all_the_same() -> None:
    chain = [block(100, keep=True) for _ in range(4)]
    pages = flowed(chain, FIRST, LATER, BOTTOM)
    assert [len(page) for page in pages] == [1, 2, 1]


def test_heads_are_drawn_again_where_a_table_goes_on() -> None:
    head = block(6, name="head")
    rows = [Block(50, block(50, name=f"row {n}").draw, again=head) for n in range(5)]
    pages = flowed([block(6, keep=True), *rows], FIRST, LATER, BOTTOM)
    assert pages[0][0].block is not head
    assert pages[1][0].block is head
    assert pages[1][1].top == LATER + 6
    sheet = Sheet()
    draw_placed(sheet, pages[1])
    assert [mark.text for mark in sheet.marks if isinstance(mark, Text)] == [
        "head", "row 3", "row 4",
    ]  # fmt: skip


def test_no_gap_stands_at_the_head_of_a_page() -> None:
    pages = flowed([block(100), block(100, gap=9)], FIRST, LATER, BOTTOM)
    assert pages[1][0].top == LATER


def test_side_by_side_and_stacked_are_as_high_as_their_parts() -> None:
    left, right = stacked([block(10), block(5, gap=2)]), block(12)
    assert left.high == 17
    assert beside(left, right).high == 17
    sheet = Sheet()
    beside(left, block(12, name="r")).draw(sheet, 50)
    tops = [mark.y for mark in sheet.marks if isinstance(mark, Text)]
    assert tops == [50, 62, 50]
