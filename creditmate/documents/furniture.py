"""What stands on every page beside its content: facts, footer, marks, head of later pages."""

from collections.abc import Sequence
from typing import NamedTuple

from creditmate.documents.fonts import (
    BODY,
    CAPTION,
    HEADING,
    LABEL,
    NOTE,
    STRONG,
    Style,
    width,
)
from creditmate.documents.page import (
    LEFT,
    MARK_RULE,
    MUTED,
    RIGHT,
    ROW_RULE,
    ROW_RULE_INK,
    TABLE_RULE,
    Page,
    ink,
)
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import shortened, wrap

_FACTS_PITCH = 4.0
_FACTS_MOST = 9
_FACTS_USUAL = 7
FOOTER_PITCH = 2.8
PUNCH = 148.5


class Fact(NamedTuple):
    """One row of the facts block."""

    label: str
    value: str
    strong: bool = False


class LaterHead(NamedTuple):
    """What the head of a continuation page says."""

    business: str
    accent: str
    document: str
    customer: str
    day: str
    number: str


def draw_facts(sheet: Sheet, page: Page, first: float, facts: Sequence[Fact]) -> None:
    """Draw up to nine rows from the baseline ``first``; eight and nine rows start higher.

    Args:
        sheet: Where to draw.
        page: Its measures.
        first: Baseline shared with the address.
        facts: Rows; those without a value are left out, long values wrap.
    """
    facts = [fact for fact in facts if fact.value.strip()]
    label_x = page.facts_labels
    value_x = page.facts_values
    if max((width(fact.label, LABEL) for fact in facts), default=0) > value_x - label_x - 1:
        label_x = 121.5 if label_x < 130 else label_x - 3.0
    rows = _fact_rows(sheet, facts, RIGHT - value_x, width_of_labels=value_x - label_x - 1)
    y = first - _FACTS_PITCH * max(len(rows) - _FACTS_USUAL, 0)
    for label, value, style in rows:
        sheet.text(label_x, y, label, LABEL, MUTED)
        sheet.text(value_x, y, value, style)
        y += _FACTS_PITCH


def _fact_rows(
    sheet: Sheet, facts: Sequence[Fact], room: float, width_of_labels: float
) -> list[tuple[str, str, Style]]:
    """Wrap the values so that there are at most nine lines in all, sharing the room fairly."""
    wrapped = [wrap(fact.value, STRONG if fact.strong else BODY, room) or [""] for fact in facts]
    most = [len(lines) for lines in wrapped]
    while sum(most) > _FACTS_MOST and max(most) > 1:
        most[most.index(max(most))] -= 1
    rows: list[tuple[str, str, Style]] = []
    for fact, allowed in zip(facts, most, strict=True):
        style = STRONG if fact.strong else BODY
        label = shortened(fact.label, LABEL, width_of_labels)
        for line in sheet.fitted(fact.value, style, room, allowed):
            rows.append((label, line, style))
            label = ""
    return rows


def legal_lines(legal: str, number: str) -> list[str]:
    """Wrap the legal line beside the number and the page, at 7 pt, to as many as it takes."""
    return wrap(legal, CAPTION, RIGHT - LEFT - width(number, NOTE) - 28.0)


def draw_footer(
    sheet: Sheet, baseline: float, legal: Sequence[str], number: str, pages: str
) -> None:
    """Draw the legal line at the left and number and page at the right of ``baseline``."""
    for above, line in enumerate(reversed(legal)):
        sheet.text(LEFT, baseline - above * FOOTER_PITCH, line, CAPTION, MUTED)
    sheet.text_right(RIGHT, baseline, pages, NOTE)
    sheet.text_right(RIGHT - width(pages, NOTE) - 2.2, baseline, number, NOTE)


def draw_footer_rule(sheet: Sheet, page: Page, lines: int) -> None:
    """Draw the grey rule over the footer of a page without slip."""
    sheet.rule(
        LEFT, RIGHT, page.footer_rule - max(lines - 1, 0) * FOOTER_PITCH, ROW_RULE, ROW_RULE_INK
    )


def draw_fold_marks(sheet: Sheet, folds: Sequence[float]) -> None:
    """Draw the fold marks of the first page."""
    for fold in folds:
        sheet.across(5, 9, fold, MARK_RULE, None)


def draw_punch_mark(sheet: Sheet, page: Page) -> None:
    """Draw the mark at half the height, for the punch."""
    sheet.across(5, 10.5, page.height / 2, MARK_RULE, None)


def draw_later_head(sheet: Sheet, head: LaterHead, pages: str) -> None:
    """Draw the head of a page after the first: name 20, document 25, customer 29.5, rule 33."""
    room = RIGHT - LEFT
    page_room = width(pages, STRONG) + 4
    name = shortened(head.business, HEADING, room - page_room)
    sheet.text(LEFT, 20.0, name, HEADING, ink(head.accent))
    sheet.text_right(RIGHT, 20.0, pages, STRONG)
    sheet.text(LEFT, 25.0, head.document, LABEL)
    day = "   ".join(part for part in (head.day, head.number) if part)
    sheet.text_right(RIGHT, 25.0, shortened(day, LABEL, room / 2), LABEL)
    # The full name stands in the address on page 1; here one line has to do.
    sheet.text(LEFT, 29.5, shortened(head.customer, LABEL, room), LABEL, MUTED)
    sheet.rule(LEFT, RIGHT, 33.0, TABLE_RULE)
