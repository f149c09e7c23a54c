"""Words of Today: groups, what narrows the list, a line in two parts, and how to act on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.domain.day_plan import Act, Group, Sort
from creditmate.domain.day_result import DayResult, Promised
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.worklist import Channel, Kind, Line
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_note, day_in_table, money, number
from creditmate.i18n.reasons import kind_words, member_words, reason_facts, reason_words
from creditmate.i18n.speak_again_words import speak_again_mark

_GROUPS = {
    Group.AGREED: N_("First: what we promised, and agreed times"),
    Group.CALLS: N_("Worth a call, most useful first"),
    Group.PAPERS: N_("Letters and paperwork"),
}
_SORTS = {
    Sort.ALL: N_("All"),
    Sort.PROMISES: N_("Promises"),
    Sort.CALLS: N_("Calls"),
    Sort.COURTESY: N_("Courtesy"),
    Sort.LETTERS: N_("Letters"),
    Sort.VISITS: N_("Visits"),
    Sort.PAPERWORK: N_("Paperwork"),
}
_MARKS = {
    ReasonCode.OURS_LATE: N_("We are late"),
    ReasonCode.OURS_DUE: N_("We promised for today"),
    ReasonCode.ANSWER_DUE: N_("We owe an answer"),
    ReasonCode.CALL_BACK: N_("Call back as agreed"),
    ReasonCode.PLANNED_CALL: N_("Planned call"),
    ReasonCode.VISIT: N_("Visit"),
    ReasonCode.VISIT_PASSED: N_("Visit, planned for {day}"),
    ReasonCode.VISIT_STEP: N_("Visit"),
    ReasonCode.HELP_SHEET: N_("Help sheet sent"),
    ReasonCode.NOTED: N_("Something noted"),
    ReasonCode.PLAN_DEFAULT: N_("The plan has lapsed"),
    ReasonCode.INSTALMENT_DUE: N_("Instalment due today"),
    ReasonCode.INSTALMENT_LATE: N_("Instalment late"),
    ReasonCode.INSTALMENT_PART: N_("Part of an instalment came"),
    ReasonCode.PROMISE_BROKEN: N_("Date passed"),
    ReasonCode.PROMISE_PART_KEPT: N_("Part came"),
    ReasonCode.PAYMENT_RETURNED: N_("Payment returned"),
    ReasonCode.TIME_PASSED: N_("More time has passed"),
    ReasonCode.PEACE_PASSED: N_("Left in peace until now"),
    ReasonCode.SAID_PAID_NOT_FOUND: N_("Said paid, not found"),
    ReasonCode.CHECK_BANK: N_("Check the bank first"),
    ReasonCode.CHECK_SAID_PAID: N_("Check the bank first"),
    ReasonCode.MATCH_RECEIPT: N_("Match first"),
    ReasonCode.FIRST_TIME_LATE: N_("Late for the first time"),
    ReasonCode.SLOWER_THAN_USUAL: N_("Slower than usual"),
    ReasonCode.OVERDUE: N_("Overdue"),
    ReasonCode.DUE_SOON: N_("Courtesy call"),
}
"""What stands out of a line: what it is there for, in as few words as that takes."""
_CALL_BACK_AT = N_("Call back at {at}")
_MARKS_LATE = {
    ReasonCode.CALL_BACK: N_("Call back, agreed for {day}"),
    ReasonCode.PLANNED_CALL: N_("Planned call, for {day}"),
}
"""Of what was to be done on a day that has passed."""
_MARKS_AT = {
    ReasonCode.PLANNED_CALL: N_("Planned call at {at}"),
    ReasonCode.VISIT: N_("Visit at {at}"),
}
"""The same with the hour."""
_RESTS = {
    ReasonCode.OURS_LATE: N_("{words}, promised by {day}"),
    ReasonCode.ANSWER_DUE: N_("{words}, by {day}"),
    ReasonCode.VISIT_STEP: N_("{words}"),
    ReasonCode.PLAN_DEFAULT: N_("{amount} left of it, since {day}"),
    ReasonCode.INSTALMENT_DUE: N_("{amount}"),
    ReasonCode.INSTALMENT_LATE: N_("{amount} of {day}"),
    ReasonCode.INSTALMENT_PART: N_("{came} of the {amount} of {day}"),
    ReasonCode.PROMISE_BROKEN: N_("{amount} by {day}, nothing received"),
    ReasonCode.PROMISE_PART_KEPT: N_("{came} of {amount} promised by {day}"),
    ReasonCode.PAYMENT_RETURNED: N_("{amount} on {day}"),
    ReasonCode.TIME_PASSED: N_("{amount} until {day}"),
    ReasonCode.PEACE_PASSED: N_("until {day}: ask first how things are"),
    ReasonCode.SAID_PAID_NOT_FOUND: N_("{amount}, sent on {day} they said"),
    ReasonCode.CHECK_BANK: N_("{amount} promised by {day}"),
    ReasonCode.CHECK_SAID_PAID: N_("{amount} said to be paid on {day}"),
    ReasonCode.MATCH_RECEIPT: N_("{amount} is covered by money or credit received"),
    ReasonCode.DUE_SOON: N_("due {day}"),
}
"""What is said of it at once; the user's own words stand for others, if there are any."""
_SAYS_ALL = frozenset(_RESTS) - {ReasonCode.DUE_SOON, ReasonCode.SAID_PAID_NOT_FOUND}
"""Those that need no supporting reasons."""
_ALWAYS = frozenset({ReasonCode.ON_STOP, ReasonCode.PLAN_WRITE, ReasonCode.PLAN_ENDS})
"""Those that are said with these all the same."""
_SUPPORTING = 2
"""More would not fit, and the brief says them all."""
_SIDES = {
    Channel.CALL: N_("Call"),
    Channel.EMAIL: N_("E-mail"),
    Channel.LETTER: N_("Letter"),
    Channel.BANK: N_("Bank"),
    Channel.MATCH: N_("Match"),
    Channel.VISIT: N_("Visit"),
    Channel.NONE: N_("No way left"),
}
"""How to act, in the fewest words: they stand in a column of their own."""
_ACTS = {
    Act.CALL: N_("Call"),
    Act.STATEMENT: N_("Prepare a statement"),
    Act.ACCOUNT: N_("Open the account"),
    Act.MATCH: N_("Match the money"),
    Act.LOOK: N_("Look for the payment"),
    Act.VISIT: N_("Open the visit"),
}


