"""What is done to a string before it is drawn: made safe, measured, wrapped, never cut silently.

Customer data is drawn as plain strings; nothing here or later reads markup, links or images.
"""

import re
import unicodedata

from creditmate.documents.fonts import Style, width

ELLIPSIS = "…"

# Controls, format characters (bidi overrides and isolates, zero-width, soft hyphen, tags),
# line and paragraph separators and lone surrogates: invisible, or able to reorder a line.
_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e01ef]"
)
_BLANKS = frozenset("\t\n\v\f\r\x85\u2028\u2029")
_SPLIT_AFTER = re.compile(r"(?<=[-/.,_@])")
_RIGHT_TO_LEFT = frozenset(("R", "AL"))


def clean(text: str) -> str:
    """Return ``text`` composed (NFC), with line breaks as blanks and invisible characters gone.

    The narrow non-breaking space is drawn as an ordinary one, which every font has.
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text)
    text = text.replace("\u202f", "\u00a0").replace("\u2009", " ")
    return _INVISIBLE.sub(lambda found: " " if found.group() in _BLANKS else "", text)


def reads_right_to_left(text: str) -> bool:
    """Whether any character belongs to a script written from right to left."""
    if text.isascii():
        return False
    return any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)


def wrap(text: str, style: Style, room: float, *, hang: float = 0.0) -> list[str]:
    """Break ``text`` into lines no wider than ``room`` mm; every character is kept.

    Lines break at blanks; a word longer than the line breaks after a hyphen, slash, dot, comma,
    underscore or at sign, else anywhere. Lines after the first have ``hang`` mm less room.
    """
    text = clean(text).strip(" ")
    if width(text, style) <= room:
        return [text] if text else []
    lines: list[str] = []
    line = ""
    for word in (word for word in text.split(" ") if word):
        longer = f"{line} {word}" if line else word
        space = room - hang if lines else room
        if width(longer, style) <= space:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, style, room - hang)
        lines.extend(full)
    return [*lines, line] if line else lines


def _broken(word: str, style: Style, room: float) -> list[str]:
    """Break one word into pieces no wider than ``room``."""
    pieces = [""]
    for part in _SPLIT_AFTER.split(word):
        if width(pieces[-1] + part, style) <= room:
            pieces[-1] += part
            continue
        if pieces[-1]:
            pieces.append("")
        for character in part:
            if pieces[-1] and width(pieces[-1] + character, style) > room:
                pieces.append("")
            pieces[-1] += character
    return pieces


def longest_word(text: str, style: Style) -> float:
    """Return the width in mm of the widest word, which decides whether a word must be broken."""
    return max((width(word, style) for word in clean(text).split(" ")), default=0.0)


def shortened(text: str, style: Style, room: float) -> str:
    """Return as much of ``text`` as fits ``room`` mm with an ellipsis; all of it if it fits."""
    if width(text, style) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle] + ELLIPSIS, style) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS
