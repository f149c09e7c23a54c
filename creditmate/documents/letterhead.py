"""The sender at the head of the first page: mark, name, line of trade, ways to answer."""

from creditmate.documents.fonts import HEADING, LABEL, SMALL, SUBJECT, Face, Style, width
from creditmate.documents.logo import printed_size
from creditmate.documents.page import LEFT, MUTED, WHITE, ink
from creditmate.documents.papers import BusinessCard
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import clean, wrap
from creditmate.documents.voice import Voice
from creditmate.documents.window import Window

_NAME = Style(Face.BOLD, 15)
_MONOGRAM = Style(Face.BOLD, 20)
_MARK = 11.0
_TOP = 14.0
_NAME_X = 38.5
_CONTACT_X = 125.5
_NAME_ROOM = _CONTACT_X - 4 - _NAME_X
_CONTACT_TOP, _CONTACT_PITCH, _CONTACT_MOST = 16.0, 4.0, 7
_LOWEST_BASELINE = 25.0
"""The line of trade; anything lower may show in a window that reaches high (C4, DIN 5008 A)."""
_LOGO_HIGH = 11.5
"""Room for a logo above that window; where no window reaches so high it has ``WINDOW_FREE``."""
WINDOW_FREE = 24.0


def draw_letterhead(
    sheet: Sheet,
    business: BusinessCard,
    right: float,
    voice: Voice,
    logo_room: float = _LOGO_HIGH,
) -> None:
    """Draw the letterhead between 14 and 40 mm.

    Args:
        sheet: Where to draw.
        business: Whose it is.
        right: The right end of the contact lines.
        voice: Of the paper.
        logo_room: How high a logo may be, in mm (``logo_room``).
    """
    contact = [(line, False) for line in _contact_lines(business, voice)]
    if business.logo is None:
        _draw_mark(sheet, business, contact)
    else:
        wide, high = printed_size(business.logo, logo_room)
        sheet.picture(LEFT, _TOP, wide, high, business.logo)
        lead = [(business.name, False), *([(business.trade, True)] if business.trade else [])]
        contact[:0] = lead
    if business.tax_number:
        tax = voice.gettext("VAT {number}").format(number=business.tax_number)
        contact.append((tax, True))
    _draw_contact(sheet, contact, right - _CONTACT_X)


def logo_room(window: Window, paper: tuple[float, float]) -> float:
    """Return how high a logo may be so that nothing of it shows in an envelope's window."""
    return WINDOW_FREE if window.ever(paper).top > _TOP + WINDOW_FREE else _LOGO_HIGH


def _draw_mark(sheet: Sheet, business: BusinessCard, contact: list[tuple[str, bool]]) -> None:
    """Draw the mark, the name and the line of trade, which may have to lead the contact lines."""
    accent = ink(business.accent)
    sheet.box(LEFT, _TOP, _MARK, _MARK, 0, fill=accent)
    initial = next((c for c in clean(business.name) if c.isalnum()), "").upper()
    sheet.text_centred(LEFT + _MARK / 2, _TOP + 8.0, initial, _MONOGRAM, WHITE)
    lines, style = _name_lines(sheet, business.name)
    for number, line in enumerate(lines):
        sheet.text(_NAME_X, 20.0 + number * 5.0, line, style, accent)
    trade = clean(business.trade)
    if len(lines) == 1 and width(trade, SMALL) <= _NAME_ROOM:
        sheet.text(_NAME_X, _LOWEST_BASELINE, trade, SMALL, MUTED)
    elif trade:  # no room beside the mark above the window: it leads the contact lines
        contact.insert(0, (trade, True))


def _contact_lines(business: BusinessCard, voice: Voice) -> list[str]:
    telephone = voice.gettext("Telephone {number}").format(number=business.phone)
    return [
        *(line for line in business.postal_address if line),
        *([telephone] if business.phone else []),
        *([business.email] if business.email else []),
    ]


def _name_lines(sheet: Sheet, name: str) -> tuple[list[str], Style]:
    """Set the name in 15, else 12, else two lines of 12, else smaller on two lines."""
    for style, most in ((_NAME, 1), (SUBJECT, 2), (HEADING, 2)):
        lines = wrap(name, style, _NAME_ROOM)
        if len(lines) <= most:
            return lines, style
    return sheet.fitted(name, HEADING, _NAME_ROOM, 2), HEADING


def _draw_contact(sheet: Sheet, contact: list[tuple[str, bool]], room: float) -> None:
    """Draw the contact lines, quieter ones in grey; long ones wrap, in smaller steps if many."""
    lines = [(part, muted) for text, muted in contact for part in wrap(text, LABEL, room)]
    pitch, most = _CONTACT_PITCH, _CONTACT_MOST
    if len(lines) > most:
        pitch, most = 3.2, 8
    if len(lines) > most:
        rest = " ".join(text for text, _ in lines[most - 1 :])
        lines = [*lines[: most - 1], (sheet.fitted(rest, LABEL, room, 1)[0], lines[most][1])]
    for number, (text, muted) in enumerate(lines):
        y = _CONTACT_TOP + number * pitch
        if muted:
            sheet.text(_CONTACT_X, y, text, LABEL, MUTED)
        else:
            sheet.text(_CONTACT_X, y, text, LABEL)
