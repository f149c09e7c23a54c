"""What the dialog about interest says of what came up on an invoice; knows no toolkit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from creditmate.domain.errors import UserError
from creditmate.domain.interest import shares
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.interest_events import EventKind, InterestEvent
from creditmate.domain.interest_refusals import check_chargeable, check_workable
from creditmate.domain.money import Money, total
from creditmate.i18n.bidi import sentences
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.i18n.interest_law_words import missing_words, not_advice
from creditmate.i18n.interest_words import (
    because_words,
    by_hand_words,
    event_words,
    fixed_words,
    rate_words,
    segment_words,
    start_words,
)
from creditmate.i18n.problems import problem_words


@dataclass(frozen=True, slots=True)
class WorkedLine:
    """A line of the working: in words, and what it comes to; the ``whole`` stands out."""

    text: str
    amount: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class PastLine:
    """What was decided; ``action`` takes it back, None where it cannot be."""

    text: str
    action: int | None


class InterestWords:
    """Makes the lines, for a language and a locale."""

    def __init__(self, language: str, locale: str) -> None:
        self._language, self._locale = language, locale
        self._ = words(language).gettext

    def ground(self, found: Sequence[LateInterest]) -> str:
        """On what ground, and why; from when; at which rate."""
        one, language, locale = found[0], self._language, self._locale
        said = [because_words(one.basis, language, locale)]
        said += [f"{rate_words(r, one.basis.scheme, language, locale)}." for r in one.rates]
        if one.start is not None:
            said.append(start_words(one.start, language, locale))
        if one.missing is not None:
            said.append(missing_words(one.missing, language, locale))
        return sentences(said)

    def working(self, found: Sequence[LateInterest]) -> list[WorkedLine]:
        """The stretches of days with what each comes to, the sums, and what is to decide."""
        lines = [line for one in found for line in self._segments(one)]
        if len(lines) > 1:
            whole = total((one.interest for one in found), found[0].interest.currency)
            lines.append(WorkedLine(self._("Interest"), self._money(whole)))
        lines += [self._fixed(one) for one in found if one.fixed]
        left = money(self.left(found), self._locale, symbol=True)
        return [*lines, WorkedLine(self._("To decide"), left, whole=True)]

    def remarks(self, found: Sequence[LateInterest]) -> Iterator[str]:
        """What stands below the working: a day more, what is left out, and why."""
        currency = found[0].interest.currency
        daily = total((one.daily for one in found), currency)
        if daily:
            yield self._("Each further day adds {amount}.").format(amount=self._said(daily))
        disputed = total((one.debt.disputed for one in found), currency)
        if disputed:
            text = self._("{amount} is under query and left out of the balance meanwhile.")
            yield text.format(amount=self._said(disputed))
        if why_not := self._no_fixed(found[0]):
            yield why_not
        yield from by_hand_words(found[0].debt, self._language, self._locale)
        for one in found:
            if one.left.over:
                text = self._("{amount} more was charged than comes out now: credit it.")
                yield text.format(amount=self._said(one.left.over))
        yield not_advice(self._language)

    @staticmethod
    def left(found: Sequence[LateInterest]) -> Money:
        """What is to decide of all the parts."""
        return total((one.left.total for one in found), found[0].interest.currency)

    def past(self, found: Sequence[LateInterest]) -> list[PastLine]:
        """What was decided before, the oldest first."""
        return [self._past(event) for one in found for event in one.events]

    def no_charge(self, found: Sequence[LateInterest]) -> str:
        """Why nothing can be charged; empty where something can."""
        return self._refusal(found, charging=True)

    def no_waiver(self, found: Sequence[LateInterest]) -> str:
        """Why nothing can be waived; empty where something can."""
        return self._refusal(found, charging=False)

    def no_end(self, found: Sequence[LateInterest]) -> str:
        """Why it cannot end with the principal; empty where it can."""
        if not all(one.is_paid for one in found):
            return self._("The invoice is not paid yet: interest goes on.")
        return self.no_waiver(found)

    def refusal(self, error: UserError) -> str:
        """Why something was refused, in words."""
        return problem_words(error, self._language, self._locale)

    def _refusal(self, found: Sequence[LateInterest], *, charging: bool) -> str:
        for one in found:
            try:
                check_workable(one)
                if charging and one.left.total:
                    check_chargeable(one)
            except UserError as error:
                return self.refusal(error)
        return "" if self.left(found) else self._("Nothing of it is left to decide.")

    # ------------------------------------------------------------- lines
    def _segments(self, one: LateInterest) -> Iterator[WorkedLine]:
        for segment, minor in zip(one.segments, shares(one.segments), strict=True):
            amount = Money(minor, one.interest.currency)
            said = segment_words(segment, self._language, self._locale)
            yield WorkedLine(said, self._money(amount))

    def _fixed(self, one: LateInterest) -> WorkedLine:
        return WorkedLine(fixed_words(one.basis, self._language), self._money(one.fixed))

    def _no_fixed(self, one: LateInterest) -> str:
        if one.other_currency and one.basis.scheme is not None:
            text = self._("No fixed sum: the law names it in {currency} only.")
            return text.format(currency=one.basis.scheme.fixed.currency)
        return "" if one.basis.fixed else fixed_words(one.basis, self._language)

    def _past(self, event: InterestEvent) -> PastLine:
        undone = None if event.kind is EventKind.CHARGED else event.action
        return PastLine(event_words(event, self._language, self._locale), undone)

    def _said(self, amount: Money) -> str:
        return money(amount, self._locale, symbol=True)

    def _money(self, amount: Money) -> str:
        return money(amount, self._locale)
