"""The piece of a longer text that shows why it was found."""

from creditmate.domain.folding import folded_words

_BEFORE = 4  # words shown before the one that was looked for


def excerpt(text: str, typed: str, length: int) -> str:
    """Return one line of ``text`` that begins a few words before what was typed.

    Args:
        text: The whole of it, any number of lines.
        typed: What was looked for, as typed.
        length: Letters, from which on an ellipsis stands for the rest.
    """
    pieces = text.split()
    wanted = folded_words(typed)
    at = next((at for at, piece in enumerate(pieces) if _meets(piece, wanted)), 0)
    start = max(at - _BEFORE, 0)
    if sum(map(len, pieces[:at])) + at < length // 2:
        start = 0  # the beginning is the better piece where it shows the word as well
    line = " ".join(pieces[start:])
    cut = line if len(line) <= length else line[: length - 1].rstrip() + "…"
    return "…" + cut if start else cut


def _meets(piece: str, wanted: list[str]) -> bool:
    return any(word.startswith(sought) for word in folded_words(piece) for sought in wanted)
