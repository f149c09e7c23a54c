"""How words are compared when people look for them: without case, accents or spelling of numbers.

The same folding is applied to what is kept and to what is typed, so it need only be consistent.
"""

import re
import unicodedata
from functools import cache

FOLDING = 1
"""Number of these rules: an index made by others is made again."""

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ŋ": "n"}
)
"""Letters that Unicode does not take apart."""
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Kana, Han
)
"""Scripts that set no blank between words: each of their letters stands for itself."""
_NUMBER = re.compile(r"[\s\d()+./\u2010-\u2015-]+")
_TRUNK = re.compile(r"\(\s*0\s*\)")
_APOSTROPHES = dict.fromkeys(map(ord, "'\u2018\u2019\u02bc"), "")
_LEAST_TAIL = 4  # digits
_LEAST_DIALLED = 9  # digits
_LONGEST = 18  # digits; 15 is the longest that there is


@cache
def _word() -> re.Pattern[str]:
    """A word; compiled when first wanted, since so many letters take a while."""
    return re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")


def folded_words(text: str) -> list[str]:
    """Return the words of a text as they are compared: ``Łódź-Café 株式`` is lodz cafe 株 式."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_APOSTROPHES))
    plain = "".join(c for c in apart if not unicodedata.category(c).startswith("M"))
    return _word().findall(plain.translate(_LETTERS).casefold())


def fold(text: str) -> str:
    """Return a text as it is compared: its words with a blank between."""
    return " ".join(folded_words(text))


def number_tails(number: str) -> list[str]:
    """Return all that a telephone number may be known by: its digits from any place to the end.

    So whoever types it as dialled in town or from abroad, or only its last half, finds it.
    """
    digits = _digits(_TRUNK.sub("", number)).lstrip("0")[-_LONGEST:]
    last = max(len(digits) - _LEAST_TAIL + 1, 1)
    return [digits[at:] for at in range(last if digits else 0)]


def typed_numbers(text: str) -> list[str]:
    """Return what digits to look for if a text may be a telephone number; none otherwise.

    Zeros that lead out of a town or a country need not have been written down, nor the code of
    the country (``+44 …``, ``0044 …``), which is one to three digits long.
    """
    if not _NUMBER.fullmatch(text):
        return []
    digits = _digits(_TRUNK.sub("", text))
    if not _LEAST_TAIL <= len(digits) <= _LONGEST:
        return []
    bare = digits.lstrip("0")
    abroad = digits.startswith("00") or "+" in text
    cuts = range(4 if abroad and len(bare) > 2 * _LEAST_TAIL else 1)
    found = [digits, *(bare[cut:].lstrip("0") for cut in cuts)]
    return [number for number in dict.fromkeys(found) if number]


def is_telephone(text: str) -> bool:
    """Whether a text can only be a telephone number: as long as one, and begun as one is dialled.

    Its parts mean nothing by themselves. ``7946 1212`` may be an invoice and an amount.
    """
    dialled = text.strip()
    digits = len(_digits(dialled))
    return (
        _NUMBER.fullmatch(dialled) is not None
        and dialled[:1] in {"0", "+", "("}
        and _LEAST_DIALLED <= digits <= _LONGEST
    )


def _digits(number: str) -> str:
    """The digits in ASCII, whichever script they are written in."""
    return "".join(str(unicodedata.decimal(c)) for c in number if c.isdecimal())
