"""The key that a protected ledger is encrypted with, and how it is written on paper.

Every page of the ledger is encrypted with 32 random bytes. A password only opens the key file in
which they lie; the recovery sheet bears the bytes themselves, so it opens the ledger and all its
backups whatever becomes of passwords and key files (reliability.md D15).
"""

import hashlib
import hmac
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations
from typing import NoReturn

from creditmate.domain.errors import Problem, UserError

KEY_BYTES = 32
KEY_FILE_SUFFIX = "-key"
"""What the name of a ledger's key file has after that of the ledger, which it stands beside."""

GROUPS, GROUP_LENGTH = 14, 4
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Base32 after Crockford: neither I, L, O nor U, so that what looks alike can be taken as meant."""
_ALIKE = str.maketrans("ILOU", "110V")

_CHECK_BITS = 24
_POLYNOMIAL = 0x1864CFB
"""CRC-24 of OpenPGP. Over 56 characters of 5 bits it finds every one or two characters that are
wrong and every two groups or characters that changed places, not only nearly all of them.
Source: RFC 9580, 6.1; the claims are proved in the tests."""
_FIRST = 0xB704CE


class DataKey:
    """32 random bytes, which never show themselves: not printed, not logged, not pickled."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise ValueError(f"a key has {KEY_BYTES} bytes, not {len(secret)}")
        self._secret = secret

    @property
    def secret(self) -> bytes:
        """The bytes themselves, for whoever encrypts with them."""
        return self._secret

    @property
    def fingerprint(self) -> bytes:
        """16 bytes that name the key and tell nothing of it.

        The ledger's file begins with them (they are its cipher's salt) and the key file names
        them, so it can be seen without opening anything which key belongs to which file.
        """
        return hashlib.blake2b(self._secret, digest_size=16, person=b"CreditMate").digest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DataKey) and hmac.compare_digest(self._secret, other.secret)

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __repr__(self) -> str:
        return "DataKey(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is not written down")


def recovery_code(key: DataKey) -> tuple[str, ...]:
    """Return a key as 14 groups of four characters, the last 24 bits a checksum."""
    number = int.from_bytes(key.secret)
    bits = number << _CHECK_BITS
    bits |= _off(bits)
    last = 5 * (GROUPS * GROUP_LENGTH - 1)
    letters = [_LETTERS[bits >> shift & 31] for shift in range(last, -1, -5)]
    text = "".join(letters)
    return tuple(text[at : at + GROUP_LENGTH] for at in range(0, len(text), GROUP_LENGTH))


def same_group(typed: str, group: str) -> bool:
    """Whether a group typed back from the sheet is the one printed there."""
    return hmac.compare_digest(_plain(typed).encode(), group.encode())


def read_recovery_code(text: str) -> DataKey:
    """Read what was typed from the sheet; case, blanks, dashes and look-alikes do not matter.

    Nor does it matter if the places printed before the groups were typed as well.

    Raises:
        UserError: ``RECOVERY_CODE`` with ``fault``: ``letter`` (``found`` in ``group``),
            ``length`` (``found`` characters; ``group`` if it can be told which is not whole),
            ``group`` (``group`` was mistyped), ``swapped`` (``group`` and ``other`` changed
            places) or ``check`` (more than one thing is wrong).
    """
    letters = _plain(_without_places(text))
    for at, letter in enumerate(letters):
        if letter not in _LETTERS:
            _refuse("letter", found=letter, group=at // GROUP_LENGTH + 1)
    if len(letters) != GROUPS * GROUP_LENGTH:
        _refuse("length", found=len(letters), **_uneven(text))
    values = [_LETTERS.index(letter) for letter in letters]
    number = _number(values)
    if off := _off(number):
        _explain(values, off)
    return DataKey((number >> _CHECK_BITS).to_bytes(KEY_BYTES))


def _without_places(text: str) -> str:
    """Leave out the places, where each group, of two at least, has its own before it."""
    parts = _apart(text)
    places = [str(place) for place in range(1, len(parts[::2]) + 1)]
    return " ".join(parts[1::2]) if len(places) > 1 and parts[::2] == places else text


def _apart(text: str) -> list[str]:
    return "".join(" " if _is_between(sign) else sign for sign in text).split()


def _plain(text: str) -> str:
    """Leave letters and digits only, as they stand on the sheet."""
    kept = [sign for sign in unicodedata.normalize("NFKC", text) if not _is_between(sign)]
    return "".join(kept).upper().translate(_ALIKE)


def _is_between(sign: str) -> bool:
    """Blanks, line ends, dashes and dots: what may stand between groups."""
    return sign in ".,;:/_|" or sign.isspace() or unicodedata.category(sign) in {"Pd", "Cf", "Cc"}


def _uneven(text: str) -> dict[str, int]:
    """Which group is not whole, where all groups but one stand apart as they should."""
    parts = _apart(text)
    if len(parts) != GROUPS:
        return {}
    odd = [place for place, part in enumerate(parts, start=1) if len(part) != GROUP_LENGTH]
    return {"group": odd[0]} if len(odd) == 1 else {}


def _explain(values: Sequence[int], off: int) -> NoReturn:
    """Say which single slip accounts for a code that does not fit, if one does."""
    for at, letters in enumerate(_remainders()):
        if off in letters:
            _refuse("group", group=at // GROUP_LENGTH + 1)
    for at in range(len(values) - 1):
        if off == _swapped(values, at, at + 1, 1):
            _refuse("group", group=at // GROUP_LENGTH + 1)
    for one, other in combinations(range(GROUPS), 2):
        if off == _swapped(values, one * GROUP_LENGTH, other * GROUP_LENGTH, GROUP_LENGTH):
            _refuse("swapped", group=one + 1, other=other + 1)
    _refuse("check")


def _swapped(values: Sequence[int], one: int, other: int, length: int) -> int:
    """The remainder that is left when two stretches of a code have changed places."""
    table, left = _remainders(), 0
    for step in range(length):
        difference = values[one + step] ^ values[other + step]
        left ^= table[one + step][difference] ^ table[other + step][difference]
    return left


@cache
def _remainders() -> tuple[tuple[int, ...], ...]:
    """For each character, and each way in which it may differ, the remainder that leaves.

    Remainders add up, so whatever is wrong leaves the sum of its parts.
    """
    shifts = range(5 * (GROUPS * GROUP_LENGTH - 1), -1, -5)
    return tuple(tuple(_remainder(by << shift) for by in range(32)) for shift in shifts)


def _number(values: Iterable[int]) -> int:
    number = 0
    for value in values:
        number = number << 5 | value
    return number


def _off(number: int) -> int:
    """What 280 bits of a code leave as remainder beside that of a code that fits."""
    return _remainder(number) ^ _remainder(_FIRST << 8 * KEY_BYTES)


def _remainder(number: int) -> int:
    while (length := number.bit_length()) > _CHECK_BITS:
        number ^= _POLYNOMIAL << length - _CHECK_BITS - 1
    return number


def _refuse(fault: str, **facts: object) -> NoReturn:
    raise UserError(Problem.RECOVERY_CODE, fault=fault, **facts)
