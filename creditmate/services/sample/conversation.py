"""The ordinary talks of the last six months, made to fit the money that followed them.

The account comes first: a promise is made in a talk a few days before the receipt that keeps
it, and is about what that receipt paid and was overdue when we spoke.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.services.sample import phrases
from creditmate.services.sample.account import Account, Entry
from creditmate.services.sample.firms import Person
from creditmate.services.sample.habits import PAYERS, Manner
from creditmate.services.sample.story import Story, Talk
from creditmate.services.sample.words import Fact

SPAN = 182
"""Days of talks that are told."""
_APART = 12  # days between two matters that we raise
_COURTESY_APART = 45
_TITLES = ("Mrs", "Major", "Rev.")
_KINDS = {
    Outcome.WILL_PAY: 42,
    Outcome.NEXT_PAYMENT_RUN: 26,
    Outcome.PAYMENT_SENT: 12,
    Outcome.WAITING_APPROVAL: 8,
    Outcome.INVOICE_NOT_RECEIVED: 12,
}
"""How often, of a hundred."""


@dataclass(frozen=True, slots=True)
class _Matter:
    """What a talk is about: what was overdue then, and the day its money came."""

    entries: tuple[Entry, ...]
    amount: Money
    paid_day: date


def converse(story: Story) -> None:
    """Add the ordinary talks, up to a fortnight before those that the customer's story has."""
    at = story.setting
    told = min((talk.day for talk in story.talks), default=at.today)
    last = min(at.posted, told - timedelta(days=14))
    latest = date.min
    if PAYERS[story.firm.payer].manner is Manner.ROUND:
        return  # who pays round sums promises no sums of invoices
    for account, receipt in _receipts(story):
        if at.today - timedelta(days=SPAN) <= receipt.day <= last:
            latest = _about(story, account, receipt, latest)
    if not story.talks or told == at.today:
        _about_today(story, latest)


def _receipts(story: Story) -> list[tuple[Account, Entry]]:
    found = [
        (account, entry)
        for account in story.accounts.values()
        for entry in account.entries
        if entry.kind is EntryKind.RECEIPT
    ]
    return sorted(found, key=lambda pair: pair[1].day)


def _about(story: Story, account: Account, receipt: Entry, latest: date) -> date:
    """Make up the talk before a receipt, if there was one; return the day of the latest talk."""
    at, rng = story.setting, story.setting.rng
    day = _working_before(story, receipt.day, rng.randint(3, 7))
    paid = [made for made in account.allocations if made.credit is receipt and made.minor > 0]
    late = [a for a in paid if (a.debit.due_day or day) < day - timedelta(days=2)]
    if late and day >= latest + timedelta(days=_APART) and rng.random() < 0.8:
        late.sort(key=lambda made: made.debit.day)
        amount = Money(sum(made.minor for made in late), receipt.amount.currency)
        matter = _Matter(tuple(made.debit for made in late), amount, receipt.day)
        _attempts(story, day, matter, latest)
        _late_talk(story, day, matter)
        return day
    bought = paid[0].debit.day if paid else receipt.day
    early = at.ahead(bought, rng.randint(2, 4))
    first = max(latest + timedelta(days=_COURTESY_APART), at.today - timedelta(days=SPAN))
    if paid and first <= early < receipt.day and rng.random() < 0.3:
        _courtesy_talk(story, early, paid[0].debit)
        return early
    return latest


def _working_before(story: Story, day: date, count: int) -> date:
    for _ in range(count):
        day = story.setting.worked.previous_working(day - timedelta(days=1))
    return day


def _facts(story: Story, entries: Sequence[Entry], amount: Money, by: date) -> dict[str, Fact]:
    return {"who": called(story.firm.people[0]), "inv": entries[0], "sum": amount, "by": by}


def called(person: Person) -> str:
    """Return how we call somebody in a note."""
    first, *_, last = person.name.split()
    if last == "helpdesk":
        return "The helpdesk"
    return f"{first} {last}" if first in _TITLES else first


def _attempts(story: Story, day: date, matter: _Matter, latest: date) -> None:
    """Now and then somebody was not reached at once, or had been written to before."""
    rng, facts = story.setting.rng, _facts(story, matter.entries, matter.amount, day)
    first = _working_before(story, day, rng.randint(1, 2))
    due = matter.entries[0].due_day or day
    if story.firm.people[0].channel == "call" and first > max(latest, due) and rng.random() < 0.35:
        outcome, text = rng.choice(phrases.MISSED)
        story.talk(first, outcome, text, facts, then=day)
    written = _working_before(story, day, rng.randint(4, 6))
    if written > max(latest, due + timedelta(days=2)) and rng.random() < 0.7:
        text = rng.choice(phrases.REMINDERS)
        story.talk(written, Outcome.NO_ANSWER, text, facts, then=day, channel="email")


