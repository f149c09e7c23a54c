"""The brief's part about what was arranged with a customer, or answered to it."""

from collections.abc import Iterator

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.i18n.arranged_words import (
    answered_words,
    coming_words,
    longer_words,
    promised_words,
    replying_words,
    sent_words,
)
from creditmate.services.customers import Brief


def arranged_lines(session: Session, brief: Brief) -> Iterator[str]:
    """Yield what was arranged and is kept, and our answers that nobody was told."""
    _, around = session.translate, brief.before.around
    at = (session.language, session.locale, brief.as_at)
    for promised in around.promised:
        yield _("Arranged: {what}").format(what=promised_words(promised, *at))
    for sent in around.sent:
        yield _("Arranged: {what}").format(what=sent_words(sent, *at))
    for longer in around.longer:
        yield _("Arranged: {what}").format(what=longer_words(longer, *at))
    for coming in around.coming:
        yield _("Arranged: {what}").format(what=coming_words(coming, *at))
    if around.replying is not None:
        yield _("Arranged: {what}").format(what=replying_words(around.replying, *at))
    for answered in around.answered:
        yield _("Our answer: {what}").format(what=answered_words(answered, *at))


def arranged_answer(brief: Brief) -> answers.Json:
    """Return the same for programs."""
    around = brief.before.around
    return {
        "promised": [
            {"amount": answers.money(one.amount), "by": answers.day(one.day)}
            for one in around.promised
        ],
        "said_paid": [
            {"amount": answers.money(one.amount), "on": answers.day(one.day)} for one in around.sent
        ],
        "more_time": [
            {
                "amount": answers.money(one.amount),
                "until": answers.day(one.to_day),
                "because": one.because,
                "interest_runs": one.interest_runs,
            }
            for one in around.longer
        ],
        "next_parts": [
            {
                "amount": answers.money(one.amount),
                "due": answers.day(one.day),
                "left": one.left,
                "of": one.of,
            }
            for one in around.coming
        ],
        "answering_letter": None
        if around.replying is None
        else {
            "letter": answers.day(around.replying.written),
            "until": answers.day(around.replying.until),
        },
        "answered": [
            {
                "amount": answers.money(one.amount),
                "answer": one.kind.value,
                "day": answers.day(one.day),
                "note": one.note,
                "house": one.house,
            }
            for one in around.answered
        ],
    }
