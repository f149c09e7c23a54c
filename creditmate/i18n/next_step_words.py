"""Next steps that are set, in words: what each is, and when."""

from datetime import date, datetime, time

from creditmate.domain.next_steps import VISIT_STEPS, About
from creditmate.domain.rows import TaskRow
from creditmate.domain.steps_answered import Answered, is_try
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_table, hour
from creditmate.i18n.visit_step_words import visit_step_words

_VISIT, _OTHER = N_("Visit"), N_("Follow up")
_CALL, _CALL_BACK, _TRY = N_("Call"), N_("Call back"), N_("Our next try")
_MONEY = N_("Look for the money")
_SPEAK_AGAIN = N_("Speak again about what is possible")


def step_title(task: TaskRow, language: str) -> str:
    """Return what is to be done, with what was noted of it: ``Call back: ask Helen``."""
    _ = words(language).gettext
    what = visit_step_words(task.about, language) if task.about in VISIT_STEPS else _(_kind(task))
    return _("{what}: {note}").format(what=what, note=task.note) if task.note else what


def step_when(task: TaskRow, locale: str, as_at: date) -> str:
    """Return its day, and the hour if one was agreed: ``Tue 24 Nov, 15:00``."""
    return _when(task.day, task.at, locale, as_at)


def _when(day: date, at: time | None, locale: str, as_at: date) -> str:
    told = day_in_table(day, locale, as_at)
    return told if at is None else f"{told}, {hour(datetime.combine(day, at), locale)}"


def next_try_words(day: date, at: time | None, language: str, locale: str, as_at: date) -> str:
    """Return when somebody is tried again who was not reached."""
    said = words(language).gettext("Next try {when}.")
    return said.format(when=_when(day, at, locale, as_at))


def foreseen_try_words(day: date, at: time | None, language: str, locale: str, as_at: date) -> str:
    """Return when somebody will be tried again who is being rung."""
    said = words(language).gettext("If nobody answers, next try {when}.")
    return said.format(when=_when(day, at, locale, as_at))


def _kind(task: TaskRow) -> str:
    if task.about == About.VISIT:
        return _VISIT
    if task.kind == "check_money":
        return _MONEY
    if task.kind != "call_back":
        return _OTHER
    if task.agreed:
        return _SPEAK_AGAIN if task.hard else _CALL_BACK
    is_ours = task.interaction_id is None or task.refused or task.written
    return _CALL if is_ours else _TRY


def answered_words(found: Answered, language: str, locale: str, as_at: date) -> list[str]:
    """Return what a contact takes the place of, and what is tried again with it; nothing of tries.

    ``It takes the place of: Call back Nigel Pybus: doors, Wed 25 Nov, 10:00``
    """
    _ = words(language).gettext
    done = [step for step in found.done if not is_try(step)]
    told = (
        (_("It takes the place of: {steps}."), done),
        (_("To be tried again then: {steps}."), found.again),
    )
    return [
        text.format(steps="; ".join(_told(step, language, locale, as_at) for step in steps))
        for text, steps in told
        if steps
    ]


def _told(step: TaskRow, language: str, locale: str, as_at: date) -> str:
    _ = words(language).gettext
    what = step_title(step, language)
    if step.agreed and step.person:
        what = _("{what} ({person})").format(what=what, person=step.person)
    return _("{what}, {when}").format(what=what, when=step_when(step, locale, as_at))
