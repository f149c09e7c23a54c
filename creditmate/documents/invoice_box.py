"""The box at the foot: how to pay and by when, whom to tell if something is wrong, terms, code."""

from creditmate.documents.bank_lines import BankLine, bank_lines
from creditmate.documents.fonts import (
    BODY,
    CAPTION,
    HEADING,
    LABEL,
    NOTE,
    SMALL,
    STRONG,
    Face,
    Style,
    width,
)
from creditmate.documents.invoice_paper import InvoicePaper, TermsProof
from creditmate.documents.page import BOX_RULE, LEFT, MUTED, RIGHT
from creditmate.documents.qr import LARGEST, PayCode, caption_lines, pay_code
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.domain.kinds import DocumentKind
from creditmate.i18n.casing import capital
from creditmate.i18n.terms_words import terms_words

_X, _VALUES, _MIDDLE, _END = 28.0, 48.0, 91.0, 190.0
_HEAD_DROP, _FIRST_DROP, _PITCH = 7.0, 14.0, 5.0
_WORDS_PITCH, _TERMS_GAP, _TERMS_PITCH = 4.4, 9.4, 3.9
_CODE_DROP, _CAPTION_DROP = 4.0, 5.5
_BELOW, _LEAST = 6.0, 40.0
_GAP = 4.0
_LEAD = Style(Face.BOLD, 8.5)


