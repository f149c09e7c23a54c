"""The brief's part about talking: what to say, what was said, contacts left, what we may agree."""

from collections.abc import Iterator

from creditmate.cli import answers
from creditmate.cli.brief_arranged import arranged_answer, arranged_lines
from creditmate.cli.session import Session
from creditmate.domain.money import Money
from creditmate.domain.promise_register import Matured
from creditmate.domain.promises import Deed, Standing, deed_state
from creditmate.domain.rows import InteractionRow
from creditmate.i18n.before_words import (
    may_agree_words,
    person_may_words,
    printed_words,
    room_words,
    tried_words,
    wait_words,
    was_told_words,
)
from creditmate.i18n.brief_words import deed_words, person_words, promise_words
from creditmate.i18n.conversation_words import (
    deed_state_words,
    outcome_words,
    override_words,
    promise_state_words,
)
from creditmate.i18n.formats import day_short
from creditmate.i18n.script_words import script_title, topic_words
from creditmate.i18n.talk_words import talk_goal, talk_opening
from creditmate.services.customers import Brief


# ------------------------------------------------------------------ words
def talk_lines(session: Session, brief: Brief) -> Iterator[str]:
    """Yield what a talk should bring, whom to turn to, and what to say first and after."""
    _, script = session.translate, brief.script
    yield _("Goal: {goal}").format(goal=talk_goal(script, session.language, session.locale))
    yield from arranged_lines(session, brief)
    person = brief.person
    if person is not None:
        yield _("Turn to: {who}").format(who=person_words(person, session.language, session.locale))
        if may := person_may_words(person, session.language):
            yield "  " + _("On the line: {may}").format(may=may)
    elif brief.stranger:
        yield _("Turn to: {who}").format(who=brief.stranger)
        if (known := brief.reached_by) is not None:
            who = person_words(known, session.language, session.locale)
            yield "  " + _("Not on file; the number there is: {who}").format(who=who)
    decides = brief.decides
    if decides is not None:
        yield _("Decides: {who}").format(who=decides.name)
    if opening := _opening(session, brief):
        yield _("You could open with: “{opening}”").format(opening=opening)
    yield script_title(script, session.language)
    for topic in script.topics:
        yield "  " + topic_words(topic, session.language, session.locale, brief.as_at)


def contact_lines(session: Session, brief: Brief) -> Iterator[str]:
    """Yield the last talks with what each side promised in them, and whom we tried since."""
    _ = session.translate
    yield ""
    yield _("Last contacts")
    if not brief.talks:
        yield "  " + _("none yet")
    if tried := tried_words(brief.before.tried, session.language, session.locale, brief.as_at):
        yield "  " + tried
    for row in brief.talks:
        yield "  " + _contact(session, row)
        for said in _promised(session, brief, row):
            yield "    " + said
        if row.override:
            yield "    " + override_words(row.override, session.language)


def before_lines(session: Session, brief: Brief) -> Iterator[str]:
    """Yield what of the budget is left, what they were told, and what we may agree."""
    _, before = session.translate, brief.before
    language, locale, as_at = session.language, session.locale, brief.as_at
    room = room_words(before.room, language, locale)
    wait = wait_words(before.room, language, locale, as_at)
    yield _("Contacts: {room}").format(room=", ".join(filter(None, (room, wait))))
    told, printed = before.expects.told, before.expects.printed
    if told is not None:
        yield _("Told: {what}").format(what=was_told_words(told, language, locale, as_at))
    if printed is not None:
        yield _("In print: {what}").format(what=printed_words(printed, language, locale, as_at))
    if not before.expects.is_fair:
        yield _("The due day: not put down that it was told.")
    yield _("You may agree: {what}").format(
        what=may_agree_words(before.may_agree, language, locale)
    )


def _opening(session: Session, brief: Brief) -> str:
    name = brief.stranger if brief.person is None else brief.person.name
    return talk_opening(brief.script, name, brief.before.us, session.language, session.locale)


def _contact(session: Session, row: InteractionRow) -> str:
    parts = [
        day_short(row.day, session.locale),
        row.with_name,
        outcome_words(row.outcome, session.language),
        row.notes,
    ]
    return "  ".join(part for part in parts if part)


