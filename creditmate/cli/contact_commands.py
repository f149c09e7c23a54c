"""``who``, ``incoming``, ``confirm``, ``correct`` and ``move-contact``."""

from collections.abc import Sequence

from creditmate.cli import answers
from creditmate.cli.contact_note import promised
from creditmate.cli.far_days import meant_day
from creditmate.cli.session import Session
from creditmate.cli.tables import who as named
from creditmate.cli.taken_answer import taken_json
from creditmate.domain.arranged_talk import Promised
from creditmate.domain.callers import Caller
from creditmate.domain.outcomes import Outcome
from creditmate.domain.put_right import InContact
from creditmate.i18n.contact_made_words import left_words, match_words, missing_copies_words
from creditmate.i18n.formats import day_spoken, moment, money
from creditmate.i18n.put_right_words import command_to_end, ended_words, stands_words
from creditmate.i18n.taken_words import again_words, taken_words
from creditmate.services.confirmations import Chosen
from creditmate.services.corrections import Correction
from creditmate.services.document_delivery import write_pdf
from creditmate.services.incoming import Parked, TypedIncoming


def who(session: Session) -> int:
    """Say who it may be that calls."""
    session.open_to_read()
    text = " ".join(session.arguments.text)
    found = session.ask(lambda: session.program.callers.find(text))
    if session.wants_json:
        session.say_json([_caller(one) for one in found])
        return 0
    if not found:
        session.say(session.translate("Nobody was found. Keep it with: incoming --park NOTE"))
    for one in found:
        why = ", ".join(
            match_words(match, session.language, session.locale) for match in one.matches
        )
        session.say(f"{named(one.code, one.name)}: {why}")
    return 0


def _caller(caller: Caller) -> answers.Json:
    return {
        "code": caller.code,
        "name": caller.name,
        "matches": [
            {
                "why": match.why.name.lower(),
                "text": match.text,
                "person": match.person,
                "amount": None if match.amount is None else answers.money(match.amount),
                "of": None if match.amount is None else match.of.value,
                "day": None if match.day is None else answers.day(match.day),
            }
            for match in caller.matches
        ],
    }


# ---------------------------------------------------------------- parked
def incoming(session: Session) -> int:
    """List talks whose customer is not known yet, park one, give it away or throw it away."""
    asked, service = session.arguments, session.program.incoming
    if asked.park is None and asked.give is None and asked.discard is None:
        session.open_to_read()
        return _parked(session)
    session.open_to_write()
    if asked.park is not None:
        typed = TypedIncoming(asked.find, asked.with_name, asked.park)
        number = session.ask(lambda: service.park(session.program.clock.now(), typed))
        return _say(session, number, session.translate("Parked as {id}."))
    if asked.give is not None:
        session.ask(lambda: service.give(asked.give, asked.to))
        return _say(session, asked.give, session.translate("It is the call form of {code} now."))
    session.ask(lambda: service.discard(asked.discard))
    return _say(session, asked.discard, session.translate("Thrown away."))


def _say(session: Session, number: int, text: str) -> int:
    if session.wants_json:
        session.say_json({"id": number})
    else:
        session.say(text.format(id=number, code=session.arguments.to))
    return 0


def _parked(session: Session) -> int:
    found = session.ask(session.program.incoming.parked)
    if session.wants_json:
        session.say_json([_row(one) for one in found])
        return 0
    if not found:
        session.say(session.translate("No talk waits for its customer."))
    for one in found:
        at = moment(one.begun_at.astimezone(), session.locale)
        said = " · ".join(
            text for text in (one.typed.with_name, one.typed.find, one.typed.notes) if text
        )
        session.say(f"{one.id}  {at}  {said}")
    return 0


def _row(one: Parked) -> answers.Json:
    return {
        "id": one.id,
        "begun_at": one.begun_at.isoformat(),
        "with": one.typed.with_name,
        "find": one.typed.find,
        "notes": one.typed.notes,
    }


