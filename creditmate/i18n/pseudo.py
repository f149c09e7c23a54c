"""The pseudo-language: English with accents, two fifths longer, in a window read leftwards.

It is made from the template at run time. What nobody marked for translation stays plain
English and stands out; what is too narrow for other languages is cut off and stands out too.
"""

import re
from gettext import NullTranslations
from pathlib import Path

from creditmate.i18n.bidi import isolated

PSEUDO = "qps"
"""The code of the pseudo-language, from the range kept for private use."""

_LONGER = 0.4
_ACCENTED = str.maketrans("aceinosuyACEINOSUY", "áçéîñöšûýÁÇÉÎÑÖŠÛÝ")
_PIECES = re.compile(r"(\{[^}]*\}|\s+)")
_FILLER = "loremipsumdolorsitamet"


def stretched(text: str) -> str:
    """Return ``text`` with accents and two fifths longer; what stands in braces is kept."""
    pieces = _PIECES.split(text)
    words = [piece for piece in pieces[::2] if piece]
    letters = sum(map(len, words))
    missing = round(letters * _LONGER) if letters else 0
    made = "".join(
        piece if place % 2 else piece.translate(_ACCENTED) for place, piece in enumerate(pieces)
    )
    return made + _filler(missing)


def _filler(length: int) -> str:
    """A tail of so many characters, in words of at most eight letters."""
    if length == 0:
        return ""
    letters = (_FILLER * (length // len(_FILLER) + 1))[:length]
    if length < 4:
        return letters
    return " " + " ".join(letters[at : at + 8] for at in range(0, length - 1, 8))


class PseudoWords(NullTranslations):
    """Stretches every message of a template and leaves the rest as it is."""

    def __init__(self, template: Path) -> None:
        super().__init__()
        from babel.messages.pofile import read_po  # noqa: PLC0415 - slow, and never for users

        with template.open("rb") as file:
            messages = [message.id for message in read_po(file) if message.id]
        forms = (id_ if isinstance(id_, tuple | list) else (id_,) for id_ in messages)
        self._known = {str(form) for id_ in forms for form in id_}

    def gettext(self, message: str) -> str:
        """Return the message stretched, if it is one."""
        if message not in self._known:
            return message
        return isolated(stretched(message))  # Latin words, whose order is not the window's

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form for a number, stretched."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """Return the message stretched, whatever its context."""
        return self.gettext(message)
