"""The days of invoices' steps, as ``policy`` prints them."""

from collections.abc import Iterator, Sequence

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.contact_steps import StepRule
from creditmate.i18n.bidi import plain
from creditmate.i18n.contact_policy_words import offset_words, step_words
from creditmate.i18n.formats import day_with_weekday, number
from creditmate.services.contact_standing import InvoiceSteps, steps_of_invoice


def when_words(session: Session, rule: StepRule) -> str:
    """Return when a step is done, on which side of which day."""
    if not rule.on:
        return session.translate("off")
    return offset_words(rule.offset, rule.anchor, session.language, session.locale)


def coming_steps(session: Session, invoices: Sequence[InvoiceSteps]) -> Iterator[str]:
    """Return the next step of all that is open, from today on."""
    if not invoices:
        return
    _, locale = session.translate, session.locale
    yield ""
    rows = []
    for one in invoices:
        ahead = [step for step in one.steps if step.day is not None and step.day >= session.today]
        coming = min(ahead, key=lambda step: step.day or session.today, default=None)
        rows.append([
            one.number,
            day_with_weekday(one.due_day, locale),
            "–" if coming is None else step_words(coming.rule.step, session.language),
            "–" if coming is None else day_with_weekday(coming.day or one.due_day, locale),
        ])  # fmt: skip
    yield from table([_("Invoice"), _("Due"), _("Next step"), _("Day")], rows, "llll")


def invoice_days(session: Session, typed: str) -> int:
    """Print the days of an invoice's steps."""
    session.open_to_read()
    found = session.ask(lambda: steps_of_invoice(typed, session.today))
    if session.wants_json:
        session.say_json([dated(one) for one in found])
        return 0
    for place, one in enumerate(found):
        if place:
            session.say()
        session.say_lines(map(plain, _days(session, one)))
    return 0


def dated(one: InvoiceSteps) -> answers.Json:
    """An invoice with the days of its steps."""
    return {
        "number": one.number,
        "code": one.code,
        "name": one.name,
        "day": answers.day(one.day),
        "due": answers.day(one.due_day),
        "new": one.is_new,
        "steps": [
            {
                "step": step.rule.step.value,
                "on": step.rule.on,
                "days": step.rule.offset,
                "after": step.rule.anchor.value,
                "channel": step.rule.channel,
                "day": answers.day(step.day),
                "counted": answers.day(step.nominal),
            }
            for step in one.steps
        ],
    }


def _days(session: Session, one: InvoiceSteps) -> Iterator[str]:
    _, locale = session.translate, session.locale
    text = _("{number} of {day}, due on {due}: {name}")
    yield text.format(
        number=one.number,
        name=who(one.code, one.name),
        day=day_with_weekday(one.day, locale),
        due=day_with_weekday(one.due_day, locale),
    )
    rows = [
        [
            step_words(step.rule.step, session.language),
            when_words(session, step.rule),
            "–" if step.day is None else day_with_weekday(step.day, locale),
            "" if step.day is None else _apart(session, (step.day - one.due_day).days),
        ]
        for step in one.steps
    ]
    yield from table([_("Step"), _("When"), _("Day"), _("From the due day")], rows, "lllr")


def _apart(session: Session, days: int) -> str:
    """How far from the due day a day is, with its sign, so that nobody takes it the other way."""
    said = number(abs(days), session.locale)
    return f"−{said}" if days < 0 else f"+{said}" if days else said
