"""Characters that nobody sees and no paper shows, so that no text of ours may hold them."""

import unicodedata

_UNSEEN = frozenset({"Cc", "Cs"})  # control characters, and halves of a character
_NOTHING = _UNSEEN | {"Zs", "Zl", "Zp", "Cf"}
_MEANT = frozenset("\t\n\r")


def has_unseen(text: str) -> bool:
    """Whether a text holds a control character other than blanks and line ends, or half of one."""
    if text.isprintable():
        return False
    return any(unicodedata.category(c) in _UNSEEN and c not in _MEANT for c in text)


def says_nothing(text: str) -> bool:
    """Whether there is nothing to be seen of a text: blanks, and marks that have no width."""
    return all(unicodedata.category(c) in _NOTHING for c in text)
