"""``visit worth``: what visits cost against the money that came in after them."""

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.cli.tables import table
from creditmate.domain.visit_worth import CameIn
from creditmate.i18n.formats import day_short, money
from creditmate.services.visit_worth import WorthRow, Worths


def visit_worth(session: Session) -> int:
    """Print what visits cost against what came in."""
    session.open_to_read()
    as_at, code = session.as_at(), session.arguments.code
    worths = session.ask(lambda: session.program.visit_worths.all(as_at, code))
    if session.wants_json:
        session.say_json(worths_json(worths))
    else:
        session.say_lines(worths_lines(session, worths))
    return 0


def worths_json(worths: Worths) -> answers.Json:
    """Return what visits cost against what came in."""
    together = worths.together
    return {
        "visits": [_worth_json(row) for row in worths.rows],
        "together": {
            "visits": together.visits,
            "without_cost": together.without_cost,
            "in_vain": together.in_vain,
            "costs": [answers.money(cost) for cost in together.costs],
            "came": [_came_json(came) for came in together.came],
        },
    }


def _worth_json(row: WorthRow) -> answers.Json:
    visit = row.worth.visit
    return {
        "number": row.number,
        "code": row.code,
        "name": row.name,
        "day": answers.day(visit.day),
        "cost": None if visit.cost is None else answers.money(visit.cost),
        "held": visit.held,
        "in_vain": visit.in_vain,
        "came": [_came_json(came) for came in row.worth.came],
    }


def _came_json(came: CameIn) -> answers.Json:
    return {
        "days": came.days,
        "amounts": [answers.money(amount) for amount in came.amounts],
        "over": came.over,
    }


def worths_lines(session: Session, worths: Worths) -> list[str]:
    """Return what visits cost against what came in, as a table."""
    _, locale = session.translate, session.locale
    if not worths.rows:
        return [_("No visit was made yet.")]
    heads = [_("Visit"), _("Customer"), _("On"), _("Cost")]
    heads += [_("Within {days} days").format(days=came.days) for came in worths.together.came]
    rows = []
    for row in worths.rows:
        visit = row.worth.visit
        cost = "–" if visit.cost is None else money(visit.cost, locale, symbol=True)
        came = [_amounts(one, locale) for one in row.worth.came]
        rows.append(
            [row.number, f"{row.code}  {row.name}", day_short(visit.day, locale), cost, *came]
        )
    together = worths.together
    costs = " + ".join(money(cost, locale, symbol=True) for cost in together.costs) or "–"
    last = [_amounts(one, locale) for one in together.came]
    rows.append([_("Together"), "", "", costs, *last])
    lines = table(heads, rows, "lllrrrr")
    if together.in_vain:
        text = session.catalogue.ngettext(
            "{count} way was in vain: nobody was met who decides.",
            "{count} ways were in vain: nobody was met who decides.",
            together.in_vain,
        )
        lines.append(text.format(count=together.in_vain))
    if not all(came.over for came in together.came):
        lines.append(_("* so far"))
    return lines


def _amounts(came: CameIn, locale: str) -> str:
    said = " + ".join(money(amount, locale, symbol=True) for amount in came.amounts) or "–"
    return said if came.over else f"{said} *"
