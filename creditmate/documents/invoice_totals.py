"""Under the lines: net, tax by rate, the total with its day; beside it what has to be said."""

from creditmate.documents.fonts import BODY, HEAD, SMALL, TOTAL, width
from creditmate.documents.invoice_paper import InvoicePaper
from creditmate.documents.invoice_words import is_taxed, notes_of, tax_words
from creditmate.documents.page import LEFT, RIGHT, TABLE_RULE, TOTAL_RULE
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.domain.invoice_parts import Part

_LABELS, _LINE = 170.0, 118.0
_FIRST_DROP, _PITCH = 8.0, 5.5
_RULE_DROP, _TOTAL_DROP, _TOTAL_RULE_DROP = 2.2, 6.8, 8.8
"""Below the last sum: the rule, the total, and the rule under it."""
_NOTE_PITCH, _NOTE_ROOM = 4.4, 82.0
_PARTS_PITCH, _PARTS_RIGHT, _PARTS_GAP = 5.0, 106.0, 1.6
_GAP = 4.0


class TotalsBlock:
    """The sums, measured from the foot of the last line; draw them at any height."""

    def __init__(self, paper: InvoicePaper, voice: Voice) -> None:
        self._paper, self._voice = paper, voice
        self._rows = self._sums()
        room = min(_NOTE_ROOM, self._start - _GAP - LEFT)
        self._notes = [line for note in notes_of(paper, voice) for line in wrap(note, SMALL, room)]
        parts = () if paper.schedule is None else paper.schedule.parts
        self._parts = parts if len(parts) > 1 else ()

    def _sums(self) -> list[tuple[str, str]]:
        paper, voice = self._paper, self._voice
        if not is_taxed(paper):
            return []
        rows = [(voice.gettext("Net"), voice.amount(paper.totals.net))]
        rows += [
            (tax_words(row, voice), voice.amount(row.amount) if row.tax.charged else "–")
            for row in paper.totals.taxes
        ]
        return rows

    @property
    def _total(self) -> tuple[str, str]:
        _ = self._voice.gettext
        figure = self._voice.total(self._paper.gross)
        if self._paper.schedule is None:
            return _("Credited"), figure
        if len(self._paper.schedule.parts) > 1:
            return _("Total"), figure
        day = self._voice.day(self._paper.schedule.first.day)
        return _("To pay by {day}").format(day=day), figure

    @property
    def _start(self) -> float:
        """Where the rules of the sums begin."""
        label = self._total[0]
        widest = max((width(text, BODY) for text, _ in self._rows), default=0.0)
        return min(_LINE, self._labels - max(widest, width(label, TOTAL)) - 1.4, RIGHT - 40.0)

    @property
    def _labels(self) -> float:
        return min(_LABELS, RIGHT - width(self._total[1], TOTAL) - _GAP)

    @property
    def _sum_height(self) -> float:
        rows = _FIRST_DROP + (len(self._rows) - 1) * _PITCH if self._rows else 0.0
        return rows + _TOTAL_RULE_DROP

    @property
    def height(self) -> float:
        """From the foot of the last line to the end of the block, in mm."""
        beside = 0.0
        if self._parts or self._notes:
            beside = _FIRST_DROP + len(self._parts) * _PARTS_PITCH
            beside += len(self._notes) * _NOTE_PITCH
        return max(self._sum_height, beside + (_PARTS_GAP if self._parts and self._notes else 0.0))

    def draw(self, sheet: Sheet, foot: float) -> None:
        """Draw the block under the last line, whose foot is at ``foot``."""
        y = foot + _FIRST_DROP
        for label, figure in self._rows:
            sheet.text_right(self._labels, y, label, BODY)
            sheet.text_right(RIGHT, y, figure, BODY)
            y += _PITCH
        bottom = foot + self._sum_height
        base = bottom - (_TOTAL_RULE_DROP - _TOTAL_DROP)
        if self._rows:
            sheet.rule(self._start, RIGHT, base - _TOTAL_DROP + _RULE_DROP, TABLE_RULE)
        label, figure = self._total
        sheet.text_right(self._labels, base, label, TOTAL)
        sheet.text_right(RIGHT, base, figure, TOTAL)
        sheet.rule(self._start, RIGHT, bottom, TOTAL_RULE)
        y = foot + _FIRST_DROP
        if self._parts:
            y = self._draw_parts(sheet, y)
        for number, line in enumerate(self._notes):
            sheet.text(LEFT, y + number * _NOTE_PITCH, line, SMALL)

    def _draw_parts(self, sheet: Sheet, y: float) -> float:
        """Draw the table of parts: when how much is due, and what of it is held back."""
        right = min(_PARTS_RIGHT, self._start - _GAP)
        sheet.text(LEFT, y, self._voice.gettext("Due in parts"), HEAD)
        sheet.rule(LEFT, right, y + 1.6, TABLE_RULE)
        for part in self._parts:
            y += _PARTS_PITCH
            sheet.text(LEFT, y, self._part_words(part), BODY)
            sheet.text_right(right, y, self._voice.amount(part.amount), BODY)
        return y + _NOTE_PITCH + _PARTS_GAP

    def _part_words(self, part: Part) -> str:
        _ = self._voice.gettext
        day = self._voice.day(part.day)
        return _("{day}, held until then").format(day=day) if part.retained else day
