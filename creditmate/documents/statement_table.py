"""The rows of a statement: open items with their notes, and what is not yet matched."""

from creditmate.documents.fonts import BODY, NOTE, NOTE_STRONG, STRONG, width
from creditmate.documents.page import BOX_RULE, LEFT, RIGHT, ROW_RULE, ROW_RULE_INK
from creditmate.documents.sheet import Sheet
from creditmate.documents.statement_columns import GAP, Columns
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.statement import StatementItem

PITCH = 5.0
"""From the foot of a row to the next row's baseline."""
RULE_BELOW = 1.6
_LINE = 3.7
_NOTE_DROP, _NOTE_ADDS, _NOTE_LINE = 3.7, 4.5, 3.2
_FLAG_WIDE, _FLAG_HIGH, _FLAG_GAP = 17.7, 3.5, 1.8
_MOST_LINES = 16


class Row:
    """One item, its texts broken into lines. Its foot is ``extra`` mm below its baseline."""

    def __init__(self, item: StatementItem, voice: Voice, at: Columns) -> None:
        self._item, self._voice, self._at = item, voice, at
        name = voice.entry(item.kind, item.number)
        if item.balance.minor > 0:
            self._document = wrap(name, at.body, at.order - at.document - 1.5)
            self._order = wrap(item.order_number, at.body, at.order_room)
        else:
            room = at.balance - at.document - GAP - width(voice.amount(item.balance), at.body)
            self._document = wrap(_asking(item, name, voice), at.body, room)
            self._order = []
        self._query = self._query_lines()
        self._arranged = self._arrangement_lines()
        lines = max(len(self._document), len(self._order), 1)
        self._text_extra = (min(lines, _MOST_LINES) - 1) * _LINE
        self.extra = self._text_extra + sum(
            _NOTE_ADDS + (len(note) - 1) * _NOTE_LINE
            for note in (self._query, self._arranged)
            if note
        )

    @property
    def balance(self) -> Money:
        """What the row adds to the balance of the account."""
        return self._item.balance

    @property
    def _flag_room(self) -> float:
        return max(_FLAG_WIDE, width(self._flag, NOTE_STRONG) + 2.4)

    @property
    def _flag(self) -> str:
        query, _ = self._item.query, self._voice.gettext
        answered = query is not None and query.to_credit
        return _("To be credited") if answered else _("Under query")

    def _query_lines(self) -> list[str]:
        query = self._item.query
        if query is None:
            return []
        _ = self._voice.gettext
        text = _("{amount} for {reason}, raised {day}. Please leave it until we have answered.")
        if query.day_presumed:
            text = _("{amount} for {reason}. Please leave it until we have answered.")
        if query.to_credit:
            text = _("{amount} for {reason}, as we told you. Please leave it: our credit follows.")
        note = text.format(
            amount=self._voice.amount(query.amount),
            reason=self._voice.reason(query.reason),
            day=self._voice.note_day(query.raised_day).rstrip("."),
        )
        return wrap(note, NOTE, RIGHT - self._at.document - self._flag_room - _FLAG_GAP)

    def _arrangement_lines(self) -> list[str]:
        """Whose item it is, and what is expected of it: on its way, or by arrangement."""
        return [*self._branch_lines(), *self._on_its_way_lines(), *self._arranged_lines()]

    def _branch_lines(self) -> list[str]:
        branch = self._item.branch
        if not branch:
            return []
        note = self._voice.gettext("for {branch}").format(branch=branch)
        return wrap(note, NOTE, RIGHT - self._at.document)

    def _on_its_way_lines(self) -> list[str]:
        said = self._item.on_its_way
        if said is None:
            return []
        _ = self._voice.gettext
        note = _("said to be on its way")
        if said != self._item.balance:
            note = _("{amount} said to be on its way").format(amount=self._voice.amount(said))
        return wrap(note, NOTE, RIGHT - self._at.document)

    def _arranged_lines(self) -> list[str]:
        arranged = self._item.arrangement
        if arranged is None:
            return []
        _ = self._voice.gettext
        day = self._voice.note_day(arranged.due_day)
        if arranged.amount == self._item.balance:
            note = _("by arrangement, {day}").format(day=day)
        else:
            amount = self._voice.amount(arranged.amount)
            note = _("{amount} by arrangement, {day}").format(amount=amount, day=day)
        return wrap(note, NOTE, RIGHT - self._at.document)

    def draw(self, sheet: Sheet, y: float) -> None:
        """Draw the row with its first baseline at ``y``, without the rule below it."""
        at, item, voice = self._at, self._item, self._voice
        sheet.text(LEFT, y, voice.column_day(item.day), at.body)
        if item.due_day is not None and item.balance.minor > 0:
            sheet.text(at.due, y, voice.column_day(item.due_day), at.body)
        self._draw_lines(sheet, at.document, y, self._document)
        self._draw_lines(sheet, at.order, y, self._order)
        if item.balance.minor > 0:
            self._draw_figures(sheet, y)
        sheet.text_right(at.balance, y, voice.amount(item.balance), at.body)
        self._draw_notes(sheet, y + self._text_extra)

    def _draw_figures(self, sheet: Sheet, y: float) -> None:
        at, item, voice = self._at, self._item, self._voice
        late = item.days_overdue(voice.as_at)
        if late:
            sheet.text_right(at.days, y, voice.number(late), at.body)
        sheet.text_right(at.original, y, voice.amount(item.original), at.body)
        if item.paid:
            sheet.text_right(at.paid, y, voice.amount(item.paid), at.body)

    def _draw_lines(self, sheet: Sheet, x: float, y: float, lines: list[str]) -> None:
        if len(lines) > _MOST_LINES:
            sheet.shortened.append(" ".join(lines))
            lines = [*lines[: _MOST_LINES - 1], "…"]
        for number, line in enumerate(lines):
            sheet.text(x, y + number * _LINE, line, self._at.body)

    def _draw_notes(self, sheet: Sheet, y: float) -> None:
        x = self._at.document
        if self._query:
            wide = self._flag_room
            first = y + _NOTE_DROP
            sheet.box(x, first - 2.6, wide, _FLAG_HIGH, BOX_RULE)
            sheet.text_centred(x + wide / 2, first - 0.1, self._flag, NOTE_STRONG)
            for number, line in enumerate(self._query):
                sheet.text(x + wide + _FLAG_GAP, first + number * _NOTE_LINE, line, NOTE)
            y += _NOTE_ADDS + (len(self._query) - 1) * _NOTE_LINE
        for number, line in enumerate(self._arranged):
            sheet.text(x, y + _NOTE_DROP + number * _NOTE_LINE, line, NOTE)


def _asking(item: StatementItem, name: str, voice: Voice) -> str:
    """Say what an unmatched credit is, and ask which invoice it is for, unless it is held."""
    _ = voice.gettext
    if item.held_for:
        return _("{receipt}, a deposit held for {job}").format(receipt=name, job=item.held_for)
    if item.kind is EntryKind.RECEIPT:
        text = _("{receipt}, thank you. Not yet matched: which invoice is it for?")
        return text.format(receipt=name)
    return _("{credit}. Not yet matched: which invoice is it for?").format(credit=name)


def draw_forward(sheet: Sheet, at: Columns, y: float, words: str, balance: str) -> None:
    """Draw a row that carries the balance from one page to the next."""
    sheet.text(at.document, y, words, STRONG)
    sheet.text_right(at.balance, y, balance, STRONG if at.body is BODY else NOTE_STRONG)


def draw_row_rule(sheet: Sheet, foot: float) -> None:
    """Draw the thin grey rule under a row whose foot is at ``foot``."""
    sheet.rule(LEFT, RIGHT, foot + RULE_BELOW, ROW_RULE, ROW_RULE_INK)
