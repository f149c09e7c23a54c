"""Running text in which some words stand out: broken into lines, and drawn."""

from collections.abc import Iterator, Mapping, Sequence
from string import Formatter

from creditmate.documents.fonts import Style, width
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import clean

Run = tuple[str, Style]
"""Words of one style."""
Line = tuple[Run, ...]
"""Words that stand side by side; the blanks between them are part of them."""


def filled(message: str, style: Style, values: Mapping[str, Sequence[Run]]) -> list[Run]:
    """Put runs into the places of a message: ``Between {us} and {them}``."""
    found: list[Run] = []
    for text, name, _form, _way in Formatter().parse(message):
        if text:
            found.append((text, style))
        if name is not None:
            found.extend(values[name])
    return found


def wrap_runs(runs: Sequence[Run], room: float) -> Iterator[Line]:
    """Yield lines of words no wider than ``room``; a word that is wider is broken anywhere."""
    line: list[Run] = []
    used = 0.0
    for piece, style, glued in _pieces(runs, room):
        wide = width(piece, style)
        gap = 0.0 if glued or not line else width(" ", style)
        if line and used + gap + wide > room:
            yield tuple(line)
            line, used, gap = [], 0.0, 0.0
        line.append((f" {piece}" if gap else piece, style))
        used += gap + wide
    if line:
        yield tuple(line)


def draw_runs(sheet: Sheet, x: float, y: float, line: Sequence[Run]) -> None:
    """Draw a line from ``x``, few marks for many words, so that it is copied as it reads."""
    for words, style in _joined(line):
        sheet.text(x, y, words, style)
        x += width(words, style)


def _pieces(runs: Sequence[Run], room: float) -> Iterator[tuple[str, Style, bool]]:
    """Yield words with their style, and whether each is written onto the one before it."""
    glued = True
    for text, style in runs:
        for place, word in enumerate(clean(text).split(" ")):
            glued = glued if place == 0 else False
            for part in _broken(word, style, room):
                yield part, style, glued
                glued = True


def _broken(word: str, style: Style, room: float) -> Iterator[str]:
    """Cut a word into pieces that fit the line; most words are one piece."""
    while word and width(word, style) > room:
        most = next(n for n in range(len(word), 0, -1) if n == 1 or width(word[:n], style) <= room)
        yield word[:most]
        word = word[most:]
    if word:
        yield word


def _joined(line: Sequence[Run]) -> Iterator[Run]:
    said, before = "", None
    for words, style in line:
        if before is not None and style != before:
            yield said, before
            said = ""
        said, before = said + words, style
    if before is not None:
        yield said, before
