"""What the story and the documents say of own invoices: each told once, by what it is."""

from creditmate.domain.kinds import DocumentKind, EntryKind
from creditmate.domain.story import (
    DocumentIssued,
    MoneyMoved,
    PaperIssued,
    StoryListing,
    StoryWanted,
    Topic,
)
from creditmate.services.customer_pages import CustomerPages
from creditmate.services.stories import Stories
from tests.services.invoice_desk import Desk


def told(desk: Desk, topic: Topic = Topic.EVERYTHING, text: str = "") -> StoryListing:
    return Stories().listing("ACME", StoryWanted(topic, text), desk.clock.today)


def test_an_own_document_is_told_once_and_by_its_kind_as_a_letter(desk: Desk) -> None:
    desk.issue()
    desk.credit("INV-0001")
    assert [type(event) for event in told(desk).head] == [DocumentIssued, DocumentIssued]
    letters = told(desk, Topic.LETTERS).head
    assert [event.kind for event in letters if isinstance(event, PaperIssued)] == [
        DocumentKind.CREDIT_NOTE, DocumentKind.INVOICE,
    ]  # fmt: skip
    page = CustomerPages().page("ACME", desk.clock.today)
    assert [paper.kind for paper in page.papers] == [
        DocumentKind.CREDIT_NOTE, DocumentKind.INVOICE,
    ]  # fmt: skip


def test_why_we_cancelled_or_gave_up_is_told_and_found(desk: Desk) -> None:
    desk.issue()
    desk.issue()
    desk.cancelling.cancel("INV-0001", "Written for the wrong site")
    desk.write_offs.write_off_number("INV-0002", "Not worth a letter")
    moved = [event for event in told(desk).head if isinstance(event, MoneyMoved)]
    assert {(event.kind, event.number, event.reason) for event in moved} == {
        (EntryKind.CANCELLATION, "INV-0001", "Written for the wrong site"),
        (EntryKind.WRITE_OFF, "", "Not worth a letter"),
    }
    (found,) = told(desk, text="wrong site").head
    assert isinstance(found, MoneyMoved)
    assert found.kind is EntryKind.CANCELLATION
