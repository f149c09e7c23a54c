"""What the letter of thanks after a visit is made from: only what the customer may read."""

from dataclasses import dataclass
from datetime import date

from creditmate.documents.page import PageSize
from creditmate.documents.papers import BusinessCard, Replaced
from creditmate.documents.window import PRESETS, Preset, Window, with_country
from creditmate.domain.confirmation import Confirmation, Deed, Part


@dataclass(frozen=True, slots=True)
class SentLater:
    """A paper that they said they would send, and by when; None where no day was named."""

    what: str
    by_day: date | None


@dataclass(frozen=True, slots=True)
class VisitThanks:
    """A letter of thanks ready to be drawn.

    Attributes:
        business: Whose letterhead it is.
        number: The paper's; '' for a draft.
        day: Of the letter.
        visit_day: When we were there.
        customer_name: Whom we visited.
        account: The customer's code.
        address: What shows in the window; ``abroad`` the country's code where it is not ours.
        told: What was agreed, by either side.
        pays: What they pay by further days.
        does: What they do besides.
        received: What they gave us to take along.
        later: What they send us.
        opening: A sentence of thanks of our own; '' for the usual one.
        signed: Who writes it; '' for the business.
        replaces: The letter that this one takes the place of.
        locale: The customer's.
        window: Of the envelope.
        size: Of the paper.
    """

    business: BusinessCard
    number: str
    day: date
    visit_day: date
    customer_name: str
    account: str
    address: tuple[str, ...]
    told: Confirmation
    pays: tuple[Part, ...] = ()
    does: tuple[Deed, ...] = ()
    received: tuple[str, ...] = ()
    later: tuple[SentLater, ...] = ()
    opening: str = ""
    signed: str = ""
    replaces: Replaced | None = None
    abroad: str = ""
    locale: str = "en_GB"
    window: Window = PRESETS[Preset.UK_DL]
    size: PageSize = PageSize.A4

    @property
    def window_lines(self) -> tuple[str, ...]:
        """What shows in the window; abroad it ends with the country, as the sender calls it."""
        return with_country(self.address, self.abroad, self.business.locale)
