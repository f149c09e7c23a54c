"""The sample ledger: an invented joinery supplier with two years of believable trade.

Made by the program from a fixed seed, with every day counted from the day it is made: the same
day gives the same ledger. What has no table yet joins it with the issue that brings the table.
"""

from datetime import date
from random import Random

from creditmate.db.gateway import Writing
from creditmate.db.habits import keep_habits
from creditmate.db.imports import post_cash
from creditmate.services.calendars import working_calendar
from creditmate.services.sample.abroad import ABROAD
from creditmate.services.sample.british import BRITISH
from creditmate.services.sample.conversation import converse
from creditmate.services.sample.credit import write_credit
from creditmate.services.sample.firms import Firm
from creditmate.services.sample.known import KNOWN
from creditmate.services.sample.situations import PLOTS, SITUATIONS
from creditmate.services.sample.standing import write_standing
from creditmate.services.sample.story import Setting, Story
from creditmate.services.sample.trade import trade
from creditmate.services.sample.write import write_accounts
from creditmate.services.sample.write_charge import write_charge
from creditmate.services.sample.write_contacts import write_contacts
from creditmate.services.sample.write_diary import write_diary
from creditmate.services.sample.write_interest import write_interest
from creditmate.services.sample.write_invoices import write_invoices, write_work
from creditmate.services.sample.write_money import write_money_in
from creditmate.services.sample.write_people import write_business, write_customers, write_settings
from creditmate.services.sample.write_plans import write_plans
from creditmate.services.sample.write_policy import write_policy
from creditmate.services.sample.write_questions import write_questions
from creditmate.services.sample.write_talks import write_talks
from creditmate.services.sample.write_terms import write_terms
from creditmate.services.sample.write_visits import write_visits
from creditmate.services.sample.write_visits_told import write_visits_told

__all__ = ["FIRMS", "SITUATIONS", "fill_sample", "stories"]

SEED = "Rookmere"
FIRMS: tuple[Firm, ...] = tuple(sorted((*KNOWN, *BRITISH, *ABROAD), key=lambda firm: firm.code))
"""The customers in the order of their codes."""


def fill_sample(writing: Writing, today: date) -> None:
    """Write the whole sample into an empty ledger, within one action.

    Args:
        writing: The action, the first of the ledger.
        today: The day that everything leads up to; nothing but next steps is dated later.
    """
    told = stories(today)
    staff = write_business(writing)
    write_settings(writing, staff, today)
    ids = write_customers(writing, FIRMS, staff)
    write_accounts(writing, told, ids)
    write_invoices(writing, told, ids)
    write_charge(writing, told, today)
    write_work(writing, today, ids)
    post_cash(writing, told[0].setting.posted)
    write_talks(writing, told, ids, staff)
    write_contacts(writing, ids, staff, told[0].setting)
    write_diary(writing, ids, staff, today)
    write_questions(writing, ids, staff, today)
    write_money_in(writing, told, ids)
    write_standing(writing, ids, today)
    write_policy(writing, ids)
    write_terms(writing, FIRMS, ids, today)
    write_interest(writing, ids, today)
    write_credit(writing, ids, staff[0], today)
    write_plans(writing, ids, told[0].setting.posted, today)
    write_visits_told(writing, ids, staff, today)
    write_visits(writing, ids, staff, today)
    keep_habits(ids.customers.values())


def stories(today: date) -> list[Story]:
    """Make up every customer's story, each from a chance of its own: none disturbs another."""
    worked = working_calendar("GB", "ENG", years=range(today.year - 3, today.year + 2))
    return [_story(firm, Setting(today, worked, Random(SEED + firm.code))) for firm in FIRMS]  # noqa: S311 - no secret


def _story(firm: Firm, setting: Setting) -> Story:
    story = Story(firm, setting)
    plot = PLOTS.get(firm.code)
    trade(story, plot.quiet if plot else 0)
    if plot:
        plot.tell(story)
    converse(story)
    return story