@dataclass(frozen=True, slots=True)
class LineWords:
    """A line in two parts: what stands out, with the reason it is said for, and the rest."""

    mark: str
    code: ReasonCode | None
    rest: str


def group_words(group: Group, language: str) -> str:
    """Return the title of a part of the day."""
    return words(language).gettext(_GROUPS[group])


def sort_words(sort: Sort, language: str) -> str:
    """Return what a sort of lines is called."""
    return words(language).gettext(_SORTS[sort])


def act_words(act: Act, name: str, language: str) -> str:
    """Return the verb for a line, with whom to call if that is known: ``Call Daniel Marsh``."""
    _ = words(language).gettext
    return _("Call {name}").format(name=name) if name and act is Act.CALL else _(_ACTS[act])


def side_words(line: Line, language: str) -> str:
    """Return how to act on a line, or the hour that was agreed."""
    if line.at is not None:
        return line.at.strftime("%H:%M")
    return words(language).gettext(_SIDES[line.channel])


def promised_words(result: DayResult, language: str, locale: str) -> str:
    """Return what stands under the sum that was promised on the day."""
    count = result.theirs.count
    text = words(language).ngettext(
        "promised to you, in {count} promise", "promised to you, in {count} promises", count
    )
    return text.format(count=number(count, locale))


def result_words(
    result: DayResult, language: str, locale: str, as_at: date
) -> list[tuple[str, str]]:
    """Return what the day brought besides: a label and what there is to say of it."""
    _ = words(language).gettext
    reached = _("{reached} of {count} customers").format(
        reached=number(result.reached, locale), count=number(result.contacted, locale)
    )
    return [
        (_("Reached"), reached),
        (_("They promised"), _promised(result.theirs, language, locale, as_at)),
        (_("We promised"), _promised(result.ours, language, locale, as_at)),
    ]


def _promised(promised: Promised, language: str, locale: str, as_at: date) -> str:
    if promised.until is None:
        return words(language).gettext("nothing")
    day = day_in_table(promised.until, locale, as_at)
    text = words(language).gettext("{count}, by {day}")
    return text.format(count=number(promised.count, locale), day=day)


def line_words(line: Line, language: str, locale: str, as_at: date) -> LineWords:
    """Return a line in two parts, from the first of its reasons that has a word of its own."""
    lead = next((reason for reason in line.reasons if reason.code in _MARKS), None)
    if lead is None:
        told = line.reasons if line.kind is Kind.STAY_IN_TOUCH else ()
        why = [reason_words(reason, language, locale, as_at) for reason in told]
        return LineWords(kind_words(line.kind, language), None, "; ".join(why))
    says = [_rest(lead, language, locale, as_at)]
    others = _supporting(line, lead)
    if lead.code in _SAYS_ALL:
        others = [reason for reason in others if reason.code in _ALWAYS]
    says += [reason_words(reason, language, locale, as_at) for reason in others]
    return LineWords(_mark(lead, language, locale, as_at), lead.code, "; ".join(filter(None, says)))


def _mark(lead: Reason, language: str, locale: str, as_at: date) -> str:
    _ = words(language).gettext
    if lead.hard:
        return speak_again_mark(lead, language, locale, as_at)
    if lead.code in _MARKS_LATE and lead.days and lead.day is not None:
        return _(_MARKS_LATE[lead.code]).format(day=day_in_note(lead.day, locale, as_at))
    if lead.at is not None:
        text = _(_MARKS_AT.get(lead.code, _CALL_BACK_AT))
        return text.format(at=lead.at.strftime("%H:%M"))
    day = "" if lead.day is None else day_in_note(lead.day, locale, as_at)
    return _(_MARKS[lead.code]).format(day=day)


def _rest(lead: Reason, language: str, locale: str, as_at: date) -> str:
    said = _own_rest(lead, language, locale, as_at)
    return ": ".join(filter(None, (member_words(lead, language), said)))


def _own_rest(lead: Reason, language: str, locale: str, as_at: date) -> str:
    if lead.code not in _RESTS:
        return lead.words
    return (
        words(language)
        .gettext(_RESTS[lead.code])
        .format(
            words=reason_facts(lead, language),
            day="" if lead.day is None else day_in_note(lead.day, locale, as_at),
            amount="" if lead.amount is None else money(lead.amount, locale, symbol=True),
            came="" if lead.came is None else money(lead.came, locale, symbol=True),
        )
    )


def _supporting(line: Line, lead: Reason) -> Sequence[Reason]:
    """The first of the others; how often somebody was late adds little to how late.

    That nothing is supplied comes before them all: it is said wherever the customer appears.
    """
    codes = {reason.code for reason in line.reasons}
    left_out = {ReasonCode.LATE_SHARE} if ReasonCode.USUALLY_LATE in codes else set()
    others = (r for r in line.reasons if r is not lead and r.code not in left_out)
    return sorted(others, key=lambda r: r.code is not ReasonCode.ON_STOP)[:_SUPPORTING]
