"""The box: *Please pay now*, worked out line by line, beside *How to pay*."""

from creditmate.documents.bank_lines import bank_lines
from creditmate.documents.fonts import BODY, CAPTION, HEADING, LABEL, SMALL, STRONG, TOTAL, width
from creditmate.documents.page import BOX_RULE, LEFT, MUTED, RIGHT
from creditmate.documents.papers import StatementPaper
from creditmate.documents.qr import caption_lines, pay_code
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.domain.money import Money, total
from creditmate.domain.statement import Statement

_X, _AMOUNTS = 28.0, 92.0
_PAY_X, _PAY_VALUES = 102.0, 118.0
_HEAD_DROP, _FIRST_DROP, _PITCH, _PAY_PITCH = 6.0, 10.5, 4.0, 4.5
_SUM_DROP, _BELOW = 5.5, 2.3
_CODE_RIGHT, _CODE_TOP = 190.3, 2.75
_CAPTION_ROOM, _CAPTION_PITCH, _CAPTION_GAP = 20.0, 3.3, 4.3


class PayBox:
    """The box, measured; draw it at any height."""

    def __init__(self, paper: StatementPaper, voice: Voice) -> None:
        self._voice = voice
        self._statement = paper.statement
        self._lines = _worked_out(paper.statement, voice)
        self._message = [] if self._lines else _message(paper.statement, voice)
        owed = paper.statement.balance.minor > 0
        self._bank = paper.business.bank if owed else None
        due = paper.statement.pay_now.due
        wanted = self._bank if due.minor > 0 else None
        self.code = pay_code(wanted, due, paper.account) if wanted else None
        self.code_missing = wanted is not None and self.code is None
        self._caption = caption_lines(self.code, _CAPTION_ROOM, voice)
        self._entries = self._wrapped_entries(paper) if self._bank else []

    def _wrapped_entries(self, paper: StatementPaper) -> list[tuple[str, list[str], bool]]:
        """Wrap the bank details: the upper two lines run to the code, the others to its caption."""
        entries = []
        if paper.business.bank is not None:
            currency = paper.statement.currency
            entries = bank_lines(paper.business.bank, currency, paper.account, self._voice)
        widest = max((width(label, LABEL) for label, *_rest in entries), default=0.0)
        self._values_x = max(_PAY_VALUES, _PAY_X + widest + 2.0)
        upper = lower = RIGHT - 4 - self._values_x
        if self.code:
            upper = _CODE_RIGHT - self.code.size - 1.5 - self._values_x
            lower = upper + 1.5 - _CAPTION_GAP - 2
            lower -= max(width(line, CAPTION) for line in self._caption)
        found: list[tuple[str, list[str], bool]] = []
        lines = 0
        for label, value, strong in entries:
            wrapped = wrap(value, STRONG if strong else BODY, upper if lines < 2 else lower)
            found.append((label, wrapped, strong))
            lines += len(wrapped)
        return found

    @property
    def height(self) -> float:
        """From the frame's top to its bottom, in mm."""
        labels = sum(len(label) for label, _amount in self._lines)
        left = _FIRST_DROP + (labels - 1) * _PITCH + _SUM_DROP
        if self._message:
            left = _FIRST_DROP + (len(self._message) - 1) * _PITCH
        lines = sum(len(value) for _, value, _strong in self._entries)
        right = _FIRST_DROP + (lines - 1) * _PAY_PITCH if lines else 0.0
        code = self.code.size + _CODE_TOP if self.code else 0.0
        return max(left, right, code) + _BELOW

    @property
    def code_span(self) -> tuple[float, float] | None:
        """Top and bottom of the QR code, measured from the top of the frame."""
        if self.code is None:
            return None
        return _CODE_TOP, _CODE_TOP + self.code.size

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw frame, sum, bank details and code from ``top`` down."""
        sheet.box(LEFT, top, RIGHT - LEFT, self.height, BOX_RULE)
        if self._lines:
            self._draw_sum(sheet, top)
        else:
            self._draw_message(sheet, top)
        self._draw_entries(sheet, top)
        if self.code:
            x = _CODE_RIGHT - self.code.size
            sheet.code(x, top + _CODE_TOP, self.code.size, self.code.rows)
            self._draw_caption(sheet, x - _CAPTION_GAP, top + _CODE_TOP + self.code.size)

    def _draw_sum(self, sheet: Sheet, top: float) -> None:
        voice, _ = self._voice, self._voice.gettext
        sheet.text(_X, top + _HEAD_DROP, _("Please pay now"), HEADING)
        y = top + _FIRST_DROP
        for label, amount in self._lines:
            for line in label:
                sheet.text(_X, y, line, SMALL)
                y += _PITCH
            sheet.text_right(_AMOUNTS, y - _PITCH, voice.amount(amount), SMALL)
        sheet.rule(_X, _AMOUNTS, y - _PITCH + 1.5)
        y += _SUM_DROP - _PITCH
        sheet.text(_X, y, _("Thank you"), STRONG)
        sheet.text_right(_AMOUNTS, y, voice.total(self._statement.pay_now.due), TOTAL)

    def _draw_message(self, sheet: Sheet, top: float) -> None:
        _ = self._voice.gettext
        credit = self._statement.balance.minor < 0
        head = _("Your account is in credit") if credit else _("Nothing is due today.")
        sheet.text(_X, top + _HEAD_DROP, head, HEADING)
        for number, line in enumerate(self._message):
            sheet.text(_X, top + _FIRST_DROP + number * _PITCH, line, BODY)

    def _draw_entries(self, sheet: Sheet, top: float) -> None:
        if not self._entries:
            return
        sheet.text(_PAY_X, top + _HEAD_DROP, self._voice.gettext("How to pay"), HEADING)
        y = top + _FIRST_DROP
        for label, value, strong in self._entries:
            sheet.text(_PAY_X, y, label, LABEL, MUTED)
            for line in value:
                sheet.text(self._values_x, y, line, STRONG if strong else BODY)
                y += _PAY_PITCH

    def _draw_caption(self, sheet: Sheet, right: float, bottom: float) -> None:
        for above, line in enumerate(reversed(self._caption)):
            sheet.text_right(right, bottom - 0.4 - above * _CAPTION_PITCH, line, CAPTION, MUTED)


def _label_room(figure: str) -> float:
    return _AMOUNTS - _X - width(figure, SMALL) - 3.0


def _worked_out(statement: Statement, voice: Voice) -> list[tuple[list[str], Money]]:
    """Return the sum, each label wrapped beside its amount; none when nothing is overdue."""
    _ = voice.gettext
    pay = statement.pay_now
    if not pay.overdue or statement.balance.minor < 0:
        return []
    lines = [(_("Overdue today"), pay.overdue)]
    if pay.unanswered:
        lines.append((_("less the part under query"), -pay.unanswered))
    if pay.to_credit:
        lines.append((_("less what we are to credit"), -pay.to_credit))
    if pay.promised:
        lines.append((_("less what is agreed for later"), -pay.promised))
    if pay.said_paid:
        lines.append((_("less what you say is on its way"), -pay.said_paid))
    if pay.unmatched:
        lines.append((_less_unmatched(statement, voice), -pay.unmatched))
    return [
        (wrap(label, SMALL, _label_room(voice.amount(amount))), amount) for label, amount in lines
    ]


def _less_unmatched(statement: Statement, voice: Voice) -> str:
    _ = voice.gettext
    credits = [item for item in statement.items if item.balance.minor < 0 and not item.held_for]
    if len(credits) != 1:
        return _("less what is not yet matched")
    name = voice.entry(credits[0].kind, credits[0].number)
    # In the middle of a sentence the first letter is small; the rest is a proper reference.
    text = _("less {receipt}, not yet matched").format(receipt=name[:1].lower() + name[1:])
    room = _label_room(voice.amount(-statement.pay_now.unmatched))
    return text if width(text, SMALL) <= room else _("less what is not yet matched")


def _message(statement: Statement, voice: Voice) -> list[str]:
    """Say what happens instead when nothing is to be paid."""
    _ = voice.gettext
    if statement.balance.minor < 0:
        text = _(
            "We owe you {amount}; tell us whether to send it or keep it for your next order."
        ).format(amount=voice.amount(-statement.balance))
        return wrap(text, BODY, _AMOUNTS - _X)
    coming = [item for item in statement.items if item.due_day and item.balance.minor > 0]
    days = [item.due_day for item in coming if item.due_day and item.due_day >= statement.as_at]
    if not days:
        return wrap(_("Thank you."), BODY, _AMOUNTS - _X)
    first = min(days)
    amount = total((i.balance for i in coming if i.due_day == first), statement.currency)
    text = _("Next: {amount} on {day}.").format(
        amount=voice.amount(amount), day=voice.day_in_year(first)
    )
    return wrap(text, BODY, _AMOUNTS - _X)
