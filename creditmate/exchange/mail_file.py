"""E-mails as mail programs save them (``.eml``): from whom, when, about what, and the text.

Nothing of a mail is shown as it came or run: only plain words are taken out of it. Source: RFC 5322
and 2045, by the standard library.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime
from html import unescape

LONGEST = 20_000
"""Letters of a mail's text that are taken: the file itself is kept whole."""
_HIDDEN = re.compile(r"<(script|style|head)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<(br|/p|/div|/tr|/li|/h\d)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_BLANK = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class ReadMail:
    """What a mail says; ``sent_at`` is None where it has no date that can be read.

    ``files`` are the names of what is attached to it.
    """

    from_name: str
    from_address: str
    sent_at: datetime | None
    subject: str
    text: str
    files: tuple[str, ...] = ()


def read_mail(content: bytes) -> ReadMail | None:
    """Return what a mail says; None where the bytes are none."""
    mail = message_from_bytes(content, policy=default)
    if not isinstance(mail, EmailMessage) or "From" not in mail:
        return None
    name, address = parseaddr(_header(mail, "From"))
    return ReadMail(
        from_name=name or address,
        from_address=address,
        sent_at=_date(_header(mail, "Date")),
        subject=" ".join(_header(mail, "Subject").split()),
        text=_text(mail)[:LONGEST],
        files=tuple(name for part in mail.iter_attachments() if (name := _file_name(part))),
    )


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return str(mail.get(name, ""))
    except (ValueError, IndexError, AttributeError):  # a header that breaks the reader is none
        return ""


def _file_name(part: EmailMessage) -> str:
    return " ".join(str(part.get_filename() or "").split())


def _date(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None


def _text(mail: EmailMessage) -> str:
    part = mail.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    try:
        content = str(part.get_content())
    except (LookupError, ValueError, KeyError):  # a letter set that nobody knows
        payload = part.get_payload(decode=True)
        content = payload.decode("latin-1") if isinstance(payload, bytes) else ""
    if part.get_content_subtype() == "html":
        shown = _BREAK.sub("\n", _HIDDEN.sub("", content))
        content = unescape(_TAG.sub("", shown))
    lines = (line.strip() for line in content.replace("\r", "").split("\n"))
    return _BLANK.sub("\n\n", "\n".join(lines)).strip()
