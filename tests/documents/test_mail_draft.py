"""A draft for the user's own mail program, read back as such a program would."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from creditmate.documents.mail_draft import Enclosure, Whom, mail_draft

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
US = Whom("Ellen Rook", "ellen@rookmere.example")


def read(**more: object) -> EmailMessage:
    told = {
        "to": Whom("Ann Lée", "ann@acme.example"),
        "sender": US,
        "subject": "What we agreed",
        "text": "Dear Ann,\n\nthank you.\n",
        "at": AT,
        **more,
    }
    mail = message_from_bytes(mail_draft(**told), policy=default)  # type: ignore[arg-type]
    assert isinstance(mail, EmailMessage)
    return mail


def test_it_is_not_sent_yet_and_says_to_whom_and_from_whom() -> None:
    mail = read()
    assert mail["X-Unsent"] == "1"
    assert (mail["To"], mail["From"]) == (
        "Ann Lée <ann@acme.example>", "Ellen Rook <ellen@rookmere.example>",
    )  # fmt: skip
    assert mail["Date"].datetime == AT


@pytest.mark.parametrize("text", ["Grüße, 東京", "x" * 3_000, "Line\n.\nFrom here", "£1,212.00"])
def test_any_words_come_back_as_they_were(text: str) -> None:
    body = read(text=text).get_body()
    assert body is not None
    assert body.get_content().splitlines() == text.splitlines()


def test_a_subject_in_lines_is_one_and_cannot_add_a_header() -> None:
    mail = read(subject="Hello\nBcc: thief@evil.example")
    assert mail["Subject"] == "Hello Bcc: thief@evil.example"
    assert mail["Bcc"] is None


@pytest.mark.parametrize("address", ["", "no address", "ann@", "änn@acme.example"])
def test_without_an_address_the_user_puts_one_in(address: str) -> None:
    assert read(to=Whom("Ann", address))["To"] is None


def test_a_name_cannot_add_a_header_either() -> None:
    mail = read(to=Whom('Ann "the\r\nBcc: x@y.example" Lee', "ann@acme.example"))
    assert mail["Bcc"] is None
    assert mail["To"].addresses[0].addr_spec == "ann@acme.example"


def test_papers_go_along_byte_for_byte() -> None:
    pdf = bytes(range(256)) * 20
    mail = read(enclosures=[Enclosure("2388-ACME.pdf", pdf), Enclosure("Ünvoice.pdf", b"%PDF")])
    first, second = mail.iter_attachments()
    assert (first.get_filename(), first.get_content_type()) == ("2388-ACME.pdf", "application/pdf")
    assert first.get_content() == pdf
    assert second.get_filename() == "Ünvoice.pdf"


def test_a_file_that_is_no_pdf_says_what_it_is() -> None:
    ics = Enclosure("visit.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "text/calendar")
    (part,) = read(enclosures=[ics]).iter_attachments()
    assert (part.get_content_type(), part.get_filename()) == ("text/calendar", "visit.ics")
    assert part.get_payload(decode=True) == ics.pdf
