"""A visit as the user tells it afterwards, and what of it belongs together."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, time

from creditmate.domain.attempts import NextAttempt
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.contact_channels import Way
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.refusals import Why, refused
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.domain.visit_report import (
    NOT_MET,
    REBOOKED,
    Asked,
    Commitment,
    Field,
    Findings,
    misfits,
)
from creditmate.domain.visits import Side, VisitEventKind, VisitFile
from creditmate.services.call_notes import CallNote
from creditmate.services.calls import NewFile

_OUTCOMES = {
    VisitEventKind.DEPUTY: Outcome.AWAY,  # of whoever decides
    VisitEventKind.NOBODY: Outcome.NO_ANSWER,
    VisitEventKind.REFUSED: Outcome.NO_ANSWER,
}


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file that came of a visit; ``request`` is the id of the paper asked for that it is."""

    file: NewFile
    request: int | None = None


@dataclass(frozen=True, slots=True)
class NewLimit:
    """A credit limit decided after a visit; None for none any more."""

    amount: Money | None
    currency: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class VisitReport:
    """A visit as it is told afterwards.

    ``talk`` is the conversation: outcome, words, plan, question, opportunity and next step; whom
    it was with and what it was about are the visit's own where it does not say. Its ``day`` is
    that on which the visit was held, the planned one where none is told.
    """

    talk: CallNote
    findings: Findings
    commitments: tuple[Commitment, ...] = ()
    files: tuple[ReportFile, ...] = ()
    new_limit: NewLimit | None = None


@dataclass(frozen=True, slots=True)
class NotMet:
    """A visit on which nobody was met who decides.

    Attributes:
        kind: ``DEPUTY``, ``NOBODY`` or ``REFUSED``.
        with_name: Whom we did meet.
        note: In our words.
        next_day: When to come back to it; where none is told, the rule for attempts has it.
        next_at: At which hour.
        again: The day and hour that were agreed instead, by the visit's clock: then it is the
            visit itself that comes next.
    """

    kind: VisitEventKind
    with_name: str = ""
    note: str = ""
    next_day: date | None = None
    next_at: time | None = None
    again: tuple[date, time | None] | None = None


@dataclass(frozen=True, slots=True)
class Parted:
    """What both sides will do, sorted by what it becomes.

    ``pay`` are their promises to pay, ``do`` is what else they will do, ``ours`` what we will.
    """

    pay: tuple[Commitment, ...] = ()
    do: tuple[Commitment, ...] = ()
    ours: tuple[Commitment, ...] = field(default=())


def parted(commitments: tuple[Commitment, ...]) -> Parted:
    """Return what both sides will do, sorted by what it becomes, each by its day."""
    in_order = sorted(commitments, key=lambda one: one.by)
    theirs = [one for one in in_order if one.side is Side.THEIRS]
    return Parted(
        tuple(one for one in theirs if one.amount is not None),
        tuple(one for one in theirs if one.amount is None),
        tuple(one for one in in_order if one.side is Side.OURS),
    )


def check_its_day(file: VisitFile, today: date) -> None:
    """Refuse what cannot be told of a visit before it takes place.

    Raises:
        UserError: ``VISIT_REFUSED``: its day is still to come.
    """
    if file.visit.day > today:
        raise visit_refused(VisitWhy.STILL_TO_COME, day=file.visit.day)


def check_report(report: VisitReport, file: VisitFile, day: date) -> None:
    """Refuse a report that does not fit the visit, naming the field.

    Raises:
        UserError: ``FIELD_REFUSED``; ``CALL_FIELD``.
    """
    talk = report.talk
    if not talk.outcome.reached:
        raise UserError(Problem.CALL_FIELD, field="outcome", found=talk.outcome.value)
    told = (talk.promised is not None, bool(talk.deed))
    sides = parted(report.commitments)
    if (told[0] and sides.pay) or (told[1] and sides.ours):
        raise refused(Field.COMMITMENT.value, Why.TWICE)
    check_findings(report.findings, report.commitments, asked(file), day)


