"""What the contact history of a customer is made from."""

from dataclasses import dataclass
from datetime import date

from creditmate.documents.page import PageSize
from creditmate.documents.papers import BusinessCard
from creditmate.domain.promises import Deed, Standing
from creditmate.domain.story import StoryEvent, Topic


@dataclass(frozen=True, slots=True)
class HistoryPaper:
    """A contact history ready to be drawn.

    Attributes:
        business: Whose paper it is.
        customer_name: With whom the contacts were.
        account: The customer's code.
        as_at: The day of the paper: what became known later is not in it.
        events: What happened, the earliest first; what may stand there and nothing else
            (``domain.story_on_paper``).
        standings: The customer's promises, and how they stand.
        deeds: Ours.
        first: Nothing before this day; None for all.
        last: Nothing after this day; None for all.
        topic: What it was narrowed to.
        text: The words that it was narrowed to; '' for none.
        channel: The only way of contact in it; '' for all.
        facts_only: It may be handed to others; else it is ours and says so.
        locale: Of the words.
        size: Of the paper.
    """

    business: BusinessCard
    customer_name: str
    account: str
    as_at: date
    events: tuple[StoryEvent, ...]
    standings: tuple[Standing, ...] = ()
    deeds: tuple[Deed, ...] = ()
    first: date | None = None
    last: date | None = None
    topic: Topic = Topic.EVERYTHING
    text: str = ""
    channel: str = ""
    facts_only: bool = False
    locale: str = "en_GB"
    size: PageSize = PageSize.A4
