"""``call`` and ``log``: record a contact, and read back what was agreed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

from creditmate.cli import answers
from creditmate.cli.call_plan import drafted_plan, plan_json, plan_lines
from creditmate.cli.contact_note import contact_note, told_purpose
from creditmate.cli.session import Session
from creditmate.cli.taken_answer import taken_json
from creditmate.domain.attachments import safe_name
from creditmate.domain.card_numbers import masked_cards
from creditmate.domain.contact_channels import Way
from creditmate.domain.contact_hours import NotNow
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.outcomes import Outcome
from creditmate.domain.rows import TaskRow
from creditmate.domain.steps_answered import Answered
from creditmate.i18n.contact_policy_words import against_words
from creditmate.i18n.diary_words import against_words as day_against_words
from creditmate.i18n.formats import day_with_weekday, money
from creditmate.i18n.next_step_words import answered_words
from creditmate.i18n.payment_words import amount_by
from creditmate.i18n.taken_words import taken_words
from creditmate.services.attachments import read_file
from creditmate.services.calls import CallNote, NewFile
from creditmate.services.next_step_days import against_step, hour_has_passed, our_hour


def call(session: Session) -> int:
    """Record a call."""
    session.open_to_write()
    return _attempt(session) if session.arguments.no_answer else _record(session, ())


def log(session: Session) -> int:
    """Record a contact in another way, with the file that it was, if there is one."""
    session.open_to_write()
    path: Path | None = session.arguments.file
    files = () if path is None else (NewFile(safe_name(path.name), read_file(path)),)
    if files and files[0].name.lower().endswith(".eml"):
        _read_mail(session, files[0])
    if session.arguments.channel is None:
        raise UserError(Problem.CALL_FIELD, field="no-channel")
    return _record(session, files)


def _read_mail(session: Session, file: NewFile) -> None:
    """Take from an e-mail what the options do not say: who wrote, when, and what."""
    arguments = session.arguments
    came = session.ask(lambda: session.program.incoming_mail.read(file.name, file.content))
    arguments.channel = arguments.channel or Way.EMAIL.value
    if not arguments.incoming:
        return
    arguments.with_name = arguments.with_name or came.mail.from_name
    arguments.note = came.below((arguments.note or "").strip())
    if arguments.day is None and came.day is not None:
        arguments.day = min(came.day, session.today).isoformat()


def _record(session: Session, files: tuple[NewFile, ...]) -> int:
    _, note, code = session.translate, contact_note(session), session.arguments.code
    if note.way is Way.CALL and note.outcome.promises_money and note.promised is None:
        raise UserError(Problem.CALL_FIELD, field="no-promise", found="")
    _see_policy(session, note)
    calls = session.program.calls
    _see_hour(session, note)
    before = session.ask(lambda: calls.answered(code, note))
    taken = session.ask(lambda: calls.takes_place_of(code, note))
    plan = drafted_plan(session, replace(note, replaces_promises=bool(taken.promises)))
    saved = session.ask(lambda: calls.record(code, note, files=files))
    against = _against(session, note)
    if session.wants_json:
        told = None if against is None else against.value
        steps = _steps(before)
        answer = {"interaction": saved.id, **_answer(note), "against": told, **steps}
        answer |= taken_json(taken)
        session.say_json(answer if plan is None else {**answer, "plan": plan_json(plan)})
    else:
        session.say(_read_back(session, note))
        anew = note.promised is not None
        session.say_lines(taken_words(taken, session.language, session.locale, anew=anew))
        session.say_lines(() if plan is None else plan_lines(session, plan))
        _say_steps(session, before)
        if against is not None and note.next_day is not None:
            words = (against, note.next_day, session.language, session.locale)
            session.remark(day_against_words(*words))
        if note.outcome is Outcome.CEASED_TRADING:
            told = _("Nothing more is proposed until you decide: hold {code}, or status {code}.")
            session.remark(told.format(code=code))
    return 0


def _attempt(session: Session) -> int:
    """Nobody was reached: the next attempt is set by the rule."""
    arguments, calls = session.arguments, session.program.calls
    outcome = Outcome(arguments.no_answer)
    again = session.ask(lambda: calls.next_attempt(arguments.code))
    note = CallNote(
        arguments.with_name, outcome, arguments.note, next_day=again.day, next_at=again.at,
        override=arguments.override.strip(), purpose=told_purpose(session),
    )  # fmt: skip
    _see_policy(session, note)
    before = session.ask(lambda: calls.answered(arguments.code, note))
    saved = session.ask(lambda: calls.record(arguments.code, note))
    if session.wants_json:
        told = {"next_at": f"{again.at:%H:%M}", "another_way": again.another_way}
        session.say_json({"interaction": saved.id, **_answer(note), **told, **_steps(before)})
        return 0
    session.say(_read_back(session, note))
    _say_steps(session, before)
    if again.another_way:
        session.say(
            session.translate("Nobody was reached {count} times in a row: better write.").format(
                count=again.number - 1
            )
        )
    return 0


def _say_steps(session: Session, before: Answered) -> None:
    """Say what of the next steps it takes the place of, and what is tried again then."""
    for told in answered_words(before, session.language, session.locale, session.today):
        session.say(told)


def _steps(before: Answered) -> answers.Json:
    found = (("takes_place_of", before.done), ("goes_on", before.again))
    return {name: [_step(step) for step in steps] for name, steps in found}


def _step(step: TaskRow) -> answers.Json:
    return {
        "task": step.id,
        "day": answers.day(step.day),
        "at": None if step.at is None else f"{step.at:%H:%M}",
        "with": step.person if step.agreed else "",
        "note": step.note,
    }


def _see_policy(session: Session, note: CallNote) -> None:
    """Refuse what goes against the contact policy unless somebody says why, which is kept."""
    warned = session.ask(lambda: session.program.calls.against(session.arguments.code, note))
    said = [against_words(one, session.language, session.locale) for one in warned]
    if said and not note.override:
        raise UserError(Problem.CALL_FIELD, field="override", found="", what=" ".join(said))
    for words in said:
        session.remark(words)


def _see_hour(session: Session, note: CallNote) -> None:
    """Refuse an hour for the next step that lies behind us, where the customer is."""
    day, at, code = note.next_day, note.next_at, session.arguments.code
    if day is None or at is None:
        return
    clock = session.program.clock
    if session.ask(lambda: hour_has_passed(code, day, at, clock)):
        raise UserError(Problem.CALL_FIELD, field="hour-passed", found=at)


def _against(session: Session, note: CallNote) -> NotNow | None:
    """What is against the day of the next step; of money that is looked for nothing is."""
    day, at, code = note.next_day, note.next_at, session.arguments.code
    if day is None or (note.promised is not None and at is None):
        return None
    return session.ask(lambda: against_step(code, day, at))


def _answer(note: CallNote) -> answers.Json:
    return {
        "outcome": note.outcome.value,
        "promised": None if note.promised is None else answers.money(note.promised),
        "by": answers.day(note.promised_by),
        "method": None if note.method is None else note.method.value,
        "next": answers.day(note.next_day),
        "channel": note.channel,
    }


def _read_back(session: Session, note: CallNote) -> str:
    """What was understood, as one would say it to the customer."""
    _ = session.translate
    said = [_("Recorded.")]
    if note.promised is not None and note.promised_by is not None:
        said.append(
            _("They pay {amount} by {day}.").format(
                amount=amount_by(
                    money(note.promised, session.locale, symbol=True),
                    note.method,
                    session.language,
                ),
                day=day_with_weekday(note.promised_by, session.locale),
            )
        )
    if note.deed_by is not None:
        day = day_with_weekday(note.deed_by, session.locale)
        said.append(_("We do by {day}: {deed}.").format(day=day, deed=masked_cards(note.deed)[0]))
    if note.next_day is not None and note.next_at is not None:
        day = day_with_weekday(note.next_day, session.locale)
        text = _("Next step on {day} at {hour}.")
        said.append(text.format(day=day, hour=f"{note.next_at:%H:%M}"))
        said += _by_our_clock(session, note.next_day, note.next_at)
    elif note.next_day is not None:
        day = day_with_weekday(note.next_day, session.locale)
        said.append(_("Next step on {day}.").format(day=day))
    elif note.none_because:
        said.append(
            _("No next step, because: {why}").format(why=masked_cards(note.none_because)[0])
        )
    return " ".join(said)


def _by_our_clock(session: Session, day: date, at: time) -> Iterator[str]:
    """Say that an hour is by their clock, and which one it is here, where that is another."""
    here = session.ask(lambda: our_hour(session.arguments.code, day, at))
    if here is not None:
        text = session.translate("That is by their clock: {hour} here, {day}.")
        shown = day_with_weekday(here.date(), session.locale)
        yield text.format(hour=f"{here:%H:%M}", day=shown)
