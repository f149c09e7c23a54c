"""E-mails as mail programs save them: plain words are taken out of them, whatever is in them."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP

from hypothesis import given
from hypothesis import strategies as st

from creditmate.exchange.mail_file import LONGEST, read_mail


def a_mail(**headers: str) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    told = {
        "From": "Ann Lée <ann@acme.example>",
        "Date": "Mon, 23 Nov 2026 09:30:00 +0100",
        "Subject": "Invoice\t 4711",
        **headers,
    }
    for name, value in told.items():
        mail[name] = value
    return mail


def test_who_wrote_when_and_what() -> None:
    mail = a_mail()
    mail.set_content("We pay on Friday.\r\n\r\n\r\n\r\nAnn ü\n")
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="Bestätigung.pdf")
    found = read_mail(mail.as_bytes())
    assert found is not None
    assert (found.from_name, found.from_address) == ("Ann Lée", "ann@acme.example")
    assert found.sent_at is not None
    assert found.sent_at.astimezone(UTC) == datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
    assert (found.subject, found.text) == ("Invoice 4711", "We pay on Friday.\n\nAnn ü")
    assert found.files == ("Bestätigung.pdf",)


def test_of_a_mail_for_browsers_the_words_alone_are_taken() -> None:
    mail = a_mail()
    mail.set_content(
        "<html><head><title>x</title></head><body><script>steal()</script><p>We &amp; you</p>"
        "<div>pay<br>soon</div></body></html>",
        subtype="html",
    )
    found = read_mail(mail.as_bytes())
    assert found is not None
    assert found.text == "We & you\npay\nsoon"


def test_plain_words_go_before_the_same_for_browsers() -> None:
    mail = a_mail()
    mail.set_content("plain")
    mail.add_alternative("<p>fancy</p>", subtype="html")
    found = read_mail(mail.as_bytes())
    assert found is not None
    assert found.text == "plain"


def test_what_cannot_be_read_is_left_out_and_no_mail_is_none() -> None:
    found = read_mail(
        b"From: somebody\r\nDate: yesterday\r\n"
        b"Content-Type: text/plain; charset=klingon\r\n\r\nhej \xe9"
    )
    assert found is not None
    assert (found.from_name, found.from_address, found.sent_at) == ("somebody", "somebody", None)
    assert found.text.startswith("hej")
    assert read_mail(b"%PDF-1.4 something else") is None
    assert read_mail(b"") is None


def test_a_very_long_one_is_cut() -> None:
    mail = a_mail()
    mail.set_content("word " * LONGEST)
    found = read_mail(mail.as_bytes())
    assert found is not None
    assert len(found.text) == LONGEST


@given(st.binary(max_size=400))
def test_any_bytes_behind_a_sender_are_read_or_refused(content: bytes) -> None:
    read_mail(b"From: a@b.example\r\n" + content)
    read_mail(content)
