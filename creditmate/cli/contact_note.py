"""What the options of ``call`` and ``log`` tell of a contact."""

from datetime import time

from creditmate.cli.claim_command import told
from creditmate.cli.far_days import meant_day
from creditmate.cli.own_cycle import on_their_cycle, told_rhythm
from creditmate.cli.owners import owner_named
from creditmate.cli.promised_beyond import meant_amount
from creditmate.cli.session import Session
from creditmate.domain.barriers import Barrier
from creditmate.domain.claims import SaidPaid
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.contact_details import Told
from creditmate.domain.contact_steps import Step
from creditmate.domain.currencies import CODES
from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.extensions import NewExtension
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.receipts import Method
from creditmate.i18n.day_parsing import Towards
from creditmate.i18n.hour_parsing import parse_hour
from creditmate.i18n.parsing import parse_money
from creditmate.services.attachments import read_files
from creditmate.services.calls import CallNote


def contact_note(session: Session) -> CallNote:
    """Return a contact as the options tell it.

    Raises:
        UserError: An amount, a day or an hour cannot be read; ``CALL_FIELD``.
    """
    arguments = session.arguments
    entries = _entries(session)
    return CallNote(
        with_name=arguments.with_name,
        outcome=_outcome(session),
        note=arguments.note,
        next_day=meant_day(session, arguments.next, "--next") if arguments.next else None,
        none_because=arguments.none_because,
        promised=promised(session, arguments.code),
        promised_by=meant_day(session, arguments.by, "--by") if arguments.by else None,
        method=_promised_method(session),
        deed=arguments.we_promise.strip(),
        deed_by=meant_day(session, arguments.we_by, "--we-by") if arguments.we_by else None,
        replaces_promises=_replaces(session),
        deeds_done=arguments.we_did,
        incoming=arguments.incoming,
        said_paid=_said_paid(session),
        channel=arguments.channel,
        step=Step(arguments.step) if arguments.step else None,
        barrier=Barrier(arguments.barrier) if arguments.barrier else None,
        told=tuple(Told(one) for one in arguments.told),
        next_at=_hour(session),
        override=arguments.override.strip(),
        purpose=told_purpose(session),
        opportunity=arguments.opportunity.strip(),
        feedback=arguments.feedback.strip(),
        satisfaction=arguments.satisfaction,
        entries=entries,
        dispute=_dispute(session, entries),
        extension=_extension(session, entries),
        plan=_plan(session, entries),
        day=session.day(arguments.day, "--day", Towards.PAST) if arguments.day else None,
    )


def _replaces(session: Session) -> bool | None:
    """What is told about earlier promises; None leaves it to the rule."""
    return True if session.arguments.replaces else False if session.arguments.besides else None


def told_purpose(session: Session) -> Purpose | None:
    """Return why a contact was made if that is told; None lets it be worked out."""
    return Purpose(session.arguments.why) if session.arguments.why else None


def promised(session: Session, code: str, heard: str | None = None) -> Money | None:
    """Return the amount promised, in the currency told, else in the one the account is in.

    What is put right stays in the currency that was ``heard``.
    """
    arguments, today = session.arguments, session.today
    if arguments.promise is None:
        return None
    currency = arguments.currency or heard
    if currency is None:
        currency = session.ask(lambda: session.program.calls.currency_owed(code, today))
    elif currency.upper() not in CODES:
        raise UserError(Problem.UNKNOWN_CURRENCY, found=currency)
    read = parse_money(arguments.promise, currency.upper(), session.locale, field="--promise")
    return meant_amount(session, read, code, "--promise")


def _outcome(session: Session) -> Outcome:
    """The outcome told; what we wrote and nobody has answered yet needs none."""
    arguments = session.arguments
    if arguments.outcome:
        return Outcome(arguments.outcome)
    if arguments.channel == "call" or arguments.incoming:
        raise UserError(Problem.CALL_FIELD, field="no-outcome", found="")
    return Outcome.NO_ANSWER


def _hour(session: Session) -> time | None:
    text = session.arguments.next_at
    return None if text is None else parse_hour(text, session.locale, field="--next-at")


def _said_paid(session: Session) -> SaidPaid | None:
    """What is told of a payment that was sent; None where nothing is."""
    arguments = session.arguments
    told_of = (arguments.paid_on, arguments.method, arguments.reference, arguments.amount)
    if all(each is None for each in told_of) or _promised_method(session) is not None:
        return None
    return told(session, arguments.code)


def _promised_method(session: Session) -> Method | None:
    """How they mean to pay what they promise; without a promise the way is of what was sent."""
    arguments = session.arguments
    return Method(arguments.method) if arguments.method and arguments.promise else None


def _entries(session: Session) -> tuple[int, ...]:
    code, about = session.arguments.code, session.arguments.about
    numbers = [part.strip() for part in about.split(",") if part.strip()]
    if not numbers:
        return ()
    return tuple(session.ask(lambda: session.program.plans.entries_named(code, numbers)))


def _dispute(session: Session, entries: tuple[int, ...]) -> NewDispute | None:
    arguments, amount = session.arguments, None
    if arguments.dispute is None:
        return None
    if arguments.dispute_amount is not None:
        code, today = arguments.code, session.today
        currency = session.ask(lambda: session.program.calls.currency_owed(code, today))
        amount = parse_money(
            arguments.dispute_amount, currency, session.locale, field="--dispute-amount"
        )
    first, rest = entries[:1], entries[1:]
    items = (*(Questioned(one, amount) for one in first), *(Questioned(one) for one in rest))
    by = arguments.answer_by
    return NewDispute(
        items,
        DisputeReason(arguments.dispute),
        by_whom=arguments.with_name,
        evidence=arguments.evidence,
        owner=owner_named(session, arguments.dispute_owner),
        answer_by=meant_day(session, by, "--answer-by") if by else None,
        note=arguments.note,
        files=read_files(arguments.evidence_files),
    )


def _extension(session: Session, entries: tuple[int, ...]) -> NewExtension | None:
    arguments = session.arguments
    if arguments.more_time is None:
        return None
    return NewExtension(
        to_day=meant_day(session, arguments.more_time, "--more-time"),
        because=arguments.because,
        entries=entries,
        by_whom=arguments.with_name,
    )


def _plan(session: Session, entries: tuple[int, ...]) -> PlanTerms | None:
    arguments = session.arguments
    if arguments.plan is None:
        return None
    first = arguments.plan_first
    terms = PlanTerms(
        every=told_rhythm(arguments.plan_every),
        first=meant_day(session, first, "--plan-first") if first else None,
        parts=arguments.plan,
        entries=entries,
        by_whom=arguments.with_name,
        because=arguments.because,
    )
    return on_their_cycle(session, terms, arguments.plan_every)
