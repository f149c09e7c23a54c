"""The simple marks in which terms are written: headings, numbered clauses, lists and bold.

A line beginning with ``# `` or ``## `` is a heading, with ``- `` an item of a list, with a number
such as ``4.`` or ``4.1`` a numbered clause; anything else is text, and lines go on until an empty
one or the next mark. ``**`` begins and ends bold. A backslash takes the meaning from what follows
it. Nothing else has a meaning, nothing is refused: the same text gives the same page in the
editor's preview and on paper.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

_NUMBERED = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3})+|[0-9]{1,3}\.)[ \t]+(?=\S)")
_BOLD = "**"
_BLANKS = re.compile(r"\s+")

_Letters = Iterable[tuple[str, bool]]
"""Letters, each with whether it is bold."""


class BlockKind(StrEnum):
    """What a piece of the wording is."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    CLAUSE = "clause"
    ITEM = "item"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that look alike."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, clause, item or paragraph; only a clause has a ``number``, as it is written."""

    kind: BlockKind
    runs: tuple[Run, ...]
    number: str = ""

    @property
    def text(self) -> str:
        """Its words without marks."""
        return "".join(run.text for run in self.runs)


_MARKS = (
    ("## ", BlockKind.SUBHEADING),
    ("# ", BlockKind.HEADING),
    ("- ", BlockKind.ITEM),
)
_MARK_OF = {kind: mark for mark, kind in _MARKS}


def block(kind: BlockKind, letters: _Letters, number: str = "") -> Block | None:
    """Return a piece in its normal form; None where nothing is left to be read.

    Blanks become one, none stands at an end, letters are composed (NFC), and what cannot be seen
    is gone.
    """
    runs: list[Run] = []
    for run in _composed(letters):
        text = _BLANKS.sub(" ", run.text)
        if not runs or runs[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if text:
            runs.append(Run(text, run.bold))
    while runs and not runs[-1].text.rstrip(" "):
        runs.pop()
    if not runs:
        return None
    runs[-1] = Run(runs[-1].text.rstrip(" "), runs[-1].bold)
    return Block(kind, tuple(_joined(runs)), number if kind is BlockKind.CLAUSE else "")


def _composed(letters: _Letters) -> Iterator[Run]:
    """Yield runs of what can be seen, composed."""
    seen = [Run(letter, bold) for letter, bold in letters if not _is_unseen(letter)]
    for run in _joined(seen):
        yield Run(unicodedata.normalize("NFC", run.text), run.bold)


def _is_unseen(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn"} and not letter.isspace()


def _joined(runs: Sequence[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].bold is run.bold:
            joined[-1] = Run(joined[-1].text + run.text, run.bold)
        else:
            joined.append(run)
    return joined


def parse(text: str) -> tuple[Block, ...]:
    """Return what a wording is made of; every text is one."""
    made = (block(kind, _letters(" ".join(lines)), number) for kind, number, lines in _pieces(text))
    return tuple(one for one in made if one is not None)


def _pieces(text: str) -> Iterator[tuple[BlockKind, str, list[str]]]:
    """Yield kind, number and lines of each piece."""
    kind, number, lines = BlockKind.TEXT, "", list[str]()
    for line in map(str.strip, text.splitlines()):
        begun = _begun(line)
        # A heading is one line: what follows it without a gap is text of its own.
        whole = kind in {BlockKind.HEADING, BlockKind.SUBHEADING} and bool(lines)
        if begun is None and line and not whole:
            lines.append(line)
            continue
        if lines:
            yield kind, number, lines
        kind, number, rest = begun or (BlockKind.TEXT, "", line)
        lines = [rest] if rest else []
    if lines:
        yield kind, number, lines


def _begun(line: str) -> tuple[BlockKind, str, str] | None:
    """Return what a line begins: kind, number and the rest of it; None where it goes on."""
    for mark, kind in _MARKS:
        if line.startswith(mark):
            return kind, "", line[len(mark) :].strip()
    found = _NUMBERED.match(line)
    return None if found is None else (BlockKind.CLAUSE, found[1], line[found.end() :])


def _letters(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the letters of a piece; a ``**`` without its partner is two stars."""
    tokens = list(_tokens(text))
    marks = [place for place, token in enumerate(tokens) if token == _BOLD]
    single = marks[-1] if len(marks) % 2 else None
    bold = False
    for place, token in enumerate(tokens):
        if token == _BOLD and place != single:
            bold = not bold
        else:
            literal = token if token == _BOLD else token[-1]
            yield from ((letter, bold) for letter in literal)


def _tokens(text: str) -> Iterator[str]:
    """Yield marks of bold, letters, and letters with the backslash before them."""
    place = 0
    while place < len(text):
        long = text.startswith((_BOLD, "\\"), place) and place + 1 < len(text)
        token = text[place : place + (2 if long else 1)]
        yield token
        place += len(token)


def printed(blocks: Sequence[Block]) -> str:
    """Return the wording in its normal form: ``parse`` makes the same pieces of it again."""
    parts: list[str] = []
    before: Block | None = None
    for one in blocks:
        if before is not None:
            tight = one.kind is before.kind is BlockKind.ITEM
            parts.append("\n" if tight else "\n\n")
        parts.append(_marked(one))
        before = one
    return "".join(parts)


def normal(text: str) -> str:
    """Return a wording in its normal form."""
    return printed(parse(text))


def _marked(one: Block) -> str:
    said = "".join(_run(run) for run in one.runs)
    if one.kind is BlockKind.CLAUSE:
        return f"{one.number} {said}"
    if one.kind is BlockKind.TEXT:
        return f"\\{said}" if _begun(said) is not None else said
    return _MARK_OF[one.kind] + said


def _run(run: Run) -> str:
    letters = [
        f"\\{letter}" if letter == "\\" or _is_mark(run.text, place) else letter
        for place, letter in enumerate(run.text)
    ]
    return f"{_BOLD}{''.join(letters)}{_BOLD}" if run.bold else "".join(letters)


def _is_mark(text: str, place: int) -> bool:
    """Whether a star would be read as one of a mark: it stands beside another, or at an end."""
    if text[place] != "*":
        return False
    ends = place in {0, len(text) - 1}
    return ends or "*" in {text[place - 1], text[place + 1]}


def numbers(blocks: Iterable[Block]) -> frozenset[str]:
    """Return the numbers of the clauses, without a dot at their ends."""
    return frozenset(one.number.rstrip(".") for one in blocks if one.number)
