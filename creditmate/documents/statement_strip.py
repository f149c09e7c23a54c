"""The ageing strip: seven amounts, of which the first six add up to the seventh."""

from creditmate.documents.fonts import (
    ADDRESS,
    BODY,
    CAPTION,
    HEAD,
    LABEL,
    NOTE,
    SMALL,
    Face,
    Style,
    width,
)
from creditmate.documents.page import (
    AGEING_RAMP,
    BOX_RULE,
    FRAME_RULE,
    LEFT,
    MUTED,
    RIGHT,
    TEXT,
    TOTAL_RULE,
)
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.domain.ageing import BUCKETS, Ageing
from creditmate.domain.money import Money

_CELLS = 7
_GAP = 2.44
_WIDE = (RIGHT - LEFT - (_CELLS - 1) * _GAP) / _CELLS
_SWATCH_HIGH = 1.8
_LABEL_DROP, _LABEL_PITCH, _FIGURE_DROP = 6.0, 3.2, 4.9
_BELOW = 3.6
_SIZES = (ADDRESS, BODY, SMALL, LABEL, NOTE, CAPTION)


class Strip:
    """The strip, measured; ``height`` is from the swatches' top to where the box may start."""

    def __init__(self, ageing: Ageing, voice: Voice) -> None:
        _ = voice.gettext
        labels = (
            _("Not due"),
            _("1–30 days"),
            _("31–60 days"),
            _("61–90 days"),
            _("Over 90"),
            _("Unmatched"),
            _("Balance"),
        )
        sums = (*map(ageing.amount, BUCKETS), ageing.unallocated, ageing.total)
        self._labels = [wrap(label, HEAD, _WIDE) for label in labels]
        self._figures = [_figure(amount, voice) for amount in sums]
        self._style = self._largest()
        extra = (max(map(len, self._labels)) - 1) * _LABEL_PITCH
        self._label_y = _LABEL_DROP + extra
        self.height = self._label_y + _FIGURE_DROP + _BELOW

    def _largest(self) -> Style:
        """Return the largest size at which every figure stands clear of its neighbour."""
        for style in _SIZES:
            bold = Style(Face.BOLD, style.size)
            if all(width(figure, bold) <= _WIDE for figure in self._figures):
                return style
        return _SIZES[-1]

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw swatches, labels over figures, the balance in bold."""
        for cell, (label, figure) in enumerate(zip(self._labels, self._figures, strict=True)):
            left = LEFT + cell * (_WIDE + _GAP)
            last = cell == _CELLS - 1
            if cell < len(AGEING_RAMP):
                sheet.box(left, top, _WIDE, _SWATCH_HIGH, FRAME_RULE, fill=AGEING_RAMP[cell])
            else:
                line = TOTAL_RULE if last else BOX_RULE
                sheet.rule(left, left + _WIDE, top + _SWATCH_HIGH, line)
            ink, style = (TEXT, HEAD) if last else (MUTED, LABEL)
            for number, line_text in enumerate(label):
                y = top + self._label_y - (len(label) - 1 - number) * _LABEL_PITCH
                sheet.text_right(left + _WIDE, y, line_text, style, ink)
            figures = Style(Face.BOLD, self._style.size) if last else self._style
            sheet.text_right(left + _WIDE, top + self._label_y + _FIGURE_DROP, figure, figures)


def _figure(amount: Money, voice: Voice) -> str:
    return voice.amount(amount) if amount else "–"
