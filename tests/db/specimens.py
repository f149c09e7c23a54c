"""One row and more of every kind of fact, so that each can be attacked."""

import hashlib

from creditmate.db.business import create_series, series
from creditmate.db.customers import terms_id
from creditmate.db.disputes import add_disputes, end_disputes
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.imports import post_cash
from creditmate.db.models import (
    Acceptance,
    Attachment,
    Blob,
    Claim,
    ClaimEvent,
    ClaimItem,
    Contact,
    Cover,
    CreditApplication,
    CreditCheck,
    CreditLimit,
    Customer,
    CustomerStatus,
    Deposit,
    DepositRelease,
    Document,
    DocumentPaper,
    DocumentTax,
    Email,
    Entry,
    ExchangeRate,
    Hold,
    HoldEvent,
    Interaction,
    InterestChoice,
    InterestEvent,
    Line,
    Merge,
    OwnDocument,
    Phone,
    Promise,
    PromiseEvent,
    PromiseItem,
    ReceiptBank,
    ReceiptExtra,
    ReferenceRate,
    Repointed,
    Run,
    RunItem,
    Setting,
    Site,
    Staff,
    Tag,
    Task,
    TaxRate,
    TermsClause,
    TermsSent,
    TermsVersion,
    Wish,
    WorkItem,
)
from creditmate.db.papers import add_paper
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.kinds import DocumentKind, EntryKind
from creditmate.domain.money import Money
from tests.builders import a_customer, a_receipt, allocate, an_entry, an_imported, an_invoice, day
from tests.db.arranged_specimens import write_arranged
from tests.db.visit_specimens import write_visits

PDF = b"%PDF-1.4\nstream\n" + b"glyphs" * 500 + b"\nendstream\n%%EOF\n"


def write_specimens(gateway: Gateway) -> None:
    """Write at least one row into every table of facts and records."""
    with gateway.write("specimens", reason="to be attacked") as writing:
        terms_id(writing, "net", '{"days": 30}')
        customer = a_customer(writing)
        invoice = an_invoice(writing, customer, "INV-1", day(0), 1000)
        spare = an_invoice(writing, customer, "INV-2", day(1), 2000)
        money_in = a_receipt(writing, customer, day(20), 600)
        allocate(writing, money_in, invoice, 600)
        own = _own_invoice(writing, customer)
        post_cash(writing, day(20))
        _dispute(writing, customer, spare)
        _people(writing, customer)
        _call(writing, customer, spare)
        issue_paper(writing, customer, 1)
        _paper_of(writing, customer, own)
        _decisions(writing, customer)
        _money_in(writing, customer, spare, money_in)
        _agreed(writing, customer)
        _late(writing, customer, spare)
        write_arranged(writing, customer, spare)
        write_visits(writing, customer, spare)


def _own_invoice(writing: Writing, customer: int) -> int:
    document = writing.add(
        Document,
        customer_id=customer, kind="invoice", origin="own", state="issued", source="",
        number="R-1", number_key="r-1", revision=1, day=day(2), order_number="",
        payment_terms_id=None, currency="GBP", net_minor=583, tax_minor=117, gross_minor=700,
        import_batch_id=None, source_row=None,
    )  # fmt: skip
    for minor, due in ((665, day(32)), (35, day(99))):  # the later one is held back
        money = Money(minor, "GBP")
        an_entry(writing, customer, EntryKind.INVOICE, day(2), money, due=due, document=document)
    return document


def _paper_of(writing: Writing, customer: int, document: int) -> None:
    """All that stands beside an own document, its paper, and the rates it was made with."""
    paper = add_paper(
        writing,
        PDF + b"R-1",
        kind="invoice", series_id=create_series(writing, "invoice", "R-{n}"), period="", counter=1,
        number="R-1", customer_id=customer, currency="GBP", locale="en_GB", as_at_day=day(2),
        total_minor=700, pages=1, content_sha256="d" * 64, replaces_id=None,
    )  # fmt: skip
    writing.add(
        TaxRate, code="S", name="VAT", kind="standard", from_day=day(0), rate="20", source="law"
    )
    writing.add(
        ExchangeRate, currency="EUR", home_currency="GBP", day=day(0), rate="0.86", source="bank"
    )
    work = writing.create(
        WorkItem, customer_id=customer, done_day=day(1), description="Planing", quantity="2",
        unit="h", price="38.00", discount="", tax_code="S", job="Loft", order_number="41158",
        document_id=document, invoiced_day=day(2),
    )  # fmt: skip
    writing.add(
        OwnDocument, document_id=document, supply_day=day(1), job="Loft", received_by="P. Lisle",
        prices="net", rounding="line", locale="en_GB", discount_day=day(9), discount_minor=10,
        retention_minor=35, retention_due_day=day(99), labour_minor=None, site_id=None,
        credits_document_id=None, belongs_document_id=None, reason="", note="Thank you.",
    )  # fmt: skip
    writing.add(
        Line, document_id=document, place=1, description="Planing", quantity="2", unit="h",
        price="2.92", discount="", tax_code="S", tax_rate="20", amount_minor=583,
        work_item_id=work, credits_place=None,
    )  # fmt: skip
    writing.add(
        DocumentTax, document_id=document, place=1, code="S", name="VAT", kind="standard",
        rate="20", net_minor=583, tax_minor=117,
    )  # fmt: skip
    writing.add(DocumentPaper, document_id=document, paper_id=paper)


