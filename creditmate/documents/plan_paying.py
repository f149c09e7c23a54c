"""Whom a plan is paid to and with what, with the code to scan for its first instalment."""

from collections.abc import Iterator

from creditmate.documents.bank_lines import BankLine, bank_lines
from creditmate.documents.flow import Block
from creditmate.documents.fonts import BODY, CAPTION, LABEL, STRONG, Style, width
from creditmate.documents.page import MUTED
from creditmate.documents.plan_paper import PlanPaper
from creditmate.documents.qr import PayCode, caption_lines, pay_code
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.i18n.payment_words import method_words

_PAY_PITCH, _PAY_ROOM, _CODE_CLEAR, _CODE_TOP = 4.5, 17.9, 2.0, 2.5
_CAPTION_PITCH = 2.8


class PayTo:
    """Makes the lines that say how to pay.

    Args:
        paper: What is agreed.
        voice: Of the paper.

    Attributes:
        code: To scan, if there is one.
        code_missing: There is a bank, and no code for it.
    """

    def __init__(self, paper: PlanPaper, voice: Voice) -> None:
        self.paper, self.voice, self._ = paper, voice, voice.gettext
        bank = paper.business.bank
        first = paper.parts[0].amount
        self.code = None if bank is None else pay_code(bank, first, self.reference)
        self.code_missing = bank is not None and self.code is None

    @property
    def reference(self) -> str:
        """What is paid with."""
        return self.paper.reference or self.paper.number or self._("Draft")

    def blocks(self, left: float, right: float) -> list[Block]:
        """Return whom to pay and with what, the code to scan beside it, between two edges."""
        lines = [*self._method(), *self._bank()]
        widest = max((width(line.label, LABEL) for line in lines), default=0.0)
        values = left + max(_PAY_ROOM, widest + 2.0)
        room = right - values
        caption: list[str] = []
        if self.code is not None:
            room -= self.code.size + _CODE_CLEAR + 2.0
            caption = self._caption(self.code)
        wrapped = [(line, wrap(line.value, _weight(line), room)) for line in lines]
        count = sum(len(said) for _line, said in wrapped)
        # the caption stands left of the code's foot, below the lines
        code_foot = 0.0 if self.code is None else _CODE_TOP + self.code.size
        below = 5.0 + (count - 1) * _PAY_PITCH + 3.4
        caption_y = max(below, code_foot - 0.4 - _CAPTION_PITCH * (len(caption) - 1))
        caption_foot = caption_y + _CAPTION_PITCH * (len(caption) - 1) if caption else 0.0
        high = max(5.0 + (count - 1) * _PAY_PITCH, code_foot, caption_foot) + 1.0

        def draw(sheet: Sheet, top: float) -> None:
            y = top + 5.0
            for line, said in wrapped:
                sheet.text(left, y, line.label, LABEL, MUTED)
                for text in said:
                    sheet.text(values, y, text, _weight(line))
                    y += _PAY_PITCH
            if self.code is not None:
                x = right - self.code.size
                sheet.code(x, top + _CODE_TOP, self.code.size, self.code.rows)
                for number, text in enumerate(caption):
                    y = top + caption_y + _CAPTION_PITCH * number
                    sheet.text_right(x - _CODE_CLEAR, y, text, CAPTION, MUTED)

        return [Block(high, draw)] if lines else []

    def _caption(self, code: PayCode) -> list[str]:
        first = self._("For the first instalment")
        return [*caption_lines(code, 60.0, self.voice), *wrap(first, CAPTION, 60.0)]

    def _method(self) -> Iterator[BankLine]:
        if self.paper.method:
            how = method_words(self.paper.method, self.voice.locale)
            yield BankLine(self._("How"), how)

    def _bank(self) -> Iterator[BankLine]:
        bank = self.paper.business.bank
        if bank is not None:
            yield from bank_lines(bank, self.paper.currency, self.reference, self.voice)
        else:
            yield BankLine(self._("Reference"), self.reference, strong=True)


def _weight(line: BankLine) -> Style:
    return STRONG if line.strong else BODY
