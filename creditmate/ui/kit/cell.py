"""What one cell of a table shows: made once per row, then only painted."""

from dataclasses import dataclass

from creditmate.ui.kit.stair import Step
from creditmate.ui.kit.tag import Tone
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ink, Type


@dataclass(frozen=True, slots=True)
class CellTag:
    """A short word in a soft colour, behind a name; ``full`` is shown where there is room."""

    text: str
    tone: Tone
    full: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text with an icon before it, a tag behind it, or an ageing stair in its place.

    ``spoken`` is said instead of the text where that is not the whole story; ``hint`` is said
    under the pointer, of a text that may find too little room.
    """

    text: str
    ink: Ink = Ink.TEXT
    style: Type = Type.BODY
    glyph: Glyph | None = None
    tag: CellTag | None = None
    stair: tuple[Step, ...] = ()
    spoken: str = ""
    hint: str = ""

    @property
    def is_words(self) -> bool:
        """Whether it is nothing but a line of text."""
        return not (self.glyph or self.tag or self.stair)

    @property
    def said(self) -> str:
        """What a screen reader says."""
        return self.spoken or self.text

    @property
    def tip(self) -> str:
        """What is said under the pointer: a tag may be left out, or stand for more than it says."""
        return self.said if self.tag is not None else self.hint
