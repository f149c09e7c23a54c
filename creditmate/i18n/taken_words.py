"""What a word to pay takes the place of, in words: nobody is told twice that they promised."""

from collections.abc import Sequence

from creditmate.domain.claims import ClaimStanding
from creditmate.domain.money import Money
from creditmate.domain.promises import Standing
from creditmate.domain.taken_place import TakenPlace
from creditmate.i18n.catalogue import words
from creditmate.i18n.enumerating import one_and_another
from creditmate.i18n.formats import day_with_weekday, money


def taken_words(taken: TakenPlace, language: str, locale: str, *, anew: bool) -> list[str]:
    """Return what holds no longer: one sentence for what was promised, one for what was sent.

    Where it gives way to what they promised later that is said instead.

    Args:
        taken: What it is.
        language: The language's code.
        locale: How amounts and days are written.
        anew: Whether something is promised instead.
    """
    _ = words(language).gettext
    found = []
    if taken.promises:
        told = one_and_another(
            [_promised(one, language, locale) for one in taken.promises], language
        )
        text = (
            _("It takes the place of what they promised before: {what}.")
            if anew
            else _("What they promised before is not waited for any more: {what}.")
        )
        found.append(text.format(what=told))
    if taken.claims:
        told = one_and_another([_sent(one, language, locale) for one in taken.claims], language)
        text = _("What they said was sent is not waited for any more: {what}.")
        found.append(text.format(what=told))
    if taken.later:
        told = one_and_another([_promised(one, language, locale) for one in taken.later], language)
        found.append(_("What they promised later holds: {what}.").format(what=told))
    return found


def again_words(
    again: Sequence[Standing], language: str, locale: str, sent: Sequence[ClaimStanding] = ()
) -> list[str]:
    """Return what holds again that something had taken the place of: promised, or ``sent``."""
    _ = words(language).gettext
    found = []
    if again:
        told = one_and_another([_promised(one, language, locale) for one in again], language)
        found.append(_("What they promised before holds again: {what}.").format(what=told))
    if sent:
        told = one_and_another([_sent(one, language, locale) for one in sent], language)
        found.append(_("What they said was sent holds again: {what}.").format(what=told))
    return found


def _promised(standing: Standing, language: str, locale: str) -> str:
    promise = standing.promise
    return (
        words(language)
        .gettext("{amount} by {day}")
        .format(
            amount=money(Money(standing.unfilled_minor, promise.currency), locale, symbol=True),
            day=day_with_weekday(promise.due_day, locale),
        )
    )


def _sent(standing: ClaimStanding, language: str, locale: str) -> str:
    claim = standing.claim
    return (
        words(language)
        .gettext("{amount} of {day}")
        .format(
            amount=money(Money(standing.missing_minor, claim.currency), locale, symbol=True),
            day=day_with_weekday(claim.paid_day, locale),
        )
    )
