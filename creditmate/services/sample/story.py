"""One customer's whole story as it is made up: the account, the talks, promises and disputes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from creditmate.domain.dates import Calendar
from creditmate.domain.disputes import DisputeEventKind, DisputeReason
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import PromiseEnd
from creditmate.services.sample.account import Account, Entry
from creditmate.services.sample.firms import Firm
from creditmate.services.sample.habits import TERMS
from creditmate.services.sample.words import Fact, Words

GRACE = 2
"""Working days after its day on which a promise may still be kept."""


@dataclass(slots=True, eq=False)
class Talk:
    """A contact made; ``person`` is a place in the firm's people, None for a name as heard.

    ``clock`` is our local time in minutes after midnight.
    """

    day: date
    outcome: Outcome
    notes: Words
    channel: str = "call"
    direction: str = "out"
    person: int | None = 0
    heard_name: str = ""
    minutes: int | None = None
    next_day: date | None = None
    none_because: str = ""
    clock: int = 600
    mood: str = ""


@dataclass(slots=True, eq=False)
class Vow:
    """A promise of the customer's to pay."""

    talk: Talk
    due_day: date
    until_day: date
    amount: Money
    entries: tuple[Entry, ...]
    ended: tuple[PromiseEnd, date, "Vow | None"] | None = None


@dataclass(slots=True, eq=False)
class Deed:
    """A promise of ours to do something."""

    talk: Talk
    words: Words
    due_day: date
    done_day: date | None


@dataclass(slots=True, eq=False)
class Query:
    """A dispute about one entry; no amount means all of it."""

    raised_day: date
    reason: DisputeReason
    by_whom: str
    answer_by_day: date
    note: Words
    entry: Entry
    amount: Money | None
    ended: tuple[DisputeEventKind, date] | None = None


@dataclass(slots=True, eq=False)
class Step:
    """A next step: a task with its day."""

    talk: Talk
    kind: str
    day: date
    note: Words
    done_day: date | None


@dataclass(slots=True)
class Setting:
    """The day it all leads up to, how the banks work, and where chance comes from."""

    today: date
    worked: Calendar
    rng: Random

    @property
    def posted(self) -> date:
        """The last working day before today: up to it cash is posted."""
        return self.worked.previous_working(self.today - timedelta(days=1))

    def ago(self, days: int) -> date:
        """Return the day so many calendar days ago, or the last working day before it."""
        return self.worked.previous_working(self.today - timedelta(days=days))

    def working_ago(self, count: int) -> date:
        """Return the ``count``-th working day before today."""
        day = self.today
        for _ in range(count):
            day = self.worked.previous_working(day - timedelta(days=1))
        return day

    def ahead(self, day: date, working_days: int) -> date:
        """Return a working day so many working days after ``day``."""
        return self.worked.add_working_days(day, working_days)


@dataclass(slots=True)
class Story:
    """A customer, and everything that happened between us in two years."""

    firm: Firm
    setting: Setting
    accounts: dict[str, Account] = field(default_factory=dict)
    talks: list[Talk] = field(default_factory=list)
    vows: list[Vow] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)
    queries: list[Query] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    order: int = 0

    @property
    def next_steps(self) -> list[Step]:
        """All next steps: those with a note of their own, and to ring on the day that was set."""
        named = {step.talk for step in self.steps}
        rest = [
            Step(talk, "call_back", talk.next_day, Words(), self._done(talk.next_day))
            for talk in self.talks
            if talk.next_day is not None and talk not in named
        ]
        return [*self.steps, *rest]

    def _done(self, day: date) -> date | None:
        """What was set for a day that has passed was done on it."""
        return day if day < self.setting.today else None

    @property
    def account(self) -> Account:
        """The account in the customer's own currency."""
        return self.account_in(self.firm.currency)

    def account_in(self, currency: str) -> Account:
        """Return the account in a currency."""
        return self.accounts.setdefault(currency, Account(TERMS[self.firm.terms]))

    def talk(  # noqa: PLR0913 - reads like the call's own form
        self,
        day: date,
        outcome: Outcome,
        text: str,
        facts: Mapping[str, Fact] | None = None,
        *,
        then: date | str,
        person: int | None = 0,
        channel: str = "call",
        direction: str = "out",
        heard_name: str = "",
    ) -> Talk:
        """Put down a contact. ``then`` is the day of the next step, or why there is none."""
        minutes = self.setting.rng.randint(2, 9) if channel == "call" and outcome.reached else None
        made = Talk(day, outcome, Words(text, facts or {}), channel, direction, person)
        made.heard_name, made.minutes = heard_name, minutes
        made.clock = self.setting.rng.randint(9 * 60 + 5, 16 * 60 + 40)
        if isinstance(then, date):
            made.next_day = then
        else:
            made.none_because = then
        self.talks.append(made)
        return made

    def promise(
        self, talk: Talk, due_day: date, amount: Money, entries: Sequence[Entry] = ()
    ) -> Vow:
        """Put down that the customer will pay; checking that it came becomes a step."""
        until = self.setting.ahead(due_day, GRACE)
        made = Vow(talk, due_day, until, amount, tuple(entries))
        self.vows.append(made)
        check = self.setting.ahead(until, 1)
        self.steps.append(Step(talk, "check_money", check, Words(), self._done(check)))
        talk.next_day, talk.none_because = check, ""
        return made

    def we_promise(
        self, talk: Talk, text: str, facts: Mapping[str, Fact], due: date, done: date | None
    ) -> Deed:
        """Put down what we said we would do, and when it was done."""
        made = Deed(talk, Words(text, facts), due, done)
        self.deeds.append(made)
        return made

    def call_back(self, talk: Talk, day: date, text: str, done: date | None = None) -> Step:
        """Put down that we ring again on ``day``."""
        made = Step(talk, "call_back", day, Words(text), done)
        talk.next_day, talk.none_because = day, ""
        self.steps.append(made)
        return made
