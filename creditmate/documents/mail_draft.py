"""A message as a file that the user's own mail program opens to be sent: nothing sends itself.

``X-Unsent: 1`` tells the program to open it for writing. Source: RFC 5322 and 2045, by the
standard library; tools.ietf.org.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from creditmate.domain.email_syntax import is_email


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes along: its name and bytes; a PDF unless ``media`` says what it is."""

    name: str
    pdf: bytes
    media: str = "application/pdf"


@dataclass(frozen=True, slots=True)
class Whom:
    """A person's name and address; an address that is none is left out."""

    name: str
    address: str


def mail_draft(  # noqa: PLR0913 - what a message has
    *,
    to: Whom,
    sender: Whom,
    subject: str,
    text: str,
    enclosures: Sequence[Enclosure] = (),
    copies: Sequence[Whom] = (),
    at: datetime,
) -> bytes:
    """Return a message that was not sent yet, as the bytes of an ``.eml`` file.

    Args:
        to: Whom it goes to.
        sender: Who it is from.
        subject: In one line.
        text: Plain text.
        enclosures: Files that go along, byte for byte.
        copies: Who gets it as well.
        at: When it was written.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Date"] = format_datetime(at)
    message["Subject"] = " ".join(subject.split())
    for header, people in (("From", [sender]), ("To", [to]), ("Cc", copies)):
        known = [whom for whom in people if is_email(whom.address) and whom.address.isascii()]
        if known:
            message[header] = [
                Address(" ".join(whom.name.split()), addr_spec=whom.address) for whom in known
            ]
    message.set_content(text, charset="utf-8", cte="quoted-printable")
    for one in enclosures:
        main, _slash, sub = one.media.partition("/")
        message.add_attachment(one.pdf, maintype=main, subtype=sub, filename=one.name)
    return message.as_bytes()
