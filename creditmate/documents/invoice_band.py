"""The band between two heavy rules: by when to pay, and how much, both too large to be missed."""

from creditmate.documents.fonts import LETTER, Face, Style, width
from creditmate.documents.invoice_paper import InvoicePaper
from creditmate.documents.page import LEFT, RIGHT, TOTAL_RULE
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.domain.kinds import DocumentKind
from creditmate.i18n.formats import day_with_weekday

_BIG = tuple(Style(Face.BOLD, size) for size in (18, 16, 14, 12))
_TOP, _LABEL_DROP, _BIG_DROP, _MORE_DROP, _BELOW = 6.0, 7.2, 15.0, 20.0, 5.0
_MORE_PITCH = 4.6


class Band:
    """The band, measured; its upper rule is 6 below the title."""

    def __init__(self, paper: InvoicePaper, voice: Voice) -> None:
        self._voice = voice
        self._left, self._right, self._big, self._amount = _said(paper, voice)
        room = RIGHT - LEFT - 8.0
        self._more = [line for text in _more(paper, voice) for line in wrap(text, LETTER, room)]

    @property
    def height(self) -> float:
        """From the title's baseline to the lower rule, in mm."""
        more = _MORE_DROP - _BIG_DROP + (len(self._more) - 1) * _MORE_PITCH if self._more else 0.0
        return _TOP + _BIG_DROP + more + _BELOW

    def draw(self, sheet: Sheet, title: float) -> None:
        """Draw the band under a title whose baseline is at ``title``."""
        top = title + _TOP
        sheet.rule(LEFT, RIGHT, top, TOTAL_RULE)
        sheet.text(LEFT, top + _LABEL_DROP, self._left, LETTER)
        sheet.text_right(RIGHT, top + _LABEL_DROP, self._right, LETTER)
        style = self._style()
        sheet.text(LEFT, top + _BIG_DROP, self._big, style)
        sheet.text_right(RIGHT, top + _BIG_DROP, self._amount, style)
        for number, line in enumerate(self._more):
            sheet.text(LEFT, top + _MORE_DROP + number * _MORE_PITCH, line, LETTER)
        sheet.rule(LEFT, RIGHT, title + self.height, TOTAL_RULE)

    def _style(self) -> Style:
        """The largest size in which day and amount stand side by side."""
        for style in _BIG:
            if width(self._big, style) + width(self._amount, style) + 6.0 <= RIGHT - LEFT:
                return style
        return _BIG[-1]


def _said(paper: InvoicePaper, voice: Voice) -> tuple[str, str, str, str]:
    """Label and label, then what is big: the day and the amount."""
    _ = voice.gettext
    if paper.schedule is None:
        number = "" if paper.credited is None else paper.credited.number
        said = _("Invoice {number}")
        if paper.credited is not None and paper.credited.kind is DocumentKind.CHARGE_NOTE:
            said = _("Charge note {number}")
        return (
            _("We credit you for"),
            _("Amount credited"),
            said.format(number=number),
            voice.total(paper.gross),
        )
    first = paper.schedule.first
    day = day_with_weekday(first.day, voice.locale)
    label = _("Amount to pay") if first.amount == paper.gross else _("Amount to pay by then")
    return _("Please pay by"), label, day, voice.total(first.amount)


def _more(paper: InvoicePaper, voice: Voice) -> list[str]:
    """What follows in ordinary size: why it is credited, the discount, a day that is moved."""
    _ = voice.gettext
    if paper.schedule is None:
        return [paper.reason] if paper.reason else []
    first, offer = paper.schedule.first, paper.schedule.discount
    found = []
    if offer is not None:
        words = _("or {amount} by {day}")
        amount = voice.amount(first.amount - offer.amount)
        found.append(words.format(amount=amount, day=voice.day_in_year(offer.day)))
    if first.worked_day != first.day:
        words = _("This is no working day: by our terms {day} counts.")
        found.append(words.format(day=day_with_weekday(first.worked_day, voice.locale)))
    return found
