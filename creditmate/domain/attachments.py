"""Files kept in the ledger: which are taken, what they are by their names, and what they prove."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

LARGEST = 20 * 1024 * 1024
"""Bytes of one file: the ledger is one file too, and is backed up whole every day."""
LONGEST_NAME = 200
OTHER = "application/octet-stream"
_OFFICE = "application/vnd.openxmlformats-officedocument"
# Our own list: what the system thinks of endings differs from one computer to the next.
_TYPES = {
    "pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "tif": "image/tiff", "tiff": "image/tiff",
    "heic": "image/heic", "txt": "text/plain", "csv": "text/csv", "htm": "text/html",
    "html": "text/html", "xml": "application/xml", "json": "application/json",
    "eml": "message/rfc822", "msg": "application/vnd.ms-outlook", "ics": "text/calendar",
    "vcf": "text/vcard", "rtf": "application/rtf", "zip": "application/zip",
    "doc": "application/msword", "docx": f"{_OFFICE}.wordprocessingml.document",
    "xls": "application/vnd.ms-excel", "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "wav": "audio/wav", "mp4": "video/mp4",
}  # fmt: skip


class Subject(StrEnum):
    """What a file proves; the values are tables, '' the customer as a whole."""

    CUSTOMER = ""
    DISPUTE = "dispute"
    INTERACTION = "interaction"
    DOCUMENT = "document"
    ACCEPTANCE = "acceptance"
    APPLICATION = "credit_application"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class About:
    """What a file is about; ``subject_id`` is None for the customer as a whole."""

    subject: Subject = Subject.CUSTOMER
    subject_id: int | None = None
    note: str = ""


CUSTOMER = About()


class NewFile(NamedTuple):
    """A file on its way into the ledger: its name and bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A file as a list shows it; ``size`` is in bytes, ``added_at`` UTC as ISO text."""

    id: int
    version: int
    customer_id: int
    name: str
    media_type: str
    size: int
    subject: Subject
    subject_id: int | None
    note: str
    sha256: str
    added_at: str
    archived: bool


def media_type(name: str) -> str:
    """Return what a file is by its name; the bytes are not looked at, and never run."""
    _, dot, ending = name.rpartition(".")
    return _TYPES.get(ending.lower(), OTHER) if dot else OTHER


def safe_name(name: str) -> str:
    """Return a name that any system can write, and that stays within the folder it is put in."""
    bad = set('/\\:*?"<>|') | {chr(code) for code in range(32)} | {"\x7f"}
    plain = "".join("-" if letter in bad else letter for letter in name).strip(" .")
    stem, dot, suffix = plain.rpartition(".")
    room = LONGEST_NAME - len(dot + suffix)
    return (stem[:room] + dot + suffix)[:LONGEST_NAME] if stem else plain[:LONGEST_NAME] or "-"
