"""QR codes: the Euro credit transfer code or the details as text for the pay box, and a place."""

from typing import NamedTuple
from urllib.parse import quote_plus

from creditmate.documents.fonts import CAPTION
from creditmate.documents.papers import BankDetails
from creditmate.documents.text import clean, wrap
from creditmate.documents.voice import Voice
from creditmate.domain.money import Money

SMALLEST, LARGEST, LEAST_MODULE = 21.0, 27.0, 0.45
"""Sizes in mm."""
_MASK = 2
"""A fixed mask: trying all eight costs five times a page, and every reader undoes any of them."""

Runs = tuple[tuple[tuple[int, int], ...], ...]


class PayCode(NamedTuple):
    """A code ready to be drawn; ``banking`` when a bank's app understands it."""

    rows: Runs
    size: float
    banking: bool


def pay_code(bank: BankDetails, amount: Money, reference: str) -> PayCode | None:
    """Return the code for paying ``amount``, or None if it would be too dense to be read.

    Euro with an IBAN gives the transfer code; anything else the details in plain lines, which a
    telephone can copy.
    """
    iban = _joined(bank.iban)
    banking = amount.currency == "EUR" and _is_iban(iban)
    text = _transfer(bank, iban, amount, reference) if banking else _plain(bank, amount, reference)
    code = text_code(text)
    return None if code is None else PayCode(code.rows, code.size, banking)


class TextCode(NamedTuple):
    """A code of any text, ready to be drawn."""

    rows: Runs
    size: float


def text_code(text: str) -> TextCode | None:
    """Return the code of a text, or None if it would be too dense to be read."""
    rows = _modules(text)
    size = max(SMALLEST, len(rows) * LEAST_MODULE)
    return TextCode(rows, size) if rows and size <= LARGEST else None


def map_code(address: str, coordinates: tuple[float, float] | None = None) -> TextCode | None:
    """Return the code that opens a telephone's map; None for an address too long to be read.

    Where the coordinates are known the telephone chooses its map itself (RFC 5870); an address has
    to be looked for, by the link that telephones of every make open in a map.
    """
    if coordinates is not None:
        north, east = coordinates
        return text_code(f"geo:{north:.6f},{east:.6f}")
    asked = quote_plus(clean(address))
    return text_code(f"https://www.google.com/maps/search/?api=1&query={asked}")


def caption_lines(code: PayCode | None, room: float, voice: Voice) -> list[str]:
    """Say what scanning a code really does, in lines of ``room`` mm; [] for none."""
    if code is None:
        return []
    _ = voice.gettext
    words = _("Scan to copy these details")
    if code.banking:
        words = _("Scan to pay with your bank's app")
    return wrap(words, CAPTION, room)


def _transfer(bank: BankDetails, iban: str, amount: Money, reference: str) -> str:
    """Source: EPC069-12, version 002 of the data, UTF-8, unstructured remittance."""
    name = clean(bank.account_name)[:70]
    figure = f"EUR{amount.decimal:.2f}"
    return "\n".join(
        ["BCD", "002", "1", "SCT", _joined(bank.bic), name, iban, figure, "", "", reference[:140]]
    )


def _plain(bank: BankDetails, amount: Money, reference: str) -> str:
    account = f"{bank.sort_code} {bank.account_number}".strip() or _joined(bank.iban)
    figure = f"{amount.currency} {amount.decimal:f}"
    return "\n".join(clean(line) for line in (bank.account_name, account, figure, reference))


def _modules(text: str) -> Runs:
    """Return each row's runs of dark modules; nothing if the text is too long for a code."""
    import segno  # noqa: PLC0415 - only papers that carry a code need it

    try:
        code = segno.make_qr(
            text, error="m", boost_error=False, mask=_MASK, encoding=_encoding(text)
        )
    except segno.DataOverflowError:
        return ()
    return tuple(_runs(bytes(row)) for row in code.matrix)


def _encoding(text: str) -> str | None:
    return None if text.isascii() else "utf-8"


def _runs(row: bytes) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    start = row.find(1)
    while start >= 0:
        end = row.find(0, start)
        end = len(row) if end < 0 else end
        found.append((start, end - start))
        start = row.find(1, end)
    return tuple(found)


def _joined(code: str) -> str:
    return "".join(clean(code).split()).upper()


def _is_iban(iban: str) -> bool:
    """Whether the check digits agree. Source: ISO 13616 (remainder 1 modulo 97)."""
    if not (15 <= len(iban) <= 34 and iban.isascii() and iban.isalnum()):
        return False
    moved = iban[4:] + iban[:4]
    return int("".join(str(int(character, 36)) for character in moved)) % 97 == 1
