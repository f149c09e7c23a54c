"""The contact history of a customer on paper: for ourselves, or for the file handed to others."""

from dataclasses import dataclass, field
from datetime import date

from creditmate.db.business import business
from creditmate.db.promises import deeds_of
from creditmate.documents.history_paper import HistoryPaper
from creditmate.domain.ports import Clock
from creditmate.domain.refusals import Why, refused
from creditmate.domain.story import StoryWanted
from creditmate.domain.story_on_paper import facts_only, for_ourselves
from creditmate.services.customers import require_customer
from creditmate.services.letterhead import business_card, paper_form
from creditmate.services.promise_standings import standings_of
from creditmate.services.stories import Stories


@dataclass(frozen=True, slots=True)
class HistoryWanted:
    """Which part of a story is printed, and for whom.

    Attributes:
        story: What it is narrowed to, days among it.
        facts_only: It may be handed to others.
    """

    story: StoryWanted = field(default_factory=StoryWanted)
    facts_only: bool = False

    def has(self, day: date) -> bool:
        """Whether a day is in it."""
        return (self.story.first or date.min) <= day <= (self.story.last or date.max)


class HistoryPapers:
    """Makes contact histories; they are not issued, since they can always be made again.

    Args:
        stories: Tells what happened.
        clock: Tells the day.
    """

    def __init__(self, stories: Stories, clock: Clock) -> None:
        self._stories, self._clock = stories, clock

    def paper(self, code: str, wanted: HistoryWanted) -> HistoryPaper:
        """Return a customer's history, ready to be drawn.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``FIELD_REFUSED``: the period ends before it begins.
        """
        customer, today, home = require_customer(code), self._clock.today, business()
        story = wanted.story
        if story.first is not None and story.first > (story.last or today):
            raise refused("history.period", Why.DAYS_TURNED)
        listing = self._stories.listing(code, story, today)
        kept = facts_only if wanted.facts_only else for_ourselves
        standings = standings_of([customer.id], today).get(customer.id, ())
        deeds = deeds_of([customer.id], today).get(customer.id, ())
        return HistoryPaper(
            business=business_card(home),
            customer_name=customer.name,
            account=customer.code,
            as_at=today,
            events=tuple(kept(self._stories.rows(listing, listing.keys[::-1]))),
            standings=tuple(one for one in standings if wanted.has(one.promise.made_day)),
            deeds=tuple(one for one in deeds if wanted.has(one.made_day)),
            first=story.first,
            last=story.last,
            topic=story.topic,
            text=story.text,
            channel=story.channel,
            facts_only=wanted.facts_only,
            locale=home.locale,
            size=paper_form(home)[0],
        )
