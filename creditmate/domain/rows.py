"""Read models: frozen rows that queries return and screens, papers and the console show."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

from creditmate.domain.kinds import DocumentKind, EntryKind, PaperKind
from creditmate.domain.money import Money
from creditmate.domain.wishes import WishKind


@dataclass(frozen=True, slots=True)
class BusinessRow:
    """The business whose ledger is open, as its letterhead names it."""

    ledger_uid: str
    name: str
    trade_line: str
    legal_line: str
    address: tuple[str, ...]
    phone: str
    email: str
    tax_number: str
    contact_name: str
    bank_payee: str
    bank_sort_code: str
    bank_account: str
    iban: str
    bic: str
    country: str
    zone: str
    currency: str
    locale: str
    accent: str
    books_kept: str
    sample: bool
    logo_blob_id: int | None = None
    region: str = ""


class CustomerRow(NamedTuple):
    """A customer, without anything worked out."""

    id: int
    code: str
    name: str
    legal_form: str
    country: str
    locale: str
    currency: str
    payment_terms_id: int | None
    remember: str
    head_office_id: int | None = None
    friend: bool = False
    archived: bool = False
    statement_kind: str = "open_item"
    region: str = ""


class ContactRow(NamedTuple):
    """A person at a customer's, with the first telephone number and e-mail address.

    ``refuses`` is how the person does not wish to be met, or nobody at the customer's does; ``at``
    names the branch where the person is, if it is another than the customer looked at.
    ``wrong_since`` is when the number was said to be wrong, as long as it is on file unchanged.
    """

    id: int
    customer_id: int
    name: str
    role: str
    authority: str
    channel: str
    best_time: str
    phone: str
    email: str
    discuss: str = "unknown"
    refuses: frozenset[WishKind] = frozenset()
    at: str = ""
    wrong_since: date | None = None


class OpenEntryRow(NamedTuple):
    """An entry that is open as at a day: debits positive, credits negative.

    ``number`` and ``order_number`` are the document's, or the receipt's number or reference.
    """

    id: int
    customer_id: int
    kind: EntryKind
    number: str
    order_number: str
    day: date
    due_day: date | None
    original: Money
    open: Money


@dataclass(frozen=True, slots=True)
class DisputedRow:
    """An open entry that is in dispute; ``amount`` None means all of it.

    ``to_credit``: the dispute was answered in the customer's favour, and is not credited yet.
    """

    dispute_id: int
    entry_id: int
    customer_id: int
    reason: str
    raised_day: date
    day_presumed: bool
    amount: Money | None
    open: Money
    to_credit: bool = False

    @property
    def disputed(self) -> Money:
        """What is in dispute, never more than what is open."""
        return self.open if self.amount is None else min(self.amount, self.open)


@dataclass(frozen=True, slots=True)
class InteractionRow:
    """A contact that was made; ``override`` is why somebody went against the policy with it."""

    id: int
    customer_id: int
    channel: str
    direction: str
    day: date
    with_name: str
    outcome: str
    notes: str
    next_day: date | None
    none_because: str
    override: str = ""


@dataclass(frozen=True, slots=True)
class CallDraftRow:
    """A call form being filled in: for whom, since when, and what is typed, as JSON.

    ``begun_at`` and ``saved_at`` are moments in UTC as ISO text.
    """

    customer_id: int
    code: str
    name: str
    begun_at: str
    saved_at: str
    typed: str


class TaskRow(NamedTuple):
    """A next step that is not done, and the contact in which it was set.

    ``at`` is the hour agreed, where the customer is, in its ``zone``; ``about`` says what it
    follows up, a code of ``domain.next_steps``. ``agreed``: somebody was reached in that contact,
    so that it was agreed with them; everything else we set ourselves. ``person`` is who was
    spoken with then; '' where no name was given. ``refused``: they refused in that talk, or asked
    not to be called, so that we set it ourselves though somebody was reached. ``hard``: they said
    in it that they cannot pay.
    ``tried_day`` is when it was last tried in vain, and set on since. ``written``: it was set with
    something that we wrote, so that it is no next try. ``stranger``: they rang us, and
    ``person`` is a name that was heard, of nobody on file. Whoever answers when we ring may only
    have said when somebody else is in.
    """

    id: int
    customer_id: int
    kind: str
    day: date
    note: str
    made_day: date | None
    interaction_id: int | None
    at: time | None = None
    zone: str = ""
    about: str = ""
    agreed: bool = False
    person: str = ""
    refused: bool = False
    hard: bool = False
    tried_day: date | None = None
    written: bool = False
    stranger: bool = False


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper that was issued; one without a ``kind`` is a statement."""

    id: int
    kind: DocumentKind | PaperKind | None
    number: str
    customer_id: int
    currency: str
    as_at: date
    total: Money
    pages: int
    sha256: str
    content_sha256: str


@dataclass(frozen=True, slots=True)
class SentPaperRow:
    """A paper as the log of what was issued shows it; ``issued_at`` is UTC."""

    id: int
    number: str
    code: str
    name: str
    as_at: date
    total: Money
    pages: int
    issued_at: datetime
