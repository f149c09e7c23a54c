"""One row and more of every kind of fact, so that each can be attacked."""

from creditmate.db.business import series
from creditmate.db.customers import terms_id
from creditmate.db.disputes import add_disputes, end_disputes
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.imports import post_cash
from creditmate.db.models import (
    Contact,
    Document,
    Email,
    Interaction,
    Phone,
    Promise,
    PromiseEvent,
    PromiseItem,
    Run,
    RunItem,
    Setting,
    Site,
    Staff,
    Task,
)
from creditmate.db.papers import add_paper
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from tests.builders import a_customer, a_receipt, allocate, an_entry, an_invoice, day

PDF = b"%PDF-1.4\nstream\n" + b"glyphs" * 500 + b"\nendstream\n%%EOF\n"


def write_specimens(gateway: Gateway) -> None:
    """Write at least one row into every table of facts and records."""
    with gateway.write("specimens", reason="to be attacked") as writing:
        terms_id(writing, "net", '{"days": 30}')
        customer = a_customer(writing)
        invoice = an_invoice(writing, customer, "INV-1", day(0), 1000)
        spare = an_invoice(writing, customer, "INV-2", day(1), 2000)
        allocate(writing, a_receipt(writing, customer, day(20), 600), invoice, 600)
        _own_invoice(writing, customer)
        post_cash(writing, day(20))
        _dispute(writing, customer, spare)
        _people(writing, customer)
        _call(writing, customer, spare)
        issue_paper(writing, customer, 1)


def _own_invoice(writing: Writing, customer: int) -> None:
    document = writing.add(
        Document,
        customer_id=customer, kind="invoice", origin="own", state="issued", source="",
        number="R-1", number_key="r-1", revision=1, day=day(2), order_number="",
        payment_terms_id=None, currency="GBP", net_minor=None, tax_minor=None, gross_minor=700,
        import_batch_id=None, source_row=None,
    )  # fmt: skip
    money = Money(700, "GBP")
    an_entry(writing, customer, EntryKind.INVOICE, day(2), money, due=day(32), document=document)


def _dispute(writing: Writing, customer: int, entry: int) -> None:
    raised = (customer, day(3), 0, "quality", "Ms Ash", None, "warped boards", None)
    ids = add_disputes(writing, [raised], [(0, entry, 500)])
    end_disputes(writing, [(ids[0], DisputeEventKind.REJECTED, day(9))])


def _people(writing: Writing, customer: int) -> None:
    writing.create(Setting, content="{}")
    writing.create(Staff, name="Ellen Rook", initials="ER", role="owner", os_login="ellen")
    writing.create(
        Site, customer_id=customer, kind="billing", address="1 Mill Lane", postcode="HB1 1AA",
        country="GB",
    )  # fmt: skip
    contact = writing.create(
        Contact, customer_id=customer, name="Ms Ash", role="", authority="pays", channel="call",
        best_time="", notes="", confirmed_day=None,
    )  # fmt: skip
    writing.create(Phone, contact_id=contact, number="01632 960961", kind="office")
    writing.create(Email, contact_id=contact, address="ash@acme.example")


def _call(writing: Writing, customer: int, entry: int) -> None:
    interaction = writing.add(
        Interaction,
        customer_id=customer, contact_id=None, heard_name="a Mr Elm", staff_id=None,
        channel="call", direction="out", number="01632 960961", day=day(40),
        at="2026-02-10T09:00:00.000+00:00", at_offset=0, seconds=95, outcome="promised",
        notes="pays on Friday", next_day=day(44), none_because="", corrects_id=None,
        mood="calm", signals="hesitant",
    )  # fmt: skip
    promises = [
        writing.add(
            Promise,
            customer_id=customer, interaction_id=interaction, side="theirs", made_day=day(40),
            due_day=day(due), grace_days=3, until_day=day(due + 3), currency="GBP",
            amount_minor=2000, deed="",
        )
        for due in (44, 50)
    ]  # fmt: skip
    writing.add(PromiseItem, promise_id=promises[0], entry_id=entry)
    writing.add(
        PromiseEvent, promise_id=promises[0], kind="replaced", day=day(44),
        by_promise_id=promises[1],
    )  # fmt: skip
    writing.create(
        Task, customer_id=customer, kind="call_back", day=day(44), note="ask for the cheque",
        owner_id=None, from_interaction_id=interaction, done_by_interaction_id=None, done_day=None,
    )  # fmt: skip


def issue_paper(writing: Writing, customer: int, counter: int) -> int:
    """Issue the statement that comes next in 2026, in a run of its own."""
    run = writing.add(Run, kind="statement", as_at_day=day(45))
    paper = add_paper(
        writing,
        PDF + str(counter).encode(),
        kind="statement", series_id=series("statement")[0], period="2026", counter=counter,
        number=f"S-2026-{counter:03}", customer_id=customer, currency="GBP", locale="en_GB",
        as_at_day=day(45), total_minor=3100, pages=1, content_sha256="c" * 64, replaces_id=None,
    )  # fmt: skip
    writing.add(
        RunItem, run_id=run, customer_id=customer, currency="GBP", state="issued", why="",
        paper_id=paper,
    )  # fmt: skip
    return paper
