"""The table of a statement that lists movements: balance forward, or activity."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from creditmate.documents.fonts import (
    BODY,
    HEAD,
    NOTE,
    SMALL,
    STRONG,
    TOTAL,
    Face,
    Style,
    width,
)
from creditmate.documents.furniture import Fact
from creditmate.documents.page import LEFT, MUTED, RIGHT, TABLE_RULE, TOTAL_RULE
from creditmate.documents.papers import Concern, PaperWarning
from creditmate.documents.period_columns import CHARGES_WIDTH, draw_period_heads, period_columns
from creditmate.documents.sheet import Sheet
from creditmate.documents.statement_body import TOTAL_DROP, TOTAL_RULE_DROP, draw_total
from creditmate.documents.statement_columns import GAP
from creditmate.documents.statement_table import RULE_BELOW
from creditmate.documents.text import longest_word, wrap
from creditmate.documents.voice import Voice
from creditmate.domain.money import Money
from creditmate.domain.statement_period import PeriodRow, StatementPeriod
from creditmate.i18n.statement_words import movement_words

_LINE, _NOTE_ADDS, _NOTE_DROP, _NOTE_LINE = 3.7, 3.6, 3.4, 3.2
_SUM_DROP, _SUM_LINE, _BILLED_LINE = 13.0, 4.0, 5.0
_END = 5.6
"""From the last line that ends the table to the strip."""
_SIGN = re.compile("\u00a0([+\u2212=])\u00a0")


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the table: its words broken into lines, and what it moves."""

    details: Sequence[str]
    order: Sequence[str] = ()
    notes: Sequence[str] = ()
    moved: Money | None = None
    row: PeriodRow | None = None
    strong: bool = False

    @property
    def text_extra(self) -> float:
        """How much taller than one line its words are, in mm."""
        return (max(len(self.details), len(self.order), 1) - 1) * _LINE

    @property
    def extra(self) -> float:
        """How much taller than one line it is, in mm."""
        notes = _NOTE_ADDS + (len(self.notes) - 1) * _NOTE_LINE if self.notes else 0.0
        return self.text_extra + notes


