"""One line of the work list: what sort it is, how to act, and where it stands."""

from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from creditmate.domain.contact_steps import Step
from creditmate.domain.money import Money
from creditmate.domain.priority import Part, score
from creditmate.domain.work_reasons import Reason, ReasonCode


class Kind(StrEnum):
    """What sort of line it is; the values are stable."""

    OURS_LATE = "ours_late"
    OURS_DUE = "ours_due"
    ANSWER_DUE = "answer_due"  # to a question of theirs, from us
    CALL_BACK = "call_back"
    VISIT = "visit"
    PROMISE_NOT_KEPT = "promise_not_kept"
    PLAN_DEFAULT = "plan_default"
    SAID_PAID = "said_paid"  # and not found
    INSTALMENT = "instalment"  # due today, or late and to come still
    CHECK_MONEY = "check_money"
    HELP_SHEET = "help_sheet"  # to hear how it went
    NOTED = "noted"  # an opportunity, or feedback, to come back to
    PLANNED_CALL = "planned_call"  # by us: nobody agreed to it
    FOLLOW_UP = "follow_up"
    COURTESY = "courtesy"
    STAY_IN_TOUCH = "stay_in_touch"


class Channel(StrEnum):
    """How to act on a line. ``bank`` and ``match`` mean: look before anybody is called.

    ``visit``: a visit is prepared, made or told of. ``none``: they refuse every way there is of
    reaching them.
    """

    CALL = "call"
    EMAIL = "email"
    LETTER = "letter"
    BANK = "bank"
    MATCH = "match"
    VISIT = "visit"
    NONE = "none"


OF_OUR_OWN_ACCORD = frozenset(
    {Kind.PLANNED_CALL, Kind.FOLLOW_UP, Kind.COURTESY, Kind.STAY_IN_TOUCH}
)
"""Lines that nothing was agreed about: nobody waits for them, and only they cost of the budget."""
_NEWS = frozenset({ReasonCode.TIME_PASSED, ReasonCode.PAYMENT_RETURNED})
_LOOK = frozenset({ReasonCode.CHECK_BANK, ReasonCode.CHECK_SAID_PAID})
_VISIT_AHEAD = frozenset({ReasonCode.VISIT_AHEAD, ReasonCode.VISIT_CONFIRMED})
_OF_VISIT = frozenset({ReasonCode.VISIT, ReasonCode.VISIT_STEP, ReasonCode.VISIT_PASSED})
_RANKED = min(place for place, kind in enumerate(Kind) if kind in OF_OUR_OWN_ACCORD)
_GROUP = {
    **{kind: min(place, _RANKED) for place, kind in enumerate(Kind)},
    Kind.STAY_IN_TOUCH: _RANKED + 1,
}
"""Places in the day; follow-ups and courtesy calls share one, where only worth counts after what we
planned for the day. A word to stay in touch is about no money, and comes last."""


def place_of(kind: Kind) -> int:
    """Return how early in the day lines of a kind come; smaller comes first."""
    return _GROUP[kind]


class Line(NamedTuple):
    """One line of the list.

    ``amounts`` is what it is about, per currency, largest first; ``days_late`` counts from the
    oldest item it is about (negative: not yet due; ``None``: about no item); ``when`` and
    ``at`` are the day and hour that were agreed, for what was agreed, else those for which we
    planned to call. ``branches`` are those of a head office for which it speaks; ``step`` is the
    one of the policy that a line of our own accord takes. ``ours_alone``: it is work of ours before
    or after a visit, and about no contact. ``member`` is the one of a group with whom it was
    agreed, where that is not the ``customer``, and ``person`` whom we spoke with; ``stranger``:
    they had rung us, and are nobody on file.
    """

    customer: int
    kind: Kind
    channel: Channel
    reasons: tuple[Reason, ...]
    amounts: tuple[Money, ...]
    parts: tuple[Part, ...]
    days_late: int | None
    when: date | None = None
    at: time | None = None
    branches: tuple[int, ...] = ()
    step: Step | None = None
    ours_alone: bool = False
    member: int | None = None
    person: str = ""
    stranger: bool = False

    def of_group(self, branches: tuple[int, ...]) -> "Line":
        """Return the same about a head office and these branches of its."""
        return self._replace(branches=branches)

    @property
    def score(self) -> float:
        """The points of all parts together."""
        return score(self.parts)

    @property
    def has_visit_step(self) -> bool:
        """Whether a step of a visit is due besides what else the line is about."""
        return any(reason.code is ReasonCode.VISIT_STEP for reason in self.reasons)

    @property
    def is_of_visit(self) -> bool:
        """Whether a visit, what is to be done before it, or its report is due."""
        return any(reason.code in _OF_VISIT for reason in self.reasons)

    @property
    def is_news(self) -> bool:
        """Whether it is about time that ran out, or money that came back: due, as a promise is."""
        return self.kind is Kind.FOLLOW_UP and any(r.code in _NEWS for r in self.reasons)

    @property
    def is_to_look(self) -> bool:
        """Whether the day has come to look for money: due, whatever else they are rung about."""
        return any(reason.code in _LOOK for reason in self.reasons)

    @property
    def is_capped(self) -> bool:
        """Whether it waits for tomorrow where the day has no room for more of our own accord."""
        due = self.has_visit_step or self.is_news or self.is_to_look
        return self.kind in OF_OUR_OWN_ACCORD and not due

    @property
    def visit_ahead(self) -> Reason | None:
        """The visit that a talk is about, as what they owe is left to it; None where it is not."""
        if self.kind is not Kind.FOLLOW_UP or self.step is not None:
            return None
        return next((reason for reason in self.reasons if reason.code in _VISIT_AHEAD), None)

    @property
    def rank(self) -> tuple[int, date, time, float, int]:
        """The sort key of the list: smaller comes first."""
        return (
            place_of(self.kind),
            self.when or date.max,
            self.at or time.max,
            -self.score,
            self.customer,
        )