def _decisions(writing: Writing, customer: int) -> None:
    """What was decided about a customer, what it wishes, and whom it was merged with."""
    about = {"customer_id": customer}
    writing.add(CustomerStatus, **about, day=day(3), status="watch", reason="late twice")
    writing.add(
        CreditLimit, **about, day=day(3), scope="customer", currency="GBP", amount_minor=5000,
        reason="asked for it",
    )  # fmt: skip
    hold = writing.add(
        Hold, **about, kind="hardship", from_day=day(3), review_day=day(33), until_day=day(63),
        stops="steps letters", reason="a flood",
    )  # fmt: skip
    writing.add(HoldEvent, hold_id=hold, kind="reviewed", day=day(33), review_day=day(50))
    writing.add(
        Wish, **about, contact_id=None, day=day(3), kind="hours", value="09:00-12:00", note="asked"
    )
    other = a_customer(writing, "ACM2")
    merge = writing.add(Merge, from_customer_id=other, into_customer_id=customer, day=day(4))
    writing.edit(Customer, other, 1, archived_day=day(4), merged_into_id=customer)
    writing.add(
        Repointed, merge_id=merge, entity="document", entity_id=999, from_customer_id=other,
        to_customer_id=customer,
    )  # fmt: skip
    ellen, ola = (
        writing.create(Staff, name=name, initials="", role="", os_login="") for name in ("E", "O")
    )
    writing.create(
        Cover, staff_id=ellen, by_staff_id=ola, from_day=day(3), to_day=day(9), note="holiday"
    )
    writing.create(Tag, **about, text="trade")
    blob = writing.add(Blob, sha256=hashlib.sha256(PDF).hexdigest(), content=PDF)
    writing.create(
        Attachment, **about, blob_id=blob, name="delivery note.pdf", media_type="application/pdf",
        size=len(PDF), subject="", subject_id=None, note="signed",
    )  # fmt: skip


def _money_in(writing: Writing, customer: int, entry: int, receipt_entry: int) -> None:
    """What belongs to money in: what came with it, what is held of it, what is said of it."""
    receipt = Entry.select(Entry.receipt_id).where(Entry.id == receipt_entry).scalar()
    charge = an_entry(
        writing, customer, EntryKind.BANK_CHARGE, day(20), Money(-15, "GBP"), receipt=receipt
    )
    writing.add(ReceiptExtra, receipt_id=receipt, entry_id=charge)
    writing.add(ReceiptBank, receipt_id=receipt, currency="GBP", amount_minor=590)
    deposit = writing.add(Deposit, entry_id=a_receipt(writing, customer, day(20), 90), job="Loft")
    writing.add(DepositRelease, deposit_id=deposit, day=day(30))
    claim = writing.add(
        Claim, customer_id=customer, interaction_id=None, day=day(41), by_whom="Ms Ash",
        paid_day=day(40), method="transfer", reference="INV-2", currency="GBP", amount_minor=2000,
        until_day=day(42),
    )  # fmt: skip
    writing.add(ClaimItem, claim_id=claim, entry_id=entry)
    writing.add(ClaimEvent, claim_id=claim, kind="found", day=day(42), receipt_id=receipt)


def _agreed(writing: Writing, customer: int) -> None:
    """Terms that were sent and accepted, and what was looked at before credit was given."""
    wording = "# Payment"
    version = writing.add(
        TermsVersion, title="Terms of trade", language="en", number=1, effective_day=day(0),
        wording=wording, blob_id=None, file_name="", pages=None,
        sha256=hashlib.sha256(wording.encode()).hexdigest(), note="",
    )  # fmt: skip
    writing.add(
        TermsClause, terms_version_id=version, place=1, kind="interest", number="5.1",
        summary="1 % a month", rate="1", per="month",
    )  # fmt: skip
    about = {"customer_id": customer, "terms_version_id": version}
    writing.add(
        TermsSent, **about, day=day(1), way="post", contact_id=None, to_whom="Ms Ash",
        paper_id=None, task_id=None,
    )  # fmt: skip
    writing.add(
        Acceptance, **about, day=day(2), method="signed_terms", contact_id=None, by_whom="Ms Ash",
        capacity="owner", clauses="interest", reference="", note="by post",
    )  # fmt: skip
    writing.add(
        CreditApplication, **about, day=day(2), way="form", given='{"legal_name": "Acme Ltd"}',
        currency="GBP", limit_minor=500000, signed_day=day(1),
    )  # fmt: skip
    writing.add(
        CreditCheck, customer_id=customer, kind="reference", day=day(3), result="good",
        about="Oak & Co", note="pays in time", staff_id=None, review_day=day(300),
        credit_limit_id=None,
    )  # fmt: skip


def _charge(writing: Writing, customer: int) -> int:
    """Add a charge note of 0.12 that was brought in."""
    kind = DocumentKind.CHARGE_NOTE
    an_imported(writing, customer, kind, "CH-1", day(60), Money(12, "GBP"), due=day(60))
    return int(Document.get(Document.number == "CH-1").id)


def _late(writing: Writing, customer: int, entry: int) -> None:
    """A rate, on what basis interest counts, and interest that was waived and charged."""
    charge = _charge(writing, customer)
    writing.add(
        ReferenceRate, scheme="uk_boe", from_day=day(0), rate="3.75", source="Bank of England",
        checked=1,
    )  # fmt: skip
    about = {"customer_id": customer}
    writing.add(InterestChoice, **about, day=day(3), choice="contract", fair=1, reason="agreed so")
    what = {"entry_id": entry, "currency": "GBP", "fixed_minor": 0, "basis": "{}"}
    writing.add(
        InterestEvent, **about, **what, kind="waived", day=day(50), until_day=day(49),
        interest_minor=34, document_id=None, reason="a good customer",
    )  # fmt: skip
    writing.add(
        InterestEvent, **about, **what, kind="charged", day=day(60), until_day=day(60),
        interest_minor=12, document_id=charge, reason="",
    )  # fmt: skip


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
            amount_minor=2000, deed="", method="cheque",
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