class PeriodTable:
    """Opening balance, every movement by day with the balance after it, closing balance.

    An activity statement has the same rows without any balance, and ends with what was billed
    and received; it never says what is due.
    """

    pitch = 5.5

    def __init__(self, period: StatementPeriod, voice: Voice) -> None:
        self._period, self._voice = period, voice
        moved = [row.amount for row in period.rows]
        start = period.opening + period.changed
        self._at = period_columns(period, accumulate(moved, initial=start), voice)
        self._lines = self._all_lines()
        self.extras = [line.extra for line in self._lines]
        zero = period.opening - period.opening
        amounts = [line.moved or zero for line in self._lines]
        self._charged = list(accumulate((max(one, zero) for one in amounts), initial=zero))
        self._paid = list(accumulate((max(-one, zero) for one in amounts), initial=zero))
        self._ending = self._ending_lines()
        self.end_drop = self._measured_end()
        self.days = self._between(voice.day_in_year(period.first), voice.day(period.last))
        self.replaces_room = self._free_above_heads()

    def _free_above_heads(self) -> float:
        """How far a line above the heads may run: up to the first of them that has two lines."""
        order = self._voice.gettext("Your order")
        if width(order, HEAD) > self._at.order_room:
            return self._at.order - LEFT - 2.0
        return self._at.charges - 20.0 - LEFT

    # ---------------------------------------------------------------- words
    def _between(self, first: str, last: str) -> str:
        if self._period.first == self._period.last:
            return last
        words = self._voice.gettext("{first_day} to {last_day}")
        return words.format(first_day=first, last_day=last)

    def facts(self) -> list[Fact]:
        """Return the period, and what it opens with where a balance is carried."""
        _ = self._voice.gettext
        period, voice = self._period, self._voice
        days = self._between(voice.note_day(period.first), voice.note_day(period.last))
        facts = [Fact(_("Period"), days)]
        if period.runs:
            facts.append(Fact(_("Opening"), voice.amount(period.opening)))
        return facts

    def _all_lines(self) -> list[_Line]:
        _ = self._voice.gettext
        period, at = self._period, self._at
        lines = []
        if period.runs:
            lines.append(_Line([_("Opening balance")], strong=True))
        if period.changed:
            words = _("Changes to earlier days since statement {number}")
            room = at.charges - at.details - 24.0
            changed = wrap(words.format(number=period.since), at.body, room)
            lines.append(_Line(changed, moved=period.changed))
        lines += [self._line(row) for row in period.rows]
        if period.is_empty:
            lines.append(_Line([_("No movements in this period.")]))
        return lines

    def _line(self, row: PeriodRow) -> _Line:
        at, voice = self._at, self._voice
        end = at.order - 1.5 if row.order_number else at.text_end
        branch = voice.gettext("for {branch}").format(branch=row.branch) if row.branch else ""
        return _Line(
            details=wrap(movement_words(row, voice.locale), at.body, end - at.details),
            order=wrap(row.order_number, at.body, at.order_room),
            notes=wrap(branch, NOTE, RIGHT - at.details) if branch else (),
            moved=row.amount,
            row=row,
        )

    def _ending_lines(self) -> list[str]:
        """The sum written out; of an activity statement what was billed and what received."""
        _ = self._voice.gettext
        period, voice = self._period, self._voice
        charges, payments = period.charges, period.payments
        if not period.runs:
            said = _("Billed {charges}, received or credited {payments}.")
            if not period.only_billed:
                said = _("Charges {charges}, payments and credits {payments}.")
            words = said.format(charges=voice.total(charges), payments=voice.total(payments))
            return wrap(words, TOTAL, RIGHT - self._at.details)
        words = _(
            "Opening {opening} + charges {charges} \u2212 payments and credits {payments}"
            " = closing {closing}"
        ).format(
            opening=voice.amount(period.opening),
            charges=voice.amount(charges),
            payments=voice.amount(payments),
            closing=voice.amount(period.closing),
        )
        # A sum too long for a line breaks before a sign, whatever the language.
        whole = _SIGN.sub(" \\1\u00a0", words.replace(" ", "\u00a0"))
        return wrap(whole, SMALL, RIGHT - self._at.details)

    def _measured_end(self) -> float:
        more = len(self._ending) - 1
        if self._period.runs:
            return _SUM_DROP + more * _SUM_LINE + _END
        return TOTAL_DROP + more * _BILLED_LINE + _END

    # ---------------------------------------------------------------- marks
    def draw_heads(self, sheet: Sheet, baseline: float) -> None:
        """Draw the column heads over their rule."""
        draw_period_heads(sheet, self._at, baseline, self._voice)

    def draw_row(self, sheet: Sheet, number: int, y: float) -> None:
        """Draw a movement, or what the period opens with."""
        at, voice, line = self._at, self._voice, self._lines[number]
        style = self._strong if line.strong else at.body
        for place, text in enumerate(line.details):
            sheet.text(at.details, y + place * _LINE, text, style)
        for place, text in enumerate(line.order):
            sheet.text(at.order, y + place * _LINE, text, at.body)
        if line.row is not None:
            sheet.text(LEFT, y, voice.column_day(line.row.day), at.body)
            if at.due is not None and line.row.due_day is not None and line.row.amount.minor > 0:
                sheet.text(at.due, y, voice.column_day(line.row.due_day), at.body)
        if line.moved:
            x = at.charges if line.moved.minor > 0 else at.payments
            figure = line.moved if line.moved.minor > 0 else -line.moved
            sheet.text_right(x, y, voice.amount(figure), at.body)
        if at.balance is not None and (line.moved or line.strong):
            sheet.text_right(at.balance, y, voice.amount(self._balance(number + 1)), style)
        for place, text in enumerate(line.notes):
            sheet.text(
                at.details, y + line.text_extra + _NOTE_DROP + place * _NOTE_LINE, text, NOTE
            )

    def draw_brought(self, sheet: Sheet, y: float, words: str, before: int) -> None:
        """Draw the totals of earlier pages in grey and the balance in bold."""
        self._draw_forward(sheet, y, words, before)
        sheet.rule(LEFT, RIGHT, y + RULE_BELOW, TABLE_RULE)

    def draw_carried(self, sheet: Sheet, foot: float, words: str, before: int) -> None:
        """Draw the totals so far in grey and the balance in bold."""
        self._draw_forward(sheet, foot + TOTAL_DROP, words, before)
        at, line = self._at, self._at.payments + GAP
        if at.balance is None:
            charged = self._voice.amount(self._charged[before])
            line = at.charges - max(CHARGES_WIDTH, width(charged, at.body))
        sheet.rule(line, RIGHT, foot + TOTAL_RULE_DROP, TOTAL_RULE)

    def _draw_forward(self, sheet: Sheet, y: float, words: str, before: int) -> None:
        at, voice = self._at, self._voice
        sheet.text(at.details, y, words, self._strong)
        sheet.text_right(at.charges, y, voice.amount(self._charged[before]), at.body, MUTED)
        sheet.text_right(at.payments, y, voice.amount(self._paid[before]), at.body, MUTED)
        if at.balance is not None:
            balance = voice.amount(self._balance(before))
            sheet.text_right(at.balance, y, balance, self._strong)

    def draw_end(self, sheet: Sheet, foot: float) -> None:
        """Draw the closing balance and the sum written out, or what was billed and received."""
        x, voice = self._at.details, self._voice
        drop, pitch, style = TOTAL_DROP, _BILLED_LINE, TOTAL
        if self._period.runs:
            words, figure = voice.gettext("Closing balance"), voice.total(self._period.closing)
            draw_total(sheet, x, foot, (words, figure), self._at.payments + GAP)
            drop, pitch, style = _SUM_DROP, _SUM_LINE, SMALL
        for place, line in enumerate(self._ending):
            sheet.text(x, foot + drop + place * pitch, line, style)

    def warnings(self) -> list[PaperWarning]:
        """Return the order numbers of which a word had to be broken."""
        at = self._at
        return [
            PaperWarning(Concern.WORD_BROKEN, row.order_number)
            for row in self._period.rows
            if longest_word(row.order_number, at.body) > at.order_room
        ]

    # ---------------------------------------------------------------- figures
    def _balance(self, rows: int) -> Money:
        """The balance after so many rows."""
        return self._period.opening + self._charged[rows] - self._paid[rows]

    @property
    def _strong(self) -> Style:
        return STRONG if self._at.body is BODY else Style(Face.BOLD, self._at.body.size)