class InvoiceBox:
    """The box, measured; draw it at any height."""

    def __init__(self, paper: InvoicePaper, voice: Voice) -> None:
        self._paper, self._voice = paper, voice
        bank = paper.business.bank if paper.schedule is not None else None
        self.code = self._code()
        self.code_missing = bank is not None and self.code is None
        lines = self._entries()
        widest = max((width(line.label, LABEL) for line in lines), default=0.0)
        self._values = max(_VALUES, _X + widest + 2.0)
        self._lines = [
            (line, wrap(line.value, self._style(line), _MIDDLE - _GAP - self._values))
            for line in lines
        ]
        self._caption = caption_lines(self.code, LARGEST + 3.0, voice)
        code = self._code_left - _GAP - 2.0 if self.code else _END
        self._middle = _MIDDLE if self._lines else _X
        self._room = code - self._middle
        self._lead, self._words = self._question()
        self._terms = self._terms_lines()

    def _code(self) -> PayCode | None:
        paper = self._paper
        if paper.schedule is None or paper.business.bank is None:
            return None
        return pay_code(paper.business.bank, paper.schedule.first.amount, self._number)

    @property
    def _number(self) -> str:
        return self._voice.gettext("Draft") if self._paper.draft else self._paper.number

    @property
    def _code_left(self) -> float:
        return _END - LARGEST

    @staticmethod
    def _style(line: BankLine) -> Style:
        return STRONG if line.strong else BODY

    def _entries(self) -> list[BankLine]:
        paper, voice = self._paper, self._voice
        if paper.schedule is None:
            return []
        found = []
        if paper.business.bank is not None:
            found = bank_lines(paper.business.bank, paper.totals.currency, self._number, voice)
        day = voice.day(paper.schedule.first.day)
        return [*found, BankLine(voice.gettext("By"), day, strong=True)]

    def _question(self) -> tuple[list[str], list[str]]:
        """The bold question, and what follows it on its last line and below."""
        _ = self._voice.gettext
        if self._paper.schedule is None:
            credited = self._paper.credited
            words = _("There is nothing to pay on this note: it is set against the invoice above.")
            if credited is not None and credited.kind is DocumentKind.CHARGE_NOTE:
                words = _(
                    "There is nothing to pay on this note: it is set against the charge above."
                )
            return wrap(words, _LEAD, self._room), []
        lead = wrap(_("Is everything as it should be?"), _LEAD, self._room)
        words = _asked(self._paper.kind, self._voice)
        room = self._room - width(lead[-1], _LEAD) - width(" ", SMALL)
        first = ""
        rest = words.split(" ")
        while rest and width(f"{first} {rest[0]}".strip(), SMALL) <= room:
            first = f"{first} {rest.pop(0)}".strip()
        return lead, [first, *wrap(" ".join(rest), SMALL, self._room)]

    def _terms_lines(self) -> list[str]:
        paper = self._paper
        if paper.terms is None:
            return []
        words = terms_words(paper.terms, paper.locale)
        said = f"{capital(words)}."
        if paper.proof is not None:
            said = f"{_proof_words(paper.proof, self._voice)} {said}"
        return wrap(said, NOTE, self._room)

    @property
    def height(self) -> float:
        """From the frame's top to its bottom, in mm."""
        rows = sum(max(len(values), 1) for _, values in self._lines)
        left = _FIRST_DROP + (rows - 1) * _PITCH if rows else 0.0
        words = len(self._lead) + max(len(self._words) - 1, 0)
        middle = _HEAD_DROP + (words - 1) * _WORDS_PITCH
        if self._terms:
            middle += _TERMS_GAP + (len(self._terms) - 1) * _TERMS_PITCH
        code = 0.0
        if self.code:
            code = _CODE_DROP + LARGEST + 3.0 + (len(self._caption) - 1) * 3.0
        least = _LEAST if self.code else 0.0
        return max(left + _BELOW, middle + _BELOW, code + _BELOW, least)

    @property
    def code_span(self) -> tuple[float, float] | None:
        """Top and bottom of the QR code, measured from the top of the frame."""
        return None if self.code is None else (_CODE_DROP, _CODE_DROP + LARGEST)

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw frame, bank details, words and code from ``top`` down."""
        sheet.box(LEFT, top, RIGHT - LEFT, self.height, BOX_RULE)
        if self._lines:
            self._draw_entries(sheet, top)
        self._draw_words(sheet, top + _HEAD_DROP)
        if self.code:
            sheet.code(self._code_left, top + _CODE_DROP, LARGEST, self.code.rows)
            y = top + _CODE_DROP + LARGEST + _CAPTION_DROP
            for number, line in enumerate(self._caption):
                sheet.text_centred(_END - LARGEST / 2, y + number * 3.0, line, CAPTION, MUTED)

    def _draw_entries(self, sheet: Sheet, top: float) -> None:
        sheet.text(_X, top + _HEAD_DROP, self._voice.gettext("How to pay"), HEADING)
        y = top + _FIRST_DROP
        for line, values in self._lines:
            sheet.text(_X, y, line.label, LABEL, MUTED)
            for value in values:
                sheet.text(self._values, y, value, self._style(line))
                y += _PITCH

    def _draw_words(self, sheet: Sheet, y: float) -> None:
        x = self._middle
        for number, line in enumerate(self._lead):
            if number:
                y += _WORDS_PITCH
            sheet.text(x, y, line, _LEAD)
        if self._words:
            first, *rest = self._words
            if first:
                start = x + width(self._lead[-1], _LEAD) + width(" ", SMALL)
                sheet.text(start, y, first, SMALL)
            for line in rest:
                y += _WORDS_PITCH
                sheet.text(x, y, line, SMALL)
        y += _TERMS_GAP
        for number, line in enumerate(self._terms):
            sheet.text(x, y + number * _TERMS_PITCH, line, NOTE, MUTED)


def _proof_words(proof: TermsProof, voice: Voice) -> str:
    """Say which terms and conditions apply, and who accepted them when."""
    _ = voice.gettext
    said = (
        _("{title} version {number} apply, accepted by {who} on {day}.")
        if proof.by_whom
        else _("{title} version {number} apply, accepted on {day}.")
    )
    number, day = voice.number(proof.number), voice.day(proof.day)
    return said.format(title=proof.title, number=number, who=proof.by_whom, day=day)


def _asked(kind: DocumentKind, voice: Voice) -> str:
    """Ask to be told what is wrong; a charge is for itself, the principal stands elsewhere."""
    _ = voice.gettext
    if kind is DocumentKind.CHARGE_NOTE:
        return _(
            "This note is for the charge alone: what it was charged for stands on its own invoice."
            " If you think that it is not due, please tell us straight away."
        )
    return _(
        "If anything about the goods or this invoice is not right, please tell us straight"
        " away so that we can settle it well before the date above."
    )
