"""A contact as the brief tells it, and the one that is at hand; knows no toolkit."""

from dataclasses import dataclass

from creditmate.domain.call_script import Script
from creditmate.ui.kit.phrase import Run
from creditmate.ui.theme.icons import Glyph


@dataclass(frozen=True, slots=True)
class Talk:
    """One of the last contacts: how it was made, its day, and what came of it.

    ``lines`` are the promises made in it; else, ``is_free``, how it ended and what was written.
    Why it was made against the policy stands below them.
    """

    glyph: Glyph
    day: str
    lines: tuple[tuple[Run, ...], ...]
    notes: str
    is_free: bool


@dataclass(frozen=True, slots=True)
class InTalk:
    """What is talked about in a call at hand, and who is on the line, or is to be asked for."""

    script: Script
    contact: str = ""
