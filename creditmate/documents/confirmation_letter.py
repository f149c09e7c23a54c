"""The message that confirms what was agreed: thanks, what each of us does by when, what goes along.

In the customer's language; it goes out by the user's own mail program, or by the clipboard.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from creditmate.documents.voice import Voice
from creditmate.domain.confirmation import Confirmation, Question
from creditmate.domain.plan_terms import Meanwhile
from creditmate.domain.salutation import saluted
from creditmate.i18n.catalogue import N_, spoken
from creditmate.i18n.formats import day_with_weekday, hour
from creditmate.i18n.labels import dispute_reason
from creditmate.i18n.payment_words import amount_by

_THANKS = {
    ("call", False): N_("Thank you for talking with us on {day}."),
    ("call", True): N_("Thank you for your call on {day}."),
    ("email", True): N_("Thank you for your e-mail of {day}."),
    ("letter", True): N_("Thank you for your letter of {day}."),
    ("text", True): N_("Thank you for your message of {day}."),
    ("meeting", False): N_("Thank you for meeting us on {day}."),
    ("meeting", True): N_("Thank you for meeting us on {day}."),
    ("visit", False): N_("Thank you for having us on {day}."),
    ("visit", True): N_("Thank you for coming to see us on {day}."),
}
_PLAN_INTEREST = {
    Meanwhile.RUNS: N_("Interest for paying late runs on while the plan is kept."),
    Meanwhile.WAIVED: N_("We add no interest while the plan is kept."),
}
_TIME_INTEREST = {
    Meanwhile.RUNS: N_("Interest for paying late runs on meanwhile."),
    Meanwhile.WAIVED: N_("We add no interest meanwhile."),
}
_DASH = "- "


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it is sent: what it is about, and its text in lines."""

    subject: str
    text: str


def confirmation_message(told: Confirmation, copies: Sequence[str]) -> Message:
    """Return the message that confirms a contact.

    Args:
        told: What was agreed.
        copies: The numbers of what goes along.
    """
    return _Writer(told).message(copies)


def both_sides(told: Confirmation) -> tuple[list[str], list[str]]:
    """Return what they do and what we do, each in a line; further lines of one begin with blanks.

    Args:
        told: What was agreed.
    """
    writer = _Writer(told)
    return list(writer.theirs()), list(writer.ours())


class _Writer:
    """Writes one message."""

    def __init__(self, told: Confirmation) -> None:
        self.told = told
        self.voice = Voice(spoken(told.locale, told.home_locale), told.day)
        self.gettext = self.voice.gettext

    def message(self, copies: Sequence[str]) -> Message:
        told, _ = self.told, self.gettext
        theirs, ours = list(self.theirs()), list(self.ours())
        title = (
            _("What we agreed on {day}, account {account}")
            if theirs or ours
            else _("Our contact of {day}, account {account}")
        )
        subject = title.format(day=self.voice.day(told.day), account=told.code)
        name = saluted(told.to)
        blocks: list[tuple[str, ...]] = [
            (_("Dear {name},").format(name=name) if name else _("Dear Accounts team,"),),
            (self._thanks(),),
        ]
        if theirs or ours:
            blocks.append((_("This is what we noted; please tell us if it is not right."),))
        if theirs:
            blocks.append((_("From your side:"), *map(_listed, theirs)))
        if ours:
            blocks.append((_("From our side:"), *map(_listed, ours)))
        if copies:
            blocks.append((_("Enclosed: {papers}").format(papers=", ".join(copies)),))
        blocks += [(self._questions(),), (_("With kind regards"),), tuple(self._signed())]
        return Message(subject, "\n\n".join("\n".join(lines) for lines in blocks) + "\n")

    def _thanks(self) -> str:
        told = self.told
        text = _THANKS.get((told.channel, told.incoming), _THANKS["call", False])
        return self.gettext(text).format(day=self._day(told.day))

    def theirs(self) -> Iterator[str]:
        told, _ = self.told, self.gettext
        if told.paid_on is not None:
            said = _("You have sent {amount} on {day}.")
            amount = _("the payment") if told.paid is None else self.voice.total(told.paid)
            yield said.format(amount=amount, day=self._day(told.paid_on))
        if told.promised is not None:
            amount = amount_by(
                self.voice.total(told.promised.amount), told.promised.method, self.voice.locale
            )
            day = self._day(told.promised.day)
            yield _("You pay {amount} by {day}.").format(amount=amount, day=day)
        if told.instalments:
            yield _("You pay in parts, as in payment plan {number}:").format(number=told.plan)
            for part in told.instalments:
                day = self._day(part.day)
                yield "  " + _("{amount} by {day}").format(
                    amount=self.voice.total(part.amount), day=day
                )

    def ours(self) -> Iterator[str]:
        told, _ = self.told, self.gettext
        for deed in told.deeds:
            yield _("{deed}, by {day}.").format(
                deed=deed.words.strip().rstrip("."), day=self._day(deed.day)
            )
        if told.plan_interest is not None:
            yield _(_PLAN_INTEREST[told.plan_interest])
        for time in told.more_time:
            said = _("You have time until {day} for {numbers}, together {amount}. {interest}")
            if len(time.numbers) == 1:
                said = _("You have time until {day} for {numbers}, {amount}. {interest}")
            yield said.format(
                day=self._day(time.day),
                numbers=", ".join(time.numbers),
                amount=", ".join(map(self.voice.total, time.amounts)),
                interest=_(_TIME_INTEREST[time.interest]),
            )
        yield from map(self._question, told.questions)
        if told.again is not None:
            yield self._again()

    def _question(self, question: Question) -> str:
        _ = self.gettext
        what = ", ".join(question.numbers) or _("the account")
        reason = dispute_reason(question.reason, self.voice.locale)
        if question.amount is not None:
            amount = self.voice.total(question.amount)
            said = _("We look into your query about {amount} of {what} ({reason}).")
            text = said.format(amount=amount, what=what, reason=reason)
        else:
            said = _("We look into your query about {what} ({reason}).")
            text = said.format(what=what, reason=reason)
        if question.answer_by is None:
            return text
        answer = _("You have our answer by {day}.").format(day=self._day(question.answer_by))
        return f"{text} {answer}"

    def _again(self) -> str:
        told, _ = self.told, self.gettext
        if told.again is None:
            return ""
        day = self._day(told.again)
        if told.again_at is None:
            return _("We are in touch again on {day}.").format(day=day)
        at = hour(datetime.combine(told.again, told.again_at), self.voice.locale)
        return _("We are in touch again on {day} at {hour}.").format(day=day, hour=at)

    def _questions(self) -> str:
        _ = self.gettext
        if self.told.phone:
            text = _("If anything is unclear or changes, please write or call us on {phone}.")
            return text.format(phone=self.told.phone)
        return _("If anything is unclear or changes, please write to us.")

    def _signed(self) -> Iterator[str]:
        if self.told.signed and self.told.signed != self.told.business:
            yield self.told.signed
        yield self.told.business

    def _day(self, day: date) -> str:
        return day_with_weekday(day, self.voice.locale)


def _listed(line: str) -> str:
    """A line of a list; what belongs to the one above has no mark of its own."""
    return line if line.startswith(" ") else _DASH + line
