"""Bytes → text, strictly: byte order mark, then UTF-8, then Windows-1252 if the user says so.

Nothing is guessed by statistics: a detector was wrong on 51 of 86 small files
(reliability.md, section (f) and D11).
"""

from dataclasses import dataclass
from typing import Literal

from creditmate.domain.importing import Ask, Reason
from creditmate.exchange.findings import Findings, shown
from creditmate.exchange.table_file import MAX_BYTES

MAX_LINE = 65_536
"""Longest line, in characters (reliability.md, D11)."""

MAX_ROWS = 1_000_000
"""Most lines that are read: more and shorter ones would only fill the memory."""

_BINARY_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "xls"),
    (b"%PDF", "pdf"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"SQLite format 3\0", "sqlite"),
    (b"{\\rtf", "rtf"),
)
_TEXT_SIGNS: tuple[tuple[str, str], ...] = (
    ("<?xml", "xml"),
    ("<", "html"),
    ("{", "json"),
    ("[{", "json"),
    ("ofxheader", "ofx"),
    ("!type:", "qif"),
    ("!hdr\t", "iif"),
    ("!trns\t", "iif"),
    ("!cust\t", "iif"),
    ("!accnt\t", "iif"),
)
_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_BLANK = ' \t\r\n,;|"'  # what a file without a single value consists of
_PREVIEW = 10  # values shown when the encoding is asked for


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without its byte order mark, and how it was read."""

    text: str
    encoding: str


def decode(data: bytes, declared: Literal["cp1252"] | None, findings: Findings) -> Decoded | None:
    """Return the text of a file; None, with the reason among the findings, if it is no text.

    A file that is not UTF-8 is read as Windows-1252; unless ``declared``, that is asked.
    """
    if len(data) > MAX_BYTES:
        findings.problem(Reason.FILE_TOO_LARGE, facts={"bytes": len(data), "limit": MAX_BYTES})
        return None
    kind = _binary_kind(data)
    if kind:
        findings.problem(Reason.NOT_A_TABLE, facts={"kind": kind})
        return None
    decoded = _marked(data, findings) if _mark(data) else _unmarked(data, declared, findings)
    if decoded is None or not _fit(decoded.text, findings):
        return None
    return decoded


def _binary_kind(data: bytes) -> str:
    """Return what the first bytes say the file is; "" if they say nothing."""
    if data.startswith(b"PK\x03\x04"):
        if b"application/vnd.oasis.opendocument" in data[:200]:
            return "ods"
        return "xlsx" if b"xl/" in data else "zip"
    return next((kind for sign, kind in _BINARY_SIGNS if data.startswith(sign)), "")


def _mark(data: bytes) -> tuple[bytes, str] | None:
    return next((mark for mark in _MARKS if data.startswith(mark[0])), None)


def _marked(data: bytes, findings: Findings) -> Decoded | None:
    mark, encoding = _mark(data) or (b"", "utf-8")
    try:
        return Decoded(data[len(mark) :].decode(encoding), encoding)
    except UnicodeDecodeError as error:
        row = error.object[: error.start].decode(encoding, "replace").count("\n") + 1
        _undecodable(error, row, encoding, findings)
        return None


def _unmarked(
    data: bytes, declared: Literal["cp1252"] | None, findings: Findings
) -> Decoded | None:
    if _looks_binary(data):
        findings.problem(Reason.BINARY)
        return None
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if b"\0" in data:
        findings.problem(Reason.BINARY)
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        _undecodable(error, data.count(b"\n", 0, error.start) + 1, "cp1252", findings)
        return None
    if declared is None:
        findings.ask(Ask.ENCODING, encoding="cp1252", preview=_preview(text))
    return Decoded(text, "cp1252")


def _undecodable(error: UnicodeDecodeError, row: int, encoding: str, findings: Findings) -> None:
    byte = f"{error.object[error.start]:02X}"
    findings.problem(
        Reason.ENCODING_UNKNOWN, row, value=byte, facts={"byte": byte, "encoding": encoding}
    )


def _looks_binary(data: bytes) -> bool:
    """Whether the beginning is full of control characters, as in UTF-16 without its mark."""
    sample = data[:8192]
    controls = len(sample) - len(sample.translate(None, bytes((*range(9), *range(14, 32)))))
    return controls > 8 and controls * 20 > len(sample)


def _preview(text: str) -> list[str]:
    """Return the first few cells with letters beyond ASCII, so that a person can judge them."""
    found: dict[str, None] = {}
    for line in text.splitlines():
        if line.isascii():
            continue
        for mark in ';\t|"':
            line = line.replace(mark, ",")  # noqa: PLW2901 - the cell bounds do not matter here
        found |= dict.fromkeys(shown(c.strip()) for c in line.split(",") if not c.isascii())
        if len(found) >= _PREVIEW:
            break
    return list(found)[:_PREVIEW]


def _fit(text: str, findings: Findings) -> bool:
    """Whether the text may be a table: something in it, no other format, no endless line."""
    start = text[:1000].lstrip()
    if not text.strip(_BLANK):
        findings.problem(Reason.EMPTY_FILE)
        return False
    kind = next((kind for sign, kind in _TEXT_SIGNS if start.lower().startswith(sign)), "")
    if kind:
        findings.problem(Reason.NOT_A_TABLE, value=start[:100], facts={"kind": kind})
        return False
    if max(text.count("\n"), text.count("\r")) > MAX_ROWS:
        findings.problem(Reason.TOO_MANY_ROWS, facts={"limit": MAX_ROWS})
        return False
    at = endless_line(text, MAX_LINE)
    if at is not None:
        row = text.count("\n", 0, at) + 1
        findings.problem(
            Reason.LINE_TOO_LONG, row, value=text[at : at + 100], facts={"limit": MAX_LINE}
        )
        return False
    return True


def endless_line(text: str, longest: int) -> int | None:
    """Return where the first line longer than ``longest`` begins; None if there is none.

    Looks only for the last line end within reach, so that it is quick on large files.
    """
    at = 0
    while len(text) - at > longest:
        reach = at + longest + 1
        end = max(text.rfind("\n", at, reach), text.rfind("\r", at, reach))
        if end < 0:
            return at
        at = end + 1
    return None