def _late_talk(story: Story, day: date, matter: _Matter) -> None:
    rng = story.setting.rng
    if story.firm.people[0].channel == "email":
        facts = _facts(story, matter.entries, matter.amount, matter.paid_day)
        text = rng.choice(phrases.BY_MAIL)
        talk = story.talk(
            day, Outcome.NEXT_PAYMENT_RUN, text, facts, then="", channel="email", direction="in"
        )
        story.promise(talk, matter.paid_day, matter.amount, matter.entries)
        return
    (outcome,) = rng.choices(list(_KINDS), list(_KINDS.values()))
    if outcome is Outcome.PAYMENT_SENT:
        _sent(story, matter)
    else:
        _agreed(story, day, matter, outcome)


def _sent(story: Story, matter: _Matter) -> None:
    day = _working_before(story, matter.paid_day, 1)
    facts = _facts(story, matter.entries, matter.amount, story.setting.ahead(matter.paid_day, 1))
    text = story.setting.rng.choice(phrases.LATE[Outcome.PAYMENT_SENT])
    direction = "in" if text.startswith("Rang") else "out"
    talk = story.talk(day, Outcome.PAYMENT_SENT, text, facts, then=matter.paid_day)
    talk.direction = direction


def _agreed(story: Story, day: date, matter: _Matter, outcome: Outcome) -> None:
    """Talk about a day to pay: mostly it is kept, within grace at times, and missed at times."""
    rng = story.setting.rng
    sooner = rng.choices((0, 1, 2, 4), (60, 15, 10, 15))[0]
    by = max(_working_before(story, matter.paid_day, sooner), story.setting.ahead(day, 1))
    facts: Mapping[str, Fact] = _facts(story, matter.entries, matter.amount, by)
    talk = story.talk(day, outcome, rng.choice(phrases.LATE[outcome]), facts, then=by)
    if outcome is not Outcome.WAITING_APPROVAL:
        story.promise(talk, by, matter.amount, matter.entries)
    if outcome is Outcome.INVOICE_NOT_RECEIVED:
        story.we_promise(talk, "Copy of invoice {inv}", {"inv": matter.entries[0]}, day, day)


def _courtesy_talk(story: Story, day: date, entry: Entry) -> Talk:
    outcome, text, because = story.setting.rng.choice(phrases.COURTESY)
    facts = _facts(story, [entry], entry.amount, day)
    channel = story.firm.people[0].channel
    return story.talk(day, outcome, text, facts, then=because, channel=channel)


def _about_today(story: Story, latest: date) -> None:
    """Of those overdue today, some have been spoken to and have named a day still to come."""
    at, rng = story.setting, story.setting.rng
    day = at.working_ago(rng.randint(1, 4))
    ripe = [(entry, money) for entry, money in story.account.overdue(day) if entry.open]
    if not ripe or day < latest + timedelta(days=_APART) or rng.random() < 0.5:
        return
    entries = tuple(entry for entry, _ in ripe)
    amount = Money(sum(money.minor for _, money in ripe), story.firm.currency)
    if rng.random() < 0.3:
        outcome, text = rng.choice(phrases.MISSED)
        facts = _facts(story, entries, amount, at.today)
        story.talk(day, outcome, text, facts, then="stays on the list until reached")
        return
    _agreed_ahead(story, day, entries, amount)


def _agreed_ahead(story: Story, day: date, entries: tuple[Entry, ...], amount: Money) -> None:
    by = story.setting.ahead(story.setting.today, story.setting.rng.randint(1, 4))
    facts = _facts(story, entries, amount, by)
    if story.firm.people[0].channel == "email":
        text = story.setting.rng.choice(phrases.BY_MAIL)
        talk = story.talk(
            day, Outcome.WILL_PAY, text, facts, then="", channel="email", direction="in"
        )
    else:
        outcome = story.setting.rng.choice((Outcome.WILL_PAY, Outcome.NEXT_PAYMENT_RUN))
        talk = story.talk(
            day, outcome, story.setting.rng.choice(phrases.LATE[outcome]), facts, then=""
        )
    story.promise(talk, by, amount, entries)
