"""How a call felt: one optional tap each, for nobody's eyes but ours.

The values are stored and never change. Source: product.md, conviction 7.
"""

from collections.abc import Iterable
from enum import StrEnum

from creditmate.domain.stored_codes import codes_text, read_codes


class Mood(StrEnum):
    """The mood of the talk, from the warmest to the hardest."""

    WARM = "warm"
    CALM = "calm"
    STRAINED = "strained"
    UPSET = "upset"
    ANGRY = "angry"


class Signal(StrEnum):
    """What was worth noticing besides; an account that differs is noted, not judged."""

    HESITANT = "hesitant"
    DIFFERS = "differs"
    HURRIED = "hurried"


def signals_text(signals: Iterable[Signal]) -> str:
    """Return signals as they are stored: codes in a fixed order with blanks between."""
    return codes_text(Signal, signals)


def read_signals(text: str) -> tuple[Signal, ...]:
    """Return the signals that a stored text names."""
    return read_codes(Signal, text)
