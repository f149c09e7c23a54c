"""Three parts of a plan agreement, as blocks: what is owed, how it is paid, what both agree."""

from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from creditmate.documents.flow import Block
from creditmate.documents.fonts import BODY, SMALL, STRONG, width
from creditmate.documents.page import (
    LEFT,
    RIGHT,
)
from creditmate.documents.plan_paper import OwedItem, PlanPaper
from creditmate.documents.plan_paying import PayTo
from creditmate.documents.plan_signing import RIGHT_START, section_head
from creditmate.documents.ruled_table import Column, heads, row, total_row
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.domain.kinds import EntryKind

MOST_BESIDE = (8, 12)
"""So many items and instalments stand side by side; more stand one below the other."""
_NOTE_PITCH, _CLAUSE_X = 4.0, 30.0
_CLAUSES, _CLOSE_CLAUSES = (4.6, 0.9), (4.0, 0.5)
"""Between the lines of a sentence, and below it, in mm."""
_AMOUNT, _PART, _DUE_X, _DAY_X = 24.0, 17.0, 20.0, 12.0


class PlanParts:
    """Makes the parts of one agreement.

    Args:
        paper: What is agreed.
        voice: Of the paper.
    """

    def __init__(self, paper: PlanPaper, voice: Voice) -> None:
        self.paper, self.voice, self._ = paper, voice, voice.gettext
        self.pay_to = PayTo(paper, voice)

    @property
    def fits_beside(self) -> bool:
        """Whether what is owed and how it is paid stand side by side."""
        items, parts = MOST_BESIDE
        paper, voice = self.paper, self.voice
        few = len(paper.owed) <= items and len(paper.parts) <= parts
        widest = max(width(voice.amount(part.amount), BODY) for part in paper.parts)
        return few and widest <= _PART - 1.0

    @property
    def _days(self) -> list[str]:
        """The instalments' days as they stand in a narrow column: short if one would not fit."""
        paper, voice = self.paper, self.voice
        room = RIGHT - 26.0 - _PART - RIGHT_START - _DAY_X
        said = [voice.day(part.day) for part in paper.parts]
        if max(width(day, BODY) for day in said) <= room - 0.5:
            return said
        return [voice.column_day(part.day) for part in paper.parts]

    # ------------------------------------------------------------- 1 and 2
    def owed(self, right: float) -> list[Block]:
        """Return what is owed, between the left margin and ``right``."""
        paper, voice, _ = self.paper, self.voice, self._
        due = LEFT + (_DUE_X if right < RIGHT else 60.0)
        columns = (
            Column(_("Invoice"), LEFT, due - 2.0),
            Column(_("Due"), due, right - _AMOUNT - 2.0),
            Column(_("Open amount"), right - _AMOUNT, right, flush=True),
        )
        loose = (columns[0]._replace(right=columns[1].right), columns[2])
        head = heads(columns, ruled=False)
        blocks = [section_head("1", _("What is owed"), LEFT, right), head]
        for place, item in enumerate(paper.owed):
            amount = voice.amount(item.amount)
            last = place == len(paper.owed) - 1
            # A heading stays with two rows, and so does the total.
            keep = place == 0 or place >= len(paper.owed) - 2
            if item.due_day is None:
                cells: Sequence[str] = (self._called(item), amount)
                blocks.append(row(loose, cells, last=last, keep=keep, again=head))
            else:
                cells = (self._called(item), voice.column_day(item.due_day), amount)
                blocks.append(row(columns, cells, last=last, keep=keep, again=head))
        said = _("You agree that you owe")
        blocks.append(total_row(LEFT, right, said, voice.total(paper.amount)))
        notes = [self._note(text, right - LEFT) for text in self._left_out()]
        return [*blocks, *notes]

    def _called(self, item: OwedItem) -> str:
        _ = self._
        if item.kind is EntryKind.INVOICE:
            name = item.number
        else:
            name = self.voice.entry(item.kind, item.number)
        if item.part:
            return _("{item}, part").format(item=name)
        if item.against:
            return _("{item}, set against {number}").format(item=name, number=item.against)
        return name

    def _left_out(self) -> Iterator[str]:
        said = self._("The {amount} under query on invoice {number} is not part of the plan.")
        for one in self.paper.in_question:
            yield said.format(amount=self.voice.amount(one.amount), number=one.number)

    def paid(self, left: float) -> list[Block]:
        """Return when how much is paid, between ``left`` and the right margin."""
        paper, voice, _ = self.paper, self.voice, self._
        narrow = left > LEFT
        third = RIGHT - 26.0 if narrow else RIGHT - 40.0
        columns = (
            Column(_("No."), left, left + _DAY_X - 1.0),
            Column(_("On or before"), left + _DAY_X, third - _PART),
            Column(_("Instalment"), third - _PART + 1.0, third, flush=True),
            Column(_("Left after it"), third + 3.0, RIGHT, flush=True),
        )
        head = heads(columns, ruled=False)
        blocks = [section_head("2", _("How it is paid"), left, RIGHT), head]
        last = len(paper.parts) - 1
        days = self._days if narrow else [voice.day(part.day) for part in paper.parts]
        for place, (part, rest) in enumerate(zip(paper.parts, paper.left_after, strict=True)):
            cells = (
                voice.number(place + 1),
                days[place],
                voice.amount(part.amount),
                voice.amount(rest) if rest else "–",
            )
            keep = place == 0 or place >= last - 1
            blocks.append(row(columns, cells, last=place == last, keep=keep, again=head))
        said = voice.total(paper.amount)
        blocks.append(total_row(columns[1].left, third, _("Together"), said))
        return blocks

    # ------------------------------------------------------------- 3
    def agreed(self, *, close: bool = False) -> list[Block]:
        """Return what both agree; the last two sentences stay with what comes behind them.

        ``close`` has less room between the lines.
        """
        pitch, gap = _CLOSE_CLAUSES if close else _CLAUSES
        said = list(self._clauses())
        blocks = [section_head("3", self._("What we both agree"), LEFT, RIGHT)]
        for place, text in enumerate(said):
            letter = ascii_lowercase[place]
            keep = place >= len(said) - 2
            blocks.append(_clause(letter, text, pitch, gap, keep=keep))
        return blocks

    def _clauses(self) -> Iterator[str]:
        paper, _ = self.paper, self._
        if paper.interest_runs:
            yield _(
                "While the plan is kept we will not ask for these invoices. Interest on them goes"
                " on as agreed before, and is not part of the amounts above."
            )
        else:
            yield _(
                "While the plan is kept we will not ask for these invoices and will add no interest"
                " or fixed sum to them."
            )
        yield _(
            "If you see that a payment will be late, please tell us before the day. We will try to"
            " find another date with you."
        )
        yield self._default()
        yield _(
            "You may pay earlier at any time; it counts for the next instalment. New invoices are"
            " due on their own dates."
        )

    def _default(self) -> str:
        days = self.paper.cure_days
        if not days:
            return self._(
                "If an instalment has not reached us by its date, we will write to you; the plan"
                " ends then and the amount left becomes payable at once."
            )
        said = self.voice.ngettext(
            "If an instalment has not reached us {days} day after its date, we will write to you."
            " If it is still unpaid {days} day after that letter, the plan ends and the amount left"
            " becomes payable at once.",
            "If an instalment has not reached us {days} days after its date, we will write to you."
            " If it is still unpaid {days} days after that letter, the plan ends and the amount"
            " left becomes payable at once.",
            days,
        )
        return said.format(days=self.voice.number(days))

    # ------------------------------------------------------------- pieces
    @staticmethod
    def _note(text: str, room: float) -> Block:
        lines = wrap(text, SMALL, room)

        def draw(sheet: Sheet, top: float) -> None:
            for number, line in enumerate(lines):
                sheet.text(LEFT, top + 4.6 + number * _NOTE_PITCH, line, SMALL)

        return Block(1.0 + _NOTE_PITCH * len(lines), draw)


def _clause(letter: str, text: str, pitch: float, gap: float, *, keep: bool) -> Block:
    lines = wrap(text, BODY, RIGHT - _CLAUSE_X)

    def draw(sheet: Sheet, top: float) -> None:
        y = top + 3.9
        sheet.text(LEFT, y, letter, STRONG)
        for number, line in enumerate(lines):
            sheet.text(_CLAUSE_X, y + number * pitch, line, BODY)

    return Block(pitch * len(lines) + gap, draw, keep=keep)
