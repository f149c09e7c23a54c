"""What a visit costs and what is at stake, as JSON and on the console; ours alone."""

from collections.abc import Iterator

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.domain.visit_cost import SAVED_DAYS, Stakes, VisitCost
from creditmate.i18n.formats import day_in_table, money
from creditmate.i18n.visit_words import distance_words, minutes_words
from creditmate.services.visit_costs import Worth


def cost_json(cost: VisitCost) -> answers.Json:
    """Return what a visit costs, and of what."""
    return {
        "minutes": cost.minutes,
        "time": answers.money(cost.time),
        "way": answers.money(cost.way),
        "total": answers.money(cost.total),
    }


def stakes_json(stakes: Stakes) -> answers.Json:
    """Return what is at stake, each for itself; what is not known is null."""
    known = {"interest": stakes.interest, "limit": stakes.limit, "yearly_margin": stakes.margin}
    return {
        "overdue": answers.money(stakes.overdue),
        "overdue_at_rate_of": answers.day(stakes.rate_day),
        **{name: None if one is None else answers.money(one) for name, one in known.items()},
    }


def stakes_words(session: Session, stakes: Stakes) -> str:
    """Return what is at stake, each for itself, in a line; '' for nothing."""
    _, locale = session.translate, session.locale
    interest = session.catalogue.ngettext(
        "{amount} interest in {days} day", "{amount} interest in {days} days", SAVED_DAYS
    )
    overdue, rate_day = _("{amount} overdue"), ""
    if stakes.rate_day is not None:
        overdue = _("{amount} overdue (worked out at the rate of {day})")
        rate_day = day_in_table(stakes.rate_day, locale, session.today)
    said = [
        (text, amount)
        for text, amount in (
            (overdue, stakes.overdue),
            (interest, stakes.interest),
            (_("a limit of {amount}"), stakes.limit),
            (_("{amount} margin a year"), stakes.margin),
        )
        if amount is not None and amount.minor > 0
    ]
    return ", ".join(
        text.format(amount=money(amount, locale, symbol=True), days=SAVED_DAYS, day=rate_day)
        for text, amount in said
    )


def cost_lines(session: Session, worth: Worth) -> Iterator[str]:
    """Return what a visit costs and what is at stake; of a way nobody entered it says so."""
    _, language, locale = session.translate, session.language, session.locale
    cost = worth.cost
    said = _("It costs {total}: {time} away, {way}.")
    if worth.way_known.distance and not cost.distance_tenths:
        said = _("It costs {total}: {time}, they are next door.")
    elif not worth.way_known.minutes and not worth.way_known.distance:
        said = _("It costs {total} and the way, which is not known: {time} there.")
    elif not worth.way_known.distance:
        said = _("It costs {total}, {time} away; how far it is was not said.")
    elif not worth.way_known.minutes:
        said = _("It costs {total}: {time} there, {way}; how long the way takes was not said.")
    yield said.format(
        total=money(cost.total, locale, symbol=True),
        time=minutes_words(cost.minutes, language, locale),
        way=distance_words(cost.distance_tenths, cost.rates.unit, language, locale),
    )
    stakes = stakes_words(session, worth.stakes)
    if stakes:
        yield _("At stake: {stakes}.").format(stakes=stakes)