# ---------------------------------------------------------------- in writing
def confirm(session: Session) -> int:
    """Write the message that confirms what was agreed, and log it as the same contact."""
    asked, service = session.arguments, session.program.confirmations
    session.open_to_write()
    told = session.ask(lambda: service.gather(asked.code, asked.talk))
    written = session.ask(lambda: service.write(told, Chosen(asked.attach)))
    if asked.out is not None:
        write_pdf(asked.out, written.eml)
    session.ask(lambda: service.log(told, written.message))
    ticked = [copy.number for copy in told.copies if copy.ticked]
    copies = ticked if asked.attach is None else list(asked.attach)
    if session.wants_json:
        session.say_json(
            {
                "interaction": told.interaction,
                "to": told.to,
                "address": told.address,
                "subject": written.message.subject,
                "text": written.message.text,
                "copies": copies,
                "offered": [copy.number for copy in told.copies],
                "missing": list(told.missing),
                "file": None if asked.out is None else str(asked.out),
            }
        )
    elif asked.text:
        session.say(written.message.subject + "\n")
        session.say(written.message.text)
    else:
        text = session.translate("The draft is in {path}: open it with your mail program.")
        session.say(text.format(path=asked.out))
    if told.missing and asked.attach is None and not session.wants_json:
        session.say(missing_copies_words(told.missing, session.language))
    return 0


# ---------------------------------------------------------------- put right
def correct(session: Session) -> int:
    """Add to a contact how it was in truth."""
    asked = session.arguments
    session.open_to_write()
    service = session.program.corrections
    code = session.ask(lambda: service.code_of(asked.talk))
    right = Correction(
        outcome=Outcome(asked.outcome) if asked.outcome else None,
        note=asked.note,
        with_name=asked.with_name,
        promised=promised(session, code, session.ask(lambda: service.currency_in(asked.talk))),
        promised_by=meant_day(session, asked.by, "--by") if asked.by else None,
        nothing_promised=asked.no_promise,
    )
    before = session.ask(lambda: service.promised_in(asked.talk))
    done = session.ask(lambda: service.put_right(asked.talk, right))
    after = session.ask(lambda: service.promised_in(asked.talk))
    ended = before if right.promised is None and not after else []
    if session.wants_json:
        told = {"taken_back": _promised(ended), "stands": _promised(after)}
        session.say_json(
            {
                "interaction": done.saved.id,
                "corrects": asked.talk,
                **told,
                "ended": [_in_contact(one) for one in done.ended],
                "stands_besides": [_in_contact(one) for one in done.stands],
                "holds_again": [one.promise.id for one in done.again],
                "claims_again": [one.claim.id for one in done.sent_again],
                **taken_json(done.taken),
            }
        )
        return 0
    _ = session.translate
    session.say(_("Recorded beside what was put down first."))
    stays = right.outcome is not None and not right.outcome.promises_money
    stood = after if stays and right.promised is None else []
    for promises, text in (
        (ended, _("Their promise of {amount} by {day} is taken back.")),
        (stood, _("Their promise of {amount} by {day} stands: --no-promise takes it back.")),
    ):
        for one in promises:
            amount = money(one.amount, session.locale, symbol=True)
            session.say(text.format(amount=amount, day=day_spoken(one.day, session.locale)))
    session.say_lines(ended_words(done.ended, session.language, session.locale))
    language, locale, anew = session.language, session.locale, right.promised is not None
    session.say_lines(again_words(done.again, language, locale, done.sent_again))
    session.say_lines(taken_words(done.taken, language, locale, anew=anew))
    named = stands_words(done.stands, session.language, session.locale)
    for words, left in zip(named, done.stands, strict=True):
        session.say(f"{words} {command_to_end(left)}")
    return 0


def _in_contact(one: InContact) -> answers.Json:
    day = None if one.day is None else answers.day(one.day)
    return {"what": one.what.value, "id": one.id, "name": one.name, "day": day}


def _promised(found: Sequence[Promised]) -> list[answers.Json]:
    return [{"amount": answers.money(one.amount), "by": answers.day(one.day)} for one in found]


def move_contact(session: Session) -> int:
    """Move a contact to the customer it was with."""
    asked = session.arguments
    session.open_to_write()
    service = session.program.contact_moves
    moved = session.ask(lambda: service.move(asked.talk, asked.to, asked.because))
    if session.wants_json:
        session.say_json(
            {"interaction": moved.saved.id, "code": moved.code, "left": list(moved.left)}
        )
        return 0
    session.say(session.translate("It is with {code} now.").format(code=moved.code))
    if moved.left:
        left = ", ".join(left_words(one, session.language) for one in moved.left)
        session.say(session.translate("This could not come along: {what}.").format(what=left))
    return 0
