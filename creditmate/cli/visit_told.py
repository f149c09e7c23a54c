"""What the options of ``visit report`` tell of a visit."""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from creditmate.cli.arguments import visit_reports as forms
from creditmate.cli.contact_note import contact_note
from creditmate.cli.far_days import meant_day
from creditmate.cli.session import Session
from creditmate.cli.visit_promised import typed_promise, typed_queries
from creditmate.domain.attachments import safe_name
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.feeling import Mood
from creditmate.domain.visit_observations import Observation, Seen, Topic
from creditmate.domain.visit_report import (
    Came,
    Commitment,
    Findings,
    IssueOutcome,
    IssueResult,
    LimitView,
    RequestOutcome,
    Review,
    RiskView,
)
from creditmate.domain.visits import Side, VisitFile
from creditmate.i18n.parsing import parse_money
from creditmate.i18n.quantities import parse_decimal
from creditmate.services.attachments import read_file
from creditmate.services.calls import NewFile
from creditmate.services.customers import require_customer
from creditmate.services.visit_additions import Addition, Said
from creditmate.services.visit_report_notes import NewLimit, ReportFile, VisitReport

Code = TypeVar("Code", bound=StrEnum)

_NONE = "none"
_NOTHING: tuple[object, ...] = (None, "", [], False)
_BESIDE = frozenset({
    "command", "deed", "visit", "code", "channel", "incoming", "plan_every", "add", "undo",
    "ledger", "password_file", "on", "json", "wait",
})  # fmt: skip
"""Options that tell nothing of a visit, or always have a value."""
_NOT_ADDED = frozenset({
    "outcome", "with_name", "day", "next", "next_at", "none_because", "replaces", "we_did",
    "besides", "new_limit", "limit_because", "more_time", "step", "barrier", "told", "override",
    "why", "paid_on", "method", "reference", "amount",
})  # fmt: skip
"""What is told at first or not at all: it is put right, or decided, elsewhere."""


def told_report(session: Session, file: VisitFile) -> VisitReport:
    """Return a visit as the options tell it; ``arguments.code`` is the customer's.

    Raises:
        UserError: ``BAD_OPTION``; ``CALL_FIELD``: nothing says how it ended; ``DAY_FAR``; an
            amount, a day or an hour cannot be read.
    """
    if not session.arguments.outcome:
        raise UserError(Problem.CALL_FIELD, field="no-outcome", found="")
    talk, more = contact_note(session), _commitments(session)
    queries = (*talk.queries, *typed_queries(session))
    talk = replace(talk, dispute=next(iter(queries), None), further=queries[1:])
    if more and talk.promised is not None and talk.promised_by is not None:
        more.append(Commitment(Side.THEIRS, talk.promised_by, amount=talk.promised))
        talk = replace(talk, promised=None, promised_by=None)
    if more and talk.deed and talk.deed_by is not None:
        more.append(Commitment(Side.OURS, talk.deed_by, talk.deed))
        talk = replace(talk, deed="", deed_by=None)
    return VisitReport(
        talk,
        _findings(session, file),
        tuple(more),
        tuple(_files(session, file)),
        _new_limit(session),
    )


def told_addition(session: Session, file: VisitFile) -> Addition:
    """Return what the options add to a report.

    Raises:
        UserError: ``BAD_OPTION``: also for what can only be told at first; as ``told_report``.
    """
    for name in _typed(session):
        if name in _NOT_ADDED:
            option = "--" + name.replace("_", "-")
            raise UserError(Problem.BAD_OPTION, option="--add", found=option)
    talk = contact_note(session)
    every = _commitments(session)
    if talk.promised is not None and talk.promised_by is not None:
        every.append(Commitment(Side.THEIRS, talk.promised_by, amount=talk.promised))
    if talk.deed and talk.deed_by is not None:
        every.append(Commitment(Side.OURS, talk.deed_by, talk.deed))
    queries = (*talk.queries, *typed_queries(session))
    said = Said(talk.note, tuple(every), talk.plan, queries, talk.opportunity, talk.feedback)
    return Addition(_findings(session, file), tuple(_files(session, file)), said)


def tells_anything(session: Session) -> bool:
    """Whether any option tells something of the visit, so that it is not only to be shown."""
    return bool(_typed(session))


def _typed(session: Session) -> list[str]:
    """The options that were typed and tell something."""
    given = vars(session.arguments).items()
    return [name for name, value in given if name not in _BESIDE and value not in _NOTHING]


# ---------------------------------------------------------------- parts
def _findings(session: Session, file: VisitFile) -> Findings:
    asked = session.arguments
    return Findings(
        tuple(_result(text, file) for text in asked.result),
        tuple(_paper(session, text, file) for text in asked.paper),
        tuple(_seen(text) for text in asked.seen),
        _review(session),
    )


