"""What the agenda of a visit is made from: only what the customer may read.

There is no field for what we hope for, what we would settle for, what we may give, what we saw or
what it costs: such a thing cannot even be handed over.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from creditmate.documents.page import PageSize
from creditmate.documents.papers import BusinessCard, Replaced
from creditmate.documents.window import PRESETS, Preset, Window, with_country
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.visits import SlotKind


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who takes part; ``role`` may be ''."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """What is talked about from an hour on.

    Without words it has those of its kind, and so has an item of the account without a note.
    ``papers`` are what is brought for an item that has no note of its own.
    """

    at: time
    what: str = ""
    note: str = ""
    kind: SlotKind = SlotKind.ISSUE
    papers: str = ""


@dataclass(frozen=True, slots=True)
class LooseCredit:
    """Money or a credit of theirs that no invoice was found for."""

    kind: EntryKind
    number: str
    amount: Money


@dataclass(frozen=True, slots=True)
class AccountGlance:
    """How an account stands in one currency: the parts add up to the balance.

    Attributes:
        not_due: What is not due yet.
        overdue: What is.
        loose: What is not matched; amounts are negative.
        questioned: What is in question, within what is overdue or not due.
    """

    not_due: Money
    overdue: Money
    loose: tuple[LooseCredit, ...] = ()
    questioned: Money | None = None

    @property
    def balance(self) -> Money:
        """All of it together."""
        whole = self.not_due + self.overdue
        for one in self.loose:
            whole += one.amount
        return whole


class EnclosedKind(StrEnum):
    """What goes along with an agenda."""

    STATEMENT = "statement"
    DOCUMENT = "document"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A paper that goes along: a number, or the name of a file."""

    kind: EnclosedKind
    name: str


@dataclass(frozen=True, slots=True)
class VisitAgenda:
    """The agenda of a visit, ready to be drawn.

    Attributes:
        business: Whose letterhead it is.
        number: The paper's; '' for a draft.
        day: Of the paper.
        customer_name: Whom we visit.
        account: The customer's code.
        address: What shows in the window; ``abroad`` the country's code where it is not ours.
        purpose: Why we come, in one courteous sentence.
        visit_day: When we come.
        begins: At which hour of theirs.
        minutes: How long it takes.
        place: Where, in one line; ``place_abroad`` the country's code where it is not ours.
        theirs: Who takes part from them.
        ours: Who from us.
        items: What is talked about, by the hour.
        account_at: How the account stands, one for each currency; () where nothing is open.
        enclosed: What goes along.
        ready: What we ask them to have ready.
        points: What they told us that they would like to talk about.
        caller: Who is rung to change it, on ``phone`` or written to at ``email``.
        greeted: Whom a letter with it greets; '' for nobody known.
        ring_on: When we telephone to make sure; None for not at all.
        replaces: The agenda that this one takes the place of.
        locale: The customer's.
        window: Of the envelope.
        size: Of the paper.
    """

    business: BusinessCard
    number: str
    day: date
    customer_name: str
    account: str
    address: tuple[str, ...]
    purpose: str
    visit_day: date
    begins: time
    minutes: int
    place: str
    theirs: tuple[Attendee, ...]
    ours: tuple[Attendee, ...]
    items: tuple[AgendaItem, ...]
    account_at: tuple[AccountGlance, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
    ready: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    caller: str = ""
    phone: str = ""
    email: str = ""
    greeted: str = ""
    ring_on: date | None = None
    replaces: Replaced | None = None
    abroad: str = ""
    place_abroad: str = ""
    locale: str = "en_GB"
    window: Window = PRESETS[Preset.UK_DL]
    size: PageSize = PageSize.A4

    @property
    def begins_at(self) -> datetime:
        """The day and hour at which it begins, by their clock."""
        return datetime.combine(self.visit_day, self.begins)

    @property
    def ends_at(self) -> datetime:
        """When it is to end, by their clock."""
        return self.begins_at + timedelta(minutes=self.minutes)

    @property
    def window_lines(self) -> tuple[str, ...]:
        """What shows in the window; abroad it ends with the country, as the sender calls it."""
        return with_country(self.address, self.abroad, self.business.locale)
