"""Where both sign terms: the customer's six lines, and how we received them.

The foot of the signature page (mockups/paper.md, document 10; paper-10-terms-signature.png).
"""

from creditmate.documents.fonts import BODY, HEADING, LABEL, SMALL
from creditmate.documents.page import BOX_RULE, LEFT, MUTED, RIGHT, TABLE_RULE
from creditmate.documents.sheet import Sheet
from creditmate.documents.terms_paper import TermsPaper
from creditmate.documents.voice import Voice

_RULE, _FIRST_FIELD, _FIELD_PITCH = 2.1, 9.0, 8.5
_LEFT_END, _RIGHT_START, _FIELD_ROOM = 106.9, 111.1, 19.9
_UNDERLINE = 0.9
_FIELDS = 6
_NOTE_PITCH = 3.9
_TICK, _TICK_ABOVE = 3.6, 3.2

SIGNATURES_HIGH = _FIRST_FIELD + _FIELD_PITCH * (_FIELDS - 1) + _UNDERLINE
"""From the baseline of the heads to the last line, in mm."""


def draw_tick(sheet: Sheet, x: float, y: float) -> None:
    """Draw the box that is ticked, beside words whose baseline is ``y``; both in mm."""
    sheet.box(x, y - _TICK_ABOVE, _TICK, _TICK, BOX_RULE)


def draw_signatures(sheet: Sheet, y: float, paper: TermsPaper, voice: Voice) -> None:
    """Draw what the customer fills in and what we do, side by side.

    Args:
        sheet: The page.
        y: The baseline of the two heads, in mm.
        paper: What is signed.
        voice: Of the paper.
    """
    _ = voice.gettext
    sheet.text(LEFT, y, _("Signed for the customer"), HEADING)
    sheet.rule(LEFT, _LEFT_END, y + _RULE, TABLE_RULE)
    sheet.text(_RIGHT_START, y, _("Received for us"), HEADING)
    sheet.rule(_RIGHT_START, RIGHT, y + _RULE, TABLE_RULE)
    y += _FIRST_FIELD
    theirs = (
        (_("Legal name"), paper.customer_name),
        (_("Number"), paper.company_number),
        (_("Signature"), ""),
        (_("Name"), ""),
        (_("Position"), ""),
        (_("Date"), ""),
    )
    for place, (label, value) in enumerate(theirs):
        _draw_field(sheet, LEFT, _LEFT_END, y + place * _FIELD_PITCH, label, value)
    ours = ((_("Name"), paper.business.contact_person), (_("Signature"), ""), (_("Date"), ""))
    for place, (label, value) in enumerate(ours):
        _draw_field(sheet, _RIGHT_START, RIGHT, y + place * _FIELD_PITCH, label, value)
    _draw_received(sheet, y + len(ours) * _FIELD_PITCH, voice)


def _draw_field(  # noqa: PLR0913, PLR0917 - a field has two ends, a place and two texts
    sheet: Sheet, left: float, right: float, y: float, label: str, value: str
) -> None:
    start = left + _FIELD_ROOM
    label = sheet.fitted(label, LABEL, _FIELD_ROOM - 1, 1)[0]
    sheet.text(left, y, label, LABEL, MUTED)
    sheet.rule(start, right, y + _UNDERLINE, BOX_RULE)
    room = right - start - 1.0
    lines = sheet.fitted(value, SMALL, room, 2) if value else []
    for number, line in enumerate(reversed(lines)):
        sheet.text(start + 1.0, y - number * 3.6, line, SMALL)


def _draw_received(sheet: Sheet, y: float, voice: Voice) -> None:
    _ = voice.gettext
    sheet.text(_RIGHT_START, y, _("Received by"), LABEL, MUTED)
    x = _RIGHT_START + _FIELD_ROOM
    pitch = (RIGHT - x) / 3
    for place, said in enumerate((_("post"), _("e-mail"), _("by hand"))):
        draw_tick(sheet, x + place * pitch, y + 0.3)
        room = pitch - _TICK - 1.5
        sheet.text(x + place * pitch + 4.6, y, sheet.fitted(said, BODY, room, 1)[0], BODY)
    note = _("Signing says that you may sign for the customer named. You keep one copy; we"
             " keep the other with your account.")  # fmt: skip
    y += 11.2
    for number, line in enumerate(sheet.fitted(note, LABEL, RIGHT - _RIGHT_START, 3)):
        sheet.text(_RIGHT_START, y + number * _NOTE_PITCH, line, LABEL, MUTED)
