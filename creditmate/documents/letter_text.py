"""A letter as its words: the same go on paper and into an e-mail, so that no two can differ.

Form of document 4 (mockups/paper.md): salutation, subject, short paragraphs and lists, a name.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from creditmate.documents.flow import Block
from creditmate.documents.fonts import HEADING, LETTER, SUBJECT, Style
from creditmate.documents.page import LEFT, RIGHT
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap

_ASCENT, _PITCH, _GAP = 3.9, 5.0, 2.5
_SUBJECT_GAP, _SUBJECT_PITCH, _POINT_X, _POINT_GAP = 5.0, 5.5, 28.5, 0.8
_SIGN_ROOM = 14.0
_DASH = "- "


@dataclass(frozen=True, slots=True)
class Listed:
    """A list under a heading; a line that begins with blanks belongs to the one above."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterText:
    """What a letter says.

    Attributes:
        greeting: Whom it greets.
        subject: What it is about, in one line.
        parts: Paragraphs and lists.
        closing: With what it ends.
        signed: Who writes it, one line each.
    """

    greeting: str
    subject: str
    closing: str
    parts: tuple[str | Listed, ...] = ()
    signed: tuple[str, ...] = ()

    @property
    def mail(self) -> str:
        """The text of an e-mail, whose subject stands elsewhere."""
        return "\n\n".join([self.greeting, *map(_typed, self.parts), self.closing,
                            "\n".join(self.signed)]) + "\n"  # fmt: skip


def letter_blocks(text: LetterText) -> Iterator[Block]:
    """Yield a letter's blocks; the name stays with the last of what is said."""
    yield _lines(wrap(text.greeting, LETTER, RIGHT - LEFT), LETTER)
    subject = wrap(text.subject, SUBJECT, RIGHT - LEFT)
    yield _lines(subject, SUBJECT, _SUBJECT_PITCH, gap=_SUBJECT_GAP, keep=True)
    last = len(text.parts) - 1
    for place, part in enumerate(text.parts):
        keep = place == last
        if isinstance(part, str):
            yield _lines(wrap(part, LETTER, RIGHT - LEFT), LETTER, gap=_GAP, keep=keep)
        else:
            yield from _listed(part, keep=keep)
    yield _signed(text)


def _typed(part: str | Listed) -> str:
    if isinstance(part, str):
        return part
    lines = (line if line.startswith(" ") else _DASH + line for line in part.lines)
    return "\n".join([part.title, *lines])


def _listed(part: Listed, *, keep: bool) -> Iterator[Block]:
    yield _lines(wrap(part.title, HEADING, RIGHT - LEFT), HEADING, gap=_GAP + 1.0, keep=True)
    last = len(part.lines) - 1
    for place, line in enumerate(part.lines):
        yield _point(line, keep=keep and place == last)


def _point(text: str, *, keep: bool) -> Block:
    deeper = text.startswith(" ")
    left = _POINT_X + (4.5 if deeper else 0.0)
    lines = wrap(text.strip(), LETTER, RIGHT - left)

    def draw(sheet: Sheet, top: float) -> None:
        if not deeper:
            sheet.text(LEFT, top + _ASCENT, "–", LETTER)
        for number, line in enumerate(lines):
            sheet.text(left, top + _ASCENT + number * _PITCH, line, LETTER)

    return Block(_PITCH * len(lines), draw, keep=keep, gap=_POINT_GAP)


def _lines(
    lines: list[str], style: Style, pitch: float = _PITCH, *, gap: float = 0.0, keep: bool = False
) -> Block:
    def draw(sheet: Sheet, top: float) -> None:
        for number, line in enumerate(lines):
            sheet.text(LEFT, top + _ASCENT + number * pitch, line, style)

    return Block(pitch * len(lines), draw, keep=keep, gap=gap)


def _signed(text: LetterText) -> Block:
    """With what it ends, room for a name by hand, and the name."""
    names = [line for name in text.signed for line in wrap(name, LETTER, RIGHT - LEFT)]

    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top + _ASCENT, text.closing, LETTER)
        for number, line in enumerate(names):
            sheet.text(LEFT, top + _ASCENT + _SIGN_ROOM + number * _PITCH, line, LETTER)

    return Block(_ASCENT + _SIGN_ROOM + _PITCH * len(names), draw, gap=_GAP)
