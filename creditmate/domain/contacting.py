"""What contacts with a customer say about the next one: its policy, what was done, what is put off.

Source: issue 7, "contact policy"; domain-rules 4.12; docs/decisions/0024.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.domain.chasing import OpenEntry
from creditmate.domain.contact_budget import MONTH, Touch
from creditmate.domain.contact_policy import DEFAULT_POLICY, ContactPolicy, is_out_of_touch
from creditmate.domain.contact_steps import (
    EVERY_DAY,
    Step,
    StepMark,
    furthest,
    gentle,
    step_days,
    step_due,
)
from creditmate.domain.dates import Calendar

REPLY_DAYS = 30
"""Days to answer a letter before action: 30 for a person, 14 are usual for a company (4.13)."""
REPLY_DAYS_OF_FIRMS = 14
GREETED_WITHIN = 7
"""Days after which it is too late to welcome somebody to an invoice."""
_AFTER_LETTER = frozenset(step.value for step in Step if step.rank > Step.LETTER_BEFORE.rank)
_FORGOTTEN = timedelta(days=MONTH + 1)
"""After so long a contact has taken no step any more: the furthest one is due again."""


@dataclass(frozen=True, slots=True)
class PutOff:
    """A line that somebody put off: it comes back on the day ``until``.

    ``kind`` is the line's, as its stored code: what is more urgent is not put off with it. '' puts
    off whatever may be put off.
    """

    until: date
    reason: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Contacting:
    """How a customer may be approached, and how it was, as known on a day.

    ``touches`` are the contacts of the last month and the last one before in which they were
    followed up. ``calendar`` has the working days where the customer is; ``mark`` is the step it is
    said to be at, ``put_off`` what is put off at present. A ``welcome`` call is for new and large
    accounts. ``warned`` is the day of the last letter before action on record, to which they have
    ``reply_days`` to answer.
    """

    policy: ContactPolicy = DEFAULT_POLICY
    touches: tuple[Touch, ...] = ()
    calendar: Calendar = EVERY_DAY
    mark: StepMark | None = None
    put_off: PutOff | None = None
    welcome: bool = False
    warned: date | None = None
    reply_days: int = REPLY_DAYS

    def step(self, entries: Sequence[OpenEntry], as_at: date) -> Step | None:
        """Return the furthest step that is due for any of these items; None where none is.

        Where every step was taken, the furthest is due again a month after they were last
        followed up: nobody is forgotten who owes for long. What follows the letter before action
        is never due before that letter is on record, and the days to answer it are over.
        """
        found = self._furthest(entries, as_at, self.touches, self.mark)
        if found is None and self._asked_before(as_at - _FORGOTTEN):
            found = self._furthest(entries, as_at, (), None)
        if found is not None and self._warns_before(found):
            answer_by = self._answer_by(entries)
            if answer_by is None:
                found = Step.LETTER_BEFORE
            elif as_at <= answer_by:
                found = None
        if found is None or not self.policy.gentle:
            return found
        by_hand = None if self.mark is None else self.mark.step
        spoken = any(touch.followed_up for touch in self.touches)
        return gentle(found, spoken, by_hand)

    def _warns_before(self, step: Step) -> bool:
        """Whether a letter goes before a step; not where somebody said that they are there."""
        letter = Step.LETTER_BEFORE
        if step.rank <= letter.rank or not self.policy.rule(letter).on:
            return False
        marked = self.mark is not None and self.mark.step.rank >= letter.rank
        return not marked and all(touch.step not in _AFTER_LETTER for touch in self.touches)

    def _answer_by(self, entries: Iterable[OpenEntry]) -> date | None:
        """The last day to answer the letter before action, if one of these items was late then."""
        oldest = min((entry.due_day for entry in entries), default=date.max)
        if self.warned is None or self.warned <= oldest:
            return None
        return self.warned + timedelta(days=self.reply_days)

    def answers_until(self, entries: Sequence[OpenEntry], as_at: date) -> date | None:
        """Return the last day to answer the letter before action, while that is not over."""
        answer_by = self._answer_by(entries)
        return answer_by if answer_by is not None and as_at <= answer_by else None

    def followed_up_on(self, as_at: date) -> date | None:
        """Return the last day on which what they owe was followed up; None if it never was."""
        asked = (t.day for t in self.touches if t.followed_up and t.day <= as_at)
        return max(asked, default=None)

    def talked_on(self, day: date) -> bool:
        """Whether somebody was spoken with on a day, whoever began it: nobody is rung back then."""
        return any(touch.day == day and touch.talked for touch in self.touches)

    def is_behind(self, entries: Iterable[OpenEntry], step: Step | None, day: date) -> bool:
        """Whether the day of a step had come for one of these items by a day."""
        return step is not None and any(
            self._days(entry).get(step, date.max) <= day for entry in entries
        )

    def greets(self, entries: Iterable[OpenEntry], as_at: date) -> bool:
        """Whether the welcome call is due for one of these items, and not too late."""
        return self.welcome and any(self._greets(self._days(entry), as_at) for entry in entries)

    def _greets(self, days: Mapping[Step, date], as_at: date) -> bool:
        day = days.get(Step.WELCOME)
        if day is None or not day <= as_at < day + timedelta(days=GREETED_WITHIN):
            return False
        if any(touch.spoke and day <= touch.day <= as_at for touch in self.touches):
            return False  # whoever began the talk
        return step_due(days, self.touches, as_at, self.mark) is Step.WELCOME

    def is_out_of_touch(self, last_talk: date | None, as_at: date) -> bool:
        """Whether nobody has spoken for as long as the policy says; never where nobody ever did."""
        return last_talk is not None and is_out_of_touch(last_talk, as_at, self.policy)

    def silent_days(self, last_talk: date | None, entries: Iterable[OpenEntry]) -> Iterator[date]:
        """Return the days from which on a word is in place although nothing is late."""
        if last_talk is not None and self.policy.stay_in_touch_days:
            yield last_talk + timedelta(days=self.policy.stay_in_touch_days)
        if self.welcome:
            days = (self._days(entry).get(Step.WELCOME) for entry in entries)
            yield from (day for day in days if day is not None)

    def next_step_day(self, entries: Sequence[OpenEntry], as_at: date) -> date | None:
        """Return the first day after ``as_at`` on which a step is due; None where none will be.

        That a day of a step comes is not enough: it may have been taken early.
        """
        found = list[date | None]()
        for entry in entries:
            if days := self._days(entry):  # else it has no step at all
                found.append(self._due_after(days, as_at))
        if found and (known := self._asked_days()):
            found.append(max(known) + _FORGOTTEN)
        answer_by = self._answer_by(entries)
        if answer_by is not None and as_at <= answer_by and self._is_beyond_letter(entries, as_at):
            return answer_by + timedelta(days=1)
        return min((day for day in found if day is not None and day > as_at), default=None)

    def _is_beyond_letter(self, entries: Iterable[OpenEntry], as_at: date) -> bool:
        """Whether what is due goes further than the letter, which they have days to answer."""
        found = self._furthest(entries, as_at, self.touches, self.mark)
        return found is not None and self._warns_before(found)

    def _due_after(self, days: Mapping[Step, date], as_at: date) -> date | None:
        """The first day after one on which a step of an invoice is due."""
        ahead = (day for day in sorted(days.values()) if day > as_at)
        due = (day for day in ahead if step_due(days, self.touches, day, self.mark) is not None)
        return next(due, None)

    def _furthest(
        self,
        entries: Iterable[OpenEntry],
        as_at: date,
        touches: Sequence[Touch],
        mark: StepMark | None,
    ) -> Step | None:
        oldest_first = sorted(entries, key=lambda entry: entry.due_day)
        found = (step_due(self._days(entry), touches, as_at, mark) for entry in oldest_first)
        if mark is None and not self.welcome and not any(touch.step for touch in touches):
            return next((step for step in found if step is not None), None)  # none goes further
        return furthest(found)

    def _asked_before(self, day: date) -> bool:
        """Whether they were not followed up, nor a step set, since a day."""
        return max(self._asked_days(), default=day) <= day

    def _asked_days(self) -> list[date]:
        """The days on which they were followed up, or a step was set."""
        known = [touch.day for touch in self.touches if touch.followed_up]
        return known if self.mark is None else [*known, self.mark.day]

    def _days(self, entry: OpenEntry) -> dict[Step, date]:
        rules = self.policy.steps_of(welcome=self.welcome)
        return step_days(rules, entry.day, entry.due_day, self.calendar)


def group_contacting(members: Sequence[Contacting | None]) -> Contacting | None:
    """Return the contacts of a head office, which stands first, with those of its branches.

    They have one budget, and one policy, that of the head office.
    """
    head, *_ = members
    if head is None:
        return None
    known = [member for member in members if member is not None]
    warned = max((one.warned for one in known if one.warned is not None), default=None)
    marks = [member.mark for member in known if member.mark is not None]
    return Contacting(
        policy=head.policy,
        touches=tuple(touch for member in known for touch in member.touches),
        calendar=head.calendar,
        mark=head.mark or max(marks, key=lambda mark: mark.day, default=None),
        put_off=head.put_off,
        welcome=any(member.welcome for member in known),
        warned=warned,
        reply_days=max(member.reply_days for member in known),
    )