def _result(text: str, file: VisitFile) -> IssueOutcome:
    place, rest = _pair(text, "--result", forms.RESULT)
    code, _, words = rest.partition(";")
    ids = [issue.id for issue in file.visit.issues]
    result = _code(IssueResult, code, "--result")
    return IssueOutcome(_placed(place, ids, "--result"), result, words.strip())


def _paper(session: Session, text: str, file: VisitFile) -> RequestOutcome:
    place, rest = _pair(text, "--paper", forms.PAPER)
    code, _, more = rest.partition(";")
    came = _code(Came, code, "--paper")
    ids = [request.id for request in file.visit.requests]
    by_day: date | None = None
    if came is Came.PROMISED:
        typed, _, more = more.partition(";")
        by_day = meant_day(session, typed, "--paper") if typed.strip() else None
    elif more.lstrip().startswith(";"):  # the place of a day was left empty
        more = more.lstrip()[1:]
    return RequestOutcome(_placed(place, ids, "--paper"), came, by_day, more.strip())


def _seen(text: str) -> Observation:
    topic, rest = _pair(text, "--seen", forms.SEEN)
    how, _, note = rest.partition(";")
    return Observation(_code(Topic, topic, "--seen"), _code(Seen, how, "--seen"), note.strip())


def _commitments(session: Session) -> list[Commitment]:
    asked = session.arguments
    found = []
    for text in asked.they_pay:
        amount, day = _ended(text, "--they-pay", forms.PAY)
        money = typed_promise(session, amount, "--they-pay")
        found.append(Commitment(Side.THEIRS, meant_day(session, day, "--they-pay"), amount=money))
    for option, side, texts in (
        ("--they-do", Side.THEIRS, asked.they_do),
        ("--we-do", Side.OURS, asked.we_do),
    ):
        for text in texts:
            words, day = _ended(text, option, forms.DO)
            found.append(Commitment(side, meant_day(session, day, option), words))
    return found


def _files(session: Session, file: VisitFile) -> list[ReportFile]:
    ids = [request.id for request in file.visit.requests]
    found = []
    for text in session.arguments.file:
        place, equals, rest = text.partition("=")
        named = bool(equals) and place.strip().isdecimal()
        path = Path(rest.strip() if named else text)
        request = _placed(place, ids, "--file") if named else None
        found.append(ReportFile(NewFile(safe_name(path.name), read_file(path)), request))
    return found


def _review(session: Session) -> Review:
    asked = session.arguments
    cost = tenths = None
    if asked.cost is not None:
        home = session.ask(session.program.ledgers.facts).business.currency
        cost = parse_money(asked.cost, home, session.locale, field="--cost")
    if asked.distance is not None:
        far = parse_decimal(asked.distance, session.locale, field="--distance")
        tenths = round(far * 10)
    return Review(
        limit=LimitView(asked.limit_view) if asked.limit_view else None,
        risk=RiskView(asked.risk) if asked.risk else None,
        mood=Mood(asked.mood) if asked.mood else None,
        satisfaction=asked.satisfaction,
        minutes=asked.minutes,
        distance_tenths=tenths,
        cost=cost,
        note=asked.inner_note.strip(),
    )


def _new_limit(session: Session) -> NewLimit | None:
    text = session.arguments.new_limit
    if text is None:
        return None
    code = session.arguments.code
    currency = session.ask(lambda: require_customer(code)).currency
    none = text.strip().casefold() == _NONE
    amount = None if none else parse_money(text, currency, session.locale, field="--new-limit")
    return NewLimit(amount, currency, session.arguments.limit_because.strip())


# ---------------------------------------------------------------- reading
def _pair(text: str, option: str, form: str) -> tuple[str, str]:
    name, equals, rest = text.partition("=")
    if not equals or not name.strip() or not rest.strip():
        raise UserError(Problem.BAD_OPTION, option=option, found=text, expected=form)
    return name.strip(), rest.strip()


def _ended(text: str, option: str, form: str) -> tuple[str, str]:
    """What stands before the last semicolon, and the day after it."""
    words, semicolon, day = text.rpartition(";")
    if not semicolon or not words.strip():
        raise UserError(Problem.BAD_OPTION, option=option, found=text, expected=form)
    return words.strip(), day.strip()


def _code(codes: type[Code], text: str, option: str) -> Code:
    try:
        return codes(text.strip())
    except ValueError as error:
        expected = ", ".join(one.value for one in codes)
        raise UserError(
            Problem.BAD_OPTION, option=option, found=text.strip(), expected=expected
        ) from error


def _placed(place: str, ids: list[int], option: str) -> int:
    if not place.strip().isdecimal() or not 1 <= int(place) <= len(ids):
        expected = "–" if not ids else f"1-{len(ids)}"
        raise UserError(Problem.BAD_OPTION, option=option, found=place.strip(), expected=expected)
    return ids[int(place) - 1]
