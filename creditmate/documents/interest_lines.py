"""What a charge note for paying late says: the worked lines and their ground, in its language."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from creditmate.domain.interest import Segment, after, shares
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.money import Money
from creditmate.domain.new_invoice import NewLine
from creditmate.i18n.bidi import plain
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.i18n.interest_words import because_words, fixed_words, rate_words, segment_words

_MOST = 600  # letters of a note


def charge_lines(
    found: Sequence[LateInterest], locale: str, *, interest: bool = True, fixed: bool = True
) -> tuple[NewLine, ...]:
    """Return the lines of a charge note; together they are what is left to decide.

    Each stretch of days with one balance and one rate is a line, its amount rounded so that all
    of them add up; days left out have none.

    Args:
        found: The parts of one invoice.
        locale: The paper's.
        interest: Whether interest is charged.
        fixed: Whether the fixed sum is.
    """
    lines: list[NewLine] = []
    for one in found:
        if interest:
            lines += _interest(one, locale)
        if fixed and one.left.fixed:
            lines.append(_line(words(locale).gettext("Fixed sum for paying late"), one.left.fixed))
    return tuple(lines)


def _interest(one: LateInterest, locale: str) -> Iterator[NewLine]:
    """The stretches since the last decision; what that got wrong is a line of its own."""
    _ = words(locale).gettext
    decided = max((event.until_day for event in one.events if event.interest), default=date.min)
    open_ = after(one.segments, decided) if one.left.interest else ()
    currency, given = one.left.interest.currency, 0
    for segment, minor in zip(open_, shares(open_), strict=True):
        given += minor
        if minor:
            yield _line(_said(segment, locale), Money(minor, currency))
    if one.left.interest.minor != given:
        rest = Money(one.left.interest.minor - given, currency)
        yield _line(_("Correction of interest worked out before"), rest)


def _said(segment: Segment, locale: str) -> str:
    text = words(locale).gettext("Interest on {days}")
    return plain(text.format(days=segment_words(segment, locale, locale)))


def _line(description: str, amount: Money) -> NewLine:
    return NewLine(description, Decimal(1), amount.decimal)


def charge_note(found: Sequence[LateInterest], locale: str, *, fixed: bool = True) -> str:
    """Return on what ground it is charged, and at which rates, as one short paragraph."""
    first = found[0]
    said = [because_words(first.basis, locale, locale)]
    said += [f"{rate_words(step, first.basis.scheme, locale, locale)}." for step in first.rates]
    if fixed and any(one.left.fixed for one in found):
        said.append(fixed_words(first.basis, locale))
    disputed = [one.debt.disputed for one in found if one.debt.disputed]
    if disputed:
        text = words(locale).gettext("{amount} under query is left out.")
        amount = Money(sum(one.minor for one in disputed), disputed[0].currency)
        said.append(text.format(amount=money(amount, locale, symbol=True)))
    return plain(" ".join(said))[:_MOST]