def _promised(session: Session, brief: Brief, row: InteractionRow) -> Iterator[str]:
    language, locale, as_at = session.language, session.locale, brief.as_at
    for standing in theirs_in(brief, row):
        said = promise_words(standing.promise, language, locale, as_at)
        yield said + ", " + promise_state_words(standing.state, language)
    for deed in ours_in(brief, row):
        said = deed_words(deed, language, locale, as_at)
        yield said.rstrip(",") + ", " + deed_state_words(deed_state(deed, as_at), language)


def theirs_in(brief: Brief, row: InteractionRow) -> list[Standing]:
    """Return what the customer promised in a talk, and how it stands."""
    made = set(brief.made_in.get(row.id, ()))
    return [standing for standing in brief.standings if standing.promise.id in made]


def ours_in(brief: Brief, row: InteractionRow) -> list[Deed]:
    """Return what we promised in a talk."""
    made = set(brief.made_in.get(row.id, ()))
    return [deed for deed in brief.deeds if deed.id in made]


# ------------------------------------------------------------------ JSON
def before_answer(session: Session, brief: Brief) -> answers.Json:
    """Return the same for programs."""
    before, script = brief.before, brief.script
    room, told, printed = before.room, before.expects.told, before.expects.printed
    return {
        "situation": script.situation.value,
        "step": None if script.step is None else script.step.value,
        "goal": talk_goal(script, session.language, session.locale),
        "opening": _opening(session, brief),
        "topics": [topic.code.value for topic in script.topics],
        "arranged": arranged_answer(brief),
        "talks": [_talk_answer(brief, row) for row in brief.talks],
        "tried_since": {"count": before.tried.count, "last": answers.day(before.tried.last)},
        "contacts": {
            "week": {"used": room.used.week, "of": room.limits.week},
            "month": {"used": room.used.month, "of": room.limits.month},
            "attempts_week": {"used": room.used.attempts_week, "of": room.limits.attempts_week},
            "next_own": answers.day(room.next_day or brief.as_at),
            "waits_for": None if room.why is None else room.why.value,
        },
        "told": None
        if told is None
        else {
            "day": answers.day(told.day),
            "to": told.to,
            "channel": told.channel,
            "what": [one.value for one in told.told],
        },
        "printed": None
        if printed is None
        else {
            "number": printed.number,
            "due": answers.day(printed.due_day),
            "issued": answers.day(printed.issued),
        },
        "due_day_known": before.expects.is_fair,
        "may_agree": {
            "plan_parts": before.may_agree.plan_parts,
            "discount": answers.money(
                Money(before.may_agree.discount_minor, before.may_agree.currency)
            ),
        },
    }


def rate_answer(rate: Matured) -> answers.Json:
    """How promises were kept in a currency, by count and by value."""
    return {
        "kept": rate.kept,
        "of": rate.count,
        "kept_value": answers.money(Money(rate.kept_minor, rate.currency)),
        "of_value": answers.money(Money(rate.minor, rate.currency)),
        "in_part": rate.part,
        "in_part_value": answers.money(Money(rate.part_minor, rate.currency)),
    }


def contact_answer(row: InteractionRow) -> answers.Json:
    """A contact that was made."""
    return {
        "day": answers.day(row.day),
        "channel": row.channel,
        "with": row.with_name,
        "outcome": row.outcome,
        "note": row.notes,
        "next": answers.day(row.next_day),
        "none_because": row.none_because,
        "override": row.override or None,
    }


def _talk_answer(brief: Brief, row: InteractionRow) -> answers.Json:
    return {
        **contact_answer(row),
        "they_promised": [
            {
                "amount": answers.money(Money(one.promise.minor, one.promise.currency)),
                "by": answers.day(one.promise.due_day),
                "state": one.state.value,
            }
            for one in theirs_in(brief, row)
        ],
        "we_promised": [
            {
                "deed": one.words,
                "by": answers.day(one.due_day),
                "state": deed_state(one, brief.as_at).value,
            }
            for one in ours_in(brief, row)
        ],
    }
