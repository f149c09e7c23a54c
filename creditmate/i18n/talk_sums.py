"""The sums and days that a talk's goal and opening name, as they are said."""

from collections.abc import Sequence

from creditmate.domain.arranged_talk import Answered, Promised, Replying, Sent
from creditmate.domain.call_around import Around, Missed
from creditmate.domain.money import Money, totals_by_currency
from creditmate.i18n.formats import day_spoken, money
from creditmate.i18n.opening import sums_said


def talk_sums(around: Around, locale: str) -> dict[str, str]:
    """Return every sum and day that a goal or an opening may name; '' each that is not known."""
    return {
        "asked": sums_said(around.asked, locale),
        "disputed": sums_said(around.disputed, locale),
        "answer_by": "" if around.answer_by is None else day_spoken(around.answer_by, locale),
        "answered": answered_said(around.answered, locale),
        **_promised_facts(around.promised, locale),
        **_sent_facts(around.sent, locale),
        **_part_facts(around.part, locale),
        **_letter_facts(around.replying, locale),
    }


def answered_said(answered: Sequence[Answered], locale: str) -> str:
    """Return of how much our answer is, with the branch that asked: ``£449.22 (Fellside)``."""
    if not any(one.house for one in answered):
        return sums_said(tuple(one.amount for one in answered), locale)
    said = []
    for house in dict.fromkeys(one.house for one in answered):
        sums = sums_said([one.amount for one in answered if one.house == house], locale)
        said.append(f"{sums} ({house})" if house else sums)
    return ", ".join(said)


def _promised_facts(promised: tuple[Promised, ...], locale: str) -> dict[str, str]:
    """The sum and the day that they have promised next; '' each where there is none."""
    if not promised:
        return dict.fromkeys(("promised", "by"), "")
    amount = money(promised[0].amount, locale, symbol=True)
    return {"promised": amount, "by": day_spoken(promised[0].day, locale)}


def _sent_facts(sent: tuple[Sent, ...], locale: str) -> dict[str, str]:
    """The sum that they say is on its way and since when; '' each where there is none."""
    if not sent:
        return dict.fromkeys(("sent", "sent_on"), "")
    amounts = tuple(totals_by_currency(one.amount for one in sent))
    return {"sent": sums_said(amounts, locale), "sent_on": day_spoken(sent[0].day, locale)}


def _part_facts(part: Missed | None, locale: str) -> dict[str, str]:
    """The sums and the day of a missed part; '' each where there is none."""
    if part is None:
        return dict.fromkeys(("part", "day", "came", "rest", "amount"), "")
    missing = money(part.amount, locale, symbol=True)
    came = Money(0, part.amount.currency) if part.came is None else part.came
    return {
        "part": missing,
        "day": day_spoken(part.named or part.day, locale),
        "came": money(came, locale, symbol=True),
        "rest": missing,
        "amount": money(part.amount + came, locale, symbol=True),
    }


def _letter_facts(letter: Replying | None, locale: str) -> dict[str, str]:
    """The day of our letter before action and the last one to answer it; '' each without one."""
    if letter is None:
        return dict.fromkeys(("written", "reply_by"), "")
    return {
        "written": day_spoken(letter.written, locale),
        "reply_by": day_spoken(letter.until, locale),
    }