def check_findings(
    findings: Findings, commitments: tuple[Commitment, ...], asked_for: Asked, day: date
) -> None:
    """Refuse findings that do not fit the visit.

    Raises:
        UserError: ``FIELD_REFUSED``.
    """
    for wrong in misfits(findings, commitments, asked_for, day):
        found = findings.review.satisfaction if wrong is Field.SATISFACTION else "–"
        raise refused(wrong.value, _WHYS.get(wrong, Why.NOT_POSSIBLE), found=found, day=day)


_WHYS = {
    Field.RESULTS: Why.EMPTY,
    Field.RESULT_WORDS: Why.EMPTY,
    Field.REQUEST_DAY: Why.EMPTY,
    Field.OBSERVATIONS: Why.TWICE,
    Field.COMMITMENT: Why.EMPTY,
    Field.COMMITMENT_DAY: Why.DAY_PASSED,
}


def asked(file: VisitFile) -> Asked:
    """Return what a report on a visit has to speak of."""
    visit = file.visit
    return Asked([one.id for one in visit.issues], [one.id for one in visit.requests])


def talk_of(report: VisitReport, file: VisitFile, day: date, open_now: Collection[int]) -> CallNote:
    """Return the conversation as it is put down, with the first promise of either side.

    It was agreed before, since nobody is visited unannounced: it costs nothing of the budget.

    Args:
        report: As it was told.
        file: The visit.
        day: On which it was held.
        open_now: The entries that are open: what was paid since is not spoken of by itself.
    """
    talk, sides, review = report.talk, parted(report.commitments), report.findings.review
    if sides.pay:
        first = sides.pay[0]
        talk = replace(talk, promised=first.amount, promised_by=first.by)
    if sides.ours:
        talk = replace(talk, deed=sides.ours[0].words.strip(), deed_by=sides.ours[0].by)
    return replace(
        talk,
        channel=Way.VISIT.value,
        day=day,
        with_name=talk.with_name.strip() or whom(file),
        entries=talk.entries or tuple(one for one in about(file) if one in open_now),
        mood=talk.mood or review.mood,
        satisfaction=review.satisfaction if talk.satisfaction is None else talk.satisfaction,
        purpose=talk.purpose or Purpose.AGREED,
    )


def attempt_of(told: NotMet, day: date, again: NextAttempt) -> CallNote:
    """Return a visit on which nobody was met as the attempt that it was.

    Args:
        told: Whom we met.
        day: Of the visit.
        again: When to try again, where nothing else was told.

    Raises:
        UserError: ``CALL_FIELD``: somebody was met.
    """
    if told.kind not in NOT_MET:
        raise UserError(Problem.CALL_FIELD, field="outcome", found=told.kind.value)
    return CallNote(
        told.with_name.strip(),
        _OUTCOMES[told.kind],
        told.note.strip(),
        next_day=told.next_day or again.day,
        next_at=told.next_at if told.next_day else again.at,
        channel=Way.VISIT.value,
        day=day,
    )


def check_again(told: NotMet, file: VisitFile, today: date) -> None:
    """Refuse another day that cannot be.

    Raises:
        UserError: ``VISIT_REFUSED``: it has passed, or it is the day as it was; ``CALL_FIELD``:
            they do not wish any.
    """
    if told.again is None:
        return
    if told.kind not in REBOOKED:
        raise UserError(Problem.CALL_FIELD, field="next", found=told.again[0])
    if told.again[0] < today:
        raise visit_refused(VisitWhy.DAY_PAST, day=told.again[0], today=today)
    if told.again == (file.visit.day, file.visit.at):
        raise visit_refused(VisitWhy.SAME_TIME)


def whom(file: VisitFile) -> str:
    """Return whom of theirs a visit was to: who decides, else who comes first; '' if unknown."""
    theirs = file.visit.of_side(Side.THEIRS)
    deciding = [person.name for person in theirs if person.decides]
    return next(iter(deciding or [person.name for person in theirs]), "")


def about(file: VisitFile) -> tuple[int, ...]:
    """Return the entries that a visit's issues are about."""
    return tuple(dict.fromkeys(entry for issue in file.visit.issues for entry in issue.entries))
