"""Something the program can do: one thing for the menu, the keyboard and Find or do."""

from collections.abc import Callable
from dataclasses import dataclass

from creditmate.domain.folding import folded_words
from creditmate.ui.theme.icons import Glyph


@dataclass(frozen=True, slots=True)
class Command:
    """A deed in the language of the window.

    ``also`` are other words that people look for it by; ``keys`` its shortcut, as Qt writes it.
    """

    title: str
    glyph: Glyph
    act: Callable[[], object]
    keys: str = ""
    also: str = ""

    def answers(self, typed: str) -> bool:
        """Whether every word typed is the beginning of one of its words."""
        known = folded_words(f"{self.title} {self.also}")
        return all(any(word.startswith(begun) for word in known) for begun in folded_words(typed))
