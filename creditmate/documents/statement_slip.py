"""The remittance slip below the second fold: cut off, filled in, sent back."""

from creditmate.documents.fonts import (
    BODY,
    CAPTION,
    HEAD,
    LABEL,
    LETTER,
    NOTE,
    STRONG,
    SUBJECT,
    width,
)
from creditmate.documents.page import LEFT, MUTED, RIGHT, TABLE_RULE, Page
from creditmate.documents.papers import StatementPaper
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.domain.statement import StatementItem

HEIGHT = 82.5
MOST_ITEMS = 7
_VALUES, _BLANKS_END = 42.0, 96.0
_LIST, _TICK, _DOCUMENT, _BALANCE, _PAID = 111.0, 112.0, 125.0, 163.0, 168.0
_FIRST, _PITCH = 17.5, 6.0
_BLANK_LINE = 0.5


def draw_slip(sheet: Sheet, paper: StatementPaper, voice: Voice, page: Page, top: float) -> None:
    """Draw the slip from the cut at ``top`` down; it takes ``HEIGHT`` mm."""
    _draw_cut(sheet, voice, page, top)
    _draw_sender(sheet, paper, voice, top)
    items = paper.statement.items
    y = (
        _draw_items(sheet, items, voice, top)
        if len(items) <= MOST_ITEMS
        else _draw_blanks(sheet, top)
    )
    _draw_heads(sheet, voice, top, ticks=len(items) <= MOST_ITEMS)
    sheet.rule(_LIST, RIGHT, y + 2.5)
    words, figure = voice.gettext("Balance"), voice.amount(paper.statement.balance)
    fits = width(words, STRONG) + width(figure, STRONG) + 4 <= _BALANCE - _DOCUMENT
    sheet.text(_DOCUMENT if fits else _LIST, y + 8.0, words, STRONG)
    sheet.text_right(_BALANCE, y + 8.0, figure, STRONG)


def _draw_cut(sheet: Sheet, voice: Voice, page: Page, top: float) -> None:
    words = voice.gettext("Fold, then cut here")
    middle = page.width / 2
    half = width(words, CAPTION) / 2 + 2.6
    dash = (4.0, 2.6)
    sheet.across(5, middle - half, top, TABLE_RULE, dash)
    sheet.text_centred(middle - sheet.shift, top + 0.7, words, CAPTION, MUTED)
    sheet.across(middle + half, page.width - 5, top, TABLE_RULE, dash)


def _draw_sender(sheet: Sheet, paper: StatementPaper, voice: Voice, top: float) -> None:
    """Draw the left side: what to do, from whom, the lines to fill in, and to whom."""
    _ = voice.gettext
    sheet.text(LEFT, top + 9.0, _("Remittance slip"), SUBJECT)
    email = paper.business.email
    ask = _("Please send this with a cheque, or write to {email} when you pay.").format(email=email)
    if not email:
        ask = _("Please send this with a cheque when you pay.")
    for row, line in enumerate(sheet.fitted(ask, LABEL, 64.0, 3)):
        sheet.text(LEFT, top + 14.5 + row * 4.0, line, LABEL, MUTED)
    _draw_fields(sheet, paper, voice, top)
    address = ", ".join((paper.business.name, *paper.business.postal_address))
    words = _("To: {address}").format(address=address)
    for row, line in enumerate(sheet.fitted(words, LABEL, RIGHT - LEFT, 2)):
        sheet.text(LEFT, top + 74.0 + row * 3.5, line, LABEL)


def _draw_fields(sheet: Sheet, paper: StatementPaper, voice: Voice, top: float) -> None:
    """Draw what is known of the sender, then the lines to write on; longer labels move both."""
    _ = voice.gettext
    number = _("Draft") if paper.draft else paper.number
    known = (
        (_("From"), paper.customer_name, 2),
        (_("Account"), paper.account, 1),
        (_("Statement"), number, 1),
    )
    blank = (_("Date paid"), _("Method"), _("Amount"))
    widest = max(width(label, LABEL) for label in (*blank, *(label for label, *_rest in known)))
    x = max(_VALUES, LEFT + widest + 2.0)
    y = top + 26.0
    for label, value, most in known:
        sheet.text(LEFT, y, label, LABEL, MUTED)
        for line in sheet.fitted(value, BODY, _LIST - 5 - x, most) or [""]:
            sheet.text(x, y, line, BODY)
            y += 4.5
    for row, label in enumerate(blank):
        y = top + 46.5 + row * 8.5
        sheet.text(LEFT, y, label, LABEL, MUTED)
        sheet.rule(x, _BLANKS_END, y + 1.0, _BLANK_LINE)
    sheet.text(x + 0.5, top + 63.5, voice.symbol(paper.statement.currency), LETTER)


def _draw_heads(sheet: Sheet, voice: Voice, top: float, *, ticks: bool) -> None:
    _ = voice.gettext
    y = top + 9.0
    if ticks:
        paying = sheet.fitted(_("Paying"), HEAD, _DOCUMENT - _LIST - 1, 1)
        sheet.text(_LIST, y, paying[0], HEAD)
    sheet.text(_DOCUMENT, y, _("Document"), HEAD)
    sheet.text_right(_BALANCE, y, _("Balance"), HEAD)
    for above, line in enumerate(
        reversed(sheet.fitted(_("Paid, if different"), HEAD, RIGHT - _PAID, 2))
    ):
        sheet.text(_PAID, y - above * 3.3, line, HEAD)
    sheet.rule(_LIST, RIGHT, y + 2.0)


def _draw_items(sheet: Sheet, items: tuple[StatementItem, ...], voice: Voice, top: float) -> float:
    """Draw a row per item and return the last baseline."""
    y = top + _FIRST - _PITCH
    for item in items:
        y += _PITCH
        figure = voice.amount(item.balance)
        names = (voice.entry(item.kind, item.number), item.number)
        _draw_name(sheet, names, y, width(figure, BODY))
        sheet.text_right(_BALANCE, y, figure, BODY)
        if item.balance.minor > 0:
            sheet.box(_TICK, y - 3.0, 3.2, 3.2, _BLANK_LINE)
            sheet.rule(_PAID, RIGHT, y + 0.7, _BLANK_LINE)
        else:
            words = voice.gettext("for invoice")
            sheet.text(_PAID, y, words, LABEL, MUTED)
            sheet.rule(_PAID + width(words, LABEL) + 1.0, RIGHT, y + 0.7, _BLANK_LINE)
    return y


def _draw_name(sheet: Sheet, names: tuple[str, str], y: float, figure: float) -> None:
    """Draw the document's name on one line, else small on two, else its number alone."""
    room = _BALANCE - figure - 3 - _DOCUMENT
    if width(names[0], BODY) <= room:
        sheet.text(_DOCUMENT, y, names[0], BODY)
        return
    name, style = names[0], NOTE
    if len(wrap(name, NOTE, room)) > 2 and names[1]:
        name, style = names[1], CAPTION
    lines = sheet.fitted(name, style, room, 2)
    for number, line in enumerate(lines):
        sheet.text(_DOCUMENT, y + number * 2.8 - (len(lines) - 1) * 1.7, line, style)


def _draw_blanks(sheet: Sheet, top: float) -> float:
    """Draw lines to write on, when there are more items than fit, and return the last one's y."""
    y = top + _FIRST - _PITCH
    for _ in range(MOST_ITEMS):
        y += _PITCH
        sheet.rule(_DOCUMENT, _BALANCE, y + 0.7, _BLANK_LINE)
        sheet.rule(_PAID, RIGHT, y + 0.7, _BLANK_LINE)
    return y
