"""A plan that was agreed in a call: what is told of it, and what to think of."""

from collections.abc import Iterator

from creditmate.cli import answers
from creditmate.cli.plan_answers import draft_answer
from creditmate.cli.session import Session
from creditmate.domain.plan_schedule import Part
from creditmate.i18n.formats import day_with_weekday, money
from creditmate.i18n.plan_words import plan_warning_words
from creditmate.services.call_notes import CallNote
from creditmate.services.contact_extras import plan_told
from creditmate.services.plan_agreeing import PlanDraft


def drafted_plan(session: Session, note: CallNote) -> PlanDraft | None:
    """Return the plan of a call as it will be; None where none was agreed, or a query goes before.

    Of what is questioned in the same call the plan is worked out without it, as it is put down.
    """
    told = note.plan
    if told is None or note.queries:
        return None
    code, terms = session.arguments.code, plan_told(note, told)
    return session.ask(lambda: session.program.plans.draft(code, terms))


def plan_lines(session: Session, draft: PlanDraft) -> Iterator[str]:
    """What is paid when, and what is not in it; what they promised first was told before."""
    catalogue = session.catalogue
    parts = draft.parts[1:] if draft.begins else draft.parts
    rest = draft.amount
    if draft.begins and draft.terms.down is not None:
        rest -= draft.terms.down
    text = (
        catalogue.ngettext(
            "They pay the rest, {amount}, in {count} part: {first}.",
            "They pay the rest, {amount}, in {count} parts: {first}, the last one {last}.",
            len(parts),
        )
        if draft.begins
        else catalogue.ngettext(
            "They pay {amount} in {count} part: {first}.",
            "They pay {amount} in {count} parts: {first}, the last one {last}.",
            len(parts),
        )
    )
    yield text.format(
        amount=money(rest, session.locale, symbol=True),
        count=len(parts),
        first=_part(session, parts[0]),
        last=_part(session, parts[-1]),
    )
    for warning in draft.warnings:
        yield plan_warning_words(warning, session.language, session.locale)


def plan_json(draft: PlanDraft | None) -> answers.Json | None:
    """The plan of a call."""
    return None if draft is None else draft_answer(draft, None, "")


def _part(session: Session, part: Part) -> str:
    text = session.translate("{amount} on {day}")
    return text.format(
        amount=money(part.amount, session.locale, symbol=True),
        day=day_with_weekday(part.day, session.locale),
    )
