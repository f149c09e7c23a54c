"""``call``: record a call, and read back what was agreed."""

from creditmate.cli import answers
from creditmate.cli.claim_command import told
from creditmate.cli.session import Session
from creditmate.domain.claims import SaidPaid
from creditmate.domain.currencies import CODES
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.i18n.formats import day_with_weekday, money
from creditmate.i18n.parsing import parse_money
from creditmate.services.calls import CallNote


def call(session: Session) -> int:
    """Record a call."""
    session.open_to_write()
    note, code = _note(session), session.arguments.code
    saved = session.ask(lambda: session.program.calls.record(code, note))
    if session.wants_json:
        session.say_json({"interaction": saved.id, **_answer(note)})
    else:
        session.say(_read_back(session, note))
    return 0


def _note(session: Session) -> CallNote:
    arguments = session.arguments
    return CallNote(
        with_name=arguments.with_name,
        outcome=Outcome(arguments.outcome),
        note=arguments.note,
        next_day=session.day(arguments.next, "--next") if arguments.next else None,
        none_because=arguments.none_because,
        promised=_promised(session),
        promised_by=session.day(arguments.by, "--by") if arguments.by else None,
        deed=arguments.we_promise.strip(),
        deed_by=session.day(arguments.we_by, "--we-by") if arguments.we_by else None,
        replaces_promises=arguments.replaces,
        deeds_done=arguments.we_did,
        incoming=arguments.incoming,
        said_paid=_said_paid(session),
    )


def _said_paid(session: Session) -> SaidPaid | None:
    """What is told of a payment that was sent; None where nothing is."""
    arguments = session.arguments
    told_of = (arguments.paid_on, arguments.method, arguments.reference, arguments.amount)
    if all(each is None for each in told_of):
        return None
    return told(session, arguments.code)


def _promised(session: Session) -> Money | None:
    """The amount promised, in the currency told, else in the one the account is in."""
    arguments = session.arguments
    if arguments.promise is None:
        return None
    currency, code, today = arguments.currency, arguments.code, session.today
    if currency is None:
        currency = session.ask(lambda: session.program.calls.currency_owed(code, today))
    elif currency.upper() not in CODES:
        raise UserError(Problem.UNKNOWN_CURRENCY, found=currency)
    return parse_money(arguments.promise, currency.upper(), session.locale, field="--promise")


def _answer(note: CallNote) -> answers.Json:
    return {
        "outcome": note.outcome.value,
        "promised": None if note.promised is None else answers.money(note.promised),
        "by": answers.day(note.promised_by),
        "next": answers.day(note.next_day),
    }


def _read_back(session: Session, note: CallNote) -> str:
    """What was understood, as one would say it to the customer."""
    _ = session.translate
    said = [_("Recorded.")]
    if note.promised is not None and note.promised_by is not None:
        said.append(
            _("They pay {amount} by {day}.").format(
                amount=money(note.promised, session.locale, symbol=True),
                day=day_with_weekday(note.promised_by, session.locale),
            )
        )
    if note.deed_by is not None:
        day = day_with_weekday(note.deed_by, session.locale)
        said.append(_("We do by {day}: {deed}.").format(day=day, deed=note.deed))
    if note.next_day is not None:
        day = day_with_weekday(note.next_day, session.locale)
        said.append(_("Next step on {day}.").format(day=day))
    else:
        said.append(_("No next step, because: {why}").format(why=note.none_because))
    return " ".join(said)
