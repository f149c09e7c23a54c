"""Where both sign a plan agreement, and the heads of its sections."""

from creditmate.documents.flow import Block, beside, stacked
from creditmate.documents.fonts import HEADING, LABEL, STRONG, width
from creditmate.documents.page import BOX_RULE, LEFT, MUTED, RIGHT, TABLE_RULE, TOTAL_RULE
from creditmate.documents.plan_paper import Party, PlanPaper
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice

LEFT_END, RIGHT_START = 106.9, 111.1
"""Where the left of two columns ends, and the right one begins."""
_HEAD_BASELINE, _HEAD_HIGH = 4.0, 6.2
_FIRST_FIELD, _FIELD_ROOM, _UNDERLINE = 20.0, 17.9, 0.9


def section_head(
    number: str, title: str, left: float, right: float, line: float = TABLE_RULE
) -> Block:
    """Return the head of a section, which stays with what comes below it.

    Args:
        number: The section's.
        title: Its name.
        left: Where it begins, in mm.
        right: Where its rule ends.
        line: How wide the rule is.
    """

    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(left, top + _HEAD_BASELINE, f"{number}  {title}", HEADING)
        sheet.rule(left, right, top + _HEAD_HIGH, line)

    return Block(_HEAD_HIGH, draw, keep=True)


def signed(paper: PlanPaper, voice: Voice, pitch: float, *, dense: bool = False) -> Block:
    """Return where both sign.

    Args:
        paper: What is agreed.
        voice: Of the paper.
        pitch: Room for each line, in mm.
        dense: The last two fields share a line.
    """
    them = _signature(paper.them, voice, (LEFT, LEFT_END), pitch, dense=dense)
    us = _signature(paper.us, voice, (RIGHT_START, RIGHT), pitch, dense=dense)
    head = section_head("4", voice.gettext("Signed"), LEFT, RIGHT, TOTAL_RULE)
    return stacked([head, beside(them, us)], gap=6.0)


def _signature(
    party: Party, voice: Voice, edges: tuple[float, float], pitch: float, *, dense: bool
) -> Block:
    _, (left, right) = voice.gettext, edges
    name = _("For {name}").format(name=party.name) if party.is_firm else party.name
    below = _("by a person who may sign for it") if party.is_firm else ""
    if party.trading_as:
        below = _("trading as {name}").format(name=party.trading_as)
    labels = [_("Signature"), _("Name"), _("Position"), _("Date")]
    if not party.is_firm and not party.trading_as:
        labels.remove(_("Position"))
    names = wrap(name, STRONG, right - left)
    start = left + max(_FIELD_ROOM, max(width(label, LABEL) for label in labels) + 2.0)
    middle = (left + right) / 2
    first = _FIRST_FIELD + (len(names) - 1) * 4.0 - (9.5 - pitch)

    def draw(sheet: Sheet, top: float) -> None:
        y = top + 4.5
        for line in names:
            sheet.text(left, y, line, STRONG)
            y += 4.0
        if below:
            said = sheet.fitted(below, LABEL, right - left, 1)[0]
            sheet.text(left, y + 0.8, said, LABEL, MUTED)
        y = top + first
        for place, label in enumerate(labels):
            shares = dense and place >= len(labels) - 2
            second = shares and place == len(labels) - 1
            x = middle + 2.0 if second else left
            end = middle if shares and not second else right
            sheet.text(x, y, label, LABEL, MUTED)
            sheet.rule(x + start - left, end, y + _UNDERLINE, BOX_RULE)
            y += 0.0 if shares and not second else pitch

    lines = len(labels) - (1 if dense else 0)
    return Block(first + (lines - 1) * pitch + _UNDERLINE, draw)
