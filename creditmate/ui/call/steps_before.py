"""What a call takes the place of, said before it is put down and after; knows no toolkit."""

from datetime import date

from creditmate.domain.next_steps import About
from creditmate.domain.rows import TaskRow
from creditmate.domain.steps_answered import Answered, Approach, answered, is_for_part
from creditmate.domain.taken_place import taken_place
from creditmate.i18n.catalogue import words
from creditmate.i18n.next_step_words import answered_words, foreseen_try_words, next_try_words
from creditmate.i18n.taken_words import taken_words
from creditmate.services.call_notes import CallNote
from creditmate.services.call_sheets import CallSheet
from creditmate.services.words_before import word_of
from creditmate.ui.call.call_noting import Understood

_TERMS = "other"


def steps_before(
    sheet: CallSheet, got: Understood, name: str, today: date, how: tuple[str, str]
) -> str:
    """Return which of the customer's next steps a call takes the place of, and which go on.

    Args:
        sheet: The customer's.
        got: What was understood; without an outcome it is said what *No answer* would do, which
            saves at once.
        name: With whom one speaks.
        today: The day.
        how: Language and locale.
    """
    if got.outcome is None:
        return _if_nobody_answers(sheet, name, today, how)
    in_vain = not (got.outcome.reached or sheet.incoming)
    for_part = is_for_part(got.promised, (one.pay_now for one in sheet.brief.accounts))
    again = got.next_day is not None
    found = _answered(sheet, name, today, again=again, in_vain=in_vain, for_part=for_part)
    return " ".join(answered_words(found, *how, today))


def recorded_words(sheet: CallSheet, note: CallNote, today: date, how: tuple[str, str]) -> str:
    """Return what is told of a call that was put down, and what holds no longer by it.

    Of a try also when the next one is, and what goes on with it: one key saves it unread.

    Args:
        sheet: The customer's, as it was before.
        note: The call that was put down.
        today: The day.
        how: Language and locale.
    """
    text = words(how[0]).gettext("Call with {name} recorded")
    told = text.format(name=sheet.brief.customer.name)
    taken = taken_place(sheet.before, word_of(note), today)
    gone = taken_words(taken, *how, anew=note.promised is not None)
    if gone:
        told = f"{told}. {' '.join(gone)}"
    if note.outcome.reached or sheet.incoming or note.next_day is None:
        return told
    found = _answered(sheet, note.with_name, today, again=True, in_vain=True)
    when = next_try_words(note.next_day, note.next_at, *how, today)
    return f"{told}. {' '.join((when, *answered_words(found, *how, today)))}"


def _if_nobody_answers(sheet: CallSheet, name: str, today: date, how: tuple[str, str]) -> str:
    """Nothing where the next try is all that would follow."""
    again = sheet.beside.again
    if again is None or sheet.incoming:
        return ""
    tried = _answered(sheet, name, today, again=True, in_vain=True)
    found = answered_words(tried, *how, today)
    if not found:
        return ""
    when = foreseen_try_words(again.day, again.at, *how, today)
    return " ".join((when, *found))


def _answered(  # noqa: PLR0913 - what a call is, before it is put down
    sheet: CallSheet,
    name: str,
    today: date,
    *,
    again: bool,
    in_vain: bool,
    for_part: bool = False,
) -> Answered:
    exact = (row.name for row in sheet.brief.people if row.name.casefold() == name.casefold())
    known = next(exact, name)
    approach = Approach(
        sheet.brief.customer.id,
        today,
        None if in_vain else known,
        again=again,
        incoming=sheet.incoming,
        tried=known,
        for_part=for_part,
    )
    return answered(filter(_is_answered, sheet.brief.tasks), approach)


def _is_answered(step: TaskRow) -> bool:
    """Terms that were sent are asked for until they are back."""
    return step.about != About.TALK or step.kind != _TERMS
