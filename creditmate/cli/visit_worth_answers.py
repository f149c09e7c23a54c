"""What a visit costs and what is at stake, as JSON and on the console; ours alone."""

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.domain.visit_cost import SAVED_DAYS, Stakes, VisitCost
from creditmate.i18n.formats import money


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
        **{name: None if one is None else answers.money(one) for name, one in known.items()},
    }


def stakes_words(session: Session, stakes: Stakes) -> str:
    """Return what is at stake, each for itself, in a line; '' for nothing."""
    _, locale = session.translate, session.locale
    interest = session.catalogue.ngettext(
        "{amount} interest in {days} day", "{amount} interest in {days} days", SAVED_DAYS
    )
    said = [
        (text, amount)
        for text, amount in (
            (_("{amount} overdue"), stakes.overdue),
            (interest, stakes.interest),
            (_("a limit of {amount}"), stakes.limit),
            (_("{amount} margin a year"), stakes.margin),
        )
        if amount is not None and amount.minor > 0
    ]
    return ", ".join(
        text.format(amount=money(amount, locale, symbol=True), days=SAVED_DAYS)
        for text, amount in said
    )
