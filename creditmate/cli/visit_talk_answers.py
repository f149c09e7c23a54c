"""What was said and agreed on a visit, as it is printed and as JSON; all of it is ours alone."""

from collections.abc import Iterator

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.domain.confirmation import Deed, Part
from creditmate.i18n.call_words import outcome_title
from creditmate.i18n.formats import day_short, money
from creditmate.services.visit_talks import VisitTalk


def talk_json(talk: VisitTalk) -> answers.Json:
    """Return the conversation of a visit."""
    return {
        "day": answers.day(talk.day),
        "with": talk.with_name,
        "outcome": talk.outcome.value,
        "note": talk.notes,
        "they_pay": [
            {"amount": answers.money(one.amount), "by": answers.day(one.day)} for one in talk.pays
        ],
        "they_do": [_deed_json(one) for one in talk.does],
        "we_do": [_deed_json(one) for one in talk.ours],
        "plan": talk.plan or None,
        "queries": [list(one) for one in talk.queries],
        "opportunity": talk.opportunity,
        "feedback": talk.feedback,
        "next": answers.day(talk.next_day),
        "none_because": talk.none_because,
    }


def _deed_json(deed: Deed) -> answers.Json:
    return {"words": deed.words, "by": answers.day(deed.day)}


def talk_lines(session: Session, talk: VisitTalk) -> list[str]:
    """Return how a visit ended, what was said, what each side will do, and what is next."""
    _, locale = session.translate, session.locale
    ended = (outcome_title(talk.outcome, session.language), talk.with_name)
    said = [*ended, day_short(talk.day, locale)]
    return [", ".join(part for part in said if part), *_said(session, talk), ""]


def _said(session: Session, talk: VisitTalk) -> Iterator[str]:
    _, locale = session.translate, session.locale
    yield from talk.notes.splitlines()
    for label, words in (
        (_("They pay"), [_pay(session, one) for one in talk.pays]),
        (_("They will"), [_deed(session, one) for one in talk.does]),
        (_("We will"), [_deed(session, one) for one in talk.ours]),
        (_("Payment plan"), [talk.plan]),
        (_("Query"), [", ".join(one) for one in talk.queries]),
        (_("An opportunity"), [talk.opportunity]),
        (_("What they think of us"), [talk.feedback]),
        (_("Next step"), [talk.next_day and day_short(talk.next_day, locale)]),
        (_("No next step"), ["" if talk.next_day else talk.none_because]),
    ):
        for one in words:
            if one:
                yield f"{label}: {one}"


def _pay(session: Session, part: Part) -> str:
    amount = money(part.amount, session.locale, symbol=True)
    return session.translate("{amount} by {day}").format(
        amount=amount, day=day_short(part.day, session.locale)
    )


def _deed(session: Session, deed: Deed) -> str:
    day = day_short(deed.day, session.locale)
    return session.translate("{words} by {day}").format(words=deed.words, day=day)
