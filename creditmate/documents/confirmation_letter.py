"""The message that confirms what was agreed: thanks, what each of us does by when, what goes along.

In the customer's language; it goes out by the user's own mail program, or by the clipboard.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from creditmate.documents.voice import Voice
from creditmate.domain.confirmation import Confirmation, Question
from creditmate.i18n.catalogue import N_
from creditmate.i18n.formats import day_with_weekday, hour
from creditmate.i18n.labels import dispute_reason

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


class _Writer:
    """Writes one message."""

    def __init__(self, told: Confirmation) -> None:
        self.told, self.voice = told, Voice(told.locale, told.day)
        self.gettext = self.voice.gettext

    def message(self, copies: Sequence[str]) -> Message:
        told, _ = self.told, self.gettext
        theirs, ours = list(self._theirs()), list(self._ours())
        title = (
            _("What we agreed on {day}, account {account}")
            if theirs or ours
            else _("Our contact of {day}, account {account}")
        )
        subject = title.format(day=self.voice.day(told.day), account=told.code)
        blocks: list[tuple[str, ...]] = [
            (_("Dear {name},").format(name=told.to) if told.to else _("Dear Accounts team,"),),
            (self._thanks(),),
        ]
        if theirs or ours:
            blocks.append((_("This is what we noted; please tell us if it is not right."),))
        if theirs:
            blocks.append((_("From your side:"), *(_DASH + one for one in theirs)))
        if ours:
            blocks.append((_("From our side:"), *(_DASH + one for one in ours)))
        if copies:
            blocks.append((_("Enclosed: {papers}").format(papers=", ".join(copies)),))
        blocks += [(self._questions(),), (_("With kind regards"),), tuple(self._signed())]
        return Message(subject, "\n\n".join("\n".join(lines) for lines in blocks) + "\n")

    def _thanks(self) -> str:
        told = self.told
        text = _THANKS.get((told.channel, told.incoming), _THANKS["call", False])
        return self.gettext(text).format(day=self._day(told.day))

    def _theirs(self) -> Iterator[str]:
        told, _ = self.told, self.gettext
        if told.paid_on is not None:
            said = _("You have sent {amount} on {day}.")
            amount = _("the payment") if told.paid is None else self.voice.total(told.paid)
            yield said.format(amount=amount, day=self._day(told.paid_on))
        if told.promised is not None:
            amount, day = self.voice.total(told.promised.amount), self._day(told.promised.day)
            yield _("You pay {amount} by {day}.").format(amount=amount, day=day)
        if told.instalments:
            yield _("You pay in parts, as in payment plan {number}:").format(number=told.plan)
            for part in told.instalments:
                day = self._day(part.day)
                yield "  " + _("{amount} by {day}").format(
                    amount=self.voice.total(part.amount), day=day
                )

    def _ours(self) -> Iterator[str]:
        told, _ = self.told, self.gettext
        for deed in told.deeds:
            yield _("{deed}, by {day}.").format(
                deed=deed.words.strip().rstrip("."), day=self._day(deed.day)
            )
        if told.more_time is not None:
            day = self._day(told.more_time)
            yield _("You have time for the payment until {day}.").format(day=day)
        yield from map(self._question, told.questions)
        if told.again is not None:
            yield self._again()

    def _question(self, question: Question) -> str:
        _ = self.gettext
        what = ", ".join(question.numbers) or _("the account")
        reason = dispute_reason(question.reason, self.told.locale)
        if question.amount is not None:
            amount = self.voice.total(question.amount)
            said = _("We look into your question about {amount} of {what} ({reason}).")
            text = said.format(amount=amount, what=what, reason=reason)
        else:
            said = _("We look into your question about {what} ({reason}).")
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
        at = hour(datetime.combine(told.again, told.again_at), told.locale)
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
        return day_with_weekday(day, self.told.locale)
